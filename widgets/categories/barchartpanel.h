// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/categories/bardata.h"
#include "widgets/panelkit/presentedview.h"

namespace sightglass {

class BarChart;

/// Numbers by category, beside or upon each other, with their legend.
class BarChartPanel : public PresentedView
{
    Q_OBJECT

public:
    BarChartPanel(const PanelSpec &spec, const Theme &theme, QWidget *parent = nullptr);
    ~BarChartPanel() override;

    void setTimeZone(const QTimeZone &zone) override;

    [[nodiscard]] BarChart *chart() const { return m_chart; }

protected:
    void present() override;
    void themeChanged() override;
    void visibilityChanged() override;
    [[nodiscard]] std::vector<LegendValue> legendValues(std::size_t entry) const override;
    void entryHovered(std::optional<std::size_t> entry) override;
    void exportContent(QPainter &painter) override;

private:
    void showBars();
    void speak();

    BarChartOptions m_options;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    BarData m_bars;
    BarChart *m_chart;
};

} // namespace sightglass
