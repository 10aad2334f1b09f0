// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace sightglass {

class FrameTableModel;

/// Heads of a table's columns: a click sorts (ascending, descending, not), with Shift by several columns; a
/// funnel opens the filter of a column. Keys do both: Space sorts by the current column, Alt+Down filters it.
/// Where a column's config says so, its name has as many lines as it needs.
class FilterHeader : public QHeaderView
{
    Q_OBJECT

public:
    FilterHeader(FrameTableModel *model, QWidget *parent);

    /// The next state of a column's sorting; others stay where `several`.
    void toggleSorting(int column, bool several);
    /// The funnel of a column, in the viewport's coordinates.
    [[nodiscard]] QRect funnelOf(int column) const;

signals:
    void filterWanted(int column);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    [[nodiscard]] QSize sectionSizeFromContents(int logicalIndex) const override;

private:
    [[nodiscard]] bool wraps(int column) const;

    FrameTableModel *m_model;
    QPoint m_pressed;
    int m_pressedColumn = -1;
};

} // namespace sightglass
