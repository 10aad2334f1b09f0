// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/panelfields.h"

#include "model/dashboard/calculatedsamples.h"
#include "model/dashboard/serverexpression.h"
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

bool isOfExpression(const PanelSeries &series, const PanelSpec &panel)
{
    return series.query >= panel.queries.size();
}

/// The names of series without a legend of their own, from what tells them apart.
void nameAutomatically(PanelData &data, const PanelSpec &panel)
{
    std::vector<Frame> frames;
    for (PanelSeries &series : data.series) {
        Field field;
        field.name = isOfExpression(series, panel) ? queryRefId(panel, series.query) : "Value";
        field.labels = series.labels;
        frames.push_back({{}, {}, {std::move(field)}});
        if (!isOfExpression(series, panel) && panel.queries[series.query].legend != autoLegend)
            frames.back().fields.front().legend = series.name;
    }
    const DisplayNames names(frames);
    for (std::size_t i = 0; i < frames.size(); ++i) {
        PanelSeries &series = data.series[i];
        const bool isAutomatic = isOfExpression(series, panel) ||
                                 (panel.queries[series.query].legend == autoLegend && !series.labels.empty());
        if (isAutomatic)
            series.name = names.of(frames[i].fields.front(), frames[i]);
    }
}

/// A legend with each {{label}} place replaced by what `valueOf` says of the label.
template<typename ValueOf>
std::string filled(std::string_view legend, const ValueOf &valueOf)
{
    std::string text;
    while (true) {
        const std::size_t open = legend.find("{{");
        const std::size_t close = open == std::string_view::npos ? open : legend.find("}}", open + 2);
        if (close == std::string_view::npos)
            return text.append(legend);
        std::string_view name = legend.substr(open + 2, close - open - 2);
        name.remove_prefix(std::min(name.find_first_not_of(' '), name.size()));
        name.remove_suffix(name.size() - (name.find_last_not_of(' ') + 1));
        text.append(legend.substr(0, open)).append(valueOf(name));
        legend.remove_prefix(close + 2);
    }
}

/// What selects a series that has none of the labels of a legend's places: {k=""}.
std::string selectorOfNone(std::string_view legend)
{
    std::string selector;
    static_cast<void>(filled(legend, [&selector](std::string_view name) {
        selector.append(selector.empty() ? "{" : ", ").append(name).append("=\"\"");
        return std::string_view();
    }));
    return selector + '}';
}

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(' ') == std::string_view::npos;
}

/// The names of series whose legend is nothing but places of labels that they have not. Among others of the
/// query that have them a single one is told by that; several, or all, by all their labels.
void nameBlanks(PanelData &data, const PanelSpec &panel)
{
    for (std::size_t query = 0; query < panel.queries.size(); ++query) {
        const std::string &legend = panel.queries[query].legend;
        if (legend == autoLegend || legend.find("{{") == std::string::npos)
            continue;
        std::vector<PanelSeries *> blanks;
        bool hasOthers = false;
        for (PanelSeries &series : data.series) {
            if (series.query != query)
                continue;
            if (isBlank(series.name))
                blanks.push_back(&series);
            else
                hasOthers = true;
        }
        for (PanelSeries *series : blanks)
            series->name =
                hasOthers && blanks.size() == 1 ? selectorOfNone(legend) : series->labels.toString();
    }
}

} // namespace

std::string queryRefId(const PanelSpec &panel, std::size_t query)
{
    if (query < panel.queries.size() && !panel.queries[query].refId.empty())
        return panel.queries[query].refId;
    if (query >= panel.queries.size()) {
        const auto expressions = serverExpressions(panel);
        if (query - panel.queries.size() < expressions.size())
            return expressions[query - panel.queries.size()].refId;
    }
    constexpr std::size_t letters = 26;
    std::string refId(1, static_cast<char>('A' + query % letters));
    return query < letters ? refId : refId + std::to_string(query / letters);
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
        // Named by what tells them apart, with their letter in front.
        if (isOfExpression(series, panel)) {
            automatic = true;
            continue;
        }
        const PanelQuery &query = panel.queries[series.query];
        const bool unnamed = query.legend.empty() || query.legend == autoLegend;
        automatic = automatic || query.legend == autoLegend;
        series.name = unnamed && series.labels.empty()
                          ? query.expr
                          : legendText(unnamed ? std::string_view() : query.legend, series.labels);
        if (series.name.empty() && series.labels.empty())
            series.name = "Value";
    }
    nameBlanks(data, panel);
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
    return filled(legend, [&labels](std::string_view name) { return labels.value(name); });
}

} // namespace sightglass
