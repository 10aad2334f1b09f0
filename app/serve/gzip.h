// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/http/headerfields.h"

#include <optional>
#include <string>
#include <string_view>

namespace sightglass {

/// Below this a gzip stream saves less than its header costs.
inline constexpr std::size_t leastGzippedBytes = 1024;

/// Whether the client takes gzip: named in Accept-Encoding, by itself or by *, and not with q=0.
[[nodiscard]] bool acceptsGzip(const http::HeaderFields &fields);

/// Empty where memory is short or it would not become smaller.
[[nodiscard]] std::optional<std::string> gzipped(std::string_view body);

} // namespace sightglass
