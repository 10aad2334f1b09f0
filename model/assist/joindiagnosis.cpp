// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assist/emptiness.h"
#include "model/assist/exprwalk.h"
#include "model/dashboard/promqltext.h"

#include <algorithm>
#include <map>
#include <set>

namespace sightglass {

namespace {

using promql::Expr;
using Names = std::vector<std::string>;
using Vector = std::vector<VectorElement>;
using Values = std::map<std::string, std::set<std::string>>;

/// A join is looked at by its first so many elements.
constexpr std::size_t mostElements = 5'000;
constexpr std::size_t mostNamesShown = 6;

Vector vectorOf(const EmptinessSource &source, const Expr &expr)
{
    const auto result = QueryEngine(source.explain.options)
                            .instant(source.explain.snapshot, expr, source.explain.at, source.cancel);
    Vector vector = result ? result->vector : Vector{};
    if (vector.size() > mostElements)
        vector.resize(mostElements);
    return vector;
}

Values valuesOf(const Vector &vector)
{
    Values values;
    for (const VectorElement &element : vector) {
        for (const LabelView label : element.labels)
            values[std::string(label.name)].insert(std::string(label.value));
    }
    values.erase(std::string(metricNameLabel));
    return values;
}

bool intersect(const std::set<std::string> &a, const std::set<std::string> &b)
{
    return std::any_of(a.begin(), a.end(), [&b](const std::string &value) { return b.contains(value); });
}

/// How the elements find each other by some labels.
struct Pairing
{
    bool any = false;      ///< at least one pair
    bool manyLeft = false; ///< several of the left share labels that the right has too
    bool manyRight = false;
};

std::map<Labels, std::size_t> counted(const Vector &vector, const Names &labels)
{
    std::map<Labels, std::size_t> counts;
    for (const VectorElement &element : vector)
        ++counts[element.labels.keeping(labels)];
    return counts;
}

Pairing pairingOf(const Vector &left, const Vector &right, const Names &labels)
{
    const auto leftCounts = counted(left, labels);
    const auto rightCounts = counted(right, labels);
    Pairing pairing;
    for (const auto &[key, count] : leftCounts) {
        const auto partner = rightCounts.find(key);
        if (partner == rightCounts.end())
            continue;
        pairing.any = true;
        pairing.manyLeft = pairing.manyLeft || count > 1;
        pairing.manyRight = pairing.manyRight || partner->second > 1;
    }
    return pairing;
}

/// What the two sides' labels have in common.
struct Comparison
{
    Names onlyLeft;
    Names onlyRight;
    Names differing; ///< on both sides, without a common value
    Names common;
};

Comparison compare(const Values &left, const Values &right)
{
    Comparison comparison;
    for (const auto &[name, values] : left) {
        const auto other = right.find(name);
        if (other == right.end())
            comparison.onlyLeft.push_back(name);
        else if (intersect(values, other->second))
            comparison.common.push_back(name);
        else
            comparison.differing.push_back(name);
    }
    for (const auto &[name, values] : right) {
        if (!left.contains(name))
            comparison.onlyRight.push_back(name);
    }
    return comparison;
}

/// The labels that join: all common ones, or all but one where only that keeps the elements apart.
Names joiningLabels(const Vector &left, const Vector &right, Names common)
{
    while (!common.empty() && !pairingOf(left, right, common).any) {
        bool found = false;
        for (std::size_t i = 0; i < common.size() && !found; ++i) {
            Names fewer = common;
            fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
            if (pairingOf(left, right, fewer).any) {
                common = std::move(fewer);
                found = true;
            }
        }
        if (!found)
            common.pop_back();
    }
    return common;
}

std::string shown(const Names &names)
{
    if (names.empty())
        return "–";
    std::string text;
    for (std::size_t i = 0; i < names.size() && i < mostNamesShown; ++i)
        text += (text.empty() ? "" : ", ") + names[i];
    return names.size() > mostNamesShown ? text + ", …" : text;
}

std::string listed(const Names &names)
{
    std::string text;
    for (const std::string &name : names)
        text += (text.empty() ? "" : ", ") + labelNameText(name);
    return "(" + text + ")";
}

/// What comparisons with numbers choose from.
const Expr &unfiltered(const Expr &expr)
{
    if (const auto *paren = promql::as<promql::Paren>(&expr))
        return unfiltered(*paren->expr);
    const auto *binary = promql::as<promql::Binary>(&expr);
    if (binary == nullptr || !promql::isComparison(binary->op) || binary->returnBool || binary->matching)
        return expr;
    return unfiltered(binary->lhs->type == promql::ValueType::InstantVector ? *binary->lhs : *binary->rhs);
}

class JoinDiagnosis
{
public:
    JoinDiagnosis(const EmptinessSource &source, const promql::Binary &binary)
        : JoinDiagnosis(source, binary, *binary.lhs, *binary.rhs)
    {}

    /// By these operands in the place of the operator's own ones.
    JoinDiagnosis(const EmptinessSource &source, const promql::Binary &binary, const Expr &left,
                  const Expr &right)
        : m_source(source)
        , m_binary(binary)
        , m_left(vectorOf(source, left))
        , m_right(vectorOf(source, right))
        , m_comparison(compare(valuesOf(m_left), valuesOf(m_right)))
    {}

    std::vector<Finding> diagnose()
    {
        const Names labels = joiningLabels(m_left, m_right, m_comparison.common);
        const Pairing pairing = pairingOf(m_left, m_right, labels);
        Finding finding{FindingKind::JoinLabelsDiffer, FindingSeverity::Warning, operatorSpan(), {}, {}};
        finding.arguments = {shown(matched(m_comparison.onlyLeft)), shown(matched(m_comparison.onlyRight)),
                             shown(matched(m_comparison.differing))};
        // Without a common label only a single element can be everybody's partner.
        const bool joins = pairing.any && (!labels.empty() || m_left.size() == 1 || m_right.size() == 1);
        if (joins)
            addMends(finding, labels, pairing);
        return {finding};
    }

    /// Whether there is something on both sides, and nothing of it matches.
    [[nodiscard]] bool comesToNothing() const
    {
        if (m_left.empty() || m_right.empty())
            return false;
        const promql::VectorMatching &matching = *m_binary.matching;
        Names labels = matching.labels;
        if (!matching.on) {
            // What one side lacks is matched as well: as empty.
            for (const Names *names : {&m_comparison.onlyLeft, &m_comparison.onlyRight,
                                       &m_comparison.differing, &m_comparison.common})
                labels.insert(labels.end(), names->begin(), names->end());
            labels = matched(std::move(labels));
        }
        return !pairingOf(m_left, m_right, labels).any;
    }

    /// Of a join that the engine refused.
    std::vector<Finding> diagnoseMany()
    {
        Names labels = m_binary.matching->labels;
        if (!m_binary.matching->on)
            labels = matched(m_comparison.common);
        const Pairing pairing = pairingOf(m_left, m_right, labels);
        if (!pairing.any)
            return diagnose();
        const bool both = pairing.manyLeft && pairing.manyRight;
        Finding finding{both ? FindingKind::JoinOnEachOther : FindingKind::JoinNeedsGroup,
                        FindingSeverity::Warning,
                        operatorSpan(),
                        {shown(labels)},
                        {}};
        addMends(finding, labels, pairing);
        return {finding};
    }

private:
    /// Those of the names that the operator matches on.
    [[nodiscard]] Names matched(Names names) const
    {
        const promql::VectorMatching &matching = *m_binary.matching;
        std::erase_if(names, [&matching](const std::string &name) {
            const bool named =
                std::find(matching.labels.begin(), matching.labels.end(), name) != matching.labels.end();
            return named != matching.on;
        });
        return names;
    }

    [[nodiscard]] SourceSpan operatorSpan() const
    {
        return {m_binary.lhs->span.end, m_binary.rhs->span.begin};
    }

    void addMends(Finding &finding, const Names &labels, const Pairing &pairing) const
    {
        const std::string op =
            " " + std::string(promql::binaryOpText(m_binary.op)) + (m_binary.returnBool ? " bool" : "");
        const std::string on = " on " + listed(labels);
        if (promql::isSetOperator(m_binary.op)) {
            finding.mends = {{operatorSpan(), op + on + " "}};
            return;
        }
        const std::string_view right = sourceOf(m_source.query, m_binary.rhs->span);
        if (pairing.manyLeft && pairing.manyRight) {
            const std::string summed = "sum by " + listed(labels) + " (" + std::string(right) + ")";
            finding.mends = {
                {{m_binary.lhs->span.end, m_binary.rhs->span.end}, op + on + " group_left () " + summed}};
            return;
        }
        const std::string group = pairing.manyLeft    ? " group_left () "
                                  : pairing.manyRight ? " group_right () "
                                                      : " ";
        finding.mends = {{operatorSpan(), op + on + group}};
        // The same said by what is left out; shorter where the sides have nearly all in common.
        Names ignored = m_comparison.onlyLeft;
        ignored.insert(ignored.end(), m_comparison.onlyRight.begin(), m_comparison.onlyRight.end());
        ignored.insert(ignored.end(), m_comparison.differing.begin(), m_comparison.differing.end());
        if (labels == m_comparison.common && !ignored.empty())
            finding.mends.push_back({operatorSpan(), op + " ignoring " + listed(ignored) + group});
    }

    const EmptinessSource &m_source;
    const promql::Binary &m_binary;
    Vector m_left;
    Vector m_right;
    Comparison m_comparison;
};

} // namespace

std::vector<Finding> diagnoseJoin(const EmptinessSource &source, const promql::Binary &binary)
{
    return JoinDiagnosis(source, binary).diagnose();
}

std::vector<Finding> diagnoseFilteredJoin(const EmptinessSource &source, const promql::Binary &binary)
{
    const Expr &left = unfiltered(*binary.lhs);
    const Expr &right = unfiltered(*binary.rhs);
    const bool keepsOneSide = binary.op == promql::BinaryOp::Or || binary.op == promql::BinaryOp::Unless;
    const bool filtered = &left != binary.lhs.get() || &right != binary.rhs.get();
    if (!binary.matching || keepsOneSide || !filtered)
        return {};
    JoinDiagnosis diagnosis(source, binary, left, right);
    return diagnosis.comesToNothing() ? diagnosis.diagnose() : std::vector<Finding>{};
}

std::vector<Finding> diagnoseManyToMany(const EmptinessSource &source, const promql::Binary &binary)
{
    return JoinDiagnosis(source, binary).diagnoseMany();
}

} // namespace sightglass
