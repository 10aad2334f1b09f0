// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

class GoRegex;

/// A replacement text with references to a regular expression's groups, as Go's Regexp.Expand reads it: $1,
/// ${1}, $name, ${name}, $$ for a dollar. The longest run of letters, digits and underscores is the name;
/// unknown groups are empty; a dollar that starts no reference stays.
class RegexTemplate
{
public:
    /// The expression must outlive this.
    RegexTemplate(std::string_view replacement, const GoRegex &regex);

    /// The replacement for a text that the whole expression matches; nothing where it does not match. A
    /// replacement that grows beyond `maximum` bytes breaks off behind the part with which it does so.
    [[nodiscard]] std::optional<std::string> expand(std::string_view text, std::size_t maximum) const;

private:
    struct Part
    {
        std::string literal;
        std::optional<std::size_t> group; ///< nothing: literal only
    };
    [[nodiscard]] std::optional<std::size_t> groupOf(std::string_view name) const;
    void parse(std::string_view replacement);

    const GoRegex &m_regex;
    std::vector<Part> m_parts;
};

} // namespace sightglass
