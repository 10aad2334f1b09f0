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

WallLoad::WallLoad(const WallSize &size, TimestampMs now)
    : m_size(size)
    , m_head({.maxAgeMs = 2 * lengthMs, .maxBytes = std::size_t{1} << 30U})
    , m_now(now - lengthMs - stepMs)
{
    for (int panel = 0; panel < size.panels; ++panel) {
        for (int i = 0; i < size.series; ++i) {
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

double WallLoad::drawn(Series &series)
{
    if (series.counter) {
        series.value += std::poisson_distribution<int>(40)(m_random);
        return series.value;
    }
    series.value += 0.05 * (series.level - series.value) + m_noise(m_random);
    return std::round(series.value * 100) / 100;
}

void WallLoad::prepare(int steps)
{
    while (m_prepared.size() < static_cast<std::size_t>(steps)) {
        std::vector<double> &values = m_prepared.emplace_back();
        values.reserve(m_series.size());
        for (Series &series : m_series)
            values.push_back(drawn(series));
    }
}

void WallLoad::advance()
{
    prepare(1);
    m_now += stepMs;
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        if (!m_head.append(m_series[i].id, m_now, m_prepared.front()[i])) {
            std::fputs("the store refused a sample\n", stderr);
            std::abort();
        }
    }
    m_prepared.pop_front();
    m_head.commit();
}

DashboardSpec WallLoad::dashboard() const
{
    constexpr int columns = 24;
    constexpr int fewPanels = 20;
    const int perRow = m_size.panels > fewPanels ? 6 : 4;
    DashboardSpec dashboard;
    dashboard.title = "bench";
    for (int i = 0; i < m_size.panels; ++i) {
        PanelSpec panel;
        panel.id = std::to_string(i);
        panel.options = standardOptions(PanelType::TimeSeries);
        panel.title = "Panel " + std::to_string(i);
        const int width = columns / perRow;
        panel.grid = {i % perRow * width, i / perRow * 6, width, 6};
        const std::string selector = metricName(i) + "{panel=\"" + std::to_string(i) + "\"}";
        const std::string expr = showsCounters(i) ? "rate(" + selector + "[$__rate_interval])" : selector;
        panel.queries = {{expr, "worker {{worker}}"}};
        panel.field.unit = showsCounters(i) ? "ops" : "short";
        LegendOptions &legend = *legendOf(panel.options);
        legend.values = {Calculation::LastNotNull, Calculation::Max};
        // Nobody reads a hundred lines below a small chart.
        if (m_size.series > fewPanels)
            legend.mode = LegendMode::Hidden;
        dashboard.panels.push_back(std::move(panel));
    }
    return dashboard;
}

} // namespace sightglass::bench
