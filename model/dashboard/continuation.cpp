// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/continuation.h"

#include "model/core/timegrid.h"
#include "model/dashboard/panelframes.h"
#include "model/query/evaluationcache.h"
#include "parser/promql/parse.h"

#include <algorithm>
#include <limits>

namespace sightglass {

namespace {

bool sameButForTheRange(const PanelTime &a, const PanelTime &b)
{
    return a.scrapeIntervalMs == b.scrapeIntervalMs && a.slowestIntervalMs == b.slowestIntervalMs &&
           a.maxPoints == b.maxPoints && a.stepFactor == b.stepFactor && a.live == b.live;
}

/// Both times of one query, as it asks for them.
struct QueryTimes
{
    PanelTime before;
    PanelTime now;
};

/// Behind the last step that both answers have; nothing where the two cannot be compared.
std::optional<TimestampMs> commonSteps(const PanelQuery &query, const QueryTimes &times,
                                       const QueryOptions &options)
{
    const std::int64_t step = panelStepMs(times.now);
    if (query.instant || step != panelStepMs(times.before))
        return std::nullopt;
    if (gridFloor(times.now.range.from, step) < gridFloor(times.before.range.from, step))
        return std::nullopt;
    const std::string text = expandIntervals(query.expr, times.now);
    const auto expr = promql::parseExpr(text, options.features);
    if (!expr || text != expandIntervals(query.expr, times.before) || !dependsOnThePastOnly(**expr))
        return std::nullopt;
    return std::min(gridFloor(times.now.range.to, step), gridFloor(times.before.range.to, step)) + 1;
}

} // namespace

std::optional<TimestampMs> agreeBefore(const EarlierAnswer &before, const PanelSpec &panel,
                                       const Snapshot &snapshot, const PanelTime &time,
                                       const QueryOptions &options)
{
    const auto answer = before.answer.lock();
    if (!answer || answer->error || before.version > snapshot.version() || needsFrames(panel) ||
        !sameButForTheRange(before.time, time))
        return std::nullopt;
    TimestampMs same = snapshot.earliestChangeSince(before.version);
    bool any = false;
    for (const PanelQuery &query : panel.queries) {
        if (query.hidden)
            continue;
        const QueryTimes times{queryTime(query, panelTime(panel, before.time)),
                               queryTime(query, panelTime(panel, time))};
        const auto common = commonSteps(query, times, options);
        if (!common)
            return std::nullopt;
        same = std::min(same, *common);
        any = true;
    }
    // The store knows of its latest changes only.
    const bool known = any && same > std::numeric_limits<TimestampMs>::min();
    return known ? std::optional(same) : std::nullopt;
}

} // namespace sightglass
