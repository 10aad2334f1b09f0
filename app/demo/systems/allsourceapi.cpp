// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/systems/allsourceapi.h"

#include <algorithm>
#include <cmath>

namespace sightglass::demo {

namespace {

enum Endpoint : std::size_t
{
    WriteEvents,
    QueryEvents,
    EntityState,
    Health
};

constexpr double eventsPerRequest = 8;
constexpr double usualErrorShare = 0.0008;
constexpr double healthChecksPerSecond = 0.2;
constexpr double usualConnections = 60;
constexpr double connectionSeconds = 180;
/// Of all events, those that a subscription asked for.
constexpr double subscribedShare = 0.04;

} // namespace

AllSourceApi::AllSourceApi()
    : m_queries{{{"entity", 26, 0.003, 14, EntityState},
                 {"type", 9, 0.018, 240, QueryEvents},
                 {"full_scan", 0.8, 0.35, 9'000, QueryEvents}}}
    , m_endpoints{{"POST", "/api/v1/events", {"201", "400", "503"}, defaultBuckets},
                  {"GET", "/api/v1/events/query", {"200", "500", "503"}, defaultBuckets},
                  {"GET", "/api/v1/entities/:id/state", {"200", "404", "500"}, defaultBuckets},
                  {"GET", "/health", {"200"}, defaultBuckets}}
{}

void AllSourceApi::step(double seconds, const IngestedLately &ingested, const Disturbance &felt,
                        ModelRandom &random)
{
    serveQueries(seconds, felt, random);
    serveWrites(ingested, felt, random);
    serveSockets(seconds, ingested.events, felt, random);
    m_endpoints[Health].serve(random.count(healthChecksPerSecond * seconds), 0, {0.0006, 0.4}, random);
    // As many as come in the time that one takes.
    m_requestsInFlight = random.count((0.9 + 0.25 * std::pow(felt.slowness, 0.8)) * felt.load);
}

void AllSourceApi::serveQueries(double seconds, const Disturbance &felt, ModelRandom &random)
{
    for (QueryType &query : m_queries) {
        const double asked = random.count(query.perSecond * (0.5 + 0.5 * felt.load) * seconds);
        if (asked == 0)
            continue;
        const double failed = random.share(asked, usualErrorShare + 0.2 * felt.errorShare);
        const Distribution duration{query.medianSeconds * std::pow(felt.slowness, 0.7), 0.8};
        query.queries += asked;
        query.durations.observe(asked, duration, random);
        query.results = std::round(random.logNormal(query.medianResults, 0.6));
        m_endpoints[query.endpoint].serve(asked, failed, {duration.median * 1.15, 0.8}, random);
    }
}

void AllSourceApi::serveWrites(const IngestedLately &ingested, const Disturbance &felt, ModelRandom &random)
{
    const double requests = random.count(ingested.offered / eventsPerRequest);
    const double refusedShare = ingested.offered > 0 ? ingested.refused / ingested.offered : 0;
    m_endpoints[WriteEvents].serve(requests, random.share(requests, refusedShare),
                                   {0.004 * std::pow(felt.slowness, 0.9), 0.7}, random);
}

void AllSourceApi::serveSockets(double seconds, double events, const Disturbance &felt, ModelRandom &random)
{
    const double active = m_connectionsOpened - m_connectionsClosed;
    const double closed =
        random.share(active, 1 - std::exp(-seconds * (1 + 8 * felt.errorShare) / connectionSeconds));
    m_connectionsClosed += closed;
    m_connectionsOpened += random.count(usualConnections * felt.load * seconds / connectionSeconds);
    m_messagesSent += random.count(events * active * subscribedShare);
    m_socketErrors += random.share(closed, std::min(0.8, 0.01 + felt.errorShare));
}

void AllSourceApi::put(MetricsPage &page) const
{
    const FamilyPage queries = page.counter("queries_total", "Queries that were answered.");
    const FamilyPage durations = page.histogram("query_duration_seconds", "Time that a query took.");
    const FamilyPage results = page.gauge("query_results_total", "Events that the last query returned.");
    for (const QueryType &query : m_queries) {
        queries.add({{"query_type", query.name}}, query.queries);
        durations.add({{"query_type", query.name}}, query.durations);
        results.add({{"query_type", query.name}}, query.results);
    }
    page.gauge("websocket_connections_active", "WebSocket connections that are open.")
        .add({}, m_connectionsOpened - m_connectionsClosed);
    page.counter("websocket_connections_total", "WebSocket connections that were opened.")
        .add({}, m_connectionsOpened);
    page.counter("websocket_messages_sent", "Messages that went to WebSockets.").add({}, m_messagesSent);
    page.counter("websocket_errors_total", "WebSocket connections that broke off.").add({}, m_socketErrors);
    page.gauge("http_requests_in_flight", "Requests that are being answered.").add({}, m_requestsInFlight);
    putEndpoints(page, m_endpoints);
}

} // namespace sightglass::demo
