// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/seriescolors.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace sightglass {

namespace {

constexpr std::size_t mostApart = 8; ///< the first so many shades come before the others
constexpr std::size_t dashCount = seriesLookCount / seriesColorCount;

/// Found by a search for shades that stay apart for people without one of the three kinds of cones, the first
/// eight and neighbours in the list most. Each has a contrast of at least 3:1 with its theme's surface, in
/// high contrast 7:1. The tests say how far apart they are.
constexpr std::array<QRgb, seriesColorCount> darkShades{
    qRgb(0x6b, 0xc8, 0xfe), qRgb(0xb9, 0x76, 0x21), qRgb(0xa2, 0xde, 0xb1), qRgb(0xf6, 0x4b, 0x99),
    qRgb(0xf9, 0xe5, 0x5c), qRgb(0xe7, 0x8a, 0x7b), qRgb(0x9b, 0x8e, 0xcb), qRgb(0x96, 0xc0, 0x37),
    qRgb(0x41, 0xb4, 0xb6), qRgb(0xe6, 0xb3, 0x7a), qRgb(0xc8, 0xcb, 0xd3), qRgb(0x32, 0x84, 0xeb)};
constexpr std::array<QRgb, seriesColorCount> highShades{
    qRgb(0x5d, 0xa1, 0xbe), qRgb(0xb5, 0x9b, 0x4b), qRgb(0x62, 0xe3, 0xa5), qRgb(0xf9, 0xb5, 0xd6),
    qRgb(0xfc, 0xf0, 0x7f), qRgb(0xd4, 0x83, 0x7f), qRgb(0xc5, 0xa2, 0xfd), qRgb(0x8b, 0xd2, 0x02),
    qRgb(0x92, 0xf8, 0xfd), qRgb(0xf6, 0xac, 0x74), qRgb(0xf1, 0xf0, 0xed), qRgb(0xac, 0xd5, 0xff)};
constexpr std::array<QRgb, seriesColorCount> lightShades{
    qRgb(0x17, 0x76, 0xda), qRgb(0xd1, 0x71, 0x0b), qRgb(0x1e, 0x81, 0x5f), qRgb(0xbc, 0x3d, 0x8b),
    qRgb(0x97, 0x8e, 0x59), qRgb(0x77, 0x0e, 0x08), qRgb(0x54, 0x33, 0xe2), qRgb(0x47, 0x6b, 0x00),
    qRgb(0x00, 0x91, 0xa9), qRgb(0x8c, 0x5d, 0x3d), qRgb(0x62, 0x65, 0x70), qRgb(0x0a, 0x47, 0x7a)};

const std::vector<double> &dashOf(std::size_t slot)
{
    static const std::array<std::vector<double>, dashCount> dashes{{{}, {6, 3}, {2, 2}, {8, 3, 2, 3}}};
    return dashes[slot / seriesColorCount % dashCount];
}

/// FNV-1a: the same number on every machine and at every start.
std::uint64_t stableHash(const Labels &labels)
{
    constexpr std::uint64_t offset = 0xcbf29ce484222325;
    constexpr std::uint64_t prime = 0x100000001b3;
    std::uint64_t hash = offset;
    const auto add = [&hash](std::string_view text) {
        for (const char c : text)
            hash = (hash ^ static_cast<unsigned char>(c)) * prime;
        hash = (hash ^ 0xffU) * prime; // is in no UTF-8
    };
    for (const LabelView label : labels) {
        add(label.name);
        add(label.value);
    }
    // The low bits of similar texts are similar.
    return hash ^ (hash >> 32U);
}

/// The colour of a series that has none yet: of those that the fewest in its panel have, the one that comes
/// first in the order that its labels give.
std::size_t newColor(const Labels &labels, std::span<const std::size_t> taken)
{
    constexpr std::array<std::size_t, 4> strides{1, 5, 7, 11}; // each leads through all twelve
    static_assert(seriesColorCount == 12);
    std::array<std::size_t, seriesColorCount> uses{};
    for (const std::size_t slot : taken)
        ++uses.at(slot % seriesColorCount);
    const std::uint64_t hash = stableHash(labels);
    const std::size_t first = hash % seriesColorCount;
    const std::size_t stride = strides.at(hash / seriesColorCount % strides.size());
    const auto rank = [&uses](std::size_t color) { return 2 * uses.at(color) + (color < mostApart ? 0 : 1); };
    std::size_t best = first;
    for (std::size_t i = 1; i < seriesColorCount; ++i) {
        const std::size_t color = (first + i * stride) % seriesColorCount;
        if (rank(color) < rank(best))
            best = color;
    }
    return best;
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

bool SeriesColorBook::knows(const Labels &labels) const
{
    return m_slots.contains(labels.without(metricNameLabel));
}

std::size_t SeriesColorBook::slotOf(const Labels &labels, std::span<const std::size_t> taken, LookKind kind)
{
    const Labels key = labels.without(metricNameLabel);
    auto known = m_slots.find(key);
    if (known == m_slots.end())
        known = m_slots.emplace(key, newColor(key, taken)).first;
    const std::size_t own = known->second;
    const auto isTaken = [&taken](std::size_t slot) { return std::ranges::find(taken, slot) != taken.end(); };
    for (std::size_t dashes = 0; dashes < seriesLookCount; dashes += seriesColorCount) {
        if (!isTaken(own + dashes))
            return own + dashes;
        // Of areas the colour counts; lines come to others when all dashes of their own are taken.
        for (std::size_t slot = dashes; kind == LookKind::Area && slot < dashes + seriesColorCount; ++slot) {
            if (!isTaken(slot))
                return slot;
        }
    }
    for (std::size_t slot = 0; slot < seriesLookCount; ++slot) {
        if (!isTaken(slot))
            return slot;
    }
    return own;
}

} // namespace sightglass
