// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/storage/snapshot.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass::test {

/// All series of a metric, in order of their labels.
[[nodiscard]] std::vector<std::shared_ptr<const SeriesView>> seriesOf(const Snapshot &snapshot,
                                                                      std::string_view metric);

/// Every sample of every series but the report series, one series a line: `a{x="1"} 1@0 2@1000 stale@2000`,
/// times in milliseconds after `base`.
[[nodiscard]] QString contents(const Snapshot &snapshot, TimestampMs base);

/// The same of one metric, report series included.
[[nodiscard]] QString contentsOf(const Snapshot &snapshot, std::string_view metric, TimestampMs base);

/// The newest value of the only series of this metric, or of the one with this job.
[[nodiscard]] std::optional<double> newestValue(const Snapshot &snapshot, std::string_view metric,
                                                std::string_view job = {});

/// `bytes` as one gzip member; `times` copies of them, packed without ever holding them unpacked.
[[nodiscard]] QByteArray gzipped(const QByteArray &bytes, int times = 1);

/// Resident memory of this process now.
[[nodiscard]] qint64 residentBytes();

} // namespace sightglass::test
