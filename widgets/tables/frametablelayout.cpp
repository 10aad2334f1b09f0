// SPDX-License-Identifier: GPL-3.0-or-later
// Where the parts of a FrameTable lie: widths of columns, heights of rows, frozen columns, the line below.
#include "widgets/style/listtext.h"
#include "widgets/tables/cellparts.h"
#include "widgets/tables/filterheader.h"
#include "widgets/tables/frametable.h"
#include "widgets/tables/frametablemodel.h"
#include "widgets/tables/tablefooterrow.h"

#include <QComboBox>
#include <QLabel>
#include <QScrollBar>
#include <QTableView>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sightglass {

namespace {

constexpr int widestColumn = 400;
constexpr int cellPadding = 16; ///< of a text at both sides

} // namespace

int FrameTable::rowHeight() const
{
    constexpr int small = 8;
    constexpr int medium = 16;
    constexpr int large = 28;
    const int line = fontMetrics().height() * m_lines;
    switch (m_options.cellHeight) {
    case CellHeight::Small:
        return line + small;
    case CellHeight::Medium:
        return line + medium;
    case CellHeight::Large:
        return line + large;
    }
    return line + small;
}

FrameTable::ColumnRoom FrameTable::columnRoom(int column) const
{
    const TableCellConfig &cell = m_model->fieldOf(column).config.cell;
    if (cell.width && *cell.width >= 1) {
        const int width = static_cast<int>(std::min(*cell.width, 4000.0));
        return {width, width};
    }
    const int least = static_cast<int>(std::clamp(cell.minWidth.value_or(narrowestColumn), 1.0, 2000.0));
    const int most = std::max(least, widestColumn);
    const int head = m_options.header ? m_header->sectionSizeHint(column) : 0;
    const int cells = static_cast<const QAbstractItemView *>(m_table)->sizeHintForColumn(column);
    return {std::clamp(std::max(head, cells), least, most), std::clamp(cells, least, most)};
}

/// The room that is left goes to the columns without a width of their own, in equal parts. Where it lacks,
/// heads give way as far as that keeps every column in sight; where it does not, one has to scroll anyway,
/// and heads are whole.
std::vector<int> FrameTable::columnWidths() const
{
    std::vector<int> widths;
    std::vector<int> heads; // by how much a column is wider than its cells
    std::vector<std::size_t> elastic;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const ColumnRoom own = columnRoom(column);
        widths.push_back(own.wanted);
        heads.push_back(own.wanted - own.least);
        if (!m_model->fieldOf(column).config.cell.width)
            elastic.push_back(widths.size() - 1);
    }
    const int head = m_options.header ? m_header->sizeHint().height() : 0;
    const bool scrolls = head + m_model->rowCount() * rowHeight() > m_tableRoom;
    const int room = m_table->width() - (scrolls ? m_table->verticalScrollBar()->sizeHint().width() : 0);
    const int spare = room - std::accumulate(widths.begin(), widths.end(), 0);
    for (std::size_t i = 0; i < elastic.size() && spare > 0; ++i) {
        const auto parts = static_cast<int>(elastic.size());
        widths[elastic[i]] += spare / parts + (static_cast<int>(i) < spare % parts ? 1 : 0);
    }
    const int excess = std::accumulate(heads.begin(), heads.end(), 0);
    const double share = excess > 0 && excess >= -spare ? -spare / static_cast<double>(excess) : 0;
    for (std::size_t i = 0; i < widths.size() && spare < 0; ++i)
        widths[i] -= static_cast<int>(std::ceil(heads[i] * share));
    return widths;
}

void FrameTable::layoutColumns()
{
    if (m_model->columnCount() == 0)
        return;
    const std::vector<int> widths = columnWidths();
    for (std::size_t column = 0; column < widths.size(); ++column)
        m_table->setColumnWidth(static_cast<int>(column), widths[column]);
    if (const int lines = wrappedLines(widths); lines != m_lines) {
        m_lines = lines;
        applyRowHeight();
    }
    fitRows(std::accumulate(widths.begin(), widths.end(), 0));
    layoutFrozen();
}

/// Rows that have to be scrolled end with a whole one, not with half a line of text.
void FrameTable::fitRows(int columnsWidth)
{
    const int head = m_options.header ? m_header->sizeHint().height() : 0;
    const int bar = columnsWidth > m_table->width() ? m_table->horizontalScrollBar()->sizeHint().height() : 0;
    const int room = m_tableRoom - head - bar;
    const bool scrolls = m_model->rowCount() * rowHeight() > room;
    const int cut = scrolls && room > rowHeight() ? room % rowHeight() : 0;
    m_table->setGeometry(0, 0, width(), std::max(0, m_tableRoom - cut));
}

/// How many lines the texts of the first rows need where their columns wrap them.
int FrameTable::wrappedLines(const std::vector<int> &widths) const
{
    int most = 1;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        if (!m_model->cellOptions(column).wrapText)
            continue;
        const int room = widths[static_cast<std::size_t>(column)] - cellPadding;
        for (int row = 0; row < std::min(m_model->rowCount(), measuredRows); ++row) {
            const QString text = m_model->cellWords(m_model->index(row, column));
            const auto lines = wrappedText(text, m_table->font(), std::max(room, 1), mostCellLines).size();
            most = std::max(most, static_cast<int>(lines));
        }
    }
    return most;
}

void FrameTable::applyRowHeight()
{
    for (QTableView *table : {m_table, m_frozen}) {
        if (table != nullptr)
            table->verticalHeader()->setDefaultSectionSize(rowHeight());
    }
}

/// A second view of the same rows lies over the first columns while the others scroll below it.
void FrameTable::layoutFrozen()
{
    const int frozen = std::clamp(m_options.frozenColumns, 0, m_model->columnCount() - 1);
    if (frozen <= 0) {
        if (m_frozen != nullptr)
            m_frozen->hide();
        return;
    }
    if (m_frozen == nullptr) {
        m_frozen = new QTableView(m_table);
        auto *header = new FilterHeader(m_model, m_frozen);
        m_frozen->setHorizontalHeader(header);
        setupTable(m_frozen);
        m_frozen->setSelectionModel(m_table->selectionModel());
        m_frozen->setFocusPolicy(Qt::NoFocus);
        m_frozen->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_frozen->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_frozen->setStyleSheet(m_table->styleSheet());
        header->setVisible(m_options.header);
        connect(header, &FilterHeader::filterWanted, this, &FrameTable::openFilter);
        connect(m_frozen, &QTableView::clicked, this, &FrameTable::followLinks);
        connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, m_frozen->verticalScrollBar(),
                &QScrollBar::setValue);
        connect(m_frozen->verticalScrollBar(), &QScrollBar::valueChanged, m_table->verticalScrollBar(),
                &QScrollBar::setValue);
    }
    int width = 0;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        m_frozen->setColumnHidden(column, column >= frozen);
        if (column < frozen) {
            m_frozen->setColumnWidth(column, m_table->columnWidth(column));
            width += m_table->columnWidth(column);
        }
    }
    const int head = m_options.header ? m_header->height() : 0;
    m_frozen->setGeometry(0, 0, std::min(width, m_table->width()), head + m_table->viewport()->height());
    m_frozen->horizontalHeader()->setFixedHeight(std::max(head, 1));
    m_frozen->show();
}

void FrameTable::layoutParts()
{
    int bottom = height();
    const bool bar = !m_choice->isHidden() || !m_page->isHidden();
    if (bar) {
        const int line = m_choice->sizeHint().height();
        bottom -= line + 4;
        int right = width();
        if (!m_on->isHidden()) {
            m_on->setGeometry(right - line, bottom + 4, line, line);
            m_back->setGeometry(right - 2 * line, bottom + 4, line, line);
            right -= 2 * line + 6;
        }
        const int label = m_page->isHidden() ? 0 : std::min(right, m_page->sizeHint().width());
        m_page->setGeometry(right - label, bottom + 4, label, line);
        m_choice->setGeometry(0, bottom + 4, std::max(0, std::min(right - label - 6, 400)), line);
    }
    if (m_options.footer.shown) {
        const int footer = m_footer->sizeHint().height();
        bottom -= footer;
        m_footer->setGeometry(0, bottom, width(), footer);
    }
    m_tableRoom = std::max(0, bottom);
    m_table->setGeometry(0, 0, width(), m_tableRoom);
    if (m_options.pagination) {
        const int head = m_options.header ? m_header->sizeHint().height() : 0;
        const int reserved = bar ? 0 : m_choice->sizeHint().height() + 4;
        m_model->setPageRows(std::max(1, (bottom - head - reserved) / rowHeight()));
    }
}

void FrameTable::resizeEvent(QResizeEvent *event)
{
    layoutParts();
    layoutColumns();
    QWidget::resizeEvent(event);
}

} // namespace sightglass
