// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/config/configreading.h"
#include "parser/config/scrapeconfig.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// scrape_protocols as written; nothing where it is not.
struct ProtocolsDraft
{
    std::optional<std::vector<std::string>> names;
    SourcePosition position;
};

void readProtocols(const YamlNode &node, ProtocolsDraft &draft, ConfigReading &reading);

/// Known names, each once. `where` ends the error text: "for global config". Empty where nothing is written.
[[nodiscard]] std::vector<ScrapeProtocol> finishedProtocols(const ProtocolsDraft &draft,
                                                            const std::string &where, ConfigReading &reading);

[[nodiscard]] std::optional<ScrapeProtocol> scrapeProtocolNamed(std::string_view name);

/// "unknown scrape protocol x, supported: […]".
[[nodiscard]] std::string unknownProtocolText(std::string_view name);

} // namespace sightglass
