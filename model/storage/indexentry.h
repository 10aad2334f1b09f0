// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/storage/head.h"

namespace sightglass {

/// One series as the index knows it.
struct IndexEntry
{
    SeriesId id = 0;
    Labels labels;
};

} // namespace sightglass
