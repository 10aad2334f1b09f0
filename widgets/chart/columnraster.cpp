// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/columnraster.h"

#include "widgets/chart/columnpainter.h"
#include "widgets/chart/decimate.h"

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

/// Columns drawn together: tall enough runs for the sample search, few enough to stay in the first-level
/// cache.
constexpr int tileColumns = 32;
/// Far outside the plot nothing is seen; coordinates stay where arithmetic is exact.
constexpr double farAway = 1e5;
constexpr double dotRadius = 1.5;

/// A column of a line in device pixels. `top` > `bottom` where the line does not touch it.
struct PixelColumn
{
    double enter = PlotColumn::none;
    double leave = PlotColumn::none;
    double first = PlotColumn::none;
    double at = 0;
    double top = farAway;
    double bottom = -farAway;
    std::uint32_t count = 0;

    [[nodiscard]] bool touched() const { return top <= bottom; }
    [[nodiscard]] bool isolated() const { return count == 1 && std::isnan(enter) && std::isnan(leave); }
    /// The edge of an area at this line: its middle where it is a thin line, else the near end of its span.
    [[nodiscard]] double edge(bool below) const
    {
        if (count <= 1)
            return (top + bottom) / 2;
        return below ? bottom : top;
    }
};

class Rasterizer
{
public:
    Rasterizer(const ChartScene &scene, QImage &ring)
        : m_scene(scene)
        , m_margin(rasterMargin(scene.lineWidth))
        , m_height(scene.scale.height)
        , m_painter(m_height)
        , m_tile(static_cast<std::size_t>(tileColumns * m_height))
        , m_plain(static_cast<std::size_t>(m_height), scene.background)
        , m_decimated(static_cast<std::size_t>(tileColumns + 2 * m_margin))
        , m_lines(scene.series.size())
        , m_bases(scene.series.size())
        , m_ring(ring)
        , m_pixels(reinterpret_cast<QRgb *>(ring.bits()))
        , m_stride(ring.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb)))
    {
        for (const double value : scene.gridValues) {
            const auto row = static_cast<std::int64_t>(std::floor(yOf(value)));
            if (row >= 0 && row < m_height)
                m_plain[static_cast<std::size_t>(row)] = scene.gridColor;
        }
        for (const SceneSeries &series : scene.series)
            m_alphas.push_back(alphas(series));
    }

    void drawTile(std::int64_t from, int count)
    {
        m_from = from;
        for (int i = 0; i < count; ++i) {
            const bool gridLine =
                std::binary_search(m_scene.gridColumns.begin(), m_scene.gridColumns.end(), from + i);
            if (gridLine)
                std::ranges::fill(column(i), m_scene.gridColor);
            else
                std::ranges::copy(m_plain, column(i).begin());
        }
        for (std::size_t s = 0; s < m_scene.series.size(); ++s) {
            prepare(m_scene.series[s].line, count, m_lines[s]);
            if (!m_scene.series[s].base.empty())
                prepare(m_scene.series[s].base, count, m_bases[s]);
        }
        for (int i = 0; i < count; ++i) {
            m_painter.setTarget(column(i));
            drawColumn(i);
        }
        copyOut(count);
    }

private:
    std::span<QRgb> column(int i)
    {
        return std::span(m_tile).subspan(static_cast<std::size_t>(i * m_height),
                                         static_cast<std::size_t>(m_height));
    }

    [[nodiscard]] double yOf(double value) const
    {
        const double y = m_scene.scale.yOf(value);
        // Keeps NaN, which says that there is nothing.
        return y < -farAway ? -farAway : y > farAway ? farAway : y;
    }

    /// Areas fade towards the bottom, so that many of them stay calm; layers of a stack are even.
    [[nodiscard]] std::vector<std::uint8_t> alphas(const SceneSeries &series) const
    {
        std::vector<std::uint8_t> result(static_cast<std::size_t>(m_height));
        for (std::size_t row = 0; row < result.size(); ++row) {
            const double depth = static_cast<double>(row) / m_height;
            const double share = series.base.empty() ? 1.6 - 1.2 * depth : 1.0;
            result[row] =
                static_cast<std::uint8_t>(std::clamp(series.fillOpacity * share, 0.0, 1.0) * 255 + 0.5);
        }
        return result;
    }

    void prepare(std::span<const Sample> samples, int count, std::vector<PixelColumn> &out)
    {
        const auto needed = static_cast<std::size_t>(count + 2 * m_margin);
        const auto columns = std::span(m_decimated).first(needed);
        decimate(samples, m_scene.grid, m_scene.gapMs, m_from - m_margin, columns);
        out.resize(needed);
        for (std::size_t i = 0; i < needed; ++i) {
            const PlotColumn &in = columns[i];
            const PlotColumn::Extent extent = in.extent();
            PixelColumn &pixel = out[i];
            pixel = {};
            pixel.count = in.count;
            if (std::isnan(extent.low))
                continue;
            pixel.enter = yOf(in.enter);
            pixel.leave = yOf(in.leave);
            pixel.first = yOf(in.first);
            pixel.at = in.at;
            pixel.top = yOf(extent.high);
            pixel.bottom = yOf(extent.low);
        }
    }

    void drawColumn(int i)
    {
        const auto index = static_cast<std::size_t>(i + m_margin);
        for (std::size_t s = 0; s < m_scene.series.size(); ++s) {
            if (m_scene.series[s].fillOpacity > 0 && m_lines[s][index].touched())
                fill(s, index);
        }
        for (const SceneMark &mark : m_scene.marks)
            drawMark(mark, m_from + i);
        for (std::size_t s = 0; s < m_scene.series.size(); ++s) {
            drawLine(m_lines[s], index, m_scene.series[s].color);
            drawDots(m_lines[s], index, m_scene.series[s].color);
        }
    }

    void fill(std::size_t s, std::size_t index)
    {
        const SceneSeries &series = m_scene.series[s];
        const PixelColumn &line = m_lines[s][index];
        if (line.isolated())
            return;
        double base = std::clamp(yOf(0), 0.0, static_cast<double>(m_height));
        if (!series.base.empty()) {
            const PixelColumn &baseColumn = m_bases[s][index];
            if (!baseColumn.touched())
                return;
            base = baseColumn.edge(false);
        }
        const double upper = line.edge(true);
        const double lower = line.edge(false);
        if (upper <= base)
            m_painter.shade({upper, base}, series.color, m_alphas[s]);
        else if (lower > base)
            m_painter.shade({base, lower}, series.color, m_alphas[s]);
    }

    void drawMark(const SceneMark &mark, std::int64_t absoluteColumn)
    {
        const int unit = std::max(1, static_cast<int>(m_scene.lineWidth));
        const int dash = 10 * unit;
        const double y = std::floor(yOf(mark.value));
        if (ringColumn(absoluteColumn, dash) < 6 * unit)
            m_painter.span({y, y + unit}, mark.color);
    }

    void drawLine(const std::vector<PixelColumn> &line, std::size_t index, QRgb color)
    {
        const PixelColumn &here = line[index];
        if (!here.touched() || here.isolated())
            return;
        const double width = m_scene.lineWidth;
        if (here.count >= 2) {
            m_painter.span({here.top - width / 2, here.bottom + width / 2}, color);
            return;
        }
        if (here.top == here.bottom) {
            // A level line is put on whole pixels: crisp instead of smeared over two rows.
            const double top = std::round(here.top - width / 2);
            m_painter.addPiece({top + width / 2, top + width / 2, levelWidth(here)}, width,
                               {-farAway, farAway});
            m_painter.flush(color);
            return;
        }
        ColumnPainter::Rows limit{farAway, -farAway};
        const std::size_t reach = static_cast<std::size_t>(std::ceil(width / 2));
        for (std::size_t i = index - reach; i <= index + reach; ++i) {
            limit.top = std::min(limit.top, line[i].top - width / 2);
            limit.bottom = std::max(limit.bottom, line[i].bottom + width / 2);
        }
        if (here.count == 0) {
            m_painter.addPiece({here.enter, here.leave, 1}, width, limit);
        } else {
            if (!std::isnan(here.enter))
                m_painter.addPiece({here.enter, here.first, here.at}, width, limit);
            if (!std::isnan(here.leave))
                m_painter.addPiece({here.first, here.leave, 1 - here.at}, width, limit);
        }
        m_painter.flush(color);
    }

    static double levelWidth(const PixelColumn &column)
    {
        if (std::isnan(column.enter))
            return 1 - column.at;
        return std::isnan(column.leave) ? std::max(column.at, 0.01) : 1;
    }

    /// A sample without neighbours is a dot, which reaches into the columns beside it.
    void drawDots(const std::vector<PixelColumn> &line, std::size_t index, QRgb color)
    {
        const double radius = dotRadius * m_scene.lineWidth;
        const auto margin = static_cast<std::size_t>(m_margin);
        for (std::size_t i = index - margin; i <= index + margin; ++i) {
            if (!line[i].isolated())
                continue;
            const double dx = static_cast<double>(index) + 0.5 - (static_cast<double>(i) + line[i].at);
            if (std::abs(dx) >= radius)
                continue;
            const double half = std::sqrt(radius * radius - dx * dx);
            m_painter.span({line[i].first - half, line[i].first + half}, color);
        }
    }

    void copyOut(int count)
    {
        for (int i = 0; i < count; ++i)
            m_targets[static_cast<std::size_t>(i)] = ringColumn(m_from + i, m_ring.width());
        for (int row = 0; row < m_height; ++row) {
            QRgb *out = m_pixels + row * m_stride;
            const QRgb *in = m_tile.data() + row;
            for (int i = 0; i < count; ++i)
                out[m_targets[static_cast<std::size_t>(i)]] = in[i * m_height];
        }
    }

    const ChartScene &m_scene;
    int m_margin;
    int m_height;
    ColumnPainter m_painter;
    std::vector<QRgb> m_tile;  ///< column after column
    std::vector<QRgb> m_plain; ///< a column without data
    std::vector<PlotColumn> m_decimated;
    std::vector<std::vector<PixelColumn>>
        m_lines; ///< of each series: the tile's columns and a margin on either side
    std::vector<std::vector<PixelColumn>> m_bases;
    std::vector<std::vector<std::uint8_t>> m_alphas;
    std::array<int, tileColumns> m_targets{};
    QImage &m_ring;
    QRgb *m_pixels;
    qsizetype m_stride;
    std::int64_t m_from = 0;
};

} // namespace

int ringColumn(std::int64_t column, int width) noexcept
{
    const auto rest = static_cast<int>(column % width);
    return rest < 0 ? rest + width : rest;
}

void rasterColumns(const ChartScene &scene, ColumnRange range, QImage &ring)
{
    if (range.from >= range.to || scene.scale.height <= 0)
        return;
    Rasterizer rasterizer(scene, ring);
    for (std::int64_t from = range.from; from < range.to; from += tileColumns)
        rasterizer.drawTile(from, static_cast<int>(std::min<std::int64_t>(tileColumns, range.to - from)));
}

} // namespace sightglass
