// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"
#include "model/query/promqltest/seriesnotation.h"
#include "model/query/queryengine.h"
#include "model/query/queryresult.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass::promqltest {

/// A text that a message must have: all of it, or a part that a regular expression finds.
struct TextExpectation
{
    enum class Kind : std::uint8_t
    {
        Any,
        Whole,
        Regex
    };
    Kind kind = Kind::Any;
    std::string text;
};

/// What annotations of one severity must be: every line met by some, every one meeting some line; or none at
/// all.
struct AnnotationExpectation
{
    std::vector<TextExpectation> texts;
    bool none = false;

    [[nodiscard]] bool contradicts() const noexcept { return none && !texts.empty(); }
};

/// One `eval` block (promqltest reference, section 2).
struct EvalCommand
{
    std::size_t line = 0;   ///< 1-based
    std::size_t column = 1; ///< of the expression in its line, 1-based, in bytes
    std::string expr;
    bool range = false;
    StepRange steps; ///< instant: start == end
    bool ordered = false;
    std::optional<TextExpectation> failure;
    AnnotationExpectation warnings;
    AnnotationExpectation infos;
    std::optional<StepRange> rangeVector; ///< the instant query yields raw samples at these times
    std::optional<std::string> string;
    std::optional<double> scalar;
    std::vector<SeriesDescription> series;
};

struct LoadCommand
{
    std::size_t line = 0;
    std::int64_t stepMs = 0;
    bool customBuckets = false; ///< load_with_nhcb
    std::vector<SeriesDescription> series;
};

/// A command, or why it could not be read: a damaged block does not keep the rest of the file from running.
struct Command
{
    enum class Kind : std::uint8_t
    {
        Clear,
        Load,
        Eval,
        Invalid
    };
    Kind kind = Kind::Invalid;
    LoadCommand load;
    EvalCommand eval;
    std::size_t line = 0;
    std::string problem;
};

/// Splits a script into its commands. Expressions are kept as text. Pure.
[[nodiscard]] std::vector<Command> parseScript(std::string_view text);

} // namespace sightglass::promqltest
