// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"
#include "model/dashboard/serverexpression.h"
#include "parser/base/labels.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

/// The values that Grafana's server-side expressions reckon with.
namespace sightglass::expressions {

struct Point
{
    TimestampMs t = 0;
    std::optional<double> v; ///< empty: null
};

/// A series, or a number, which has no time.
struct Value
{
    Labels labels;
    bool isSeries = false;
    std::vector<Point> points;    ///< of a series
    std::optional<double> number; ///< of a number; empty: null
    bool isResampled = false;     ///< its times are no steps of a query
};

using Values = std::vector<Value>;

/// Two values that belong together, by their places, and the labels of what they come to.
struct Pair
{
    std::size_t left = 0;
    std::size_t right = 0;
    Labels labels;
};

/// Those with equal labels, or where one's are among the other's; where there is but one on each side, those.
/// In the order of the left ones, then of the right ones. Empty where there are more pairs than `most`, or
/// ten million would have to be compared: only label sets of different sizes are.
[[nodiscard]] std::optional<std::vector<Pair>> paired(const Values &left, const Values &right,
                                                      std::size_t most);

/// What the pairs come to. Points of series belong together by their times; others are left out.
[[nodiscard]] Values operated(const std::string &word, const Values &left, const Values &right,
                              std::span<const Pair> pairs);
/// Of all pairs.
[[nodiscard]] Values operated(const std::string &word, const Values &left, const Values &right);
[[nodiscard]] Values operated(const std::string &word, Values of);
/// `of`: what the function is called with; nothing for constants.
[[nodiscard]] Values called(const std::string &function, Values of);

[[nodiscard]] Value reduced(const Value &value, const ServerExpression &by);
/// Empty where the window is longer than the range.
[[nodiscard]] std::optional<Value> resampled(const Value &series, const ServerExpression &by,
                                             std::int64_t windowMs, TimestampMs from, TimestampMs to);

} // namespace sightglass::expressions
