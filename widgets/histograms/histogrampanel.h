// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/histograms/histogramdata.h"
#include "widgets/panelkit/presentedview.h"

namespace sightglass {

class HistogramChart;

/// How often which values occur, over the whole range or, of a program's histograms, at its end; with the
/// legend of its series.
class HistogramPanel : public PresentedView
{
    Q_OBJECT

public:
    HistogramPanel(const PanelSpec &spec, const Theme &theme, QWidget *parent = nullptr);
    ~HistogramPanel() override;

    [[nodiscard]] HistogramChart *chart() const { return m_chart; }

protected:
    void present() override;
    void themeChanged() override;
    void visibilityChanged() override;
    /// Calculations of the series' values, as Grafana has them. Of buckets nobody knows the values: there it
    /// is how many were counted.
    [[nodiscard]] QStringList legendColumns() const override;
    [[nodiscard]] std::vector<LegendValue> legendValues(std::size_t entry) const override;
    void entryHovered(std::optional<std::size_t> entry) override;
    void exportContent(QPainter &painter) override;

private:
    void showBins();
    [[nodiscard]] const FieldConfig &configOf(const BinSeries &series) const;
    [[nodiscard]] QString nameOf(const BinSeries &series) const;
    [[nodiscard]] std::vector<Sample> samplesOf(const BinSeries &series) const;

    HistogramOptions m_options;
    BinnedData m_bins;
    HistogramChart *m_chart;
};

} // namespace sightglass
