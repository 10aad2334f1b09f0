// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/queryresult.h"
#include "parser/base/result.h"

#include <map>
#include <string>
#include <vector>

namespace sightglass::test {

/// What a query gave, in a form that two engines can be compared in: series text -> samples by time.
struct Answer
{
    bool failed = false;
    std::string error;
    std::map<std::string, std::vector<Sample>> series; ///< an instant vector's elements have one sample each
};

/// The engine's own result. `t` is the time of an instant query.
[[nodiscard]] Answer answerOf(const Result<QueryResult> &result, TimestampMs t);

/// The first difference, empty where there is none: both fail, or both have the same series with samples at
/// the same times and values that agree to a millionth, the only precision that two orders of summation
/// share.
[[nodiscard]] std::string firstDifference(const Answer &ours, const Answer &theirs);

} // namespace sightglass::test
