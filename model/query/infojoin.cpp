// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/infojoin.h"

#include "model/query/evaluationerror.h"

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

constexpr std::int32_t none = -1;

std::string duplicateText(const Series &existing, const Series &other, std::size_t step)
{
    const std::string t = std::to_string(std::llround(other.points[step] * 1000));
    return "found duplicate series for info metric: existing " + existing.labels.toString() + " @ " + t +
           ", new " + other.labels.toString() + " @ " + t;
}

/// Appends an empty series with these labels.
Series &appendLike(const Series &base, Labels labels, std::vector<Series> &out)
{
    out.push_back({std::move(labels), Column(base.points.size(), absentPoint), base.dropName});
    return out.back();
}

void copyStep(const Series &from, std::size_t step, Series &to)
{
    to.points[step] = from.points[step];
    if (hasHistogram(from, step))
        putHistogram(to.histograms, to.points.size(), step, from.histograms[step]);
}

} // namespace

InfoJoin::Identity InfoJoin::identityOf(const Labels &labels)
{
    Identity identity;
    for (std::size_t i = 0; i < identifyingLabels.size(); ++i)
        identity[i] = labels.value(identifyingLabels[i]);
    return identity;
}

InfoJoin::InfoJoin(std::vector<Series> info, const Value &base)
    : m_info(std::move(info))
{
    if (base.series.empty())
        return;
    const std::vector<unsigned char> asked = presenceOf(base);
    for (std::size_t i = 0; i < m_info.size(); ++i) {
        const Series &series = m_info[i];
        Winners &winners = m_winners[identityOf(series.labels)][std::string(series.labels.metricName())];
        winners.resize(asked.size(), none);
        for (std::size_t step = 0; step < asked.size(); ++step) {
            if (asked[step] == 0 || isAbsent(series.points[step]))
                continue;
            if (winners[step] != none) {
                const Series &existing = m_info[static_cast<std::size_t>(winners[step])];
                if (existing.points[step] == series.points[step])
                    throw EvaluationError(duplicateText(existing, series, step));
                if (existing.points[step] > series.points[step])
                    continue;
            }
            winners[step] = static_cast<std::int32_t>(i);
        }
    }
}

Labels InfoJoin::labelsWith(const Labels &base, const std::vector<std::int32_t> &info,
                            const std::set<std::string> &wanted) const
{
    std::map<std::string, std::string> added;
    for (const std::int32_t index : info) {
        if (index == none)
            continue;
        for (const LabelView label : m_info[static_cast<std::size_t>(index)].labels) {
            const std::string name(label.name);
            if (name == metricNameLabel || (!wanted.empty() && !wanted.contains(name)) ||
                !base.value(name).empty())
                continue;
            const auto [at, fresh] = added.emplace(name, label.value);
            if (!fresh && at->second != label.value)
                throw EvaluationError("conflicting label: " + name);
        }
    }
    std::vector<Label> labels;
    for (const LabelView label : base)
        labels.emplace_back(label);
    for (const auto &[name, value] : added)
        labels.push_back({name, value});
    return Labels(std::move(labels));
}

void InfoJoin::enrich(const Series &base, const std::set<std::string> &wanted, bool needsMatch,
                      std::vector<Series> &out) const
{
    const auto found = m_winners.find(identityOf(base.labels));
    std::map<std::vector<std::int32_t>, std::size_t> known; // what was joined → its place in `out`
    std::vector<std::int32_t> joinedWith;
    for (std::size_t step = 0; step < base.points.size(); ++step) {
        if (!hasValue(base, step))
            continue;
        joinedWith.clear();
        if (found != m_winners.end()) {
            for (const auto &[name, winners] : found->second)
                joinedWith.push_back(winners[step]);
        }
        const bool matched = std::any_of(joinedWith.begin(), joinedWith.end(),
                                         [](std::int32_t index) { return index != none; });
        if (!matched && needsMatch)
            continue;
        const auto [at, fresh] = known.emplace(joinedWith, out.size());
        if (fresh)
            appendLike(base, labelsWith(base.labels, joinedWith, wanted), out);
        copyStep(base, step, out[at->second]);
    }
}

} // namespace sightglass
