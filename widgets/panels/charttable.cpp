// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charttable.h"

#include "model/presentation/displaytext.h"
#include "widgets/panelkit/nameelision.h"
#include "widgets/panels/charttablemodel.h"
#include "widgets/plots/heatmapcells.h"
#include "widgets/style/stylesheets.h"
#include "widgets/tables/filterpopup.h"
#include "widgets/tables/funnelheader.h"
#include "widgets/tables/tablecopy.h"

#include <QKeyEvent>
#include <QResizeEvent>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>
#include <vector>

namespace sightglass {

namespace {

constexpr int rowPadding = 6;
constexpr int cellPadding = 24;
constexpr int narrowestColumn = 72;
constexpr int widestColumn = 220;
constexpr int mostMeasured = 4000; ///< cells whose widths are looked at
constexpr int headHeight = 8;      ///< beside its text

} // namespace

/// Names of series are cut where they are alike.
class ChartTable::Header : public FunnelHeader
{
public:
    Header(const ChartTableModel *model, QWidget *parent)
        : FunnelHeader(parent)
        , m_model(model)
    {}

    void setNames(const QStringList &names)
    {
        m_elision = NameElision(names);
        viewport()->update();
    }
    void setTheme(const Theme &theme)
    {
        m_theme = theme;
        viewport()->update();
    }
    [[nodiscard]] const Theme &theme() const override { return m_theme; }

protected:
    [[nodiscard]] Head head(int column) const override
    {
        Head head{m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()};
        if (sortIndicatorSection() == column)
            head.sortMark =
                sortIndicatorOrder() == Qt::AscendingOrder ? QStringLiteral("↑") : QStringLiteral("↓");
        if (column > 0) {
            head.side = Qt::AlignRight | Qt::AlignVCenter;
            head.text = m_elision.elided(head.text, QFontMetricsF(font()), sectionSize(column) - sides());
        }
        head.filtered = m_model->filter(column).active();
        return head;
    }
    [[nodiscard]] QSize sectionSizeFromContents(int column) const override
    {
        return {FunnelHeader::sectionSizeFromContents(column).width(), fontMetrics().height() + headHeight};
    }

private:
    const ChartTableModel *m_model;
    Theme m_theme;
    NameElision m_elision;
};

ChartTable::ChartTable(const PanelSpec &spec, const Theme &theme, QWidget *parent)
    : PanelView(parent)
    , m_isHeatmap(spec.type() == PanelType::Heatmap)
    , m_spec(spec)
    , m_model(new ChartTableModel(m_isHeatmap ? heatmapCellSpec(spec) : spec, this))
    , m_table(new QTableView(this))
    , m_header(new Header(m_model, m_table))
{
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + rowPadding);
    m_table->setAccessibleName(tr("Data of %1").arg(displayText(std::string_view(spec.title))));
    m_table->setHorizontalHeader(m_header);
    m_table->horizontalHeader()->setSortIndicator(0, Qt::DescendingOrder);
    m_table->setSortingEnabled(true);
    m_table->installEventFilter(this);
    connect(m_header, &FunnelHeader::filterWanted, this, &ChartTable::openFilter);
    makeCopyable(m_table);
    setFocusProxy(m_table);
    setTheme(theme);
}

void ChartTable::setTheme(const Theme &theme)
{
    m_table->setStyleSheet(
        QStringLiteral(
            "QTableView{background:%1;color:%2;border:0;selection-background-color:%4;selection-color:%2;"
            "outline:0}"
            "QTableView::item{padding:0 8px;border-bottom:1px solid %3}"
            "QHeaderView{background:%4}")
            .arg(theme.surface.name(), theme.text.name(), theme.grid.name(), theme.surfaceRaised.name()) +
        slimScrollBars(theme));
    m_header->setTheme(theme);
}

void ChartTable::setTimeZone(const QTimeZone &zone)
{
    m_model->setTimeZone(zone);
}

void ChartTable::setData(const PanelDataPtr &answer)
{
    const int rows = m_model->rowCount();
    const int columns = m_model->columnCount();
    const int scrolled = m_table->verticalScrollBar()->value();
    m_model->setData(m_isHeatmap && answer ? heatmapCells(*answer, m_spec) : answer);
    if (columns != m_model->columnCount() || rows == 0)
        layoutColumns();
    m_table->verticalScrollBar()->setValue(scrolled);
}

PanelDataPtr ChartTable::arrangedData() const
{
    return m_isHeatmap ? nullptr : m_model->filteredData();
}

std::optional<PanelView::FilteredRows> ChartTable::filteredRows() const
{
    return m_isHeatmap ? std::nullopt : m_model->filteredRows();
}

void ChartTable::openFilter(int column)
{
    openFilterPopup(m_model, column, *m_header, m_table);
}

bool ChartTable::eventFilter(QObject *watched, QEvent *event)
{
    const QModelIndex current = m_table->currentIndex();
    if (event->type() != QEvent::KeyPress || !current.isValid())
        return PanelView::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Space) {
        const bool flips = m_header->sortIndicatorSection() == current.column() &&
                           m_header->sortIndicatorOrder() == Qt::AscendingOrder;
        m_table->sortByColumn(current.column(), flips ? Qt::DescendingOrder : Qt::AscendingOrder);
        return true;
    }
    if (key->key() == Qt::Key_Down && key->modifiers().testFlag(Qt::AltModifier)) {
        openFilter(current.column());
        return true;
    }
    return PanelView::eventFilter(watched, event);
}

void ChartTable::layoutColumns()
{
    const QFontMetrics metrics(m_table->font());
    const int columns = m_model->columnCount();
    const int time = metrics.horizontalAdvance(QStringLiteral("0000-00-00 00:00:00.000")) + cellPadding;
    // Numbers are whole and in sight; what room they leave is shared by the names above them.
    std::vector<int> widths;
    const int rows = std::min(m_model->rowCount(), std::clamp(mostMeasured / std::max(columns, 1), 1, 50));
    int room = width() - time - m_table->verticalScrollBar()->sizeHint().width();
    for (int column = 1; column < columns; ++column) {
        int widest = 0;
        for (int row = 0; row < rows; ++row)
            widest =
                std::max(widest, metrics.horizontalAdvance(m_model->index(row, column).data().toString()));
        widths.push_back(std::clamp(widest + cellPadding, narrowestColumn, widestColumn));
        room -= widths.back();
    }
    const int share = std::max(0, room) / std::max(1, columns - 1);
    QStringList names;
    for (int column = 0; column < columns; ++column) {
        if (column == 0) {
            m_table->setColumnWidth(column, time);
            continue;
        }
        const QString head = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        names.append(head);
        const int own = widths[static_cast<std::size_t>(column) - 1];
        // With many columns there is a bar to scroll anyway: names have some room then.
        const int named = std::min(metrics.horizontalAdvance(head) + FunnelHeader::sides(), widestColumn);
        m_table->setColumnWidth(column, room > 0 ? own + share : std::max(own, named));
    }
    m_header->setNames(names);
}

void ChartTable::resizeEvent(QResizeEvent *event)
{
    m_table->setGeometry(rect());
    layoutColumns();
    PanelView::resizeEvent(event);
}

} // namespace sightglass
