// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/systems/allsourceingestion.h"
#include "app/demo/systems/disturbance.h"
#include "app/demo/systems/modelhttp.h"

#include <array>

namespace sightglass::demo {

/// What AllSource's core is asked: queries, web requests, and subscriptions over WebSockets. Every query is
/// one request, and every event that comes in came with one.
class AllSourceApi
{
public:
    AllSourceApi();

    void step(double seconds, const IngestedLately &ingested, const Disturbance &felt, ModelRandom &random);
    void put(MetricsPage &page) const;

private:
    struct QueryType
    {
        const char *name = nullptr;
        double perSecond = 0;
        double medianSeconds = 0;
        double medianResults = 0;
        std::size_t endpoint = 0;
        double queries = 0;
        double results = 0; ///< of the last query
        ModelHistogram durations{defaultBuckets};
    };

    void serveQueries(double seconds, const Disturbance &felt, ModelRandom &random);
    void serveWrites(const IngestedLately &ingested, const Disturbance &felt, ModelRandom &random);
    void serveSockets(double seconds, double events, const Disturbance &felt, ModelRandom &random);

    std::array<QueryType, 3> m_queries;
    std::vector<ModelEndpoint> m_endpoints;
    double m_requestsInFlight = 0;
    double m_connectionsOpened = 60;
    double m_connectionsClosed = 0;
    double m_messagesSent = 0;
    double m_socketErrors = 0;
};

} // namespace sightglass::demo
