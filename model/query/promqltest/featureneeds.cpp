// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/promqltest/featureneeds.h"

#include "model/query/promqltest/atpinning.h"
#include "parser/promql/parse.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>

namespace sightglass::promqltest {

namespace {

using promql::Features;
using promql::FeatureSwitch;

bool meets(const Matcher &matcher, const Labels &labels)
{
    const std::string value(labels.value(matcher.name));
    switch (matcher.op) {
    case MatchOp::Equal:
        return value == matcher.value;
    case MatchOp::NotEqual:
        return value != matcher.value;
    case MatchOp::Regex:
        return RE2::FullMatch(value, RE2("(?s:" + matcher.value + ")", RE2::Quiet));
    case MatchOp::NotRegex:
        break;
    }
    return !RE2::FullMatch(value, RE2("(?s:" + matcher.value + ")", RE2::Quiet));
}

bool selectsAnyOf(const promql::Expr &expr, std::span<const Labels> series)
{
    const auto selectors = selectorsOf(expr);
    return std::any_of(series.begin(), series.end(), [&](const Labels &labels) {
        return std::any_of(selectors.begin(), selectors.end(), [&](const promql::VectorSelector *selector) {
            return std::all_of(selector->matchers.begin(), selector->matchers.end(),
                               [&](const Matcher &matcher) { return meets(matcher, labels); });
        });
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
