// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/alertpane.h"

#include "model/presentation/alerthistorymodel.h"
#include "model/presentation/alerttablemodel.h"
#include "widgets/tables/tablecopy.h"
#include "widgets/views/alertdelegate.h"

#include <QHeaderView>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace sightglass {

namespace {

/// Wide enough for usual texts, and all of them in a window of usual width; the summary takes what is left.
void setColumnWidths(QTableView *table, int nameColumn, int labelsColumn)
{
    const int letter = table->fontMetrics().averageCharWidth();
    table->horizontalHeader()->setDefaultSectionSize(15 * letter);
    table->setColumnWidth(nameColumn, 26 * letter);
    table->setColumnWidth(labelsColumn, 44 * letter);
}

/// Rules that cannot be evaluated are among them: what they would say is not known.
class ActiveAlerts : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const QModelIndex index = sourceModel()->index(row, AlertTableModel::StateColumn, parent);
        return index.data(AlertTableModel::AlertStateRole).toInt() != static_cast<int>(AlertState::Inactive);
    }
};

} // namespace

AlertPane::AlertPane(AlertTableModel *alerts, AlertHistoryModel *history, QWidget *parent)
    : QWidget(parent)
    , m_alerts(alerts)
    , m_active(new ActiveAlerts(this))
    , m_tabs(new QTabWidget(this))
    , m_alertDelegate(new AlertDelegate({AlertTableModel::AlertStateRole, AlertTableModel::SeverityRole},
                                        AlertTableModel::StateColumn, this))
    , m_historyDelegate(
          new AlertDelegate({AlertHistoryModel::AlertStateRole, AlertHistoryModel::SeverityRole},
                            AlertHistoryModel::ChangeColumn, this))
{
    m_tabs->setDocumentMode(true);
    m_active->setSourceModel(alerts);
    m_alertTable = addTable(m_active, tr("Alerts"));
    setColumnWidths(m_alertTable, AlertTableModel::NameColumn, AlertTableModel::LabelsColumn);
    m_alertTable->setObjectName(QStringLiteral("alertTable"));
    m_alertTable->setItemDelegate(m_alertDelegate);
    m_empty = new QLabel;
    m_empty->setObjectName(QStringLiteral("noAlerts"));
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    (new QVBoxLayout(m_alertTable->viewport()))->addWidget(m_empty);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    QTableView *past = addTable(history, tr("History"));
    setColumnWidths(past, AlertHistoryModel::NameColumn, AlertHistoryModel::LabelsColumn);
    past->setColumnWidth(AlertHistoryModel::TimeColumn, 20 * past->fontMetrics().averageCharWidth());
    past->setObjectName(QStringLiteral("alertHistory"));
    past->setItemDelegate(m_historyDelegate);

    auto *board = new QToolButton;
    board->setObjectName(QStringLiteral("openAlertBoard"));
    board->setText(tr("Alert board"));
    board->setToolTip(tr("All alerts, with what can be done about them"));
    board->setAutoRaise(true);
    connect(board, &QToolButton::clicked, this, &AlertPane::boardRequested);
    connect(m_alertTable, &QTableView::doubleClicked, this, &AlertPane::boardRequested);
    m_tabs->setCornerWidget(board, Qt::TopRightCorner);

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
    makeCopyable(table);
    table->horizontalHeader()->setStretchLastSection(true);
    table->setAccessibleName(title);
    m_tabs->addTab(table, title);
    return table;
}

void AlertPane::setRuleCount(int rules)
{
    m_empty->setText(rules == 0 ? tr("No rule is watched: rules come with the dashboards of known systems.")
                                : tr("No alert. %n rule(s) are watched.", nullptr, rules));
    m_empty->setVisible(m_active->rowCount() == 0);
}

void AlertPane::updateTitles()
{
    m_empty->setVisible(m_active->rowCount() == 0);
    const int firing = m_alerts->count(AlertState::Firing);
    const int pending = m_alerts->count(AlertState::Pending);
    QString title = tr("Alerts");
    if (firing + pending > 0)
        title = tr("Alerts: %1 firing, %2 pending").arg(firing).arg(pending);
    if (const int quiet = m_alerts->quietCount(); quiet > 0)
        title += QStringLiteral(", ") + tr("%n quiet", nullptr, quiet);
    if (m_tabs->tabText(0) != title)
        m_tabs->setTabText(0, title);
}

} // namespace sightglass
