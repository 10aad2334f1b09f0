// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/columns.h"
#include "parser/promql/ast.h"

#include <cstddef>
#include <unordered_map>
#include <vector>

namespace sightglass {

/// The match group of a series: its on() labels, or all labels but ignoring() and the metric's name.
[[nodiscard]] Labels matchSignature(const Labels &labels, const promql::VectorMatching &matching);

/// The series of one side by match group. Computed once per query: labels are the same at every step.
class MatchGroups
{
public:
    MatchGroups(const Value &vector, const promql::VectorMatching &matching);

    /// The group of the series at `index` of the vector this was made from.
    [[nodiscard]] std::size_t groupOf(std::size_t index) const { return m_groupOf[index]; }
    /// The group of this signature, or npos.
    [[nodiscard]] std::size_t find(const Labels &signature) const;

    [[nodiscard]] std::size_t size() const noexcept { return m_members.size(); }
    [[nodiscard]] const std::vector<std::size_t> &members(std::size_t group) const
    {
        return m_members[group];
    }
    [[nodiscard]] const Labels &signature(std::size_t group) const { return m_signatures[group]; }

    static constexpr std::size_t npos = static_cast<std::size_t>(-1);

private:
    std::unordered_map<Labels, std::size_t, LabelsHash> m_indexOf;
    std::vector<std::size_t> m_groupOf;
    std::vector<std::vector<std::size_t>> m_members;
    std::vector<Labels> m_signatures;
};

/// The labels of a combined pair (PromQL reference, section 8). `many` is the left operand, or the right one
/// with group_right.
[[nodiscard]] Labels matchedLabels(const promql::Binary &binary, const Labels &many, const Labels &one);

/// The text of the error for two series of one match group on the side that must be unique.
[[nodiscard]] std::string duplicateMatchText(const Labels &signature, const Labels &first,
                                             const Labels &second, bool onRight);

} // namespace sightglass
