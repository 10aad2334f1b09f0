// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panelkit/legendedview.h"

namespace sightglass {

class PieChart;
struct PieValue;

/// The panel's values as parts of a whole, with their legend. What cannot be a part is said, and has its
/// place in the legend.
class PiePanel : public LegendedView
{
    Q_OBJECT

public:
    PiePanel(const PanelSpec &spec, const Theme &theme, QWidget *parent = nullptr);
    ~PiePanel() override;

    void setData(const PanelDataPtr &data) override;
    void setTheme(const Theme &theme) override;
    void setColorBook(const std::shared_ptr<SeriesColorBook> &book) override;

    [[nodiscard]] PieChart *chart() const { return m_chart; }

protected:
    void visibilityChanged() override;
    [[nodiscard]] QStringList legendColumns() const override;
    [[nodiscard]] std::vector<LegendValue> legendValues(std::size_t entry) const override;
    void entryHovered(std::optional<std::size_t> entry) override;
    void exportContent(QPainter &painter) override;

private:
    void present();
    void showValues();
    void speak();

    PanelSpec m_spec;
    PieOptions m_options;
    PanelDataPtr m_data;
    std::shared_ptr<SeriesColorBook> m_book;
    std::vector<PieValue> m_values;
    PieChart *m_chart;
};

} // namespace sightglass
