// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/seriesjoiner.h"

#include "model/query/evaluationerror.h"

#include <array>
#include <unordered_set>

namespace sightglass {

namespace {

void mergeInto(Series &target, Series &source)
{
    const std::size_t steps = target.points.size();
    for (std::size_t step = 0; step < steps; ++step) {
        if (!hasValue(source, step))
            continue;
        if (hasValue(target, step))
            throw EvaluationError(duplicateLabelsetText);
        if (hasHistogram(source, step))
            putHistogram(target.histograms, steps, step, std::move(source.histograms[step]));
        else
            target.points[step] = source.points[step];
    }
}

} // namespace

void SeriesJoiner::add(Series series)
{
    const auto [first, last] = m_byHash.equal_range(series.labels.hash());
    for (auto at = first; at != last; ++at) {
        Series &known = m_series[at->second];
        if (known.labels == series.labels && known.dropName == series.dropName) {
            mergeInto(known, series);
            return;
        }
    }
    m_byHash.emplace(series.labels.hash(), m_series.size());
    m_series.push_back(std::move(series));
}

void refuseEqualLabels(const std::vector<Series> &series)
{
    std::unordered_set<Labels, LabelsHash> seen;
    seen.reserve(series.size());
    for (const Series &one : series) {
        if (!seen.insert(one.labels).second)
            throw EvaluationError(duplicateLabelsetText);
    }
}

Labels withoutMetadataLabels(const Labels &labels)
{
    static const std::array<std::string, 3> metadata{"__name__", "__type__", "__unit__"};
    return labels.dropping(metadata);
}

void dropName(Series &series, NameRemoval removal)
{
    if (removal == NameRemoval::Delayed)
        series.dropName = true;
    else
        series.labels = withoutMetadataLabels(series.labels);
}

} // namespace sightglass
