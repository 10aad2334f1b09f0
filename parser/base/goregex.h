// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace re2 {
class RE2;
}

namespace sightglass {

/// A regular expression as Go's regexp package reads it, which is what PromQL, relabelling and alert routes
/// mean by one. It matches whole texts, and dot matches newline: ^(?s:…)$. Go's syntax, limits and error
/// texts; RE2 does the work. Immutable; any thread.
class GoRegex
{
public:
    /// Groups cost time and memory where nobody asks for them.
    enum class Groups
    {
        Ignored,
        Kept
    };

    /// As matchers of selectors do: the pattern itself must be an expression.
    /// Errors: ConfigSyntax with Go's text, "error parsing regexp: missing closing ): `(a`". Where Go takes
    /// what would make a program of more than about two million instructions, it is "expression too large".
    [[nodiscard]] static Result<GoRegex> compile(std::string_view pattern, Groups groups = Groups::Ignored);

    /// As label_replace() and relabelling do, which put the pattern between ^(?s: and )$ and only then look
    /// at it: `a)|(b` passes, and is anchored at one end each. Keeps the groups.
    [[nodiscard]] static Result<GoRegex> compileWrapped(std::string_view pattern);

    ~GoRegex();
    GoRegex(GoRegex &&) noexcept;
    GoRegex &operator=(GoRegex &&) noexcept;

    [[nodiscard]] bool matches(std::string_view text) const;

    /// What each group matched, the first one the whole; those that took no part have a null pointer. False,
    /// and no groups, where the text does not match.
    [[nodiscard]] bool match(std::string_view text, std::vector<std::string_view> &groups) const;

    /// The number of the group of this name; nothing where there is none.
    [[nodiscard]] std::optional<std::size_t> groupNamed(const std::string &name) const;
    [[nodiscard]] std::size_t groupCount() const; ///< without the whole

    /// Instructions of the compiled program, a measure of the time and memory that compiling took.
    [[nodiscard]] std::size_t size() const;

private:
    enum class Anchors
    {
        Outside, ///< the program is the pattern's alone
        Inside
    };
    GoRegex(std::unique_ptr<const re2::RE2> program, Anchors anchors);
    static Result<GoRegex> compiled(std::string_view pattern, Anchors anchors, Groups groups);

    std::unique_ptr<const re2::RE2> m_program;
    Anchors m_anchors;
};

} // namespace sightglass
