// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/systemclock.h"

#include <chrono>

namespace sightglass {

TimestampMs SystemClock::nowMs() const
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::int64_t SystemClock::monotonicNs() const
{
    using namespace std::chrono;
    return duration_cast<nanoseconds>(steady_clock::now().time_since_epoch()).count();
}

} // namespace sightglass
