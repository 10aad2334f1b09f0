// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/style/theme.h"

#include <QDir>
#include <QString>

namespace sightglass::test {

/// Walls of panels as dashboards have them, with alerts, legends, hovered plots and crowds of values: a few
/// PNG files in the folder, their names ending in "-theme.png". For developers to look at.
void saveWalls(const QDir &folder, const Theme &theme, const QString &themeName);

} // namespace sightglass::test
