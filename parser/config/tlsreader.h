// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/config/configreading.h"
#include "parser/config/httpclientconfig.h"

namespace sightglass {

/// tls_config, checked: at most one way for each of CA, certificate and key; certificate and key together;
/// the newest version not below the oldest.
[[nodiscard]] TlsConfig readTlsConfig(const YamlNode &node, ConfigReading &reading);

} // namespace sightglass
