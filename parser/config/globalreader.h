// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/config/configreading.h"
#include "parser/config/prometheusconfig.h"

namespace sightglass {

/// Reads `global` into the values that a configuration has of it: intervals, external labels, defaults of
/// scrape configs.
void readGlobal(const YamlNode &node, PrometheusConfig &config, ConfigReading &reading);

} // namespace sightglass
