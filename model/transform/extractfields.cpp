// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/jsregex.h"
#include "model/transform/fieldextractors.h"
#include "model/transform/frametools.h"
#include "model/transform/makers.h"

#include <unordered_map>

namespace sightglass {

namespace {

struct ExtractFieldsOptions
{
    enum class Format : std::uint8_t
    {
        Auto, ///< JSON where it is some, else pairs
        Json,
        Pairs,
        Parts,
        Regex
    };
    std::string source;
    Format format = Format::Auto;
    std::vector<JsonPath> jsonPaths;
    std::string delimiter = ",";
    std::string regex;
    bool replace = false;
    bool keepTime = false;
};

using Format = ExtractFieldsOptions::Format;

/// The options with what one run needs ready.
struct Extractor
{
    const ExtractFieldsOptions &options;
    std::optional<JsRegex> regex;

    [[nodiscard]] ExtractedValues extracted(const std::string &text) const
    {
        switch (options.format) {
        case Format::Json:
            return extractedJson(text, options.jsonPaths).value_or(ExtractedValues{});
        case Format::Pairs:
            return extractedPairs(text);
        case Format::Parts:
            return extractedParts(text, options.delimiter);
        case Format::Regex: {
            ExtractedValues values;
            if (regex) {
                for (auto &[name, value] : regex->namedGroups(text))
                    values.emplace_back(std::move(name), std::move(value));
            }
            return values;
        }
        case Format::Auto:
            break;
        }
        auto json = extractedJson(text, {});
        return json ? *json : extractedPairs(text);
    }
};

/// Columns as they turn up, each as long as the frame.
class NewColumns
{
public:
    NewColumns(std::size_t rows, std::size_t mostColumns)
        : m_rows(rows)
        , m_mostColumns(mostColumns)
    {}

    void add(std::size_t row, ExtractedValues values)
    {
        for (auto &[name, value] : values) {
            auto found = m_byName.find(name);
            if (found == m_byName.end()) {
                m_cut = m_cut || m_fields.size() >= m_mostColumns;
                if (m_fields.size() >= m_mostColumns)
                    continue;
                found = m_byName.emplace(name, m_fields.size()).first;
                m_fields.push_back(makeField(name, FieldType::Text, std::vector<FieldValue>(m_rows)));
            }
            m_fields[found->second].values[row] = std::move(value);
        }
    }

    [[nodiscard]] bool cut() const noexcept { return m_cut; }
    [[nodiscard]] std::vector<Field> fields() &&
    {
        for (Field &field : m_fields)
            field.type = typeOfValues(field.values).value_or(FieldType::Text);
        return std::move(m_fields);
    }

private:
    std::size_t m_rows;
    std::size_t m_mostColumns;
    bool m_cut = false;
    std::vector<Field> m_fields;
    std::unordered_map<std::string, std::size_t> m_byName;
};

void extractInto(Frame &frame, const std::vector<std::string> &names, const Extractor &extractor,
                 TransformContext &context)
{
    const auto source = fieldNamed(frame, names, context.text(extractor.options.source));
    if (!source)
        return;
    const std::size_t rows = rowsOf(frame);
    const TransformLimits &limits = context.limits();
    NewColumns columns(rows, std::min(limits.columns, limits.cells / std::max<std::size_t>(rows, 1)));
    for (std::size_t row = 0; row < rows; ++row) {
        const FieldValue &cell = cellAt(frame.fields[*source], row);
        if (const auto *text = std::get_if<std::string>(&cell))
            columns.add(row, extractor.extracted(*text));
    }
    if (columns.cut())
        context.note("the texts hold too many names; some columns are left out");
    std::vector<Field> fields;
    if (!extractor.options.replace)
        fields = frame.fields;
    if (extractor.options.keepTime) {
        auto time = fieldNamed(frame, names, timeFieldName);
        time = time ? time : fieldNamed(frame, names, "time");
        if (time)
            fields.push_back(frame.fields[*time]);
    }
    std::vector<Field> added = std::move(columns).fields();
    std::move(added.begin(), added.end(), std::back_inserter(fields));
    frame.fields = std::move(fields);
}

std::vector<Frame> extractFields(std::vector<Frame> frames, const ExtractFieldsOptions &options,
                                 TransformContext &context)
{
    if (options.source.empty())
        return frames;
    Extractor extractor{options, std::nullopt};
    if (options.format == Format::Regex) {
        // Without slashes it is none for Grafana, which then takes the whole text as one field.
        const std::string text = context.text(options.regex);
        auto regex = JsRegex::fromText(text.starts_with('/') ? text : "/(?<NewField>.*)/");
        if (regex)
            extractor.regex = std::move(regex).value();
        else
            context.note(plainText(regex.error()));
    }
    const FieldNames names(frames);
    for (std::size_t f = 0; f < frames.size(); ++f)
        extractInto(frames[f], names.of(f), extractor, context);
    return frames;
}

} // namespace

TransformationPtr makeExtractFields(OptionReader &options)
{
    static constexpr OptionWord<Format> formats[]{{"auto", Format::Auto},       {"csv", Format::Parts},
                                                  {"delimiter", Format::Parts}, {"json", Format::Json},
                                                  {"kvp", Format::Pairs},       {"regexp", Format::Regex}};
    ExtractFieldsOptions extracting;
    extracting.source = options.text("source");
    extracting.format = options.word<Format>("format", formats, Format::Auto);
    for (OptionReader &item : options.objects("jsonPaths")) {
        JsonPath path{item.text("path"), item.text("alias")};
        item.finish();
        if (!path.path.empty())
            extracting.jsonPaths.push_back(std::move(path));
    }
    extracting.delimiter = options.text("delimiter", ",");
    extracting.regex = options.pattern("regExp");
    extracting.replace = options.flag("replace");
    extracting.keepTime = options.flag("keepTime");
    return makeTransformation(std::move(extracting), extractFields);
}

} // namespace sightglass
