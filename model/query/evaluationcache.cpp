// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/evaluationcache.h"

#include "model/core/timegrid.h"
#include "model/query/evaluationcontext.h"
#include "parser/promql/print.h"

#include <algorithm>
#include <chrono>
#include <span>
#include <utility>

namespace sightglass {

namespace {

constexpr std::size_t mostEntries = 512;

std::size_t cellsOf(const Value &value)
{
    std::size_t cells = 0;
    for (const Series &series : value.series)
        cells += series.points.size() + series.histograms.size();
    return cells;
}

template<typename Cells>
Cells slice(const Cells &column, std::size_t first, std::size_t count)
{
    if (column.empty())
        return {};
    const auto begin = column.begin() + static_cast<std::ptrdiff_t>(first);
    return Cells(begin, begin + static_cast<std::ptrdiff_t>(count));
}

bool hasAny(const Series &series)
{
    return std::ranges::any_of(series.points, isPresent) ||
           std::ranges::any_of(series.histograms, [](const HistogramPtr &one) { return one != nullptr; });
}

/// Steps [first, first + count) of a value.
Value slice(const Value &value, std::size_t first, std::size_t count)
{
    Value out;
    out.type = value.type;
    for (const Series &series : value.series) {
        Series part{series.labels, slice(series.points, first, count), series.dropName,
                    slice(series.histograms, first, count)};
        if (hasAny(part))
            out.series.push_back(std::move(part));
    }
    return out;
}

void append(Series &series, const Series &tail, std::size_t head)
{
    series.points.insert(series.points.end(), tail.points.begin(), tail.points.end());
    if (series.histograms.empty() && tail.histograms.empty())
        return;
    series.histograms.resize(head);
    series.histograms.insert(series.histograms.end(), tail.histograms.begin(), tail.histograms.end());
    series.histograms.resize(series.points.size());
}

void cutSteps(Value &value, std::size_t count)
{
    for (Series &series : value.series) {
        series.points.resize(count);
        if (!series.histograms.empty())
            series.histograms.resize(count);
    }
}

/// Places of series by what tells them apart. Two parts of one value mostly have the same ones in the same
/// order; only where they do not, a table is made.
class SeriesPlaces
{
public:
    explicit SeriesPlaces(const Value &value)
        : m_value(value)
        , m_known(value.series.size())
    {}

    /// The place of a series that comes `hint` places from the beginning; the number of series where there is
    /// none such.
    std::size_t placeOf(const Series &series, std::size_t hint)
    {
        if (hint < m_known && same(m_value.series[hint], series))
            return hint;
        if (m_places.empty()) {
            for (std::size_t i = 0; i < m_known; ++i)
                m_places.emplace(std::pair(m_value.series[i].labels, m_value.series[i].dropName), i);
        }
        const auto found = m_places.find(std::pair(series.labels, series.dropName));
        return found != m_places.end() ? found->second : m_value.series.size();
    }

private:
    static bool same(const Series &a, const Series &b)
    {
        return a.dropName == b.dropName && a.labels == b.labels;
    }

    const Value &m_value;
    std::size_t m_known;
    std::map<std::pair<Labels, bool>, std::size_t> m_places;
};

/// One value of two, the steps of `tail` behind the `head` steps of `value`. No two series of the tail are
/// the same.
void appendSteps(Value &value, const Value &tail, std::size_t head, std::size_t added)
{
    SeriesPlaces places(value);
    for (std::size_t i = 0; i < tail.series.size(); ++i) {
        const Series &series = tail.series[i];
        const std::size_t place = places.placeOf(series, i);
        if (place == value.series.size())
            value.series.push_back({series.labels, Column(head, absentPoint), series.dropName});
        append(value.series[place], series, head);
    }
    for (Series &series : value.series) {
        series.points.resize(head + added, absentPoint);
        if (!series.histograms.empty())
            series.histograms.resize(head + added);
    }
}

std::vector<Annotation> relative(std::vector<Annotation> annotations, const promql::Expr &expr)
{
    for (Annotation &annotation : annotations) {
        annotation.span.begin -= std::min(annotation.span.begin, expr.span.begin);
        annotation.span.end -= std::min(annotation.span.end, expr.span.begin);
    }
    return annotations;
}

/// How many of the entry's steps from grid.start on still hold.
std::size_t reusableSteps(const Grid &known, const Grid &wanted, TimestampMs changedFrom)
{
    if (wanted.start < known.start || changedFrom <= known.start)
        return 0;
    const TimestampMs last = std::min(known.last(), changedFrom - 1);
    if (last < wanted.start)
        return 0;
    return std::min(wanted.count, static_cast<std::size_t>((last - wanted.start) / wanted.stepMs) + 1);
}

/// What compute gives; its own remarks are noted and passed on.
EvaluationCache::Remarked computed(const Grid &grid, const promql::Expr &expr, EvaluationContext &context,
                                   const EvaluationCache::Compute &compute)
{
    Annotations before = std::exchange(context.annotations(), {});
    EvaluationCache::Remarked result;
    try {
        result.value = compute(grid);
    } catch (...) {
        context.annotations() = std::move(before);
        throw;
    }
    result.annotations = relative(context.annotations().remarks(), expr);
    result.isRepeatable = !context.annotations().hasRepairs();
    before.merge(context.annotations());
    context.annotations() = std::move(before);
    return result;
}

} // namespace

Value EvaluationCache::evaluate(const promql::Expr &expr, const Grid &grid, EvaluationContext &context,
                                const Compute &compute)
{
    const std::int64_t phase = grid.start - gridFloor(grid.start, grid.stepMs);
    // Whoever knows all but the newest steps asks for those alone: that must not replace the columns of who
    // asks for the whole range, and the other way round.
    constexpr std::size_t fewSteps = 32;
    const std::shared_ptr<Entry> entry =
        entryFor({promql::printExpr(expr), grid.stepMs, phase, grid.count < fewSteps});
    std::unique_lock lock(entry->busy, std::defer_lock);
    while (!lock.try_lock_for(std::chrono::milliseconds(5)))
        context.checkpoint();

    const Snapshot &snapshot = context.snapshot();
    if (entry->filled && entry->version > snapshot.version())
        return compute(grid); // an older snapshot than the entry's: nothing to be gained
    const std::size_t reused =
        entry->filled ? reusableSteps(entry->grid, grid, snapshot.earliestChangeSince(entry->version)) : 0;
    entry->noteUse(grid.count);
    bool isRepeatable = true;
    if (reused < grid.count) {
        const Grid missing{grid.at(reused), grid.stepMs, grid.count - reused};
        Remarked tail = computed(missing, expr, context, compute);
        isRepeatable = tail.isRepeatable;
        if (reused == 0)
            entry->restart(missing, std::move(tail));
        else
            entry->extend(missing, tail);
        entry->version = snapshot.version();
    }
    noteSteps(reused, grid.count - reused);
    for (const Annotation &annotation : entry->annotations)
        context.annotations().repeat(annotation, expr.span.begin);
    Value wanted = slice(entry->value, entry->stepAt(grid.start), grid.count);
    const std::size_t cells = cellsOf(entry->value);
    const bool keep = isRepeatable && cells <= m_maxCells / 4;
    if (!keep)
        entry->forget();
    noteSize(entry, keep ? cells : 0);
    return wanted;
}

void EvaluationCache::Entry::noteUse(std::size_t wanted)
{
    constexpr std::size_t usesOfARun = 8;
    longest = std::max(longest, wanted);
    if (++uses < usesOfARun)
        return;
    longestBefore = std::exchange(longest, wanted);
    uses = 0;
}

void EvaluationCache::Entry::restart(const Grid &newGrid, Remarked &&computed)
{
    filled = true;
    grid = newGrid;
    value = std::move(computed.value);
    annotations = std::move(computed.annotations);
}

void EvaluationCache::Entry::extend(const Grid &newSteps, const Remarked &tail)
{
    const std::size_t head = stepAt(newSteps.start);
    const std::size_t all = head + newSteps.count;
    const std::size_t wanted = std::max({longest, longestBefore, newSteps.count});
    // Moving all steps by one each time would cost more than the new one: some more are kept meanwhile.
    constexpr std::size_t shareKept = 8;
    const std::size_t dropped = all > wanted + wanted / shareKept ? std::min(all - wanted, head) : 0;
    if (dropped > 0)
        value = slice(value, dropped, head - dropped);
    else
        cutSteps(value, head);
    appendSteps(value, tail.value, head - dropped, newSteps.count);
    grid = {grid.at(dropped), grid.stepMs, all - dropped};
    for (const Annotation &annotation : tail.annotations) {
        if (std::ranges::find(annotations, annotation) == annotations.end())
            annotations.push_back(annotation);
    }
}

void EvaluationCache::Entry::forget()
{
    filled = false;
    value = {};
    annotations.clear();
}

EvaluationCache::Stats EvaluationCache::stats() const
{
    const std::lock_guard lock(m_mutex);
    return m_stats;
}

std::shared_ptr<EvaluationCache::Entry> EvaluationCache::entryFor(Key key)
{
    const std::lock_guard lock(m_mutex);
    std::shared_ptr<Entry> &entry = m_entries[std::move(key)];
    if (entry == nullptr)
        entry = std::make_shared<Entry>();
    entry->lastUse = ++m_clock;
    return entry;
}

void EvaluationCache::noteSize(const std::shared_ptr<Entry> &entry, std::size_t cells)
{
    const std::lock_guard lock(m_mutex);
    m_stats.cells += cells;
    m_stats.cells -= std::exchange(entry->cells, cells);
    while (m_entries.size() > 1 && (m_stats.cells > m_maxCells || m_entries.size() > mostEntries)) {
        const auto oldest =
            std::ranges::min_element(m_entries, {}, [](const auto &known) { return known.second->lastUse; });
        if (oldest->second == entry)
            break;
        m_stats.cells -= std::exchange(oldest->second->cells, 0);
        m_entries.erase(oldest); // who works on it right now keeps it until he is done
    }
}

void EvaluationCache::noteSteps(std::size_t reused, std::size_t computed)
{
    const std::lock_guard lock(m_mutex);
    m_stats.stepsReused += reused;
    m_stats.stepsComputed += computed;
}

} // namespace sightglass
