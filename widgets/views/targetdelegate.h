// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/style/theme.h"

#include <QStyledItemDelegate>

namespace sightglass {

/// A target in the target list: a dot of its health, its name, its address, and one line that says how the
/// last scrape went. Everything is drawn as plain text.
class TargetDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit TargetDelegate(QObject *parent = nullptr);
    void setTheme(const Theme &theme) { m_theme = theme; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    /// How many alerts there are of the target, at the right of its name. The room that it takes.
    int paintBadge(QPainter &painter, const QModelIndex &index, const QRect &line) const;

    Theme m_theme;
};

} // namespace sightglass
