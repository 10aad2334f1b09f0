// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/variables/adhocfilters.h"

#include "model/variables/textescapes.h"

#include <array>
#include <utility>

namespace sightglass {

namespace {

struct Operator
{
    std::string_view text;
    MatchOp op;
    enum class Values : std::uint8_t
    {
        One,
        Several
    } values;
};

constexpr std::array<Operator, 6> operators = {{
    {"=", MatchOp::Equal, Operator::Values::One},
    {"!=", MatchOp::NotEqual, Operator::Values::One},
    {"=~", MatchOp::Regex, Operator::Values::One},
    {"!~", MatchOp::NotRegex, Operator::Values::One},
    {"=|", MatchOp::Regex, Operator::Values::Several},
    {"!=|", MatchOp::NotRegex, Operator::Values::Several},
}};

std::string alternatives(const std::vector<std::string> &values)
{
    std::string text;
    for (const std::string &value : values)
        text += (text.empty() ? "" : "|") + escapedRegex(value);
    return text;
}

} // namespace

std::vector<Matcher> matchersOf(std::span<const AdHocFilter> filters)
{
    std::vector<Matcher> matchers;
    for (const AdHocFilter &filter : filters) {
        for (const Operator &known : operators) {
            if (filter.key.empty() || filter.op != known.text)
                continue;
            const bool several = known.values == Operator::Values::Several;
            matchers.push_back({known.op, filter.key, several ? alternatives(filter.values) : filter.value});
        }
    }
    return matchers;
}

} // namespace sightglass
