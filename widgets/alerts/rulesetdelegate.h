// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/style/theme.h"

#include <QStyledItemDelegate>

namespace sightglass {

/// Draws the rows of a RuleSetModel: states in their colour, how much of `for` has passed as a bar, the last
/// evaluations as squares (full: the condition held; low: it did not; none: there was no value).
class RuleSetDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void setTheme(const Theme &theme) { m_theme = theme; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    Theme m_theme = darkTheme();
};

} // namespace sightglass
