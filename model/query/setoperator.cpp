// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/binaryoperator.h"
#include "model/query/vectormatching.h"

namespace sightglass {

namespace {

enum class Keep
{
    WherePartner,
    WhereNoPartner
};

/// Empties the points of `series` at steps where the other side has a partner, or has none.
class PartnerFilter
{
public:
    PartnerFilter(const Value &others, const promql::VectorMatching &matching)
        : m_others(others)
        , m_matching(matching)
        , m_groups(others, matching)
        , m_presence(m_groups.size())
    {}

    void apply(Series &series, Keep keep)
    {
        const std::size_t group = m_groups.find(matchSignature(series.labels, m_matching));
        if (group == MatchGroups::npos) {
            if (keep == Keep::WherePartner) {
                series.points.assign(series.points.size(), absentPoint);
                series.histograms.clear();
            }
            return;
        }
        std::vector<unsigned char> &presence = m_presence[group];
        if (presence.empty()) {
            presence.assign(series.points.size(), 0);
            for (const std::size_t member : m_groups.members(group))
                markPresence(m_others.series[member], presence);
        }
        for (std::size_t step = 0; step < series.points.size(); ++step) {
            if ((presence[step] != 0) != (keep == Keep::WherePartner))
                clearStep(series, step);
        }
    }

private:
    const Value &m_others;
    const promql::VectorMatching &m_matching;
    MatchGroups m_groups;
    std::vector<std::vector<unsigned char>> m_presence; ///< by group; empty until asked for
};

} // namespace

Value evaluateSetOperator(const promql::Binary &binary, Value lhs, Value rhs)
{
    const promql::VectorMatching &matching = *binary.matching;
    if (binary.op == promql::BinaryOp::Or) {
        PartnerFilter filter(lhs, matching);
        for (Series &series : rhs.series)
            filter.apply(series, Keep::WhereNoPartner);
        for (Series &series : rhs.series)
            lhs.series.push_back(std::move(series));
        return joined(std::move(lhs.series));
    }
    const Keep keep = binary.op == promql::BinaryOp::And ? Keep::WherePartner : Keep::WhereNoPartner;
    PartnerFilter filter(rhs, matching);
    for (Series &series : lhs.series)
        filter.apply(series, keep);
    return joined(std::move(lhs.series));
}

} // namespace sightglass
