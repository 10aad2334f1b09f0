// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartscene.h"
#include "widgets/chart/displaylist.h"
#include "widgets/panelkit/panelview.h"
#include "widgets/plots/plotstyle.h"
#include "widgets/plots/plottedseries.h"
#include "widgets/plots/rowcolors.h"
#include "widgets/plots/timeplot.h"
#include "widgets/style/seriescolors.h"

#include <optional>
#include <vector>

namespace sightglass {

/// The plot of a time series panel: lines, bars and points on their axes.
class TimeSeriesPlot : public TimePlot
{
    Q_OBJECT

public:
    TimeSeriesPlot(const PanelSpec &spec, const Theme &theme, QWidget *parent = nullptr);

    /// How the i-th series of the data appears.
    struct Look
    {
        SeriesLook look;
        QString name; ///< displayable
        bool visible = true;
    };
    /// `looks` has one element for each series of the data; nothing: they are as they were.
    void setData(const PanelDataPtr &data, std::optional<std::vector<Look>> looks);

    /// As the layer shows it.
    [[nodiscard]] const ChartScene &scene() const { return m_scene; }
    /// The axes of the data, in the order of AxesPlan::axes.
    [[nodiscard]] const std::vector<ScaledAxis> &scaledAxes() const { return m_axes; }

protected:
    [[nodiscard]] ValueAxes valueAxes(int height) override;
    void drawLayer(ColumnLayer &layer, const PlotAxes &axes) override;
    [[nodiscard]] bool isLayerAll() const override { return !m_tellsValues; }
    void addLayer(DisplayList &list, const QRectF &area) const override;
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] Readout readoutAt(const Place &place) const override;
    /// Values beyond the axis lie on its end.
    [[nodiscard]] double exemplarY(double value, int height) const override;
    [[nodiscard]] std::vector<FilledLink> linksAt(const Place &place) const override;
    QRectF paintMarks(QPainter &painter, const Place &place) const override;

private:
    /// One series at the crosshair.
    struct Reading
    {
        std::size_t series = 0;
        Sample sample; ///< real
        double y = 0;  ///< device pixels, of the drawn line
    };

    [[nodiscard]] ScaledAxis scaledAxis(std::size_t axis, int height) const;
    [[nodiscard]] ValueAxis labelled(std::size_t axis) const;
    /// With the thresholds that are drawn and near: how far away a limit is, is worth seeing.
    [[nodiscard]] std::optional<ValueRange> shownValues(std::size_t axis) const;
    /// The config whose thresholds are drawn on an axis; null without.
    [[nodiscard]] const FieldConfig *thresholdsOn(std::size_t axis) const;
    [[nodiscard]] ChartScene makeScene(const PlotAxes &axes);
    void addThresholds(ChartScene &scene, std::size_t axis) const;
    void addBands(ChartScene &scene) const;
    void addSeries(ChartScene &scene);
    /// The values beside their samples where there is room, in logical pixels from the plot's corner.
    [[nodiscard]] std::vector<DisplayList::Text> valueTexts() const;
    void addValueTexts(const PlottedSeries &series, std::vector<DisplayList::Text> &texts) const;
    [[nodiscard]] ValueScale scaleOf(std::size_t axis, int height) const;

    /// Whether its values are told.
    [[nodiscard]] bool isRead(const PlottedSeries &series) const;
    [[nodiscard]] std::vector<Reading> readingsAt(const Place &place) const;
    [[nodiscard]] std::optional<Reading> readingOf(const PlottedSeries &series, TimestampMs at) const;
    [[nodiscard]] std::optional<Reading> pointedAt(const std::vector<Reading> &readings,
                                                   const Place &place) const;
    [[nodiscard]] std::ptrdiff_t nearest(const std::vector<Reading> &readings, double y) const;

    std::shared_ptr<const PanelSpec> m_spec;
    std::shared_ptr<const PlotData> m_plotted; ///< never null
    std::vector<Look> m_looks;
    bool m_tellsValues = false; ///< beside samples
    std::vector<ScaledAxis> m_axes;
    RowColors m_rowColors;
    ChartScene m_scene;                      ///< as the layer shows it
    std::shared_ptr<const PlotData> m_drawn; ///< what that scene is of; null before the first
};

} // namespace sightglass
