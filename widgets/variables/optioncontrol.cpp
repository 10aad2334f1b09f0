// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/variables/optioncontrol.h"

#include "model/presentation/displaytext.h"
#include "widgets/variables/optionpopup.h"

#include <QKeyEvent>
#include <QToolButton>

namespace sightglass {

namespace {

constexpr int longestShown = 32; ///< characters of the button
constexpr std::size_t mostNamed = 6;

QString shortened(const QString &text)
{
    return text.size() <= longestShown ? text : text.left(longestShown - 1) + QChar(0x2026);
}

} // namespace

OptionControl::OptionControl(const VariableSpec &variable)
    : VariableControl(variable)
    , m_button(new QToolButton)
{
    m_button->setObjectName(QStringLiteral("variableButton"));
    m_button->setArrowType(Qt::DownArrow);
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setFocusPolicy(Qt::StrongFocus);
    addPart(m_button);
    setMainPart(m_button);
    m_button->installEventFilter(this);
    connect(m_button, &QToolButton::clicked, this, &OptionControl::choose);
}

bool OptionControl::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched != m_button || !isKey)
        return VariableControl::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool opens =
        key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down;
    if (!opens)
        return VariableControl::eventFilter(watched, event);
    // Space is a key of the whole window too: here it is the button's.
    event->accept();
    if (event->type() == QEvent::KeyPress)
        choose();
    return true;
}

void OptionControl::show(const ResolvedVariable &resolved)
{
    m_resolved = resolved;
    const VariableValue &value = resolved.value;
    QStringList names;
    for (std::size_t i = 0; i < value.texts.size() && i < mostNamed && !value.all; ++i)
        names << displayText(std::string_view(value.texts[i]), 80);
    m_text = value.all ? OptionModel::tr("All") : names.join(QStringLiteral(" + "));
    const auto more = static_cast<int>(value.texts.size()) - static_cast<int>(names.size());
    if (!value.all && more > 0)
        m_text += QStringLiteral(" + ") + tr("%n more", nullptr, more);
    if (m_text.isEmpty())
        m_text = value.values.empty() ? tr("Nothing found") : QStringLiteral("\"\"");
    // An ampersand is no mnemonic.
    m_button->setText(shortened(m_text).replace(u'&', QLatin1String("&&")));
    m_button->setToolTip(plainToolTip(problem().isEmpty() ? m_text : problem()));
    m_button->setAccessibleName(tr("%1: %2", "a variable and what is chosen").arg(title(), m_text));
    // Who is choosing is not disturbed.
    if (m_popup != nullptr && !m_popup->isVisible())
        fillPopup();
}

void OptionControl::fillPopup()
{
    const VariableValue &value = m_resolved.value;
    const bool all = value.all && variable().includeAll;
    m_popup->options()->setOptions(
        m_resolved.options, variable().includeAll,
        all ? std::vector<std::string>{std::string(allVariableValue)} : value.values, typing());
}

OptionModel::Typing OptionControl::typing() const
{
    const VariableType type = variable().type;
    const bool typed =
        variable().allowCustomValue && (type == VariableType::Query || type == VariableType::Custom);
    return typed ? OptionModel::Typing::Yes : OptionModel::Typing::No;
}

void OptionControl::choose()
{
    if (m_popup == nullptr) {
        m_popup =
            new OptionPopup(variable().multi ? OptionModel::Choice::Many : OptionModel::Choice::One, this);
        connect(m_popup, &OptionPopup::chosen, this, &VariableControl::chosen);
    }
    fillPopup();
    m_popup->showAt(m_button);
}

} // namespace sightglass
