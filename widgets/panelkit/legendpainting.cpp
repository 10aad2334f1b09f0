// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panelkit/legendpainting.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

constexpr double swatchHeight = 3;
constexpr double gradientHeight = 6;
constexpr QLatin1Char space(' ');

/// That so many columns have no room.
QString moreColumns(qsizetype count)
{
    return count > 0 ? QStringLiteral("+%1").arg(count) : QString();
}

QString sortMark(Qt::SortOrder order)
{
    return QString(QChar(order == Qt::DescendingOrder ? u'▾' : u'▴'));
}

} // namespace

void LegendPainting::text(DisplayList &list, const QRect &box, const QString &text, const QColor &color,
                          Qt::Alignment side) const
{
    if (!text.isEmpty())
        list.add(DisplayList::Text{QRectF(box), text, m_font, color, side | Qt::AlignVCenter});
}

void LegendPainting::swatch(DisplayList &list, const LegendItem &item, const QRect &rect) const
{
    const double middle = rect.top() + rect.height() / 2.0;
    const double width = LegendMetrics::swatchWidth;
    if (item.visible && !item.gradient.isEmpty()) {
        QLinearGradient ramp(rect.left(), 0, rect.left() + width, 0);
        ramp.setStops(item.gradient);
        list.add(DisplayList::Fill{
            {double(rect.left()), middle - gradientHeight / 2, width, gradientHeight}, ramp, 2});
        return;
    }
    const QColor color = item.visible ? item.color : m_theme.axis;
    if (item.dash.empty()) {
        list.add(DisplayList::Fill{
            {double(rect.left()), std::round(middle - swatchHeight / 2), width, swatchHeight}, color, 0});
        return;
    }
    // Dots are dashes of no length: flat ones were not seen.
    const bool dotted = std::ranges::any_of(item.dash, [](double length) { return length <= 0; });
    QPen pen(color, swatchHeight, Qt::CustomDashLine, dotted ? Qt::RoundCap : Qt::FlatCap);
    constexpr double dot = 0.01;
    constexpr double widestGap = 6; // two dots at least
    QList<qreal> pattern;
    for (const double length : item.dash)
        pattern.append(dotted ? std::clamp(length, dot, widestGap) / swatchHeight : length / swatchHeight);
    pen.setDashPattern(pattern);
    const double y = std::round(middle - swatchHeight / 2) + swatchHeight / 2;
    const double cap = dotted ? swatchHeight / 2 : 0;
    list.add(DisplayList::Line{{rect.left() + cap, y}, {rect.left() + width - cap, y}, pen});
}

void LegendPainting::tableValues(DisplayList &list, const LegendItem &item, const QRect &area) const
{
    QRect cell = area;
    const qsizetype first = m_metrics.firstColumn();
    for (auto i = first + m_metrics.shownInTable(area.width()) - 1; i >= first; --i) {
        text(list, cell, item.values.value(i), item.visible ? m_theme.text : m_theme.textMuted,
             Qt::AlignRight);
        cell.setRight(cell.right() - m_metrics.fieldWidth(i));
    }
}

void LegendPainting::listValues(DisplayList &list, const LegendItem &item, const QStringList &columns,
                                const QRect &area) const
{
    const qsizetype first = m_metrics.firstColumn();
    const qsizetype end = first + m_metrics.shownValues(area.width(), nameWidth(item));
    int x = area.right() + 1;
    for (qsizetype i = first; i < end; ++i)
        x -= m_metrics.fieldWidth(i);
    for (qsizetype i = first; i < end; ++i) {
        const int width = m_metrics.fieldWidth(i);
        const int lead = i == first ? LegendMetrics::gap : m_metrics.textWidth(LegendMetrics::separator());
        const int wordWidth = m_metrics.textWidth(columns[i] + space);
        if (i > first)
            text(list, QRect(x, area.top(), lead, area.height()), LegendMetrics::separator(),
                 m_theme.textMuted, Qt::AlignLeft);
        text(list, QRect(x + lead, area.top(), wordWidth, area.height()), columns[i] + space,
             m_theme.textMuted, Qt::AlignLeft);
        text(list, QRect(x + lead + wordWidth, area.top(), width - lead - wordWidth, area.height()),
             item.values.value(i), item.visible ? m_theme.text : m_theme.textMuted, Qt::AlignLeft);
        x += width;
    }
}

void LegendPainting::item(DisplayList &list, const LegendItem &item, const QStringList &columns,
                          const QRect &rect, LegendMark mark) const
{
    const bool marked = mark.hovered || mark.current;
    if (marked && m_table)
        list.add(DisplayList::Fill{QRectF(rect), m_theme.surfaceRaised, 0});
    swatch(list, item, rect);
    const int indent = LegendMetrics::swatchWidth + LegendMetrics::gap;
    QRect area = rect.adjusted(indent, 0, m_table ? 0 : -LegendMetrics::itemGap, 0);
    if (!m_table && m_metrics.shownValues(area.width(), nameWidth(item)) < columns.size()) {
        // A table says it in its head.
        const int width = m_metrics.markWidth(QString(leftOut));
        text(list, QRect(area.right() + 1 - width, area.top(), width, area.height()), leftOut,
             m_theme.textMuted, Qt::AlignRight);
        area.setRight(area.right() - width);
    }
    int values = 0;
    const qsizetype shownCount =
        m_table ? m_metrics.shownInTable(area.width()) : m_metrics.shownValues(area.width(), nameWidth(item));
    const qsizetype first = m_metrics.firstColumn();
    for (auto i = first + shownCount - 1; i >= first; --i)
        values += m_metrics.fieldWidth(i);
    if (m_table)
        tableValues(list, item, area);
    else
        listValues(list, item, columns, area);
    const bool told = item.visible && (marked || !m_table);
    int room = area.width() - values;
    if (!mark.more.isEmpty()) {
        const int width = m_metrics.markWidth(mark.more);
        text(list, QRect(area.left() + room - width, area.top(), width, area.height()), mark.more,
             m_theme.textMuted, Qt::AlignRight);
        room -= m_metrics.moreWidth(mark.more);
    }
    const QString shown = m_metrics.nameWidth(item.name) <= room
                              ? item.name
                              : m_elision.elided(item.name, QFontMetricsF(m_metrics.font()), room);
    QFont font = m_font;
    font.setStrikeOut(!item.visible);
    list.add(DisplayList::Text{QRectF(area.left(), area.top(), room, area.height()), shown, font,
                               told ? m_theme.text : m_theme.textMuted, Qt::AlignLeft | Qt::AlignVCenter});
    if (mark.current)
        list.add(DisplayList::Fill{QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), Qt::NoBrush, 0,
                                   QPen(m_theme.accent)});
}

void LegendPainting::heads(DisplayList &list, const QStringList &columns, const QRect &rect,
                           std::optional<int> sorted, Qt::SortOrder order) const
{
    const int indent = LegendMetrics::swatchWidth + LegendMetrics::gap;
    list.add(DisplayList::Fill{QRectF(rect), m_theme.surface, 0});
    const auto shown = m_metrics.shownInTable(rect.width() - indent);
    QRect cell = rect;
    const qsizetype first = m_metrics.firstColumn();
    for (auto i = first + shown - 1; i >= first; --i) {
        const bool marked = sorted && *sorted == static_cast<int>(i);
        const QString head = marked ? columns[i] + sortMark(order) : columns[i];
        text(list, cell, head, marked ? m_theme.text : m_theme.textMuted, Qt::AlignRight);
        cell.setRight(cell.right() - m_metrics.fieldWidth(i));
    }
    cell.setLeft(rect.left() + indent);
    const bool byName = sorted && *sorted < 0;
    const QString name = QCoreApplication::translate("sightglass::LegendView", "name");
    const QString head = byName ? name + sortMark(order) : name;
    const QString more = moreColumns(columns.size() - shown);
    if (more.isEmpty() || m_metrics.textWidth(head + space + more) <= cell.width())
        text(list, cell, head, byName ? m_theme.text : m_theme.textMuted, Qt::AlignLeft);
    text(list, cell, more, m_theme.textMuted, Qt::AlignRight);
    list.add(DisplayList::Fill{QRectF(rect.left(), rect.bottom(), rect.width(), 1), m_theme.grid, 0});
}

int LegendPainting::headAt(int x, int width) const
{
    const int indent = LegendMetrics::swatchWidth + LegendMetrics::gap;
    const auto shown = m_metrics.shownInTable(width - indent);
    int right = width;
    const qsizetype first = m_metrics.firstColumn();
    for (auto i = first + shown - 1; i >= first; --i) {
        right -= m_metrics.fieldWidth(i);
        if (x >= right)
            return static_cast<int>(i);
    }
    return -1;
}

} // namespace sightglass
