// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/sourcespan.h"
#include "parser/promql/ast.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sightglass {

/// A value of a file and where it begins; {0, 0} where it is not written. Two are equal where their values
/// are: places do not count, here and in all that is made of these.
template<typename T>
struct Written
{
    T value{};
    SourcePosition position;

    [[nodiscard]] bool isWritten() const noexcept { return position.line != 0; }

    friend bool operator==(const Written &a, const Written &b) { return a.value == b.value; }
};

/// A label or an annotation.
struct WrittenLabel
{
    Written<std::string> name;
    Written<std::string> value; ///< of an alerting rule: a template

    friend bool operator==(const WrittenLabel &, const WrittenLabel &) = default;
};

enum class RuleKind : std::uint8_t
{
    Recording,
    Alerting
};

/// A rule as it stands in a rule file (rules reference, section 1).
struct WrittenRule
{
    SourcePosition position;
    Written<std::string> record; ///< a metric's name; of a rule without faults, this or `alert` is empty
    Written<std::string> alert;
    Written<std::string> expr;             ///< as it is written
    promql::ExprPtr expression;            ///< null where it does not parse
    Written<std::int64_t> forMs;           ///< 0: fires at once
    Written<std::int64_t> keepFiringForMs; ///< 0: stops at once
    std::vector<WrittenLabel> labels;      ///< sorted by name; the group's are not in it
    std::vector<WrittenLabel> annotations; ///< sorted by name

    [[nodiscard]] RuleKind kind() const
    {
        return alert.value.empty() ? RuleKind::Recording : RuleKind::Alerting;
    }
    [[nodiscard]] const std::string &name() const { return alert.value.empty() ? record.value : alert.value; }
    /// The expression as Prometheus prints it; as it is written where it does not parse.
    [[nodiscard]] std::string normalisedExpr() const;

    friend bool operator==(const WrittenRule &a, const WrittenRule &b);
};

/// A group of rules that are evaluated one after the other, at the same times.
struct WrittenGroup
{
    SourcePosition position;
    Written<std::string> name;
    Written<std::int64_t> intervalMs;                   ///< 0: the global evaluation_interval
    Written<std::optional<std::int64_t>> queryOffsetMs; ///< nothing: the global rule_query_offset
    Written<std::int64_t> limit;                        ///< of series or alerts per rule; 0: none
    std::vector<WrittenLabel> labels;                   ///< sorted by name; a rule's own win over them
    std::vector<WrittenRule> rules;

    friend bool operator==(const WrittenGroup &a, const WrittenGroup &b);
};

struct RuleFile
{
    std::vector<WrittenGroup> groups;
    bool hasMoreDocuments = false; ///< which Prometheus does not read either, but warns of

    [[nodiscard]] std::size_t ruleCount() const;

    friend bool operator==(const RuleFile &a, const RuleFile &b) { return a.groups == b.groups; }
};

} // namespace sightglass
