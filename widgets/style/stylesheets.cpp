// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/stylesheets.h"

namespace sightglass {

QString slimScrollBars(const Theme &theme)
{
    return QStringLiteral(
               "QScrollBar{background:%1;margin:0}"
               "QScrollBar:vertical{width:8px}"
               "QScrollBar:horizontal{height:8px}"
               "QScrollBar::handle{background:%2;border-radius:3px;min-height:16px;min-width:16px;margin:1px}"
               "QScrollBar::add-line,QScrollBar::sub-line{width:0;height:0}"
               "QScrollBar::add-page,QScrollBar::sub-page{background:none}")
        .arg(theme.surface.name(), theme.crosshair.name());
}

} // namespace sightglass
