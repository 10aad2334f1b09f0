// SPDX-License-Identifier: GPL-3.0-or-later
// Rules as the collector evaluates them: 1,000 of them over 50,000 series, every 5 s on half a core.
#include "model/alerting/headrulestore.h"
#include "model/alerting/ruleengine.h"
#include "model/alerting/rulegroup.h"
#include "model/storage/head.h"
#include "parser/config/rulefilereader.h"
#include "tests/bench/budgetreporter.h"

#include <benchmark/benchmark.h>

#include <string>

namespace {

using namespace sightglass;

constexpr int metrics = 100;
constexpr int seriesOfMetric = 500;
constexpr TimestampMs start = 1'700'000'000'000;
constexpr std::int64_t intervalMs = 5000;
constexpr int scrapesBefore = 60;

Labels labelsOf(int metric, int series)
{
    return Labels::withName("requests_" + std::to_string(metric) + "_total",
                            {{"job", "api"},
                             {"instance", "host-" + std::to_string(series % 10)},
                             {"handler", "/things/" + std::to_string(series / 10)}});
}

void scrape(Head &head, TimestampMs t, int round)
{
    for (int metric = 0; metric < metrics; ++metric) {
        for (int series = 0; series < seriesOfMetric; ++series)
            (void)head.append(head.seriesFor(labelsOf(metric, series)), t, round * (series % 7 + 1));
    }
    head.commit();
}

/// Ten groups of a hundred rules: half record, half alert, one in ten of these firing.
std::vector<RuleGroup> groups()
{
    std::string text = "groups:\n";
    for (int group = 0; group < 10; ++group) {
        text += "- name: g" + std::to_string(group) + "\n  interval: 5s\n  rules:\n";
        for (int i = 0; i < 50; ++i) {
            const std::string metric = "requests_" + std::to_string(group * 10 + i % 10) + "_total";
            const std::string handler = "{handler=~\"/things/" + std::to_string(i / 10) + ".*\"}";
            const std::string rate = "rate(" + metric + handler + "[1m])";
            text += "  - {record: 'instance:r" + std::to_string(i) + "', expr: 'sum by (instance) (" + rate +
                    ")', labels: {group: g" + std::to_string(group) + "}}\n";
            text += "  - {alert: G" + std::to_string(group) + "A" + std::to_string(i) +
                    ", expr: 'sum by (instance) (" + rate + ") > " + (i % 10 == 0 ? "0.1" : "1e9") +
                    "', for: 10s, labels: {severity: page}, annotations: {summary: '{{ $labels.instance }} "
                    "has {{ $value | humanize }}'}}\n";
        }
    }
    const RuleFileReading reading = readRuleFile(text);
    std::vector<RuleGroup> made;
    for (const WrittenGroup &group : reading.file.groups)
        made.push_back(ruleGroup(group, "rules.yml"));
    return made;
}

void evaluateThousandRules(benchmark::State &state)
{
    Head head;
    HeadRuleStore store(head);
    RuleEngine engine{RuleEngineOptions{QueryEngine()}};
    engine.setGroups(groups());
    TimestampMs now = start;
    int round = 0;
    for (; round < scrapesBefore; ++round, now += intervalMs)
        scrape(head, now, round);
    engine.evaluateDue(store, now);
    for (auto _ : state) {
        state.PauseTiming();
        now += intervalMs;
        scrape(head, now, ++round);
        state.ResumeTiming();
        benchmark::DoNotOptimize(engine.evaluateDue(store, now));
    }
    std::size_t errors = 0;
    for (const RuleStatus &status : engine.statuses())
        errors += status.error ? 1 : 0;
    state.counters["errors"] = static_cast<double>(errors);
    state.counters["rules"] = static_cast<double>(engine.statuses().size());
    state.counters["budget_ms"] = 2500;
}
BENCHMARK(evaluateThousandRules)->Unit(benchmark::kMillisecond)->Iterations(5);

} // namespace

int main(int argc, char **argv)
{
    return sightglass::bench::runWithBudgets(argc, argv);
}
