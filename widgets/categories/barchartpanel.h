// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/categories/bardata.h"

namespace sightglass {

class BarChart;

/// Numbers by category, beside or upon each other, with their legend.
class BarChartPanel : public LegendedView
{
    Q_OBJECT

public:
    BarChartPanel(const PanelSpec &spec, const Theme &theme, QWidget *parent = nullptr);
    ~BarChartPanel() override;

    void setData(const PanelDataPtr &data) override;
    void setTheme(const Theme &theme) override;
    void setColorBook(const std::shared_ptr<SeriesColorBook> &book) override;

    [[nodiscard]] BarChart *chart() const { return m_chart; }

protected:
    void visibilityChanged() override;
    [[nodiscard]] std::vector<LegendValue> legendValues(std::size_t entry) const override;
    void entryHovered(std::optional<std::size_t> entry) override;
    void exportContent(QPainter &painter) override;

private:
    void present();
    void showBars();
    void speak();

    PanelSpec m_spec;
    BarChartOptions m_options;
    PanelDataPtr m_data;
    std::shared_ptr<SeriesColorBook> m_book;
    BarData m_bars;
    BarChart *m_chart;
};

} // namespace sightglass
