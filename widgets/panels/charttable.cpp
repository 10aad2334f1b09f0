// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charttable.h"

#include "model/presentation/displaytext.h"
#include "widgets/panels/charttablemodel.h"
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

} // namespace

ChartTable::ChartTable(const PanelSpec &spec, const Theme &theme, QWidget *parent)
    : PanelView(parent)
    , m_model(new ChartTableModel(spec, this))
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
    m_table->horizontalHeader()->setHighlightSections(false);
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
    m_model->setData(answer);
    if (columns != m_model->columnCount() || rows == 0)
        layoutColumns();
    m_table->verticalScrollBar()->setValue(scrolled);
}

void ChartTable::layoutColumns()
{
    const QFontMetrics metrics(m_table->font());
    const int columns = m_model->columnCount();
    const int time = metrics.horizontalAdvance(QStringLiteral("0000-00-00 00:00:00.000")) + cellPadding;
    int wanted = 0;
    std::vector<int> widths;
    for (int column = 1; column < columns; ++column) {
        const QString head = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        const QString first = m_model->index(0, column).data().toString();
        const int natural = std::max(metrics.horizontalAdvance(head), metrics.horizontalAdvance(first));
        widths.push_back(std::clamp(natural + cellPadding, narrowestColumn, widestColumn));
        wanted += widths.back();
    }
    // What is left over is shared, so that few columns do not crowd at the left.
    const int spare = std::max(0, width() - time - wanted - m_table->verticalScrollBar()->sizeHint().width());
    for (int column = 0; column < columns; ++column)
        m_table->setColumnWidth(column, column == 0 ? time
                                                    : widths[static_cast<std::size_t>(column) - 1] +
                                                          spare / std::max(1, columns - 1));
}

void ChartTable::resizeEvent(QResizeEvent *event)
{
    m_table->setGeometry(rect());
    layoutColumns();
    PanelView::resizeEvent(event);
}

} // namespace sightglass
