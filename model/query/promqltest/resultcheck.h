// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/promqltest/script.h"
#include "model/query/queryresult.h"
#include "parser/base/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace sightglass::promqltest {

/// The first difference between what a script expects and what a query gave, as a sentence; nothing where
/// there is none (promqltest reference, sections 4.3 and 4.4).
using Difference = std::optional<std::string>;

/// An instant query's value.
[[nodiscard]] Difference checkInstant(const EvalCommand &eval, const QueryResult &result);

/// A range query's series, points and order.
[[nodiscard]] Difference checkRange(const EvalCommand &eval, const QueryResult &result);

/// The point at `t` of a range query against an instant eval's expectations.
[[nodiscard]] Difference checkRangePoint(const EvalCommand &eval, const QueryResult &result, TimestampMs t);

[[nodiscard]] Difference checkFailure(const TextExpectation &expected, const Error &error);

/// `query` is the text that annotations' positions refer to.
[[nodiscard]] Difference checkAnnotations(const EvalCommand &eval, const QueryResult &result,
                                          std::string_view query);

} // namespace sightglass::promqltest
