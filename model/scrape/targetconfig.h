// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/targetaddress.h"
#include "parser/base/error.h"
#include "parser/base/labels.h"
#include "parser/config/scrapeconfig.h"

#include <QString>
#include <QUrl>

#include <cstdint>
#include <optional>
#include <vector>

namespace sightglass {

/// How samples become series where nobody said: as Prometheus does it, but a page of 64 MiB or more, or of
/// more than 500,000 samples, fails, so that a target cannot fill memory.
[[nodiscard]] SampleRules defaultSampleRules();

/// What to scrape and how. A value: the window edits it, settings keep it, the collector acts on it.
struct TargetConfig
{
    QString id;    ///< unique and stable for the target's life in this program; not shown
    QUrl url;      ///< where, complete (see TargetKind); credentials in it are never shown
    QString name;  ///< becomes the job label; empty: derived from the URL; with an origin: the job_name
    Labels labels; ///< further labels of every sample; they win over exposed ones (honor_labels: false)
    std::int64_t intervalMs = 1000; ///< 100 ms to 1 h
    std::int64_t timeoutMs = 0;     ///< 0: the interval, at most 10 s; else 0 < timeout <= interval
    SampleRules samples = defaultSampleRules();
    /// Of Http and UnixSocket targets. Credentials in the URL go before the ones in here.
    HttpClientConfig client;
    std::vector<ScrapeProtocol> protocols;          ///< asked for, in this order; empty: the default list
    std::optional<ScrapeProtocol> fallbackProtocol; ///< where the answer does not say what it is
    NameEscaping nameEscaping = NameEscaping::AllowUtf8;
    /// Ask for packed bodies: wherever the target is, as Prometheus does, where it comes from a configuration
    /// file; else not of endpoints on this machine, which would spend more time packing than it saves (the
    /// doctor shows "not asked for").
    bool enableCompression = true;
    bool enabled = true;
    /// The configuration file that it comes from, which alone changes it; empty: made by hand.
    QString origin;
    /// Of a configuration file's target: its labels before relabelling (scraping reference, section 8.1), and
    /// scrapeUrlText(). Neither has a secret that was in the address.
    Labels discoveredLabels;
    QString scrapeUrl;
    /// Why every scrape fails without asking: the target_limit of its scrape config, or an address that
    /// Prometheus cannot ask.
    std::optional<Error> refused;

    friend bool operator==(const TargetConfig &, const TargetConfig &) = default;
};

inline constexpr std::int64_t minScrapeIntervalMs = 100;
inline constexpr std::int64_t maxScrapeIntervalMs = 60 * 60 * 1000;

/// The interval in force: within the limits above.
[[nodiscard]] std::int64_t effectiveIntervalMs(const TargetConfig &config) noexcept;

/// The timeout in force.
[[nodiscard]] std::int64_t effectiveTimeoutMs(const TargetConfig &config) noexcept;

/// job = name (or targetName()), instance = targetAddress(), plus config.labels, which win; with an origin
/// config.labels alone. Labels that start with "__" never reach samples (scraping reference, section 4).
[[nodiscard]] Labels targetLabels(const TargetConfig &config);

} // namespace sightglass
