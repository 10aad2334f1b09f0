// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace re2 {
class RE2;
}

namespace sightglass {

class LookingRegex;

/// A regular expression of JavaScript, as dashboards hold them. RE2 does the work, in linear time; what it
/// cannot do (look-around, back-references) is a LookingRegex. Immutable; any thread.
class JsRegex
{
public:
    /// What String.replace() does with a text.
    enum class Replacing : std::uint8_t
    {
        First,
        All ///< with the flag g
    };

    /// As Grafana reads the pattern of a matcher or a mapping: "/…/flags" is found anywhere in a text, a bare
    /// one must be the whole text, being put between ^ and $ as it stands ("a|b" is anchored at one end
    /// each). Flags are g, i, m, y and s in this order, each once at most. Errors: ConfigValue with a text
    /// about the pattern.
    [[nodiscard]] static Result<JsRegex> fromText(std::string_view text);

    /// The bare source of an expression with its flags.
    [[nodiscard]] static Result<JsRegex> compile(std::string_view source, std::string_view flags);

    ~JsRegex();
    JsRegex(JsRegex &&) noexcept;
    JsRegex &operator=(JsRegex &&) noexcept;

    /// Whether it is found in the text.
    [[nodiscard]] bool matches(std::string_view text) const;

    /// The text with its first match, or each with the flag g, replaced. The replacement knows $1 to $99, $&,
    /// $`, $', $<name> and $$; a number without a group stays as it is written.
    [[nodiscard]] std::string replaced(std::string_view text, std::string_view replacement) const;

    /// One match: what each group took, the first being the whole; null where a group took no part.
    struct Match
    {
        std::vector<std::optional<std::string>> groups;
        std::vector<std::pair<std::string, std::string>> named; ///< of those that took part
    };
    /// The first match, or with the flag g all up to the first empty one, at most so many.
    [[nodiscard]] std::vector<Match> matchesIn(std::string_view text, std::size_t most) const;

    /// The named groups of the first match with what they took, in the pattern's order; empty where nothing
    /// matches or nothing is named.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> namedGroups(std::string_view text) const;

private:
    enum class Start : std::uint8_t
    {
        Anywhere,
        Here ///< the flag y
    };
    JsRegex(Replacing replacing, Start start);

    /// With their numbers.
    [[nodiscard]] std::vector<std::pair<std::string, int>> names() const;
    /// The groups of the first match from there on; null pointers where one took no part.
    [[nodiscard]] std::optional<std::vector<std::string_view>> found(std::string_view text,
                                                                     std::size_t from) const;

    std::unique_ptr<const re2::RE2> m_program; ///< or
    std::unique_ptr<const LookingRegex> m_looking;
    Replacing m_replacing;
    Start m_start;
};

} // namespace sightglass
