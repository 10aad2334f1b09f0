// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneldata.h"

#include <cstddef>
#include <string>

namespace sightglass {

/// A table as text, RFC 4180, for people's spreadsheets: no text in it is a formula (see spreadsheetText()).
struct CsvTable
{
    std::string text;
    std::size_t rows = 0; ///< below the header
    bool cut = false;     ///< there are more
};

/// The samples of all series in their order, each series by time: the time in Unix seconds, the value in all
/// its digits (a native histogram in Prometheus' text form), then one column for each label; at most so many
/// rows. Where lines are not all evaluated at steps, a column before the labels says of each sample what it
/// is: one of the store ("stored"), one of the steps ("step") or an extreme that lies in between ("between").
/// Where stored samples are thinned out, another one says how many of the store are missing between this one
/// and the one before: rows and those together are all that the store has. What lies beyond the range does
/// not come.
[[nodiscard]] CsvTable panelCsv(const PanelData &data, std::size_t mostRows);

} // namespace sightglass
