// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/categories/bardata.h"
#include "widgets/chart/displaylist.h"
#include "widgets/chart/scaledaxis.h"

#include <optional>
#include <span>

namespace sightglass {

/// What a bar chart is laid out with.
struct BarFrame
{
    QSizeF size; ///< logical pixels
    QFont font;
    Theme theme;
    std::vector<bool> shown; ///< by series
    double top = 0;          ///< logical pixels that are left free above
    double ratio = 1;        ///< device pixels in a logical one
};

/// A bar on the chart.
struct BarMark
{
    QRectF rect;
    std::size_t series = 0;
    std::size_t category = 0;
};

/// A scale of values that series of one unit share.
struct BarScale
{
    std::string unit;
    ScaledAxis axis;
    AxisPlacement placement = AxisPlacement::Left; ///< Right: top where bars lie; Hidden: without labels
    std::vector<std::size_t> series;

    /// Where a value lies, 0 (low) to 1; clamped. What has no place on a logarithmic axis lies at its foot.
    [[nodiscard]] double share(double value) const;
};

/// Everything of a bar chart, from its top left corner.
struct BarLayout
{
    bool horizontal = false;
    QRectF plot;
    std::vector<BarScale> scales;
    std::vector<BarMark> marks; ///< later ones cover earlier ones
    bool isCrowded = false;     ///< bars are narrower than a pixel and cover each other: the longest are seen
    std::size_t categories = 0;
    std::vector<std::size_t> labelled; ///< the categories whose label has room
    DisplayList list;

    /// The whole place of a category.
    [[nodiscard]] QRectF slot(std::size_t category) const;
    [[nodiscard]] std::optional<std::size_t> categoryAt(QPointF at) const;
    /// The bar at a place, else the one of the category that is nearest to it; empty without one.
    [[nodiscard]] const BarMark *markAt(QPointF at) const;
};

/// Whether bars lie: as the options say, else in a place that is higher than wide.
[[nodiscard]] bool liesHorizontally(Orientation orientation, QSizeF size);

/// From where to where a value is drawn on its scale.
struct BarSpan
{
    double from = 0;
    double to = 0;
    bool outermost = true; ///< of its stack, on this side of zero

    friend bool operator==(const BarSpan &, const BarSpan &) = default;
};
/// Spans of one category's values, in their order: from zero, or upon each other, those below zero
/// downwards; in percent of the sum of all magnitudes. NaN has none; an infinite one has one without length,
/// which only its number tells of, where nothing is stacked.
[[nodiscard]] std::vector<std::optional<BarSpan>> barSpans(std::span<const double> values, StackingMode mode);

[[nodiscard]] BarLayout layOutBars(const BarData &data, const BarChartOptions &options,
                                   const BarFrame &frame);

} // namespace sightglass
