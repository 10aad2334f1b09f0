// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace sightglass {

/// A unit in a metric's name, and the base unit that it should be. Equal: it is one.
struct NameUnit
{
    std::string_view unit; ///< empty: the name has none
    std::string_view base;
};

/// The first part of the name, between underscores, that is a unit with or without prefix, as promlint has it
/// (lint reference, section 2). Views live as long as the name.
[[nodiscard]] NameUnit unitInName(std::string_view metric) noexcept;

/// All of them, each once, in the order of the name. Older promlint (Debian's promtool) names any of them,
/// another one at each run.
[[nodiscard]] std::vector<NameUnit> unitsInName(std::string_view metric);

} // namespace sightglass
