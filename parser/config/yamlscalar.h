// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/config/yamldocument.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace sightglass {

/// A day, or a time of one: it only needs to be told apart.
struct YamlTimestamp
{
    friend bool operator==(const YamlTimestamp &, const YamlTimestamp &) = default;
};

/// What a scalar means: nothing, a boolean, an integer (unsigned only where it does not fit the signed), a
/// float, a time, or text.
using YamlValue =
    std::variant<std::monostate, bool, std::int64_t, std::uint64_t, double, YamlTimestamp, std::string>;

/// As Go reads a plain scalar: 0x, 0o, 0b and a leading 0 are bases; underscores part digits; .inf and .nan
/// are floats; by V2 yes, no, on, off, y and n are booleans, as in YAML 1.1.
[[nodiscard]] YamlValue resolvePlain(std::string_view text, GoYaml version = GoYaml::V2);

/// Of the words that are booleans by V2 alone.
[[nodiscard]] std::optional<bool> yesOrNo(std::string_view text);

/// The value of a scalar or null node, with its tag honoured. Nothing where the tag and the text do not go
/// together (!!int x). What has a tag of somebody's own is text.
[[nodiscard]] std::optional<YamlValue> resolveScalar(const YamlNode &node, GoYaml version = GoYaml::V2);

/// The short name of a node's type, as error texts have it: "!!str", "!!seq", "!x".
[[nodiscard]] std::string yamlTypeName(const YamlNode &node, GoYaml version = GoYaml::V2);

} // namespace sightglass
