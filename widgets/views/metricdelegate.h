// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/style/theme.h"

#include <QStyledItemDelegate>

namespace sightglass {

/// Paints a row of MetricListModel: the name with its type and unit, and its HELP below.
class MetricDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit MetricDelegate(const Theme &theme, QObject *parent = nullptr);

    void setTheme(const Theme &theme) { m_theme = theme; }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    /// Type, unit and HELP, as far as they fit.
    void paintFacts(QPainter *painter, QRect area, const QFont &font, const QModelIndex &index) const;

    Theme m_theme;
};

} // namespace sightglass
