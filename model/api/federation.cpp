// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/api/federation.h"

#include "model/api/apierror.h"
#include "model/api/apirouter.h"
#include "model/exporting/exportedfamilies.h"
#include "model/exporting/nameescaping.h"
#include "parser/exposition/contentnegotiation.h"
#include "parser/exposition/expositionwriter.h"
#include "parser/http/mediaranges.h"
#include "parser/promql/parse.h"

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace sightglass {

namespace {

bool isDelimitedProtobuf(const http::MediaRange &range)
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

std::optional<FederationFormat> formatOf(const http::MediaRange &range)
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
    for (const http::MediaRange &range : http::mediaRanges(accept)) {
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
