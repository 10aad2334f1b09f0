// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lists/listrow.h"

#include "widgets/style/listtext.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

constexpr double padding = 5;
constexpr double barWidth = 3;
constexpr double gap = 8;
constexpr double leastTitle = 60;

QFont weighted(const QFont &base, QFont::Weight weight)
{
    QFont font = base;
    font.setWeight(weight);
    return font;
}

/// Texts side by side on one line, from left to right.
struct Line
{
    DisplayList &list;
    QRectF room;

    void addLeft(const QString &text, const QFont &font, const QColor &color)
    {
        const QFontMetricsF metrics(font);
        const QString shown = metrics.elidedText(text, Qt::ElideRight, room.width());
        list.add(DisplayList::Text{room, shown, font, color, Qt::AlignLeft | Qt::AlignVCenter, 0});
        room.setLeft(std::min(room.right(), room.left() + metrics.horizontalAdvance(shown) + gap));
    }
    /// Nothing where too little would be left for others.
    void addRight(const QString &text, const QFont &font, const QColor &color)
    {
        const double width = std::ceil(QFontMetricsF(font).horizontalAdvance(text));
        if (text.isEmpty() || room.width() - width - gap < leastTitle)
            return;
        list.add(DisplayList::Text{room, text, font, color, Qt::AlignRight | Qt::AlignVCenter, 0});
        room.setRight(room.right() - width - gap);
    }
};

void addEntry(DisplayList &list, const ListRow &row, QRectF rect, const ListRowLook &look)
{
    const Theme &theme = look.theme;
    if (row.color.isValid())
        list.add(DisplayList::Fill{QRectF(rect.left(), rect.top() + 2, barWidth, rect.height() - 4),
                                   row.color, 0, Qt::NoPen});
    rect.adjust(row.color.isValid() ? barWidth + gap : padding, 0, -padding, 0);
    const QFont small = smallFont(look.font);
    const double first = QFontMetricsF(look.font).height();
    const double second = row.detail.isEmpty() ? 0 : QFontMetricsF(small).height();
    const double top = rect.top() + (rect.height() - first - second) / 2;
    Line line{list, QRectF(rect.left(), top, rect.width(), first)};
    const QFont strong = weighted(look.font, QFont::DemiBold);
    const double word = row.state.isEmpty() ? 0 : QFontMetricsF(strong).horizontalAdvance(row.state) + gap;
    // The word says more than the time.
    if (line.room.width() - word - QFontMetricsF(small).horizontalAdvance(row.aside) - gap >= leastTitle)
        line.addRight(row.aside, small, theme.textMuted);
    if (word > 0 && line.room.width() - word >= leastTitle)
        line.addLeft(row.state, strong, row.color.isValid() ? row.color : theme.text);
    line.addLeft(row.title, row.detail.isEmpty() ? look.font : weighted(look.font, QFont::Medium),
                 row.id.empty() ? theme.text : (look.hovered ? theme.accent : theme.text));
    if (second > 0) {
        Line below{list, QRectF(rect.left(), top + first, rect.width(), second)};
        below.addLeft(row.detail, small, theme.textMuted);
    }
}

} // namespace

int listRowHeight(const ListRow &row, const QFont &font)
{
    const double first = QFontMetricsF(font).height();
    const double second = row.detail.isEmpty() ? 0 : QFontMetricsF(smallFont(font)).height();
    return static_cast<int>(std::ceil(first + second + 2 * padding));
}

DisplayList drawListRow(const ListRow &row, const QRectF &rect, const ListRowLook &look)
{
    DisplayList list;
    const Theme &theme = look.theme;
    if (look.selected || (look.hovered && row.kind == ListRow::Kind::Entry))
        list.add(DisplayList::Fill{rect, theme.surfaceRaised, 0, Qt::NoPen});
    const QRectF text = rect.adjusted(padding, 0, -padding, 0);
    switch (row.kind) {
    case ListRow::Kind::Entry:
        addEntry(list, row, rect, look);
        break;
    case ListRow::Kind::Heading: {
        Line line{list, text};
        line.addRight(row.aside, smallFont(look.font), theme.textMuted);
        line.addLeft(row.title, weighted(smallFont(look.font), QFont::DemiBold), theme.textMuted);
        list.add(DisplayList::Fill{QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.border, 0,
                                   Qt::NoPen});
        break;
    }
    case ListRow::Kind::Note:
        Line{list, text}.addLeft(row.title, smallFont(look.font), theme.textMuted);
        break;
    }
    return list;
}

QString listRowText(const ListRow &row)
{
    QStringList parts;
    for (const QString &part : {row.state, row.title, row.aside}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    QString text = parts.join(u' ');
    return row.detail.isEmpty() ? text : text + u'\n' + row.detail;
}

} // namespace sightglass
