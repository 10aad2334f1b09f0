// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/targetconfig.h"

#include <algorithm>
#include <vector>

namespace sightglass {

/// The target with this id; null where there is none. Lives as long as its place in the list.
[[nodiscard]] inline const TargetConfig *findTarget(const std::vector<TargetConfig> &targets,
                                                    const QString &id)
{
    const auto found = std::find_if(targets.begin(), targets.end(),
                                    [&id](const TargetConfig &target) { return target.id == id; });
    return found == targets.end() ? nullptr : &*found;
}

} // namespace sightglass
