// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace sightglass {

/// A format that a scrape may ask for, as scrape_protocols and fallback_scrape_protocol name it.
enum class ScrapeProtocol : std::uint8_t
{
    PrometheusProto,
    PrometheusText0_0_4,
    PrometheusText1_0_0,
    OpenMetricsText0_0_1,
    OpenMetricsText1_0_0
};

/// How an endpoint is asked to write names that are no legacy names: metric_name_escaping_scheme.
enum class NameEscaping : std::uint8_t
{
    AllowUtf8,
    Underscores,
    Dots,
    Values
};

} // namespace sightglass
