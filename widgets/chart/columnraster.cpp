// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/columnraster.h"

#include "widgets/chart/columnpainter.h"
#include "widgets/chart/seriespainter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory_resource>

namespace sightglass {

namespace {

/// Columns drawn together: what is read of a series at once is long enough that memory comes ahead of the
/// reading, and what is drawn of a hundred stays in the second-level cache. 32 cost an eighth more.
constexpr int tileColumns = 64;
/// Far outside the plot nothing is seen; coordinates stay where arithmetic is exact.
constexpr double farAway = 1e5;

} // namespace

/// Some columns at a time, one below the other in memory.
class ColumnRaster::Tiles
{
public:
    explicit Tiles(const ChartScene &scene)
        : m_scene(scene)
        , m_height(scene.scale.height)
        , m_painter(m_height)
        , m_tile(static_cast<std::size_t>(tileColumns * m_height))
    {
        m_plain = plainColumn(scene.background);
        if (!scene.gridColumns.empty())
            m_gridColumn = plainColumn(scene.gridColor);
        const int margin = rasterMargin(scene);
        m_series.reserve(scene.series.size());
        for (const SceneSeries &series : scene.series)
            m_series.emplace_back(scene, series, margin, m_memory);
    }

    void draw(std::int64_t from, int count, QImage &ring)
    {
        m_from = from;
        for (int i = 0; i < count; ++i) {
            const bool gridLine =
                std::binary_search(m_scene.gridColumns.begin(), m_scene.gridColumns.end(), from + i);
            std::ranges::copy(gridLine ? m_gridColumn : m_plain, column(i).begin());
        }
        constexpr std::size_t ahead = 3;
        for (std::size_t i = 0; i < m_series.size(); ++i) {
            if (i + ahead < m_series.size())
                m_series[i + ahead].prefetch(from, count);
            m_series[i].prepare(from, count, m_columns);
        }
        // Series by series rather than column by column, so that what is read of a series stays in the cache:
        // each column gets the same in the same order.
        for (const SeriesPainter &series : m_series) {
            for (int i = 0; series.hasArea() && i < count; ++i) {
                m_painter.setTarget(column(i));
                series.fill(m_painter, i);
            }
        }
        for (int i = 0; !m_scene.marks.empty() && i < count; ++i) {
            m_painter.setTarget(column(i));
            for (const SceneMark &mark : m_scene.marks)
                drawMark(mark, m_from + i);
        }
        for (const SeriesPainter &series : m_series) {
            for (int i = 0; i < count; ++i) {
                m_painter.setTarget(column(i));
                series.stroke(m_painter, i);
            }
        }
        copyOut(count, ring);
    }

private:
    std::span<QRgb> column(int i)
    {
        return std::span(m_tile).subspan(static_cast<std::size_t>(i * m_height),
                                         static_cast<std::size_t>(m_height));
    }

    [[nodiscard]] double yOf(double value) const
    {
        return std::clamp(m_scene.scale.yOf(value), -farAway, farAway);
    }

    /// A column without data: strips and horizontal grid lines.
    std::vector<QRgb> plainColumn(QRgb background)
    {
        std::vector<QRgb> pixels(static_cast<std::size_t>(m_height), background);
        m_painter.setTarget(pixels);
        for (const SceneStrip &strip : m_scene.strips)
            m_painter.span({yOf(strip.high), yOf(strip.low)}, {strip.color}, strip.opacity);
        const auto line = [&pixels, this](double value, QRgb color) {
            const double row = std::floor(yOf(value));
            if (row >= 0 && row < m_height)
                pixels[static_cast<std::size_t>(row)] = color;
        };
        for (const double value : m_scene.gridValues)
            line(value, m_scene.gridColor);
        if (m_scene.zero)
            line(*m_scene.zero, m_scene.zeroColor);
        return pixels;
    }

    void drawMark(const SceneMark &mark, std::int64_t absoluteColumn)
    {
        const int unit = std::max(1, static_cast<int>(m_scene.lineWidth));
        const double y = std::floor(yOf(mark.value));
        if (!mark.dashed || ringColumn(absoluteColumn, 10 * unit) < 6 * unit)
            m_painter.span({y, y + unit}, {mark.color});
    }

    void copyOut(int count, QImage &ring)
    {
        auto *const pixels = reinterpret_cast<QRgb *>(ring.bits());
        const qsizetype stride = ring.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb));
        for (int i = 0; i < count; ++i)
            m_targets[static_cast<std::size_t>(i)] = ringColumn(m_from + i, ring.width());
        for (int row = 0; row < m_height; ++row) {
            QRgb *out = pixels + row * stride;
            const QRgb *in = m_tile.data() + row;
            for (int i = 0; i < count; ++i)
                out[m_targets[static_cast<std::size_t>(i)]] = in[i * m_height];
        }
    }

    const ChartScene &m_scene;
    int m_height;
    ColumnPainter m_painter;
    std::vector<QRgb> m_tile;       ///< column after column
    std::vector<QRgb> m_plain;      ///< a column without data
    std::vector<QRgb> m_gridColumn; ///< the same where a vertical grid line is
    /// One piece for the columns of all series: a live chart draws a few of them at every tick.
    std::pmr::monotonic_buffer_resource m_memory;
    std::vector<SeriesPainter> m_series;
    std::vector<PlotColumn> m_columns; ///< room for one series at a time
    std::array<int, tileColumns> m_targets{};
    std::int64_t m_from = 0;
};

int ringColumn(std::int64_t column, int width) noexcept
{
    const auto rest = static_cast<int>(column % width);
    return rest < 0 ? rest + width : rest;
}

ColumnRaster::ColumnRaster(const ChartScene &scene)
    : m_scene(scene)
{}

ColumnRaster::~ColumnRaster() = default;

void ColumnRaster::draw(ColumnRange range, QImage &ring)
{
    if (range.from >= range.to || m_scene.scale.height <= 0)
        return;
    if (!m_tiles)
        m_tiles = std::make_unique<Tiles>(m_scene);
    for (std::int64_t from = range.from; from < range.to; from += tileColumns)
        m_tiles->draw(from, static_cast<int>(std::min<std::int64_t>(tileColumns, range.to - from)), ring);
}

void rasterColumns(const ChartScene &scene, ColumnRange range, QImage &ring)
{
    ColumnRaster(scene).draw(range, ring);
}

} // namespace sightglass
