// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace sightglass {

/// Text with %XX resolved, and + as a blank where that is asked for. Empty where an escape is damaged.
enum class PlusSign : unsigned char
{
    Itself,
    Blank
};
[[nodiscard]] std::optional<std::string> percentDecoded(std::string_view text, PlusSign plus);

/// Gives `take` the names and values of an application/x-www-form-urlencoded text in their order, as Go's
/// url.ParseQuery reads it. Returns what is wrong with it, in Go's words, or what `take` first found wrong;
/// "" where all is well. Any thread.
[[nodiscard]] std::string readUrlQuery(std::string_view text,
                                       const std::function<std::string(std::string, std::string)> &take);

} // namespace sightglass
