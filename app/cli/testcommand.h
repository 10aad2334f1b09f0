// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace sightglass {

/// `sightglass test promql [--features a,b|all] FILE|DIR…`: runs scripts of the promqltest language and
/// prints for each file, and on the last line in total, `passed/total`, and the first difference of each eval
/// that failed. Without --features the evals that need a switch are left out of the totals, and counted; with
/// it they have failed. Exit code 0 when all passed and there were any, 1 when not, 2 on wrong usage.
int runTestCommand(const QStringList &arguments);

} // namespace sightglass
