// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/promql/pretty.h"

#include "parser/promql/exprprinter.h"

#include <algorithm>

namespace sightglass::promql {

namespace {

constexpr std::size_t longestLine = 100;

/// Every operator of a chain is indented below the next, so that the text grows with the square of the chain.
/// What would go further to the right than this stays on one line.
constexpr int deepestLevel = 1000;

class PrettyPrinter
{
public:
    explicit PrettyPrinter(const Expr &root) { m_measure.print(root); }

    void print(const Expr &expr, int level);
    [[nodiscard]] std::string text() && { return std::move(m_out).text(); }

private:
    void printBroken(const Expr &expr, int level);
    void printChain(const Binary &last, int level);
    void printUnary(const Unary &node, int level);
    void printArguments(const Call &node, int level);
    void close(int level);

    ExprPrinter m_measure; ///< knows how long each node is on one line
    ExprPrinter m_out;
};

bool isBreakable(ExprKind kind) noexcept
{
    switch (kind) {
    case ExprKind::Aggregate:
    case ExprKind::Binary:
    case ExprKind::Call:
    case ExprKind::Paren:
        return true;
    default:
        return false;
    }
}

void PrettyPrinter::print(const Expr &expr, int level)
{
    const bool fits = m_measure.lengthOf(expr) <= longestLine;
    if (const auto *subquery = as<Subquery>(&expr)) {
        if (fits) // without indentation, as Prometheus does
            return m_out.print(expr);
        print(*subquery->expr, level);
        return m_out.printSubqueryRange(*subquery);
    }
    if (const auto *unary = as<Unary>(&expr))
        return printUnary(*unary, level);
    if (!fits && isBreakable(expr.kind))
        return printBroken(expr, level);
    m_out.indent(level);
    m_out.print(expr);
}

void PrettyPrinter::printBroken(const Expr &expr, int level)
{
    if (const auto *binary = as<Binary>(&expr))
        return printChain(*binary, level);
    m_out.indent(level);
    if (const auto *call = as<Call>(&expr))
        return printArguments(*call, level);
    if (const auto *aggregate = as<Aggregate>(&expr)) {
        m_out.printAggregation(*aggregate);
        m_out.append("(\n");
        if (aggregate->parameter) {
            print(*aggregate->parameter, level + 1);
            m_out.append(",\n");
        }
        print(*aggregate->expr, level + 1);
    } else {
        m_out.append("(\n");
        print(*static_cast<const Paren &>(expr).expr, level + 1);
    }
    close(level);
}

void PrettyPrinter::printChain(const Binary &last, int level)
{
    const std::vector<const Binary *> chain = operatorChain(last);
    const auto fits = [this](const Binary *link) { return m_measure.lengthOf(*link) <= longestLine; };
    const auto broken = std::find_if_not(chain.begin(), chain.end(), fits);
    const auto levels = static_cast<int>(chain.end() - broken);
    if (level + levels > deepestLevel) {
        m_out.indent(level);
        return m_out.print(last);
    }
    int inner = level + levels;
    print(*(*broken)->lhs, inner);
    for (auto link = broken; link != chain.end(); ++link) {
        m_out.append("\n");
        m_out.indent(inner - 1);
        m_out.printOperator(**link);
        m_out.append("\n");
        print(*(*link)->rhs, inner);
        --inner;
    }
}

void PrettyPrinter::printArguments(const Call &node, int level)
{
    m_out.append(node.function);
    m_out.append("(\n");
    for (std::size_t i = 0; i < node.arguments.size(); ++i) {
        m_out.append(i == 0 ? "" : ",\n");
        print(*node.arguments[i], level + 1);
    }
    close(level);
}

/// The sign stands behind the indentation that the operand would begin with.
void PrettyPrinter::printUnary(const Unary &node, int level)
{
    PrettyPrinter inner(*node.expr);
    inner.print(*node.expr, level);
    const std::string text = std::move(inner).text();
    m_out.indent(level);
    m_out.append(node.negative ? "-" : "+");
    m_out.append(std::string_view(text).substr(std::min(text.find_first_not_of(' '), text.size())));
}

void PrettyPrinter::close(int level)
{
    m_out.append("\n");
    m_out.indent(level);
    m_out.append(")");
}

} // namespace

std::string prettyExpr(const Expr &expr)
{
    PrettyPrinter printer(expr);
    printer.print(expr, 0);
    return std::move(printer).text();
}

} // namespace sightglass::promql
