// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartscene.h"
#include "widgets/chart/columnpainter.h"

#include <cstdint>
#include <memory_resource>
#include <vector>

namespace sightglass {

/// Draws one series of a scene into columns: prepare() a run of columns, then fill() and stroke() each of
/// them. Lines are vertical spans of coverage, column by column: the exact area of a thin line where at most
/// one sample falls in the column, the span from minimum to maximum where more do.
class SeriesPainter
{
public:
    /// The scene, its series and the memory, where columns are kept, outlive the painter. `margin`: columns
    /// on either side of a run that are looked at as well, rasterMargin() at least.
    SeriesPainter(const ChartScene &scene, const SceneSeries &series, int margin,
                  std::pmr::memory_resource &memory);

    /// Asks for the memory that prepare() will read first, so that it comes while other series are read: a
    /// wall of thousands of lines is in no cache.
    void prefetch(std::int64_t from, int count) const;
    /// Reads the samples for absolute columns [from, from + count). `room` is for use in between: what it has
    /// means nothing.
    void prepare(std::int64_t from, int count, std::vector<PlotColumn> &room);
    /// Whether fill() draws anything at all.
    [[nodiscard]] bool hasArea() const { return m_series.fillOpacity > 0; }
    /// The area of the column that is i-th in the run; the painter's target is that column.
    void fill(ColumnPainter &painter, int i) const;
    /// Line, bar outline and dots.
    void stroke(ColumnPainter &painter, int i) const;

private:
    /// A column of a line in device pixels. `top` > `bottom` where the line does not touch it. Where it has
    /// several samples the other places are known only if the style marks samples.
    struct PixelColumn
    {
        double enter;
        double leave;
        double first;
        double last;
        double at;
        double top; ///< of line and samples
        double bottom;
        double sampleTop; ///< of samples alone
        double sampleBottom;
        std::uint32_t count;

        [[nodiscard]] bool touched() const { return top <= bottom; }
        [[nodiscard]] bool isolated() const { return count == 1 && enter != enter && leave != leave; }
        /// The edge of an area at this line: its middle where it is a thin line, else the near end of its
        /// span.
        [[nodiscard]] double edge(bool below) const;
    };
    struct PixelBar
    {
        double top;
        double bottom;
        std::uint32_t count;
        bool begins;
        bool ends;

        [[nodiscard]] bool touched() const { return count > 0; }
    };

    [[nodiscard]] double yOf(double value) const;
    void prepareLine(const PlotLine &line, std::span<PlotColumn> columns,
                     std::pmr::vector<PixelColumn> &out) const;
    [[nodiscard]] bool needsDots() const;
    void prepareBars(const PlotLine &line, std::span<PlotColumn> columns,
                     std::pmr::vector<PixelBar> &out) const;
    void makeAlphas();
    [[nodiscard]] ColumnInk inkOf(const std::shared_ptr<const std::vector<QRgb>> &colors) const;

    void fillLine(ColumnPainter &painter, std::size_t index) const;
    void fillBar(ColumnPainter &painter, std::size_t index) const;
    void strokeLine(ColumnPainter &painter, std::size_t index) const;
    void strokeSlope(ColumnPainter &painter, std::size_t index) const;
    void strokeStep(ColumnPainter &painter, std::size_t index) const;
    void strokeBar(ColumnPainter &painter, std::size_t index) const;
    void widenNeighbours(ColumnPainter &painter, std::size_t index) const;
    void drawDots(ColumnPainter &painter, std::size_t index) const;
    /// The columns of the values that are marked by dots.
    [[nodiscard]] const std::pmr::vector<PixelColumn> &marked() const
    {
        return m_marked.empty() ? m_line : m_marked;
    }
    void drawCloud(ColumnPainter &painter, std::size_t index) const;
    [[nodiscard]] bool inDashGap(std::size_t index) const;
    /// Where the bar of a column ends that does not stand on another series.
    [[nodiscard]] double barBase(std::size_t index) const;

    const ChartScene &m_scene;
    const SceneSeries &m_series;
    const SeriesStyle &m_style;
    ValueScale m_scale;
    int m_margin;
    double m_width;
    ColumnInk m_ink;
    ColumnInk m_fillInk;
    bool m_bars;
    bool m_marksSamples; ///< dots or a cloud where several samples share a column
    bool m_dots = false; ///< there is one to draw in the run
    int m_dashLength = 0;
    std::int64_t m_from = 0; ///< absolute column of index 0
    std::pmr::vector<PixelColumn> m_line;
    std::pmr::vector<PixelColumn> m_base;
    std::pmr::vector<PixelColumn> m_marked; ///< where dots are at part of the line's values; else empty
    std::pmr::vector<PixelBar> m_barLine;
    std::pmr::vector<PixelBar> m_barBase;
    std::vector<std::uint8_t> m_alphas;
};

} // namespace sightglass
