// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/dashboardchoices.h"
#include "widgets/variables/variablecontrol.h"

#include <QWidget>

#include <map>
#include <vector>

class QFrame;
class QToolButton;

namespace sightglass {

class FlowLayout;

/// The controls of a dashboard's variables, in their order, in as many lines as the width asks for; other
/// things of the dashboard may stand behind them. Those that are hidden have none, those for the menu stand
/// behind a button. Takes no room where it is empty.
class VariableBar : public QWidget
{
    Q_OBJECT

public:
    explicit VariableBar(LabelSource labels, QWidget *parent = nullptr);

    /// Controls of variables that are as before stay, with what is open or typed in them.
    void setVariables(const std::vector<VariableSpec> &variables);
    void setResolved(const ResolvedVariables &resolved);
    void setFilters(const std::string &variable, const std::vector<AdHocFilter> &filters);
    /// Whether controls of queries that have no two answers, and nothing chosen among them, are there.
    enum class IdleControls
    {
        Shown,
        Hidden
    };
    void setIdleControls(IdleControls idle) { m_idle = idle; } ///< before setVariables()
    /// Behind the variables; in the order in which they are added. Takes it over.
    void addTool(QWidget *tool);
    void removeTool(QWidget *tool);
    /// Hides itself where there is nothing in it; to be called when a tool was shown or hidden.
    void updateShown();

    /// Null where it has none.
    [[nodiscard]] VariableControl *control(const std::string &variable) const;

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

signals:
    void chosen(const std::string &variable, const std::vector<sightglass::VariableOption> &options);
    void filtersChosen(const std::string &variable, const std::vector<sightglass::AdHocFilter> &filters);

private:
    VariableControl *makeControl(const VariableSpec &variable);
    [[nodiscard]] bool isIdle(const VariableSpec &variable, const ResolvedVariable *resolved) const;
    void openMenu();

    LabelSource m_labels;
    FlowLayout *m_flow;
    QToolButton *m_more;
    QFrame *m_menu;
    std::vector<VariableControl *> m_controls;
    std::vector<QWidget *> m_tools;
    IdleControls m_idle = IdleControls::Shown;
};

} // namespace sightglass
