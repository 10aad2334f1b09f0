// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/variables/variablecontrol.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"
#include "widgets/variables/adhoccontrol.h"
#include "widgets/variables/optioncontrol.h"
#include "widgets/variables/typedcontrols.h"

#include <QHBoxLayout>
#include <QLabel>

namespace sightglass {

namespace {

constexpr int longestName = 40;
constexpr int longestDescription = 1000;

} // namespace

std::unique_ptr<VariableControl> VariableControl::make(const VariableSpec &variable,
                                                       const LabelSource &labels)
{
    switch (variable.type) {
    case VariableType::Query:
    case VariableType::Custom:
    case VariableType::Interval:
    case VariableType::DataSource:
        return std::make_unique<OptionControl>(variable);
    case VariableType::TextBox:
        return std::make_unique<TextControl>(variable);
    case VariableType::Switch:
        return std::make_unique<SwitchControl>(variable);
    case VariableType::AdHoc:
        return std::make_unique<AdHocControl>(variable, labels);
    case VariableType::Constant:
    case VariableType::GroupBy:
    case VariableType::Snapshot:
        break;
    }
    return nullptr;
}

VariableControl::VariableControl(const VariableSpec &variable)
    : m_variable(variable)
    , m_layout(new QHBoxLayout(this))
    , m_name(new QLabel)
    , m_mark(new QLabel(QStringLiteral("!")))
{
    setObjectName(QStringLiteral("variable-") + QString::fromStdString(variable.name));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(4);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setText(title());
    m_mark->setTextFormat(Qt::PlainText);
    m_mark->setObjectName(QStringLiteral("variableProblem"));
    QFont bold = m_mark->font();
    bold.setBold(true);
    m_mark->setFont(bold);
    m_mark->setStyleSheet(
        QStringLiteral("QLabel { color: white; background: #c4162a; border-radius: 7px; padding: 0 5px; }"));
    m_mark->hide();
    m_layout->addWidget(m_name);
    m_layout->addWidget(m_mark);
    m_name->setVisible(variable.hide != VariableHide::WithoutLabel);
}

QString VariableControl::title() const
{
    return displayText(std::string_view(m_variable.label.empty() ? m_variable.name : m_variable.label),
                       longestName);
}

void VariableControl::addPart(QWidget *part)
{
    m_layout->insertWidget(m_layout->count() - 1, part);
}

void VariableControl::setMainPart(QWidget *part)
{
    m_main = part;
    setFocusProxy(part);
    part->setAccessibleName(title());
    describe();
}

void VariableControl::describe()
{
    const QString description = displayText(std::string_view(m_variable.description), longestDescription);
    const QString text = m_problem.isEmpty() ? description : m_problem;
    m_name->setToolTip(plainToolTip(text));
    m_mark->setToolTip(plainToolTip(m_problem));
    if (m_main != nullptr)
        m_main->setAccessibleDescription(text);
}

void VariableControl::setResolved(const ResolvedVariable &resolved)
{
    m_problem = resolved.error ? errorText(*resolved.error) : QString();
    m_mark->setVisible(!m_problem.isEmpty());
    m_mark->setAccessibleName(m_problem);
    describe();
    show(resolved);
    updateGeometry();
}

} // namespace sightglass
