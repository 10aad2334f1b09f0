// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/sourcespan.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// What is to be said about a query. The text is made from findingTemplate() and the arguments, once, at the
/// surface.
enum class FindingKind : std::uint8_t
{
    SyntaxError,       ///< %1: Prometheus' text
    EvaluationError,   ///< %1: the engine's text
    UnknownMetric,     ///< %1: the name
    UnknownMetricNear, ///< %1: the name, %2: near ones
    BareHistogram,     ///< %1: the histogram's name
    RateOfGauge,       ///< %1: function, %2: metric
    DeltaOfCounter,    ///< %1: function, %2: metric
    RawCounter,        ///< %1: metric
    RawBuckets,        ///< %1: metric
    QuantileWithoutLe,
    QuantileOfNoBuckets,
    UnknownLabel,       ///< %1: label, %2: metric
    UnmatchedValue,     ///< %1: matcher, %2: metric
    UnmatchedValueNear, ///< %1: matcher, %2: metric, %3: near values
    UnmatchedTogether,  ///< %1: two matchers
    StaleSeries,        ///< %1: selector, %2: how long ago
    NotYetThere,        ///< %1: selector, %2: how long before its first sample
    RangeTooShort,      ///< %1: range, %2: scrape interval
    TooFewSamples,      ///< %1: function, %2: most samples a series has
    JoinLabelsDiffer,   ///< %1: labels only left, %2: labels only right, %3: labels with different values
    JoinNeedsGroup,     ///< %1: the labels that match
    JoinOnEachOther,    ///< %1: the labels that match; both sides have several
    ComparisonDropsAll, ///< %1: comparison, %2: lowest value, %3: highest value
    NothingMissing,     ///< of absent(): %1: how many series there are
    UnlessDropsAll,
    NativeHistograms,   ///< %1: how many series of them, %2: of how many
    ClockAgainstNumber, ///< %1: metric
    EmptiesHere,        ///< %1: what
};

enum class FindingSeverity : std::uint8_t
{
    Error,
    Warning,
    Advice
};

/// A change that mends a query: this span becomes this text.
struct Mend
{
    SourceSpan span;
    std::string replacement;

    friend bool operator==(const Mend &, const Mend &) = default;
};

/// One remark on a query, with the place it is about and what would mend it, best first. Arguments may hold
/// hostile text.
struct Finding
{
    FindingKind kind = FindingKind::EmptiesHere;
    FindingSeverity severity = FindingSeverity::Warning;
    SourceSpan span;
    std::vector<std::string> arguments;
    std::vector<Mend> mends;
};

/// The English text of a kind with %1, %2 … for the arguments; surfaces translate it in the context
/// "findings".
[[nodiscard]] const char *findingTemplate(FindingKind kind) noexcept;

/// The English text of a finding, for the command line and tests.
[[nodiscard]] std::string findingText(const Finding &finding);

/// The query with the mend made. A span beyond the query's end changes nothing.
[[nodiscard]] std::string mended(std::string_view query, const Mend &mend);

/// Drops mends that would not leave a query that parses; findings of the same kind at the same place are one.
void tidyFindings(std::vector<Finding> &findings, std::string_view query);

} // namespace sightglass
