// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/style/theme.h"

#include <QHeaderView>

namespace sightglass {

/// Heads of a table's columns, each with its name, a mark where its rows are sorted, and at its right end a
/// funnel that opens the column's filter, filled while there is one. A click beside the funnel is the
/// table's. GUI thread.
class FunnelHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit FunnelHeader(QWidget *parent);

    /// The funnel of a column, in the viewport's coordinates.
    [[nodiscard]] QRect funnelOf(int column) const;
    /// What of a head's width is no room for its name.
    [[nodiscard]] static int sides() noexcept;
    [[nodiscard]] virtual const Theme &theme() const = 0;

signals:
    void filterWanted(int column);

protected:
    /// What a head shows.
    struct Head
    {
        QString text; ///< where it does not wrap, its end is left out where there is no room
        Qt::Alignment side = Qt::AlignLeft | Qt::AlignVCenter;
        QString sortMark = {}; ///< empty: the rows are not sorted by it
        bool filtered = false;
        bool wraps = false;
    };
    [[nodiscard]] virtual Head head(int column) const = 0;
    /// A head was clicked, with Shift where `several`.
    virtual void click(int column, bool several);

    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    QPoint m_pressed;
    int m_pressedColumn = -1;
    bool m_onFunnel = false; ///< the press was
};

} // namespace sightglass
