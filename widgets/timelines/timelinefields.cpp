// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timelines/timelinefields.h"

#include "model/dashboard/panelfields.h"
#include "model/fields/displaynames.h"

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

/// Times beyond this are no times: the years of JavaScript's dates.
constexpr double latestTime = 8.64e15;

bool isHidden(const FieldConfig &config)
{
    return config.graph.hideFrom.value_or(HideFrom()).plot;
}

bool isState(FieldType type)
{
    return type == FieldType::Number || type == FieldType::Text || type == FieldType::Boolean;
}

void addFrame(std::vector<TimelineField> &out, const Frame &frame, const DisplayNames &names)
{
    const auto time = std::ranges::find(frame.fields, FieldType::Time, &Field::type);
    if (time == frame.fields.end())
        return;
    for (const Field &field : frame.fields) {
        if (!isState(field.type) || isHidden(field.config))
            continue;
        const std::size_t rows = std::min(time->values.size(), field.values.size());
        out.push_back({names.of(field, frame),
                       field.labels,
                       field.type,
                       &field.config,
                       {},
                       std::span(time->values).first(rows),
                       std::span(field.values).first(rows)});
    }
}

} // namespace

std::optional<TimestampMs> TimelineField::timeAt(std::size_t index) const noexcept
{
    if (times.empty())
        return samples[index].t;
    const double *time = std::get_if<double>(&times[index]);
    if (time == nullptr || !(std::abs(*time) <= latestTime))
        return std::nullopt;
    return static_cast<TimestampMs>(*time);
}

FieldValue TimelineField::valueAt(std::size_t index) const
{
    return times.empty() ? FieldValue(samples[index].v) : values[index];
}

std::vector<TimelineField> timelineFields(const PanelSpec &spec, const PanelData &data)
{
    std::vector<TimelineField> fields;
    if (data.frames) {
        const DisplayNames names(*data.frames);
        for (const Frame &frame : *data.frames)
            addFrame(fields, frame, names);
        return fields;
    }
    for (const PanelSeries &series : data.series) {
        const FieldConfig &config = configOf(spec, series);
        if (!isHidden(config))
            fields.push_back({series.name,
                              series.labels,
                              FieldType::Number,
                              &config,
                              series.samples,
                              {},
                              {},
                              series.isThinned() ? std::max<std::int64_t>(data.fineStepMs, 1) : 0,
                              series.breaks});
    }
    return fields;
}

} // namespace sightglass
