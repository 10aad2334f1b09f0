// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/api/federation.h"

#include "model/api/apierror.h"
#include "model/api/apirouter.h"
#include "model/exporting/exportedfamilies.h"
#include "model/exporting/nameescaping.h"
#include "parser/exposition/contentnegotiation.h"
#include "parser/exposition/expositionwriter.h"
#include "parser/promql/parse.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace sightglass {

namespace {

std::string_view trimmed(std::string_view text)
{
    const std::size_t from = std::min(text.find_first_not_of(" \t"), text.size());
    text.remove_prefix(from);
    return text.substr(0, text.find_last_not_of(" \t") + 1);
}

/// Cuts off what is before the separator; all there is where there is none.
std::string_view takePart(std::string_view &text, char separator)
{
    const std::size_t end = std::min(text.find(separator), text.size());
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return trimmed(part);
}

/// One element of an Accept header.
struct MediaRange
{
    std::string_view type;
    double weight = 1;
    std::map<std::string_view, std::string_view> parameters;

    [[nodiscard]] std::string_view parameter(std::string_view name) const
    {
        const auto at = parameters.find(name);
        return at == parameters.end() ? std::string_view() : at->second;
    }
};

MediaRange mediaRange(std::string_view text)
{
    MediaRange range;
    range.type = takePart(text, ';');
    while (!text.empty()) {
        std::string_view value = takePart(text, ';');
        const std::string_view name = takePart(value, '=');
        if (name == "q")
            std::from_chars(value.data(), value.data() + value.size(), range.weight);
        else
            range.parameters.emplace(name, trimmed(value));
    }
    return range;
}

/// Those wanted most first.
std::vector<MediaRange> mediaRanges(std::string_view accept)
{
    constexpr std::size_t most = 64;
    std::vector<MediaRange> ranges;
    while (!accept.empty() && ranges.size() < most)
        ranges.push_back(mediaRange(takePart(accept, ',')));
    std::stable_sort(ranges.begin(), ranges.end(),
                     [](const MediaRange &a, const MediaRange &b) { return a.weight > b.weight; });
    return ranges;
}

bool isDelimitedProtobuf(const MediaRange &range)
{
    return range.type == "application/vnd.google.protobuf" &&
           range.parameter("proto") == "io.prometheus.client.MetricFamily" &&
           range.parameter("encoding") == "delimited";
}

FederationFormat textFormat(std::string_view version)
{
    return {ExpositionFormat::PrometheusText, NameEscaping::Underscores,
            "text/plain; version=" + std::string(version) + "; charset=utf-8"};
}

std::optional<FederationFormat> formatOf(const MediaRange &range)
{
    if (isDelimitedProtobuf(range))
        return FederationFormat{ExpositionFormat::Protobuf, NameEscaping::Underscores,
                                "application/vnd.google.protobuf; "
                                "proto=io.prometheus.client.MetricFamily; encoding=delimited"};
    const std::string_view version = range.parameter("version");
    if (range.type != "text/plain" || !(version.empty() || version == "0.0.4" || version == "1.0.0"))
        return std::nullopt;
    return textFormat(version.empty() ? std::string_view("0.0.4") : version);
}

/// The selectors, or what is wrong with the first bad one.
Result<std::vector<std::vector<Matcher>>> matcherSets(const ApiParameters &parameters)
{
    std::vector<std::vector<Matcher>> sets;
    for (const std::string_view selector : parameters.values("match[]")) {
        auto parsed = promql::parseSelector(selector);
        if (!parsed)
            return parsed.error();
        sets.push_back(std::move(*parsed));
    }
    return sets;
}

} // namespace

FederationFormat federationFormat(std::string_view accept)
{
    std::string_view escaping = "underscores";
    std::optional<FederationFormat> format;
    for (const MediaRange &range : mediaRanges(accept)) {
        // As in Prometheus the scheme of what is wanted more holds for what is given in the end.
        if (const std::string_view wanted = range.parameter("escaping"); nameEscapingFromName(wanted))
            escaping = wanted;
        format = formatOf(range);
        if (format)
            break;
    }
    if (!format)
        format = textFormat("0.0.4");
    format->escaping = *nameEscapingFromName(escaping);
    format->contentType.append("; escaping=").append(escaping);
    return *format;
}

ApiResponse answerFederate(const ApiRequest &request, const ApiContext &context)
{
    if (!context.state->snapshot)
        return plainResponse(503, "Service Unavailable");
    const auto sets = matcherSets(request.parameters);
    if (!sets)
        return plainResponse(400, parseErrorText(sets.error()));
    const FederationFormat format = federationFormat(request.accept);
    ExportRequest wanted;
    wanted.matcherSets = *sets;
    wanted.range = {context.now - context.query.lookbackMs, context.now};
    wanted.format = format.format;
    wanted.missingInstance = ExportRequest::MissingInstance::Empty;
    wanted.cancel = context.cancel;
    ApiResponse response{200, format.contentType, {}};
    exportFamilies(*context.state->snapshot, wanted, [&](const ExposedFamily &family) {
        ExposedFamily written = family;
        escapeNames(written, format.escaping);
        response.body += writeExposition(format.format, std::span(&written, 1));
        return response.body.size() <= context.maxResponseBytes && !context.cancel.stop_requested();
    });
    if (response.body.size() > context.maxResponseBytes)
        return plainResponse(422, "the page has more than " + std::to_string(context.maxResponseBytes) +
                                      " bytes: select less");
    return response;
}

} // namespace sightglass
