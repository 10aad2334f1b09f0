// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/histogram/floathistogram.h"
#include "parser/base/labels.h"

#include <optional>
#include <string>
#include <vector>

namespace sightglass {

// What promtool's unit tests compare, and how it prints it.

/// A label set as it is compared: sorted by name; a value may be empty.
using TextPairs = std::vector<Label>;

[[nodiscard]] TextPairs textPairs(const Labels &labels);

/// {a="b", c="d"}, the metric's name being a label like the others.
[[nodiscard]] std::string pairsText(const TextPairs &pairs);

struct TestedAlert
{
    TextPairs labels;
    TextPairs annotations;

    friend bool operator==(const TestedAlert &, const TestedAlert &) = default;
    friend auto operator<=>(const TestedAlert &, const TestedAlert &) = default;
};

struct TestedSample
{
    TextPairs labels;
    double value = 0;
    std::string histogram; ///< "" for a float
};

/// Prometheus' canonical text of a native histogram in the notation of tests: {{schema:1 count:2 …}}.
[[nodiscard]] std::string histogramTestText(const FloatHistogram &histogram);

[[nodiscard]] std::string alertsText(const std::vector<TestedAlert> &alerts);
[[nodiscard]] std::string samplesText(const std::vector<TestedSample> &samples);

/// What two label sets or annotations differ in first: `label "a": expected "x", got "y"`. Nothing where they
/// are equal.
[[nodiscard]] std::optional<std::string> firstDifference(std::string_view what, const TextPairs &expected,
                                                         const TextPairs &got);

[[nodiscard]] std::string sampleValueText(const TestedSample &sample);

} // namespace sightglass
