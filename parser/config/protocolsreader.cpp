// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/protocolsreader.h"

#include "parser/base/asciicase.h"
#include "parser/config/configvalues.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace sightglass {
namespace {

/// In the order of ScrapeProtocol.
constexpr std::array<std::string_view, 5> protocolNames = {"PrometheusProto", "PrometheusText0.0.4",
                                                           "PrometheusText1.0.0", "OpenMetricsText0.0.1",
                                                           "OpenMetricsText1.0.0"};

std::string listed(const std::vector<std::string> &names)
{
    std::string text;
    for (const std::string &name : names)
        text += (text.empty() ? "" : " ") + name;
    return "[" + text + "]";
}

} // namespace

std::optional<ScrapeProtocol> scrapeProtocolNamed(std::string_view name)
{
    const auto *const found = std::find(protocolNames.begin(), protocolNames.end(), name);
    if (found == protocolNames.end())
        return {};
    return static_cast<ScrapeProtocol>(found - protocolNames.begin());
}

std::string unknownProtocolText(std::string_view name)
{
    std::vector<std::string> known(protocolNames.begin(), protocolNames.end());
    std::sort(known.begin(), known.end());
    return "unknown scrape protocol " + std::string(name) + ", supported: " + listed(known);
}

void readProtocols(const YamlNode &node, ProtocolsDraft &draft, ConfigReading &reading)
{
    draft = {{}, node.position};
    if (node.kind == YamlKind::Null)
        return;
    std::vector<std::string> names;
    readSequence(node, "[]config.ScrapeProtocol", reading, [&](const YamlNode &item) {
        readText(item, "config.ScrapeProtocol", names.emplace_back(), reading);
    });
    draft.names = std::move(names);
}

std::vector<ScrapeProtocol> finishedProtocols(const ProtocolsDraft &draft, const std::string &where,
                                              ConfigReading &reading)
{
    std::vector<ScrapeProtocol> protocols;
    if (!draft.names)
        return protocols;
    if (draft.names->empty())
        reading.refuseValue(draft.position, "scrape_protocols cannot be empty " + where);
    std::vector<std::string> seen; // of known names, each once: short
    for (const std::string &name : *draft.names) {
        const std::string lower = asciiLower(name);
        if (std::find(seen.begin(), seen.end(), lower) != seen.end())
            reading.refuseValue(draft.position, "duplicated protocol in scrape_protocols, got " +
                                                    listed(*draft.names) + " " + where);
        const auto protocol = scrapeProtocolNamed(name);
        if (!protocol)
            reading.refuseValue(draft.position,
                                "scrape_protocols: " + unknownProtocolText(name) + " " + where);
        if (reading.failed())
            break;
        seen.push_back(lower);
        protocols.push_back(*protocol);
    }
    return protocols;
}

} // namespace sightglass
