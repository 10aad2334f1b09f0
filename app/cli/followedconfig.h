// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/workspace.h"
#include "model/scrape/configfollower.h"

#include <QString>

#include <memory>
#include <vector>

namespace sightglass {

/// Scrapes `ownTargets` and those of a prometheus.yml in the workspace, for as long as what this returns
/// lives, and prints what is to say of the file, each thing once: where it is broken, what is not honoured,
/// addresses that make no target. A file that is broken at first ends the program with ExitCode::Failed.
[[nodiscard]] std::unique_ptr<ConfigFollower>
followConfig(const QString &path, std::vector<TargetConfig> ownTargets, Workspace &workspace);

} // namespace sightglass
