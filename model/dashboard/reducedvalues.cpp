// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/reducedvalues.h"

#include "model/dashboard/calculatedsamples.h"
#include "model/dashboard/framecells.h"
#include "model/dashboard/panelfields.h"
#include "model/dashboard/panelframes.h"
#include "model/dashboard/valueplaces.h"
#include "model/fields/fieldoverride.h"
#include "model/fields/jsregex.h"
#include "model/fields/jsvalue.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace sightglass {

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();
/// Grafana's, where a panel that shows all rows does not say how many.
constexpr std::size_t usualRows = 25;

std::int64_t staleAfterMs(const PanelData &data) noexcept
{
    constexpr std::int64_t steps = 2;
    return steps * data.stepMs;
}

bool ages(Calculation calculation)
{
    return calculation == Calculation::LastNotNull || calculation == Calculation::Last;
}

/// The extremes of numbers, to which ranges are open that no config closes.
struct Extremes
{
    std::optional<double> low;
    std::optional<double> high;

    void add(double value)
    {
        if (std::isnan(value))
            return;
        low = low ? std::min(*low, value) : value;
        high = high ? std::max(*high, value) : value;
    }
    void add(const Extremes &other)
    {
        add(other.low.value_or(missing));
        add(other.high.value_or(missing));
    }
};

Extremes extremesOf(const PanelSeries &series)
{
    Extremes extremes;
    for (const Sample &sample : series.inForce())
        extremes.add(sample.v);
    return extremes;
}

Extremes extremesOf(const Field &field)
{
    Extremes extremes;
    if (field.type != FieldType::Number)
        return extremes;
    for (const FieldValue &value : field.values) {
        if (const auto *number = std::get_if<double>(&value))
            extremes.add(*number);
    }
    return extremes;
}

FieldRange rangeOf(const FieldConfig &config, const Extremes &extremes)
{
    constexpr double allPercent = 100;
    FieldRange range;
    const bool percent = config.unit == "percent";
    const bool ratio = config.unit == "percentunit";
    const std::optional<double> low = percent || ratio ? std::optional(0.0) : extremes.low;
    const std::optional<double> high = percent ? std::optional(allPercent)
                                       : ratio ? std::optional(1.0)
                                               : extremes.high;
    range.low = config.min ? *config.min : low.value_or(range.low);
    range.high = config.max ? *config.max : high.value_or(range.high);
    if (range.low > range.high && config.min && config.max)
        std::swap(range.low, range.high);
    if (!(range.low < range.high))
        range.high = range.low + 1;
    return range;
}

/// Which fields a panel reduces.
class FieldChoice
{
public:
    explicit FieldChoice(const std::string &fields)
        : m_all(!fields.empty())
    {
        if (fields.empty())
            return;
        if (auto pattern = JsRegex::fromText(fields))
            m_pattern = std::move(pattern).value();
        m_name = fields;
    }

    [[nodiscard]] bool takes(FieldType type, const std::string &name) const
    {
        if (!m_all)
            return type == FieldType::Number;
        return name == m_name || (m_pattern && m_pattern->matches(name));
    }

private:
    bool m_all;
    std::string m_name;
    std::optional<JsRegex> m_pattern;
};

/// The reduction of one panel.
class Reducer
{
public:
    Reducer(const PanelSpec &spec, const PanelData &data)
        : m_spec(spec)
        , m_data(data)
        , m_reduce(reduceOf(spec.options) != nullptr ? *reduceOf(spec.options) : ReduceOptions())
        , m_calculations{m_reduce.calculation}
        , m_choice(m_reduce.fields)
        , m_limit(m_reduce.limit && *m_reduce.limit > 0 ? static_cast<std::size_t>(*m_reduce.limit)
                                                        : usualRows)
    {
        m_calculations.insert(m_calculations.end(), m_reduce.further.begin(), m_reduce.further.end());
        const auto *stat = std::get_if<StatOptions>(&spec.options);
        m_percentChange = stat != nullptr && stat->percentChange;
    }

    std::vector<ReducedValue> take()
    {
        if (m_data.frames)
            addFrames(*m_data.frames);
        else
            addAllSeries();
        return std::move(m_values);
    }

private:
    void addAllSeries();
    void addSeries(std::size_t index, const FieldRange &range);
    void reduceSeries(const PanelSeries &series, Calculation calculation, ReducedValue &value) const;
    void addFrames(const std::vector<Frame> &frames);
    void addField(const Frame &frame, std::size_t field);
    void addRows(const ValuePlace &place, const ReducedValue &like);
    void reduceField(const Frame &frame, const Field &field, Calculation calculation,
                     ReducedValue &value) const;
    void tellCalculation(Calculation calculation, ReducedValue &value) const;
    [[nodiscard]] std::shared_ptr<const FieldConfig> sharedConfig(const PanelSeries &series);
    [[nodiscard]] FieldRange rangeFor(const FieldConfig &config, const Extremes &own) const
    {
        return rangeOf(config, config.fieldMinMax.value_or(false) ? own : m_all);
    }

    const PanelSpec &m_spec;
    const PanelData &m_data;
    ReduceOptions m_reduce;
    std::vector<Calculation> m_calculations;
    FieldChoice m_choice;
    std::size_t m_limit;
    bool m_percentChange = false;
    Extremes m_all;
    std::shared_ptr<const FieldConfig> m_defaults;
    std::optional<DisplayNames> m_names;
    std::size_t m_fieldsBefore = 0;
    std::size_t m_seriesBefore = 0; ///< that frameSeries() made of the columns before
    std::vector<ReducedValue> m_values;
};

/// The last value as long as it is one: see reducedValues().
void reduceToLast(const PanelSeries &series, const PanelData &data, Calculation calculation,
                  ReducedValue &value)
{
    const std::span<const Sample> samples = series.inForce();
    const Sample newest = samples.back();
    const auto number = std::find_if(samples.rbegin(), samples.rend(),
                                     [](const Sample &sample) { return !std::isnan(sample.v); });
    // Stored samples lie as far apart as they were taken.
    const bool current = series.isStored() ? !series.stored->ended : isCurrent(newest.t, data);
    if (!current) {
        value.presence = Presence::Stale;
        value.last = newest;
        if (calculation == Calculation::LastNotNull && number != samples.rend()) {
            value.last = *number;
            value.value = number->v;
        }
        return;
    }
    const bool fresh = number != samples.rend() && number->t >= newest.t - staleAfterMs(data);
    value.value = fresh ? number->v : missing;
}

FieldValue calculated(Calculation calculation, const PanelSeries &series)
{
    if (series.isStored())
        return storedResult(series, calculation);
    Field field;
    field.values.reserve(series.samples.size());
    for (const Sample &sample : series.samples)
        field.values.emplace_back(sample.v);
    return calculate(calculation, field);
}

std::optional<double> numberIn(const FieldValue &value)
{
    const auto *number = std::get_if<double>(&value);
    return number != nullptr && !std::isnan(*number) ? std::optional(*number) : std::nullopt;
}

/// From the first to the last number, in percent of the first.
std::optional<double> percentChangeOf(const PanelSeries &series)
{
    const std::span<const Sample> samples = series.inForce();
    const auto isNumber = [](const Sample &sample) { return !std::isnan(sample.v); };
    const auto first = std::find_if(samples.begin(), samples.end(), isNumber);
    if (first == samples.end())
        return std::nullopt;
    const auto last = std::find_if(samples.rbegin(), samples.rend(), isNumber);
    constexpr double allPercent = 100;
    const double change = (last->v - first->v) / first->v * allPercent;
    return std::isnan(change) ? std::nullopt : std::optional(change);
}

std::shared_ptr<const FieldConfig> Reducer::sharedConfig(const PanelSeries &series)
{
    if (series.config)
        return series.config;
    if (!m_defaults)
        m_defaults = std::make_shared<const FieldConfig>(m_spec.field);
    return m_defaults;
}

void Reducer::addAllSeries()
{
    std::vector<Extremes> extremes;
    extremes.reserve(m_data.series.size());
    for (const PanelSeries &series : m_data.series) {
        extremes.push_back(extremesOf(series));
        m_all.add(extremes.back());
    }
    for (std::size_t i = 0; i < m_data.series.size(); ++i)
        addSeries(i, rangeFor(configOf(m_spec, m_data.series[i]), extremes[i]));
}

void Reducer::addSeries(std::size_t index, const FieldRange &range)
{
    const PanelSeries &series = m_data.series[index];
    if (!m_choice.takes(FieldType::Number, series.name))
        return;
    ReducedValue value;
    value.name = series.name;
    value.config = sharedConfig(series);
    value.range = range;
    value.labels = series.labels;
    value.series = index;
    value.field = index;
    if (m_reduce.allRows) {
        for (std::size_t row = 0; row < series.samples.size() && m_values.size() < m_limit; ++row) {
            value.value = series.samples[row].v;
            value.row = row;
            value.series.reset();
            m_values.push_back(value);
        }
        return;
    }
    for (const Calculation calculation : m_calculations) {
        ReducedValue one = value;
        reduceSeries(series, calculation, one);
        m_values.push_back(std::move(one));
    }
}

void Reducer::tellCalculation(Calculation calculation, ReducedValue &value) const
{
    const bool isNamed = value.config->displayName && !value.config->displayName->empty();
    if (m_calculations.size() > 1 && !isNamed)
        value.calculation = calculation;
}

void Reducer::reduceSeries(const PanelSeries &series, Calculation calculation, ReducedValue &value) const
{
    tellCalculation(calculation, value);
    if (series.inForce().empty()) {
        value.presence = Presence::None;
    } else if (ages(calculation)) {
        reduceToLast(series, m_data, calculation, value);
    } else {
        value.value = calculated(calculation, series);
        value.type = resultType(calculation, FieldType::Number);
        if (std::holds_alternative<std::monostate>(value.value))
            value.value = missing;
    }
    if (m_percentChange && value.presence == Presence::Current)
        value.percentChange = percentChangeOf(series);
}

void Reducer::addFrames(const std::vector<Frame> &frames)
{
    for (const Frame &frame : frames) {
        for (const Field &field : frame.fields)
            m_all.add(extremesOf(field));
    }
    m_names.emplace(frames);
    for (const Frame &frame : frames) {
        const bool timed = timeColumn(frame).has_value();
        for (std::size_t i = 0; i < frame.fields.size(); ++i) {
            addField(frame, i);
            m_fieldsBefore += frame.fields[i].type != FieldType::Time;
            m_seriesBefore += timed && isDrawn(frame.fields[i]);
        }
    }
}

void Reducer::addField(const Frame &frame, std::size_t index)
{
    const Field &field = frame.fields[index];
    std::string name = m_names->of(field, frame);
    if (!m_choice.takes(field.type, name))
        return;
    ReducedValue value;
    value.type = field.type;
    value.config = std::make_shared<const FieldConfig>(field.config);
    value.range = rangeFor(field.config, extremesOf(field));
    value.labels = field.labels;
    value.field = m_fieldsBefore;
    ValuePlace place{&frame, index, &*m_names, std::nullopt, {}, {}, m_data.range};
    if (m_reduce.allRows) {
        addRows(place, value);
        return;
    }
    if (timeColumn(frame) && isDrawn(field) && m_seriesBefore < m_data.series.size())
        value.series = m_seriesBefore;
    for (const Calculation calculation : m_calculations) {
        ReducedValue one = value;
        reduceField(frame, field, calculation, one);
        place.value = one.value;
        place.calculation = calculationId(calculation);
        one.name = field.config.displayName && !field.config.displayName->empty()
                       ? filledPlaces(*field.config.displayName, place)
                       : name;
        m_values.push_back(std::move(one));
    }
}

void Reducer::addRows(const ValuePlace &place, const ReducedValue &like)
{
    const Field &field = place.frame->fields[place.field];
    for (std::size_t row = 0; row < field.values.size() && m_values.size() < m_limit; ++row) {
        ReducedValue value = like;
        ValuePlace here = place;
        here.row = row;
        here.value = field.values[row];
        value.value = field.values[row];
        value.row = row;
        value.name = rowName(here);
        m_values.push_back(std::move(value));
    }
}

/// A column beside a time that goes on is a series: its last value ages as a series' does.
void Reducer::reduceField(const Frame &frame, const Field &field, Calculation calculation,
                          ReducedValue &value) const
{
    tellCalculation(calculation, value);
    if (m_percentChange)
        value.percentChange = numberIn(calculate(Calculation::DifferencePercent, field));
    const auto time = timeColumn(frame);
    if (value.series && ages(calculation) && field.type == FieldType::Number &&
        std::ranges::is_sorted(frame.fields[*time].values, {}, cellNumber)) {
        const PanelSeries &series = m_data.series[*value.series];
        if (series.samples.empty())
            value.presence = Presence::None;
        else
            reduceToLast(series, m_data, calculation, value);
        return;
    }
    value.value = calculate(calculation, field);
    value.type = resultType(calculation, field.type);
    if (field.values.empty())
        value.presence = Presence::None;
}

} // namespace

double ReducedValue::number() const noexcept
{
    return std::holds_alternative<std::monostate>(value) ? missing : cellNumber(value);
}

bool isCurrent(TimestampMs newest, const PanelData &data) noexcept
{
    return newest >= data.range.to - staleAfterMs(data);
}

std::vector<ReducedValue> reducedValues(const PanelSpec &spec, const PanelData &data)
{
    return Reducer(spec, data).take();
}

} // namespace sightglass
