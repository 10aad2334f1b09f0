// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/displaylist.h"
#include "widgets/chart/heatmapraster.h"
#include "widgets/style/theme.h"

#include <QWidget>

#include <optional>

namespace sightglass {

/// What the colours of a heatmap mean: the ramp from its first colour's count to its last one's, with a mark
/// where the count below the pointer is.
class RampLegend : public QWidget
{
    Q_OBJECT

public:
    explicit RampLegend(const Theme &theme, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// Displayable texts at the ends of the ramp; empty ones hide it.
    void setScale(const HeatmapShading &shading, const QString &least, const QString &largest);
    /// A count, or none.
    void setMarker(std::optional<double> count);
    [[nodiscard]] int wantedHeight() const;
    /// As it is shown, in the widget's coordinates.
    [[nodiscard]] DisplayList drawing() const;
    /// Where a count is on the ramp, from 0 to 1.
    [[nodiscard]] double placeOf(double count) const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QRectF rampRect() const;

    Theme m_theme;
    HeatmapShading m_shading;
    QString m_least;
    QString m_largest;
    std::optional<double> m_marker;
};

} // namespace sightglass
