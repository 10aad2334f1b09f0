// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/seriespainter.h"

#include "widgets/chart/columnraster.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sightglass {

namespace {

/// Far outside the plot nothing is seen; coordinates stay where arithmetic is exact.
constexpr double farAway = 1e5;
constexpr double dotRadius = 1.5; ///< of a sample without neighbours, in line widths
constexpr double cloudShare = 0.35;
constexpr double edgeShare = 0.6; ///< of an area's opacity
/// Bars at least so many columns wide have sides.
constexpr double narrowBar = 4;

} // namespace

double SeriesPainter::PixelColumn::edge(bool below) const
{
    if (count <= 1)
        return (top + bottom) / 2;
    return below ? bottom : top;
}

SeriesPainter::SeriesPainter(const ChartScene &scene, const SceneSeries &series, int margin,
                             std::pmr::memory_resource &memory)
    : m_scene(scene)
    , m_series(series)
    , m_style(series.style)
    , m_scale(scene.scaleOf(series))
    , m_margin(margin)
    , m_width(scene.widthOf(series))
    , m_ink(inkOf(series.style.lineColors))
    , m_fillInk(inkOf(series.style.fillColors))
    , m_bars(series.style.drawing == DrawStyle::Bars)
    , m_marksSamples(series.style.drawing == DrawStyle::Points || series.style.pointRadius > 0)
    , m_dashLength(std::accumulate(series.style.dash.begin(), series.style.dash.end(), 0))
    , m_line(&memory)
    , m_base(&memory)
    , m_marked(&memory)
    , m_barLine(&memory)
    , m_barBase(&memory)
{
    if (series.fillOpacity > 0)
        makeAlphas();
}

ColumnInk SeriesPainter::inkOf(const std::shared_ptr<const std::vector<QRgb>> &colors) const
{
    ColumnInk ink{m_series.color, {}};
    if (colors && colors->size() == static_cast<std::size_t>(m_scene.scale.height))
        ink.rows = *colors;
    return ink;
}

void SeriesPainter::makeAlphas()
{
    const int height = m_scene.scale.height;
    m_alphas.resize(static_cast<std::size_t>(height));
    for (std::size_t row = 0; row < m_alphas.size(); ++row) {
        const double depth = static_cast<double>(row) / height;
        double share = 1;
        if (m_style.fade == FillFade::Full)
            share = 1 - depth;
        else if (m_style.fade == FillFade::Calm && m_series.base.empty())
            share = 1.6 - 1.2 * depth;
        m_alphas[row] =
            static_cast<std::uint8_t>(std::clamp(m_series.fillOpacity * share, 0.0, 1.0) * 255 + 0.5);
    }
}

double SeriesPainter::yOf(double value) const
{
    const double y = m_scale.yOf(value);
    // Keeps NaN, which says that there is nothing.
    return y < -farAway ? -farAway : y > farAway ? farAway : y;
}

void SeriesPainter::prefetch(std::int64_t from, int count) const
{
    // Samples come at even distances; behind the first few lines of memory it is fetched ahead anyway.
    constexpr std::size_t perCacheLine = 4;
    constexpr std::size_t mostCacheLines = 8;
    const std::span<const Sample> line = m_series.line;
    const ColumnGrid &grid = m_scene.grid;
    const auto placeOf = [&](std::int64_t column) {
        const double share = static_cast<double>(column - grid.first) / grid.count;
        return static_cast<std::size_t>(std::clamp(share, 0.0, 1.0) * static_cast<double>(line.size()));
    };
    const std::size_t end = placeOf(from + count + m_margin);
    std::size_t place = placeOf(from - m_margin);
    for (std::size_t i = 0; i < mostCacheLines && place < end; ++i, place += perCacheLine)
        __builtin_prefetch(&line[place]);
}

void SeriesPainter::prepare(std::int64_t from, int count, std::vector<PlotColumn> &room)
{
    m_from = from - m_margin;
    room.resize(static_cast<std::size_t>(count + 2 * m_margin));
    const bool based = !m_series.base.empty();
    if (m_bars) {
        prepareBars(m_scene.lineOf(m_series), room, m_barLine);
        if (based)
            prepareBars(m_scene.baseOf(m_series), room, m_barBase);
        return;
    }
    prepareLine(m_scene.lineOf(m_series), room, m_line);
    if (m_marksSamples && !m_series.dots.empty())
        prepareLine({m_series.dots, 0}, room, m_marked);
    m_dots = needsDots();
    if (based && m_series.fillOpacity > 0)
        prepareLine(m_scene.baseOf(m_series), room, m_base);
}

void SeriesPainter::prepareLine(const PlotLine &line, std::span<PlotColumn> columns,
                                std::pmr::vector<PixelColumn> &out) const
{
    decimate(line, m_scene.grid, m_from, columns);
    out.resize(columns.size());
    for (std::size_t i = 0; i < out.size(); ++i) {
        const PlotColumn &in = columns[i];
        PixelColumn &pixel = out[i];
        pixel.count = in.count;
        pixel.top = farAway;
        pixel.bottom = -farAway;
        pixel.enter = pixel.leave = PlotColumn::none;
        const PlotColumn::Extent extent = in.extent();
        if (std::isnan(extent.low))
            continue;
        pixel.top = yOf(extent.high);
        pixel.bottom = yOf(extent.low);
        if (in.count > 1 && !m_marksSamples)
            continue;
        pixel.enter = yOf(in.enter);
        pixel.leave = yOf(in.leave);
        pixel.first = yOf(in.first);
        pixel.last = yOf(in.last);
        pixel.at = in.at;
        pixel.sampleTop = yOf(in.max);
        pixel.sampleBottom = yOf(in.min);
    }
}

bool SeriesPainter::needsDots() const
{
    return std::ranges::any_of(m_line, [this](const PixelColumn &column) {
        return column.isolated() || (m_style.pointRadius > 0 && column.count > 0);
    });
}

void SeriesPainter::prepareBars(const PlotLine &line, std::span<PlotColumn> columns,
                                std::pmr::vector<PixelBar> &out) const
{
    out.resize(columns.size());
    const double base = std::clamp(yOf(m_style.floor), 0.0, static_cast<double>(m_scale.height));
    const auto set = [this, base](PixelBar &bar, double min, double max) {
        bar.top = yOf(max);
        bar.bottom = yOf(min);
        if (!m_series.base.empty())
            return;
        // What is there is seen, however little it is.
        const bool single = bar.top == bar.bottom;
        const bool isAbove = max > m_style.floor && bar.top <= base;
        const bool isBelow = min < m_style.floor && bar.bottom >= base;
        if (isAbove)
            bar.top = std::min(bar.top, base - 1);
        if (isBelow)
            bar.bottom = std::max(bar.bottom, base + 1);
        if (single)
            bar = {isBelow ? bar.bottom : bar.top, isBelow ? bar.bottom : bar.top, bar.count, bar.begins,
                   bar.ends};
    };
    if (m_style.bar.beforeUs + m_style.bar.afterUs < m_scene.grid.bucketUs) {
        decimate(line, m_scene.grid, m_from, columns);
        for (std::size_t i = 0; i < out.size(); ++i) {
            out[i] = {0, 0, columns[i].count, false, false};
            set(out[i], columns[i].min, columns[i].max);
        }
        return;
    }
    std::vector<BarColumn> bars(out.size());
    decimateBars(line.samples, m_scene.grid, m_style.bar, m_from, bars);
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i] = {0, 0, bars[i].count, bars[i].begins, bars[i].ends};
        set(out[i], bars[i].min, bars[i].max);
    }
}

void SeriesPainter::fill(ColumnPainter &painter, int i) const
{
    if (!(m_series.fillOpacity > 0))
        return;
    const auto index = static_cast<std::size_t>(i + m_margin);
    if (m_bars)
        fillBar(painter, index);
    else if (m_style.drawing == DrawStyle::Line)
        fillLine(painter, index);
}

void SeriesPainter::fillLine(ColumnPainter &painter, std::size_t index) const
{
    const PixelColumn &line = m_line[index];
    if (!line.touched() || line.isolated())
        return;
    double baseTop = std::clamp(yOf(m_style.floor), 0.0, static_cast<double>(m_scale.height));
    double baseBottom = baseTop;
    if (!m_series.base.empty()) {
        const PixelColumn &base = m_base[index];
        if (!base.touched() || base.isolated())
            return;
        baseTop = base.edge(false);
        baseBottom = base.edge(true);
    }
    const double upper = line.edge(true);
    const double lower = line.edge(false);
    // Without a line the area alone shows how far the samples reach.
    const bool alone = !(m_width > 0) && line.count > 0;
    const double soft = m_series.fillOpacity * edgeShare;
    if (upper <= baseTop) {
        painter.shade({upper, baseTop}, m_fillInk, m_alphas);
        if (alone)
            painter.span({line.top, upper}, m_fillInk, soft);
    } else if (lower > baseBottom) {
        painter.shade({baseBottom, lower}, m_fillInk, m_alphas);
        if (alone)
            painter.span({lower, line.bottom}, m_fillInk, soft);
    }
}

double SeriesPainter::barBase(std::size_t index) const
{
    if (m_series.base.empty())
        return std::clamp(yOf(m_style.floor), 0.0, static_cast<double>(m_scale.height));
    const PixelBar &base = m_barBase[index];
    if (!base.touched())
        return PlotColumn::none;
    // The end that is nearer to the bar.
    return m_barLine[index].top <= base.top ? base.top : base.bottom;
}

void SeriesPainter::fillBar(ColumnPainter &painter, std::size_t index) const
{
    const PixelBar &bar = m_barLine[index];
    const double base = barBase(index);
    if (!bar.touched() || std::isnan(base))
        return;
    painter.shade({std::min(bar.top, base), std::max(bar.bottom, base)}, m_fillInk, m_alphas);
}

void SeriesPainter::strokeBar(ColumnPainter &painter, std::size_t index) const
{
    const PixelBar &bar = m_barLine[index];
    const double base = barBase(index);
    if (!bar.touched() || std::isnan(base) || !(m_width > 0))
        return;
    const bool above = bar.top <= base;
    if (bar.count > 1) {
        painter.span({bar.top - m_width / 2, bar.bottom + m_width / 2}, m_ink);
        return;
    }
    const double value = bar.top;
    const double columns = static_cast<double>(m_style.bar.beforeUs + m_style.bar.afterUs) /
                           static_cast<double>(m_scene.grid.bucketUs);
    if ((bar.begins || bar.ends) && columns >= narrowBar * std::max(1.0, m_width)) {
        painter.span({std::min(value, base), std::max(value, base)}, m_ink, std::min(1.0, m_width));
        return;
    }
    const double thickness = std::max(1.0, m_width);
    // Within the bar, so that its height is that of the value.
    const double top = std::round(above ? value : value - thickness);
    painter.span({top, top + thickness}, m_ink);
}

bool SeriesPainter::inDashGap(std::size_t index) const
{
    if (m_dashLength <= 0)
        return false;
    const PixelColumn &here = m_line[index];
    if (here.bottom - here.top > std::max(2.0, 2 * m_width))
        return false;
    int place = ringColumn(m_from + static_cast<std::int64_t>(index), m_dashLength);
    bool isGap = false;
    for (const int length : m_style.dash) {
        place -= length;
        if (place < 0)
            return isGap;
        isGap = !isGap;
    }
    return false;
}

void SeriesPainter::stroke(ColumnPainter &painter, int i) const
{
    const auto index = static_cast<std::size_t>(i + m_margin);
    if (m_bars) {
        strokeBar(painter, index);
        return;
    }
    if (m_style.drawing == DrawStyle::Points)
        drawCloud(painter, index);
    else if (m_width > 0)
        strokeLine(painter, index);
    if (m_dots)
        drawDots(painter, index);
}

void SeriesPainter::strokeLine(ColumnPainter &painter, std::size_t index) const
{
    if (m_width >= 2)
        widenNeighbours(painter, index);
    const PixelColumn &here = m_line[index];
    if (!here.touched() || here.isolated() || inDashGap(index))
        return;
    const bool steps = m_style.interpolation == LineInterpolation::StepBefore ||
                       m_style.interpolation == LineInterpolation::StepAfter;
    if (here.count >= 2)
        painter.span({here.top - m_width / 2, here.bottom + m_width / 2}, m_ink);
    else if (steps && here.count == 1)
        strokeStep(painter, index);
    else
        strokeSlope(painter, index);
}

void SeriesPainter::widenNeighbours(ColumnPainter &painter, std::size_t index) const
{
    // A pen this wide reaches from a spike into the columns beside it.
    const PixelColumn &here = m_line[index];
    const auto reach = static_cast<std::size_t>(std::ceil(m_width / 2 - 0.5));
    for (std::size_t i = index - reach; i <= index + reach; ++i) {
        const PixelColumn &other = m_line[i];
        if (i == index || other.count < 2)
            continue;
        const double distance = static_cast<double>(i > index ? i - index : index - i);
        const double share = std::clamp(m_width / 2 + 0.5 - distance, 0.0, 1.0);
        const double top = other.top - m_width / 2;
        const double bottom = other.bottom + m_width / 2;
        painter.span({top, std::min(bottom, here.top)}, m_ink, share);
        painter.span({std::max({top, here.bottom, here.top}), bottom}, m_ink, share);
    }
}

void SeriesPainter::strokeStep(ColumnPainter &painter, std::size_t index) const
{
    const PixelColumn &here = m_line[index];
    const auto level = [this, &painter](double y, double width) {
        const double top = std::round(y - m_width / 2);
        painter.addPiece({top + m_width / 2, top + m_width / 2, width}, m_width, {-farAway, farAway});
    };
    const double from = std::isnan(here.enter) ? here.first : here.enter;
    const double to = std::isnan(here.leave) ? here.first : here.leave;
    if (std::abs(from - to) > 0.5) {
        // On whole columns: crisp, as level lines are.
        const double top = std::round(std::min(from, to) - m_width / 2);
        const double bottom = std::round(std::max(from, to) - m_width / 2) + m_width;
        painter.span({top, bottom}, m_ink);
        return;
    }
    if (!std::isnan(here.enter))
        level(here.enter, std::isnan(here.leave) ? std::max(here.at, 0.01) : 1);
    else
        level(to, 1 - here.at);
    painter.flush(m_ink);
}

void SeriesPainter::strokeSlope(ColumnPainter &painter, std::size_t index) const
{
    const PixelColumn &here = m_line[index];
    if (here.top == here.bottom) {
        // A level line is put on whole pixels: crisp instead of smeared over two rows.
        double width = 1;
        if (std::isnan(here.enter))
            width = 1 - here.at;
        else if (std::isnan(here.leave))
            width = std::max(here.at, 0.01);
        const double top = std::round(here.top - m_width / 2);
        painter.addPiece({top + m_width / 2, top + m_width / 2, width}, m_width, {-farAway, farAway});
        painter.flush(m_ink);
        return;
    }
    ColumnPainter::Rows limit{farAway, -farAway};
    const auto reach = static_cast<std::size_t>(std::ceil(m_width / 2));
    for (std::size_t i = index - reach; i <= index + reach; ++i) {
        limit.top = std::min(limit.top, m_line[i].top - m_width / 2);
        limit.bottom = std::max(limit.bottom, m_line[i].bottom + m_width / 2);
    }
    if (here.count == 0) {
        painter.addPiece({here.enter, here.leave, 1}, m_width, limit);
    } else {
        if (!std::isnan(here.enter))
            painter.addPiece({here.enter, here.first, here.at}, m_width, limit);
        if (!std::isnan(here.leave))
            painter.addPiece({here.first, here.leave, 1 - here.at}, m_width, limit);
    }
    painter.flush(m_ink);
}

/// Where many points fall in a column, a veil tells that there are others between the highest and the lowest.
void SeriesPainter::drawCloud(ColumnPainter &painter, std::size_t index) const
{
    const PixelColumn &here = marked()[index];
    if (here.count > 2)
        painter.span({here.sampleTop, here.sampleBottom}, m_ink, cloudShare);
}

/// Dots reach into the columns beside theirs.
void SeriesPainter::drawDots(ColumnPainter &painter, std::size_t index) const
{
    const double alone = m_width > 0 || m_style.pointRadius > 0 ? dotRadius * std::max(m_width, 1.0) : 0;
    const double most = std::max(alone, m_style.pointRadius);
    const auto reach = std::min(static_cast<std::size_t>(m_margin), static_cast<std::size_t>(most + 1));
    const auto dot = [&painter, index, this](std::size_t column, double at, double y, double radius) {
        const double dx = static_cast<double>(index) + 0.5 - (static_cast<double>(column) + at);
        if (std::abs(dx) >= radius)
            return;
        const double half = std::sqrt(radius * radius - dx * dx);
        painter.span({y - half, y + half}, m_ink);
    };
    for (std::size_t i = index - reach; i <= index + reach; ++i) {
        const PixelColumn &other = marked()[i];
        if (other.count == 0)
            continue;
        if (other.count == 1) {
            const double radius = m_line[i].isolated() ? most : m_style.pointRadius;
            dot(i, other.at, other.first, radius);
        } else if (m_style.pointRadius > 0) {
            for (const double y : {other.first, other.last, other.sampleTop, other.sampleBottom})
                dot(i, 0.5, y, m_style.pointRadius);
        }
    }
}

} // namespace sightglass
