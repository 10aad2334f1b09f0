// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/calculationtitle.h"
#include "model/transform/fieldselector.h"
#include "model/transform/makers.h"

#include <set>

namespace sightglass {

namespace {

struct ReduceOptions
{
    enum class Mode : std::uint8_t
    {
        SeriesToRows, ///< a row for each field, a column for each calculation
        ReduceFields  ///< the same columns with one row
    };
    Mode mode = Mode::SeriesToRows;
    std::vector<Calculation> calculations;
    FieldMatching fields = FieldMatching::notTime();
    bool labelsToFields = false;
};

std::vector<std::string> labelNames(const std::vector<Frame> &frames)
{
    std::set<std::string, std::less<>> names;
    for (const Frame &frame : frames) {
        for (const Field &field : frame.fields) {
            for (const LabelView label : field.labels) {
                if (!names.contains(label.name))
                    names.emplace(label.name);
            }
        }
    }
    return {names.begin(), names.end()};
}

/// The table of "series to rows" while it is filled.
class ReducedTable
{
public:
    ReducedTable(const ReduceOptions &options, std::vector<std::string> labels)
        : m_options(options)
        , m_labels(std::move(labels))
    {
        m_frame.fields.push_back(makeField("Field", FieldType::Text));
        for (const std::string &label : m_labels)
            m_frame.fields.push_back(makeField(label, FieldType::Text));
        for (const Calculation calculation : options.calculations)
            m_frame.fields.push_back(makeField(calculationTitle(calculation), FieldType::Number));
    }

    void add(const Field &field, const std::string &displayName)
    {
        std::size_t column = 0;
        m_frame.fields[column++].values.emplace_back(m_options.labelsToFields ? field.name : displayName);
        for (const std::string &label : m_labels) {
            const std::string_view value = field.labels.value(label);
            m_frame.fields[column++].values.push_back(value.empty() ? FieldValue{} : std::string(value));
        }
        for (const Calculation calculation : m_options.calculations)
            m_frame.fields[column++].values.push_back(calculate(calculation, field));
    }

    /// With the types that the results turned out to have.
    [[nodiscard]] Frame frame() &&
    {
        for (std::size_t i = 1 + m_labels.size(); i < m_frame.fields.size(); ++i) {
            Field &field = m_frame.fields[i];
            field.type = typeOfValues(field.values).value_or(FieldType::Number);
        }
        return std::move(m_frame);
    }

private:
    const ReduceOptions &m_options;
    std::vector<std::string> m_labels;
    Frame m_frame;
};

std::vector<Frame> seriesToRows(const std::vector<Frame> &frames, const ReduceOptions &options,
                                const FieldSelector &selects, TransformContext &context)
{
    if (frames.empty())
        return {};
    std::vector<std::string> labels;
    if (options.labelsToFields)
        labels = labelNames(frames);
    labels.resize(context.columnsWithin(labels.size()));
    const FieldNames names(frames);
    ReducedTable table(options, std::move(labels));
    for (std::size_t f = 0; f < frames.size(); ++f) {
        for (const std::size_t i : selectedFields(frames[f], names.of(f), selects))
            table.add(frames[f].fields[i], names.of(f, i));
    }
    std::vector<Frame> answer{std::move(table).frame()};
    answer.front().refId = combinedRefId("reduce", frames);
    return answer;
}

Field reducedField(const Field &field, Calculation calculation)
{
    Field reduced = emptied(field);
    reduced.values.push_back(calculate(calculation, field));
    if (const auto type = typeOfValues(reduced.values); type && field.type != FieldType::Time)
        reduced.type = *type;
    return reduced;
}

std::vector<Frame> reduceFields(const std::vector<Frame> &frames, const ReduceOptions &options,
                                const FieldSelector &selects)
{
    const FieldNames names(frames);
    std::vector<Frame> answer;
    for (std::size_t f = 0; f < frames.size(); ++f) {
        Frame reduced;
        reduced.name = frames[f].name;
        reduced.refId = frames[f].refId;
        for (const std::size_t i : selectedFields(frames[f], names.of(f), selects)) {
            for (const Calculation calculation : options.calculations) {
                Field field = reducedField(frames[f].fields[i], calculation);
                if (options.calculations.size() > 1)
                    field.labels = field.labels.with("reducer", calculationTitle(calculation));
                reduced.fields.push_back(std::move(field));
            }
        }
        if (!reduced.fields.empty())
            answer.push_back(std::move(reduced));
    }
    return answer;
}

std::vector<Frame> reduce(std::vector<Frame> frames, const ReduceOptions &options, TransformContext &context)
{
    if (options.calculations.empty())
        return frames;
    const FieldSelector selects = fieldSelector(options.fields, context);
    if (options.mode == ReduceOptions::Mode::ReduceFields)
        return reduceFields(frames, options, selects);
    return seriesToRows(frames, options, selects, context);
}

} // namespace

TransformationPtr makeReduce(OptionReader &options)
{
    static constexpr OptionWord<ReduceOptions::Mode> modes[]{
        {"seriesToRows", ReduceOptions::Mode::SeriesToRows},
        {"reduceFields", ReduceOptions::Mode::ReduceFields}};
    ReduceOptions reducing;
    reducing.mode = options.word<ReduceOptions::Mode>("mode", modes, reducing.mode);
    options.means("reducers", AskedOption::Kind::Calculations);
    for (const std::string &id : options.texts("reducers")) {
        if (const auto calculation = calculationFromId(id))
            reducing.calculations.push_back(*calculation);
        else
            options.loss("reducers", "unknown calculation \"" + id + "\"");
    }
    if (!options.has("reducers"))
        reducing.calculations = {Calculation::Max};
    const bool withTime = options.flag("includeTimeField");
    if (withTime && reducing.mode == ReduceOptions::Mode::ReduceFields)
        reducing.fields = {};
    if (options.has("fields"))
        reducing.fields = FieldMatching::read(options.object("fields"));
    reducing.labelsToFields = options.flag("labelsToFields");
    return makeTransformation(std::move(reducing), reduce);
}

} // namespace sightglass
