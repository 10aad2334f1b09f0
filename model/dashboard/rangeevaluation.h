// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/linethinning.h"
#include "model/dashboard/paneldata.h"
#include "model/dashboard/sampleexpression.h"
#include "model/dashboard/storedreader.h"
#include "model/query/queryengine.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace sightglass {

/// Samples of one line chart at most: beyond that its lines are drawn at the steps only.
inline constexpr std::size_t mostKeptSamples = 6'000'000;

/// RangeQuery::fineMs of an expression that is not evaluated: its stored samples are drawn, thinned out in
/// columns of the step.
inline constexpr std::int64_t storedSamples = -1;

/// A range query whose answer is drawn over time.
struct RangeQuery
{
    std::size_t query = 0; ///< PanelSeries::query of its series
    promql::ExprPtr expr;
    StepRange steps; ///< the start is a multiple of the step, the end one of fineMs
    /// See fineStepMs(); the step itself: evaluated at its steps; storedSamples only where there is a
    /// SampleExpression.
    std::int64_t fineMs = 0;
    std::size_t series = 1; ///< see selectedSeries()
    ThinningKind kind = ThinningKind::Extremes;
    std::int64_t lookbackMs = 300'000; ///< of stored samples: those further apart have a gap between them
    std::int64_t sourceMs = 1000;      ///< of stored samples: about how far apart they are
    bool tellsTimes = false; ///< where its values are samples, when those were taken (PanelSeries::sampled)

    [[nodiscard]] bool isStored() const noexcept { return fineMs == storedSamples; }
};

/// Stored samples of which none is left out are kept for one panel at most so many.
inline constexpr std::size_t mostWholeSamples = 3'000'000;

/// Whether what the query draws may be stored samples: its expression is one of samples, and reading them is
/// no long work.
[[nodiscard]] bool isReadAsStored(const RangeQuery &query);

/// Evaluates range queries piece by piece, so that long ones let others go before and can be called off;
/// between steps they are thinned out as soon as a piece is there. What an earlier answer has in common with
/// this one is taken over, in its own memory.
///
/// One thread at a time.
class RangeEvaluation
{
public:
    /// Whom to ask: the same at each piece.
    struct Source
    {
        const Snapshot &snapshot;
        const QueryEngine &engine;
        std::stop_token cancel;
    };

    /// Stacked lines are thinned together (see thinStack()) where their steps are the same.
    explicit RangeEvaluation(std::vector<RangeQuery> queries, StackingMode stacking = StackingMode::None);

    /// Takes over the series of an earlier answer to the same queries, at the same steps and fine steps,
    /// over a range that began no later: they have the same values at all steps before a time (exclusive).
    /// Before the first advance().
    void carryOn(const PanelData &before, TimestampMs sameBefore);

    /// Before which time (exclusive) all samples are the earlier answer's; nothing where none was taken over.
    [[nodiscard]] const std::optional<TimestampMs> &carriedBefore() const noexcept { return m_carriedBefore; }
    /// Goes on until about so many points are evaluated; whether all is done. Where the source's token is
    /// stopped, nothing counts any more.
    [[nodiscard]] bool advance(const Source &source, std::size_t points);

    /// What became of a query.
    struct Answer
    {
        std::vector<PanelSeries> series; ///< by labels
        std::vector<Annotation> annotations;
        std::optional<Error> error;
        std::int64_t fineMs = 0; ///< as it was evaluated in the end
        std::string note;        ///< why that is another than asked for; English
    };
    /// In the order of the queries, once.
    [[nodiscard]] std::vector<Answer> take();

private:
    /// Samples [first, last) of an earlier answer, which go on.
    struct Carried
    {
        SampleRun known;
        std::size_t first = 0;
        std::size_t last = 0;

        [[nodiscard]] static Carried within(const SampleRun &known, TimestampMs from, TimestampMs to);
        [[nodiscard]] bool empty() const noexcept { return first >= last; }
        [[nodiscard]] std::size_t size() const noexcept { return empty() ? 0 : last - first; }
        [[nodiscard]] SampleRun movedOn(std::vector<Sample> added) const;
    };
    struct Line
    {
        Labels labels;
        Carried carried = {};
        ThinnedLine added = {};
        std::vector<HistogramSample> histograms = {};
        // Where times are told, at the times of the samples:
        Carried carriedAges = {};
        std::vector<Sample> ages = {}; ///< of those added
        // Of stored lines:
        StoredProgress progress = {};
        Carried leftOutSums = {};
        Carried leftOutCounts = {};
    };
    struct Part
    {
        RangeQuery query;
        std::optional<SampleExpression> samples; ///< of stored ones, or those whose times are told
        std::vector<Line> lines;
        bool hasNewLines = false; ///< that no earlier answer has
        std::vector<Annotation> annotations;
        std::optional<Error> error;
        std::string note;
    };
    /// What was evaluated of a part in one go; where times are told, how old the samples are at its values.
    struct Slice
    {
        std::vector<MatrixSeries> series;
        std::vector<std::vector<Sample>> ages = {};
    };
    /// Queries that are evaluated side by side.
    struct Group
    {
        std::vector<std::size_t> parts;
        StackingMode stacking = StackingMode::None;
        TimestampMs done = 0; ///< evaluated up to this step
    };

    [[nodiscard]] const RangeQuery &queryOf(const Group &group) const;
    [[nodiscard]] bool isThinned(const Group &group) const;
    [[nodiscard]] TimestampMs sliceEnd(const Group &group) const;
    void startOver(Group &group) const;
    void evaluateSlice(Group &group, const Source &source, std::size_t &points);
    void readSlice(Group &group, const Source &source, std::size_t &points);
    void addSlice(Group &group, std::vector<Slice> &slices);
    void addStacked(Group &group, const std::vector<Slice> &slices);
    static void noteTimes(Part &part, const Slice &slice);
    void giveUpDetail(Group &group, const std::string &why);
    [[nodiscard]] static Line &lineFor(Part &part, const Labels &labels, std::size_t hint);
    [[nodiscard]] static PanelSeries seriesOf(const Part &part, Line line);
    [[nodiscard]] static StoredLine endStored(const Part &part, Line &line);
    static void carryStored(const RangeQuery &query, const PanelSeries &series, TimestampMs keepTo,
                            Line &line);
    void carryPart(Part &part, const PanelData &before, TimestampMs keepTo);

    std::vector<Part> m_parts;
    std::vector<Group> m_groups;
    std::optional<TimestampMs> m_carriedBefore;
    std::size_t m_kept = 0; ///< samples added by thinning
};

} // namespace sightglass
