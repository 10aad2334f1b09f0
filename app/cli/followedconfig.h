// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/targetsources.h"

#include <QString>

namespace sightglass {

/// Prints what is to say of the files that are opened there from now on, each thing once: where one is
/// broken, what is not honoured, addresses that make no target. A file that is broken at first ends the
/// program with ExitCode::Failed.
void tellOfFollowed(TargetSources &sources);

} // namespace sightglass
