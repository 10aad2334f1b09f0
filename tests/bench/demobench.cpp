// SPDX-License-Identifier: GPL-3.0-or-later
// What the demo pays for its instrumentation, through the recorder as the pipeline calls it. Budgets: a
// counter below 1 µs, a gauge below 10 µs, a histogram observation below 100 µs, everything together below 1
// ms per event.
#include "app/demo/exposablemetrics.h"
#include "app/demo/recorder.h"
#include "tests/bench/budgetreporter.h"

#include <benchmark/benchmark.h>

namespace {

using namespace sightglass::demo;

constexpr double counterBudgetNs = 1e3;
constexpr double gaugeBudgetNs = 1e4;
constexpr double histogramBudgetNs = 1e5;
constexpr double eventBudgetNs = 1e6;

struct Instrumented
{
    explicit Instrumented(Naming naming)
        : metrics(makeMetrics(configFor(naming)))
        , record(metrics.get())
    {}

    static MetricsConfig configFor(Naming naming)
    {
        MetricsConfig config;
        config.naming = naming;
        return config;
    }

    std::unique_ptr<ExposableMetrics> metrics;
    Recorder record;
};

/// What an iteration may take, beside what it took; `updates` metrics are changed per iteration.
void tellBudget(benchmark::State &state, double updates, double budgetNs)
{
    state.counters["budget_ns"] = benchmark::Counter(updates * budgetNs);
}

void counterUpdate(benchmark::State &state)
{
    Instrumented instrumented(Naming::Plain);
    for (auto _ : state)
        instrumented.record([](PipelineObserver &observer) { observer.jobEnqueued(); });
    tellBudget(state, 1, counterBudgetNs);
}

void gaugeUpdate(benchmark::State &state)
{
    constexpr int gauges = 5;
    Instrumented instrumented(Naming::Plain);
    PipelineState values;
    for (auto _ : state) {
        ++values.queueDepth;
        instrumented.record([&values](PipelineObserver &observer) { observer.stateRead(values); });
    }
    state.SetItemsProcessed(state.iterations() * gauges);
    tellBudget(state, gauges, gaugeBudgetNs);
}

void histogramUpdate(benchmark::State &state)
{
    Instrumented instrumented(Naming::Fraiseql);
    Seconds duration(0.0005);
    for (auto _ : state) {
        duration = duration > Seconds(8) ? Seconds(0.0005) : duration * 1.7;
        instrumented.record([duration](PipelineObserver &observer) {
            observer.actionFinished(ActionType::Webhook, std::nullopt, duration);
        });
    }
    tellBudget(state, 1, histogramBudgetNs);
}

/// Everything recorded about an event that runs two actions.
void wholeEvent(benchmark::State &state)
{
    using Lookup = PipelineObserver::Lookup;
    Instrumented instrumented(state.range(0) == 0 ? Naming::Fraiseql : Naming::Plain);
    for (auto _ : state) {
        auto &record = instrumented.record;
        record([](PipelineObserver &observer) { observer.dedupChecked(Lookup::Miss); });
        record([](PipelineObserver &observer) { observer.cacheLookedUp(Lookup::Hit); });
        record([](PipelineObserver &observer) { observer.jobEnqueued(); });
        for (const ActionType type : {ActionType::Email, ActionType::Search}) {
            record([type](PipelineObserver &observer) {
                observer.actionFinished(type, ActionError::Timeout, Seconds(0.02));
            });
        }
        record([](PipelineObserver &observer) { observer.eventProcessed(Seconds(0.05)); });
        record([](PipelineObserver &observer) { observer.jobProcessed(); });
    }
    tellBudget(state, 1, eventBudgetNs);
}

void exposition(benchmark::State &state)
{
    Instrumented instrumented(state.range(0) == 0 ? Naming::Fraiseql : Naming::Plain);
    std::size_t bytes = 0;
    for (auto _ : state)
        bytes += instrumented.metrics->text().size();
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

BENCHMARK(counterUpdate);
BENCHMARK(gaugeUpdate);
BENCHMARK(histogramUpdate);
BENCHMARK(wholeEvent)->ArgName("plain")->Arg(0)->Arg(1);
BENCHMARK(exposition)->ArgName("plain")->Arg(0)->Arg(1);

} // namespace

int main(int argc, char **argv)
{
    return sightglass::bench::runWithBudgets(argc, argv);
}
