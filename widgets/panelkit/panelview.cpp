// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panelkit/panelview.h"

#include <QPainter>

namespace sightglass {

void PanelView::exportTo(QPainter &painter)
{
    render(&painter, {}, {}, DrawChildren);
}

} // namespace sightglass
