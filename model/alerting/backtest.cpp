// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/backtest.h"

#include <algorithm>
#include <utility>

namespace sightglass {

namespace {

/// One label set through all evaluations.
class SetTest
{
public:
    SetTest(StepRange steps, const AlertHold &hold)
        : m_steps(steps)
        , m_hold(hold)
    {}

    /// At an evaluation: whether the condition holds.
    void step(TimestampMs t, bool holds)
    {
        if (holds && m_state == AlertState::Inactive) {
            m_activeAt = t;
            change(AlertState::Pending, t);
        }
        if (!holds && m_state != AlertState::Inactive) {
            if (m_state == AlertState::Firing && m_hold.keepFiringForMs > 0 && !m_keptSince)
                m_keptSince = t;
            const bool keeps =
                m_state == AlertState::Firing && m_keptSince && t - *m_keptSince < m_hold.keepFiringForMs;
            if (!keeps)
                change(AlertState::Inactive, t);
        }
        if (holds)
            m_keptSince.reset();
        if (m_state == AlertState::Pending && t - m_activeAt >= m_hold.forMs)
            change(AlertState::Firing, t);
    }

    std::vector<BackTestSpan> finish()
    {
        change(AlertState::Inactive, m_steps.end);
        return std::move(m_spans);
    }

private:
    void change(AlertState state, TimestampMs t)
    {
        if (m_state != AlertState::Inactive && t > m_since)
            m_spans.push_back({m_since, t, m_state});
        m_state = state;
        m_since = t;
        m_keptSince.reset();
    }

    StepRange m_steps;
    AlertHold m_hold;
    AlertState m_state = AlertState::Inactive;
    TimestampMs m_since = 0;
    TimestampMs m_activeAt = 0;
    std::optional<TimestampMs> m_keptSince;
    std::vector<BackTestSpan> m_spans;
};

std::vector<BackTestSpan> tested(const MatrixSeries &series, StepRange steps, const AlertHold &hold,
                                 const std::optional<BackTestCondition> &condition)
{
    SetTest test(steps, hold);
    auto sample = series.samples.begin();
    auto histogram = series.histograms.begin();
    for (TimestampMs t = steps.start; t <= steps.end; t += steps.stepMs) {
        while (sample != series.samples.end() && sample->t < t)
            ++sample;
        while (histogram != series.histograms.end() && histogram->t < t)
            ++histogram;
        const bool isFloat = sample != series.samples.end() && sample->t == t;
        const bool isHistogram = histogram != series.histograms.end() && histogram->t == t;
        const bool holds = condition ? isFloat && condition->holds(sample->v) : isFloat || isHistogram;
        test.step(t, holds);
    }
    return test.finish();
}

/// What of the spans lies behind `from`.
void cutBefore(std::vector<BackTestSpan> &spans, TimestampMs from)
{
    std::erase_if(spans, [from](const BackTestSpan &span) { return span.to <= from; });
    if (!spans.empty())
        spans.front().from = std::max(spans.front().from, from);
}

std::int64_t firingTime(const std::vector<BackTestSpan> &spans)
{
    std::int64_t sum = 0;
    for (const BackTestSpan &span : spans)
        sum += span.state == AlertState::Firing ? span.to - span.from : 0;
    return sum;
}

/// The times at which at least one of the spans of a state holds, ascending and apart.
std::vector<BackTestSpan> merged(const std::vector<BackTestSeries> &series, AlertState state)
{
    std::vector<BackTestSpan> all;
    for (const BackTestSeries &each : series)
        std::copy_if(each.spans.begin(), each.spans.end(), std::back_inserter(all),
                     [state](const BackTestSpan &span) { return span.state == state; });
    std::sort(all.begin(), all.end(),
              [](const BackTestSpan &a, const BackTestSpan &b) { return a.from < b.from; });
    std::vector<BackTestSpan> result;
    for (const BackTestSpan &span : all) {
        if (!result.empty() && span.from <= result.back().to)
            result.back().to = std::max(result.back().to, span.to);
        else
            result.push_back(span);
    }
    return result;
}

/// What of `spans` lies outside of `covers`; both are ascending and apart.
void addUncovered(const std::vector<BackTestSpan> &spans, const std::vector<BackTestSpan> &covers,
                  std::vector<BackTestSpan> &result)
{
    for (BackTestSpan span : spans) {
        for (const BackTestSpan &cover : covers) {
            if (cover.to <= span.from || cover.from >= span.to)
                continue;
            if (cover.from > span.from)
                result.push_back({span.from, cover.from, span.state});
            span.from = std::min(span.to, cover.to);
        }
        if (span.from < span.to)
            result.push_back(span);
    }
}

void countSpans(BackTest &test, const std::vector<BackTestSpan> &spans)
{
    for (std::size_t i = 0; i < spans.size(); ++i) {
        if (spans[i].state == AlertState::Firing) {
            ++test.fired;
            continue;
        }
        const bool comesToFire = i + 1 < spans.size() && spans[i + 1].state == AlertState::Firing &&
                                 spans[i + 1].from == spans[i].to;
        test.onlyPending += comesToFire ? 0 : 1;
    }
}

} // namespace

bool BackTestCondition::holds(double value) const noexcept
{
    switch (op) {
    case promql::BinaryOp::Eq:
        return value == threshold;
    case promql::BinaryOp::Ne:
        return value != threshold;
    case promql::BinaryOp::Lt:
        return value < threshold;
    case promql::BinaryOp::Le:
        return value <= threshold;
    case promql::BinaryOp::Ge:
        return value >= threshold;
    default:
        return value > threshold;
    }
}

BackTest backTest(std::span<const MatrixSeries> results, StepRange steps, const AlertHold &hold,
                  const std::optional<BackTestCondition> &condition, std::optional<TimestampMs> shownFrom)
{
    BackTest test;
    test.steps = steps;
    test.steps.start =
        std::clamp(shownFrom.value_or(steps.start), steps.start, std::max(steps.start, steps.end));
    for (const MatrixSeries &series : results) {
        std::vector<BackTestSpan> spans = tested(series, steps, hold, condition);
        cutBefore(spans, test.steps.start);
        countSpans(test, spans);
        if (!spans.empty())
            test.series.push_back({series.labels, std::move(spans)});
    }
    test.spans = merged(test.series, AlertState::Firing);
    test.firingMs = firingTime(test.spans);
    const std::vector<BackTestSpan> firing = test.spans;
    addUncovered(merged(test.series, AlertState::Pending), firing, test.spans);
    std::sort(test.spans.begin(), test.spans.end(),
              [](const BackTestSpan &a, const BackTestSpan &b) { return a.from < b.from; });
    std::stable_sort(test.series.begin(), test.series.end(),
                     [](const BackTestSeries &a, const BackTestSeries &b) {
                         return firingTime(a.spans) > firingTime(b.spans);
                     });
    if (test.series.size() > mostBackTestSeries)
        test.series.resize(mostBackTestSeries);
    return test;
}

std::int64_t backTestLeadMs(const AlertHold &hold, std::int64_t stepMs) noexcept
{
    constexpr std::int64_t longestMs = 30LL * 24 * 3600 * 1000;
    constexpr std::int64_t moreSteps = 5;
    return std::min(hold.forMs, longestMs) + std::min(hold.keepFiringForMs, longestMs) + moreSteps * stepMs;
}

} // namespace sightglass
