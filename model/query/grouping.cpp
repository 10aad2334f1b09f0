// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/grouping.h"

#include <unordered_map>

namespace sightglass {

Labels groupLabels(const promql::Aggregate &aggregate, const Labels &labels)
{
    if (aggregate.without)
        return labels.dropping(aggregate.grouping).without(metricNameLabel);
    return aggregate.grouping.empty() ? Labels() : labels.keeping(aggregate.grouping);
}

Grouping::Grouping(const promql::Aggregate &aggregate, const Value &vector)
{
    std::vector<std::string> names = aggregate.grouping;
    if (aggregate.without)
        names.emplace_back(metricNameLabel);
    std::unordered_map<Labels, std::size_t, LabelsHash> indexOf;
    for (std::size_t i = 0; i < vector.series.size(); ++i) {
        const Series &series = vector.series[i];
        const Labels labels = aggregate.without ? series.labels.dropping(names)
                              : names.empty()   ? Labels()
                                                : series.labels.keeping(names);
        const auto [at, fresh] = indexOf.try_emplace(labels, m_groups.size());
        if (fresh)
            m_groups.push_back({labels, false, {}});
        Group &group = m_groups[at->second];
        group.dropName = group.dropName || series.dropName;
        group.members.push_back(i);
    }
}

} // namespace sightglass
