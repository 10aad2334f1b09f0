// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/alertwatch.h"

#include <algorithm>

namespace sightglass {

bool AlertWatch::isSame(const CollectorTick &tick) const
{
    return std::ranges::equal(m_rules, tick.rules, {}, {}, &RuleStatus::rule) &&
           std::ranges::equal(m_targets, tick.targets, {}, {}, &TargetStatus::labels);
}

bool AlertWatch::follow(const CollectorTick &tick)
{
    if (isSame(tick))
        return false;
    ++m_gathered;
    m_rules.clear();
    m_targets.clear();
    WatchedAlerts watched;
    for (const RuleStatus &status : tick.rules) {
        m_rules.push_back(status.rule);
        if (status.rule->kind == RuleKind::Alerting)
            watched.rules.insert(status.rule->name);
    }
    for (const TargetStatus &target : tick.targets) {
        m_targets.push_back(target.labels);
        watched.instances.insert(std::string(target.labels.value("instance")));
    }
    watched.instances.erase(std::string());
    const bool others = watched != m_watched;
    m_watched = std::move(watched);
    return others;
}

} // namespace sightglass
