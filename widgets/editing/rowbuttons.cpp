// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/rowbuttons.h"

#include <QToolButton>

namespace sightglass {

QToolButton *glyphButton(const QString &glyph, const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setText(glyph);
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace sightglass
