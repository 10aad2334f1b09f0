// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/labels.h"
#include "widgets/style/theme.h"

#include <QColor>

#include <cstddef>
#include <map>
#include <span>
#include <vector>

namespace sightglass {

/// The colour of the index-th series of a panel: a palette that colour-blind people can tell apart, with
/// shades for either theme; repeats after seriesColorCount.
inline constexpr std::size_t seriesColorCount = 12;
[[nodiscard]] QColor seriesColor(std::size_t index, const Theme &theme);
[[nodiscard]] QColor seriesColor(std::size_t index, ThemeKind theme); ///< in normal contrast

/// How a series looks when nobody has configured it: when colours run out, they come again with other dashes.
struct SeriesLook
{
    QColor color;
    std::vector<double> dash; ///< strokes and gaps in turn, logical pixels; empty: solid
};
inline constexpr std::size_t seriesLookCount = 4 * seriesColorCount;
[[nodiscard]] SeriesLook seriesLook(std::size_t slot, const Theme &theme);
[[nodiscard]] SeriesLook seriesLook(std::size_t slot, ThemeKind theme); ///< in normal contrast

/// By what a panel tells its series apart.
enum class LookKind : unsigned char
{
    Line, ///< by colour and dashes
    Area  ///< by colour alone
};

/// Which series has which colour, shared by the panels of a dashboard and kept while that is made anew: what
/// has the same labels is coloured the same in every panel. GUI thread.
class SeriesColorBook
{
public:
    /// The slot (of seriesLook()) of a series, by its labels without the metric's name. `taken` are those in
    /// use in the same panel. What a series that is new to the book gets goes by its labels, so that it is the
    /// same at every start, on every machine and whichever panel comes first; where the panel has that colour
    /// already, the next in an order that goes by the labels, too. Where that of a known one is taken, a line
    /// has it with other dashes, and an area the first free colour, so that two series of a panel look alike
    /// only when all looks are taken. The panel keeps what it was given, while others come and go.
    [[nodiscard]] std::size_t slotOf(const Labels &labels, std::span<const std::size_t> taken,
                                     LookKind kind = LookKind::Area);
    /// Whether some panel has asked for it: what is known goes before what is new, so that nobody has to give
    /// way in a later panel.
    [[nodiscard]] bool knows(const Labels &labels) const;

private:
    std::map<Labels, std::size_t> m_slots; ///< below seriesColorCount
};

} // namespace sightglass
