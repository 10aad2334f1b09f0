// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// How well a candidate answers what was typed, larger is better; empty where it does not at all. Best is the
/// beginning of the name, then the beginning of one of its parts (queue of http_queue_depth), then the
/// beginnings of several in order (hreq of http_requests), then a piece in the middle, then letters in order.
/// Letters' case does not count but for a tie. Everything answers nothing typed.
[[nodiscard]] std::optional<int> textMatch(std::string_view typed, std::string_view candidate) noexcept;

/// The bytes of the candidate that answer what was typed, ascending; empty where it does not match.
[[nodiscard]] std::vector<std::size_t> matchedBytes(std::string_view typed, std::string_view candidate);

/// Names that are likely meant by a wrong one, best first: few typing slips away, or made of the same parts.
[[nodiscard]] std::vector<std::string>
nearNames(std::string_view wrong, const std::vector<std::string_view> &names, std::size_t most = 3);

} // namespace sightglass
