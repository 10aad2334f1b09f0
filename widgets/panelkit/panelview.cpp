// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panelkit/panelview.h"

#include <QPainter>

namespace sightglass {

PanelView::~PanelView()
{
    // A widget's destructor hides what is in it, and a plot below the pointer would tell that nothing is read
    // any more: to what is no panel by then.
    for (QWidget *part : findChildren<QWidget *>())
        part->blockSignals(true);
}

void PanelView::exportTo(QPainter &painter)
{
    render(&painter, {}, {}, DrawChildren);
}

} // namespace sightglass
