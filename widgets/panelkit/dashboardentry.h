// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"

#include <optional>
#include <string>
#include <vector>

namespace sightglass {

/// A dashboard that can be gone to. Texts are hostile: they may come from an imported file.
struct DashboardEntry
{
    std::string id;
    std::string title;
    std::vector<std::string> tags;
    bool starred = false;
    std::optional<TimestampMs> visited; ///< when it was last looked at

    friend bool operator==(const DashboardEntry &, const DashboardEntry &) = default;
};

} // namespace sightglass
