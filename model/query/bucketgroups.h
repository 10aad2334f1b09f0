// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/columns.h"

#include <cstddef>
#include <functional>
#include <unordered_map>
#include <vector>

namespace sightglass {

/// The series of a vector put together as classic histograms: equal labels but for "le", buckets sorted by
/// bound. Series without any float are left out. The vector must outlive this.
class BucketGroups
{
public:
    struct Member
    {
        double upperBound = 0;
        const Column *points = nullptr;
    };
    struct Group
    {
        Labels labels; ///< without "le"
        bool dropName = false;
        std::vector<Member> members;
    };

    /// `malformed` is told the labels of each series whose "le" is missing or no number; it is left out.
    BucketGroups(const Value &vector, const std::function<void(const Labels &)> &malformed);

    /// In order of first appearance.
    [[nodiscard]] const std::vector<Group> &all() const noexcept { return m_groups; }

    static constexpr std::size_t npos = static_cast<std::size_t>(-1);
    /// Index of the group with exactly these labels, or npos.
    [[nodiscard]] std::size_t find(const Labels &labels) const;

private:
    std::vector<Group> m_groups;
    std::unordered_map<Labels, std::size_t, LabelsHash> m_indexOf;
};

} // namespace sightglass
