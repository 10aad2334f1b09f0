// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/jsvalue.h"
#include "model/transform/cellvalue.h"
#include "model/transform/fieldselector.h"
#include "model/transform/makers.h"
#include "model/transform/textcase.h"
#include "parser/base/trimmed.h"
#include "parser/base/utf8cut.h"

#include <algorithm>

namespace sightglass {

namespace {

struct FormatStringOptions
{
    enum class Output : std::uint8_t
    {
        UpperCase,
        LowerCase,
        SentenceCase,
        TitleCase,
        PascalCase,
        CamelCase,
        SnakeCase,
        KebabCase,
        Trim,
        Substring,
        Affix ///< a prefix and a suffix, which may name other fields: {field}
    };
    std::string field;
    Output output = Output::UpperCase;
    double substringStart = 0;
    std::optional<double> substringEnd;
    std::string prefix;
    std::string suffix;
};

using Output = FormatStringOptions::Output;

/// The places of a prefix or suffix, taken apart once.
struct AffixPart
{
    std::string text;
    const Field *field = nullptr; ///< whose cell stands here instead of the text
};

bool isNameCharacter(char c)
{
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-';
}

std::vector<AffixPart> affixParts(std::string_view affix, const Frame &frame)
{
    std::vector<AffixPart> parts(1);
    while (!affix.empty()) {
        const std::size_t close = affix.front() == '{' ? affix.find('}') : std::string_view::npos;
        const std::string_view name =
            close == std::string_view::npos ? std::string_view{} : affix.substr(1, close - 1);
        const bool isName = !name.empty() && std::all_of(name.begin(), name.end(), isNameCharacter);
        const auto field = std::find_if(frame.fields.begin(), frame.fields.end(),
                                        [name](const Field &other) { return other.name == name; });
        if (isName && field != frame.fields.end()) {
            parts.push_back({{}, &*field});
            parts.emplace_back();
            affix.remove_prefix(close + 1);
        } else {
            parts.back().text += affix.front();
            affix.remove_prefix(1);
        }
    }
    return parts;
}

std::string affixText(const std::vector<AffixPart> &parts, std::size_t row)
{
    std::string text;
    for (const AffixPart &part : parts)
        text += part.field != nullptr ? templateText(cellAt(*part.field, row)) : part.text;
    return text;
}

/// JavaScript's substring(): ends out of order are exchanged.
std::string substring(std::string_view text, const FormatStringOptions &options)
{
    const std::vector<std::size_t> starts = characterStarts(text);
    const auto count = static_cast<double>(starts.size() - 1);
    double from = std::clamp(options.substringStart, 0.0, count);
    double to = std::clamp(options.substringEnd.value_or(count), 0.0, count);
    if (from > to)
        std::swap(from, to);
    const std::size_t begin = starts[static_cast<std::size_t>(from)];
    return std::string(text.substr(begin, starts[static_cast<std::size_t>(to)] - begin));
}

std::string changed(const std::string &text, const FormatStringOptions &options)
{
    switch (options.output) {
    case Output::UpperCase:
        return upperCase(text);
    case Output::LowerCase:
        return lowerCase(text);
    case Output::SentenceCase:
        return capitalized(text);
    case Output::TitleCase:
        return capitalWords(text, " ");
    case Output::PascalCase:
        return capitalWords(text, "");
    case Output::CamelCase:
        return uncapitalized(capitalWords(text, ""));
    case Output::SnakeCase:
    case Output::KebabCase: {
        std::string joined = lowerCase(text);
        std::replace(joined.begin(), joined.end(), ' ', options.output == Output::SnakeCase ? '_' : '-');
        return joined;
    }
    case Output::Trim:
        return std::string(trimmed(text, " \t\r\n\v\f"));
    case Output::Substring:
        return substring(text, options);
    case Output::Affix:
        break;
    }
    return text;
}

void formatField(Frame &frame, std::size_t index, const FormatStringOptions &options,
                 TransformContext &context)
{
    const std::vector<AffixPart> prefix = affixParts(context.text(options.prefix), frame);
    const std::vector<AffixPart> suffix = affixParts(context.text(options.suffix), frame);
    std::vector<FieldValue> values;
    std::size_t bytes = 0;
    for (std::size_t row = 0; row < frame.fields[index].values.size(); ++row) {
        std::string text = changed(cellText(frame.fields[index].values[row]), options);
        if (options.output == Output::Affix)
            text = affixText(prefix, row) + text + affixText(suffix, row);
        text = std::string(utf8Prefix(text, context.limits().textBytes));
        bytes += text.size();
        // All cells together keep to what so many cells would take.
        if (bytes > context.limits().cells * sizeof(FieldValue)) {
            context.note("the texts grow too long");
            return;
        }
        values.emplace_back(std::move(text));
    }
    frame.fields[index].values = std::move(values);
    frame.fields[index].type = FieldType::Text;
}

std::vector<Frame> formatString(std::vector<Frame> frames, const FormatStringOptions &options,
                                TransformContext &context)
{
    const FieldSelector selects =
        fieldSelector(FieldMatching::byNames({context.text(options.field)}), context);
    const FieldNames names(frames);
    for (std::size_t f = 0; f < frames.size(); ++f) {
        for (const std::size_t i : selectedFields(frames[f], names.of(f), selects))
            formatField(frames[f], i, options, context);
    }
    return frames;
}

} // namespace

TransformationPtr makeFormatString(OptionReader &options)
{
    static constexpr OptionWord<Output> outputs[]{{"Upper Case", Output::UpperCase},
                                                  {"Lower Case", Output::LowerCase},
                                                  {"Sentence Case", Output::SentenceCase},
                                                  {"Title Case", Output::TitleCase},
                                                  {"Pascal Case", Output::PascalCase},
                                                  {"Camel Case", Output::CamelCase},
                                                  {"Snake Case", Output::SnakeCase},
                                                  {"Kebab Case", Output::KebabCase},
                                                  {"Trim", Output::Trim},
                                                  {"Substring", Output::Substring},
                                                  {"Affix", Output::Affix}};
    constexpr std::size_t longestAffix = 1000;
    FormatStringOptions formatting;
    formatting.field = options.text("stringField");
    formatting.output = options.word<Output>("outputFormat", outputs, Output::UpperCase);
    formatting.substringStart = options.number("substringStart", 0);
    formatting.substringEnd = options.number("substringEnd");
    formatting.prefix = options.text("stringPrefix").substr(0, longestAffix);
    formatting.suffix = options.text("stringSuffix").substr(0, longestAffix);
    return makeTransformation(std::move(formatting), formatString);
}

} // namespace sightglass
