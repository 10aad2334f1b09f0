// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/alertdelegate.h"

#include "widgets/style/alertcolor.h"

namespace sightglass {

AlertDelegate::AlertDelegate(Roles roles, int stateColumn, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_roles(roles)
    , m_stateColumn(stateColumn)
{}

void AlertDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() != m_stateColumn)
        return;
    option->font.setBold(true);
    const QColor color = m_theme.legible(
        m_theme.semantic(alertColor(static_cast<AlertState>(index.data(m_roles.state).toInt()),
                                    static_cast<Severity>(index.data(m_roles.severity).toInt()))));
    option->palette.setColor(QPalette::Text, color);
    option->palette.setColor(QPalette::HighlightedText, color);
}

} // namespace sightglass
