// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/histogrampoints.h"

#include "parser/base/numbertext.h"

#include <cmath>
#include <unordered_map>

namespace sightglass {

namespace {

/// The identity without name, le and quantile; the time is mixed in.
std::uint64_t keyOf(const ExposedPage &page, const PageSample &sample, std::string_view ownLabel)
{
    std::uint64_t key = sample.identity - page.symbolHashes[sample.name];
    for (const PageLabel label : page.labelsOf(sample)) {
        if (page.text(label.name) == ownLabel && !page.text(label.value).empty())
            key -= page.identityOf(label);
    }
    return sample.timestampMs ? key ^ (static_cast<std::uint64_t>(*sample.timestampMs) * 0x9E3779B97F4A7C15U)
                              : key;
}

void addPart(const ExposedPage &page, std::uint32_t number, std::string_view ownLabel, HistogramSeries &point)
{
    const PageSample &sample = page.samples[number];
    const std::string_view suffix = page.suffixOf(sample);
    if (suffix == "_count" || suffix == "_gcount")
        point.count = number;
    if (suffix == "_sum" || suffix == "_gsum")
        point.sum = number;
    if (suffix != "_bucket" && !suffix.empty())
        return;
    const auto text = page.labelValue(sample, ownLabel);
    const auto bound = text ? parseFloat(*text) : std::nullopt;
    if (bound && !std::isnan(*bound))
        point.buckets.push_back({number, *bound});
}

} // namespace

std::vector<HistogramSeries> histogramSeries(const ExposedPage &page, const PageFamily &family)
{
    const std::string_view ownLabel = family.type == MetricType::Summary ? "quantile" : "le";
    std::vector<HistogramSeries> result;
    std::unordered_map<std::uint64_t, std::size_t> places;
    for (const std::uint32_t number : family.samples) {
        const PageSample &sample = page.samples[number];
        const std::string_view suffix = page.suffixOf(sample);
        // A histogram's bare name is no part of it.
        const bool isBare = suffix.empty() && family.type != MetricType::Summary;
        if (sample.isNative || suffix == "_created" || isBare)
            continue;
        const auto [place, isNew] = places.try_emplace(keyOf(page, sample, ownLabel), result.size());
        if (isNew)
            result.push_back({number, {}, {}, {}});
        addPart(page, number, ownLabel, result[place->second]);
    }
    return result;
}

} // namespace sightglass
