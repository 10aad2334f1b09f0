// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/alert.h"
#include "model/assist/explain.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace sightglass {

/// One label set at a comparison of a rule's expression.
struct ComparedSet
{
    Labels labels; ///< without the metric's name
    std::optional<double> value;
    std::optional<double> threshold;
    bool holds = false;
};

/// A comparison within a rule's expression, with what it compares at present.
struct RuleComparison
{
    std::string text;                           ///< as Prometheus prints it; may hold hostile text
    promql::BinaryOp op = promql::BinaryOp::Gt; ///< with the value at the left and the threshold at the right
    std::vector<ComparedSet> sets;              ///< those that hold first, then the nearest to the threshold
    std::size_t count = 0;                      ///< of all sets, where some are left out
};

/// What an evaluation that is past has found of a label set.
enum class SetPresence : std::uint8_t
{
    Absent, ///< it had no value
    Quiet,  ///< it had one, but the condition did not hold
    Holds
};

/// A label set of a rule, at its last evaluations.
struct RuleLabelSet
{
    Labels labels; ///< the alert's where there is one, else the element's
    AlertState state = AlertState::Inactive;
    std::optional<double> value;
    std::optional<double> threshold;
    std::optional<TimestampMs> activeAt;
    double forShare = 0;           ///< 0–1: how much of `for` has passed
    std::int64_t forLeftMs = 0;    ///< until it fires
    std::vector<SetPresence> seen; ///< one for each of RuleDiagnosis::times
};

enum class RuleRemarkKind : std::uint8_t
{
    VanishingSeries, ///< count label sets had no value at some evaluations; each time `for` begins anew
    FlickeringSets,  ///< the condition of count label sets held and did not hold by turns
    ChangingLabel,   ///< `label` has another value at each evaluation, so each is another alert
    ValueInLabel,    ///< `label` of the rule is a template with the value in it: another alert for each value
    SlowRule         ///< its evaluation takes more than a tenth of the interval
};

struct RuleRemark
{
    RuleRemarkKind kind = RuleRemarkKind::VanishingSeries;
    std::size_t count = 0;
    std::string label;
    std::string example; ///< a label set's text, or values; may hold hostile text

    friend bool operator==(const RuleRemark &, const RuleRemark &) = default;
};

enum class RuleVerdict : std::uint8_t
{
    Fires,
    Waits,        ///< it is pending: `for` has not passed
    NotMet,       ///< there are values, and the condition holds for none
    NothingFound, ///< there is nothing to compare: see the explanation's findings
    Broken,       ///< the expression does not parse, or its evaluation fails
    NotEvaluated  ///< not yet
};

/// Why a rule fires or does not.
struct RuleDiagnosis
{
    RuleVerdict verdict = RuleVerdict::NotEvaluated;
    TimestampMs at = 0; ///< of the evaluation that is explained
    std::int64_t forMs = 0;
    Explanation explanation;
    std::vector<RuleComparison> comparisons; ///< in the order of the expression
    std::vector<TimestampMs> times;          ///< the last evaluations, ascending
    std::vector<RuleLabelSet> sets;          ///< firing, pending, then the nearest to the threshold
    std::size_t setCount = 0;                ///< of all
    std::vector<RuleRemark> remarks;
};

inline constexpr std::size_t mostComparedSets = 200;
inline constexpr std::size_t mostComparisons = 8;
inline constexpr std::size_t diagnosedEvaluations = 12;

/// What a diagnosis is made from. References outlive the call.
struct RuleDiagnosisSource
{
    const Snapshot &snapshot;
    const MetricCatalog &catalog;
    QueryOptions options;
    const RuleStatus &status;
    std::int64_t intervalMs = 60'000; ///< of the rule's group; > 0
    TimestampMs now = 0;
    std::int64_t scrapeIntervalMs = 0; ///< 0: not known
};

/// Asks the engine again what it answered at the last evaluations, part by part. Any thread; within the
/// options' limits; soon over when it is cancelled.
[[nodiscard]] RuleDiagnosis diagnoseRule(const RuleDiagnosisSource &source,
                                         const std::stop_token &cancel = {});

} // namespace sightglass
