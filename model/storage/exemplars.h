// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/timerange.h"
#include "parser/base/labels.h"
#include "parser/promql/matcher.h"

#include <cstddef>
#include <span>
#include <vector>

namespace sightglass {

class Snapshot;

/// A reference from a sample to something outside, mostly a trace, as it is stored.
struct Exemplar
{
    Labels labels; ///< text is hostile
    double value = 0;
    TimestampMs t = 0;
    /// The endpoint gave the time. Where it did not, `t` is the sample's, and says nothing about whether two
    /// scrapes saw the same exemplar.
    bool hasTime = true;
};

/// The same exemplar seen again, as Prometheus tells: equal labels and value, and equal times where one of
/// them has its own. Unlike there a NaN equals itself, or each scrape would bring another one.
[[nodiscard]] bool sameExemplar(const Exemplar &a, const Exemplar &b) noexcept;

/// The order in which the exemplars of one sample are taken, and below which one comes too late: by time,
/// value (NaN first) and labels (Prometheus: by the labels' hash).
[[nodiscard]] bool comesBefore(const Exemplar &a, const Exemplar &b) noexcept;

/// What became of an exemplar.
enum class ExemplarVerdict
{
    Taken,
    Duplicate,  ///< the series' newest one, seen again: expected with every scrape
    OutOfOrder, ///< before the series' newest one
    TooLong,    ///< more than longestExemplarLabels code points in its labels
    NotKept     ///< no exemplars are kept, or the series is unknown
};

/// The exemplars of one series, ascending in time.
struct SeriesExemplars
{
    Labels series;
    std::vector<Exemplar> exemplars;
};

/// Looks at exemplars where they lie, so that whoever wants a few of many copies those only. What it is given
/// lives as long as the snapshot.
class ExemplarVisitor
{
public:
    virtual ~ExemplarVisitor() = default;

    /// Whether it wants those of a series that satisfies all matchers of some set. Asked once for each.
    [[nodiscard]] virtual bool wants(const Labels &series) = 0;
    virtual void visit(const Labels &series, const Exemplar &exemplar) = 0;
};

/// Shows the exemplars with range.from <= t <= range.to (both inclusive) of the series that satisfy all
/// matchers of some set, in the order in which they came. An absent label matches as "". Only a Head keeps
/// exemplars; nothing for any other store. Any thread.
void visitExemplars(const Snapshot &snapshot, std::span<const std::vector<Matcher>> matcherSets,
                    TimeRange range, ExemplarVisitor &visitor);

/// The exemplars with range.from <= t <= range.to (both inclusive) of the series that satisfy all matchers of
/// some set, sorted by the series' labels; series without any are left out. An absent label matches as "".
/// Only a Head keeps exemplars; nothing for any other store. Any thread.
[[nodiscard]] std::vector<SeriesExemplars>
selectExemplars(const Snapshot &snapshot, std::span<const std::vector<Matcher>> matcherSets, TimeRange range);

/// How many the snapshot has.
[[nodiscard]] std::size_t exemplarCount(const Snapshot &snapshot);

} // namespace sightglass
