// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/config/authenticationreader.h"

#include <optional>

namespace sightglass {

/// oauth2; nothing for null.
[[nodiscard]] std::optional<OAuth2Draft> readOAuth2(const YamlNode &node, ConfigReading &reading);

/// Client id and token URL are needed, one place for the secret at most.
[[nodiscard]] OAuth2 finishedOAuth2(const OAuth2Draft &draft, ConfigReading &reading);

} // namespace sightglass
