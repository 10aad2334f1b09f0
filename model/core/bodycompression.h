// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace sightglass {

/// Whether a page's bytes were packed on their way: what was asked for, and what the endpoint did.
enum class BodyCompression : std::uint8_t
{
    Unknown, ///< no such thing where the page comes from
    NotAsked,
    Refused, ///< offered, but plain bytes came
    Used
};

} // namespace sightglass
