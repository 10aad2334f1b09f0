// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

#include <vector>

namespace sightglass {

/// A line of a hover read-out: one series at the pointer's time. Plain, displayable text.
struct ReadoutRow
{
    QColor color;
    QString name;
    QString value;
    bool nearest = false; ///< of all rows the one next to the pointer

    friend bool operator==(const ReadoutRow &, const ReadoutRow &) = default;
};

/// What a plot says about the place under the pointer.
struct Readout
{
    QString title;
    std::vector<ReadoutRow> rows;
    QString note; ///< below the rows; may be empty

    [[nodiscard]] bool empty() const { return rows.empty(); }
    friend bool operator==(const Readout &, const Readout &) = default;
};

} // namespace sightglass
