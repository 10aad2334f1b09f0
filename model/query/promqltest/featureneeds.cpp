// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/promqltest/featureneeds.h"

#include "model/query/promqltest/atpinning.h"
#include "model/storage/labelmatcher.h"
#include "parser/promql/parse.h"

#include <algorithm>
#include <array>
#include <vector>

namespace sightglass::promqltest {

namespace {

using promql::Features;
using promql::FeatureSwitch;

bool selects(const promql::VectorSelector &selector, std::span<const Labels> series)
{
    const std::vector<LabelMatcher> matchers(selector.matchers.begin(), selector.matchers.end());
    return std::any_of(series.begin(), series.end(), [&matchers](const Labels &labels) {
        return std::all_of(matchers.begin(), matchers.end(),
                           [&labels](const LabelMatcher &matcher) { return matcher.matches(labels); });
    });
}

bool selectsAnyOf(const promql::Expr &expr, std::span<const Labels> series)
{
    const auto selectors = selectorsOf(expr);
    return std::any_of(selectors.begin(), selectors.end(), [series](const promql::VectorSelector *selector) {
        return selects(*selector, series);
    });
}

} // namespace

std::string featuresToParse(std::string_view text, const Features &on)
{
    if (promql::parseExpr(text, on) || !promql::parseExpr(text, Features::all()))
        return {};
    std::string names;
    for (const FeatureSwitch &feature : promql::featureSwitches) {
        Features without = Features::all();
        without.*feature.member = false;
        if (on.*feature.member || promql::parseExpr(text, without))
            continue;
        names += names.empty() ? "" : ", ";
        names += feature.name;
    }
    return names;
}

std::string featuresToEvaluate(const promql::Expr &expr, std::span<const Labels> started, const Features &on)
{
    static constexpr std::array<std::string_view, 5> startAware{"rate", "irate", "increase", "resets",
                                                                "start_timestamp"};
    const bool needed = !on.useStartTimestamps && callsAnyOf(expr, startAware) && selectsAnyOf(expr, started);
    return needed ? "use-start-timestamps" : "";
}

} // namespace sightglass::promqltest
