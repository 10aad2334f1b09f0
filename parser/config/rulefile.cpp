// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/rulefile.h"

#include "parser/promql/print.h"

#include <tuple>

namespace sightglass {
namespace {

auto valuesOf(const WrittenRule &rule)
{
    return std::tie(rule.record, rule.alert, rule.expr, rule.forMs, rule.keepFiringForMs, rule.labels,
                    rule.annotations);
}

auto valuesOf(const WrittenGroup &group)
{
    return std::tie(group.name, group.intervalMs, group.queryOffsetMs, group.limit, group.labels,
                    group.rules);
}

} // namespace

std::string WrittenRule::normalisedExpr() const
{
    return expression ? promql::printExpr(*expression) : expr.value;
}

bool operator==(const WrittenRule &a, const WrittenRule &b)
{
    return valuesOf(a) == valuesOf(b);
}

bool operator==(const WrittenGroup &a, const WrittenGroup &b)
{
    return valuesOf(a) == valuesOf(b);
}

std::size_t RuleFile::ruleCount() const
{
    std::size_t count = 0;
    for (const WrittenGroup &group : groups)
        count += group.rules.size();
    return count;
}

} // namespace sightglass
