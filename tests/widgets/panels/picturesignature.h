// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QString>

#include <optional>
#include <vector>

namespace sightglass::test {

/// A picture as what is drawn in each cell of a coarse grid, and how much is drawn in each hue: what another
/// font or another smoothing of edges changes little, and a line, bar or legend that is not there changes
/// much.
///
/// Ink is compared with what is at most a cell away in the other picture, since larger letters push an axis
/// or a legend that far. Colour is compared in its place: letters are grey, and what is coloured moves by
/// less. A thin line among others is too little for either, hence the hues of the whole picture: nothing but
/// another line of the same hue can stand in for one that is missing. A hue is that of the difference between
/// a pixel and the surface, which a transparent fill or a smoothed edge has in common with the line itself.
struct PictureSignature
{
    static constexpr int columns = 24;
    static constexpr int rows = 15;
    static constexpr int hueCount = 12;

    /// Means of the difference from the surface's colour, in thousandths.
    struct Cell
    {
        int ink = 0;  ///< its largest component
        int red = 0;  ///< red less green
        int blue = 0; ///< blue less green

        friend bool operator==(const Cell &, const Cell &) = default;
    };
    std::vector<Cell> cells; ///< row by row
    std::vector<int> hues;   ///< from red on: sum of colourfulness, in thousandths of a full cell

    friend bool operator==(const PictureSignature &, const PictureSignature &) = default;
};

[[nodiscard]] PictureSignature signatureOf(const QImage &picture, const QColor &surface);

/// A line for each row of cells, three numbers each, and one for the hues; text() of what parse() has read is
/// the same text.
[[nodiscard]] QString text(const PictureSignature &signature);
[[nodiscard]] std::optional<PictureSignature> parse(const QString &text);

/// The part in which two pictures differ most.
struct PictureDifference
{
    double size = 0; ///< above 1 it is more than how letters and edges are drawn; of equal pictures 0
    QString words;   ///< what differs
};
[[nodiscard]] PictureDifference difference(const PictureSignature &expected, const PictureSignature &actual);

} // namespace sightglass::test
