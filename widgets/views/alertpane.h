// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/style/theme.h"

#include <QWidget>

class QAbstractItemModel;
class QLabel;
class QTabWidget;
class QTableView;

namespace sightglass {

class AlertDelegate;
class AlertHistoryModel;
class AlertTableModel;

/// The alerts of now, and what they did before.
class AlertPane : public QWidget
{
    Q_OBJECT

public:
    AlertPane(AlertTableModel *alerts, AlertHistoryModel *history, QWidget *parent = nullptr);
    void setTheme(const Theme &theme);
    /// How many rules are evaluated, for the text that stands where no alert is.
    void setRuleCount(int rules);

private:
    QTableView *addTable(QAbstractItemModel *model, const QString &title);
    void updateTitles();

    AlertTableModel *m_alerts;
    QTabWidget *m_tabs;
    QTableView *m_alertTable = nullptr;
    QLabel *m_empty = nullptr;
    AlertDelegate *m_alertDelegate;
    AlertDelegate *m_historyDelegate;
};

} // namespace sightglass
