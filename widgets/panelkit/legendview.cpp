// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panelkit/legendview.h"

#include "widgets/panelkit/legendorder.h"
#include "widgets/panelkit/legendpainting.h"
#include "widgets/panelkit/plaintip.h"
#include "widgets/style/stylesheets.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace sightglass {

namespace {

constexpr int barGap = 4;                   ///< between values and the scroll bar
constexpr std::size_t measuredAtFirst = 64; ///< items whose values say how wide the columns are
constexpr QLatin1Char space(' ');

LegendOptions optionsOf(LegendMode mode)
{
    LegendOptions options;
    options.mode = mode;
    return options;
}

/// Where its items are sorted at first: by name, or by a calculation that the legend shows.
std::optional<int> sortColumnOf(const LegendOptions &options)
{
    if (options.sortByName)
        return LegendView::nameColumn;
    const auto found =
        options.sortBy ? std::ranges::find(options.values, *options.sortBy) : options.values.end();
    return found == options.values.end() ? std::nullopt
                                         : std::optional(static_cast<int>(found - options.values.begin()));
}

} // namespace

LegendView::LegendView(const LegendOptions &options, const Theme &theme, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_mode(options.mode)
    , m_placement(options.placement)
    , m_theme(theme)
    , m_sortColumn(sortColumnOf(options))
    , m_sortOrder(options.sortDescending ? Qt::DescendingOrder : Qt::AscendingOrder)
    , m_metrics(options.mode, fontMetrics())
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::TabFocus);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    setAccessibleName(tr("Legend"));
    setTheme(theme);
}

LegendView::LegendView(LegendMode mode, const Theme &theme, QWidget *parent)
    : LegendView(optionsOf(mode), theme, parent)
{}

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

// ---- items

void LegendView::setItems(const QStringList &columns, std::vector<LegendItem> items, LegendValues values)
{
    if (!values && !m_values && columns == m_columns && items == m_items)
        return;
    const bool sameNames =
        columns == m_columns && std::ranges::equal(items, m_items, {}, &LegendItem::name, &LegendItem::name);
    m_columns = columns;
    m_items = std::move(items);
    m_values = std::move(values);
    if (!sameNames) {
        m_metrics.setColumns(m_columns);
        m_order = legendOrder(m_items, std::nullopt, m_sortOrder);
        m_hovered = -1;
        QStringList names;
        for (const LegendItem &item : m_items)
            names.append(item.name);
        m_elision = NameElision(names);
        measureNames();
    }
    m_current = std::min(m_current, static_cast<int>(m_items.size()) - 1);
    bool wider = false;
    for (std::size_t row = 0; !sameNames && row < std::min(measuredAtFirst, m_order.size()); ++row)
        wider = fill(row) || wider;
    sortItems();
    if (!sameNames || wider)
        relayout();
    settle();
    viewport()->update();
}

void LegendView::measureNames()
{
    if (!isTable())
        return;
    // As LegendPainting::heads() writes it.
    int widest = m_metrics.nameWidth(tr("name") + QStringLiteral("▾"));
    for (const LegendItem &item : m_items)
        widest = std::max(widest, m_metrics.nameWidth(item.name));
    m_metrics.setWidestName(widest);
}

bool LegendView::fill(std::size_t row)
{
    LegendItem &item = m_items[m_order[row]];
    if (item.values.isEmpty() && m_values && !m_columns.isEmpty()) {
        for (LegendValue &value : m_values(m_order[row])) {
            item.values.append(std::move(value.text));
            item.numbers.push_back(value.number);
        }
    }
    return m_metrics.add(item.values);
}

bool LegendView::fillShown()
{
    const auto [first, last] = rowsInSight();
    bool wider = false;
    for (std::size_t row = first; row < last; ++row)
        wider = fill(row) || wider;
    return wider;
}

void LegendView::settle()
{
    // Wider columns may bring other rows into sight; twice is enough, since columns only grow.
    for (int round = 0; round < 2 && fillShown(); ++round)
        relayout();
}

void LegendView::sortBy(std::optional<int> column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    sortItems();
    settle();
    viewport()->update();
}

void LegendView::sortItems()
{
    const bool byValue = m_sortColumn && *m_sortColumn >= 0 && *m_sortColumn < m_columns.size();
    for (std::size_t row = 0; byValue && row < m_order.size(); ++row)
        fill(row);
    const bool byName = m_sortColumn == nameColumn;
    m_order = legendOrder(m_items, byValue || byName ? m_sortColumn : std::nullopt, m_sortOrder);
    m_rows.resize(m_order.size());
    for (std::size_t row = 0; row < m_order.size(); ++row)
        m_rows[m_order[row]] = row;
}

// ---- places

LegendLayout LegendView::layoutItems(int width) const
{
    if (isTable() || m_placement == LegendPlacement::Right)
        return legendRows(m_items.size(), width, rowHeight(), headHeight());
    const int values = m_metrics.fieldsWidth();
    const int around = LegendMetrics::swatchWidth + LegendMetrics::gap + LegendMetrics::itemGap;
    std::vector<int> widths;
    widths.reserve(m_items.size());
    for (const std::size_t item : m_order)
        widths.push_back(m_metrics.nameWidth(m_items[item].name) + values + around);
    // The gap after the last item of a row may lie outside.
    return legendLayout(widths, width + LegendMetrics::itemGap, rowHeight());
}

int LegendView::contentHeight(const LegendLayout &layout) const
{
    return layout.items.empty() ? 0 : layout.items.back().bottom() + 1;
}

int LegendView::heightForItems(int width) const
{
    return contentHeight(layoutItems(width));
}

int LegendView::widthForItems() const
{
    int names = isTable() ? m_metrics.widestName() : 0;
    for (const LegendItem &item : m_items)
        names = std::max(names, m_metrics.nameWidth(item.name));
    const int bar = contentHeight(m_layout) > height() ? verticalScrollBar()->sizeHint().width() + barGap : 0;
    return LegendMetrics::swatchWidth + LegendMetrics::gap + names + m_metrics.fieldsWidth() +
           (isTable() ? 0 : LegendMetrics::itemGap) + bar;
}

void LegendView::relayout()
{
    m_layout = layoutItems(viewport()->width());
    const int content = contentHeight(m_layout);
    // Said outright: the automatic policy takes another turn of the event loop, and the first frame would
    // show the bar.
    const bool scrolls = content > height();
    setVerticalScrollBarPolicy(scrolls ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    const QMargins margins(0, 0, scrolls ? barGap : 0, 0);
    if (viewportMargins() != margins)
        setViewportMargins(margins);
    verticalScrollBar()->setRange(0, std::max(0, content - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height() - headHeight());
    verticalScrollBar()->setSingleStep(rowHeight());
}

QRect LegendView::itemRect(std::size_t index) const
{
    return m_layout.items[m_rows[index]].translated(0, -verticalScrollBar()->value());
}

std::pair<std::size_t, std::size_t> LegendView::rowsInSight() const
{
    const int top = verticalScrollBar()->value() + headHeight();
    const int bottom = verticalScrollBar()->value() + viewport()->height();
    const auto first = std::ranges::partition_point(m_layout.items,
                                                    [top](const QRect &rect) { return rect.bottom() < top; });
    const auto last = std::ranges::partition_point(
        m_layout.items, [bottom](const QRect &rect) { return rect.top() < bottom; });
    const auto begin = m_layout.items.begin();
    return {static_cast<std::size_t>(first - begin), static_cast<std::size_t>(std::max(first, last) - begin)};
}

int LegendView::indexAt(QPoint position) const
{
    if (position.y() < headHeight())
        return -1;
    const auto [first, last] = rowsInSight();
    for (std::size_t row = first; row < last; ++row) {
        if (itemRect(m_order[row]).contains(position))
            return static_cast<int>(m_order[row]);
    }
    return -1;
}

std::optional<int> LegendView::headAt(QPoint position) const
{
    if (!isTable() || position.y() >= headHeight() || !viewport()->rect().contains(position))
        return std::nullopt;
    return LegendPainting(m_mode, m_theme, m_metrics, m_elision, font())
        .headAt(position.x(), viewport()->width());
}

QStringList LegendView::columnsLeftOut() const
{
    const int room = viewport()->width() - LegendMetrics::swatchWidth - LegendMetrics::gap;
    return m_columns.mid(m_metrics.shownInTable(room));
}

QString LegendView::toolTipAt(QPoint position) const
{
    if (const auto head = headAt(position)) {
        const QStringList left = columnsLeftOut();
        if (*head >= 0 || left.isEmpty())
            return tr("Click to sort");
        return tr("Click to sort") + u'\n' +
               tr("No room for: %1", "columns of a legend").arg(left.join(QStringLiteral(", ")));
    }
    const int index = indexAt(position);
    if (index < 0)
        return {};
    const LegendItem &item = m_items[static_cast<std::size_t>(index)];
    QStringList lines{item.name};
    for (qsizetype i = 0; i < std::min(m_columns.size(), item.values.size()); ++i)
        lines.append(m_columns[i] + space + item.values[i]);
    if (!item.basis.isEmpty())
        lines.append(item.basis);
    return lines.join(u'\n');
}

// ---- painting

DisplayList LegendView::draw(std::size_t first, std::size_t last, bool live) const
{
    DisplayList list;
    LegendPainting painting(m_mode, m_theme, m_metrics, m_elision, font());
    if (!isTable() && m_layout.columns == 1) {
        int widest = 0;
        for (std::size_t i = 0; i < std::min(m_items.size(), measuredAtFirst); ++i)
            widest = std::max(widest, m_metrics.nameWidth(m_items[i].name));
        painting.setWidestName(widest);
    }
    for (std::size_t row = first; row < last; ++row) {
        const auto item = static_cast<int>(m_order[row]);
        const LegendMark mark{live && item == m_hovered,
                              live && hasFocus() && static_cast<int>(row) == m_current};
        painting.item(list, m_items[m_order[row]], m_columns, itemRect(m_order[row]), mark);
    }
    if (isTable())
        painting.heads(list, m_columns, QRect(0, 0, viewport()->width(), rowHeight()), m_sortColumn,
                       m_sortOrder);
    return list;
}

void LegendView::drawMore(DisplayList &list, std::size_t row, std::size_t more) const
{
    const QRect box = m_layout.items[row].translated(0, -verticalScrollBar()->value());
    const QString text =
        tr("… and %n more", "items of a legend that an export leaves out", static_cast<int>(more));
    list.add(DisplayList::Text{QRectF(box), fontMetrics().elidedText(text, Qt::ElideRight, box.width()),
                               font(), m_theme.textMuted});
}

DisplayList LegendView::drawing()
{
    settle();
    auto [first, last] = rowsInSight();
    while (last > first && itemRect(m_order[last - 1]).bottom() >= viewport()->height())
        --last;
    if (first == 0 && last == m_order.size())
        return draw(first, last, false);
    // The last row gives its place to what says that there is more.
    const auto columns = static_cast<std::size_t>(m_layout.columns);
    const std::size_t kept = last > first + columns ? (last - 1) / columns * columns : first;
    DisplayList list = draw(first, kept, false);
    if (kept < last)
        drawMore(list, kept, m_order.size() - (kept - first));
    return list;
}

void LegendView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_theme.surface);
    const auto [first, last] = rowsInSight();
    draw(first, last, true).paint(painter);
}

// ---- input

void LegendView::resizeEvent(QResizeEvent *event)
{
    relayout();
    settle();
    QAbstractScrollArea::resizeEvent(event);
}

void LegendView::scrollContentsBy(int dx, int dy)
{
    Q_UNUSED(dx)
    Q_UNUSED(dy)
    settle();
    viewport()->update(); // the row of heads does not scroll
}

bool LegendView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange) {
        m_metrics.setFont(fontMetrics());
        measureNames();
        relayout();
        settle();
    }
    const auto textAt = [this](QPoint place) { return toolTipAt(place); };
    return answerToolTip(event, viewport(), textAt) || QAbstractScrollArea::viewportEvent(event);
}

void LegendView::request(int index, Qt::KeyboardModifiers modifiers)
{
    if (index < 0)
        return;
    m_current = static_cast<int>(m_rows[static_cast<std::size_t>(index)]);
    if (modifiers.testFlag(Qt::ControlModifier))
        emit toggleRequested(index);
    else
        emit isolateRequested(index);
}

void LegendView::sortByHead(int column)
{
    const auto first = column == nameColumn ? Qt::AscendingOrder : Qt::DescendingOrder;
    const auto second = first == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
    if (m_sortColumn != column)
        sortBy(column, first);
    else if (m_sortOrder == first)
        sortBy(column, second);
    else
        sortBy(std::nullopt, first);
}

void LegendView::sortByNext()
{
    if (!isTable())
        return;
    const int next = m_sortColumn ? *m_sortColumn + 1 : nameColumn;
    if (next >= static_cast<int>(m_columns.size()))
        sortBy(std::nullopt, Qt::DescendingOrder);
    else
        sortBy(next, next == nameColumn ? Qt::AscendingOrder : Qt::DescendingOrder);
}

void LegendView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (const auto head = headAt(event->position().toPoint()))
        sortByHead(*head);
    else
        request(indexAt(event->position().toPoint()), event->modifiers());
}

void LegendView::setHovered(int index)
{
    if (index == m_hovered)
        return;
    m_hovered = index;
    viewport()->update();
    emit itemHovered(index);
}

void LegendView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    const int index = indexAt(position);
    viewport()->setCursor(index >= 0 || headAt(position) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setHovered(index);
}

void LegendView::leaveEvent(QEvent *event)
{
    setHovered(-1);
    QAbstractScrollArea::leaveEvent(event);
}

int LegendView::keyTarget(int key) const
{
    const int last = static_cast<int>(m_items.size()) - 1;
    const int columns = m_layout.columns;
    const int current = m_current;
    switch (key) {
    case Qt::Key_Home:
        return std::min(0, last);
    case Qt::Key_End:
        return last;
    case Qt::Key_Right:
        return std::min(current + 1, last);
    case Qt::Key_Left:
        return std::min(std::max(current - 1, 0), last);
    case Qt::Key_Down:
        return current < 0 ? std::min(0, last) : current + columns <= last ? current + columns : current;
    case Qt::Key_Up:
        return current >= columns ? current - columns : current;
    default:
        return current;
    }
}

void LegendView::showCurrent()
{
    if (m_current < 0)
        return;
    const auto row = static_cast<std::size_t>(m_current);
    const QRect rect = m_layout.items[row];
    const int offset = verticalScrollBar()->value();
    if (rect.top() - headHeight() < offset)
        verticalScrollBar()->setValue(rect.top() - headHeight());
    else if (rect.bottom() >= offset + viewport()->height())
        verticalScrollBar()->setValue(rect.bottom() + 1 - viewport()->height());
    setAccessibleDescription(toolTipAt(itemRect(m_order[row]).center()));
    emit itemHovered(static_cast<int>(m_order[row]));
    viewport()->update();
}

void LegendView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Left:
    case Qt::Key_Down:
    case Qt::Key_Up:
    case Qt::Key_Home:
    case Qt::Key_End:
        m_current = keyTarget(event->key());
        showCurrent();
        break;
    case Qt::Key_S:
        sortByNext();
        break;
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0)
            request(static_cast<int>(m_order[static_cast<std::size_t>(m_current)]), event->modifiers());
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
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
    emit itemHovered(-1);
    QAbstractScrollArea::focusOutEvent(event);
}

} // namespace sightglass
