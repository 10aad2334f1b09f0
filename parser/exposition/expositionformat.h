// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace sightglass {

/// The exposition formats that the scrape parsers know.
enum class ExpositionFormat : std::uint8_t
{
    PrometheusText,  ///< text/plain; versions 0.0.4 and 1.0.0 are one grammar
    OpenMetricsText, ///< application/openmetrics-text; versions 0.0.1 and 1.0.0 are one grammar
    Protobuf         ///< application/vnd.google.protobuf: delimited io.prometheus.client.MetricFamily
};

/// What of a body is read, as a scrape config says it. The defaults are Prometheus' own.
struct ExpositionOptions
{
    /// scrape_native_histograms. Ignored: a histogram is its classic series, whatever else it carries.
    enum class NativeHistograms : std::uint8_t
    {
        Ignored,
        Read
    };
    /// always_scrape_classic_histograms: whether the classic series of a histogram that is also native, or
    /// converted, come as well.
    enum class ClassicSeries : std::uint8_t
    {
        Replaced,
        Kept
    };
    /// convert_classic_histograms_to_nhcb.
    enum class ClassicHistograms : std::uint8_t
    {
        AsSeries,
        ToCustomBuckets
    };
    /// Whether OpenMetrics' _created lines are series of their own, or start timestamps of others.
    enum class CreatedLines : std::uint8_t
    {
        AsSeries,
        AsStartTimestamps
    };

    NativeHistograms nativeHistograms = NativeHistograms::Ignored;
    ClassicSeries classicSeries = ClassicSeries::Replaced;
    ClassicHistograms classicHistograms = ClassicHistograms::AsSeries;
    CreatedLines createdLines = CreatedLines::AsSeries;
};

} // namespace sightglass
