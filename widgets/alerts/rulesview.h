// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/alert.h"
#include "widgets/style/theme.h"

#include <QTimeZone>
#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QLineEdit;
class QTableWidget;

namespace sightglass {

class WhyPane;

/// All rules that are evaluated, the worst first, and of the chosen one why it fires or does not.
class RulesView : public QWidget
{
    Q_OBJECT

public:
    explicit RulesView(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setTimeZone(const QTimeZone &zone);
    /// `problems` of rule files, displayable.
    void setRules(const std::vector<RuleStatus> &rules, const std::vector<RuleGroupStatus> &groups,
                  const QStringList &problems);
    /// Chooses the rule; of several of this name the one with the query, else the first. False: there is
    /// none.
    bool choose(const std::string &file, const std::string &group, const std::string &name,
                const std::string &query = {});
    /// Null where none is chosen.
    [[nodiscard]] const RuleStatus *chosen() const;
    [[nodiscard]] RuleGroupStatus groupOf(const RuleStatus &status) const;
    [[nodiscard]] WhyPane *why() const noexcept { return m_why; }

signals:
    /// Another rule than before.
    void chosenChanged();

private:
    void showLines();
    void showLine(int row, const RuleStatus &status);
    void onChosen();

    QTimeZone m_zone = QTimeZone::systemTimeZone();
    Theme m_theme;
    std::vector<RuleStatus> m_rules;
    std::vector<RuleGroupStatus> m_groups;
    std::vector<std::size_t> m_lines; ///< rules, in the order of the table
    std::optional<RuleStatus> m_chosen;
    QLineEdit *m_filter;
    QTableWidget *m_table;
    QLabel *m_problems;
    WhyPane *m_why;
};

} // namespace sightglass
