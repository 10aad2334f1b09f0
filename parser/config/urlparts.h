// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"

#include <string>
#include <string_view>

namespace sightglass {

/// What a configuration's checks need of a URL.
struct UrlParts
{
    std::string scheme; ///< in lower case
    std::string host;   ///< with the port, if there is one
};

/// Takes a URL apart as Go's url.Parse does. Errors: ConfigValue, `parse "http://%zz": invalid URL escape
/// "%zz"`, with a password in the URL shown as xxxxx.
[[nodiscard]] Result<UrlParts> parseUrl(std::string_view url);

} // namespace sightglass
