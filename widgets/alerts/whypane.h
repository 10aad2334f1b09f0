// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/backtest.h"
#include "model/assist/rulediagnosis.h"
#include "model/assist/whatmoved.h"
#include "widgets/style/theme.h"

#include <QTimeZone>
#include <QWidget>

#include <functional>
#include <memory>

class QLabel;
class QPushButton;
class QTableView;
class QTableWidget;
class QTabWidget;
class QTreeView;

namespace sightglass {

class BackTestStrip;
class ExplanationModel;
class RuleSetDelegate;
class RuleSetModel;

/// Why a rule fires, or does not: the answer in a sentence, what is wrong with it, its label sets against the
/// threshold, the expression's parts with their present values, what else moved when it began to fire, and
/// what it did over the time on screen.
class WhyPane : public QWidget
{
    Q_OBJECT

public:
    explicit WhyPane(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setTimeZone(const QTimeZone &zone);

    /// Begins with a rule: what was known of another one goes. `intervalMs` and the counts are its group's.
    void begin(const RuleStatus &status, const RuleGroupStatus &group);
    /// The rule's state goes on.
    void update(const RuleStatus &status, const RuleGroupStatus &group);
    /// Never null.
    void setDiagnosis(const std::shared_ptr<const RuleDiagnosis> &diagnosis);
    /// `panelsOf` names the panels that show a series, displayable.
    void setMoves(const MoveAnswer &answer, TimestampMs at,
                  const std::function<QStringList(const Labels &)> &panelsOf);
    void setBackTest(const BackTest &test);
    void setBackTestProblem(const QString &problem);

signals:
    void timeRequested(sightglass::TimestampMs at);
    /// The user wants to see this series in Explore.
    void seriesRequested(const QString &selector);
    /// As a unit test for promtool.
    void exportRequested();
    /// The rule's file is to be opened.
    void editRequested();

private:
    void showFacts();
    [[nodiscard]] QWidget *makeMoves();
    void showMoved(int row, const MovedSeries &moved, const QStringList &panels);

    QTimeZone m_zone = QTimeZone::systemTimeZone();
    RuleStatus m_status;
    RuleGroupStatus m_group;
    std::shared_ptr<const RuleDiagnosis> m_diagnosis;
    QLabel *m_title;
    QLabel *m_verdict;
    QLabel *m_facts;
    QLabel *m_remarks;
    QTabWidget *m_tabs;
    QTableView *m_sets;
    RuleSetModel *m_setModel;
    RuleSetDelegate *m_setDelegate;
    QTreeView *m_tree;
    ExplanationModel *m_treeModel;
    QLabel *m_findings;
    QLabel *m_movesTitle = nullptr;
    QTableWidget *m_moves = nullptr;
    BackTestStrip *m_strip;
    QPushButton *m_edit = nullptr;
};

} // namespace sightglass
