// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/seriescolors.h"

#include <algorithm>
#include <array>

namespace sightglass {

namespace {

constexpr std::size_t dashCount = seriesLookCount / seriesColorCount;

/// Neighbours in the list differ in lightness as well as in hue, so that they stay apart under the three
/// common kinds of colour blindness. Each shade has a contrast of at least 3:1 with its theme's surface.
constexpr std::array<QRgb, seriesColorCount> darkShades{
    qRgb(0x5c, 0xb0, 0xf5), qRgb(0xf2, 0xa2, 0x3c), qRgb(0x3f, 0xc9, 0x9c), qRgb(0xe0, 0x7a, 0xb8),
    qRgb(0xef, 0xdd, 0x63), qRgb(0xea, 0x6a, 0x4b), qRgb(0x9a, 0x8f, 0xf7), qRgb(0xa9, 0xd8, 0x6c),
    qRgb(0x45, 0xcf, 0xe0), qRgb(0xc9, 0x9b, 0x6d), qRgb(0xc6, 0xca, 0xd3), qRgb(0x3d, 0x8b, 0xc4)};
constexpr std::array<QRgb, seriesColorCount> highShades{
    qRgb(0x7f, 0xde, 0xff), qRgb(0xaf, 0x9a, 0x59), qRgb(0xc4, 0xfd, 0xdf), qRgb(0xf0, 0x6d, 0x91),
    qRgb(0xd0, 0xfe, 0x06), qRgb(0xf2, 0xb5, 0xa2), qRgb(0xad, 0x99, 0xc5), qRgb(0xff, 0xee, 0xa4),
    qRgb(0x55, 0xaa, 0x9f), qRgb(0xf9, 0x9e, 0x26), qRgb(0xc0, 0xc0, 0xbf), qRgb(0x7e, 0x90, 0xff)};
constexpr std::array<QRgb, seriesColorCount> lightShades{
    qRgb(0x1b, 0x74, 0xc9), qRgb(0xd0, 0x6f, 0x00), qRgb(0x0b, 0x8f, 0x6c), qRgb(0xbb, 0x3f, 0x8b),
    qRgb(0x9a, 0x7d, 0x00), qRgb(0xc8, 0x3c, 0x20), qRgb(0x5c, 0x50, 0xcf), qRgb(0x55, 0x87, 0x15),
    qRgb(0x07, 0x88, 0x9e), qRgb(0x86, 0x57, 0x29), qRgb(0x62, 0x69, 0x76), qRgb(0x0f, 0x47, 0x7a)};

const std::vector<double> &dashOf(std::size_t slot)
{
    static const std::array<std::vector<double>, dashCount> dashes{{{}, {6, 3}, {2, 2}, {8, 3, 2, 3}}};
    return dashes[slot / seriesColorCount % dashCount];
}

} // namespace

QColor seriesColor(std::size_t index, ThemeKind theme)
{
    const auto &shades = theme == ThemeKind::Dark ? darkShades : lightShades;
    return QColor(shades[index % seriesColorCount]);
}

QColor seriesColor(std::size_t index, const Theme &theme)
{
    if (theme.contrast == Contrast::High)
        return QColor(highShades[index % seriesColorCount]);
    return seriesColor(index, theme.kind);
}

SeriesLook seriesLook(std::size_t slot, ThemeKind theme)
{
    return {seriesColor(slot, theme), dashOf(slot)};
}

SeriesLook seriesLook(std::size_t slot, const Theme &theme)
{
    return {seriesColor(slot, theme), dashOf(slot)};
}

std::size_t SeriesColorBook::slotOf(const Labels &labels, std::span<const std::size_t> taken)
{
    const auto [entry, isNew] = m_slots.try_emplace(labels.without(metricNameLabel), m_next);
    if (isNew)
        m_next = (m_next + 1) % seriesColorCount;
    const auto isTaken = [&taken](std::size_t slot) { return std::ranges::find(taken, slot) != taken.end(); };
    // Its own colour, else the first free one, both solid; then the same with dashes.
    for (std::size_t dashes = 0; dashes < seriesLookCount; dashes += seriesColorCount) {
        if (!isTaken(entry->second + dashes))
            return entry->second + dashes;
        for (std::size_t slot = dashes; slot < dashes + seriesColorCount; ++slot) {
            if (!isTaken(slot))
                return slot;
        }
    }
    return entry->second;
}

} // namespace sightglass
