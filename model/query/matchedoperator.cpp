// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/binaryoperator.h"
#include "model/query/evaluationerror.h"
#include "model/query/seriescombiner.h"
#include "model/query/vectormatching.h"

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <utility>

namespace sightglass {

namespace {

using promql::MatchCardinality;
using Flags = std::vector<unsigned char>;

bool anyOf(const Flags &flags)
{
    return std::find(flags.begin(), flags.end(), 1) != flags.end();
}

/// A stand-in with one value at the chosen steps.
Series filler(const Labels &labels, double value, const Flags &steps)
{
    Series series{labels, Column(steps.size(), absentPoint)};
    for (std::size_t step = 0; step < steps.size(); ++step) {
        if (steps[step] != 0)
            series.points[step] = value;
    }
    return series;
}

enum class Second
{
    Allowed,
    Refused
};

/// Two series that were combined.
struct Match
{
    std::size_t group;  ///< of the "many" side
    std::size_t result; ///< index of what came out
    const Series *lhs;
    const Series *rhs;
    std::vector<std::size_t> refused; ///< steps at which their types did not go together

    /// Flags the steps where the two met, though a comparison may have dropped the value. False where a flag
    /// that must not is set already.
    [[nodiscard]] bool mark(Flags &flags, Second second) const
    {
        for (std::size_t step = 0; step < flags.size(); ++step) {
            if (!hasValue(*lhs, step) || !hasValue(*rhs, step) ||
                std::binary_search(refused.begin(), refused.end(), step))
                continue;
            if (second == Second::Refused && flags[step] != 0)
                return false;
            flags[step] = 1;
        }
        return true;
    }
};

/// One vector-to-vector operation. Labels decide once which series meet; steps are looked at one by one only
/// where a match group has several series on a side, or is filled.
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
        , m_fillMany(binary.matching->fillLeft)
        , m_fillOne(binary.matching->fillRight)
        , m_manyGroups(m_many, *binary.matching)
        , m_oneGroups(m_one, *binary.matching)
        , m_steps(grid.count)
        , m_combiner(binary, binary.returnBool ? ComparisonYield::Bool : ComparisonYield::KeepLeft)
        , m_matched(m_oneGroups.size())
    {}

    [[nodiscard]] Value run()
    {
        const bool fills = m_fillMany || m_fillOne;
        if ((m_many.series.empty() || m_one.series.empty()) && !fills)
            return {};
        refuseDuplicateOnes(fills);
        for (std::size_t many = 0; many < m_many.series.size(); ++many) {
            m_evaluator.context().checkpoint();
            matchMany(many);
        }
        if (m_fillMany) {
            for (std::size_t one = 0; one < m_one.series.size(); ++one)
                fillMany(one, *m_fillMany);
        }
        refuseSecondMatches();
        m_combiner.tell(m_evaluator.annotations());
        return joined(std::move(m_results));
    }

private:
    /// The side that must be unique, at every step where both sides have anything.
    void refuseDuplicateOnes(bool fills) const
    {
        Flags looked;
        for (std::size_t group = 0; group < m_oneGroups.size(); ++group) {
            if (m_oneGroups.members(group).size() < 2)
                continue;
            if (looked.empty())
                looked = fills ? Flags(m_steps, 1) : presenceOf(m_many);
            for (std::size_t step = 0; step < m_steps; ++step) {
                if (looked[step] != 0)
                    refuseDuplicateOne(group, step);
            }
        }
    }

    void refuseDuplicateOne(std::size_t group, std::size_t step) const
    {
        const Series *first = nullptr;
        for (const std::size_t one : m_oneGroups.members(group)) {
            const Series &series = m_one.series[one];
            if (!hasValue(series, step))
                continue;
            if (first != nullptr)
                throw EvaluationError(duplicateMatchText(m_oneGroups.signature(group), first->labels,
                                                         series.labels, !m_swapped),
                                      m_binary.span);
            first = &series;
        }
    }

    void matchMany(std::size_t many)
    {
        const std::size_t manyGroup = m_manyGroups.groupOf(many);
        const Labels &signature = m_manyGroups.signature(manyGroup);
        const std::size_t oneGroup = m_oneGroups.find(signature);
        const Series &series = m_many.series[many];
        if (oneGroup != MatchGroups::npos) {
            for (const std::size_t one : m_oneGroups.members(oneGroup))
                combine(series, m_one.series[one], {manyGroup, oneGroup});
        }
        if (!m_fillOne)
            return;
        Flags missing(m_steps, 0);
        markPresence(series, missing);
        if (oneGroup != MatchGroups::npos) {
            const Flags &present = presenceOfOnes(oneGroup);
            for (std::size_t step = 0; step < m_steps; ++step)
                missing[step] = missing[step] != 0 && present[step] == 0 ? 1 : 0;
        }
        if (anyOf(missing))
            combine(series, m_fillers.emplace_back(filler(signature, *m_fillOne, missing)),
                    {manyGroup, oneGroup});
    }

    /// Steps where a series of the "one" side has met nobody.
    void fillMany(std::size_t one, double value)
    {
        const Series &series = m_one.series[one];
        const std::size_t group = m_oneGroups.groupOf(one);
        Flags missing(m_steps, 0);
        markPresence(series, missing);
        for (std::size_t step = 0; step < m_steps && !m_matched[group].empty(); ++step)
            missing[step] = missing[step] != 0 && m_matched[group][step] == 0 ? 1 : 0;
        const Labels &signature = m_oneGroups.signature(group);
        if (anyOf(missing))
            combine(m_fillers.emplace_back(filler(signature, value, missing)), series,
                    {m_manyGroups.find(signature), group});
    }

    [[nodiscard]] const Flags &presenceOfOnes(std::size_t group)
    {
        Flags &flags = m_onesPresent[group];
        if (flags.empty()) {
            flags.assign(m_steps, 0);
            for (const std::size_t one : m_oneGroups.members(group))
                markPresence(m_one.series[one], flags);
        }
        return flags;
    }

    /// The match group of a pair on either side; npos where it has none there.
    struct Groups
    {
        std::size_t many;
        std::size_t one;
    };

    void combine(const Series &many, const Series &one, Groups groups)
    {
        Series result{matchedLabels(m_binary, many.labels, one.labels), Column(m_steps, absentPoint)};
        const Series &lhs = m_swapped ? one : many;
        const Series &rhs = m_swapped ? many : one;
        m_combiner.combine(lhs, rhs, result);
        m_evaluator.context().spend(m_steps);
        noteMatch({groups.many, m_results.size(), &lhs, &rhs, m_combiner.takeRefused()}, groups.one);
        if (promql::isComparison(m_binary.op) && m_binary.returnBool)
            dropName(result, m_evaluator.nameRemoval());
        m_results.push_back(std::move(result));
    }

    void noteMatch(Match match, std::size_t oneGroup)
    {
        if (m_fillMany && oneGroup != MatchGroups::npos) {
            m_matched[oneGroup].resize(m_steps, 0);
            static_cast<void>(match.mark(m_matched[oneGroup], Second::Allowed));
        }
        const bool several = match.group != MatchGroups::npos && m_manyGroups.members(match.group).size() > 1;
        if (several)
            m_matches.push_back(std::move(match));
    }

    /// A second match at a step is refused: of the group (one-to-one), or with the same labels in the group.
    void refuseSecondMatches()
    {
        const bool oneToOne = m_binary.matching->cardinality == MatchCardinality::OneToOne;
        std::map<std::pair<std::size_t, Labels>, std::vector<const Match *>> rivals;
        for (const Match &match : m_matches)
            rivals[{match.group, oneToOne ? Labels() : m_results[match.result].labels}].push_back(&match);
        for (const auto &[key, matches] : rivals) {
            Flags flags(matches.size() > 1 ? m_steps : 0, 0);
            for (std::size_t i = 0; i < matches.size() && matches.size() > 1; ++i) {
                m_evaluator.context().spend(m_steps);
                if (!matches[i]->mark(flags, Second::Refused))
                    throw EvaluationError(oneToOne ? "multiple matches for labels: many-to-one matching must "
                                                     "be explicit (group_left/group_right)"
                                                   : "multiple matches for labels: grouping labels must "
                                                     "ensure unique matches",
                                          m_binary.span);
            }
        }
    }

    Evaluator &m_evaluator;
    const promql::Binary &m_binary;
    bool m_swapped; ///< group_right: the left operand is the "one" side
    const Value &m_many;
    const Value &m_one;
    /// fill_left stands in for the "many" side and fill_right for the "one" side, also with group_right.
    std::optional<double> m_fillMany;
    std::optional<double> m_fillOne;
    MatchGroups m_manyGroups;
    MatchGroups m_oneGroups;
    std::size_t m_steps;
    SeriesCombiner m_combiner;
    std::vector<Flags> m_matched; ///< by group of the "one" side, where fill_left asks for it
    std::map<std::size_t, Flags> m_onesPresent;
    std::deque<Series> m_fillers;
    std::vector<Match> m_matches; ///< in groups with several series on the "many" side
    std::vector<Series> m_results;
};

} // namespace

Value evaluateMatched(Evaluator &evaluator, const promql::Binary &binary, const Value &lhs, const Value &rhs,
                      const Grid &grid)
{
    return MatchedOperation(evaluator, binary, lhs, rhs, grid).run();
}

} // namespace sightglass
