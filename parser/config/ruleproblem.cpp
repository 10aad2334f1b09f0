// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/ruleproblem.h"

#include "parser/base/quoting.h"

namespace sightglass {
namespace {

std::string placeText(SourcePosition position)
{
    if (position.line == 0)
        return {};
    return std::to_string(position.line) + ':' + std::to_string(position.column) + ": ";
}

} // namespace

std::string plainText(const RuleProblem &problem)
{
    std::string text = placeText(problem.error.position) + placeText(problem.otherPosition);
    if (problem.rule != 0)
        text += "group " + goQuoted(problem.group) + ", rule " + std::to_string(problem.rule) + ", " +
                goQuoted(problem.ruleName) + ": ";
    return text + plainText(problem.error);
}

} // namespace sightglass
