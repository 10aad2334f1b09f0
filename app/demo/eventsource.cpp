// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/eventsource.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace sightglass::demo {

namespace {

struct KindShare
{
    std::string_view kind;
    double upTo;
};

constexpr std::array kinds{KindShare{"page_viewed", 0.48},   KindShare{"order_placed", 0.66},
                           KindShare{"order_paid", 0.78},    KindShare{"user_updated", 0.83},
                           KindShare{"stock_changed", 0.94}, KindShare{"login_failed", 1.0}};
constexpr double meanAmount = 60;
constexpr double longestStallSeconds = 2;
constexpr EventId longestRedeliveryDelay = 400;

std::string_view kindAt(double u)
{
    const auto found =
        std::find_if(kinds.begin(), kinds.end(), [u](const KindShare &share) { return u < share.upTo; });
    return found == kinds.end() ? kinds.back().kind : found->kind;
}

} // namespace

EventSource::EventSource(std::uint32_t entityCount, EventId nextId, std::uint64_t seed)
    : m_entityCount(entityCount)
    , m_nextId(nextId)
    , m_random(seed)
    , m_popularity(entityCount, Load{}.popularity)
{}

unsigned EventSource::arrivals(TimePoint now, double eventsPerSecond)
{
    const double elapsed = m_lastArrivals == TimePoint{} ? 0 : Seconds(now - m_lastArrivals).count();
    m_lastArrivals = now;
    const double expected = std::min(elapsed, longestStallSeconds) * eventsPerSecond;
    if (!(expected > 0))
        return 0;
    return std::poisson_distribution<unsigned>(expected)(m_random);
}

Event EventSource::next(const Load &load)
{
    if (!m_redeliveries.empty() && m_redeliveries.front().notBefore <= m_nextId) {
        Event again = std::move(m_redeliveries.front().event);
        m_redeliveries.pop_front();
        return again;
    }
    Event event = fresh(load);
    if (uniform() < load.duplicateShare) {
        const auto delay = std::uniform_int_distribution<EventId>(1, longestRedeliveryDelay)(m_random);
        const EventId notBefore = event.id + delay;
        const auto place =
            std::upper_bound(m_redeliveries.begin(), m_redeliveries.end(), notBefore,
                             [](EventId id, const Redelivery &other) { return id < other.notBefore; });
        m_redeliveries.insert(place, {notBefore, event});
    }
    return event;
}

Event EventSource::fresh(const Load &load)
{
    if (m_popularity.exponent() != load.popularity)
        m_popularity = Zipf(m_entityCount, load.popularity);
    Event event;
    event.id = m_nextId++;
    event.entity = m_popularity.rankAt(uniform());
    const std::string kind(kindAt(uniform()));
    const double amount = -meanAmount * std::log(1 - uniform());
    const bool malformed = uniform() < load.malformedShare;
    // The amount has two decimals, as money has; integer text keeps this free of any locale.
    const auto cents = static_cast<std::int64_t>(amount * 100);
    const std::string amountText =
        std::to_string(cents / 100) + '.' + std::to_string(cents % 100 / 10) + std::to_string(cents % 10);
    event.payload =
        R"({"kind":")" + kind + R"(","amount":)" + (malformed ? R"("unknown")" : amountText) + '}';
    return event;
}

} // namespace sightglass::demo
