// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/wallload.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace sightglass::bench {

namespace {

bool showsCounters(int panel)
{
    return panel % 2 == 1;
}

std::string metricName(int panel)
{
    return showsCounters(panel) ? "bench_events_total" : "bench_level";
}

} // namespace

WallLoad::WallLoad(TimestampMs now)
    : m_head({.maxAgeMs = 2 * lengthMs, .maxBytes = std::size_t{1} << 30U})
    , m_now(now - lengthMs - stepMs)
{
    for (int panel = 0; panel < panels; ++panel) {
        for (int i = 0; i < seriesPerPanel; ++i) {
            const Labels labels = Labels::withName(metricName(panel), {{"instance", "127.0.0.1:9100"},
                                                                       {"job", "bench"},
                                                                       {"panel", std::to_string(panel)},
                                                                       {"worker", std::to_string(i)}});
            const double level = 100.0 + 10 * i;
            m_series.push_back({m_head.seriesFor(labels), showsCounters(panel), level, level});
        }
    }
    while (m_now < now)
        advance();
}

void WallLoad::advance()
{
    m_now += stepMs;
    std::normal_distribution<double> noise(0, 1);
    std::poisson_distribution<int> events(40);
    for (Series &series : m_series) {
        series.value +=
            series.counter ? events(m_random) : 0.05 * (series.level - series.value) + noise(m_random);
        const double value = series.counter ? series.value : std::round(series.value * 100) / 100;
        if (!m_head.append(series.id, m_now, value)) {
            std::fputs("the store refused a sample\n", stderr);
            std::abort();
        }
    }
    m_head.commit();
}

DashboardSpec WallLoad::dashboard()
{
    DashboardSpec dashboard;
    dashboard.title = "bench";
    for (int i = 0; i < panels; ++i) {
        PanelSpec panel;
        panel.id = std::to_string(i);
        panel.options = standardOptions(PanelType::TimeSeries);
        panel.title = "Panel " + std::to_string(i);
        panel.grid = {i % 4 * 6, i / 4 * 6, 6, 6};
        const std::string selector = metricName(i) + "{panel=\"" + std::to_string(i) + "\"}";
        const std::string expr = showsCounters(i) ? "rate(" + selector + "[$__rate_interval])" : selector;
        panel.queries = {{expr, "worker {{worker}}"}};
        panel.field.unit = showsCounters(i) ? "ops" : "short";
        legendOf(panel.options)->values = {Calculation::LastNotNull, Calculation::Max};
        dashboard.panels.push_back(std::move(panel));
    }
    return dashboard;
}

} // namespace sightglass::bench
