// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/exposition/metrictype.h"

#include <cstdint>
#include <string_view>

namespace sightglass {

/// One who describes families: a target.
enum class MetadataOwner : std::uint32_t
{
    Collector ///< what the collector says by itself, of all targets' report series
};

/// What an owner newly says of a family.
struct MetadataChange
{
    std::string_view family;
    const MetricMetadata *metadata = nullptr; ///< null: it says nothing of it any more
};

} // namespace sightglass
