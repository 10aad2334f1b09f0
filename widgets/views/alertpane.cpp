// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/alertpane.h"

#include "model/presentation/alerthistorymodel.h"
#include "model/presentation/alerttablemodel.h"
#include "widgets/views/alertdelegate.h"

#include <QHeaderView>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace sightglass {

AlertPane::AlertPane(AlertTableModel *alerts, AlertHistoryModel *history, QWidget *parent)
    : QWidget(parent)
    , m_alerts(alerts)
    , m_tabs(new QTabWidget(this))
    , m_alertDelegate(new AlertDelegate(AlertTableModel::AlertStateRole, AlertTableModel::StateColumn, this))
    , m_historyDelegate(new AlertDelegate(AlertHistoryModel::AlertStateRole, AlertHistoryModel::ChangeColumn, this))
{
    m_tabs->setDocumentMode(true);
    QTableView *table = addTable(alerts, tr("Alerts"));
    table->setColumnWidth(AlertTableModel::NameColumn, 200);
    table->setColumnWidth(AlertTableModel::LabelsColumn, 340);
    table->setObjectName(QStringLiteral("alertTable"));
    table->setItemDelegate(m_alertDelegate);
    QTableView *past = addTable(history, tr("History"));
    past->setColumnWidth(AlertHistoryModel::NameColumn, 200);
    past->setColumnWidth(AlertHistoryModel::LabelsColumn, 340);
    past->setObjectName(QStringLiteral("alertHistory"));
    past->setItemDelegate(m_historyDelegate);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tabs);

    connect(alerts, &QAbstractItemModel::rowsInserted, this, &AlertPane::updateTitles);
    connect(alerts, &QAbstractItemModel::rowsRemoved, this, &AlertPane::updateTitles);
    connect(alerts, &QAbstractItemModel::modelReset, this, &AlertPane::updateTitles);
    connect(alerts, &QAbstractItemModel::dataChanged, this, &AlertPane::updateTitles);
    updateTitles();
}

void AlertPane::setTheme(const Theme &theme)
{
    m_alertDelegate->setTheme(theme);
    m_historyDelegate->setTheme(theme);
    update();
}

QTableView *AlertPane::addTable(QAbstractItemModel *model, const QString &title)
{
    auto *table = new QTableView;
    table->setModel(model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(QFontMetrics(table->font()).height() + 8);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultSectionSize(120);
    table->horizontalHeader()->setStretchLastSection(true);
    table->setAccessibleName(title);
    m_tabs->addTab(table, title);
    return table;
}

void AlertPane::updateTitles()
{
    const int firing = m_alerts->count(AlertState::Firing);
    const int pending = m_alerts->count(AlertState::Pending);
    QString title = tr("Alerts");
    if (firing + pending > 0)
        title = tr("Alerts: %1 firing, %2 pending").arg(firing).arg(pending);
    if (m_tabs->tabText(0) != title)
        m_tabs->setTabText(0, title);
}

} // namespace sightglass
