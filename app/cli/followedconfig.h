// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/targetsources.h"

#include <QString>

namespace sightglass {

/// Follows a prometheus.yml and prints what is to say of it, each thing once: where it is broken, what is not
/// honoured, addresses that make no target. A file that is broken at first ends the program with
/// ExitCode::Failed.
void followConfig(const QString &path, TargetSources &sources);

} // namespace sightglass
