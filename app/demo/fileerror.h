// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/error.h"

#include <utility>

namespace sightglass::demo {

/// FileUnreadable: this file, for this reason.
[[nodiscard]] inline Error fileError(std::string path, std::string reason)
{
    Error error;
    error.code = ErrorCode::FileUnreadable;
    error.arguments = {std::move(path), std::move(reason)};
    return error;
}

} // namespace sightglass::demo
