// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/error.h"

#include <string>
#include <utility>

namespace sightglass {

/// Ends an evaluation from any depth. Thrown and caught inside model/query only: QueryEngine turns it into a
/// Result.
class EvaluationError
{
public:
    explicit EvaluationError(Error error)
        : m_error(std::move(error))
    {}
    /// QueryFailed with Prometheus' text.
    explicit EvaluationError(std::string text, SourceSpan span = {})
        : m_error{ErrorCode::QueryFailed, {std::move(text)}, span, {}}
    {}

    [[nodiscard]] const Error &error() const noexcept { return m_error; }

private:
    Error m_error;
};

inline constexpr const char *duplicateLabelsetText = "vector cannot contain metrics with the same labelset";

} // namespace sightglass
