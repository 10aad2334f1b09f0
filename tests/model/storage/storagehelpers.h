// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/storage/chunk.h"
#include "model/storage/head.h"
#include "model/storage/openwords.h"

#include <functional>
#include <limits>
#include <string>
#include <vector>

namespace sightglass::test {

inline constexpr TimeRange allTime{std::numeric_limits<TimestampMs>::min(),
                                   std::numeric_limits<TimestampMs>::max()};

/// The series of a metric with an optional second label.
[[nodiscard]] Labels series(std::string_view metric, std::string_view instance = {});

/// append() into the series with these labels. Status::error() must not be asked for where it says ok.
Status append(Head &head, const Labels &labels, TimestampMs t, double value);

/// The same, and committed; false where it was refused.
bool put(Head &head, const Labels &labels, TimestampMs t, double value);

[[nodiscard]] std::vector<Matcher> named(std::string_view metric);

/// The samples of the one series that the metric's name selects in the range; empty where it does not select
/// exactly one.
[[nodiscard]] std::vector<Sample> samplesOf(const Snapshot &snapshot, std::string_view metric,
                                            TimeRange range = allTime);

[[nodiscard]] std::vector<Sample> samplesOf(const SeriesView &view, TimeRange range = allTime);

/// Those that a chunk has in the range.
[[nodiscard]] std::vector<Sample> samplesOf(const Chunk &chunk, TimeRange range = allTime);

/// What a decoder makes of room for `count` samples; it tells how many it wrote.
[[nodiscard]] std::vector<Sample> samplesIn(std::size_t count,
                                            const std::function<std::size_t(SampleRoom)> &decode);

/// An open chunk's words as a reader copies them.
[[nodiscard]] std::vector<std::uint64_t> wordsOf(const OpenWords &open);

/// Labels::toString() of every selected series, in the order of select().
[[nodiscard]] std::vector<std::string>
selected(const Snapshot &snapshot, const std::vector<Matcher> &matchers, TimeRange range = allTime);

/// Equal bit for bit.
[[nodiscard]] bool sameSamples(const std::vector<Sample> &a, const std::vector<Sample> &b);

} // namespace sightglass::test
