// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/queryengine.h"

#include <QString>

namespace sightglass {

/// Whether and how the window answers the Prometheus HTTP API.
struct ApiSettings
{
    bool enabled = false;
    QString listen = QStringLiteral("127.0.0.1:9099"); ///< as ListenAddress reads it
    bool allowRemote = false; ///< an address that is not loopback is refused without it
    /// A file whose first line clients must send as bearer token; empty: none is asked for. The token itself
    /// is never in the settings.
    QString tokenFile;

    friend bool operator==(const ApiSettings &, const ApiSettings &) = default;
};

/// How time is shown.
struct TimeDisplay
{
    bool utc = false;  ///< else in the system's zone
    bool glide = true; ///< plots move on between scrapes

    friend bool operator==(const TimeDisplay &, const TimeDisplay &) = default;
};

/// What the user sets for the whole program, beside what the window remembers by itself. A value.
struct ProgramSettings
{
    QueryOptions query; ///< limits and feature switches of every query that is asked in the window
    ApiSettings api;
    TimeDisplay time;
};

/// The bounds that limits are kept in, wherever they come from.
[[nodiscard]] QueryOptions withinBounds(QueryOptions options);

inline constexpr std::int64_t minQueryTimeoutMs = 100;
inline constexpr std::int64_t maxQueryTimeoutMs = 60 * 60 * 1000;
inline constexpr std::size_t minQuerySamples = 1000;
inline constexpr std::size_t maxQuerySamples = 1'000'000'000;
inline constexpr std::size_t minQuerySteps = 10;
inline constexpr std::size_t maxQuerySteps = 1'000'000;
inline constexpr std::int64_t minLookbackMs = 1000;
inline constexpr std::int64_t maxLookbackMs = 24LL * 60 * 60 * 1000;

} // namespace sightglass
