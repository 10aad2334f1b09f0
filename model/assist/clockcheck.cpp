// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assist/clockcheck.h"

#include "model/assist/exprwalk.h"
#include "parser/base/durationtext.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>

namespace sightglass {

namespace {

using promql::as;
using promql::BinaryOp;
using promql::Expr;

constexpr std::array<std::string_view, 5> timelyParts = {"time", "stamp", "epoch", "expir", "creat"};
constexpr std::array<std::string_view, 15> timelyWords = {
    "last",  "latest", "next", "newest", "oldest", "earliest", "first",   "since",
    "until", "date",   "seen", "at",     "start",  "end",      "deadline"};
constexpr std::array<std::string_view, 5> timelyHelp = {"timestamp", "Timestamp", "epoch", "nix time",
                                                        "since 1970"};

bool containsAny(std::string_view text, std::span<const std::string_view> parts)
{
    return std::any_of(parts.begin(), parts.end(),
                       [text](std::string_view part) { return text.find(part) != std::string_view::npos; });
}

bool hasTimelyWord(std::string_view name)
{
    while (!name.empty()) {
        const std::size_t end = std::min(name.find_first_of("_:"), name.size());
        if (std::find(timelyWords.begin(), timelyWords.end(), name.substr(0, end)) != timelyWords.end())
            return true;
        name.remove_prefix(std::min(end + 1, name.size()));
    }
    return false;
}

bool maySayATime(const MetricEntry &metric)
{
    return containsAny(metric.name, timelyParts) || hasTimelyWord(metric.name) ||
           containsAny(metric.help, timelyHelp);
}

const Expr &withoutParens(const Expr &expr)
{
    const Expr *inner = &expr;
    while (const auto *paren = as<promql::Paren>(inner))
        inner = paren->expr.get();
    return *inner;
}

bool isClock(const Expr &expr)
{
    const auto *call = as<promql::Call>(&withoutParens(expr));
    return call != nullptr && call->function == "time";
}

/// The selector whose values these are: itself, or the highest, lowest or mean of them.
const Expr *valuesOf(const Expr &expr)
{
    const Expr *inner = &withoutParens(expr);
    while (const auto *aggregate = as<promql::Aggregate>(inner))
        inner = &withoutParens(*aggregate->expr);
    return inner->kind == promql::ExprKind::VectorSelector ? inner : nullptr;
}

std::optional<double> numberOf(const Expr &expr)
{
    const auto *number = as<promql::NumberLiteral>(&withoutParens(expr));
    return number != nullptr ? std::optional(number->value) : std::nullopt;
}

class ClockCheck
{
public:
    ClockCheck(std::string_view query, const MetricCatalog &catalog)
        : m_query(query)
        , m_catalog(catalog)
    {}

    std::vector<Finding> check(const Expr &root)
    {
        walkExpr(root, [this](const Expr &node, ExprPath path) {
            const auto *binary = as<promql::Binary>(&node);
            if (binary == nullptr)
                return;
            if (binary->op == BinaryOp::Sub || promql::isComparison(binary->op))
                checkPair(*binary, path);
        });
        return std::move(m_findings);
    }

private:
    void checkPair(const promql::Binary &binary, ExprPath path)
    {
        const bool clockLeft = isClock(*binary.lhs);
        if (clockLeft == isClock(*binary.rhs))
            return;
        const Expr *values = valuesOf(clockLeft ? *binary.rhs : *binary.lhs);
        if (values == nullptr)
            return;
        const promql::VectorSelector &selector = *selectorOf(*values);
        const MetricEntry *metric = m_catalog.find(metricNameOf(selector));
        if (metric == nullptr || maySayATime(*metric))
            return;
        Finding finding{
            FindingKind::ClockAgainstNumber, FindingSeverity::Warning, binary.span, {metric->name}, {}};
        const bool shifted = selector.shift.offset || selector.shift.at;
        if (!shifted)
            addMends(finding, binary, *values, *metric, path);
        m_findings.push_back(std::move(finding));
    }

    /// `time() - metric > age` was to ask whether nothing has happened to the metric for that long.
    void addMends(Finding &finding, const promql::Binary &binary, const Expr &values,
                  const MetricEntry &metric, ExprPath path) const
    {
        const std::string selector(sourceOf(m_query, values.span));
        const auto *comparison = as<promql::Binary>(enclosing(path));
        const bool compared = comparison != nullptr && promql::isComparison(comparison->op);
        const std::optional<double> age = compared ? numberOf(*comparison->rhs) : std::nullopt;
        if (binary.op == BinaryOp::Sub && age && *age >= 1 && *age < 1e9) {
            const std::string range = "[" + formatDurationMs(std::llround(*age * 1000)) + "]";
            const bool older = comparison->op == BinaryOp::Gt || comparison->op == BinaryOp::Ge;
            const std::string never = older ? " == 0" : " > 0";
            if (!metric.isCounter())
                finding.mends.push_back({comparison->span, "resets(" + selector + range + ")" + never});
            finding.mends.push_back({comparison->span, (metric.isCounter() ? "increase(" : "changes(") +
                                                           selector + range + ")" + never});
        }
        finding.mends.push_back({values.span, "timestamp(" + selector + ")"});
    }

    std::string_view m_query;
    const MetricCatalog &m_catalog;
    std::vector<Finding> m_findings;
};

} // namespace

std::vector<Finding> checkClocks(std::string_view query, const Expr &root, const MetricCatalog &catalog)
{
    return ClockCheck(query, catalog).check(root);
}

} // namespace sightglass
