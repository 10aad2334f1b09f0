// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/rule.h"
#include "model/storage/head.h"
#include "model/storage/snapshot.h"
#include "parser/base/labels.h"
#include "parser/promql/matcher.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sightglass {

/// A series that rules look at, and how far back.
struct KeptSelector
{
    std::vector<Matcher> matchers;
    std::int64_t reachMs = 0; ///< before the time of an evaluation

    friend bool operator==(const KeptSelector &, const KeptSelector &) = default;
};

/// What these rules' expressions look at, each selector once with its longest reach, `up` with the longest of
/// all, and ALERTS and ALERTS_FOR_STATE. What looks further back than a day is cut there; the longest reach
/// comes first.
[[nodiscard]] std::vector<KeptSelector> keptSelectors(std::span<const RulePtr> rules);

/// What is kept of a series while the program does not run: after a restart Prometheus' rules see the samples
/// that its log brings back, so an alert goes on although its target does not answer.
struct KeptSeries
{
    Labels labels; ///< with __name__
    SampleColumns samples;
};

/// What a file of kept samples holds.
struct KeptSamples
{
    std::vector<KeptSeries> series;
    TimestampMs newest = std::numeric_limits<TimestampMs>::min(); ///< of all samples
    std::size_t usableBytes = 0; ///< of the file: behind these a write was cut off; 0: it is no such file
};

/// Whether a file begins as one of kept samples.
[[nodiscard]] bool looksLikeKeptSamples(std::string_view beginning);

/// Reads as much as is whole. Samples from behind `until` are left out: the clock was set back.
[[nodiscard]] KeptSamples readKeptSamples(std::string_view file,
                                          TimestampMs until = std::numeric_limits<TimestampMs>::max());

/// Puts them into a store that has nothing newer of these series, and commits. What it refuses is left out.
void appendKeptSamples(std::span<const KeptSeries> series, Head &head);

/// Makes such a file, and what is appended to it while time goes on. A file is a line that says what it is
/// and batches with a checksum each, so that one whose writer was killed can be read to that place.
class KeptSampleWriter
{
public:
    /// `newest`: of a file that is gone on with; what is not newer is in it.
    explicit KeptSampleWriter(TimestampMs newest = std::numeric_limits<TimestampMs>::min())
        : m_newest(newest)
    {}

    /// What is new since the last call, to be appended; empty: nothing.
    [[nodiscard]] std::string more(const Snapshot &snapshot, std::span<const KeptSelector> selectors,
                                   TimestampMs now);

    /// A file that takes the place of what was there, with all that rules may look at from `now` on. Where
    /// that is more than `mostBytes`, all reaches are halved until it fits or there is next to nothing left.
    [[nodiscard]] std::string whole(const Snapshot &snapshot, std::span<const KeptSelector> selectors,
                                    TimestampMs now, std::size_t mostBytes);

private:
    struct Known
    {
        std::uint64_t id = 0;
        TimestampMs newest = 0;
    };
    [[nodiscard]] std::string batch(const Snapshot &snapshot, std::span<const KeptSelector> selectors,
                                    TimestampMs now, int halvings);

    TimestampMs m_newest;
    bool m_beginsAnew = true; ///< the next batch gives its own ids
    std::unordered_map<Labels, Known, LabelsHash> m_known;
};

} // namespace sightglass
