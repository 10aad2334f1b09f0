// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/rule.h"
#include "model/core/timerange.h"
#include "model/query/queryengine.h"
#include "parser/base/result.h"

#include <cstddef>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// A time whose alerts are to become a unit test.
struct Incident
{
    std::string name;
    TimeRange range;
    std::vector<RuleGroup> groups;      ///< whose rules are tested; all of the rule files
    std::vector<std::string> ruleFiles; ///< as the test names them, relative to where it will lie
};

/// Of more the test is refused: it would be no test that anybody reads.
inline constexpr std::size_t mostIncidentSeries = 2000;
inline constexpr std::size_t mostIncidentEvaluations = 1000;
inline constexpr std::size_t mostIncidentChecks = 200;

/// What happened as a file of unit tests for `promtool test rules` and for ours: the series that the rules
/// select, as they were, and for each alert what fired just before and at each change. Times begin at 0, so
/// rules that ask for the hour of the day behave otherwise there. What is expected is what our engine makes
/// of the written series, so that the test passes until a rule or Prometheus changes. ConfigValue: there is
/// nothing to test, or too much; errors of evaluation as they are.
[[nodiscard]] Result<std::string> incidentTest(const Snapshot &snapshot, const Incident &incident,
                                               const std::stop_token &cancel = {});

/// A name for such a file: of the alert's name what is harmless in any file system, never a path.
[[nodiscard]] std::string incidentFileName(std::string_view alert);

/// The groups as a rule file, for those that are in none.
[[nodiscard]] std::string ruleFileText(std::span<const RuleGroup> groups);

} // namespace sightglass
