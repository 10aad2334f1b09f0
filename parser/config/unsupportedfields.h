// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/config/configreading.h"

#include <string_view>

namespace sightglass {

// What Prometheus knows and we do not honour: good in a configuration, but said.

/// Whether Prometheus has <kind>_sd_configs.
[[nodiscard]] bool isKnownDiscovery(std::string_view kind);

/// True where the key is a section at the top of a prometheus.yml that we do not honour; its remark is then
/// made. Its inside has been checked to be YAML and is checked to be a list or a mapping.
[[nodiscard]] bool takeUnsupportedSection(std::string_view key, const YamlNode &value,
                                          ConfigReading &reading);

/// A path to a file that we do not write, in `global` and in scrape configs: a remark where it is set.
void readUnwrittenFile(const YamlNode &value, ConfigLoss loss, ConfigReading &reading);

} // namespace sightglass
