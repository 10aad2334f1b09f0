// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panelkit/legendview.h"

#include "widgets/panelkit/legendorder.h"
#include "widgets/panelkit/legendpainting.h"
#include "widgets/style/slimscrollbar.h"

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
    , m_plainMetrics(LegendMode::List, fontMetrics())
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
    makeSlim(*verticalScrollBar(), theme);
    makeSlim(*horizontalScrollBar(), theme);
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
    if (m_mode != LegendMode::Table)
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

LegendLayout LegendView::layoutItems(int width, bool compact) const
{
    constexpr int leastName = 12; // characters of names that are shortened for the others
    const bool table = m_mode == LegendMode::Table && !compact;
    if (table || m_placement == LegendPlacement::Right)
        return legendRows(m_items.size(), width, rowHeight(), table ? rowHeight() : 0);
    const LegendMetrics &metrics = compact ? m_plainMetrics : m_metrics;
    const int values = metrics.fieldsWidth();
    const int around = LegendMetrics::swatchWidth + LegendMetrics::gap + LegendMetrics::itemGap;
    std::vector<int> widths;
    widths.reserve(m_items.size());
    for (const std::size_t item : m_order)
        widths.push_back(m_metrics.nameWidth(m_items[item].name) + values + around);
    // The gap after the last item of a row may lie outside.
    const int name = leastName * fontMetrics().averageCharWidth();
    const int least = around + std::max(name, metrics.widthForAll(width));
    return legendLayout(widths, width + LegendMetrics::itemGap, rowHeight(), least);
}

int LegendView::contentHeight(const LegendLayout &layout) const
{
    return layout.items.empty() ? 0 : layout.items.back().bottom() + 1;
}

int LegendView::heightForItems(int width) const
{
    return contentHeight(layoutItems(width, false));
}

int LegendView::widthForItems() const
{
    // What it is now goes by the height that it has before anybody has given it one.
    const bool table = m_mode == LegendMode::Table;
    int names = table ? m_metrics.widestName() : 0;
    for (const LegendItem &item : m_items)
        names = std::max(names, m_metrics.nameWidth(item.name));
    const int bar = contentHeight(m_layout) > height() ? verticalScrollBar()->sizeHint().width() + barGap : 0;
    return LegendMetrics::swatchWidth + LegendMetrics::gap + names + m_metrics.fieldsWidth() +
           (table ? 0 : LegendMetrics::itemGap) + bar;
}

int LegendView::widestFirstName() const
{
    int widest = 0;
    for (std::size_t i = 0; i < std::min(m_items.size(), measuredAtFirst); ++i)
        widest = std::max(widest, m_metrics.nameWidth(m_items[i].name));
    return widest;
}

/// How far columns can be scrolled: the first one in sight when the last one is. 0: all of them are, or there
/// is no room for any.
int LegendView::furthestColumn() const
{
    if (!hasRows() || isPicture() || m_compact)
        return 0;
    LegendMetrics metrics = m_metrics;
    int room = viewport()->width() - LegendMetrics::swatchWidth - LegendMetrics::gap;
    const int name = isTable() ? 0 : widestFirstName();
    if (!isTable())
        room -= LegendMetrics::itemGap;
    const auto shownFrom = [&](qsizetype column) {
        metrics.setFirstColumn(column);
        return isTable() ? metrics.shownInTable(room) : metrics.shownValues(room, name);
    };
    const qsizetype columns = m_columns.size();
    if (shownFrom(0) >= columns)
        return 0;
    // A row of a list says that there is more, see LegendPainting::item().
    if (!isTable())
        room -= metrics.markWidth(QString(LegendPainting::leftOut));
    qsizetype first = 0;
    qsizetype shown = shownFrom(first);
    bool any = shown > 0;
    while (first + shown < columns && first + 1 < columns) {
        shown = shownFrom(++first);
        any = any || shown > 0;
    }
    return any ? static_cast<int>(first) : 0;
}

/// By whole columns: half of a number would be another number.
void LegendView::scrollSideways()
{
    const int last = furthestColumn();
    m_metrics.setFirstColumn(std::min(horizontalScrollBar()->value(), last));
    const int bar = horizontalScrollBar()->sizeHint().height();
    const bool hasRoom = height() - bar >= headHeight() + rowHeight();
    setHorizontalScrollBarPolicy(last > 0 && hasRoom ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    horizontalScrollBar()->setRange(0, last);
    horizontalScrollBar()->setPageStep(1);
    horizontalScrollBar()->setSingleStep(1);
}

void LegendView::relayout()
{
    m_compact = m_mode == LegendMode::Table && height() < 2 * rowHeight();
    m_layout = layoutItems(viewport()->width(), m_compact);
    scrollSideways();
    const int content = contentHeight(m_layout);
    // Said outright: the automatic policy takes another turn of the event loop, and the first frame would
    // show the bar.
    const int bar =
        horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOn ? horizontalScrollBar()->sizeHint().height() : 0;
    const bool scrolls = !isPicture() && content > height() - bar;
    setVerticalScrollBarPolicy(scrolls ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    // No row is cut.
    const int rest = scrolls && height() - bar > rowHeight() ? (height() - bar) % rowHeight() : 0;
    const QMargins margins(0, 0, scrolls ? barGap : 0, rest);
    if (viewportMargins() != margins)
        setViewportMargins(margins);
    if (hasRows() && !m_layout.items.empty() && m_layout.items.front().width() != viewport()->width()) {
        m_layout = layoutItems(viewport()->width(), m_compact);
        scrollSideways();
    }
    verticalScrollBar()->setRange(0, std::max(0, content - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height() - headHeight());
    verticalScrollBar()->setSingleStep(rowHeight());
}

int LegendView::offset() const
{
    return verticalScrollBar()->value() / rowHeight() * rowHeight();
}

QRect LegendView::itemRect(std::size_t index) const
{
    return m_layout.items[m_rows[index]].translated(0, -offset());
}

std::pair<std::size_t, std::size_t> LegendView::rowsInSight() const
{
    const int top = offset() + headHeight();
    const int bottom = offset() + viewport()->height();
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
    return painting().headAt(position.x(), viewport()->width());
}

QStringList LegendView::columnsLeftOut() const
{
    const int room = viewport()->width() - LegendMetrics::swatchWidth - LegendMetrics::gap;
    const qsizetype first = m_metrics.firstColumn();
    return m_columns.first(first) + m_columns.mid(first + m_metrics.shownInTable(room));
}

QString LegendView::toolTipAt(QPoint position) const
{
    if (headAt(position))
        return tr("Click to sort");
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

LegendPainting LegendView::painting() const
{
    return {isTable() ? LegendMode::Table : LegendMode::List, m_theme, m_compact ? m_plainMetrics : m_metrics,
            m_elision, font()};
}

DisplayList LegendView::draw(std::size_t first, std::size_t last, bool live, std::size_t more) const
{
    DisplayList list;
    LegendPainting painting = this->painting();
    if (!isTable() && m_layout.columns == 1)
        painting.setWidestName(widestFirstName());
    const QStringList columns = m_compact ? QStringList() : m_columns;
    const int width = viewport()->width();
    for (std::size_t row = first; row < last; ++row) {
        const auto item = static_cast<int>(m_order[row]);
        LegendMark mark{live && item == m_hovered, live && hasFocus() && static_cast<int>(row) == m_current};
        QRect rect = itemRect(m_order[row]);
        if (more > 0 && row + 1 == last) {
            mark.more = LegendMetrics::moreText(more);
            rect.setRight(std::min(rect.right() + m_metrics.moreWidth(mark.more),
                                   width - 1 + (hasRows() ? 0 : LegendMetrics::itemGap)));
        }
        painting.item(list, m_items[m_order[row]], columns, rect, mark);
    }
    if (isTable())
        painting.heads(list, m_columns, QRect(0, 0, width, rowHeight()), m_sortColumn, m_sortOrder);
    return list;
}

void LegendView::drawMore(DisplayList &list, std::size_t row, std::size_t more) const
{
    // The whole row is its own. Where there is no room for words, the number goes before them.
    QRect box = m_layout.items[row].translated(0, -offset());
    box.setRight(std::max(box.left(), viewport()->width() - 1));
    QString text = tr("… and %n more", "items of a legend that an export leaves out", static_cast<int>(more));
    if (fontMetrics().horizontalAdvance(text) > box.width())
        text = LegendMetrics::moreText(more);
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
    const auto columns = static_cast<std::size_t>(m_layout.columns);
    if (last - first <= columns) {
        // The only line: what says that there is more stands behind the last name.
        const int mark = m_metrics.moreWidth(LegendMetrics::moreText(m_order.size()));
        const int room = viewport()->width() + LegendMetrics::itemGap - mark;
        while (last > first + 1 && itemRect(m_order[last - 1]).right() >= room)
            --last;
        return draw(first, last, false, m_order.size() - (last - first));
    }
    // The last row gives its place to what says that there is more.
    const std::size_t kept = (last - 1) / columns * columns;
    DisplayList list = draw(first, kept, false);
    drawMore(list, kept, m_order.size() - (kept - first));
    return list;
}

void LegendView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_theme.surface);
    if (isPicture()) {
        drawing().paint(painter);
        return;
    }
    const auto [first, last] = rowsInSight();
    draw(first, last, true).paint(painter);
}

void LegendView::showEvent(QShowEvent *event)
{
    // It can be scrolled from now on.
    relayout();
    settle();
    QAbstractScrollArea::showEvent(event);
}

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
    m_metrics.setFirstColumn(horizontalScrollBar()->value());
    settle();
    viewport()->update(); // the row of heads does not scroll
}

} // namespace sightglass
