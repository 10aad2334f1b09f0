// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/rulesight.h"

#include "parser/promql/exprparts.h"
#include "parser/promql/print.h"

#include <algorithm>

namespace sightglass {

std::optional<std::string> blindSelector(const Rule &rule, const Snapshot &snapshot, TimeRange range)
{
    if (rule.expr == nullptr || promql::callsFunction(*rule.expr, "absent") ||
        promql::callsFunction(*rule.expr, "absent_over_time"))
        return {};
    const std::vector<const promql::VectorSelector *> selectors = promql::selectorsOf(*rule.expr);
    const auto isThere = [&](const promql::VectorSelector *selector) {
        return !snapshot.select(selector->matchers, range).empty();
    };
    if (selectors.empty() || std::any_of(selectors.begin(), selectors.end(), isThere))
        return {};
    return promql::printExpr(*selectors.front());
}

} // namespace sightglass
