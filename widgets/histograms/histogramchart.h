// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/chartoptions.h"
#include "widgets/categories/slotchart.h"
#include "widgets/histograms/histogramlayout.h"

#include <optional>
#include <vector>

namespace sightglass {

/// The bars of a histogram. Ours rather than Qt Charts': its bars stand beside each other in a category, so
/// that several histograms cannot lie over each other, its category axis names the middle of a bar and not
/// its bounds, and its labels are rich text. The pointer reads a bin, the arrow keys go from bin to bin.
class HistogramChart : public SlotChart
{
    Q_OBJECT

public:
    HistogramChart(const HistogramOptions &options, const Theme &theme, QWidget *parent = nullptr);
    ~HistogramChart() override;

    /// What is drawn of a series, in step with those of the data.
    struct Look
    {
        BinLook bars;
        QString name; ///< displayable
    };
    struct Content
    {
        BinnedData data;
        std::vector<Look> looks;
        std::string unit;
        std::optional<int> decimals;
    };

    void setContent(Content content);

    [[nodiscard]] const HistogramLayout &chartLayout();
    /// A count as it is written.
    [[nodiscard]] QString countText(double count) const;

protected:
    void layOut() override;
    [[nodiscard]] const DisplayList &drawing() const override { return m_layout.list; }
    [[nodiscard]] QRectF slotRect(std::size_t slot) const override { return m_layout.slot(slot); }
    [[nodiscard]] std::optional<Place> placeAt(QPointF position) const override;
    [[nodiscard]] std::vector<QRectF> otherMarks(std::size_t series) const override;
    [[nodiscard]] Readout readoutOf(const Place &place) const override;

private:
    [[nodiscard]] HistogramFrame frame() const;
    [[nodiscard]] std::vector<std::size_t> readSeries(const Place &place) const;
    [[nodiscard]] double totalOf(std::size_t series) const;

    HistogramOptions m_options;
    Content m_content;
    HistogramLayout m_layout;
};

} // namespace sightglass
