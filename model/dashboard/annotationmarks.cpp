// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/annotationmarks.h"

#include "model/core/timegrid.h"
#include "model/dashboard/panelquery.h"
#include "model/dashboard/serieslookup.h"
#include "model/dashboard/storedmarks.h"
#include "model/variables/grafanainterval.h"
#include "model/variables/interpolation.h"
#include "parser/promql/parse.h"

#include <algorithm>
#include <cmath>
#include <utility>

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

void addMarks(const AnnotationSpec &annotation, const MatrixSeries &series, std::int64_t stepMs,
              AnnotationMarks &marks)
{
    AnnotationMark like;
    like.color = annotation.color;
    like.source = annotation.name;
    like.title = filled(annotation.title, series.labels);
    like.text = filled(annotation.text, series.labels);
    like.tags = tagsOf(annotation.tagLabels, series.labels);
    like.series = series.labels;
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

/// The answer at steps, with the value at the range's end.
Result<std::vector<MatrixSeries>> askedAtSteps(const promql::Expr &expr, const Snapshot &snapshot,
                                               const QueryEngine &engine, const PanelTime &time,
                                               const std::stop_token &cancel)
{
    const std::int64_t step = panelStepMs(time);
    const StepRange steps{gridFloor(time.range.from, step), gridFloor(time.range.to, step), step};
    auto answer = engine.range(snapshot, expr, steps, cancel);
    if (!answer)
        return std::move(answer).error();
    std::vector<MatrixSeries> series = resultSeries(std::move(*answer), steps.end);
    const TimestampMs end = time.live ? betweenSteps(time.range, step).to : time.range.to;
    if (end <= steps.end)
        return series;
    auto newest = engine.step(snapshot, expr, steps, end, cancel);
    if (!newest)
        return series;
    const SeriesLookup lookup(series);
    for (MatrixSeries &one : resultSeries(std::move(*newest), end)) {
        MatrixSeries *const known = lookup.find(one.labels);
        if (known == nullptr)
            series.push_back(std::move(one));
        else
            known->samples.insert(known->samples.end(), one.samples.begin(), one.samples.end());
    }
    return series;
}

} // namespace

Result<AnnotationMarks> annotationMarks(const AnnotationSpec &annotation, const VariableValues &values,
                                        const Snapshot &snapshot, const QueryEngine &engine,
                                        const PanelTime &time, std::stop_token cancel)
{
    PanelQuery query;
    query.interval = interpolated(annotation.interval, values);
    if (query.interval.empty())
        query.interval = std::to_string(std::min(standardStepMs,
                                                 std::max<std::int64_t>(time.range.lengthMs() / 200, 1000))) +
                         "ms";
    PanelTime coarse = time;
    coarse.maxPoints = std::min(coarse.maxPoints, mostSteps);
    coarse = queryTime(query, coarse);
    const std::string text = interpolated(annotation.expr, values, {.kind = TextKind::Query});
    const auto expr = promql::parseExpr(expandIntervals(text, coarse), engine.options().features);
    if (!expr)
        return expr.error();
    const auto answer = askedAtSteps(**expr, snapshot, engine, coarse, cancel);
    if (!answer)
        return answer.error();
    AnnotationMarks marks;
    const std::int64_t lookbackMs = engine.options().lookbackMs;
    const std::int64_t stepMs = panelStepMs(coarse);
    StoredMarks stored(**expr, snapshot, time.range, lookbackMs);
    for (const MatrixSeries &series : *answer) {
        const std::size_t first = marks.size();
        if (first >= mostAnnotationMarks)
            break;
        // Samples may lie farther apart than steps: what joins them is what interrupt() leaves.
        const bool isStored = !annotation.timeIsValue && stored.has(series.labels);
        addMarks(annotation, series, isStored ? std::max(stepMs, lookbackMs) : stepMs, marks);
        if (isStored)
            stored.interrupt(series.labels, marks, first);
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
    alerts.builtIn = true;
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
