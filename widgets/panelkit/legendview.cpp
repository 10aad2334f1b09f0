// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panelkit/legendview.h"

#include "model/presentation/displaytext.h"
#include "widgets/style/stylesheets.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace sightglass {

namespace {

constexpr int swatchWidth = 12;
constexpr int swatchHeight = 3;
constexpr int gap = 6;
constexpr int itemGap = 14;
constexpr int valueColumnGap = 16;
constexpr double nameShare = 0.4; ///< of an item's room that values leave to the name, at least
constexpr QLatin1Char space(' ');

QString separator()
{
    return QStringLiteral(" · ");
}

} // namespace

LegendView::LegendView(LegendMode mode, const Theme &theme, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_mode(mode)
    , m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::TabFocus);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    setAccessibleName(tr("Legend"));
    setTheme(theme);
}

void LegendView::setTheme(const Theme &theme)
{
    m_theme = theme;
    verticalScrollBar()->setStyleSheet(slimScrollBars(theme));
    viewport()->update();
}

int LegendView::rowHeight() const
{
    return fontMetrics().height() + 4;
}

void LegendView::measure(bool sameNames)
{
    if (!sameNames || m_valueWidths.size() != static_cast<std::size_t>(m_columns.size()))
        m_valueWidths.assign(static_cast<std::size_t>(m_columns.size()), 0);
    for (std::size_t column = 0; column < m_valueWidths.size(); ++column) {
        int &width = m_valueWidths[column];
        for (const LegendItem &item : m_items)
            width = std::max(width, fontMetrics().horizontalAdvance(item.values.value(qsizetype(column))));
        if (m_mode == LegendMode::Table)
            width = std::max(width, fontMetrics().horizontalAdvance(m_columns[qsizetype(column)]));
    }
}

int LegendView::nameWidth(const LegendItem &item) const
{
    return fontMetrics().horizontalAdvance(item.name) + 2;
}

int LegendView::fieldWidth(qsizetype value) const
{
    const int width = m_valueWidths[static_cast<std::size_t>(value)];
    if (m_mode == LegendMode::Table)
        return valueColumnGap + width;
    const int before = value == 0 ? gap : fontMetrics().horizontalAdvance(separator());
    return before + fontMetrics().horizontalAdvance(m_columns[value] + space) + width;
}

qsizetype LegendView::shownValues(int textWidth, int nameWidth) const
{
    int room = textWidth - std::min(nameWidth, static_cast<int>(textWidth * nameShare));
    qsizetype shown = 0;
    while (shown < m_columns.size() && fieldWidth(shown) <= room)
        room -= fieldWidth(shown++);
    return shown;
}

LegendLayout LegendView::layoutItems(int width) const
{
    if (m_mode == LegendMode::Table) {
        LegendLayout layout;
        int y = rowHeight();
        for (std::size_t i = 0; i < m_items.size(); ++i, y += rowHeight())
            layout.items.emplace_back(0, y, width, rowHeight());
        return layout;
    }
    int values = 0;
    for (qsizetype i = 0; i < m_columns.size(); ++i)
        values += fieldWidth(i);
    std::vector<int> widths;
    widths.reserve(m_items.size());
    for (const LegendItem &item : m_items)
        widths.push_back(swatchWidth + gap + nameWidth(item) + values + itemGap);
    // The gap after the last item of a row may lie outside.
    return legendLayout(widths, width + itemGap, rowHeight());
}

int LegendView::heightForItems(int width) const
{
    const std::vector<QRect> rects = layoutItems(width).items;
    return rects.empty() ? 0 : rects.back().bottom() + 1;
}

void LegendView::relayout()
{
    m_layout = layoutItems(viewport()->width());
    const int content = m_layout.items.empty() ? 0 : m_layout.items.back().bottom() + 1;
    // Said outright: the automatic policy takes another turn of the event loop, and the first frame would
    // show the bar.
    setVerticalScrollBarPolicy(content > height() ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    verticalScrollBar()->setRange(0, std::max(0, content - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(rowHeight());
}

void LegendView::setItems(const QStringList &columns, std::vector<LegendItem> items)
{
    if (columns == m_columns && items == m_items)
        return;
    const bool sameNames =
        columns == m_columns && std::ranges::equal(items, m_items, {}, &LegendItem::name, &LegendItem::name);
    m_columns = columns;
    m_items = std::move(items);
    measure(sameNames);
    m_current = std::min(m_current, static_cast<int>(m_items.size()) - 1);
    relayout();
    viewport()->update();
}

QRect LegendView::itemRect(std::size_t index) const
{
    return m_layout.items[index].translated(0, -verticalScrollBar()->value());
}

int LegendView::indexAt(QPoint position) const
{
    for (std::size_t i = 0; i < m_layout.items.size(); ++i) {
        if (itemRect(i).contains(position))
            return static_cast<int>(i);
    }
    return -1;
}

void LegendView::request(int index, Qt::KeyboardModifiers modifiers)
{
    if (index < 0)
        return;
    m_current = index;
    if (modifiers.testFlag(Qt::ControlModifier))
        emit toggleRequested(index);
    else
        emit isolateRequested(index);
}

QString LegendView::toolTipAt(QPoint position) const
{
    const int index = indexAt(position);
    if (index < 0)
        return {};
    const LegendItem &item = m_items[static_cast<std::size_t>(index)];
    QStringList lines{item.name};
    for (qsizetype i = 0; i < m_columns.size(); ++i)
        lines.append(m_columns[i] + space + item.values.value(i));
    return lines.join(u'\n');
}

void LegendView::setHovered(int index)
{
    if (index == m_hovered)
        return;
    m_hovered = index;
    viewport()->setCursor(index >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->update();
}

// ---- painting

void LegendView::paintHeader(QPainter &painter)
{
    if (m_mode != LegendMode::Table)
        return;
    painter.setPen(m_theme.textMuted);
    int right = viewport()->width();
    for (auto i = shownValues(right - swatchWidth - gap, right) - 1; i >= 0; --i) {
        const int width = m_valueWidths[static_cast<std::size_t>(i)];
        const QRect cell(right - width, -verticalScrollBar()->value(), width, rowHeight());
        painter.drawText(cell, Qt::AlignRight | Qt::AlignVCenter, m_columns[i]);
        right -= fieldWidth(i);
    }
    const int y = rowHeight() - 1 - verticalScrollBar()->value();
    painter.fillRect(0, y, viewport()->width(), 1, m_theme.grid);
}

void LegendView::paintTableValues(QPainter &painter, const LegendItem &item, const QRect &area) const
{
    painter.setPen(item.visible ? m_theme.text : m_theme.axis);
    QRect cell = area;
    for (auto i = shownValues(area.width(), area.width()) - 1; i >= 0; --i) {
        painter.drawText(cell, Qt::AlignRight | Qt::AlignVCenter, item.values.value(i));
        cell.setRight(cell.right() - fieldWidth(i));
    }
}

void LegendView::paintListValues(QPainter &painter, const LegendItem &item, QRect area) const
{
    const qsizetype shown = shownValues(area.width(), nameWidth(item));
    int x = area.right() + 1;
    for (qsizetype i = 0; i < shown; ++i)
        x -= fieldWidth(i);
    for (qsizetype i = 0; i < shown; ++i) {
        const QString word = m_columns[i] + space;
        const QString before = i == 0 ? QString() : separator();
        const int lead = i == 0 ? gap : fontMetrics().horizontalAdvance(before);
        const int wordWidth = fontMetrics().horizontalAdvance(word);
        painter.setPen(item.visible ? m_theme.textMuted : m_theme.axis);
        painter.drawText(QRect(x, area.top(), lead, area.height()), Qt::AlignVCenter | Qt::AlignLeft, before);
        painter.drawText(QRect(x + lead, area.top(), wordWidth, area.height()),
                         Qt::AlignVCenter | Qt::AlignLeft | Qt::TextDontClip, word);
        const int width = fieldWidth(i);
        painter.setPen(item.visible ? m_theme.text : m_theme.axis);
        painter.drawText(QRect(x + lead + wordWidth, area.top(), width, area.height()),
                         Qt::AlignVCenter | Qt::AlignLeft | Qt::TextDontClip, item.values.value(i));
        x += width;
    }
}

void LegendView::paintItem(QPainter &painter, std::size_t index)
{
    const LegendItem &item = m_items[index];
    const QRect rect = itemRect(index);
    const bool table = m_mode == LegendMode::Table;
    const bool current = hasFocus() && static_cast<int>(index) == m_current;
    const bool marked = static_cast<int>(index) == m_hovered || current;
    if (table && marked)
        painter.fillRect(rect, m_theme.surfaceRaised);
    const QRectF swatch(rect.left(), rect.center().y() - swatchHeight / 2, swatchWidth, swatchHeight);
    painter.fillRect(swatch, item.visible ? item.color : m_theme.track);
    const QRect text = rect.adjusted(swatchWidth + gap, 0, table ? 0 : -itemGap, 0);
    int values = 0;
    for (auto i = shownValues(text.width(), table ? text.width() : nameWidth(item)) - 1; i >= 0; --i)
        values += fieldWidth(i);
    if (table)
        paintTableValues(painter, item, text);
    else
        paintListValues(painter, item, text);
    const bool told = item.visible && (marked || !table);
    painter.setPen(!item.visible ? m_theme.axis : told ? m_theme.text : m_theme.textMuted);
    const int room = text.width() - values;
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(item.name, Qt::ElideMiddle, room));
    if (current) {
        painter.setPen(m_theme.accent);
        painter.drawRect(rect.adjusted(0, 0, -1, -1));
    }
}

void LegendView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_theme.surface);
    paintHeader(painter);
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (itemRect(i).intersects(event->rect()))
            paintItem(painter, i);
    }
}

// ---- input

void LegendView::resizeEvent(QResizeEvent *event)
{
    relayout();
    QAbstractScrollArea::resizeEvent(event);
}

bool LegendView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange) {
        measure(false);
        relayout();
    }
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString text = toolTipAt(help->pos());
        if (!text.isEmpty())
            QToolTip::showText(help->globalPos(), plainToolTip(text), viewport());
        else
            QToolTip::hideText();
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void LegendView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        request(indexAt(event->position().toPoint()), event->modifiers());
}

void LegendView::mouseMoveEvent(QMouseEvent *event)
{
    setHovered(indexAt(event->position().toPoint()));
}

void LegendView::leaveEvent(QEvent *event)
{
    setHovered(-1);
    QAbstractScrollArea::leaveEvent(event);
}

void LegendView::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_items.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Right:
        m_current = std::min(m_current + 1, last);
        break;
    case Qt::Key_Left:
        m_current = std::min(std::max(m_current - 1, 0), last);
        break;
    case Qt::Key_Down:
        if (m_current < 0 || m_current + m_layout.columns <= last)
            m_current = std::min(m_current < 0 ? 0 : m_current + m_layout.columns, last);
        break;
    case Qt::Key_Up:
        m_current = m_current >= m_layout.columns ? m_current - m_layout.columns : m_current;
        break;
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        request(m_current, event->modifiers());
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    if (m_current >= 0) {
        const QRect rect = m_layout.items[static_cast<std::size_t>(m_current)];
        const int offset = verticalScrollBar()->value();
        if (rect.top() < offset)
            verticalScrollBar()->setValue(rect.top());
        else if (rect.bottom() >= offset + viewport()->height())
            verticalScrollBar()->setValue(rect.bottom() + 1 - viewport()->height());
        setAccessibleDescription(m_items[static_cast<std::size_t>(m_current)].name);
    }
    viewport()->update();
}

void LegendView::focusInEvent(QFocusEvent *event)
{
    m_current = std::max(m_current, m_items.empty() ? -1 : 0);
    viewport()->update();
    QAbstractScrollArea::focusInEvent(event);
}

void LegendView::focusOutEvent(QFocusEvent *event)
{
    viewport()->update();
    QAbstractScrollArea::focusOutEvent(event);
}

} // namespace sightglass
