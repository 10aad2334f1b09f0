// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string_view>
#include <vector>

namespace sightglass::http {

/// One element of an Accept header (RFC 9110, 12.5.1), in the header's memory.
struct MediaRange
{
    std::string_view type; ///< "text/plain", as written
    double weight = 1;
    std::map<std::string_view, std::string_view> parameters; ///< but for q; the first of each name

    /// Empty where it is not there.
    [[nodiscard]] std::string_view parameter(std::string_view name) const;
};

/// The elements of an Accept header, those wanted most first, otherwise as they stand. At most 64, so that
/// a hostile header costs little; what is damaged in one is left out of it.
[[nodiscard]] std::vector<MediaRange> mediaRanges(std::string_view accept);

} // namespace sightglass::http
