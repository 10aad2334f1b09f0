// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/systems/modelhttp.h"

#include <utility>

namespace sightglass::demo {

ModelEndpoint::ModelEndpoint(std::string method, std::string path, std::vector<std::string> codes,
                             std::span<const double> buckets)
    : m_method(std::move(method))
    , m_path(std::move(path))
    , m_durations(buckets)
{
    for (std::string &code : codes)
        m_statuses.push_back({std::move(code), 0});
}

void ModelEndpoint::serve(double requests, double failed, const Distribution &duration, ModelRandom &random)
{
    m_durations.observe(requests, duration, random);
    double left = m_statuses.size() > 1 ? failed : 0;
    m_statuses.front().requests += requests - left;
    for (std::size_t i = 1; i < m_statuses.size(); ++i) {
        const double part = random.share(left, 1 / static_cast<double>(m_statuses.size() - i));
        m_statuses[i].requests += part;
        left -= part;
    }
}

void putEndpoints(MetricsPage &page, std::span<const ModelEndpoint> endpoints)
{
    const FamilyPage requests = page.counter("http_requests_total", "Requests that were answered.");
    const FamilyPage durations =
        page.histogram("http_request_duration_seconds", "Time that answering a request took.");
    for (const ModelEndpoint &endpoint : endpoints) {
        std::vector<Label> labels{{"endpoint", endpoint.path()}};
        if (!endpoint.method().empty())
            labels.push_back({"method", endpoint.method()});
        durations.add(labels, endpoint.durations());
        for (const ModelEndpoint::Status &status : endpoint.statuses()) {
            std::vector<Label> ofStatus = labels;
            ofStatus.push_back({"status", status.code});
            requests.add(std::move(ofStatus), status.requests);
        }
    }
}

} // namespace sightglass::demo
