// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panelkit/legendedview.h"

#include <QTimeZone>

#include <functional>
#include <span>
#include <vector>

namespace sightglass {

/// One value of a pie. Texts are displayable.
struct PieValue
{
    LegendKey key;
    QString name;
    QString text;     ///< the value in its unit
    double value = 0; ///< NaN where it is none
    QColor color;
    std::optional<int> decimals; ///< of its percentage
    bool listed = true;
    bool told = true; ///< in read-outs

    /// Whether it can be a part of a whole: above zero and finite.
    [[nodiscard]] bool isPart() const;
};

/// The panel's values, sorted as its options say; those that are hidden from the plot are left out.
/// `zone`: of values that are dates.
[[nodiscard]] std::vector<PieValue> pieValues(const PanelSpec &spec, const PanelData &data,
                                              const Theme &theme, SeriesColorBook &book,
                                              const QTimeZone &zone = QTimeZone::systemTimeZone());

/// A slice: angles in degrees, clockwise from the top.
struct PieSlice
{
    double start = 0;
    double span = 0;
    double share = 0;                ///< of the whole, 0 to 1
    std::vector<std::size_t> values; ///< one, or all that were gathered; indices

    [[nodiscard]] bool gathered() const { return values.size() > 1; }
    friend bool operator==(const PieSlice &, const PieSlice &) = default;
};

/// The slices of those values that `isShown`, in their order. Above thirty of them, those whose arc would be
/// shorter than could be seen on a circle of this radius (pixels) are gathered in one at the end, but for the
/// twelve largest; a single one stays as it is.
[[nodiscard]] std::vector<PieSlice> pieSlices(std::span<const PieValue> values, double radius,
                                              const std::function<bool(const PieValue &)> &isShown);

/// What is not drawn, and why: "Not drawn: 2 negative, 1 without a value". Empty where all is.
[[nodiscard]] QString pieRemark(std::span<const PieValue> values,
                                const std::function<bool(const PieValue &)> &isShown);

/// That slices were gathered, how many and how much: "970 too small to be seen are one slice: 43 %". Empty
/// where none were.
[[nodiscard]] QString pieOthers(std::span<const PieSlice> slices);

/// "12 %", with a decimal where it is below one percent.
[[nodiscard]] QString percentText(double share, std::optional<int> decimals);

} // namespace sightglass
