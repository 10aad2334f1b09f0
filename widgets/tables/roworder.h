// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/frame.h"

#include <cstdint>
#include <span>
#include <vector>

namespace sightglass {

/// One column that rows are sorted by.
struct RowSort
{
    const Field *field = nullptr;
    bool descending = false;
};

/// Sorts rows (indices into the columns) by columns, the first one first; equal ones stay as they are.
/// Numbers before texts; what is not there and NaN comes last in either direction. Texts compare without
/// regard to the case of ASCII letters.
void sortRows(std::vector<std::uint32_t> &rows, std::span<const RowSort> sorts);

} // namespace sightglass
