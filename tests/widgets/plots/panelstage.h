// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/widgets/panels/syntheticdata.h"
#include "widgets/plots/timeseriespanel.h"
#include "widgets/plots/timeseriesplot.h"

#include <memory>
#include <utility>

namespace sightglass::test {

inline constexpr Synthetic fiveMinutes{.rangeMs = 300'000, .series = 3};

[[nodiscard]] inline PanelDataPtr shared(PanelData data)
{
    return std::make_shared<const PanelData>(std::move(data));
}

/// A panel in a window of its own, painted once.
struct PanelStage
{
    explicit PanelStage(PanelSpec spec = {}, PanelData data = walks(fiveMinutes, 100))
        : panel(spec, darkTheme(), &window)
    {
        window.resize(600, 320);
        panel.setGeometry(window.rect());
        panel.setData(shared(std::move(data)));
        window.show();
        window.grab();
    }

    [[nodiscard]] TimeSeriesPlot *plot() const { return panel.plot(); }
    [[nodiscard]] QPoint at(double x, double y) const
    {
        const QRectF rect = plot()->plotRect();
        return (rect.topLeft() + QPointF(rect.width() * x, rect.height() * y)).toPoint();
    }

    QWidget window;
    TimeSeriesPanel panel;
};

} // namespace sightglass::test
