// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/bucketgroups.h"

#include "parser/base/numbertext.h"

#include <algorithm>

namespace sightglass {

BucketGroups::BucketGroups(const Value &vector, const std::function<void(const Labels &)> &malformed)
{
    for (const Series &series : vector.series) {
        if (std::none_of(series.points.begin(), series.points.end(), isPresent))
            continue;
        const auto upperBound = parseFloat(series.labels.value("le"));
        if (!upperBound) {
            malformed(series.labels);
            continue;
        }
        const auto [at, fresh] = m_indexOf.try_emplace(series.labels.without("le"), m_groups.size());
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

std::size_t BucketGroups::find(const Labels &labels) const
{
    const auto at = m_indexOf.find(labels);
    return at == m_indexOf.end() ? npos : at->second;
}

} // namespace sightglass
