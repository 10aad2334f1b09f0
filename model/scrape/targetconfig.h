// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/labels.h"

#include <QString>
#include <QUrl>

#include <cstddef>
#include <cstdint>

namespace sightglass {

/// What to scrape and how. A value: the window edits it, settings keep it, the collector acts on it.
struct TargetConfig
{
    QString id;    ///< unique and stable for the target's life in this program; not shown
    QUrl url;      ///< http or https, complete with path and query; credentials in it are never shown
    QString name;  ///< becomes the job label; empty: derived from the URL (host:port)
    Labels labels; ///< further labels of every sample; they win over exposed ones (honor_labels: false)
    std::int64_t intervalMs = 1000; ///< 100 ms to 1 h
    std::int64_t timeoutMs = 0;     ///< 0: the interval, at most 10 s; else 0 < timeout <= interval
    std::size_t bodySizeLimit =
        std::size_t{64} << 20U; ///< bytes after decompression; a body of this size or more fails; 0: none
    std::size_t sampleLimit = 500'000; ///< samples a scrape; 0: none
    bool enabled = true;

    friend bool operator==(const TargetConfig &, const TargetConfig &) = default;
};

inline constexpr std::int64_t minScrapeIntervalMs = 100;
inline constexpr std::int64_t maxScrapeIntervalMs = 60 * 60 * 1000;

/// The interval in force: within the limits above.
[[nodiscard]] std::int64_t effectiveIntervalMs(const TargetConfig &config) noexcept;

/// The timeout in force.
[[nodiscard]] std::int64_t effectiveTimeoutMs(const TargetConfig &config) noexcept;

/// http or https with a host: what the collector can ask.
[[nodiscard]] bool isScrapeUrl(const QUrl &url);

/// job = name (or host:port), instance = host:port (no default port is added), plus config.labels, which win;
/// labels that start with "__" never reach samples (scraping reference, section 4).
[[nodiscard]] Labels targetLabels(const TargetConfig &config);

/// The URL as it may be shown: without password.
[[nodiscard]] QString displayUrl(const QUrl &url);

/// Completes what a user types: "localhost:9100" -> http://localhost:9100/metrics, "host" ->
/// http://host/metrics; a URL with a path stays. Invalid where it is no http(s) URL with a host.
[[nodiscard]] QUrl targetUrlFromInput(const QString &input);

} // namespace sightglass
