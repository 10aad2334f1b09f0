// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/exporting/exportedfamilies.h"
#include "model/storage/head.h"

#include <map>
#include <string>
#include <string_view>

namespace sightglass::test {

/// When pages of tests are scraped.
inline constexpr TimestampMs scrapedAt = 1'700'000'000'123;

/// Reads a page into the store, as one scrape that honours no timestamps; all kinds of histograms are kept.
/// Metadata and exemplars too. False where Prometheus rejects the page.
bool scrapePage(Head &head, ExpositionFormat format, std::string_view body, TimestampMs t = scrapedAt);

/// The store's series in the request's range as a page.
[[nodiscard]] std::string exportedPage(const Snapshot &snapshot, const ExportRequest &request);
/// All of it.
[[nodiscard]] std::string exportedPage(Head &head, ExpositionFormat format);

/// What a page says, told so that two can be compared: the value and time of each series by its labels,
/// NaNs by their bits.
[[nodiscard]] std::map<std::string, std::string> seriesOf(ExpositionFormat format, std::string_view body);

/// The same of a store, all of whose series have one sample.
[[nodiscard]] std::map<std::string, std::string> seriesOf(const Snapshot &snapshot);

} // namespace sightglass::test
