// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/variables/typedcontrols.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QSignalBlocker>

namespace sightglass {

namespace {

constexpr int longestValue = 10'000;
constexpr int shownCharacters = 16;

} // namespace

TextControl::TextControl(const VariableSpec &variable)
    : VariableControl(variable)
    , m_edit(new QLineEdit)
{
    m_edit->setObjectName(QStringLiteral("variableText"));
    m_edit->setMaxLength(longestValue);
    m_edit->setMinimumWidth(m_edit->fontMetrics().averageCharWidth() * shownCharacters + 16);
    addPart(m_edit);
    setMainPart(m_edit);
    connect(m_edit, &QLineEdit::editingFinished, this, &TextControl::submit);
}

void TextControl::submit()
{
    if (m_edit->text() == m_shown)
        return;
    m_shown = m_edit->text();
    const std::string text = m_shown.toStdString();
    emit chosen({{text, text}});
}

void TextControl::show(const ResolvedVariable &resolved)
{
    const std::string &value = resolved.value.values.empty() ? std::string() : resolved.value.values.front();
    m_shown = QString::fromStdString(value);
    // What is being typed is not taken away.
    if (!m_edit->hasFocus() || !m_edit->isModified())
        m_edit->setText(m_shown);
}

SwitchControl::SwitchControl(const VariableSpec &variable)
    : VariableControl(variable)
    , m_box(new QCheckBox)
{
    m_box->setObjectName(QStringLiteral("variableSwitch"));
    addPart(m_box);
    setMainPart(m_box);
    connect(m_box, &QCheckBox::toggled, this, [this](bool on) {
        const std::vector<VariableOption> &options = this->variable().options;
        const std::size_t index = on ? 0 : 1;
        if (index < options.size())
            emit chosen({options[index]});
    });
}

void SwitchControl::show(const ResolvedVariable &resolved)
{
    const std::vector<VariableOption> &options = variable().options;
    const bool on = !options.empty() && !resolved.value.values.empty() &&
                    resolved.value.values.front() == options.front().value;
    const QSignalBlocker blocker(m_box);
    m_box->setChecked(on);
}

} // namespace sightglass
