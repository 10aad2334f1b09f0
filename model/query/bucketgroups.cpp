// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/bucketgroups.h"

#include "parser/base/numbertext.h"

#include <algorithm>
#include <unordered_map>

namespace sightglass {

BucketGroups::BucketGroups(const Value &vector, const std::function<void(const Labels &)> &malformed)
{
    std::unordered_map<Labels, std::size_t, LabelsHash> indexOf;
    for (const Series &series : vector.series) {
        const auto upperBound = parseFloat(series.labels.value("le"));
        if (!upperBound) {
            malformed(series.labels);
            continue;
        }
        const auto [at, fresh] = indexOf.try_emplace(series.labels.without("le"), m_groups.size());
        if (fresh)
            m_groups.push_back({at->first, series.dropName, {}});
        Group &group = m_groups[at->second];
        group.dropName = group.dropName || series.dropName;
        group.members.push_back({*upperBound, &series.points});
    }
    for (Group &group : m_groups) {
        std::stable_sort(group.members.begin(), group.members.end(),
                         [](const Member &a, const Member &b) { return a.upperBound < b.upperBound; });
    }
}

} // namespace sightglass
