// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/annotationmarks.h"
#include "widgets/chart/columngrid.h"
#include "widgets/style/theme.h"

#include <QPainterPath>
#include <QRectF>
#include <QStringList>
#include <QTimeZone>

#include <vector>

class QPainter;

namespace sightglass {

class DisplayList;

/// Annotations over a plot: dashed lines at moments and at the ends of what lasts, and a faint shade over
/// that. What tells their colour is below the axis line, where no data are: a strip along what lasts, and a
/// flag at a moment. Lengths are device pixels unless said otherwise.
class AnnotationLayer
{
public:
    void setMarks(AnnotationMarksPtr marks) { m_marks = std::move(marks); }
    [[nodiscard]] bool isEmpty() const noexcept { return !m_marks || m_marks->empty(); }

    /// The painter's origin is the plot's top left corner, its unit one device pixel.
    void paint(QPainter &painter, const ColumnGrid &grid, int height, const Theme &theme, double ratio) const;
    /// The same for exports: `area` is the plot, in logical pixels.
    void addTo(DisplayList &list, const ColumnGrid &grid, const QRectF &area, const Theme &theme,
               double ratio) const;
    /// What is marked within so many columns of a time; displayable, bounded.
    [[nodiscard]] QStringList textsAt(TimestampMs at, const ColumnGrid &grid, double within,
                                      const QTimeZone &zone) const;

private:
    /// Below the axis: in logical pixels from the plot's lower left corner.
    struct Sign
    {
        QPainterPath path;
        QColor color;
    };
    [[nodiscard]] std::vector<Sign> signsOf(const ColumnGrid &grid, const Theme &theme, double ratio) const;

    AnnotationMarksPtr m_marks;
};

} // namespace sightglass
