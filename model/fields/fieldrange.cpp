// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/fieldrange.h"

#include "model/fields/calculation.h"

#include <algorithm>
#include <optional>

namespace sightglass {

namespace {

/// The smallest and largest number of fields, as far as there are any.
struct Extremes
{
    std::optional<double> low;
    std::optional<double> high;

    void add(const Field &field)
    {
        if (field.type != FieldType::Number)
            return;
        const FieldValue min = calculate(Calculation::Min, field);
        const FieldValue max = calculate(Calculation::Max, field);
        if (const auto *number = std::get_if<double>(&min))
            low = low ? std::min(*low, *number) : *number;
        if (const auto *number = std::get_if<double>(&max))
            high = high ? std::max(*high, *number) : *number;
    }
};

FieldRange rangeOf(const FieldConfig &config, const Extremes &extremes)
{
    FieldRange range;
    range.low = config.min ? *config.min : extremes.low.value_or(range.low);
    range.high = config.max ? *config.max : extremes.high.value_or(range.high);
    if (config.min && config.max && range.low > range.high)
        std::swap(range.low, range.high);
    if (!(range.low < range.high))
        range.high = range.low + 1;
    return range;
}

Extremes extremesOf(const std::vector<Frame> &frames)
{
    Extremes extremes;
    for (const Frame &frame : frames) {
        for (const Field &field : frame.fields)
            extremes.add(field);
    }
    return extremes;
}

} // namespace

FieldRange fieldRange(const Field &field)
{
    if (field.type != FieldType::Number)
        return {};
    Extremes extremes;
    if (!field.config.min || !field.config.max)
        extremes.add(field);
    return rangeOf(field.config, extremes);
}

FieldRange fieldRange(const std::vector<Frame> &frames, const FieldConfig &defaults)
{
    const bool configured = defaults.min && defaults.max;
    return rangeOf(defaults, configured ? Extremes{} : extremesOf(frames));
}

FieldRange fieldRange(const Field &field, const std::vector<Frame> &frames)
{
    if (field.type != FieldType::Number)
        return {};
    return field.config.fieldMinMax.value_or(false) ? fieldRange(field) : fieldRange(frames, field.config);
}

} // namespace sightglass
