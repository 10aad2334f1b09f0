// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

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

} // namespace sightglass
