// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/rule.h"
#include "parser/config/ruletestfile.h"
#include "parser/promql/features.h"

#include <span>
#include <string>
#include <vector>

namespace sightglass {

/// One thing that a unit test found wrong.
struct RuleTestFailure
{
    std::string text;        ///< as promtool says it, of several lines
    SourcePosition position; ///< in the test file, of what is not met; {0, 0} where it is about no place
    std::string difference;  ///< the first one between what is expected and what there is; may be ""

    friend bool operator==(const RuleTestFailure &, const RuleTestFailure &) = default;
};

/// Runs one test of a file of unit tests on its rules, as `promtool test rules` does (rules reference,
/// section 5): in a store of its own, every group at every evaluation, in the file's order. Pure but for the
/// time it takes. Nothing where all is as expected.
[[nodiscard]] std::vector<RuleTestFailure> runRuleTest(const RuleTestFile &file, const RuleTest &test,
                                                       std::span<const RuleGroup> groups,
                                                       const promql::Features &features = {});

} // namespace sightglass
