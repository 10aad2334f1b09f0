// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/contentnegotiation.h"
#include "parser/exposition/expositionparser.h"

#include <algorithm>
#include <array>

namespace sightglass {

namespace {

struct ProtocolRow
{
    ScrapeProtocol protocol;
    std::string_view name;
    std::string_view mediaRange;
    bool namesEscaping; ///< says in the header how names are to be escaped
    ExpositionFormat format;
};

/// In the order in which they are preferred.
constexpr std::array<ProtocolRow, 5> protocolTable = {{
    {ScrapeProtocol::PrometheusProto, "PrometheusProto",
     "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited", false,
     ExpositionFormat::Protobuf},
    {ScrapeProtocol::OpenMetricsText1_0_0, "OpenMetricsText1.0.0",
     "application/openmetrics-text;version=1.0.0", true, ExpositionFormat::OpenMetricsText},
    {ScrapeProtocol::OpenMetricsText0_0_1, "OpenMetricsText0.0.1",
     "application/openmetrics-text;version=0.0.1", false, ExpositionFormat::OpenMetricsText},
    {ScrapeProtocol::PrometheusText1_0_0, "PrometheusText1.0.0", "text/plain;version=1.0.0", true,
     ExpositionFormat::PrometheusText},
    {ScrapeProtocol::PrometheusText0_0_4, "PrometheusText0.0.4", "text/plain;version=0.0.4", false,
     ExpositionFormat::PrometheusText},
}};

constexpr std::array<std::string_view, 4> escapingNames = {"allow-utf-8", "underscores", "dots", "values"};

const ProtocolRow &rowOf(ScrapeProtocol protocol) noexcept
{
    return *std::find_if(protocolTable.begin(), protocolTable.end(),
                         [protocol](const ProtocolRow &row) { return row.protocol == protocol; });
}

} // namespace

std::string_view scrapeProtocolName(ScrapeProtocol protocol) noexcept
{
    return rowOf(protocol).name;
}

std::optional<ScrapeProtocol> scrapeProtocolFromName(std::string_view name) noexcept
{
    for (const ProtocolRow &row : protocolTable) {
        if (row.name == name)
            return row.protocol;
    }
    return std::nullopt;
}

std::optional<NameEscaping> nameEscapingFromName(std::string_view name) noexcept
{
    const auto found = std::find(escapingNames.begin(), escapingNames.end(), name);
    if (found == escapingNames.end())
        return std::nullopt;
    return static_cast<NameEscaping>(found - escapingNames.begin());
}

ExpositionFormat formatOf(ScrapeProtocol protocol) noexcept
{
    return rowOf(protocol).format;
}

std::vector<ScrapeProtocol> defaultScrapeProtocols(ExpositionOptions::NativeHistograms nativeHistograms)
{
    std::vector<ScrapeProtocol> protocols;
    for (const ProtocolRow &row : protocolTable) {
        if (row.format != ExpositionFormat::Protobuf ||
            nativeHistograms == ExpositionOptions::NativeHistograms::Read)
            protocols.push_back(row.protocol);
    }
    return protocols;
}

std::string acceptHeader(std::span<const ScrapeProtocol> protocols, NameEscaping escaping)
{
    // Weights begin at one more than there are protocols at all, whatever the list.
    std::size_t weight = protocolTable.size() + 1;
    std::string header;
    for (const ScrapeProtocol protocol : protocols) {
        const ProtocolRow &row = rowOf(protocol);
        header += row.mediaRange;
        if (row.namesEscaping)
            header.append(";escaping=").append(escapingNames[static_cast<std::size_t>(escaping)]);
        header += ";q=0." + std::to_string(weight--) + ',';
    }
    return header + "*/*;q=0." + std::to_string(weight);
}

Result<ExpositionFormat> negotiatedFormat(std::string_view contentType,
                                          std::optional<ScrapeProtocol> fallback)
{
    if (const auto format = expositionFormatOf(contentType))
        return *format;
    if (fallback)
        return formatOf(*fallback);
    return contentTypeError(contentType, std::string(contentType));
}

} // namespace sightglass
