// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sightglass {

/// Whether a backslash before the character says nothing in JavaScript, as in \y, which is y.
[[nodiscard]] bool isPlainEscape(char c) noexcept;

/// A regular expression of JavaScript with what RE2 has not: look-around and back-references. PCRE2 does the
/// work, by backtracking in a bounded number of steps, behind which nothing is found, as in texts of more
/// than 4,096 bytes. Other than in JavaScript, what is looked for behind must have a known length, and a
/// group keeps in a repetition what it took the time before. Texts need not be UTF-8. Immutable; any thread.
class LookingRegex
{
public:
    struct Flags
    {
        bool ignoreCase = false;
        bool multiline = false;
        bool dotAll = false;
    };

    /// Errors: ConfigValue, the reason alone.
    [[nodiscard]] static Result<LookingRegex> compile(std::string_view source, Flags flags);

    ~LookingRegex();
    LookingRegex(LookingRegex &&) noexcept;
    LookingRegex &operator=(LookingRegex &&) noexcept;

    /// Where each group was found, the whole first; null pointers where a group took no part.
    using Groups = std::vector<std::string_view>;

    /// The first match that begins at `from` or, unless `hereOnly`, behind it.
    [[nodiscard]] std::optional<Groups> search(std::string_view text, std::size_t from, bool hereOnly) const;

    /// Of groups that have one, with their numbers.
    [[nodiscard]] const std::vector<std::pair<std::string, int>> &names() const noexcept { return m_names; }

private:
    struct Program;

    explicit LookingRegex(std::unique_ptr<const Program> program);

    std::unique_ptr<const Program> m_program;
    std::vector<std::pair<std::string, int>> m_names;
};

} // namespace sightglass
