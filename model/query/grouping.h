// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/columns.h"
#include "parser/promql/ast.h"

#include <cstddef>
#include <vector>

namespace sightglass {

/// The labels of the group that a series with these labels belongs to.
[[nodiscard]] Labels groupLabels(const promql::Aggregate &aggregate, const Labels &labels);

/// The members of an aggregation's groups. by() keeps the named labels, without() all but these and the
/// metric's name; absent labels count as empty. The groups are the same at every step; which of them have
/// members there is not.
class Grouping
{
public:
    struct Group
    {
        Labels labels;
        bool dropName = false;            ///< a member's name is to go at the end of the query
        std::vector<std::size_t> members; ///< indices into the vector, ascending
    };

    Grouping(const promql::Aggregate &aggregate, const Value &vector);

    /// In order of their first member.
    [[nodiscard]] const std::vector<Group> &groups() const noexcept { return m_groups; }

private:
    std::vector<Group> m_groups;
};

} // namespace sightglass
