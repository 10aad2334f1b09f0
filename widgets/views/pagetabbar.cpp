// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/pagetabbar.h"

#include <QFontMetrics>

#include <algorithm>

namespace sightglass {

namespace {

constexpr int mostCharacters = 36;
constexpr int fewestCharacters = 18;

} // namespace

PageTabBar::PageTabBar(QWidget *parent)
    : QTabBar(parent)
{
    setElideMode(Qt::ElideMiddle);
    setUsesScrollButtons(true);
}

QSize PageTabBar::bounded(QSize hint, int characters) const
{
    hint.setWidth(std::min(hint.width(), characters * fontMetrics().averageCharWidth()));
    return hint;
}

QSize PageTabBar::tabSizeHint(int index) const
{
    return bounded(QTabBar::tabSizeHint(index), mostCharacters);
}

QSize PageTabBar::minimumTabSizeHint(int index) const
{
    return bounded(QTabBar::tabSizeHint(index), fewestCharacters);
}

} // namespace sightglass
