// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tables/tablepanel.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/timetext.h"
#include "widgets/style/stylesheets.h"
#include "widgets/tables/frametable.h"
#include "widgets/tables/frametablemodel.h"
#include "widgets/tables/instanttablemodel.h"
#include "widgets/tables/tablecopy.h"
#include "widgets/tables/tabledrawing.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QTableView>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sightglass {

namespace {

constexpr int rowPadding = 6;
constexpr int narrowestColumn = 28;
constexpr int measuredRows = 100; ///< that decide on a column's width
constexpr int headerMargin = 28;  ///< of a section's text, with the sort mark

QString styleSheetOf(const Theme &theme)
{
    return QStringLiteral("QTableView{background:%1;color:%2;border:0;selection-background-color:%4;"
                          "selection-color:%2;outline:0}"
                          "QTableView::item{padding:0 20px 0 8px;border-bottom:1px solid %3}"
                          "QHeaderView{background:%4}"
                          "QHeaderView::section{background:%4;color:%5;border:0;padding:3px 20px 3px 8px}")
               .arg(theme.surface.name(), theme.text.name(), theme.grid.name(), theme.surfaceRaised.name(),
                    theme.textMuted.name()) +
           slimScrollBars(theme);
}

/// Sorts numbers as numbers, with NaN last in either direction: nobody looks for it at the top.
class NanLastProxy : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override
    {
        const QVariant a = left.data(sortRole());
        const QVariant b = right.data(sortRole());
        if (a.typeId() != QMetaType::Double || b.typeId() != QMetaType::Double)
            return QString::localeAwareCompare(a.toString(), b.toString()) < 0;
        const bool noA = std::isnan(a.toDouble());
        const bool noB = std::isnan(b.toDouble());
        if (noA || noB)
            return noA != noB && (sortOrder() == Qt::AscendingOrder ? noB : noA);
        return a.toDouble() < b.toDouble();
    }
};

/// Makes the widest give way until all fit into `room`; none gets narrower than the smallest width.
void shrinkToFit(std::vector<int> &widths, int room)
{
    int total = std::accumulate(widths.begin(), widths.end(), 0);
    while (!widths.empty() && total > room) {
        const int widest = *std::ranges::max_element(widths);
        if (widest <= narrowestColumn)
            return;
        int next = narrowestColumn;
        int count = 0;
        for (const int width : widths) {
            if (width < widest)
                next = std::max(next, width);
            else
                ++count;
        }
        const int cut = std::min(widest - next, (total - room + count - 1) / count);
        for (int &width : widths)
            width -= width == widest ? cut : 0;
        total -= cut * count;
    }
}

} // namespace

TablePanel::TablePanel(const PanelSpec &spec, const Theme &theme, QWidget *parent)
    : PanelView(parent)
    , m_spec(spec)
    , m_theme(theme)
    , m_model(new InstantTableModel(spec, theme, this))
    , m_sorted(new NanLastProxy(this))
    , m_table(new QTableView(this))
    , m_empty(new QLabel(
          spec.field.noValue ? displayText(std::string_view(*spec.field.noValue)) : tr("No data"), this))
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(InstantTableModel::sortRole);
    m_table->setModel(m_sorted);
    m_table->setSortingEnabled(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setMinimumSectionSize(fontMetrics().height() + 2);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + rowPadding);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setMinimumSectionSize(narrowestColumn);
    m_table->horizontalHeader()->setResizeContentsPrecision(measuredRows);
    connect(m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this,
            &TablePanel::rememberSorting);
    m_table->setAccessibleName(tr("Table: %1").arg(displayText(std::string_view(spec.title))));
    makeCopyable(m_table);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setAlignment(Qt::AlignCenter);
    m_table->hide();
    setTheme(theme);
}

void TablePanel::rememberSorting(int column, Qt::SortOrder order)
{
    m_sortKey = m_model->columnKey(column);
    m_sortOrder = order;
}

void TablePanel::restoreSorting()
{
    const int column = m_model->columnOf(m_sortKey);
    const QHeaderView *header = m_table->horizontalHeader();
    if (m_sorted->sortColumn() == column && header->sortIndicatorSection() == column)
        return;
    // The column may be away for a while only: what the user chose is kept.
    const std::optional<std::string> chosen = m_sortKey;
    m_table->sortByColumn(column, m_sortOrder);
    m_sortKey = chosen;
}

void TablePanel::layoutColumns()
{
    const int value = m_model->valueColumn();
    const auto needed = [this](int column) {
        const QString title = m_sorted->headerData(column, Qt::Horizontal).toString();
        const int header = m_table->horizontalHeader()->fontMetrics().horizontalAdvance(title) + headerMargin;
        return std::max(static_cast<QAbstractItemView *>(m_table)->sizeHintForColumn(column), header);
    };
    std::vector<int> widths;
    for (int column = 0; column < value; ++column)
        widths.push_back(needed(column));
    // Of the panel's size: a table that is not shown yet does not know its own.
    const int header = m_table->horizontalHeader()->sizeHint().height();
    const int row = m_table->verticalHeader()->defaultSectionSize();
    const int rows = m_model->rowCount() * row;
    // Rows that have to be scrolled end with a whole one.
    const bool cuts = header + rows > height() && height() - header > row;
    m_table->setGeometry(rect().adjusted(0, 0, 0, cuts ? -((height() - header) % row) : 0));
    const int bar = header + rows > height() ? m_table->verticalScrollBar()->sizeHint().width() : 0;
    const int room = width() - bar;
    const int number = needed(value);
    shrinkToFit(widths, room - number);
    widths.push_back(std::max(number, room - std::accumulate(widths.begin(), widths.end(), 0)));
    for (int column = 0; column <= value; ++column)
        m_table->setColumnWidth(column, widths[static_cast<std::size_t>(column)]);
}

QTableView *TablePanel::table() const
{
    return m_frames != nullptr && !m_frames->isHidden() ? m_frames->table() : m_table;
}

void TablePanel::showFrames(const PanelDataPtr &answer)
{
    if (m_frames == nullptr) {
        m_frames = new FrameTable(m_spec, m_theme, this);
        m_frames->setTimeZone(m_zone);
        connect(m_frames, &FrameTable::linkRequested, this, &PanelView::linkRequested);
        m_frames->setGeometry(rect());
    }
    m_frames->setData(answer);
    const bool empty = m_frames->model()->frameRows() == 0 && m_frames->frameChoice()->count() <= 1;
    m_frames->setVisible(!empty);
    m_empty->setVisible(empty);
    m_table->hide();
}

void TablePanel::setData(const PanelDataPtr &answer)
{
    if (answer->frames) {
        showFrames(answer);
        return;
    }
    if (m_frames != nullptr)
        m_frames->hide();
    const int columns = m_model->columnCount();
    const int rows = m_model->rowCount();
    // Columns that come and go take the sort indicator with them.
    const std::optional<std::string> key = m_sortKey;
    const Qt::SortOrder order = m_sortOrder;
    m_model->setData(*answer);
    m_sortKey = key;
    m_sortOrder = order;
    m_empty->setVisible(m_model->rowCount() == 0);
    m_table->setVisible(m_model->rowCount() > 0);
    restoreSorting();
    const bool grown = columns != m_model->columnCount() || (rows == 0 && m_model->rowCount() > 0);
    const int value = m_model->valueColumn();
    if (grown ||
        static_cast<QAbstractItemView *>(m_table)->sizeHintForColumn(value) > m_table->columnWidth(value))
        layoutColumns();
}

void TablePanel::setTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    m_model->setZone(zoneRule(zone));
    if (m_frames != nullptr)
        m_frames->setTimeZone(zone);
}

void TablePanel::setTheme(const Theme &theme)
{
    m_theme = theme;
    if (m_frames != nullptr)
        m_frames->setTheme(theme);
    m_model->setTheme(theme);
    m_table->setStyleSheet(styleSheetOf(theme));
    QPalette palette = m_empty->palette();
    palette.setColor(QPalette::WindowText, theme.textMuted);
    m_empty->setPalette(palette);
}

PanelDataPtr TablePanel::arrangedData() const
{
    return m_frames != nullptr && !m_frames->isHidden() ? m_frames->arrangedData() : nullptr;
}

std::optional<PanelView::FilteredRows> TablePanel::filteredRows() const
{
    return m_frames != nullptr && !m_frames->isHidden() ? m_frames->filteredRows() : std::nullopt;
}

void TablePanel::exportTo(QPainter &painter)
{
    DisplayList list;
    list.add(DisplayList::Fill{QRectF(rect()), m_theme.surface});
    if (m_frames != nullptr && !m_frames->isHidden())
        m_frames->addTo(list, m_frames->pos());
    else if (!m_table->isHidden())
        drawTable(list, *m_table, m_table->pos(), m_theme,
                  [this](DisplayList &cells, const QRectF &rect, const QModelIndex &index) {
                      drawTextCell(cells, rect, index, m_table->font(), m_theme);
                  });
    else
        list.add(DisplayList::Text{QRectF(m_empty->geometry()), m_empty->text(), m_empty->font(),
                                   m_theme.textMuted, Qt::AlignCenter});
    list.paint(painter);
}

void TablePanel::resizeEvent(QResizeEvent *event)
{
    m_table->setGeometry(rect());
    m_empty->setGeometry(rect());
    if (m_frames != nullptr)
        m_frames->setGeometry(rect());
    layoutColumns();
    PanelView::resizeEvent(event);
}

} // namespace sightglass
