// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/error.h"

#include <string>
#include <vector>

namespace sightglass::test {

/// What Debian's promtool, of Prometheus 2.42, says of a configuration.
enum class PeerVerdict
{
    Agrees,
    IsOlder ///< it says otherwise: 3.x allows more names and fields, and we refuse some that can never work
};

struct GoodConfig
{
    std::string text;
    PeerVerdict peer;
};

struct BadConfig
{
    std::string text;
    SourcePosition position;
    ErrorCode code;
    std::string message;
    PeerVerdict peer;
};

[[nodiscard]] const std::vector<GoodConfig> &goodConfigs();
[[nodiscard]] const std::vector<BadConfig> &badConfigs();

} // namespace sightglass::test
