// SPDX-License-Identifier: GPL-3.0-or-later
// Walls of panels as the query threads see them: the first answer, and what a refresh a second later takes.
#include "model/dashboard/panelevaluation.h"
#include "model/query/evaluationcache.h"
#include "model/storage/head.h"

#include <benchmark/benchmark.h>

#include <cmath>
#include <limits>

namespace {

using namespace sightglass;

constexpr TimestampMs start = 1'700'000'000'000;
constexpr std::size_t allPoints = std::numeric_limits<std::size_t>::max();

struct Wall
{
    int panels = 20;
    int series = 10; ///< of each panel
    std::int64_t rangeMs = 24 * 3'600'000;
    PanelType type = PanelType::TimeSeries;
    Calculation calculation = Calculation::LastNotNull; ///< of those that calculate
};

/// A store with a value each second, and panels with an expression of their own each.
class Stand
{
public:
    Stand(const Wall &wall, const std::string &expr)
        : m_wall(wall)
        , m_engine({}, std::make_shared<EvaluationCache>())
        , m_now(start)
    {
        for (int panel = 0; panel < wall.panels; ++panel) {
            PanelSpec spec;
            spec.options = standardOptions(wall.type);
            if (ReduceOptions *reduce = reduceOf(spec.options))
                reduce->calculation = wall.calculation;
            std::string text = expr;
            text.replace(text.find('#'), 1, std::to_string(panel));
            spec.queries = {{text, {}, false}};
            m_panels.emplace_back(std::move(spec));
            for (int s = 0; s < wall.series; ++s)
                m_series.push_back(m_head.seriesFor(Labels::withName(
                    "work_" + std::to_string(panel), {{"n", std::to_string(s)}, {"job", "bench"}})));
        }
        m_values.resize(m_series.size());
        m_before.resize(m_panels.size());
        m_answers.resize(m_panels.size());
        while (m_now < start + wall.rangeMs)
            tick();
        m_head.commit();
    }

    void tick()
    {
        m_now += 1000;
        double step = static_cast<double>(m_now / 1000 % 977);
        for (std::size_t i = 0; i < m_series.size(); ++i) {
            step = std::fmod(step * 1.37 + 11, 1000);
            m_values[i] += std::floor(step);
            static_cast<void>(m_head.append(m_series[i], m_now, m_values[i]));
        }
    }

    void commit() { m_head.commit(); }

    /// All panels, each going on from its last answer.
    std::size_t ask()
    {
        const auto snapshot = m_head.snapshot();
        const PanelTime time{{m_now - m_wall.rangeMs, m_now}};
        std::size_t samples = 0;
        for (std::size_t i = 0; i < m_panels.size(); ++i) {
            PanelEvaluation evaluation({*snapshot, m_engine, m_panels[i], time}, m_before[i]);
            auto answer = evaluation.unchanged();
            if (!answer) {
                static_cast<void>(evaluation.advance(allPoints, {}));
                answer = std::make_shared<const PanelData>(evaluation.take({}));
            }
            m_before[i] = evaluation.asEarlier(answer);
            for (const PanelSeries &series : answer->series)
                samples += series.samples.size();
            m_answers[i] = std::move(answer);
        }
        return samples;
    }

    void forget() { m_before.assign(m_panels.size(), {}); }

private:
    Wall m_wall;
    Head m_head;
    QueryEngine m_engine;
    std::vector<PanelPipeline> m_panels;
    std::vector<SeriesId> m_series;
    std::vector<double> m_values; ///< counters
    std::vector<EarlierAnswer> m_before;
    std::vector<std::shared_ptr<const PanelData>> m_answers;
    TimestampMs m_now;
};

void first(benchmark::State &state, const Wall &wall, const std::string &expr)
{
    Stand stand(wall, expr);
    std::size_t samples = 0;
    for (auto _ : state) {
        stand.forget();
        samples = stand.ask();
    }
    state.counters["samples"] = static_cast<double>(samples);
}

void refresh(benchmark::State &state, const Wall &wall, const std::string &expr)
{
    Stand stand(wall, expr);
    stand.ask();
    for (auto _ : state) {
        state.PauseTiming();
        stand.tick();
        stand.commit();
        state.ResumeTiming();
        benchmark::DoNotOptimize(stand.ask());
    }
}

constexpr Wall day{.panels = 20, .series = 10, .rangeMs = 24 * 3'600'000};
constexpr Wall dense{.panels = 30, .series = 100, .rangeMs = 3'600'000};

// What is summed up of every stored sample; medians need each of them.
constexpr Wall dayOfMeans{.type = PanelType::Stat, .calculation = Calculation::Mean};
constexpr Wall dayOfMedians{.panels = 2, .type = PanelType::Stat, .calculation = Calculation::Median};
constexpr Wall dayOfHistograms{.panels = 2, .type = PanelType::Histogram};

BENCHMARK_CAPTURE(first, day_20x10_samples, day, "work_#")->Unit(benchmark::kMillisecond)->Iterations(2);
BENCHMARK_CAPTURE(refresh, day_20x10_samples, day, "work_#")->Unit(benchmark::kMillisecond)->Iterations(120);
// The same evaluated, as it is where samples are no expression's values.
BENCHMARK_CAPTURE(first, day_20x10_evaluated, day, "abs(work_#)")
    ->Unit(benchmark::kMillisecond)
    ->Iterations(2);
BENCHMARK_CAPTURE(refresh, day_20x10_evaluated, day, "abs(work_#)")
    ->Unit(benchmark::kMillisecond)
    ->Iterations(120);
BENCHMARK_CAPTURE(first, day_20x10_rate, day, "rate(work_#[1m])")
    ->Unit(benchmark::kMillisecond)
    ->Iterations(2);
BENCHMARK_CAPTURE(refresh, day_20x10_rate, day, "rate(work_#[1m])")
    ->Unit(benchmark::kMillisecond)
    ->Iterations(120);
BENCHMARK_CAPTURE(refresh, day_20x10_means, dayOfMeans, "work_#")
    ->Unit(benchmark::kMillisecond)
    ->Iterations(120);
BENCHMARK_CAPTURE(refresh, day_2x10_medians, dayOfMedians, "work_#")
    ->Unit(benchmark::kMillisecond)
    ->Iterations(120);
BENCHMARK_CAPTURE(refresh, day_2x10_histograms, dayOfHistograms, "work_#")
    ->Unit(benchmark::kMillisecond)
    ->Iterations(120);
BENCHMARK_CAPTURE(first, hour_30x100_samples, dense, "work_#")->Unit(benchmark::kMillisecond)->Iterations(2);
BENCHMARK_CAPTURE(refresh, hour_30x100_samples, dense, "work_#")
    ->Unit(benchmark::kMillisecond)
    ->Iterations(60);
BENCHMARK_CAPTURE(first, hour_30x100_evaluated, dense, "abs(work_#)")
    ->Unit(benchmark::kMillisecond)
    ->Iterations(2);
BENCHMARK_CAPTURE(refresh, hour_30x100_evaluated, dense, "abs(work_#)")
    ->Unit(benchmark::kMillisecond)
    ->Iterations(60);
BENCHMARK_CAPTURE(first, hour_30x100_rate, dense, "rate(work_#[1m])")
    ->Unit(benchmark::kMillisecond)
    ->Iterations(2);
BENCHMARK_CAPTURE(refresh, hour_30x100_rate, dense, "rate(work_#[1m])")
    ->Unit(benchmark::kMillisecond)
    ->Iterations(60);

} // namespace

BENCHMARK_MAIN();
