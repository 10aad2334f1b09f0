// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/rulegrouprun.h"

#include "model/alerting/ruleoutput.h"
#include "parser/promql/parse.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <iterator>
#include <string>
#include <utility>

namespace sightglass {

namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr int evaluationsBeforeRestoring = 2; // the first may miss what scrapes and recording rules bring

/// What one evaluation of one rule may look at, and for how long.
class RuleQueries
{
public:
    /// The engine's options say for how long. What is referred to outlives this.
    RuleQueries(const RuleEngineOptions &options, const QueryEngine &engine, const Labels &externalLabels,
                std::shared_ptr<const Snapshot> snapshot, std::stop_token stop)
        : m_options(options)
        , m_engine(engine)
        , m_externalLabels(externalLabels)
        , m_snapshot(std::move(snapshot))
        , m_stop(std::move(stop))
        , m_deadline(SteadyClock::now() + std::chrono::milliseconds(engine.options().timeoutMs))
    {}

    [[nodiscard]] Result<std::vector<VectorElement>> elements(const promql::Expr &expr, TimestampMs t) const
    {
        auto result = m_engine.instant(*m_snapshot, expr, t, m_stop);
        if (!result)
            return std::move(result).error();
        return ruleElements(std::move(result).value());
    }

    /// What templates may ask; their queries look at `ts` itself.
    [[nodiscard]] TemplateEnvironment environment(TimestampMs ts) const
    {
        TemplateEnvironment environment;
        environment.time = ts;
        environment.externalUrl = m_options.externalUrl;
        environment.externalLabels = m_options.externalLabels;
        for (const LabelView label : m_externalLabels)
            environment.externalLabels = environment.externalLabels.with(label.name, label.value);
        environment.query = [this, ts](std::string_view text) { return answer(text, ts); };
        return environment;
    }

    [[nodiscard]] bool isLate() const { return SteadyClock::now() > m_deadline; }

    /// QueryTimedOut where the time is over, QueryCancelled.
    [[nodiscard]] Status checkpoint() const
    {
        if (m_stop.stop_requested())
            return Error{ErrorCode::QueryCancelled, {"expression evaluation"}, {}, {}};
        if (isLate())
            return Error{ErrorCode::QueryTimedOut, {"expression evaluation"}, {}, {}};
        return Done{};
    }

private:
    [[nodiscard]] Result<std::vector<TemplateSample>> answer(std::string_view text, TimestampMs ts) const
    {
        if (Status going = checkpoint(); !going)
            return std::move(going).error();
        const auto expr = promql::parseExpr(text, m_engine.options().features);
        if (!expr) {
            const SourcePosition at = expr.error().position;
            return Error{
                ErrorCode::QueryFailed,
                {std::to_string(at.line) + ':' + std::to_string(at.column) + ": " + plainText(expr.error())},
                {},
                {}};
        }
        auto found = elements(**expr, ts);
        if (!found)
            return std::move(found).error();
        std::vector<TemplateSample> samples;
        for (VectorElement &element : *found)
            samples.push_back({std::move(element.labels), element.value, std::move(element.histogram)});
        return samples;
    }

    const RuleEngineOptions &m_options;
    QueryEngine m_engine;
    const Labels &m_externalLabels;
    std::shared_ptr<const Snapshot> m_snapshot;
    std::stop_token m_stop;
    SteadyClock::time_point m_deadline;
};

Error tooManyAlerts(std::size_t limit, std::size_t alerts)
{
    return Error{
        ErrorCode::QueryFailed,
        {"exceeded limit of " + std::to_string(limit) + " with " + std::to_string(alerts) + " alerts"},
        {},
        {}};
}

std::size_t activeCount(const std::vector<Alert> &alerts)
{
    return static_cast<std::size_t>(std::count_if(alerts.begin(), alerts.end(), [](const Alert &alert) {
        return alert.state != AlertState::Inactive;
    }));
}

/// What becomes of alerts whose rule drops all of them.
std::vector<AlertChange> endingsOf(const std::vector<Alert> &alerts)
{
    std::vector<AlertChange> changes;
    for (const Alert &alert : alerts) {
        if (alert.state != AlertState::Inactive)
            changes.push_back(
                {alert.labels, alert.state, AlertState::Inactive, alert.value, alert.annotations});
    }
    return changes;
}

} // namespace

/// What becomes of a rule's expression, and of its alerts' templates.
struct RuleOutcome
{
    Result<std::vector<VectorElement>> elements = std::vector<VectorElement>();
    std::optional<Result<std::vector<ActiveAlert>>> active = {}; ///< of an alerting rule that has elements
    bool isLate = false;                                         ///< the time was over before all was done
};

namespace {

/// Templates look at `ts`, the expression at what is `offsetMs` before.
RuleOutcome outcomeOf(const Rule &rule, const RuleQueries &queries, TimestampMs ts, std::int64_t offsetMs,
                      std::size_t mostAlerts)
{
    RuleOutcome outcome;
    outcome.elements = queries.elements(*rule.expr, ts - offsetMs);
    if (!outcome.elements) {
        outcome.isLate = outcome.elements.error().code == ErrorCode::QueryTimedOut;
        return outcome;
    }
    if (rule.kind == RuleKind::Recording)
        return outcome;
    if (mostAlerts > 0 && outcome.elements->size() > mostAlerts) {
        outcome.active =
            Result<std::vector<ActiveAlert>>(tooManyAlerts(mostAlerts, outcome.elements->size()));
        return outcome;
    }
    outcome.active = activeAlerts(*outcome.elements, rule, queries.environment(ts),
                                  [&queries] { return queries.checkpoint(); });
    outcome.isLate = queries.isLate();
    return outcome;
}

/// Where an executor takes what is slow, only so much time is spent here.
QueryEngine inlineEngine(const RuleEngineOptions &options)
{
    QueryOptions quick = options.queries.options();
    if (options.executor != nullptr)
        quick.timeoutMs = std::min(quick.timeoutMs, options.inlineMs);
    return QueryEngine(quick);
}

} // namespace

bool appendStaleMarkers(RuleStore &store, const std::vector<Labels> &series, TimestampMs t)
{
    bool any = false;
    for (const Labels &labels : series)
        any = store.append({labels, staleMarker()}, t).ok() || any;
    return any;
}

RuleGroupRun::RuleGroupRun(RuleGroup group, const RuleEngineOptions &options)
    : m_group(std::move(group))
    , m_evaluationsUntilRestored(options.restore ? evaluationsBeforeRestoring : 0)
{
    for (const RulePtr &rule : m_group.rules) {
        RuleRun run;
        run.status.group = m_group.name;
        run.status.file = m_group.file;
        run.status.rule = rule;
        run.status.error = rule->problem;
        m_rules.push_back(std::move(run));
    }
}

std::vector<RuleStatus> RuleGroupRun::inherit(RuleGroupRun &old)
{
    m_evaluationsUntilRestored = old.m_evaluationsUntilRestored;
    m_leftSeries = std::move(old.m_leftSeries);
    for (RuleRun &run : m_rules) {
        const Rule &rule = *run.status.rule;
        const auto found = std::find_if(old.m_rules.begin(), old.m_rules.end(), [&rule](const RuleRun &one) {
            return one.status.rule->name == rule.name && one.status.rule->writtenLabels == rule.writtenLabels;
        });
        // A rule that cannot be evaluated inherits nothing: its alerts could never end.
        if (found == old.m_rules.end() || rule.expr == nullptr)
            continue;
        RuleStatus before = std::move(found->status);
        run.series = std::move(found->series);
        old.m_rules.erase(found);
        run.status.series = before.series;
        run.status.lastEvaluation = before.lastEvaluation;
        run.status.evaluationSeconds = before.evaluationSeconds;
        if (rule.kind != before.rule->kind)
            continue;
        run.status.alerts = std::move(before.alerts);
        run.status.state = before.state;
        // An error of evaluation still stands; one of the old text is gone with that text.
        if (before.rule->expr != nullptr)
            run.status.error = std::move(before.error);
    }
    std::vector<RuleStatus> gone;
    for (RuleRun &run : old.m_rules) {
        std::move(run.series.begin(), run.series.end(), std::back_inserter(m_leftSeries));
        gone.push_back(std::move(run.status));
    }
    old.m_rules.clear();
    return gone;
}

std::vector<AlertTransition> RuleGroupRun::evaluate(const RuleEngineOptions &options, const Pass &pass)
{
    RuleEngineOptions alone = options;
    alone.executor.reset();
    std::vector<AlertTransition> transitions;
    begin(pass.ts, pass.now);
    while (advance(alone, pass.store, pass.stop, transitions) != Progress::Over) {
    }
    return transitions;
}

void RuleGroupRun::begin(TimestampMs ts, TimestampMs now)
{
    m_course = Course{ts, now, 0, {}};
}

RuleGroupRun::Progress RuleGroupRun::advance(const RuleEngineOptions &options, RuleStore &store,
                                             const std::stop_token &stop,
                                             std::vector<AlertTransition> &transitions)
{
    if (!m_course)
        return Progress::Over;
    const Pass pass{store, m_course->ts, m_course->now, stop};
    if (stop.stop_requested()) {
        m_course.reset();
        return Progress::Over;
    }
    if (m_course->rule < m_rules.size()) {
        if (!evaluateRule(m_rules[m_course->rule], {options, pass, transitions}))
            return Progress::Waiting;
        ++m_course->rule;
        if (m_course->rule < m_rules.size())
            return Progress::Going;
    }
    m_course.reset();
    if (stop.stop_requested())
        return Progress::Over;
    endLeftSeries(pass);
    if (m_evaluationsUntilRestored > 0 && --m_evaluationsUntilRestored == 0 && options.restore)
        restore(options, pass);
    return Progress::Over;
}

/// The job writes the outcome and then says that it has; the engine's thread reads them behind that.
struct RuleGroupRun::Answer
{
    SteadyClock::time_point started = SteadyClock::now();
    RuleOutcome outcome = {};
    std::atomic<bool> isReady = false;
};

RuleGroupRun::~RuleGroupRun() = default;
RuleGroupRun::RuleGroupRun(RuleGroupRun &&) noexcept = default;
RuleGroupRun &RuleGroupRun::operator=(RuleGroupRun &&) noexcept = default;

void RuleGroupRun::leaveToExecutor(RuleRun &run, const Task &task)
{
    auto answer = std::make_shared<Answer>();
    QueryOptions slow = task.options.queries.options();
    slow.timeoutMs = task.options.slowTimeoutMs;
    RuleEngineOptions options = task.options;
    options.executor.reset(); // which is not to be kept by its own job
    m_course->answer = answer;
    task.options.executor->run([answer, options = std::move(options), engine = QueryEngine(slow),
                                external = m_group.externalLabels, snapshot = task.pass.store.snapshot(),
                                rule = run.status.rule, ts = task.pass.ts,
                                offset = m_group.queryOffsetMs](const std::stop_token &stop) {
        const RuleQueries queries(options, engine, external, snapshot, stop);
        answer->outcome = outcomeOf(*rule, queries, ts, offset, options.maxAlertsPerRule);
        answer->isReady.store(true, std::memory_order_release);
    });
}

bool RuleGroupRun::evaluateRule(RuleRun &run, const Task &task)
{
    RuleStatus &status = run.status;
    if (status.rule->expr == nullptr) {
        status.lastEvaluation = task.pass.ts;
        return true;
    }
    const RuleEngineOptions &options = task.options;
    const bool mayWait = options.executor != nullptr;
    auto started = SteadyClock::now();
    RuleOutcome outcome;
    if (m_course->answer != nullptr) {
        if (!m_course->answer->isReady.load(std::memory_order_acquire))
            return false;
        const std::shared_ptr<Answer> answer = std::exchange(m_course->answer, nullptr);
        started = answer->started;
        outcome = std::move(answer->outcome);
    } else if (mayWait && (run.isSlow || options.inlineMs == 0)) {
        leaveToExecutor(run, task);
        return false;
    } else {
        const RuleQueries queries(options, inlineEngine(options), m_group.externalLabels,
                                  task.pass.store.snapshot(), task.pass.stop);
        outcome =
            outcomeOf(*status.rule, queries, task.pass.ts, m_group.queryOffsetMs, options.maxAlertsPerRule);
        if (mayWait && outcome.isLate && !task.pass.stop.stop_requested()) {
            leaveToExecutor(run, task);
            return false;
        }
    }
    std::optional<Error> before = std::exchange(status.error, std::nullopt);
    Status done = step(run, std::move(outcome), task);
    if (!done && task.pass.stop.stop_requested()) {
        status.error = std::move(before);
        return true;
    }
    status.lastEvaluation = task.pass.ts;
    status.evaluationSeconds = std::chrono::duration<double>(SteadyClock::now() - started).count();
    run.isSlow = status.evaluationSeconds * 1000 > static_cast<double>(options.inlineMs);
    if (!done)
        status.error = std::move(done).error();
    return true;
}

Status RuleGroupRun::step(RuleRun &run, RuleOutcome outcome, const Task &task) const
{
    const Rule &rule = *run.status.rule;
    if (!outcome.elements)
        return std::move(outcome.elements).error();
    if (rule.kind == RuleKind::Recording) {
        auto samples = recordedSamples(std::move(outcome.elements).value(), rule, m_group.limit);
        if (!samples)
            return std::move(samples).error();
        write(run, *samples, task.pass);
        return Done{};
    }
    if (!*outcome.active)
        return std::move(*outcome.active).error();
    return stepAlerts(run, std::move(*outcome.active).value(), task);
}

Status RuleGroupRun::stepAlerts(RuleRun &run, std::vector<ActiveAlert> active, const Task &task) const
{
    RuleStatus &status = run.status;
    const AlertHold hold{status.rule->forMs, status.rule->keepFiringForMs, task.options.maxAlertsPerRule};
    std::vector<Alert> before = m_group.limit > 0 ? status.alerts : std::vector<Alert>();
    AlertStep next = sightglass::advance(std::move(status.alerts), std::move(active), hold, task.pass.ts);
    status.alerts = std::move(next.alerts);
    const std::size_t alerts = activeCount(status.alerts);
    if (m_group.limit > 0 && alerts > m_group.limit) {
        status.alerts.clear();
        status.state = AlertState::Inactive;
        tell(run, endingsOf(before), task);
        return tooManyAlerts(m_group.limit, alerts);
    }
    status.state = worstState(status.alerts);
    tell(run, std::move(next.changes), task);
    if (m_evaluationsUntilRestored == 0)
        write(run, alertSamples(*status.rule, status.alerts), task.pass);
    return Done{};
}

void RuleGroupRun::write(RuleRun &run, const std::vector<RuleSample> &samples, const Pass &pass) const
{
    const TimestampMs t = pass.ts - m_group.queryOffsetMs;
    std::vector<Labels> written;
    written.reserve(samples.size());
    for (const RuleSample &sample : samples) {
        if (Status taken = pass.store.append(sample, t); taken)
            written.push_back(sample.labels);
        else
            run.status.error = std::move(taken).error();
    }
    std::sort(written.begin(), written.end());
    std::vector<Labels> ended;
    std::set_difference(run.series.begin(), run.series.end(), written.begin(), written.end(),
                        std::back_inserter(ended));
    const bool marked = appendStaleMarkers(pass.store, ended, t);
    if (marked || !written.empty())
        pass.store.commit();
    run.series = std::move(written);
    run.status.series = run.series.size();
}

void RuleGroupRun::tell(const RuleRun &run, std::vector<AlertChange> changes, const Task &task) const
{
    for (AlertChange &change : changes) {
        const Severity severity = severityOf(change.labels);
        std::string summary = summaryOf(change.annotations);
        task.transitions.push_back({task.pass.ts, m_group.name, run.status.rule->name, severity, change.from,
                                    change.to, std::move(change.labels), change.value, std::move(summary),
                                    std::move(change.annotations)});
    }
}

void RuleGroupRun::endLeftSeries(const Pass &pass)
{
    if (m_leftSeries.empty())
        return;
    const std::vector<Labels> left = std::exchange(m_leftSeries, {});
    if (appendStaleMarkers(pass.store, left, pass.ts - m_group.queryOffsetMs))
        pass.store.commit();
}

void RuleGroupRun::restore(const RuleEngineOptions &options, const Pass &pass)
{
    const auto snapshot = pass.store.snapshot();
    for (RuleRun &run : m_rules) {
        if (run.status.rule->kind == RuleKind::Alerting)
            restoreAlerts(run.status.alerts, *run.status.rule, *snapshot, pass.now, *options.restore);
    }
}

std::vector<Labels> RuleGroupRun::takeSeries()
{
    std::vector<Labels> all = std::exchange(m_leftSeries, {});
    for (RuleRun &run : m_rules)
        std::move(run.series.begin(), run.series.end(), std::back_inserter(all));
    m_rules.clear();
    return all;
}

} // namespace sightglass
