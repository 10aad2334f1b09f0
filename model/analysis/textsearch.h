// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <string_view>
#include <vector>

namespace sightglass {

enum class LetterCase : std::uint8_t
{
    Counts,
    Ignored ///< of A to Z; other letters count
};

/// Where a text has what is looked for.
struct TextHits
{
    std::vector<std::uint32_t> begins; ///< ascending, not overlapping; the first ones
    std::size_t total = 0;             ///< all of them
    std::size_t length = 0;            ///< bytes of each
};

/// Looks for `sought`, at most 1,000 bytes of it, in a text of less than 4 GiB; nothing is found nowhere.
/// Ends within a mebibyte where it is told to stop.
[[nodiscard]] TextHits findInText(std::string_view text, std::string_view sought, LetterCase letterCase,
                                  std::size_t most = 100'000, const std::stop_token &stop = {});

/// Whether the text has it anywhere; nothing is in every text. Without memory of its own, for short texts
/// that are asked one after another.
[[nodiscard]] bool containsText(std::string_view text, std::string_view sought,
                                LetterCase letterCase) noexcept;

} // namespace sightglass
