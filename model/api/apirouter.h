// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/api/apicontext.h"
#include "model/api/apirequest.h"
#include "model/api/endpoints.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace sightglass {

/// Where a request leads.
struct ApiRoute
{
    /// What answering costs: Quick looks only at a few values, Slow looks into the store.
    enum class Cost : std::uint8_t
    {
        Quick,
        Slow
    };
    enum class Kind : std::uint8_t
    {
        Data, ///< an endpoint below /api/v1
        Options,
        Metrics,
        Federate, ///< the store as an exposition
        Healthy,
        Ready,
        NotFound,
        Moved, ///< to the path that is `handler`
        MethodNotAllowed,
        BadPath ///< damaged escapes; control characters anywhere but in {name}, which the endpoint judges
    };
    Kind kind = Kind::NotFound;
    Cost cost = Cost::Quick;
    std::string_view handler = "other"; ///< one of few, for statistics; static
    std::string_view allow = {};        ///< the endpoint's methods; static
    bool isQuery = false;               ///< query or query_range
    void (*answer)(const ApiCall &, Envelope &) = nullptr;
    std::string label; ///< {name} of the path
};

/// Finds the endpoint of a request. Paths are compared segment by segment, decoded after they were split: an
/// encoded slash is part of a name, "//", "." and ".." lead nowhere; "/metrics/" leads to "/metrics", as with
/// Prometheus. Pure.
[[nodiscard]] ApiRoute findRoute(ApiMethod method, std::string_view path);

/// The answer to a request that findRoute() has led here. Pure but for the time that evaluation takes: the
/// same request and context give the same answer. Any thread.
[[nodiscard]] ApiResponse answerRequest(const ApiRoute &route, const ApiRequest &request,
                                        const ApiContext &context);

/// A short answer in plain text.
[[nodiscard]] ApiResponse plainResponse(int code, std::string text);

/// An error in the API's envelope, for what goes wrong before an endpoint is asked.
[[nodiscard]] ApiResponse errorResponse(const ApiError &error);

} // namespace sightglass
