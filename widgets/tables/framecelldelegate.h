// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/displaylist.h"

#include <QFont>
#include <QStyledItemDelegate>

#include <map>

namespace sightglass {

class FrameTableModel;

/// Paints cells as their column's config says: coloured text or background, gauge, sparkline,
/// pills, links.
class FrameCellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    FrameCellDelegate(const FrameTableModel *model, QObject *parent);

    /// What a cell in this rectangle looks like, without selection and focus.
    [[nodiscard]] DisplayList drawing(const QRectF &rect, const QModelIndex &index, const QFont &font) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void drawGauge(DisplayList &list, const QRectF &rect, const QModelIndex &index, const QFont &font) const;
    void drawTrend(DisplayList &list, const QRectF &rect, const QModelIndex &index, const QFont &font) const;
    void drawLabels(DisplayList &list, const QRectF &rect, const QModelIndex &index, const QFont &font) const;
    void drawText(DisplayList &list, const QRectF &rect, const QModelIndex &index, const QFont &font) const;

    /// How wide the text beside a drawing is: that of the column's longest, so that its drawings compare.
    [[nodiscard]] double widestText(const QModelIndex &index, const QFont &font) const;

    const FrameTableModel *m_model;
    mutable std::map<int, double> m_widest; ///< by column, in m_widestFont
    mutable QFont m_widestFont;
};

} // namespace sightglass
