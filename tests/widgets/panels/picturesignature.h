// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QString>

#include <optional>
#include <vector>

namespace sightglass::test {

/// A picture as a coarse grid of how much is drawn in each cell: what another font or another smoothing of
/// edges changes little, and a line, bar or legend that is not there changes much.
struct PictureSignature
{
    static constexpr int columns = 24;
    static constexpr int rows = 15;

    struct Cell
    {
        int ink = 0;    ///< mean distance from the surface's colour, in thousandths
        int colour = 0; ///< mean distance from grey, in thousandths

        friend bool operator==(const Cell &, const Cell &) = default;
    };
    std::vector<Cell> cells; ///< row by row

    friend bool operator==(const PictureSignature &, const PictureSignature &) = default;
};

[[nodiscard]] PictureSignature signatureOf(const QImage &picture, const QColor &surface);

/// A line for each row, ink and colour of each cell; text() of what parse() has read is the same text.
[[nodiscard]] QString text(const PictureSignature &signature);
[[nodiscard]] std::optional<PictureSignature> parse(const QString &text);

/// Where two pictures differ in more than how letters and edges are drawn, in words; empty where they do not.
[[nodiscard]] QString difference(const PictureSignature &expected, const PictureSignature &actual);

} // namespace sightglass::test
