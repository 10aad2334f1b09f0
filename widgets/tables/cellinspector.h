// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/style/theme.h"

#include <QPoint>
#include <QString>

class QWidget;

namespace sightglass {

/// Opens a popup with the whole of a cell's text, to be read, selected and copied; JSON is indented. It
/// closes by Escape and by a click elsewhere.
QWidget *inspectCell(QWidget *parent, QPoint at, const QString &text, const Theme &theme);

} // namespace sightglass
