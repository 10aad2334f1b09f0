// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/annotationmarks.h"

#include "model/dashboard/panelquery.h"
#include "model/variables/grafanainterval.h"
#include "model/variables/interpolation.h"

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

constexpr int mostSteps = 1000;
constexpr std::int64_t standardStepMs = 60'000; ///< Grafana's, where an annotation says none

/// {{label}} places.
std::string filled(std::string_view text, const Labels &labels)
{
    std::string result;
    while (!text.empty()) {
        const std::size_t open = text.find("{{");
        const std::size_t close = open == std::string_view::npos ? open : text.find("}}", open);
        if (close == std::string_view::npos)
            break;
        result.append(text.substr(0, open));
        std::string_view name = text.substr(open + 2, close - open - 2);
        while (!name.empty() && name.front() == ' ')
            name.remove_prefix(1);
        while (!name.empty() && name.back() == ' ')
            name.remove_suffix(1);
        result.append(labels.value(name));
        text.remove_prefix(close + 2);
    }
    return result.append(text);
}

std::vector<std::string> tagsOf(std::string_view names, const Labels &labels)
{
    std::vector<std::string> tags;
    while (!names.empty()) {
        const std::size_t comma = std::min(names.find(','), names.size());
        std::string_view name = names.substr(0, comma);
        while (!name.empty() && name.front() == ' ')
            name.remove_prefix(1);
        const std::string value(labels.value(name));
        if (!value.empty())
            tags.push_back(value);
        names.remove_prefix(std::min(comma + 1, names.size()));
    }
    return tags;
}

void addMarks(const AnnotationSpec &annotation, const PanelSeries &series, std::int64_t stepMs,
              AnnotationMarks &marks)
{
    AnnotationMark like;
    like.color = annotation.color;
    like.source = annotation.name;
    like.title = filled(annotation.title, series.labels);
    like.text = filled(annotation.text, series.labels);
    like.tags = tagsOf(annotation.tagLabels, series.labels);
    TimestampMs before = 0;
    bool goesOn = false;
    for (const Sample &sample : series.samples) {
        if (sample.v == 0 || std::isnan(sample.v)) {
            goesOn = false;
            continue;
        }
        if (annotation.timeIsValue) {
            like.from = like.to = static_cast<TimestampMs>(std::llround(std::clamp(sample.v, 0.0, 9e15)));
            const bool known =
                !marks.empty() && marks.back().from == like.from && marks.back().title == like.title;
            if (!known)
                marks.push_back(like);
        } else if (goesOn && sample.t - before <= stepMs) {
            marks.back().to = sample.t;
        } else {
            like.from = like.to = sample.t;
            marks.push_back(like);
        }
        goesOn = true;
        before = sample.t;
        if (marks.size() >= mostAnnotationMarks)
            return;
    }
}

} // namespace

Result<AnnotationMarks> annotationMarks(const AnnotationSpec &annotation, const VariableValues &values,
                                        const Snapshot &snapshot, const QueryEngine &engine,
                                        const PanelTime &time, std::stop_token cancel)
{
    PanelSpec panel;
    panel.options = standardOptions(PanelType::Stat); // its series are of the steps, nothing between
    panel.maxDataPoints = mostSteps;
    PanelQuery query;
    query.expr = interpolated(annotation.expr, values, {.kind = TextKind::Query});
    query.interval = interpolated(annotation.interval, values);
    if (query.interval.empty())
        query.interval = std::to_string(std::min(standardStepMs,
                                                 std::max<std::int64_t>(time.range.lengthMs() / 200, 1000))) +
                         "ms";
    panel.queries = {query};
    PanelTime coarse = time;
    coarse.maxPoints = std::min(coarse.maxPoints, mostSteps);
    const PanelData data = queryPanel(snapshot, engine, panel, coarse, std::move(cancel));
    if (data.error)
        return *data.error;
    AnnotationMarks marks;
    for (const PanelSeries &series : data.series) {
        if (marks.size() < mostAnnotationMarks)
            addMarks(annotation, series, data.stepMs, marks);
    }
    std::erase_if(marks, [&time](const AnnotationMark &mark) {
        return mark.to < time.range.from || mark.from > time.range.to;
    });
    std::stable_sort(marks.begin(), marks.end(),
                     [](const AnnotationMark &a, const AnnotationMark &b) { return a.from < b.from; });
    return marks;
}

bool concerns(const AnnotationSpec &annotation, const std::string &panelId)
{
    if (annotation.panels.empty())
        return true;
    const bool listed =
        std::ranges::any_of(annotation.panels, [&panelId](int id) { return std::to_string(id) == panelId; });
    return listed != annotation.excludesPanels;
}

AnnotationSpec alertAnnotation()
{
    AnnotationSpec alerts;
    alerts.name = "Alerts";
    alerts.expr = R"(ALERTS{alertstate="firing"})";
    alerts.title = "{{alertname}}";
    alerts.tagLabels = "severity,instance";
    alerts.color = "critical";
    return alerts;
}

std::vector<AnnotationSpec> askedAnnotations(const std::vector<AnnotationSpec> &annotations)
{
    std::vector<AnnotationSpec> asked;
    for (const AnnotationSpec &annotation : annotations) {
        if (annotation.builtIn) {
            AnnotationSpec alerts = alertAnnotation();
            alerts.enabled = annotation.enabled;
            alerts.hidden = annotation.hidden;
            asked.push_back(alerts);
        } else if (!annotation.expr.empty()) {
            asked.push_back(annotation);
        }
    }
    return asked;
}

} // namespace sightglass
