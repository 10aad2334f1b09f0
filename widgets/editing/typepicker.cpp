// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/typepicker.h"

#include "model/editing/newpanels.h"
#include "widgets/editing/typeicon.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QResizeEvent>
#include <QToolButton>

#include <algorithm>

namespace sightglass {

namespace {

constexpr QSize pictureSize(48, 32);
constexpr int leastColumn = 96;

} // namespace

TypePicker::TypePicker(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_group(new QButtonGroup(this))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(4);
    m_group->setExclusive(true);
    for (const PanelType type : offeredPanelTypes()) {
        auto *button = new QToolButton(this);
        button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
        button->setIconSize(pictureSize);
        button->setIcon(panelTypeIcon(type, theme));
        button->setText(panelTypeName(type));
        button->setToolTip(panelTypePurpose(type));
        button->setAccessibleName(panelTypeName(type));
        button->setAccessibleDescription(panelTypePurpose(type));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        m_group->addButton(button);
        m_buttons.emplace_back(type, button);
        connect(button, &QToolButton::clicked, this, [this, type] { emit chosen(type); });
    }
    setTheme(theme);
    layOut();
}

void TypePicker::layOut()
{
    const int columns = std::clamp(width() / leastColumn, 2, 7);
    if (columns == m_columns)
        return;
    auto *grid = static_cast<QGridLayout *>(layout());
    for (int i = 0; i < static_cast<int>(m_buttons.size()); ++i)
        grid->addWidget(m_buttons[static_cast<std::size_t>(i)].second, i / columns, i % columns);
    for (int column = 0; column < std::max(columns, m_columns); ++column)
        grid->setColumnStretch(column, column < columns ? 1 : 0);
    m_columns = columns;
}

void TypePicker::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void TypePicker::setTheme(const Theme &theme)
{
    m_theme = theme;
    // What is chosen must be seen at a glance, whatever the style makes of pressed buttons.
    setStyleSheet(
        QStringLiteral("QToolButton{background:%1;border:1px solid %2;border-radius:%3px;padding:4px;"
                       "color:%4}QToolButton:hover{background:%5}"
                       "QToolButton:focus{border:1px solid %6}"
                       "QToolButton:checked{background:%5;border:2px solid %6;padding:3px}")
            .arg(theme.surface.name(), theme.border.name())
            .arg(theme.panelRadius)
            .arg(theme.text.name(), theme.surfaceRaised.name(), theme.accent.name()));
    for (const auto &[type, button] : m_buttons)
        button->setIcon(panelTypeIcon(type, theme));
}

void TypePicker::setType(PanelType type)
{
    m_group->setExclusive(false);
    for (const auto &[offered, button] : m_buttons)
        button->setChecked(offered == type);
    m_group->setExclusive(true);
}

QToolButton *TypePicker::button(PanelType type) const
{
    const auto found = std::ranges::find(m_buttons, type, &std::pair<PanelType, QToolButton *>::first);
    return found == m_buttons.end() ? nullptr : found->second;
}

} // namespace sightglass
