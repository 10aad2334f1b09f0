// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panelkit/presentedview.h"

namespace sightglass {

class PieChart;
struct PieValue;

/// The panel's values as parts of a whole, with their legend. What cannot be a part is said, and has its
/// place in the legend.
class PiePanel : public PresentedView
{
    Q_OBJECT

public:
    PiePanel(const PanelSpec &spec, const Theme &theme, QWidget *parent = nullptr);
    ~PiePanel() override;

    void setTimeZone(const QTimeZone &zone) override;
    [[nodiscard]] PieChart *chart() const { return m_chart; }

protected:
    void present() override;
    void themeChanged() override;
    void visibilityChanged() override;
    [[nodiscard]] QStringList legendColumns() const override;
    [[nodiscard]] std::vector<LegendValue> legendValues(std::size_t entry) const override;
    void entryHovered(std::optional<std::size_t> entry) override;
    void exportContent(QPainter &painter) override;

private:
    void showValues();
    void speak();

    PieOptions m_options;
    std::vector<PieValue> m_values;
    PieChart *m_chart;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
};

} // namespace sightglass
