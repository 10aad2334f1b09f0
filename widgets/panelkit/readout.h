// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>
#include <QStringList>

#include <cstddef>
#include <optional>
#include <vector>

namespace sightglass {

/// A line of a hover read-out: one series at the pointer's time. Plain, displayable text.
struct ReadoutRow
{
    QColor color;
    QString name;
    QString value;
    bool nearest = false; ///< of all rows the one next to the pointer
    QString detail = {};  ///< beside the value: "12 s old", "0.1 s to 0.25 s"; may be empty

    friend bool operator==(const ReadoutRow &, const ReadoutRow &) = default;
};

/// What colours mean, beside rows that are coloured by it.
struct ReadoutRamp
{
    std::vector<QColor> colors; ///< from the least to the largest, equally far apart
    QString least;              ///< displayable
    QString largest;
    std::optional<double> mark = {}; ///< 0 to 1: where what is read lies

    friend bool operator==(const ReadoutRamp &, const ReadoutRamp &) = default;
};

/// What a plot says about the place under the pointer.
struct Readout
{
    QString title;
    std::vector<ReadoutRow> rows;
    QString note; ///< below the rows; may be empty
    /// Why a line looks as it does there: what happened, or that there is nothing. Before the note.
    QStringList remarks = {};
    std::optional<double> number = {};    ///< of the row next to the pointer, else of the first
    std::size_t rowsAbove = 0;            ///< left out before the first row
    std::size_t rowsBelow = 0;            ///< left out behind the last
    std::optional<ReadoutRamp> ramp = {}; ///< below the rows

    /// Nothing is said of the place.
    [[nodiscard]] bool empty() const { return rows.empty() && remarks.empty(); }
    friend bool operator==(const Readout &, const Readout &) = default;
};

} // namespace sightglass
