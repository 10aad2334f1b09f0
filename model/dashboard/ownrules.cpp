// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/ownrules.h"

#include "model/alerting/alertstate.h"
#include "model/alerting/loadedrules.h"

#include <algorithm>

namespace sightglass {

namespace {

bool isAbout(const Labels &alert, const Labels &target)
{
    return std::all_of(target.begin(), target.end(), [&alert](const LabelView label) {
        const std::string_view value = alert.value(label.name);
        return value.empty() || value == label.value;
    });
}

bool isAboutAny(const Labels &alert, const std::vector<Labels> &targets)
{
    return targets.empty() || std::any_of(targets.begin(), targets.end(),
                                          [&alert](const Labels &target) { return isAbout(alert, target); });
}

bool isInGroupOf(const DashboardSpec &dashboard, const RuleStatus &status)
{
    return std::any_of(dashboard.ruleGroups.begin(), dashboard.ruleGroups.end(),
                       [&status](const ThresholdGroup &group) { return group.name == status.group; });
}

bool isInFileOf(const DashboardSpec &dashboard, const RuleStatus &status)
{
    return std::any_of(dashboard.rules.begin(), dashboard.rules.end(),
                       [&status](const std::string &name) { return bundledRulesFile(name) == status.file; });
}

} // namespace

std::vector<RuleStatus> rulesOf(const DashboardSpec &dashboard, std::span<const RuleStatus> rules)
{
    std::vector<RuleStatus> own;
    for (const RuleStatus &status : rules) {
        const bool shared = isInFileOf(dashboard, status);
        if (!shared && !isInGroupOf(dashboard, status))
            continue;
        own.push_back(status);
        if (!shared)
            continue;
        std::vector<Alert> &alerts = own.back().alerts;
        std::erase_if(alerts, [&dashboard](const Alert &alert) {
            return !isAboutAny(alert.labels, dashboard.targets);
        });
        own.back().state = worstState(alerts);
    }
    return own;
}

} // namespace sightglass
