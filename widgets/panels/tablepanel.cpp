// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/tablepanel.h"

#include "widgets/panels/instanttablemodel.h"
#include "widgets/style/displaytext.h"
#include "widgets/style/stylesheets.h"

#include <QHeaderView>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QTableView>

namespace sightglass {

namespace {

constexpr int rowPadding = 6;
constexpr int widestColumn = 320;

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

} // namespace

TablePanel::TablePanel(const PanelSpec &spec, const Theme &theme, QWidget *parent)
    : PanelView(parent)
    , m_model(new InstantTableModel(spec, theme, this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_table(new QTableView(this))
    , m_empty(new QLabel(tr("No data"), this))
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
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setMaximumSectionSize(widestColumn);
    m_table->setAccessibleName(tr("Table: %1").arg(displayText(std::string_view(spec.title))));
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setAlignment(Qt::AlignCenter);
    m_table->hide();
    setTheme(theme);
}

void TablePanel::layoutColumns()
{
    if (m_columns == m_model->columnCount())
        return;
    m_columns = m_model->columnCount();
    m_table->sortByColumn(m_model->valueColumn(), Qt::DescendingOrder);
    m_table->resizeColumnsToContents();
}

void TablePanel::setData(const PanelDataPtr &answer)
{
    m_model->setData(*answer);
    layoutColumns();
    m_empty->setVisible(m_model->rowCount() == 0);
    m_table->setVisible(m_model->rowCount() > 0);
}

void TablePanel::setTheme(const Theme &theme)
{
    m_model->setTheme(theme);
    m_table->setStyleSheet(styleSheetOf(theme));
    QPalette palette = m_empty->palette();
    palette.setColor(QPalette::WindowText, theme.textMuted);
    m_empty->setPalette(palette);
}

void TablePanel::resizeEvent(QResizeEvent *event)
{
    m_table->setGeometry(rect());
    m_empty->setGeometry(rect());
    PanelView::resizeEvent(event);
}

} // namespace sightglass
