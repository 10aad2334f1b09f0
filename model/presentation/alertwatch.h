// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/watchedalerts.h"
#include "model/scrape/collectortick.h"

#include <cstdint>
#include <vector>

namespace sightglass {

/// Which alerts concern a window, from tick to tick: names are gathered only where the rules or the targets
/// are others than before, which comparing pointers tells, since rules and labels are immutable and shared.
class AlertWatch
{
public:
    /// True where other alerts are watched now.
    bool follow(const CollectorTick &tick);

    [[nodiscard]] const WatchedAlerts &watched() const noexcept { return m_watched; }
    /// How often names were gathered.
    [[nodiscard]] std::uint64_t gathered() const noexcept { return m_gathered; }

private:
    [[nodiscard]] bool isSame(const CollectorTick &tick) const;

    std::vector<RulePtr> m_rules;  ///< as of the tick that was followed last; held, so that none comes again
    std::vector<Labels> m_targets; ///< whose names were gathered
    WatchedAlerts m_watched;
    std::uint64_t m_gathered = 0;
};

} // namespace sightglass
