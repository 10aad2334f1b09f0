// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/style/theme.h"

#include <QWidget>

class QAbstractItemModel;
class QLabel;
class QTabWidget;
class QTableView;
class QSortFilterProxyModel;

namespace sightglass {

class AlertDelegate;
class AlertHistoryModel;
class AlertTableModel;

/// The alerts that are pending or firing now, in short, and what they did before. All there is to do with
/// them is on the alert board, to which this leads.
class AlertPane : public QWidget
{
    Q_OBJECT

public:
    AlertPane(AlertTableModel *alerts, AlertHistoryModel *history, QWidget *parent = nullptr);
    void setTheme(const Theme &theme);
    /// How many rules are evaluated, for the text that stands where no alert is.
    void setRuleCount(int rules);

signals:
    /// The user wants to see more of them.
    void boardRequested();

private:
    QTableView *addTable(QAbstractItemModel *model, const QString &title);
    void updateTitles();

    AlertTableModel *m_alerts;
    QSortFilterProxyModel *m_active; ///< of m_alerts, without those that are over
    QTabWidget *m_tabs;
    QTableView *m_alertTable = nullptr;
    QLabel *m_empty = nullptr;
    AlertDelegate *m_alertDelegate;
    AlertDelegate *m_historyDelegate;
};

} // namespace sightglass
