// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/storedmarks.h"

#include "model/dashboard/sampleexpression.h"

#include <algorithm>
#include <string>

namespace sightglass {

namespace {

constexpr std::int64_t evaluationMs = 1000; ///< the shortest usual interval of rules
constexpr std::size_t mostTargets = 16;     ///< that are asked whether anybody scraped them

} // namespace

StoredMarks::StoredMarks(const promql::Expr &expr, const Snapshot &snapshot, TimeRange range,
                         std::int64_t lookbackMs)
    : m_snapshot(snapshot)
    , m_range{range.from - lookbackMs, range.to}
    , m_lookbackMs(lookbackMs)
    , m_holes(lookbackMs, evaluationMs)
{
    if (!add(expr, m_range))
        m_views.clear();
}

/// False for any other expression.
bool StoredMarks::add(const promql::Expr &expr, TimeRange range)
{
    if (expr.kind == promql::ExprKind::Binary) {
        const auto &binary = static_cast<const promql::Binary &>(expr);
        return binary.op == promql::BinaryOp::Or && add(*binary.lhs, range) && add(*binary.rhs, range);
    }
    const auto samples = SampleExpression::of(expr);
    if (!samples || !samples->isPlain() || samples->offsetMs() != 0)
        return false;
    for (const auto &view : m_snapshot.select(samples->selector().matchers, range))
        m_views.emplace(view->labels(), view);
    return true;
}

void StoredMarks::interrupt(const Labels &series, AnnotationMarks &marks, std::size_t first)
{
    const auto view = m_views.find(series);
    if (view == m_views.end())
        return;
    const AnnotationMarks whole(marks.begin() + static_cast<std::ptrdiff_t>(first), marks.end());
    marks.resize(first);
    for (const AnnotationMark &mark : whole)
        addParts(*view->second, mark, marks);
}

void StoredMarks::addParts(const SeriesView &series, const AnnotationMark &mark, AnnotationMarks &marks)
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
            (isLast || !isStaleMarker(m_columns.values[i + 1])) && !isHole(read, at, next - at);
        const auto later = nextSample(i + 1);
        if (goesOn || (later && *later <= mark.from))
            continue;
        // The sample that the mark begins with may lie before it, as steps of the query do not fall on
        // samples.
        part.from = std::min(part.from, at);
        part.to = at;
        if (marks.size() < mostAnnotationMarks)
            marks.push_back(part);
        if (!later)
            return;
        part.from = *later;
    }
    part.to = mark.to;
    if (part.from <= part.to && marks.size() < mostAnnotationMarks)
        marks.push_back(part);
}

bool StoredMarks::isHole(const SampleHoles::Read &read, TimestampMs at, std::int64_t lengthMs)
{
    if (lengthMs <= 2 * evaluationMs)
        return false;
    if (lengthMs <= m_lookbackMs && !m_holes.usualMs(read, at))
        return nobodyScraped(at, at + lengthMs);
    return m_holes.isHole(read, at, lengthMs);
}

/// Whether all targets that were scraped before have a hole between the two times: the program stood still.
bool StoredMarks::nobodyScraped(TimestampMs at, TimestampMs next)
{
    if (!m_targets) {
        const std::vector<Matcher> up{{MatchOp::Equal, std::string(metricNameLabel), "up"}};
        m_targets = m_snapshot.select(up, m_range);
        m_targets->resize(std::min(m_targets->size(), mostTargets));
    }
    SampleColumns scrapes;
    bool isKnown = false;
    for (const auto &target : *m_targets) {
        const TimestampMs from = at - m_lookbackMs;
        target->read({from, next}, scrapes);
        const SampleHoles::Read read{*target, scrapes.times, from};
        bool hasHole = false;
        bool wasScraped = false;
        for (std::size_t i = 0; i < scrapes.times.size(); ++i) {
            const TimestampMs end = i + 1 < scrapes.times.size() ? scrapes.times[i + 1] : next;
            wasScraped = wasScraped || scrapes.times[i] <= at;
            hasHole = hasHole || (end > at && m_holes.isHole(read, scrapes.times[i], end - scrapes.times[i]));
        }
        if (wasScraped && !hasHole)
            return false;
        isKnown = isKnown || wasScraped;
    }
    return isKnown;
}

/// The time of the first that is no stale marker.
std::optional<TimestampMs> StoredMarks::nextSample(std::size_t i) const
{
    while (i < m_columns.times.size() && isStaleMarker(m_columns.values[i]))
        ++i;
    return i < m_columns.times.size() ? std::optional(m_columns.times[i]) : std::nullopt;
}

} // namespace sightglass
