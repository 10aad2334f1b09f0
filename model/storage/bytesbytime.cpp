// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/bytesbytime.h"

#include <limits>

namespace sightglass {

TimestampMs BytesByTime::cutoffFor(std::size_t bytes) const
{
    TimestampMs cutoff = std::numeric_limits<TimestampMs>::min();
    std::size_t freed = 0;
    for (auto at = m_bytes.begin(); at != m_bytes.end() && freed < bytes; ++at) {
        freed += at->second;
        cutoff = (at->first + 1) * stepMs;
    }
    return cutoff;
}

} // namespace sightglass
