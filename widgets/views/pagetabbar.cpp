// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/pagetabbar.h"

#include <QFontMetrics>
#include <QStyle>
#include <QStyleOptionTab>

#include <algorithm>

namespace sightglass {

namespace {

constexpr int mostCharacters = 36;
constexpr int fewestCharacters = 18;

QString plainName(QString text)
{
    return text.replace(QLatin1String("&&"), QLatin1String("&"));
}

} // namespace

PageTabBar::PageTabBar(QWidget *parent)
    : QTabBar(parent)
{
    setElideMode(Qt::ElideMiddle);
    setUsesScrollButtons(true);
}

QSize PageTabBar::bounded(int index, int characters) const
{
    QSize hint = QTabBar::tabSizeHint(index);
    const int text = fontMetrics().size(Qt::TextShowMnemonic, tabText(index)).width();
    hint.rwidth() -= std::max(0, text - characters * fontMetrics().averageCharWidth());
    return hint;
}

const NameElision &PageTabBar::elision() const
{
    QStringList names;
    for (int tab = 0; tab < count(); ++tab)
        names << plainName(tabText(tab));
    if (names != m_names) {
        m_names = names;
        m_elision = NameElision(names);
    }
    return m_elision;
}

void PageTabBar::initStyleOption(QStyleOptionTab *option, int index) const
{
    QTabBar::initStyleOption(option, index);
    const int width = style()->subElementRect(QStyle::SE_TabBarTabText, option, this).width();
    const QString name = plainName(tabText(index));
    option->text = elision().elided(name, QFontMetricsF(fontMetrics()), width);
    option->text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

QSize PageTabBar::tabSizeHint(int index) const
{
    return bounded(index, mostCharacters);
}

QSize PageTabBar::minimumTabSizeHint(int index) const
{
    return bounded(index, fewestCharacters);
}

} // namespace sightglass
