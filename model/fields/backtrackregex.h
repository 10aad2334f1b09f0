// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/jsregexsyntax.h"
#include "parser/base/result.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sightglass::jsregex {

struct Flags
{
    bool ignoreCase = false; ///< of ASCII, Latin-1, Greek and Cyrillic letters
    bool multiline = false;
    bool dotAll = false;
};

/// A regular expression of JavaScript with look-around and back-references, by backtracking over a program.
/// A search takes a bounded number of steps, after which nothing is found. Immutable; any thread.
class BacktrackRegex
{
public:
    /// Errors: ConfigValue, the reason alone.
    [[nodiscard]] static Result<BacktrackRegex> compile(std::string_view source, Flags flags);

    /// Where each group was found, the whole first; null pointers where a group took no part.
    using Groups = std::vector<std::string_view>;

    /// The first match that begins at `from` or, unless `hereOnly`, behind it.
    [[nodiscard]] std::optional<Groups> search(std::string_view text, std::size_t from, bool hereOnly) const;

    [[nodiscard]] const std::vector<std::pair<std::uint32_t, std::string>> &names() const noexcept
    {
        return m_names;
    }

private:
    friend class ProgramWriter;
    friend class ProgramRun;

    enum class Step : std::uint8_t
    {
        Take,      ///< a character of a class
        TakeBack,  ///< the same towards the front
        Refer,     ///< what a group took
        ReferBack, ///< the same towards the front
        Split,     ///< goes on behind it, and at `to` where that fails
        SplitLazy, ///< goes on at `to`, and behind it where that fails
        Jump,
        Save,     ///< where it is, in a slot
        Forget,   ///< groups from `index` to below `to`
        Progress, ///< fails where it is where the slot says
        LineStart,
        LineEnd,
        WordBoundary,
        NoWordBoundary,
        Look,    ///< the program behind it up to `to` matches from here
        LookNot, ///< it does not
        Done
    };
    struct Instruction
    {
        Step step = Step::Done;
        std::uint32_t index = 0; ///< of a class, group or slot
        std::uint32_t to = 0;    ///< of a step
    };
    struct CharClass
    {
        std::vector<CharRange> ranges;
        bool negated = false;
    };

    std::vector<Instruction> m_program;
    std::vector<CharClass> m_classes;
    std::vector<std::pair<std::uint32_t, std::string>> m_names;
    std::uint32_t m_groups = 0;
    std::uint32_t m_slots = 0; ///< two of each group, and those of loops
    Flags m_flags;
};

} // namespace sightglass::jsregex
