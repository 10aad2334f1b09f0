// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/watchedalerts.h"

#include "model/dashboard/promqltext.h"
#include "parser/promql/literaltext.h"

namespace sightglass {

namespace {

/// A selector of those whose label is one of these; empty for none.
std::string selectorOf(const std::string &label, const std::set<std::string> &values)
{
    std::string pattern;
    for (const std::string &value : values)
        pattern += (pattern.empty() ? "" : "|") + regexQuoted(value);
    return pattern.empty()
               ? std::string()
               : "ALERTS{alertstate=\"firing\"," + label + "=~" + promql::quotedText(pattern) + '}';
}

} // namespace

std::string firingAlertsQuery(const WatchedAlerts &watched)
{
    const std::string byRule = selectorOf("alertname", watched.rules);
    const std::string byTarget = selectorOf("instance", watched.instances);
    if (byRule.empty() && byTarget.empty())
        return R"(ALERTS{alertstate="firing",alertname=""})";
    return byRule.empty() ? byTarget : byTarget.empty() ? byRule : byRule + " or " + byTarget;
}

} // namespace sightglass
