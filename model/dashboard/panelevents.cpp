// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/panelevents.h"

#include "model/dashboard/eventscan.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace sightglass {

namespace {

using Kind = PanelEvent::Kind;

bool isEarlier(const PanelEvent &a, const PanelEvent &b)
{
    return std::tie(a.t, a.kind, a.subject, a.since) < std::tie(b.t, b.kind, b.subject, b.since);
}

/// The first of each kind and subject in each cell of absolute time, so that those that stay stay while the
/// range moves on.
void thinOut(std::vector<PanelEvent> &events, std::int64_t cellMs)
{
    std::set<std::tuple<std::int64_t, Kind, Labels>> taken;
    std::erase_if(events, [&](const PanelEvent &event) {
        return !taken.emplace(event.t / cellMs, event.kind, event.subject).second;
    });
}

/// Restarts and holes explain most, single failed scrapes least.
int rank(Kind kind)
{
    switch (kind) {
    case Kind::Restart:
    case Kind::NotScraped:
        return 0;
    case Kind::CounterReset:
        return 1;
    case Kind::FailedScrape:
        break;
    }
    return 2;
}

void bound(std::vector<PanelEvent> &events, TimeRange range)
{
    std::ranges::sort(events, isEarlier);
    const auto twice = std::ranges::unique(events); // a hole that goes on behind a range is found again
    events.erase(twice.begin(), twice.end());
    if (events.size() > maxPanelEvents)
        thinOut(events, std::max<std::int64_t>(range.lengthMs() / eventCellsAcross, 1));
    if (events.size() > maxPanelEvents) {
        std::ranges::stable_sort(events, [](const PanelEvent &a, const PanelEvent &b) {
            return std::tuple(rank(a.kind), -a.t) < std::tuple(rank(b.kind), -b.t);
        });
        events.resize(maxPanelEvents);
        std::ranges::sort(events, isEarlier);
    }
}

/// What fell in one scrape of one target.
struct Fallen
{
    std::set<Labels> counters;
};

std::vector<PanelEvent> resetsAndRestarts(const EventScan &scan)
{
    std::set<std::pair<std::size_t, TimestampMs>> restarts;
    std::vector<PanelEvent> events;
    for (const EventScan::Moment &start : scan.starts()) {
        if (restarts.emplace(start.target, start.t).second)
            events.push_back({start.t, Kind::Restart, scan.target(start.target)});
    }
    std::map<std::pair<std::size_t, TimestampMs>, Fallen> scrapes;
    for (const EventScan::Reset &reset : scan.resets())
        scrapes[{reset.target, reset.t}].counters.insert(reset.counter);
    for (const auto &[scrape, fallen] : scrapes) {
        if (restarts.contains(scrape))
            continue;
        const auto [target, t] = scrape;
        if (fallen.counters.size() > 1 && target != EventScan::noTarget && !scan.knowsStart(target)) {
            events.push_back({t, Kind::Restart, scan.target(target)});
            continue;
        }
        for (const Labels &counter : fallen.counters)
            events.push_back({t, Kind::CounterReset, counter});
    }
    return events;
}

/// What the answer that the data go on from says about them.
struct Earlier
{
    KnownEvents known;
    std::vector<PanelEvent> events; ///< in the range; those from known.before on may change
    TimestampMs rangeEnd = 0;
};

std::optional<Earlier> earlierEvents(const PanelData &data)
{
    const auto earlier = data.continues ? data.continues->earlier.lock() : nullptr;
    if (!earlier || !earlier->eventsKnown || earlier->range.from > data.range.from)
        return std::nullopt;
    Earlier found{*earlier->eventsKnown, {}, earlier->range.to};
    found.known.before = std::min(found.known.before, data.continues->sameBefore);
    if (found.known.before <= data.range.from)
        return std::nullopt;
    std::ranges::copy_if(earlier->events, std::back_inserter(found.events),
                         [&](const PanelEvent &event) { return event.t >= data.range.from; });
    return found;
}

} // namespace

void addEvents(PanelData &data, const Snapshot &snapshot, std::span<const promql::ExprPtr> exprs,
               const std::stop_token &cancel)
{
    TimeRange unknown = data.range;
    std::vector<PanelEvent> events;
    if (auto earlier = earlierEvents(data)) {
        events = std::move(earlier->events);
        const std::int64_t pause = std::min(data.stepMs, eventPauseMs);
        const std::int64_t since = data.range.to - earlier->known.lookedAt;
        // A range that stands still has no later answer to put it off to.
        const bool movesOn = data.range.to > earlier->rangeEnd;
        if (movesOn && since < pause) {
            data.eventsKnown = earlier->known;
            data.events.insert(data.events.end(), events.begin(), events.end());
            return;
        }
        // What is known from there need not be found again.
        unknown.from = std::min(earlier->known.before, unknown.to);
        std::erase_if(events, [&unknown](const PanelEvent &event) {
            const bool isHoleSince = event.kind == Kind::NotScraped && event.since < unknown.from;
            return event.t >= unknown.from && !isHoleSince;
        });
    }
    EventScan scan(snapshot, unknown, cancel);
    scan.select(exprs);
    scan.readTargets();
    scan.readCounters();
    if (cancel.stop_requested())
        return;
    std::ranges::move(resetsAndRestarts(scan), std::back_inserter(events));
    for (const EventScan::Moment &failure : scan.failures())
        events.push_back({failure.t, Kind::FailedScrape, scan.target(failure.target)});
    for (const EventScan::Hole &hole : scan.holes()) {
        if (hole.until >= data.range.from)
            events.push_back({hole.until, Kind::NotScraped, scan.target(hole.target), hole.since});
    }
    bound(events, data.range);
    data.events.insert(data.events.end(), events.begin(), events.end());
    data.eventsKnown = KnownEvents{data.range.to, data.range.to + 1};
}

} // namespace sightglass
