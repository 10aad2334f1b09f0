// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace sightglass {

/// `sightglass check rules [--lint NAMES] [--lint-fatal] [--ignore-unknown-fields] [--features NAMES]
/// [--json] [FILE|GLOB…]`: promtool's check of rule files, which says the same and ends the same. Beyond it
/// every problem has its place, and below it the line and a caret; duplicates have theirs. Without files, or
/// for -, the standard input is read. With --json every problem is an object on a line of its own, and each
/// file ends with one of figures.
///
/// Exit code 0 when all files are good, duplicates or not, 1 when one is not or cannot be read, 2 on wrong
/// usage, 3 when with --lint-fatal there are duplicates only.
int runCheckCommand(const QStringList &arguments);

} // namespace sightglass
