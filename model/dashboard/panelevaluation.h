// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/continuation.h"
#include "model/dashboard/panelframes.h"
#include "model/dashboard/rangeevaluation.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace sightglass {

/// What matters between the steps of a panel that draws each series over time, as a line or as its states;
/// nothing for others: what is reduced or sorted into cells is of stored samples (see summedUpOf()) or, where
/// its expression has to be evaluated or it is transformed, of its steps, as in Grafana.
[[nodiscard]] std::optional<ThinningKind> drawnBetweenSteps(const PanelSpec &panel) noexcept;

/// One answer of a panel on its way: evaluated piece by piece, going on from the answer before it. One thread
/// at a time, any thread.
class PanelEvaluation
{
public:
    /// All of it outlives the evaluation.
    struct Question
    {
        const Snapshot &snapshot;
        const QueryEngine &engine;
        const PanelPipeline &pipeline;
        PanelTime time;
    };
    enum class Detail : unsigned char
    {
        All,      ///< lines are evaluated between their steps, too
        StepsOnly ///< a first answer that is there soon
    };

    explicit PanelEvaluation(const Question &question, const EarlierAnswer &before = {},
                             Detail detail = Detail::All);

    /// The earlier answer, where this one is the same or it is not time yet to reckon anew (see
    /// PanelData::renewedEveryMs); null else. Before advance().
    [[nodiscard]] std::shared_ptr<const PanelData> unchanged() const;

    /// Goes on until about so many points (see mostFinePoints) are evaluated; whether all are.
    [[nodiscard]] bool advance(std::size_t points, const std::stop_token &cancel);

    /// The answer, once, when advance() is through.
    [[nodiscard]] PanelData take(const std::stop_token &cancel);

    /// What the next answer needs to go on from this one. After take().
    [[nodiscard]] EarlierAnswer asEarlier(const std::shared_ptr<const PanelData> &answer) const;

private:
    /// A query of the panel.
    struct Asked
    {
        std::size_t index = 0;
        promql::ExprPtr expr; ///< null where it does not parse
        PanelTime time;
        std::optional<Error> error;
        std::optional<std::size_t> range; ///< its place among the range queries
    };

    void parse();
    void planRanges(const EarlierAnswer &before, std::optional<TimestampMs> same);
    void planDetail(RangeQuery &query, StackingMode stacking, const EarlierAnswer &before) const;
    void planEnds(std::vector<RangeQuery> &ranges, StackingMode stacking);
    [[nodiscard]] std::int64_t fineFor(const RangeQuery &query, StackingMode stacking) const;
    [[nodiscard]] bool drawsStored(const RangeQuery &query, StackingMode stacking) const;
    [[nodiscard]] TimeRange rangeOf(const PanelTime &time, std::int64_t stepMs) const;
    [[nodiscard]] bool isYoung(std::int64_t stepMs) const;
    [[nodiscard]] bool showsNewest() const noexcept;
    [[nodiscard]] TimestampMs endOf(const PanelTime &time, bool stored) const;
    [[nodiscard]] bool isStacked() const;
    void addNewest(const Asked &asked, RangeEvaluation::Answer &answer, const std::stop_token &cancel) const;
    [[nodiscard]] bool isRenewedLater() const;
    [[nodiscard]] bool asksForTheSame(const EarlierAnswer &before) const;
    void askInstant(const Asked &asked, PanelData &data, std::optional<Error> &error,
                    const std::stop_token &cancel) const;
    void addRange(RangeEvaluation::Answer &answer, PanelData &data, std::optional<Error> &error) const;
    void calculateLegend(PanelData &data, const std::stop_token &cancel) const;
    void noteSpacing(PanelData &data, std::span<const promql::ExprPtr> exprs) const;

    Question m_question;
    Detail m_detail;
    PanelTime m_time; ///< the panel's own
    std::vector<Asked> m_asked;
    std::optional<RangeEvaluation> m_ranges;
    std::shared_ptr<const PanelData> m_earlier; ///< which this goes on from; null: from none
    bool m_isKnown = false;                     ///< it is that one
    bool m_nothingWaits = false;                ///< the range's very end counts: see PanelTime::exactEnd
    std::optional<EarlierAnswer> m_putOff;      ///< it is still shown, and what the next one goes on from
    std::vector<std::int64_t> m_fineMs;         ///< of each query; see RangeQuery::fineMs
};

} // namespace sightglass
