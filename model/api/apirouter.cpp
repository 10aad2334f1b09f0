// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/api/apirouter.h"

#include "model/api/federation.h"
#include "model/api/metricspage.h"
#include "model/api/selfmetrics.h"
#include "parser/base/urlquery.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace sightglass {

namespace {

constexpr std::string_view getOnly = "GET, HEAD, OPTIONS";
constexpr std::string_view getAndPost = "GET, HEAD, POST, OPTIONS";
constexpr std::string_view apiPrefix = "/api/";
constexpr std::string_view placeholder = "{name}";

struct Endpoint
{
    std::string_view path;
    std::string_view allow;
    ApiRoute::Cost cost;
    void (*answer)(const ApiCall &, Envelope &);
};

constexpr auto quick = ApiRoute::Cost::Quick;
constexpr auto slow = ApiRoute::Cost::Slow;

constexpr std::array<Endpoint, 22> endpoints{{
    {"/api/v1/query", getAndPost, slow, answerQuery},
    {"/api/v1/query_range", getAndPost, slow, answerQueryRange},
    {"/api/v1/query_exemplars", getAndPost, slow, answerQueryExemplars},
    {"/api/v1/format_query", getAndPost, quick, answerFormatQuery},
    {"/api/v1/parse_query", getAndPost, quick, answerParseQuery},
    {"/api/v1/series", getAndPost, slow, answerSeries},
    {"/api/v1/labels", getAndPost, slow, answerLabelNames},
    {"/api/v1/label/{name}/values", getOnly, slow, answerLabelValues},
    {"/api/v1/metadata", getOnly, slow, answerMetadata},
    {"/api/v1/targets", getOnly, quick, answerTargets},
    {"/api/v1/targets/metadata", getOnly, slow, answerTargetMetadata},
    {"/api/v1/features", getOnly, quick, answerFeatures},
    {"/api/v1/scrape_pools", getOnly, quick, answerScrapePools},
    {"/api/v1/rules", getOnly, slow, answerRules},
    {"/api/v1/alerts", getOnly, slow, answerAlerts},
    {"/api/v1/alertmanagers", getOnly, quick, answerAlertmanagers},
    {"/api/v1/status/buildinfo", getOnly, quick, answerBuildInfo},
    {"/api/v1/status/config", getOnly, quick, answerConfig},
    {"/api/v1/status/flags", getOnly, quick, answerFlags},
    {"/api/v1/status/runtimeinfo", getOnly, quick, answerRuntimeInfo},
    {"/api/v1/status/tsdb", getOnly, slow, answerTsdb},
    {"/api/v1/status/walreplay", getOnly, quick, answerWalReplay},
}};

struct Page
{
    std::string_view path;
    ApiRoute::Kind kind;
    ApiRoute::Cost cost;
};
constexpr std::array<Page, 4> pages{{
    {"/metrics", ApiRoute::Kind::Metrics, quick},
    {"/federate", ApiRoute::Kind::Federate, slow},
    {"/-/healthy", ApiRoute::Kind::Healthy, quick},
    {"/-/ready", ApiRoute::Kind::Ready, quick},
}};

bool hasControlCharacter(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7F;
    });
}

/// The decoded segments behind each slash; empty where an escape is damaged.
std::optional<std::vector<std::string>> segmentsOf(std::string_view path)
{
    if (!path.starts_with('/'))
        return std::nullopt;
    std::vector<std::string> segments;
    while (!path.empty()) {
        path.remove_prefix(1);
        const std::size_t end = std::min(path.find('/'), path.size());
        auto segment = percentDecoded(path.substr(0, end), PlusSign::Itself);
        if (!segment)
            return std::nullopt;
        segments.push_back(std::move(*segment));
        path.remove_prefix(end);
    }
    return segments;
}

/// Whether the segments are those of the pattern; what stands for {name} goes to `label`.
bool matchesPath(std::string_view pattern, std::span<const std::string> segments, std::string &label)
{
    for (const std::string &segment : segments) {
        if (pattern.empty())
            return false;
        pattern.remove_prefix(1);
        const std::string_view expected = pattern.substr(0, pattern.find('/'));
        pattern.remove_prefix(expected.size());
        if (expected == placeholder)
            label = segment;
        else if (expected != segment)
            return false;
    }
    return pattern.empty();
}

bool allows(std::string_view allow, ApiMethod method)
{
    return method == ApiMethod::Get || (method == ApiMethod::Post && allow == getAndPost);
}

void applyMethod(ApiRoute &route, ApiMethod method)
{
    if (method == ApiMethod::Options)
        route.kind = ApiRoute::Kind::Options;
    else if (!allows(route.allow, method))
        route.kind = ApiRoute::Kind::MethodNotAllowed;
    if (route.kind == ApiRoute::Kind::Options || route.kind == ApiRoute::Kind::MethodNotAllowed)
        route.cost = quick;
}

bool findEndpoint(std::span<const std::string> segments, ApiRoute &route)
{
    for (const Endpoint &endpoint : endpoints) {
        if (!matchesPath(endpoint.path, segments, route.label))
            continue;
        route.kind = ApiRoute::Kind::Data;
        route.cost = endpoint.cost;
        route.handler = endpoint.path;
        route.allow = endpoint.allow;
        route.answer = endpoint.answer;
        route.isQuery = endpoint.answer == answerQuery || endpoint.answer == answerQueryRange;
        return true;
    }
    return false;
}

/// A page by its path, or by its path with a slash behind it, which leads there.
bool findPage(std::span<const std::string> segments, ApiRoute &route)
{
    std::string unused;
    const bool endsInSlash = segments.size() > 1 && segments.back().empty();
    if (endsInSlash)
        segments = segments.first(segments.size() - 1);
    for (const Page &page : pages) {
        if (!matchesPath(page.path, segments, unused))
            continue;
        route.kind = endsInSlash ? ApiRoute::Kind::Moved : page.kind;
        route.cost = endsInSlash ? quick : page.cost;
        route.handler = page.path;
        route.allow = getOnly;
        return true;
    }
    return false;
}

bool isApiPath(std::string_view path)
{
    return path.starts_with(apiPrefix);
}

ApiResponse answerData(const ApiRoute &route, const ApiRequest &request, const ApiContext &context)
{
    if (!context.state->snapshot && route.answer != answerWalReplay)
        return errorResponse({ApiErrorType::Unavailable, "nothing has been scraped yet"});
    Envelope envelope(context.maxResponseBytes);
    route.answer({request, context, route.label}, envelope);
    return envelope.finish();
}

} // namespace

ApiResponse plainResponse(int code, std::string text)
{
    return {code, "text/plain; charset=utf-8", std::move(text) + '\n'};
}

ApiResponse errorResponse(const ApiError &error)
{
    Envelope envelope(0);
    envelope.fail(error);
    return envelope.finish();
}

ApiRoute findRoute(ApiMethod method, std::string_view path)
{
    ApiRoute route;
    const auto segments = segmentsOf(path);
    if (!segments) {
        route.kind = ApiRoute::Kind::BadPath;
        return route;
    }
    if (findEndpoint(*segments, route) || findPage(*segments, route))
        applyMethod(route, method);
    else if (std::any_of(segments->begin(), segments->end(), hasControlCharacter))
        route.kind = ApiRoute::Kind::BadPath;
    return route;
}

ApiResponse answerRequest(const ApiRoute &route, const ApiRequest &request, const ApiContext &context)
{
    switch (route.kind) {
    case ApiRoute::Kind::Data:
        return answerData(route, request, context);
    case ApiRoute::Kind::Options: {
        ApiResponse response = {204, {}, {}};
        response.allow = route.allow;
        return response;
    }
    case ApiRoute::Kind::Metrics:
        return {200, std::string(MetricsPage::contentType), selfMetrics(context)};
    case ApiRoute::Kind::Federate:
        return answerFederate(request, context);
    case ApiRoute::Kind::Healthy:
        return plainResponse(200, "Sightglass is healthy.");
    case ApiRoute::Kind::Ready:
        return context.state->snapshot ? plainResponse(200, "Sightglass is ready.")
                                       : plainResponse(503, "Nothing has been scraped yet.");
    case ApiRoute::Kind::MethodNotAllowed: {
        ApiResponse response = plainResponse(405, "Method Not Allowed");
        response.allow = route.allow;
        return response;
    }
    case ApiRoute::Kind::Moved: {
        ApiResponse response = plainResponse(301, "Moved Permanently");
        response.location = route.handler;
        return response;
    }
    case ApiRoute::Kind::BadPath:
        return isApiPath(request.path) ? errorResponse(badData("the path is damaged"))
                                       : plainResponse(400, "Bad Request");
    case ApiRoute::Kind::NotFound:
        break;
    }
    if (isApiPath(request.path))
        return errorResponse({ApiErrorType::NotFound, "there is no such endpoint"});
    return plainResponse(404, "Not Found");
}

} // namespace sightglass
