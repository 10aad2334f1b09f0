// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace sightglass {

/// `sightglass snapshot --target URL… --for 20s --dashboard auto|NAME|FILE --out x.png`: scrapes
/// for a while, then writes the picture of each target's dashboard (x.png, x-2.png, …) and prints its path.
/// Exit code 0 when all is well, 1 when a target is down, a panel's query failed, a variable or its value is
/// not there or a picture could not be written, 2 on wrong usage or a broken dashboard file.
int runSnapshotCommand(const QStringList &arguments);

} // namespace sightglass
