// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/error.h"
#include "parser/config/rulefile.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

// A file of unit tests for rules, as `promtool test rules` takes it (rules reference, section 5).

/// A series that is loaded before the rules are evaluated, both parts in the notation of promqltest, which
/// model/query/promqltest/seriesnotation.h reads.
struct RuleTestSeries
{
    Written<std::string> series;
    Written<std::string> values;

    friend bool operator==(const RuleTestSeries &, const RuleTestSeries &) = default;
};

struct ExpectedAlert
{
    std::vector<WrittenLabel> labels; ///< without alertname, unless it is written
    std::vector<WrittenLabel> annotations;

    friend bool operator==(const ExpectedAlert &, const ExpectedAlert &) = default;
};

/// Which alerts of a name fire at a time; none where `alerts` is empty.
struct AlertRuleTest
{
    SourcePosition position;
    Written<std::int64_t> evalTimeMs; ///< since the test's start
    Written<std::string> alertname;
    std::vector<ExpectedAlert> alerts;
};

struct ExpectedSample
{
    Written<std::string> labels; ///< a series: m{a="b"}
    Written<double> value;
    Written<std::string> histogram; ///< {{…}}; empty: the sample is a float

    friend bool operator==(const ExpectedSample &, const ExpectedSample &) = default;
};

/// What an expression yields at a time; nothing where `samples` is empty.
struct PromqlExprTest
{
    SourcePosition position;
    Written<std::string> expr; ///< not parsed: one that is wrong fails its test only
    Written<std::int64_t> evalTimeMs;
    std::vector<ExpectedSample> samples;
};

struct RuleTest
{
    SourcePosition position;
    Written<std::string> name;
    Written<std::int64_t> intervalMs;       ///< of input series, and of groups that have none
    Written<std::int64_t> startTimestampMs; ///< Unix time
    std::vector<WrittenLabel> externalLabels;
    Written<std::string> externalUrl;
    std::vector<RuleTestSeries> inputSeries;
    std::vector<AlertRuleTest> alertTests;
    std::vector<PromqlExprTest> exprTests;
};

struct RuleTestFile
{
    std::vector<Written<std::string>> ruleFiles;  ///< patterns, relative to the file
    Written<std::int64_t> evaluationIntervalMs;   ///< 1 min where it is not written or 0
    std::vector<Written<std::string>> groupOrder; ///< group_eval_order
    Written<bool> fuzzyCompare;                   ///< floats may be one ulp apart
    std::vector<RuleTest> tests;
};

struct RuleTestReading
{
    RuleTestFile file; ///< what could be read; of use where there are no errors
    std::vector<Error> errors;

    [[nodiscard]] bool ok() const { return errors.empty(); }
};

/// Reads such a file as strictly as promtool: unknown and duplicate keys, wrong types, a group twice in the
/// order, and alert tests without a name are errors, all of them found, each with its place. Defaults that
/// one value takes from another are filled in. Pure.
[[nodiscard]] RuleTestReading readRuleTestFile(std::string_view text);

} // namespace sightglass
