// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/config/configreading.h"
#include "parser/config/httpclientconfig.h"

#include <string_view>

namespace sightglass {

/// The fields of prometheus/common's ProxyConfig, which stand inline, not yet held to each other.
using ProxyDraft = ProxyConfig;

/// True where the key is one of a proxy's, whose value is then read.
[[nodiscard]] bool takeProxyField(std::string_view key, const YamlNode &value, ProxyDraft &draft,
                                  ConfigReading &reading);

[[nodiscard]] ProxyConfig finishedProxy(const ProxyDraft &draft, SourcePosition place,
                                        ConfigReading &reading);

} // namespace sightglass
