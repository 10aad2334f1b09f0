// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/annotationmarks.h"
#include "model/dashboard/sampleholes.h"
#include "model/storage/snapshot.h"
#include "parser/promql/ast.h"

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace sightglass {

/// Ends marks that are made of a query's answer where nobody looked, as far as the answers are stored series:
/// where the query is one selector or several joined by "or". One thread.
class StoredMarks
{
public:
    /// The snapshot outlives it.
    StoredMarks(const promql::Expr &expr, const Snapshot &snapshot, TimeRange range, std::int64_t lookbackMs);

    [[nodiscard]] bool has(const Labels &series) const { return m_views.contains(series); }

    /// The marks from the `first` on, which are of one series, end where nobody evaluated: at stale markers
    /// and at holes of the series (see SampleHoles). What has too few samples to tell what is usual for it
    /// has a hole where no target was scraped either.
    void interrupt(const Labels &series, AnnotationMarks &marks, std::size_t first);

private:
    [[nodiscard]] bool add(const promql::Expr &expr, TimeRange range);
    void addParts(const SeriesView &series, const AnnotationMark &mark, AnnotationMarks &marks);
    [[nodiscard]] bool isHole(const SampleHoles::Read &read, TimestampMs at, std::int64_t lengthMs);
    [[nodiscard]] bool nobodyScraped(TimestampMs at, TimestampMs next);
    [[nodiscard]] std::optional<TimestampMs> nextSample(std::size_t i) const;

    const Snapshot &m_snapshot;
    TimeRange m_range;
    std::int64_t m_lookbackMs;
    std::map<Labels, std::shared_ptr<const SeriesView>> m_views;
    std::optional<std::vector<std::shared_ptr<const SeriesView>>> m_targets; ///< `up` of some, once asked for
    SampleHoles m_holes;
    SampleColumns m_columns; ///< of the last mark
};

} // namespace sightglass
