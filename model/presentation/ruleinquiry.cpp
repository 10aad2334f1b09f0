// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/ruleinquiry.h"

#include "model/presentation/guipost.h"
#include "model/presentation/workspace.h"

#include <algorithm>

namespace sightglass {

namespace {

const RuleGroupStatus *groupOf(const CollectorTick &tick, const RuleStatus &status)
{
    const auto found =
        std::find_if(tick.ruleGroups.begin(), tick.ruleGroups.end(), [&status](const RuleGroupStatus &each) {
            return each.name == status.group && each.file == status.file;
        });
    return found == tick.ruleGroups.end() ? nullptr : &*found;
}

std::int64_t shortestInterval(const CollectorTick &tick)
{
    std::int64_t shortest = 0;
    for (const TargetStatus &target : tick.targets)
        shortest = shortest == 0 ? target.config.intervalMs : std::min(shortest, target.config.intervalMs);
    return shortest;
}

} // namespace

RuleInquiry::RuleInquiry(Workspace *workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_pool(workspace->queryPool())
    , m_diagnosing(m_pool->newKey())
    , m_moving(m_pool->newKey())
    , m_evaluating(m_pool->newKey())
{}

RuleInquiry::~RuleInquiry()
{
    for (const QueryPool::Key key : {m_diagnosing, m_moving, m_evaluating})
        m_pool->cancel(key);
}

void RuleInquiry::diagnose(const RuleStatus &status)
{
    const CollectorTick &tick = m_workspace->lastTick();
    if (!tick.snapshot)
        return;
    const RuleGroupStatus *group = groupOf(tick, status);
    const std::int64_t interval = group != nullptr ? group->intervalMs : 60'000;
    m_pool->submit(
        m_diagnosing, [self = QPointer<RuleInquiry>(this), snapshot = tick.snapshot, status, interval,
                       now = tick.at, scrape = shortestInterval(tick),
                       options = m_workspace->queryEngine().options()](const std::stop_token &stop) {
            const auto catalog = MetricCatalog::of(*snapshot, stop);
            if (!catalog)
                return;
            auto diagnosis = std::make_shared<const RuleDiagnosis>(
                diagnoseRule({*snapshot, *catalog, options, status, interval, now, scrape}, stop));
            if (!stop.stop_requested())
                postToGui(self, [diagnosis](RuleInquiry &inquiry) { emit inquiry.diagnosed(diagnosis); });
        });
}

void RuleInquiry::findMoves(TimestampMs at, const Labels &about)
{
    const CollectorTick &tick = m_workspace->lastTick();
    if (!tick.snapshot)
        return;
    m_pool->submit(m_moving, [self = QPointer<RuleInquiry>(this), snapshot = tick.snapshot, at,
                              about](const std::stop_token &stop) {
        MoveQuestion question;
        question.at = at;
        question.about = about;
        auto answer = std::make_shared<const MoveAnswer>(whatMoved(*snapshot, question, stop));
        if (!stop.stop_requested())
            postToGui(self, [answer, at](RuleInquiry &inquiry) { emit inquiry.movesFound(answer, at); });
    });
}

void RuleInquiry::evaluate(promql::ExprPtr expr, TimeRange range, std::int64_t stepMs, std::int64_t leadMs)
{
    const CollectorTick &tick = m_workspace->lastTick();
    if (!tick.snapshot || expr == nullptr)
        return;
    const std::int64_t unit = std::max<std::int64_t>(stepMs, 1);
    const TimestampMs oldest = std::min(range.from, tick.snapshot->stats().minTime);
    const std::int64_t lead = std::clamp<std::int64_t>(leadMs, 0, range.from - oldest);
    const std::int64_t times =
        std::max<std::int64_t>(1, ((range.lengthMs() + lead) / unit + mostSteps - 1) / mostSteps);
    const std::int64_t step = unit * times;
    const StepRange steps{range.from - (lead + step - 1) / step * step, range.to, step};
    m_pool->submit(m_evaluating, [self = QPointer<RuleInquiry>(this), snapshot = tick.snapshot, expr, steps,
                                  from = range.from, options = m_workspace->queryEngine().options()](
                                     const std::stop_token &stop) {
        auto result = QueryEngine(options).range(*snapshot, *expr, steps, stop);
        if (stop.stop_requested())
            return;
        if (!result) {
            postToGui(self, [error = result.error()](RuleInquiry &inquiry) {
                emit inquiry.evaluationFailed(error);
            });
            return;
        }
        auto series = std::make_shared<const std::vector<MatrixSeries>>(std::move(result->matrix));
        postToGui(self, [series, steps, from](RuleInquiry &inquiry) {
            emit inquiry.evaluated(series, steps, from);
        });
    });
}

} // namespace sightglass
