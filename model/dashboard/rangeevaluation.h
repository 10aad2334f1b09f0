// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/linethinning.h"
#include "model/dashboard/paneldata.h"
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

/// A range query whose answer is drawn over time.
struct RangeQuery
{
    std::size_t query = 0; ///< PanelSeries::query of its series
    promql::ExprPtr expr;
    StepRange steps;         ///< the start is a multiple of the step, the end one of fineMs
    std::int64_t fineMs = 0; ///< see fineStepMs(); the step itself: evaluated at its steps
    std::size_t series = 1;  ///< see selectedSeries()
    ThinningKind kind = ThinningKind::Extremes;
};

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
    struct Line
    {
        Labels labels;
        SampleRun known; ///< of the earlier answer; [first, last) of it goes on
        std::size_t first = 0;
        std::size_t last = 0;
        ThinnedLine added;
        std::vector<HistogramSample> histograms;
    };
    struct Part
    {
        RangeQuery query;
        std::vector<Line> lines;
        std::vector<Annotation> annotations;
        std::optional<Error> error;
        std::string note;
    };
    /// Queries that are evaluated side by side.
    struct Group
    {
        std::vector<std::size_t> parts;
        StackingMode stacking = StackingMode::None;
        TimestampMs done = 0; ///< evaluated up to this step
    };

    [[nodiscard]] bool isThinned(const Group &group) const;
    [[nodiscard]] TimestampMs sliceEnd(const Group &group) const;
    void startOver(Group &group) const;
    void evaluateSlice(Group &group, const Source &source, std::size_t &points);
    void addSlice(Group &group, std::vector<std::vector<MatrixSeries>> slices);
    void addStacked(Group &group, const std::vector<std::vector<MatrixSeries>> &slices);
    void giveUpDetail(Group &group, const std::string &why);
    [[nodiscard]] static Line &lineFor(Part &part, const Labels &labels, std::size_t hint);
    [[nodiscard]] static PanelSeries seriesOf(const RangeQuery &query, Line line);
    void carryPart(Part &part, const PanelData &before, TimestampMs keepTo);

    std::vector<Part> m_parts;
    std::vector<Group> m_groups;
    std::optional<TimestampMs> m_carriedBefore;
    std::size_t m_kept = 0; ///< samples added by thinning
};

} // namespace sightglass
