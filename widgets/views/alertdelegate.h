// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/style/theme.h"

#include <QStyledItemDelegate>

namespace sightglass {

/// Cells of the alert tables: the state column in the colour of the state.
class AlertDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// `stateRole` gives AlertState as int, `stateColumn` is the column to colour.
    AlertDelegate(int stateRole, int stateColumn, QObject *parent = nullptr);
    void setTheme(const Theme &theme) { m_theme = theme; }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    int m_stateRole;
    int m_stateColumn;
    Theme m_theme;
};

} // namespace sightglass
