// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/zonerule.h"
#include "model/variables/variablevalues.h"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

namespace sightglass {

/// What a text is, which says how variables are written in it where it asks for no format.
enum class TextKind : std::uint8_t
{
    Plain,   ///< legends, intervals: {a,b}
    Title,   ///< names rather than values: a + b
    Html,    ///< escaped, several with commas between
    Json,    ///< one as it is, several as a list
    Query,   ///< PromQL, see promqlVariable()
    Address, ///< of a link: encoded, but for what divides the parts of an address
};

struct InterpolationOptions
{
    TextKind kind = TextKind::Plain;
    ZoneRule zone = {};                            ///< of dates; empty: UTC
    std::size_t mostBytes = std::size_t{1} << 20U; ///< longer results are cut
};

/// The text with $name, ${name}, ${name:format}, ${name.field:format}, [[name]] and [[name:format]] replaced.
/// What names no variable stays as it is, so that ${__field.name} and $1 are left to others. Variables in a
/// custom value of All are replaced too, once.
[[nodiscard]] std::string interpolated(std::string_view text, const VariableValues &values,
                                       const InterpolationOptions &options = {});

/// The text with its references to one variable, however they are written, as references to another.
[[nodiscard]] std::string withVariableRenamed(std::string_view text, std::string_view from,
                                              std::string_view to);

/// The names that a text refers to, built-in ones among them.
[[nodiscard]] std::set<std::string, std::less<>> variablesIn(std::string_view text);

} // namespace sightglass
