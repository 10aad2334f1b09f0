// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panelkit/panelview.h"

namespace sightglass {

class HeatmapPlot;
class RampLegend;

/// Histograms over time, or any values sorted into cells: time to the right, buckets upwards, the number of
/// observations as colour.
class HeatmapPanel : public PanelView
{
    Q_OBJECT

public:
    HeatmapPanel(const PanelSpec &spec, const Theme &theme, QWidget *parent = nullptr);

    void setData(const PanelDataPtr &data) override;
    void setTheme(const Theme &theme) override;
    void setAnnotations(const AnnotationMarksPtr &marks) override;
    void setCrosshair(std::optional<TimestampMs> at) override;
    void setSharedReadout(std::optional<TimestampMs> at) override;
    void setShownRange(TimeRange range) override;
    [[nodiscard]] std::int64_t columnUs() const override;
    void setTimeZone(const QTimeZone &zone) override;
    void exportTo(QPainter &painter) override;

    [[nodiscard]] HeatmapPlot *plot() const { return m_plot; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showScale();

    HeatmapPlot *m_plot;
    RampLegend *m_legend = nullptr; ///< null where the options hide it
};

} // namespace sightglass
