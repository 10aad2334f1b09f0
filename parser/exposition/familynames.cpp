// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/familynames.h"

#include <algorithm>
#include <array>

namespace sightglass {

namespace {

constexpr std::array<std::string_view, 1> plain = {""};
constexpr std::array<std::string_view, 2> counter = {"_total", "_created"};
constexpr std::array<std::string_view, 4> summary = {"", "_count", "_sum", "_created"};
constexpr std::array<std::string_view, 4> histogram = {"_bucket", "_count", "_sum", "_created"};
constexpr std::array<std::string_view, 3> gaugeHistogram = {"_bucket", "_gcount", "_gsum"};
constexpr std::array<std::string_view, 1> info = {"_info"};

} // namespace

std::span<const std::string_view> openMetricsSuffixes(MetricType type) noexcept
{
    switch (type) {
    case MetricType::Counter:
        return counter;
    case MetricType::Summary:
        return summary;
    case MetricType::Histogram:
        return histogram;
    case MetricType::GaugeHistogram:
        return gaugeHistogram;
    case MetricType::Info:
        return info;
    case MetricType::Unknown:
    case MetricType::Gauge:
    case MetricType::StateSet:
        break;
    }
    return plain;
}

std::span<const std::string_view> prometheusSuffixes(MetricType type) noexcept
{
    if (type == MetricType::Summary)
        return std::span(summary).first(3);
    if (type == MetricType::Histogram)
        return std::span(histogram).first(3);
    return plain;
}

bool isSampleOf(std::string_view sample, std::string_view family, std::span<const std::string_view> suffixes,
                std::string_view &suffix) noexcept
{
    if (!sample.starts_with(family))
        return false;
    suffix = sample.substr(family.size());
    return std::find(suffixes.begin(), suffixes.end(), suffix) != suffixes.end();
}

bool isUnitOf(std::string_view unit, std::string_view family) noexcept
{
    return family.size() > unit.size() && family.ends_with(unit) &&
           family[family.size() - unit.size() - 1] == '_';
}

std::string_view ownLabel(MetricType type, std::string_view family, std::string_view suffix) noexcept
{
    const bool histogramBucket =
        (type == MetricType::Histogram || type == MetricType::GaugeHistogram) && suffix == "_bucket";
    if (histogramBucket)
        return "le";
    if (type == MetricType::Summary && suffix.empty())
        return "quantile";
    return type == MetricType::StateSet ? family : std::string_view();
}

} // namespace sightglass
