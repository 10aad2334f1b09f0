// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/refusedanswer.h"
#include "parser/base/error.h"
#include "parser/exposition/expositionformat.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sightglass {

/// What a body is by its own bytes, whatever its Content-Type says.
enum class AnswerKind : std::uint8_t
{
    Empty,
    Exposition,
    Html,
    LoginPage, ///< HTML with a field for a password
    Json,
    Other
};

struct AnswerContent
{
    AnswerKind kind = AnswerKind::Empty;
    ExpositionFormat format = ExpositionFormat::PrometheusText; ///< of an Exposition
    std::string title; ///< of an HTML page, as plain text in one line, at most 200 bytes; hostile
};

/// Looks at the beginning of a body. An exposition has a TYPE line, or at least as many good samples as bad
/// lines, and is never markup.
[[nodiscard]] AnswerContent answerContent(std::string_view body);

/// The format in which a refused answer is examined all the same: one that was refused for its Content-Type
/// alone, is there as a whole and is an exposition. Nothing: it is none.
[[nodiscard]] std::optional<ExpositionFormat> examinedFormat(const RefusedAnswer &answer, const Error &error);

} // namespace sightglass
