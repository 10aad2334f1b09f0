// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sightglass {

/// The bytes of a !!binary value: base64 as RFC 4648 has it, with its padding; line breaks are passed over,
/// as by Go. Nothing where it is none.
[[nodiscard]] std::optional<std::string> decodedYamlBinary(std::string_view text);

} // namespace sightglass
