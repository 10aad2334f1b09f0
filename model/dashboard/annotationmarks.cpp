// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/annotationmarks.h"

#include "model/dashboard/panelquery.h"
#include "model/dashboard/sampleexpression.h"
#include "model/dashboard/sampleholes.h"
#include "model/variables/grafanainterval.h"
#include "model/variables/interpolation.h"
#include "parser/promql/parse.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

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

/// The stored series that the answers of a query are, where it is one selector or several joined by "or".
class StoredMarks
{
public:
    StoredMarks(const std::string &query, const Snapshot &snapshot, TimeRange range, std::int64_t lookbackMs)
        : m_lookbackMs(lookbackMs)
        , m_holes(lookbackMs, evaluationMs)
    {
        const auto expr = promql::parseExpr(query);
        if (expr && !add(**expr, snapshot, {range.from - lookbackMs, range.to}))
            m_views.clear();
    }

    [[nodiscard]] bool has(const Labels &series) const { return m_views.contains(series); }

    /// The marks from the `first` on, which are of one series, end where nobody evaluated.
    void interrupt(const Labels &series, AnnotationMarks &marks, std::size_t first)
    {
        const auto view = m_views.find(series);
        if (view == m_views.end())
            return;
        const AnnotationMarks whole(marks.begin() + static_cast<std::ptrdiff_t>(first), marks.end());
        marks.resize(first);
        for (const AnnotationMark &mark : whole)
            addParts(*view->second, mark, marks);
    }

private:
    static constexpr std::int64_t evaluationMs = 1000; ///< the shortest usual interval of rules

    /// False for any other expression.
    bool add(const promql::Expr &expr, const Snapshot &snapshot, TimeRange range)
    {
        if (expr.kind == promql::ExprKind::Binary) {
            const auto &binary = static_cast<const promql::Binary &>(expr);
            return binary.op == promql::BinaryOp::Or && add(*binary.lhs, snapshot, range) &&
                   add(*binary.rhs, snapshot, range);
        }
        const auto samples = SampleExpression::of(expr);
        if (!samples || !samples->isPlain() || samples->offsetMs() != 0)
            return false;
        for (const auto &view : snapshot.select(samples->selector().matchers, range))
            m_views.emplace(view->labels(), view);
        return true;
    }

    void addParts(const SeriesView &series, const AnnotationMark &mark, AnnotationMarks &marks)
    {
        AnnotationMark part = mark;
        const TimestampMs from = mark.from - m_lookbackMs;
        series.read({from, mark.to}, m_columns);
        const SampleHoles::Read read{series, m_columns.times, from};
        for (std::size_t i = 0; i < m_columns.times.size(); ++i) {
            const TimestampMs at = m_columns.times[i];
            if (isStaleMarker(m_columns.values[i]))
                continue;
            const bool isLast = i + 1 == m_columns.times.size();
            const TimestampMs next = isLast ? mark.to : m_columns.times[i + 1];
            const bool goesOn =
                (isLast || !isStaleMarker(m_columns.values[i + 1])) && !m_holes.isHole(read, at, next - at);
            if (at < mark.from && next >= mark.from)
                part.from = goesOn ? part.from : next;
            if (next <= mark.from || at < mark.from || goesOn)
                continue;
            part.to = at;
            if (marks.size() < mostAnnotationMarks)
                marks.push_back(part);
            const auto later = nextSample(i + 1);
            if (!later)
                return;
            part.from = *later;
        }
        part.to = mark.to;
        if (part.from <= part.to && marks.size() < mostAnnotationMarks)
            marks.push_back(part);
    }

    /// The time of the first that is no stale marker.
    [[nodiscard]] std::optional<TimestampMs> nextSample(std::size_t i) const
    {
        while (i < m_columns.times.size() && isStaleMarker(m_columns.values[i]))
            ++i;
        return i < m_columns.times.size() ? std::optional(m_columns.times[i]) : std::nullopt;
    }

    std::int64_t m_lookbackMs;
    std::map<Labels, std::shared_ptr<const SeriesView>> m_views;
    SampleHoles m_holes;
    SampleColumns m_columns; ///< of the last mark
};

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
    const std::int64_t lookbackMs = engine.options().lookbackMs;
    StoredMarks stored(query.expr, snapshot, time.range, lookbackMs);
    for (const PanelSeries &series : data.series) {
        const std::size_t first = marks.size();
        if (first >= mostAnnotationMarks)
            break;
        // Samples may lie farther apart than steps: what joins them is what interrupt() leaves.
        const bool isStored = !annotation.timeIsValue && stored.has(series.labels);
        addMarks(annotation, series, isStored ? std::max(data.stepMs, lookbackMs) : data.stepMs, marks);
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
