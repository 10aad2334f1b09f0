// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/grafana/migration.h"

#include <string>
#include <string_view>

namespace sightglass::grafana {

/// The variables of Grafana 6's data links under today's names: $__series_name is ${__series.name},
/// __value_time is __value.time, $__field_name is ${__field.name}.
[[nodiscard]] std::string modernLinkVariables(std::string_view text);

/// The variables of the old table's links: $__cell is ${__value.raw}, $__cell_2 is ${__data.fields[2]}; also
/// as ${__cell}, ${__cell:raw} and [[__cell_2]].
[[nodiscard]] std::string modernCellVariables(std::string_view text);

/// A panel link of any time as {title, url, targetBlank}.
[[nodiscard]] Json modernPanelLink(const Json &link);

} // namespace sightglass::grafana
