// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/graphconfig.h"
#include "widgets/chart/heatmapdata.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace sightglass {

/// Device rows of a heatmap's row, [top, bottom): at least one, however thin it is; both the same where it is
/// not in sight.
struct CellRows
{
    int top = 0;
    int bottom = 0;

    friend bool operator==(const CellRows &, const CellRows &) = default;
};

/// How the rows of a heatmap lie on its vertical axis.
struct HeatmapAxisOptions
{
    /// By the values of their bounds; empty: all of the same height, whatever their bounds are.
    std::optional<ScaleDistribution> scale;
    std::optional<double> min; ///< rows that end below are out of sight
    std::optional<double> max;
    bool reversed = false; ///< the lowest at the top
};

/// A place on the axis that is labelled.
struct HeatmapTick
{
    double position = 0; ///< 0 at the plot's top, 1 at its bottom
    double value = 0;    ///< the bound there; for named rows NaN
    std::size_t row = 0; ///< that it belongs to
};

/// Where the rows of a heatmap are. A row without a finite end reaches to the end of the axis, and is as high
/// there as its neighbour. A logarithmic axis of rows at or below zero is not possible: those rows get the
/// same height. Where a logarithmic one would show little but the way down to a zero bucket, it breaks off
/// below the other buckets: the gap and the zero bucket are as high there as their neighbour.
class HeatmapAxis
{
public:
    HeatmapAxis() = default;
    HeatmapAxis(const HeatmapData &data, const HeatmapAxisOptions &options);

    [[nodiscard]] bool empty() const { return m_rows.empty(); }
    [[nodiscard]] CellRows cellRows(std::size_t row, int height) const noexcept;
    /// The row drawn at a place from the top; nothing where there is none.
    [[nodiscard]] std::optional<std::size_t> rowAt(double y, int height) const noexcept;
    /// Where a value lies, brought inside: by the axis' scale, in rows of the same height linear between two
    /// finite bounds and in the middle of a row without. Upper bounds are inclusive. NaN without bounds.
    [[nodiscard]] double yOf(double value, int height) const noexcept;
    /// Labels: at bounds (`at` Upper, Lower), in the middle of rows, or at all bounds (empty); round numbers
    /// on a scale of values. No more than `most` (> 0), the same ones while the data stay.
    enum class At : unsigned char
    {
        Edges,
        Upper,
        Middle,
        Lower
    };
    [[nodiscard]] std::vector<HeatmapTick> ticks(At at, int most) const;
    /// All rows have the same height.
    [[nodiscard]] bool isOfRows() const { return m_isOfRows; }
    [[nodiscard]] bool isLogarithmic() const { return !m_isOfRows && m_scale.kind == ScaleKind::Log; }

    friend bool operator==(const HeatmapAxis &, const HeatmapAxis &) = default;

private:
    /// Shares of the height from the bottom (of an axis that is not reversed).
    struct Extent
    {
        double from = 0;
        double to = 0;

        friend bool operator==(const Extent &, const Extent &) = default;
    };
    void placeRows(const HeatmapAxisOptions &options);
    bool placeByValue(const HeatmapAxisOptions &options);
    /// Rows at the bottom that a logarithmic axis does not reach down to.
    [[nodiscard]] std::size_t rowsBelowBreak() const;
    [[nodiscard]] double fromTop(double share) const { return m_reversed ? share : 1 - share; }
    [[nodiscard]] double shareOf(double value) const noexcept;
    [[nodiscard]] std::vector<HeatmapTick> rowTicks(At at, int most) const;

    std::vector<HeatmapRow> m_rows;
    std::vector<Extent> m_extents;
    bool m_hasBounds = true;
    bool m_isOfRows = true;
    bool m_reversed = false;
    ScaleDistribution m_scale;
    std::size_t m_cut = 0; ///< rows below the break
    double m_low = 0;      ///< ends of an axis of values
    double m_high = 1;
};

} // namespace sightglass
