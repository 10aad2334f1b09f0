// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/displaylist.h"
#include "widgets/histograms/histogramdata.h"
#include "widgets/style/theme.h"

#include <optional>
#include <vector>

namespace sightglass {

/// How a series of a histogram looks. Lengths are logical pixels.
struct BinLook
{
    QColor color;
    bool isShown = true;
    double fill = 0.8; ///< 0 to 1
    double line = 1;
    bool gradient = false; ///< the fill fades downwards
};

/// A bar: one series in one bin.
struct BinMark
{
    std::size_t bin = 0;
    std::size_t series = 0;
    QRectF rect;
};

/// A histogram as it is drawn.
struct HistogramLayout
{
    DisplayList list;
    QRectF plot;
    std::size_t bins = 0;
    std::vector<BinMark> marks; ///< later ones lie over earlier ones

    /// A bin's place, as high as the plot.
    [[nodiscard]] QRectF slot(std::size_t bin) const;
    /// The bin at a place; nothing outside the plot.
    [[nodiscard]] std::optional<std::size_t> binAt(QPointF place) const;
    /// The bar at a place; null between them.
    [[nodiscard]] const BinMark *markAt(QPointF place) const;
};

/// What a layout depends on beside the data.
struct HistogramFrame
{
    QSizeF size;
    QFont font;
    const Theme &theme;
    std::vector<BinLook> looks; ///< one for each series
    StackingMode stacking = StackingMode::None;
    std::string unit; ///< of the values
    std::optional<int> decimals;
};

/// Bins side by side, all of the same width whatever they span: a histogram's bounds are often each twice the
/// one before. Bounds are written below the edges of bins, as many as have room, round ones first; bins of
/// values, which are equally wide, have round numbers below them wherever their own bounds lie. Series lie
/// over each other, or upon each other where they are stacked.
[[nodiscard]] HistogramLayout layOutHistogram(const BinnedData &data, const HistogramFrame &frame);

/// A bound with its unit.
[[nodiscard]] QString boundText(double bound, const HistogramFrame &frame);

} // namespace sightglass
