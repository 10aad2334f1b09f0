// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/config/configreading.h"
#include "parser/config/httpclientconfig.h"

#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// http_headers: {Name: {values: […], secrets: […], files: […]}}. The headers that Prometheus sets itself are
/// refused; what could not stand in a request's head, too.
[[nodiscard]] std::vector<HttpHeader> readHttpHeaders(const YamlNode &node, ConfigReading &reading);

/// "x-scope-orgid" as "X-Scope-Orgid", as Go writes a header's name.
[[nodiscard]] std::string canonicalHeaderName(std::string_view name);

/// Whether it is one of those that Prometheus sets itself, in any case.
[[nodiscard]] bool isReservedHeader(std::string_view name);

} // namespace sightglass
