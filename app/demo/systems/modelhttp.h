// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/systems/metricspage.h"

#include <string>
#include <vector>

namespace sightglass::demo {

/// One endpoint of a modelled web API: every request has one status and one duration.
class ModelEndpoint
{
public:
    struct Status
    {
        std::string code; ///< e.g. "503"
        double requests = 0;
    };

    /// The first status code is that of success.
    ModelEndpoint(std::string method, std::string path, std::vector<std::string> codes,
                  std::span<const double> buckets);

    /// So many requests; those that fail get the other codes, in equal parts.
    void serve(double requests, double failed, const Distribution &duration, ModelRandom &random);

    [[nodiscard]] const std::string &method() const noexcept { return m_method; }
    [[nodiscard]] const std::string &path() const noexcept { return m_path; }
    [[nodiscard]] const std::vector<Status> &statuses() const noexcept { return m_statuses; }
    [[nodiscard]] const ModelHistogram &durations() const noexcept { return m_durations; }

private:
    std::string m_method;
    std::string m_path;
    std::vector<Status> m_statuses;
    ModelHistogram m_durations;
};

/// Puts http_requests_total and http_request_duration_seconds, with labels endpoint, status, and method where
/// the endpoints have one.
void putEndpoints(MetricsPage &page, std::span<const ModelEndpoint> endpoints);

} // namespace sightglass::demo
