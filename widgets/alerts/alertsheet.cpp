// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alerts/alertsheet.h"

#include "model/alerting/alert.h"
#include "model/presentation/alertboardmodel.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

namespace sightglass {

namespace {

constexpr int stateColumn = 0;
constexpr int airyGap = 5;
constexpr int mostMeasuredRows = 200;
constexpr int widestLetters = 34;
constexpr int summaryLetters = 80;
constexpr int leastBlockLetters = 44;
constexpr int shortTitleLetters = 5;

/// As small as is still read at a glance: two hundred lines are to be on one screen.
QFont denseFont(const QFont &base)
{
    QFont font = base;
    if (font.pixelSize() > 0)
        font.setPixelSize(std::max(10, font.pixelSize() * 85 / 100));
    else
        font.setPointSizeF(std::max(7.5, font.pointSizeF() * 0.85));
    return font;
}

} // namespace

AlertSheet::AlertSheet(AlertBoardModel *model, QWidget *parent)
    : QAbstractItemView(parent)
    , m_model(model)
    , m_theme(darkTheme())
{
    setObjectName(QStringLiteral("alertSheet"));
    setAccessibleName(tr("Alerts"));
    m_plainFont = font();
    setFont(denseFont(m_plainFont));
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    setModel(model);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &AlertSheet::scheduleRelayout);
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &AlertSheet::keepChosen);
    connect(model, &QAbstractItemModel::modelReset, this, &AlertSheet::restoreChosen);
    connect(this, &QAbstractItemView::doubleClicked, this,
            [this](const QModelIndex &index) { emit opened(index.row()); });
    relayout();
}

void AlertSheet::setTheme(const Theme &theme)
{
    m_theme = theme;
    viewport()->update();
}

void AlertSheet::setWraps(bool wraps)
{
    m_wraps = wraps;
    relayout();
}

std::vector<int> AlertSheet::chosenRows() const
{
    std::vector<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        rows.push_back(index.row());
    if (rows.empty() && currentIndex().isValid())
        rows.push_back(currentIndex().row());
    std::sort(rows.begin(), rows.end());
    return rows;
}

// ---- places

int AlertSheet::firstRow() const
{
    return verticalScrollBar()->value();
}

std::vector<SheetColumn> AlertSheet::measuredColumns() const
{
    const QFontMetrics metrics = fontMetrics();
    const int letter = std::max(metrics.averageCharWidth(), 1);
    const int columns = m_model->columnCount();
    const int rows = std::min(m_model->rowCount(), mostMeasuredRows);
    std::vector<SheetColumn> measured;
    for (int column = 0; column < columns; ++column) {
        const int importance =
            m_model->headerData(column, Qt::Horizontal, AlertBoardModel::ImportanceRole).toInt();
        const int title = metrics.horizontalAdvance(
                              m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()) +
                          2 * letter;
        int natural = std::min(title, shortTitleLetters * letter);
        const int widest = (column == columns - 1 ? summaryLetters : widestLetters) * letter;
        for (int row = 0; row < rows && natural < widest; ++row) {
            const QString text = m_model->index(row, column).data().toString().left(200);
            natural = std::max(natural, metrics.horizontalAdvance(text) + letter);
        }
        // Where lines have the whole width, titles are whole too.
        natural = std::min(m_isDense ? natural : std::max(natural, title), widest);
        int least = std::min(natural, (importance < 2 ? 14 : 8) * letter);
        if (column == stateColumn) {
            least = metrics.height();
            natural = std::max(natural, least) + metrics.height();
        }
        measured.push_back({natural, least, importance});
    }
    return measured;
}

void AlertSheet::chooseFont()
{
    const int lines = viewport()->height() / (QFontMetrics(m_plainFont).height() + airyGap) - 2;
    const bool dense = m_model->activeRows() > lines;
    if (dense == m_isDense)
        return;
    m_isDense = dense;
    setFont(dense ? denseFont(m_plainFont) : m_plainFont);
}

int AlertSheet::rowHeight() const
{
    return fontMetrics().height() + (m_isDense ? 0 : airyGap);
}

void AlertSheet::relayout()
{
    m_isRelayoutDue = false;
    chooseFont();
    const std::vector<SheetColumn> columns = measuredColumns();
    SheetLayout::Input input;
    input.size = viewport()->size();
    input.rows = m_model->rowCount();
    input.worthSeeing = m_model->activeRows();
    input.rowHeight = rowHeight();
    input.headerHeight = fontMetrics().height() + 6;
    input.leastBlockWidth = leastBlockLetters * fontMetrics().averageCharWidth();
    input.wraps = m_wraps;
    input.columns = columns;
    m_layout = SheetLayout(input);
    QScrollBar *bar = verticalScrollBar();
    bar->setRange(0, std::max(0, input.rows - m_layout.rowsInSight()));
    bar->setPageStep(m_layout.rowsInSight());
    bar->setSingleStep(3);
    tellLeftOut();
    viewport()->update();
}

void AlertSheet::tellLeftOut()
{
    QStringList titles;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const bool isLabel =
            m_model->headerData(column, Qt::Horizontal, AlertBoardModel::IsLabelRole).toBool();
        if (isLabel && !m_layout.cell(column))
            titles << m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    }
    if (titles == m_leftOut)
        return;
    m_leftOut = titles;
    emit leftOutChanged();
}

void AlertSheet::scheduleRelayout()
{
    if (m_isRelayoutDue)
        return;
    m_isRelayoutDue = true;
    QMetaObject::invokeMethod(this, &AlertSheet::relayout, Qt::QueuedConnection);
}

QRect AlertSheet::visualRect(const QModelIndex &index) const
{
    return index.isValid() ? m_layout.rowRect(index.row(), firstRow()) : QRect();
}

void AlertSheet::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    if (m_isRelayoutDue)
        relayout();
    const int row = index.row();
    const int seen = m_layout.rowsInSight();
    const int first = firstRow();
    if (hint == PositionAtCenter)
        verticalScrollBar()->setValue(row - seen / 2);
    else if (row < first || hint == PositionAtTop)
        verticalScrollBar()->setValue(row);
    else if (row >= first + seen || hint == PositionAtBottom)
        verticalScrollBar()->setValue(row - seen + 1);
}

QModelIndex AlertSheet::indexAt(const QPoint &point) const
{
    if (point.y() < m_layout.headerHeight() ||
        point.y() >= m_layout.headerHeight() + m_layout.rowsPerBlock() * rowHeight())
        return {};
    const int row = m_layout.rowAt(point, firstRow());
    if (row < 0 || row >= m_model->rowCount())
        return {};
    return m_model->index(row, m_layout.columnAt(point.x()).value_or(stateColumn));
}

void AlertSheet::reset()
{
    QAbstractItemView::reset();
    relayout();
}

void AlertSheet::keepChosen()
{
    m_keptChosen.clear();
    m_keptCurrent.reset();
    if (const BoardRow *current = m_model->row(currentIndex().row()))
        m_keptCurrent = *current;
    for (const QModelIndex &index : selectionModel()->selectedRows()) {
        if (const BoardRow *row = m_model->row(index.row()))
            m_keptChosen.push_back(*row);
    }
}

void AlertSheet::restoreChosen()
{
    const int current = m_keptCurrent ? m_model->find(*m_keptCurrent) : -1;
    if (current >= 0)
        selectionModel()->setCurrentIndex(m_model->index(current, stateColumn),
                                          QItemSelectionModel::NoUpdate);
    for (const BoardRow &kept : m_keptChosen) {
        const int row = m_model->find(kept);
        if (row >= 0)
            selectionModel()->select(m_model->index(row, stateColumn),
                                     QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
}

QModelIndex AlertSheet::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    Q_UNUSED(modifiers)
    const int rows = m_model->rowCount();
    if (rows == 0)
        return {};
    const int current = currentIndex().isValid() ? currentIndex().row() : -1;
    const int page = m_layout.rowsPerBlock();
    int row = std::max(current, 0);
    switch (action) {
    case MoveUp:
    case MovePrevious:
        row = current - 1;
        break;
    case MoveDown:
    case MoveNext:
        row = current + 1;
        break;
    case MoveLeft:
        row = m_layout.blocks() > 1 ? current - page : row;
        break;
    case MoveRight:
        row = m_layout.blocks() > 1 ? current + page : row;
        break;
    case MovePageUp:
        row = current - page;
        break;
    case MovePageDown:
        row = current + page;
        break;
    case MoveHome:
        row = 0;
        break;
    case MoveEnd:
        row = rows - 1;
        break;
    }
    return m_model->index(std::clamp(row, 0, rows - 1), stateColumn);
}

bool AlertSheet::isIndexHidden(const QModelIndex &index) const
{
    Q_UNUSED(index)
    return false;
}

void AlertSheet::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    const int rows = m_model->rowCount();
    if (rows == 0)
        return;
    const int a = std::clamp(m_layout.rowAt(rect.topLeft(), firstRow()), 0, rows - 1);
    const int b = std::clamp(m_layout.rowAt(rect.bottomRight(), firstRow()), 0, rows - 1);
    const int last = m_model->columnCount() - 1;
    selectionModel()->select(
        QItemSelection(m_model->index(std::min(a, b), 0), m_model->index(std::max(a, b), last)), command);
}

QRegion AlertSheet::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            region += m_layout.rowRect(row, firstRow());
    }
    return region;
}

void AlertSheet::rowsInserted(const QModelIndex &parent, int start, int end)
{
    QAbstractItemView::rowsInserted(parent, start, end);
    scheduleRelayout();
}

void AlertSheet::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    QAbstractItemView::rowsAboutToBeRemoved(parent, start, end);
    scheduleRelayout();
}

void AlertSheet::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                             const QList<int> &roles)
{
    QAbstractItemView::dataChanged(topLeft, bottomRight, roles);
    for (int row = topLeft.row(); row <= bottomRight.row(); ++row)
        viewport()->update(m_layout.rowRect(row, firstRow()));
}

void AlertSheet::updateGeometries()
{
    QAbstractItemView::updateGeometries();
    relayout();
}

void AlertSheet::resizeEvent(QResizeEvent *event)
{
    QAbstractItemView::resizeEvent(event);
    relayout();
}

void AlertSheet::changeEvent(QEvent *event)
{
    QAbstractItemView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        relayout();
}

void AlertSheet::scrollContentsBy(int dx, int dy)
{
    Q_UNUSED(dx)
    Q_UNUSED(dy)
    viewport()->update();
}

// ---- input

void AlertSheet::mousePressEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (event->button() == Qt::LeftButton && point.y() < m_layout.headerHeight()) {
        if (const auto column = m_layout.columnAt(point.x()))
            m_model->sortBy(*column);
        return;
    }
    QAbstractItemView::mousePressEvent(event);
}

void AlertSheet::stepOrder(int by)
{
    const int columns = m_model->columnCount();
    m_model->sortBy((m_model->orderColumn() + by + columns) % columns);
}

void AlertSheet::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (currentIndex().isValid())
            emit opened(currentIndex().row());
        return;
    case Qt::Key_Less:
    case Qt::Key_Comma:
        return stepOrder(-1);
    case Qt::Key_Greater:
    case Qt::Key_Period:
        return stepOrder(1);
    case Qt::Key_R:
        return m_model->sortBy(m_model->orderColumn());
    default:
        QAbstractItemView::keyPressEvent(event);
    }
}

} // namespace sightglass
