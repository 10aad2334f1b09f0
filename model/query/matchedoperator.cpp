// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/binarykernels.h"
#include "model/query/binaryoperator.h"
#include "model/query/evaluationerror.h"
#include "model/query/vectormatching.h"

#include <algorithm>

namespace sightglass {

namespace {

using promql::MatchCardinality;

/// One vector-to-vector operation. Labels decide once which series meet; only where a match group has several
/// series on a side are the steps looked at one by one.
class MatchedOperation
{
public:
    MatchedOperation(Evaluator &evaluator, const promql::Binary &binary, const Value &lhs, const Value &rhs,
                     const Grid &grid)
        : m_evaluator(evaluator)
        , m_binary(binary)
        , m_swapped(binary.matching->cardinality == MatchCardinality::OneToMany)
        , m_many(m_swapped ? rhs : lhs)
        , m_one(m_swapped ? lhs : rhs)
        , m_manyGroups(m_many, *binary.matching)
        , m_oneGroups(m_one, *binary.matching)
        , m_steps(grid.count)
    {}

    [[nodiscard]] Value run()
    {
        if (m_many.series.empty() || m_one.series.empty())
            return {};
        refuseDuplicateOnes();
        if (m_binary.matching->cardinality == MatchCardinality::OneToOne)
            refuseImplicitManyToOne();
        for (std::size_t many = 0; many < m_many.series.size(); ++many) {
            m_evaluator.context().checkpoint();
            const std::size_t group = m_oneGroups.find(m_manyGroups.signature(m_manyGroups.groupOf(many)));
            if (group == MatchGroups::npos)
                continue;
            for (const std::size_t one : m_oneGroups.members(group))
                combine(m_many.series[many], m_one.series[one]);
        }
        return finish();
    }

private:
    /// The side that must be unique, at every step where both sides have anything.
    void refuseDuplicateOnes() const
    {
        std::vector<unsigned char> anyMany;
        for (std::size_t group = 0; group < m_oneGroups.size(); ++group) {
            if (m_oneGroups.members(group).size() < 2)
                continue;
            if (anyMany.empty())
                anyMany = presenceOf(m_many);
            for (std::size_t step = 0; step < m_steps; ++step) {
                if (anyMany[step] != 0)
                    refuseDuplicateOne(group, step);
            }
        }
    }

    void refuseDuplicateOne(std::size_t group, std::size_t step) const
    {
        const Series *first = nullptr;
        for (const std::size_t one : m_oneGroups.members(group)) {
            const Series &series = m_one.series[one];
            if (isAbsent(series.points[step]))
                continue;
            if (first != nullptr)
                throw EvaluationError(duplicateMatchText(m_oneGroups.signature(group), first->labels,
                                                         series.labels, !m_swapped),
                                      m_binary.span);
            first = &series;
        }
    }

    void refuseImplicitManyToOne() const
    {
        for (std::size_t group = 0; group < m_manyGroups.size(); ++group) {
            const std::size_t ones = m_oneGroups.find(m_manyGroups.signature(group));
            if (ones == MatchGroups::npos || m_manyGroups.members(group).size() < 2)
                continue;
            for (std::size_t step = 0; step < m_steps; ++step) {
                const bool partner = countPresent(m_one, m_oneGroups.members(ones), step) > 0;
                if (partner && countPresent(m_many, m_manyGroups.members(group), step) > 1)
                    throw EvaluationError(
                        "multiple matches for labels: many-to-one matching must be explicit "
                        "(group_left/group_right)",
                        m_binary.span);
            }
        }
    }

    static std::size_t countPresent(const Value &vector, const std::vector<std::size_t> &members,
                                    std::size_t step)
    {
        return static_cast<std::size_t>(
            std::count_if(members.begin(), members.end(),
                          [&](std::size_t member) { return isPresent(vector.series[member].points[step]); }));
    }

    void combine(const Series &many, const Series &one)
    {
        const bool comparison = promql::isComparison(m_binary.op);
        const ComparisonYield yield = m_binary.returnBool ? ComparisonYield::Bool : ComparisonYield::KeepLeft;
        Series result{matchedLabels(m_binary, many.labels, one.labels), Column(m_steps, absentPoint), false};
        if (m_swapped)
            combineColumns(m_binary.op, yield, one.points, many.points, result.points);
        else
            combineColumns(m_binary.op, yield, many.points, one.points, result.points);
        if (comparison && m_binary.returnBool)
            dropName(result, m_evaluator.nameRemoval());
        m_results.push_back(std::move(result));
    }

    [[nodiscard]] Value finish()
    {
        if (m_binary.matching->cardinality == MatchCardinality::OneToOne)
            return joined(std::move(m_results));
        try {
            return joined(std::move(m_results));
        } catch (const EvaluationError &) {
            throw EvaluationError("multiple matches for labels: grouping labels must ensure unique matches",
                                  m_binary.span);
        }
    }

    Evaluator &m_evaluator;
    const promql::Binary &m_binary;
    bool m_swapped; ///< group_right: the left operand is the "one" side
    const Value &m_many;
    const Value &m_one;
    MatchGroups m_manyGroups;
    MatchGroups m_oneGroups;
    std::size_t m_steps;
    std::vector<Series> m_results;
};

} // namespace

Value evaluateMatched(Evaluator &evaluator, const promql::Binary &binary, const Value &lhs, const Value &rhs,
                      const Grid &grid)
{
    if (binary.matching->fillLeft || binary.matching->fillRight)
        throwUnsupported("the fill modifiers", binary.span);
    return MatchedOperation(evaluator, binary, lhs, rhs, grid).run();
}

} // namespace sightglass
