// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/categories/barlayout.h"
#include "widgets/categories/slotchart.h"

namespace sightglass {

/// Bars over categories. Ours rather than Qt Charts': round corners, widths of groups and of bars in them, a
/// colour for each bar, two units and labels that are plain text are options that Qt Charts 6.4 does not
/// have. The pointer reads a bar, the arrow keys go from category to category.
class BarChart : public SlotChart
{
    Q_OBJECT

public:
    BarChart(const BarChartOptions &options, const Theme &theme, QWidget *parent = nullptr);
    ~BarChart() override;

    /// `shown`: by series, those that the user has not hidden.
    void setBars(BarData bars, std::vector<bool> shown);
    [[nodiscard]] const BarLayout &chartLayout();

protected:
    void layOut() override;
    [[nodiscard]] const DisplayList &drawing() const override { return m_layout.list; }
    [[nodiscard]] QRectF slotRect(std::size_t slot) const override { return m_layout.slot(slot); }
    [[nodiscard]] std::optional<Place> placeAt(QPointF position) const override;
    [[nodiscard]] std::vector<QRectF> otherMarks(std::size_t series) const override;
    [[nodiscard]] Readout readoutOf(const Place &place) const override;
    void paintPlace(QPainter &painter, const Place &place) const override;

private:
    [[nodiscard]] QString noteOf(bool isCrowded) const;

    BarChartOptions m_options;
    BarData m_bars;
    std::vector<bool> m_shown;
    BarLayout m_layout;
};

} // namespace sightglass
