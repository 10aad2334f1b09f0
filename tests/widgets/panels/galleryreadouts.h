// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/style/theme.h"

#include <QDir>
#include <QString>

namespace sightglass::test {

/// What the pointer and the keys show over panels: read-outs at the edges of small windows, over a hundred
/// series, with long and right-to-left names, and charts as tables. PNG files in the folder, their names
/// ending in "-theme.png". For developers to look at.
void saveReadouts(const QDir &folder, const Theme &theme, const QString &themeName);

} // namespace sightglass::test
