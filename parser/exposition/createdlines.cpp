// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/createdlines.h"

#include "parser/exposition/openmetricsparser.h"

#include <algorithm>
#include <array>
#include <span>

namespace sightglass {

namespace {

constexpr std::string_view createdSuffix = "_created";

std::span<const std::string_view> suffixesOf(MetricType type) noexcept
{
    static constexpr std::array<std::string_view, 2> counter = {"_total", createdSuffix};
    static constexpr std::array<std::string_view, 3> summary = {"_sum", "_count", createdSuffix};
    static constexpr std::array<std::string_view, 4> histogram = {"_bucket", "_sum", "_count", createdSuffix};
    if (type == MetricType::Counter)
        return counter;
    if (type == MetricType::Summary)
        return summary;
    return histogram;
}

std::string_view withoutSuffix(std::string_view name, MetricType type) noexcept
{
    for (const std::string_view suffix : suffixesOf(type)) {
        if (name.ends_with(suffix))
            return name.substr(0, name.size() - suffix.size());
    }
    return name;
}

/// What series of one metric have in common: the family's name and the labels but le and quantile.
std::string keyOf(const SampleParts &series, MetricType type)
{
    const std::string_view own = type == MetricType::Histogram ? "le" : "quantile";
    std::vector<RawLabel> labels;
    for (const RawLabel &label : series.labels) {
        if (type == MetricType::Counter || label.name != own)
            labels.push_back(label);
    }
    std::sort(labels.begin(), labels.end(),
              [](const RawLabel &a, const RawLabel &b) { return a.name < b.name; });
    std::string key(withoutSuffix(series.name, type));
    for (const RawLabel &label : labels)
        key.append(1, '\xff').append(label.name).append(1, '\xff').append(label.value);
    return key;
}

} // namespace

bool CreatedLines::isOne(std::string_view name, MetricType type) noexcept
{
    const bool hasStart =
        type == MetricType::Counter || type == MetricType::Summary || type == MetricType::Histogram;
    return hasStart && name.ends_with(createdSuffix);
}

std::optional<std::int64_t> CreatedLines::startOf(const SampleParts &series, MetricType type,
                                                  std::string_view body, std::size_t from)
{
    if (type != MetricType::Counter && type != MetricType::Summary && type != MetricType::Histogram)
        return std::nullopt;
    if (from < m_from || from > m_until)
        search(type, body, from);
    if (m_key.empty() || m_key != keyOf(series, type))
        return std::nullopt;
    return m_startMs;
}

void CreatedLines::search(MetricType type, std::string_view body, std::size_t from)
{
    m_key.clear();
    m_from = from;
    OpenMetricsParser ahead(body.substr(from), LineScanning::Fast);
    auto entry = ahead.next();
    while (entry && *entry == ExpositionParser::Entry::Sample && !isOne(ahead.parts().name, type))
        entry = ahead.next();
    m_until = from + ahead.entryOffset();
    if (!entry || *entry != ExpositionParser::Entry::Sample)
        return;
    m_key = keyOf(ahead.parts(), type);
    m_startMs = openMetricsMilliseconds(ahead.value());
}

} // namespace sightglass
