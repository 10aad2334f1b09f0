// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/heatmapraster.h"
#include "widgets/panelkit/panelview.h"
#include "widgets/plots/timeplot.h"

namespace sightglass {

/// The cells of a heatmap panel: the panel's unit is that of the bucket bounds; counts are observations per
/// second.
class HeatmapPlot : public TimePlot
{
    Q_OBJECT

public:
    HeatmapPlot(const PanelSpec &spec, const Theme &theme, QWidget *parent = nullptr);

    /// Series with an `le` label; others are left out.
    void setData(const PanelDataPtr &data);
    /// The count that has the last colour; 0: no data.
    [[nodiscard]] double full() const { return m_full; }
    [[nodiscard]] const ColorRamp &ramp() const;

protected:
    [[nodiscard]] ValueAxes valueAxes(int height) override;
    void drawLayer(ColumnLayer &layer, const PlotAxes &axes) override;
    [[nodiscard]] Readout readoutAt(const Place &place) const override;
    [[nodiscard]] double exemplarY(double value, int height) const override;
    void paintMarks(QPainter &painter, const Place &place) const override;

private:
    [[nodiscard]] QString boundText(double bound) const;

    PanelSpec m_spec;
    std::shared_ptr<const HeatmapData> m_data;
    double m_full = 0;
    HeatmapScene m_scene; ///< as the layer shows it
};

} // namespace sightglass
