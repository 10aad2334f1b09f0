// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/promqltest/custombuckets.h"

#include "model/histogram/customconversion.h"
#include "parser/base/numbertext.h"

#include <cmath>
#include <string>

namespace sightglass::promqltest {

namespace {

enum class Part
{
    None,
    Bucket,
    Count,
    Sum
};

/// What the series is of a classic histogram; cuts the suffix off the name.
Part takeSuffix(std::string &name)
{
    const auto cut = [&name](std::string_view suffix) {
        const bool has = name.ends_with(suffix);
        if (has)
            name.resize(name.size() - suffix.size());
        return has;
    };
    if (cut("_bucket"))
        return Part::Bucket;
    if (cut("_count"))
        return Part::Count;
    return cut("_sum") ? Part::Sum : Part::None;
}

Status addTo(CustomConversion &conversion, Part part, double upperBound, double value)
{
    if (part == Part::Bucket)
        return conversion.setBucket(upperBound, value);
    if (part == Part::Count)
        return conversion.setCount(value);
    conversion.setSum(value);
    return Done{};
}

using Conversions = std::map<Labels, std::map<TimestampMs, CustomConversion>>;

Status collate(const SeriesDescription &series, std::int64_t stepMs, Conversions &conversions)
{
    std::string name(series.labels.metricName());
    const Part part = takeSuffix(name);
    if (part == Part::None || series.startTimestamps)
        return Done{};
    const double upperBound = parseFloat(series.labels.value("le")).value_or(NAN);
    if (part == Part::Bucket && std::isnan(upperBound))
        return Done{};
    const Labels base = series.labels.without("le").with(metricNameLabel, name);
    for (std::size_t i = 0; i < series.items.size(); ++i) {
        if (series.items[i].kind != SeriesItem::Kind::Value)
            continue;
        CustomConversion &conversion = conversions[base][static_cast<std::int64_t>(i) * stepMs];
        if (Status added = addTo(conversion, part, upperBound, series.items[i].value); !added)
            return added;
    }
    return Done{};
}

} // namespace

Result<std::map<Labels, std::vector<ScriptSample>>>
customBucketSeries(std::span<const SeriesDescription> series, std::int64_t stepMs)
{
    Conversions conversions;
    for (const SeriesDescription &one : series) {
        if (const Status collated = collate(one, stepMs, conversions); !collated)
            return collated.error();
    }
    std::map<Labels, std::vector<ScriptSample>> converted;
    for (const auto &[labels, byTime] : conversions) {
        for (const auto &[t, conversion] : byTime) {
            auto histogram = conversion.convert();
            if (!histogram)
                return histogram.error();
            converted[labels].push_back(
                {t, 0, std::make_shared<const FloatHistogram>(std::move(*histogram)), 0});
        }
    }
    return converted;
}

} // namespace sightglass::promqltest
