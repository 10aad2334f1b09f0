// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/heatmapraster.h"
#include "widgets/panelkit/panelview.h"
#include "widgets/plots/heatmapsource.h"
#include "widgets/plots/timeplot.h"

#include <optional>
#include <vector>

namespace sightglass {

/// The cells of a heatmap panel with their axes. There are as many rows as the height has room for: finer
/// buckets are added together.
class HeatmapPlot : public TimePlot
{
    Q_OBJECT

public:
    HeatmapPlot(const PanelSpec &spec, const Theme &theme, QWidget *parent = nullptr);

    void setData(const PanelDataPtr &data);
    /// In hiding TimePlot's: the colours are the theme's too.
    void setTheme(const Theme &theme);

    /// What colours mean; no counts: empty().
    [[nodiscard]] const HeatmapShading &shading() const { return m_shading; }
    [[nodiscard]] bool empty() const { return m_data->empty(); }
    [[nodiscard]] const HeatmapData &data() const { return *m_data; }
    [[nodiscard]] const HeatmapAxis &axis() const { return m_axis; }
    /// A count with its unit.
    [[nodiscard]] QString countText(double count) const;

    /// A cell's number and where it is written, in logical pixels from the plot's top left corner: only where
    /// all cells in sight have room for it.
    struct CellText
    {
        QRectF box;
        QString text;
        QColor color;
    };
    [[nodiscard]] std::vector<CellText> cellTexts() const;

signals:
    /// What the read-out tells: the count below the pointer, or none.
    void countRead(std::optional<double> count) const;
    /// shading() is another one: rows were added together, or no longer.
    void shadingChanged();

protected:
    [[nodiscard]] ValueAxes valueAxes(int height) override;
    void drawLayer(ColumnLayer &layer, const PlotAxes &axes) override;
    [[nodiscard]] Readout readoutAt(const Place &place) const override;
    [[nodiscard]] double exemplarY(double value, int height) const override;
    [[nodiscard]] TimeRange exemplarTimes() const override;
    QRectF paintMarks(QPainter &painter, const Place &place) const override;
    void addLayer(DisplayList &list, const QRectF &area) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    void makeCells();
    void makeShading();
    [[nodiscard]] QString emptiness() const;
    [[nodiscard]] std::int64_t cellMs() const;
    [[nodiscard]] std::string yUnit() const;
    [[nodiscard]] std::optional<int> yDecimals() const;
    [[nodiscard]] QString boundText(double bound) const;
    [[nodiscard]] QString rowText(std::size_t row) const;
    [[nodiscard]] QStringList tickTexts(const std::vector<HeatmapTick> &ticks) const;
    [[nodiscard]] ReadoutRow readoutRow(std::size_t row, double count, double largest) const;
    /// The colours and where a count lies among them.
    [[nodiscard]] ReadoutRamp rampAt(std::optional<double> count) const;
    void addColumn(Readout &readout, std::span<const double> counts,
                   std::optional<std::size_t> hovered) const;

    PanelSpec m_spec;
    HeatmapOptions m_options;
    bool m_perSecond;
    PanelDataPtr m_answer;
    std::size_t m_maxRows = mostHeatmapRows;
    std::shared_ptr<const HeatmapData> m_data;
    HeatmapAxis m_axis;
    HeatmapShading m_shading;
    HeatmapScene m_scene; ///< as the layer shows it
};

} // namespace sightglass
