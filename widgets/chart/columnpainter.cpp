// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/columnpainter.h"

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

/// (1 - a) * below + a * color for opaque colours, a in 0..255, rounded, two channels at a time.
QRgb mixed(QRgb below, QRgb color, unsigned a)
{
    constexpr unsigned mask = 0xff00ff;
    constexpr unsigned half = 0x800080;
    unsigned rb = (below & mask) * (255 - a) + (color & mask) * a + half;
    unsigned ag = ((below >> 8) & mask) * (255 - a) + ((color >> 8) & mask) * a + half;
    rb = ((rb + ((rb >> 8) & mask)) >> 8) & mask;
    ag = (ag + ((ag >> 8) & mask)) & ~mask;
    return rb | ag | 0xff000000;
}

/// The integral of max(0, k - y) for y evenly from y0 to y1 (y0 <= y1): the mean depth of k below the line.
struct MeanDepth
{
    double y0;
    double y1;

    double operator()(double k) const
    {
        if (k >= y1)
            return k - (y0 + y1) / 2;
        if (k <= y0)
            return 0;
        return (k - y0) * (k - y0) / (2 * (y1 - y0));
    }
};

} // namespace

ColumnPainter::ColumnPainter(int height)
    : m_coverage(static_cast<std::size_t>(height), 0.0F)
    , m_height(height)
    , m_first(height)
{}

void ColumnPainter::blend(int row, QRgb color, double coverage)
{
    QRgb &pixel = m_column[static_cast<std::size_t>(row)];
    pixel = mixed(pixel, color, static_cast<unsigned>(std::min(coverage, 1.0) * 255 + 0.5));
}

void ColumnPainter::span(Rows rows, const ColumnInk &ink, double share)
{
    const double top = std::max(rows.top, 0.0);
    const double bottom = std::min(rows.bottom, static_cast<double>(m_height));
    if (!(top < bottom))
        return;
    const int first = static_cast<int>(top);
    const int last = static_cast<int>(bottom);
    if (first == last) {
        blend(first, ink.at(first), (bottom - top) * share);
        return;
    }
    blend(first, ink.at(first), (first + 1 - top) * share);
    if (share >= 1 && ink.rows.empty())
        std::fill(m_column.begin() + first + 1, m_column.begin() + last, ink.color);
    else if (share >= 1)
        std::copy(ink.rows.begin() + first + 1, ink.rows.begin() + last, m_column.begin() + first + 1);
    else
        for (int row = first + 1; row < last; ++row)
            blend(row, ink.at(row), share);
    if (bottom > last)
        blend(last, ink.at(last), (bottom - last) * share);
}

void ColumnPainter::shade(Rows rows, const ColumnInk &ink, std::span<const std::uint8_t> alphas)
{
    const double top = std::max(rows.top, 0.0);
    const double bottom = std::min(rows.bottom, static_cast<double>(m_height));
    if (!(top < bottom))
        return;
    const auto first = static_cast<std::size_t>(top);
    const auto last = std::min(static_cast<std::size_t>(std::ceil(bottom)), m_column.size());
    const double firstShare = std::min(bottom, static_cast<double>(first + 1)) - top;
    const auto color = [&ink](std::size_t row) { return ink.rows.empty() ? ink.color : ink.rows[row]; };
    m_column[first] =
        mixed(m_column[first], color(first), static_cast<unsigned>(alphas[first] * firstShare + 0.5));
    for (std::size_t row = first + 1; row + 1 < last; ++row)
        m_column[row] = mixed(m_column[row], color(row), alphas[row]);
    if (last > first + 1) {
        const double share = bottom - static_cast<double>(last - 1);
        m_column[last - 1] =
            mixed(m_column[last - 1], color(last - 1), static_cast<unsigned>(alphas[last - 1] * share + 0.5));
    }
}

void ColumnPainter::addPiece(const Piece &piece, double lineWidth, Rows limit)
{
    if (!(piece.width > 0.002))
        return;
    const MeanDepth depth{std::min(piece.y0, piece.y1), std::max(piece.y0, piece.y1)};
    const double slope = (depth.y1 - depth.y0) / piece.width;
    // The vertical thickness of a slanted line.
    const double half = lineWidth / 2 * std::sqrt(1 + slope * slope);
    const Rows rows{std::max({depth.y0 - half, limit.top, 0.0}),
                    std::min({depth.y1 + half, limit.bottom, static_cast<double>(m_height)})};
    if (!(rows.top < rows.bottom))
        return;
    const int first = static_cast<int>(rows.top);
    const int last = std::min(static_cast<int>(std::ceil(rows.bottom)), m_height);
    m_first = std::min(m_first, first);
    m_last = std::max(m_last, last);
    double above = depth(first + half) - depth(first - half);
    for (int row = first; row < last; ++row) {
        const double below = depth(row + 1 + half) - depth(row + 1 - half);
        const double inside = std::min<double>(row + 1, rows.bottom) - std::max<double>(row, rows.top);
        m_coverage[static_cast<std::size_t>(row)] +=
            static_cast<float>(std::min(below - above, inside) * piece.width);
        above = below;
    }
}

void ColumnPainter::flush(const ColumnInk &ink)
{
    for (int row = m_first; row < m_last; ++row) {
        float &coverage = m_coverage[static_cast<std::size_t>(row)];
        blend(row, ink.at(row), static_cast<double>(coverage));
        coverage = 0;
    }
    m_first = m_height;
    m_last = 0;
}

} // namespace sightglass
