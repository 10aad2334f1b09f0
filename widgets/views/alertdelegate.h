// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/style/theme.h"

#include <QStyledItemDelegate>

namespace sightglass {

/// Cells of the alert tables: the state column in the colour of the alert.
class AlertDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// Where AlertState and Severity are, as int.
    struct Roles
    {
        int state = 0;
        int severity = 0;
    };

    /// `stateColumn` is the column to colour.
    AlertDelegate(Roles roles, int stateColumn, QObject *parent = nullptr);
    void setTheme(const Theme &theme) { m_theme = theme; }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    Roles m_roles;
    int m_stateColumn;
    Theme m_theme;
};

} // namespace sightglass
