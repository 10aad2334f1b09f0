// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/panelcsv.h"
#include "model/dashboard/panelspec.h"

#include <span>

namespace sightglass {

/// Tables as text, RFC 4180: a header of the columns' display names, then the rows; an empty line between two
/// tables. Numbers in all their digits, times in Unix seconds, no value as an empty field. At most so many
/// rows in all.
[[nodiscard]] CsvTable framesCsv(std::span<const Frame> frames, std::size_t mostRows);

/// What a panel shows: its tables where it reads such, else the samples of its series.
[[nodiscard]] CsvTable shownCsv(const PanelData &data, std::size_t mostRows);

} // namespace sightglass
