// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sightglass {

/// A metric's type as its TYPE line states it. "untyped" of the text format is Unknown.
enum class MetricType : std::uint8_t
{
    Unknown,
    Counter,
    Gauge,
    Histogram,
    GaugeHistogram,
    Summary,
    Info,
    StateSet
};

/// The lower-case word that the HTTP API and OpenMetrics use: "counter", …, "unknown".
[[nodiscard]] std::string_view metricTypeName(MetricType type) noexcept;

/// What an endpoint says of a metric family: the latest TYPE, HELP and UNIT. Text is hostile: show it as
/// plain text.
struct MetricMetadata
{
    MetricType type = MetricType::Unknown;
    std::string help;
    std::string unit;

    friend bool operator==(const MetricMetadata &, const MetricMetadata &) = default;
};

} // namespace sightglass
