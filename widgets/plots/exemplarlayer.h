// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/pointmarks.h"
#include "widgets/panelkit/panelview.h"
#include "widgets/panelkit/readout.h"
#include "widgets/style/theme.h"

#include <QCoreApplication>
#include <QPixmap>
#include <QTimeZone>

#include <functional>
#include <string>

class QMenu;
class QPainter;

namespace sightglass {

/// The exemplars of a panel as small diamonds over its plot: which of them are drawn, which one the pointer
/// or the keyboard is on, what is said and copied of it. All lengths are device pixels, from the plot's top
/// left corner.
class ExemplarLayer
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::ExemplarLayer)

public:
    /// Of the axis that the values lie on.
    /// Of the marks; an invalid one: the theme's.
    void setColor(const QColor &color) { m_color = color; }
    void setUnit(std::string unit, std::optional<int> decimals);
    void setData(PanelDataPtr data);
    /// Of the times that are told.
    void setTimeZone(const QTimeZone &zone) { m_zone = zone; }

    /// Places the exemplars of these times that are inside the grid, no more than a few per cell of a
    /// diamond's size, all of which is over the grid. `yOf`: of a value; NaN where it has no place.
    void layOut(const ColumnGrid &grid, double ratio, TimeRange times,
                const std::function<double(double)> &yOf);

    /// Draws those that touch `dirty`, the one that is read larger, and in a corner what the diamonds are and
    /// how many of them are left out.
    void paint(QPainter &painter, const Theme &theme, const QRectF &dirty, const PanelExemplar *read) const;

    [[nodiscard]] const std::vector<PointMark> &marks() const { return m_marks; }
    /// In the data's range, and not drawn.
    [[nodiscard]] std::size_t leftOut() const { return m_leftOut; }

    /// What a pointer at this place is on; null between the diamonds.
    [[nodiscard]] const PanelExemplar *at(QPointF place) const;

    /// The one that the keyboard is on; null without.
    [[nodiscard]] const PanelExemplar *selected() const;
    /// Goes on by so many in time, from the newest one where none is selected.
    const PanelExemplar *selectNext(int step);
    void deselect() { m_selected.reset(); }
    /// Of one that is drawn.
    [[nodiscard]] std::optional<QPointF> placeOf(const PanelExemplar &exemplar) const;

    /// `isCopied`: its text has just been put on the clipboard.
    [[nodiscard]] Readout readout(const PanelExemplar &exemplar, const Theme &theme, bool isCopied) const;

private:
    [[nodiscard]] QColor fillOf(const Theme &theme) const { return m_color.isValid() ? m_color : theme.text; }
    void makeDiamond(const Theme &theme) const;
    void paintLegend(QPainter &painter, const Theme &theme) const;
    [[nodiscard]] QString legendText() const;

    QColor m_color;
    std::string m_unit;
    std::optional<int> m_decimals;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    PanelDataPtr m_data;
    std::vector<PointMark> m_marks; ///< ascending in time
    std::size_t m_leftOut = 0;
    int m_width = 0;
    double m_ratio = 1;
    std::optional<PanelExemplar> m_selected;
    mutable QPixmap m_diamond; ///< drawn once per theme and ratio
    mutable QRgb m_diamondColor = 0;
};

/// What goes to the clipboard: the trace id where there is one, else all labels. Plain text with control and
/// other invisible characters made visible, since it may be pasted into a terminal.
[[nodiscard]] QString exemplarCopyText(const PanelExemplar &exemplar);

/// Actions that copy the trace id, where there is one, and all labels. They may outlive the exemplar.
void addExemplarActions(QMenu &menu, const PanelExemplar &exemplar);

/// All labels, as in PromQL.
[[nodiscard]] QString exemplarLabelsText(const PanelExemplar &exemplar);

} // namespace sightglass
