// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charttable.h"

#include "model/presentation/displaytext.h"
#include "widgets/panelkit/nameelision.h"
#include "widgets/panels/charttablemodel.h"
#include "widgets/plots/heatmapcells.h"
#include "widgets/style/stylesheets.h"
#include "widgets/tables/tablecopy.h"

#include <QHeaderView>
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
constexpr int headPadding = 34;    ///< with the mark of sorting

/// Names of series are cut where they are alike.
class NameHeader : public QHeaderView
{
public:
    explicit NameHeader(QWidget *parent)
        : QHeaderView(Qt::Horizontal, parent)
    {
        setHighlightSections(false);
        setSectionsClickable(true);
    }

    void setNames(const QStringList &names)
    {
        m_elision = NameElision(names);
        viewport()->update();
    }

protected:
    void initStyleOptionForIndex(QStyleOptionHeader *option, int section) const override
    {
        QHeaderView::initStyleOptionForIndex(option, section);
        if (section > 0)
            option->text =
                m_elision.elided(option->text, QFontMetricsF(font()), sectionSize(section) - headPadding);
    }

private:
    NameElision m_elision;
};

} // namespace

ChartTable::ChartTable(const PanelSpec &spec, const Theme &theme, QWidget *parent)
    : PanelView(parent)
    , m_isHeatmap(spec.type() == PanelType::Heatmap)
    , m_spec(spec)
    , m_model(new ChartTableModel(m_isHeatmap ? heatmapCellSpec(spec) : spec, this))
    , m_table(new QTableView(this))
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
    m_table->setHorizontalHeader(new NameHeader(m_table));
    m_table->horizontalHeader()->setSortIndicator(0, Qt::DescendingOrder);
    m_table->setSortingEnabled(true);
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
            "QHeaderView{background:%4}"
            "QHeaderView::section{background:%4;color:%5;border:0;padding:3px 8px}")
            .arg(theme.surface.name(), theme.text.name(), theme.grid.name(), theme.surfaceRaised.name(),
                 theme.textMuted.name()) +
        slimScrollBars(theme));
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
        const int named = std::min(metrics.horizontalAdvance(head) + cellPadding, widestColumn);
        m_table->setColumnWidth(column, room > 0 ? own + share : std::max(own, named));
    }
    static_cast<NameHeader *>(m_table->horizontalHeader())->setNames(names);
}

void ChartTable::resizeEvent(QResizeEvent *event)
{
    m_table->setGeometry(rect());
    layoutColumns();
    PanelView::resizeEvent(event);
}

} // namespace sightglass
