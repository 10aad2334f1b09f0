// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/api/cardinality.h"

#include "model/api/apitime.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace sightglass {

namespace {

/// Series by value of one label. The texts belong to the series, which the views keep alive.
using ValueCounts = std::unordered_map<std::string_view, std::uint64_t>;

std::vector<NamedCount> largest(std::vector<NamedCount> counts, std::size_t limit)
{
    const auto keep = counts.begin() + static_cast<std::ptrdiff_t>(std::min(limit, counts.size()));
    std::partial_sort(counts.begin(), keep, counts.end(), [](const NamedCount &a, const NamedCount &b) {
        return a.value != b.value ? a.value > b.value : a.name < b.name;
    });
    counts.erase(keep, counts.end());
    return counts;
}

std::uint64_t bytesOf(const ValueCounts &values)
{
    std::uint64_t bytes = 0;
    for (const auto &[value, count] : values)
        bytes += value.size();
    return bytes;
}

} // namespace

Cardinality cardinalityOf(const Snapshot &snapshot, std::size_t limit, const std::stop_token &cancel)
{
    const auto series = snapshot.select({}, allTime);
    std::map<std::string_view, ValueCounts> labels;
    for (const auto &view : series) {
        if (cancel.stop_requested())
            break;
        for (const LabelView label : view->labels())
            ++labels[label.name][label.value];
    }
    Cardinality cardinality;
    std::vector<NamedCount> metrics;
    std::vector<NamedCount> pairs;
    for (const auto &[name, values] : labels) {
        cardinality.labelPairs += values.size();
        cardinality.valuesByLabel.push_back({std::string(name), values.size()});
        cardinality.bytesByLabel.push_back({std::string(name), bytesOf(values)});
        std::vector<NamedCount> ofLabel;
        for (const auto &[value, count] : values)
            ofLabel.push_back({std::string(value), count});
        ofLabel = largest(std::move(ofLabel), limit);
        if (name == metricNameLabel)
            metrics = ofLabel;
        for (NamedCount &entry : ofLabel)
            pairs.push_back({std::string(name) + '=' + entry.name, entry.value});
        // Kept short on the way: a label may have as many values as there are series.
        pairs = largest(std::move(pairs), limit);
    }
    cardinality.seriesByMetric = std::move(metrics);
    cardinality.valuesByLabel = largest(std::move(cardinality.valuesByLabel), limit);
    cardinality.bytesByLabel = largest(std::move(cardinality.bytesByLabel), limit);
    cardinality.seriesByPair = std::move(pairs);
    return cardinality;
}

} // namespace sightglass
