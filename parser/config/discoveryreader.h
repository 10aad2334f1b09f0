// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/config/configreading.h"
#include "parser/config/scrapeconfig.h"

#include <string_view>
#include <vector>

namespace sightglass {

/// What a scrape config says about where its targets come from.
struct DiscoveryDraft
{
    std::vector<TargetGroup> staticGroups;
    std::vector<Discovery> discoveries;
};

/// True where the key is static_configs or one of Prometheus' *_sd_configs, whose value is then read. A kind
/// of discovery that we do not have is a remark.
[[nodiscard]] bool takeDiscoveryField(std::string_view key, const YamlNode &value, DiscoveryDraft &draft,
                                      ConfigReading &reading);

} // namespace sightglass
