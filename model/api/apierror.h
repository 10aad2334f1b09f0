// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/error.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace sightglass {

/// errorType of the HTTP API (API reference, section 1).
enum class ApiErrorType : std::uint8_t
{
    BadData,
    Execution,
    Canceled,
    Timeout,
    Internal,
    Unavailable,
    NotFound
};

/// Why a request was not answered, in the API's terms and Prometheus' words.
struct ApiError
{
    ApiErrorType type = ApiErrorType::Internal;
    std::string text;

    friend bool operator==(const ApiError &, const ApiError &) = default;
};

[[nodiscard]] std::string_view apiErrorName(ApiErrorType type) noexcept;
/// The HTTP status; 499 for Canceled.
[[nodiscard]] int apiErrorCode(ApiErrorType type) noexcept;

[[nodiscard]] ApiError badData(std::string text);
/// `invalid parameter "<name>": <problem>`
[[nodiscard]] ApiError invalidParameter(std::string_view name, std::string_view problem);
/// What an evaluation failed with: execution, timeout or canceled.
[[nodiscard]] ApiError evaluationFailure(const Error &error);
/// `<line>:<col>: parse error: …`, as Prometheus prints what its parser refuses.
[[nodiscard]] std::string parseErrorText(const Error &error);

} // namespace sightglass
