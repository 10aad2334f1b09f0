// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/api/apierror.h"

#include "parser/base/quoting.h"

#include <utility>

namespace sightglass {

std::string_view apiErrorName(ApiErrorType type) noexcept
{
    switch (type) {
    case ApiErrorType::BadData:
        return "bad_data";
    case ApiErrorType::Execution:
        return "execution";
    case ApiErrorType::Canceled:
        return "canceled";
    case ApiErrorType::Timeout:
        return "timeout";
    case ApiErrorType::Internal:
        return "internal";
    case ApiErrorType::Unavailable:
        return "unavailable";
    case ApiErrorType::NotFound:
        return "not_found";
    }
    return "internal";
}

int apiErrorCode(ApiErrorType type) noexcept
{
    switch (type) {
    case ApiErrorType::BadData:
        return 400;
    case ApiErrorType::Execution:
        return 422;
    case ApiErrorType::Canceled:
        return 499;
    case ApiErrorType::Timeout:
    case ApiErrorType::Unavailable:
        return 503;
    case ApiErrorType::Internal:
        return 500;
    case ApiErrorType::NotFound:
        return 404;
    }
    return 500;
}

ApiError badData(std::string text)
{
    return {ApiErrorType::BadData, std::move(text)};
}

ApiError invalidParameter(std::string_view name, std::string_view problem)
{
    return badData("invalid parameter " + goQuoted(name) + ": " + std::string(problem));
}

ApiError evaluationFailure(const Error &error)
{
    ApiErrorType type = ApiErrorType::Execution;
    if (error.code == ErrorCode::QueryCancelled)
        type = ApiErrorType::Canceled;
    else if (error.code == ErrorCode::QueryTimedOut)
        type = ApiErrorType::Timeout;
    return {type, plainText(error)};
}

std::string parseErrorText(const Error &error)
{
    if (error.position.line == 0)
        return "unknown position: " + plainText(error);
    return std::to_string(error.position.line) + ':' + std::to_string(error.position.column) + ": " +
           plainText(error);
}

} // namespace sightglass
