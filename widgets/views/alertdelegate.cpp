// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/alertdelegate.h"

#include "model/alerting/alert.h"

namespace sightglass {

namespace {

SemanticColor colorOf(AlertState state)
{
    switch (state) {
    case AlertState::Firing:
        return SemanticColor::Critical;
    case AlertState::Pending:
        return SemanticColor::Warning;
    case AlertState::Inactive:
        break;
    }
    return SemanticColor::Good;
}

} // namespace

AlertDelegate::AlertDelegate(int stateRole, int stateColumn, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_stateRole(stateRole)
    , m_stateColumn(stateColumn)
{}

void AlertDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() != m_stateColumn)
        return;
    option->font.setBold(true);
    const QColor color = m_theme.semantic(colorOf(static_cast<AlertState>(index.data(m_stateRole).toInt())));
    option->palette.setColor(QPalette::Text, color);
    option->palette.setColor(QPalette::HighlightedText, color);
}

} // namespace sightglass
