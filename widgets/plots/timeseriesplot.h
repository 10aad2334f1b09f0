// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartscene.h"
#include "widgets/chart/numberticks.h"
#include "widgets/chart/stacking.h"
#include "widgets/panelkit/panelview.h"
#include "widgets/plots/timeplot.h"

#include <vector>

namespace sightglass {

/// The lines of a time series panel.
class TimeSeriesPlot : public TimePlot
{
    Q_OBJECT

public:
    TimeSeriesPlot(const PanelSpec &spec, const Theme &theme, QWidget *parent = nullptr);

    /// How the i-th series of the data appears.
    struct Look
    {
        QColor color;
        QString name; ///< displayable
        bool visible = true;
    };
    /// `looks` has one element for each series of the data.
    void setData(const PanelDataPtr &data, std::vector<Look> looks);

protected:
    [[nodiscard]] ValueAxes valueAxes(int height) override;
    void drawLayer(ColumnLayer &layer, const PlotAxes &axes) override;
    [[nodiscard]] Readout readoutAt(const Place &place) const override;
    /// Values beyond the axis lie on its end.
    [[nodiscard]] double exemplarY(double value, int height) const override;
    void paintMarks(QPainter &painter, const Place &place) const override;

private:
    /// A visible series: its samples as they are, and as they are drawn (stacked or not).
    struct Line
    {
        std::size_t series = 0;
        std::span<const Sample> samples;
        std::span<const Sample> drawn;
        std::span<const Sample> base;
    };
    /// What the scene's spans point into: kept until the next scene is compared with this one.
    struct Owned
    {
        PanelDataPtr data;
        std::vector<StackedSeries> stack;
    };
    /// One series at the crosshair.
    struct Reading
    {
        std::size_t series = 0;
        Sample sample; ///< real
        double y = 0;  ///< device pixels, of the drawn line
    };

    [[nodiscard]] std::string unit() const;
    [[nodiscard]] bool stacked() const;
    [[nodiscard]] bool thresholdLines() const;
    /// Those that are values of the axis.
    [[nodiscard]] std::span<const ThresholdStep> thresholds() const;
    /// Of a series' area, 0 to 1.
    [[nodiscard]] double fillOpacity(std::size_t series) const;
    /// With the thresholds that have lines and are near: how far away a limit is, is worth seeing.
    [[nodiscard]] std::optional<ValueRange> shownValues() const;
    [[nodiscard]] ChartScene makeScene(const PlotAxes &axes) const;
    [[nodiscard]] std::vector<Reading> readingsAt(TimestampMs at) const;
    [[nodiscard]] std::ptrdiff_t nearest(const std::vector<Reading> &readings, double y) const;

    PanelSpec m_spec;
    std::shared_ptr<const Owned> m_owned;
    std::vector<Look> m_looks;
    std::vector<Line> m_lines;
    NumberAxis m_axis;
    ChartScene m_scene; ///< as the layer shows it
};

} // namespace sightglass
