// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/histograms/histogramdata.h"
#include "widgets/panelkit/legendedview.h"

namespace sightglass {

class HistogramChart;

/// How often which values occur, over the whole range or, of a program's histograms, at its end; with the
/// legend of its series.
class HistogramPanel : public LegendedView
{
    Q_OBJECT

public:
    HistogramPanel(const PanelSpec &spec, const Theme &theme, QWidget *parent = nullptr);
    ~HistogramPanel() override;

    void setData(const PanelDataPtr &data) override;
    void setTheme(const Theme &theme) override;
    void setColorBook(const std::shared_ptr<SeriesColorBook> &book) override;

    [[nodiscard]] HistogramChart *chart() const { return m_chart; }

protected:
    void visibilityChanged() override;
    [[nodiscard]] std::vector<LegendValue> legendValues(std::size_t entry) const override;
    void entryHovered(std::optional<std::size_t> entry) override;
    void exportContent(QPainter &painter) override;

private:
    void present();
    [[nodiscard]] const FieldConfig &configOf(const BinSeries &series) const;
    [[nodiscard]] QString nameOf(const BinSeries &series) const;

    PanelSpec m_spec;
    HistogramOptions m_options;
    PanelDataPtr m_data;
    BinnedData m_bins;
    std::shared_ptr<SeriesColorBook> m_book;
    HistogramChart *m_chart;
};

} // namespace sightglass
