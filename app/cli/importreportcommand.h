// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace sightglass {

/// `sightglass import-report [--json] [--strict] FILE…`: how many panels of Grafana dashboards are fully
/// honoured, shown with named losses, and not shown, per dashboard and in total, with each loss. Exit code 0,
/// 1 where a file cannot be read, 3 with --strict where anything is lost, 2 on wrong usage.
int runImportReportCommand(const QStringList &arguments);

} // namespace sightglass
