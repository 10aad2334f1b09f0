// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/utf8cut.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace sightglass {

/// Code points that the label names and values of an exemplar may have together (OpenMetrics 1.0, section
/// "Exemplars").
inline constexpr std::size_t longestExemplarLabels = 128;

/// Of valid UTF-8.
[[nodiscard]] inline std::size_t codePoints(std::string_view text) noexcept
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return !isUtf8Continuation(c); }));
}

} // namespace sightglass
