// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/grafana/migration.h"

#include <string>
#include <string_view>

namespace sightglass::grafana {

/// One style of the old table: how the columns are shown whose name fits its pattern.
struct TableStyle
{
    const Json &style;
    const Json &panel;
    std::string place; ///< pointer below the panel, for losses
};

/// The style of all columns.
void addStyleToDefaults(const TableStyle &style, Json &defaults, Migration &migration);
/// The style of columns by name or /regex/; `pattern` is the style's under today's names of columns.
void addStyleAsOverride(const TableStyle &style, std::string_view pattern, Json &overrides,
                        Migration &migration);

} // namespace sightglass::grafana
