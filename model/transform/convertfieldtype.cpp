// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/jsvalue.h"
#include "model/transform/cellvalue.h"
#include "model/transform/fieldselector.h"
#include "model/transform/makers.h"
#include "model/transform/momenttime.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace sightglass {

namespace {

struct FieldConversion
{
    enum class To : std::uint8_t
    {
        Nothing,
        Time,
        Number,
        Text,
        Boolean,
        Enumeration
    };
    std::string field;
    To to = To::Nothing;
    std::string dateFormat;
    std::vector<std::string> words;     ///< of an enumeration
    std::vector<ValueMapping> mappings; ///< that show its numbers as words
};

using To = FieldConversion::To;

struct ConvertOptions
{
    std::vector<FieldConversion> conversions;
};

FieldValue timeOf(const FieldValue &value, const std::string &format, const TransformContext &context)
{
    if (const auto *number = std::get_if<double>(&value))
        return format == "X" ? FieldValue(*number * 1000) : value;
    const auto *text = std::get_if<std::string>(&value);
    if (text == nullptr || text->empty())
        return {};
    const auto parsed = format.empty() ? parsedIsoTime(*text) : parsedTime(*text, format);
    if (!parsed)
        return {};
    const std::int64_t offset = parsed->hasOffset ? 0 : context.utcOffset(parsed->time);
    return static_cast<double>(parsed->time - offset);
}

FieldValue numberFrom(const FieldValue &value)
{
    const auto *text = std::get_if<std::string>(&value);
    if (isNull(value) || (text != nullptr && text->empty()))
        return {};
    double number = numberOf(value);
    if (text != nullptr) {
        // Some sources write 1,234.
        std::string bare = *text;
        std::erase(bare, ',');
        number = jsNumber(bare);
    }
    return std::isfinite(number) ? FieldValue(number) : FieldValue{};
}

FieldValue textFrom(const FieldValue &value, FieldType type, const std::string &format,
                    const TransformContext &context)
{
    const auto *number = std::get_if<double>(&value);
    if (type != FieldType::Time || number == nullptr)
        return templateText(value);
    const bool sane = std::fabs(*number) < 1e15;
    return formattedTime(*number, format, sane ? context.utcOffset(static_cast<TimestampMs>(*number)) : 0);
}

void toEnumeration(Field &field, const FieldConversion &conversion)
{
    if (conversion.words.empty())
        return;
    std::unordered_map<std::string, double> places;
    for (std::size_t i = 0; i < conversion.words.size(); ++i)
        places[conversion.words[i]] = static_cast<double>(i);
    for (FieldValue &value : field.values) {
        const auto found = isNull(value) ? places.end() : places.find(cellText(value));
        value = found == places.end() ? FieldValue{} : FieldValue(found->second);
    }
    field.type = FieldType::Number;
    field.config.mappings = conversion.mappings;
}

void convert(Field &field, const FieldConversion &conversion, const std::string &format,
             const TransformContext &context)
{
    const FieldType before = field.type;
    switch (conversion.to) {
    case To::Nothing:
        return;
    case To::Enumeration:
        toEnumeration(field, conversion);
        return;
    case To::Time:
        field.type = FieldType::Time;
        if (before == FieldType::Time && typeOfValues(field.values) == FieldType::Number)
            return;
        for (FieldValue &value : field.values)
            value = timeOf(value, format, context);
        return;
    case To::Number:
        field.type = FieldType::Number;
        std::transform(field.values.begin(), field.values.end(), field.values.begin(), numberFrom);
        return;
    case To::Text:
        field.type = FieldType::Text;
        for (FieldValue &value : field.values)
            value = textFrom(value, before, format, context);
        return;
    case To::Boolean:
        field.type = FieldType::Boolean;
        for (FieldValue &value : field.values)
            value = isTruthy(value);
        return;
    }
}

std::vector<Frame> convertFieldType(std::vector<Frame> frames, const ConvertOptions &options,
                                    TransformContext &context)
{
    const FieldNames names(frames);
    for (const FieldConversion &conversion : options.conversions) {
        const std::string format = context.text(conversion.dateFormat);
        const FieldSelector selects =
            fieldSelector(FieldMatching::byNames({context.text(conversion.field)}), context);
        for (std::size_t f = 0; f < frames.size(); ++f) {
            for (const std::size_t i : selectedFields(frames[f], names.of(f), selects))
                convert(frames[f].fields[i], conversion, format, context);
        }
    }
    return frames;
}

/// The words of an enumeration with their colours and icons, as mappings of their numbers.
void readEnumeration(OptionReader options, FieldConversion &conversion)
{
    conversion.words = options.texts("text");
    const std::vector<std::string> colors = options.texts("color");
    const std::vector<std::string> icons = options.texts("icon");
    for (std::size_t i = 0; i < conversion.words.size(); ++i) {
        ValueMapping mapping{ExactMapping{std::to_string(i)}, {conversion.words[i], {}, {}}};
        if (i < colors.size() && !colors[i].empty())
            mapping.result.color = colors[i];
        if (i < icons.size() && !icons[i].empty())
            mapping.result.icon = icons[i];
        conversion.mappings.push_back(std::move(mapping));
    }
    options.ignore({"description"});
    options.finish();
}

FieldConversion readConversion(OptionReader &options)
{
    static constexpr OptionWord<To> types[]{{"time", To::Time},
                                            {"number", To::Number},
                                            {"string", To::Text},
                                            {"boolean", To::Boolean},
                                            {"enum", To::Enumeration}};
    FieldConversion conversion;
    conversion.field = options.text("targetField");
    if (options.text("destinationType") == "other")
        options.loss("destinationType", "JSON stays text");
    else
        conversion.to = options.word<To>("destinationType", types, To::Nothing);
    conversion.dateFormat = options.text("dateFormat").substr(0, 200);
    if (options.has("enumConfig"))
        readEnumeration(options.object("enumConfig"), conversion);
    const std::string zone = options.text("timezone");
    if (!zone.empty() && zone != "browser")
        options.loss("timezone", "only the dashboard's own time zone is supported");
    options.ignore({"joinWith"}); // of lists, which Prometheus' answers never have
    options.finish();
    return conversion;
}

} // namespace

TransformationPtr makeConvertFieldType(OptionReader &options)
{
    ConvertOptions converting;
    for (OptionReader &item : options.objects("conversions")) {
        FieldConversion conversion = readConversion(item);
        if (!conversion.field.empty() && conversion.to != To::Nothing)
            converting.conversions.push_back(std::move(conversion));
    }
    options.ignore({"fields"});
    return makeTransformation(std::move(converting), convertFieldType);
}

} // namespace sightglass
