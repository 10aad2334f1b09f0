// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/panelfields.h"

#include "model/dashboard/calculatedsamples.h"
#include "model/fields/displaynames.h"

#include <algorithm>
#include <utility>

namespace sightglass {

namespace {

/// The series as a frame with one column of these values, as matchers see it.
Frame frameOf(const PanelSeries &series, const PanelSpec &panel, std::span<const Sample> values)
{
    Field field;
    field.name = "Value";
    field.labels = series.labels;
    field.legend = series.name;
    field.values.reserve(values.size());
    for (const Sample &sample : values)
        field.values.emplace_back(sample.v);
    return {series.name, queryRefId(panel, series.query), {std::move(field)}};
}

/// What overrides by value read of a series.
SampleRun valuesFor(const std::vector<FieldOverride> &overrides, const PanelSeries &series)
{
    bool read = false;
    bool all = true;
    for (const FieldOverride &one : overrides) {
        if (const auto *byValue = std::get_if<ByValue>(&one.matcher)) {
            read = true;
            all = all && asksForExtremes(byValue->calculation);
        }
    }
    if (!read)
        return {};
    return all ? calculatedSamples(series, Calculation::Last) : stepSamples(series);
}

bool setsColor(const FieldOverride &one)
{
    return one.config.color.has_value();
}

/// What applyFieldConfig() makes of the defaults where no override matches.
FieldConfig untouchedConfig(const FieldConfig &defaults)
{
    std::vector<Frame> frames{{{}, {}, {Field()}}};
    applyFieldConfig(frames, defaults, {});
    return std::move(frames.front().fields.front().config);
}

/// The names of series without a legend of their own, from what tells them apart.
void nameAutomatically(PanelData &data, const PanelSpec &panel)
{
    std::vector<Frame> frames;
    for (PanelSeries &series : data.series) {
        Field field;
        field.name = "Value";
        field.labels = series.labels;
        frames.push_back({{}, {}, {std::move(field)}});
        if (panel.queries[series.query].legend != autoLegend)
            frames.back().fields.front().legend = series.name;
    }
    const DisplayNames names(frames);
    for (std::size_t i = 0; i < frames.size(); ++i) {
        PanelSeries &series = data.series[i];
        if (panel.queries[series.query].legend == autoLegend && !series.labels.empty())
            series.name = names.of(frames[i].fields.front(), frames[i]);
    }
}

} // namespace

std::string queryRefId(const PanelSpec &panel, std::size_t query)
{
    if (query < panel.queries.size() && !panel.queries[query].refId.empty())
        return panel.queries[query].refId;
    constexpr std::size_t letters = 26;
    std::string refId(1, static_cast<char>('A' + query % letters));
    return query < letters ? refId : refId + std::to_string(query / letters);
}

static bool isBlank(std::string_view text)
{
    return text.find_first_not_of(' ') == std::string_view::npos;
}

/// Names the series as the answer was named that this one goes on from, where both have the same ones.
static bool carryNames(PanelData &data)
{
    const auto earlier = data.continues ? data.continues->earlier.lock() : nullptr;
    const auto same = [](const PanelSeries &a, const PanelSeries &b) {
        return a.query == b.query && a.labels == b.labels;
    };
    if (!earlier || !std::ranges::equal(data.series, earlier->series, same))
        return false;
    for (std::size_t i = 0; i < data.series.size(); ++i)
        data.series[i].name = earlier->series[i].name;
    return true;
}

void nameSeries(PanelData &data, const PanelSpec &panel)
{
    // Configured names come over these, and overrides find series by these.
    const bool isNamedAgain = !panel.overrides.empty() || panel.field.displayName;
    if (!isNamedAgain && carryNames(data))
        return;
    bool automatic = false;
    for (PanelSeries &series : data.series) {
        const PanelQuery &query = panel.queries[series.query];
        const bool unnamed = query.legend.empty() || query.legend == autoLegend;
        automatic = automatic || query.legend == autoLegend;
        series.name = unnamed && series.labels.empty()
                          ? query.expr
                          : legendText(unnamed ? std::string_view() : query.legend, series.labels);
        // A legend of nothing but labels that a series has not is no name, as in Grafana.
        if (series.name.empty())
            series.name = series.labels.empty() ? "Value" : series.labels.toString();
        // Places only, and none of the labels is there.
        if (!unnamed && query.legend.find("{{") != std::string::npos && isBlank(series.name))
            series.name = series.labels.toString();
    }
    if (automatic)
        nameAutomatically(data, panel);
}

void configureSeries(PanelData &data, const PanelSpec &panel)
{
    if (panel.overrides.empty() && !panel.field.displayName)
        return;
    std::vector<Frame> frames;
    frames.reserve(data.series.size());
    for (const PanelSeries &series : data.series)
        frames.push_back(frameOf(series, panel, valuesFor(panel.overrides, series)));
    applyFieldConfig(frames, panel.field, panel.overrides);
    const FieldConfig untouched = untouchedConfig(panel.field);
    const bool colored = panel.field.color || std::ranges::any_of(panel.overrides, setsColor);
    const DisplayNames names(frames);
    for (std::size_t i = 0; i < frames.size(); ++i) {
        PanelSeries &series = data.series[i];
        Field &field = frames[i].fields.front();
        if (field.config.displayName)
            series.name = names.of(field, frames[i]);
        if (field.config == untouched)
            continue;
        // Lines are not coloured by thresholds unless somebody says so.
        if (!colored)
            field.config.color.reset();
        series.config = std::make_shared<const FieldConfig>(std::move(field.config));
    }
}

std::string legendText(std::string_view legend, const Labels &labels)
{
    if (legend.empty())
        return labels.toString();
    std::string text;
    while (true) {
        const std::size_t open = legend.find("{{");
        const std::size_t close = open == std::string_view::npos ? open : legend.find("}}", open + 2);
        if (close == std::string_view::npos)
            return text.append(legend);
        std::string_view name = legend.substr(open + 2, close - open - 2);
        name.remove_prefix(std::min(name.find_first_not_of(' '), name.size()));
        name.remove_suffix(name.size() - (name.find_last_not_of(' ') + 1));
        text.append(legend.substr(0, open)).append(labels.value(name));
        legend.remove_prefix(close + 2);
    }
}

} // namespace sightglass
