// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/promql/ast.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace sightglass::promql {

/// Writes expressions, or parts of them, in canonical one-line text one behind the other. Remembers how long
/// each node came out, which decides where the many-line form breaks.
class ExprPrinter
{
public:
    void print(const Expr &expr);

    /// An aggregation without its arguments: `sum by (job) `.
    void printAggregation(const Aggregate &node);
    /// An operator with its modifiers: `== bool on (job) group_left ()`.
    void printOperator(const Binary &node);
    /// `[5m:1m] @ 7.000 offset 1h`.
    void printSubqueryRange(const Subquery &node);
    void append(std::string_view text) { m_text += text; }
    void indent(int level) { m_text.append(2 * static_cast<std::size_t>(level), ' '); }

    /// Bytes of a node, or of a node inside one, that has been printed.
    [[nodiscard]] std::size_t lengthOf(const Expr &expr) const;
    [[nodiscard]] const std::string &text() const &noexcept { return m_text; }
    [[nodiscard]] std::string text() &&noexcept { return std::move(m_text); }

private:
    void printNode(const Expr &expr);
    void printNumber(const NumberLiteral &node);
    void printSelector(const VectorSelector &node);
    void printMatrix(const MatrixSelector &node);
    void printCall(const Call &node);
    void printAggregate(const Aggregate &node);
    void printBinary(const Binary &node);
    void printMatchers(const VectorSelector &node);
    void printMatching(const VectorMatching &matching);
    void printFill(const VectorMatching &matching);
    void printLabels(const std::vector<std::string> &labels);
    void printAt(const TimeShift &shift);
    void printOffset(const TimeShift &shift);
    void printExtension(RangeExtension extension);
    void printDuration(const DurationExpr &duration);
    void printDurationCall(std::string_view name, const DurationExpr &duration);
    void printQuoted(std::string_view text);

    std::string m_text;
    std::unordered_map<const Expr *, std::size_t> m_lengths;
};

} // namespace sightglass::promql
