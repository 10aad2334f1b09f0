// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/variables/variablebar.h"

#include "widgets/variables/flowlayout.h"

#include <QFrame>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace sightglass {

VariableBar::VariableBar(LabelSource labels, QWidget *parent)
    : QWidget(parent)
    , m_labels(std::move(labels))
    , m_flow(new FlowLayout(this))
    , m_more(new QToolButton)
    , m_menu(new QFrame(this, Qt::Popup))
{
    setObjectName(QStringLiteral("variableBar"));
    m_flow->setContentsMargins(8, 6, 8, 4);
    m_flow->setSpacing(10);
    m_more->setText(QStringLiteral("⋯"));
    m_more->setToolTip(tr("More variables"));
    m_more->setAccessibleName(tr("More variables"));
    m_more->hide();
    m_menu->setFrameShape(QFrame::StyledPanel);
    new QVBoxLayout(m_menu);
    m_flow->addWidget(m_more);
    // A fixed height would be that of one line.
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(m_more, &QToolButton::clicked, this, &VariableBar::openMenu);
    updateShown();
}

VariableControl *VariableBar::control(const std::string &variable) const
{
    const auto found = std::ranges::find_if(m_controls, [&variable](const VariableControl *control) {
        return control->variable().name == variable;
    });
    return found == m_controls.end() ? nullptr : *found;
}

VariableControl *VariableBar::makeControl(const VariableSpec &variable)
{
    VariableControl *control = VariableControl::make(variable, m_labels).release();
    if (control == nullptr)
        return nullptr;
    connect(control, &VariableControl::chosen, this,
            [this, name = variable.name](const std::vector<VariableOption> &options) {
                emit chosen(name, options);
            });
    connect(control, &VariableControl::filtersChosen, this,
            [this, name = variable.name](const std::vector<AdHocFilter> &filters) {
                emit filtersChosen(name, filters);
            });
    return control;
}

/// Of one that has no answer yet it is not known.
bool VariableBar::isIdle(const VariableSpec &variable, const ResolvedVariable *resolved) const
{
    if (m_idle == IdleControls::Shown || variable.type != VariableType::Query)
        return false;
    if (resolved == nullptr)
        return true;
    return !resolved->error && resolved->options.size() < 2 && resolved->value.all;
}

void VariableBar::setVariables(const std::vector<VariableSpec> &variables)
{
    std::vector<VariableControl *> before = std::exchange(m_controls, {});
    for (VariableControl *control : before)
        m_flow->removeWidget(control);
    m_flow->removeWidget(m_more);
    for (QWidget *tool : m_tools)
        m_flow->removeWidget(tool);
    bool hasMenu = false;
    for (const VariableSpec &variable : variables) {
        if (variable.hide == VariableHide::Hidden)
            continue;
        const auto same = std::ranges::find_if(
            before, [&variable](const VariableControl *control) { return control->variable() == variable; });
        const bool isNew = same == before.end();
        VariableControl *control = isNew ? makeControl(variable) : *same;
        if (!isNew)
            before.erase(same);
        if (control == nullptr)
            continue;
        m_controls.push_back(control);
        if (variable.hide == VariableHide::InMenu) {
            m_menu->layout()->addWidget(control);
            hasMenu = true;
        } else {
            m_flow->addWidget(control);
        }
        if (isNew) // without a parent it would be a window
            control->setVisible(!isIdle(variable, nullptr));
    }
    for (VariableControl *gone : before) {
        gone->hide();
        gone->deleteLater();
    }
    m_flow->addWidget(m_more);
    m_more->setVisible(hasMenu);
    for (QWidget *tool : m_tools)
        m_flow->addWidget(tool);
    updateShown();
}

void VariableBar::setResolved(const ResolvedVariables &resolved)
{
    for (const ResolvedVariable &variable : resolved.variables) {
        VariableControl *its = control(variable.name);
        if (its == nullptr)
            continue;
        its->setResolved(variable);
        its->setVisible(!isIdle(its->variable(), &variable));
    }
    updateShown();
}

void VariableBar::setFilters(const std::string &variable, const std::vector<AdHocFilter> &filters)
{
    if (VariableControl *its = control(variable))
        its->setFilters(filters);
}

void VariableBar::addTool(QWidget *tool)
{
    m_tools.push_back(tool);
    m_flow->addWidget(tool);
    updateShown();
}

void VariableBar::removeTool(QWidget *tool)
{
    std::erase(m_tools, tool);
    m_flow->removeWidget(tool);
    tool->hide();
    tool->deleteLater();
    updateShown();
}

void VariableBar::updateShown()
{
    const auto isThere = [](const QWidget *widget) { return !widget->isHidden(); };
    const bool any = std::ranges::any_of(m_controls, isThere) || std::ranges::any_of(m_tools, isThere);
    setVisible(any);
    updateGeometry();
}

int VariableBar::heightForWidth(int width) const
{
    return m_flow->heightForWidth(width);
}

void VariableBar::openMenu()
{
    m_menu->adjustSize();
    m_menu->move(m_more->mapToGlobal(QPoint(0, m_more->height())));
    m_menu->show();
}

} // namespace sightglass
