// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"
#include "model/scrape/fetcher.h"
#include "parser/base/error.h"

#include <QString>
#include <QUrl>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace sightglass {

/// A target's latest scrape as it came in, for whoever examines it. Immutable once made.
struct PageCapture
{
    QString targetId;
    QUrl url;                                     ///< that was scraped, without user and password
    std::int64_t intervalMs = 0;                  ///< between the target's scrapes; 0: unknown
    TimestampMs at = 0;                           ///< of the scrape: the timestamp of its samples
    std::string body;                             ///< unpacked; empty where none could be had
    std::shared_ptr<const RefusedAnswer> refused; ///< what came instead; null: nothing, or nothing was read
    ExpositionFormat format = ExpositionFormat::PrometheusText; ///< of no meaning where body is empty
    PageTransfer transfer;
    std::int64_t durationMs = 0; ///< of the whole scrape
    std::optional<Error> error;  ///< the fetcher's or the scrape's
};

} // namespace sightglass
