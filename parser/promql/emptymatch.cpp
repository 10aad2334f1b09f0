// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/promql/emptymatch.h"

#include "parser/base/goregex.h"

namespace sightglass::promql {

namespace {

bool regexMatchesEmpty(const std::string &pattern)
{
    const auto regex = GoRegex::compile(pattern);
    return regex && regex->matches({});
}

} // namespace

bool matchesEmpty(const Matcher &matcher)
{
    switch (matcher.op) {
    case MatchOp::Equal:
        return matcher.value.empty();
    case MatchOp::NotEqual:
        return !matcher.value.empty();
    case MatchOp::Regex:
        return regexMatchesEmpty(matcher.value);
    case MatchOp::NotRegex:
        return !regexMatchesEmpty(matcher.value);
    }
    return false;
}

} // namespace sightglass::promql
