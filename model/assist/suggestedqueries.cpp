// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assist/suggestedqueries.h"

#include "model/dashboard/promqltext.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

namespace sightglass {

namespace {

constexpr std::size_t mostSeriesRead = 5'000;
constexpr std::size_t mostLines = 12;

using Kind = SuggestedQuery::Kind;

/// The label that tells most while its values still fit one chart; what a target adds tells least.
std::string groupingLabel(const std::string &metric, const Snapshot &snapshot)
{
    const std::vector<Matcher> matchers{{MatchOp::Equal, std::string(metricNameLabel), metric}};
    const StorageStats stats = snapshot.stats();
    auto series = snapshot.select(matchers, {stats.minTime, stats.maxTime});
    if (series.size() > mostSeriesRead)
        series.resize(mostSeriesRead);
    std::map<std::string_view, std::set<std::string_view>> values;
    for (const auto &one : series) {
        for (const LabelView label : one->labels())
            values[label.name].insert(label.value);
    }
    for (const char *structural : {"__name__", "le", "quantile"})
        values.erase(structural);
    std::string best;
    std::size_t most = 1;
    for (const auto &[name, all] : values) {
        if (all.size() > most && all.size() <= mostLines) {
            best = name;
            most = all.size();
        }
    }
    return best;
}

class Suggester
{
public:
    Suggester(const FamilyEntry &family, const Snapshot &snapshot, const std::string &range)
        : m_family(family)
        , m_snapshot(snapshot)
        , m_range(range)
    {}

    std::vector<SuggestedQuery> suggest() const
    {
        if (m_family.has(m_family.name + "_bucket"))
            return histogram();
        switch (m_family.type) {
        case MetricType::Counter:
            return {rate(m_family.samples.front())};
        case MetricType::Summary:
            return summary();
        case MetricType::Info:
            return {{Kind::Labels, selectorText(m_family.samples.front(), {}), {}}};
        default:
            break;
        }
        if (m_family.has(m_family.name + "_count") && m_family.has(m_family.name + "_sum"))
            return {average()};
        return {{Kind::Value, selectorText(m_family.samples.front(), {}), {}}};
    }

private:
    [[nodiscard]] std::string rateOf(const std::string &metric) const
    {
        const std::string selector = selectorText(metric, {});
        return m_family.type == MetricType::GaugeHistogram ? selector
                                                           : "rate(" + selector + "[" + m_range + "])";
    }

    [[nodiscard]] SuggestedQuery rate(const std::string &metric) const
    {
        const std::string label = groupingLabel(metric, m_snapshot);
        if (label.empty())
            return {Kind::Rate, "sum(" + rateOf(metric) + ")", metric};
        return {Kind::Rate, "sum by (" + labelNameText(label) + ") (" + rateOf(metric) + ")",
                "{{" + label + "}}"};
    }

    [[nodiscard]] SuggestedQuery average() const
    {
        return {Kind::Average,
                "sum(" + rateOf(m_family.name + "_sum") + ") / sum(" + rateOf(m_family.name + "_count") + ")",
                {}};
    }

    [[nodiscard]] std::vector<SuggestedQuery> histogram() const
    {
        const std::string buckets = "sum by (le) (" + rateOf(m_family.name + "_bucket") + ")";
        std::vector<SuggestedQuery> queries = {
            {Kind::Quantile, "histogram_quantile(0.95, " + buckets + ")", "p95"},
            {Kind::Heatmap, buckets, "{{le}}"}};
        if (m_family.has(m_family.name + "_sum"))
            queries.push_back(average());
        if (m_family.has(m_family.name + "_count"))
            queries.push_back(rate(m_family.name + "_count"));
        return queries;
    }

    [[nodiscard]] std::vector<SuggestedQuery> summary() const
    {
        std::vector<SuggestedQuery> queries;
        if (m_family.has(m_family.name))
            queries.push_back({Kind::Quantiles, selectorText(m_family.name, {}), {}});
        if (m_family.has(m_family.name + "_sum") && m_family.has(m_family.name + "_count"))
            queries.push_back(average());
        if (queries.empty())
            queries.push_back({Kind::Value, selectorText(m_family.samples.front(), {}), {}});
        return queries;
    }

    const FamilyEntry &m_family;
    const Snapshot &m_snapshot;
    const std::string &m_range;
};

/// What a service's own people look at first; a runtime's own metrics are everywhere the same.
int interest(const FamilyEntry &family)
{
    constexpr std::array<std::string_view, 8> everywhere = {"go_",     "process_", "promhttp_", "scrape_",
                                                            "python_", "jvm_",     "nodejs_",   "exposer_"};
    const bool common = std::any_of(everywhere.begin(), everywhere.end(), [&family](std::string_view prefix) {
        return family.name.starts_with(prefix);
    });
    if (common || family.name == "up")
        return 0;
    return family.help.empty() ? 1 : 2;
}

} // namespace

std::vector<SuggestedQuery> suggestedQueries(const FamilyEntry &family, const Snapshot &snapshot,
                                             const std::string &range)
{
    return Suggester(family, snapshot, range).suggest();
}

std::vector<SuggestedQuery> exampleQueries(const MetricCatalog &catalog, const Snapshot &snapshot,
                                           const std::string &range, std::size_t most)
{
    constexpr std::array<MetricType, 5> wanted = {MetricType::Counter, MetricType::Histogram,
                                                  MetricType::Gauge, MetricType::Summary,
                                                  MetricType::Unknown};
    std::vector<SuggestedQuery> examples;
    for (const MetricType type : wanted) {
        const FamilyEntry *best = nullptr;
        for (const FamilyEntry &family : catalog.families()) {
            if (family.type == type && (best == nullptr || interest(family) > interest(*best)))
                best = &family;
        }
        if (best != nullptr && examples.size() < most)
            examples.push_back(suggestedQueries(*best, snapshot, range).front());
    }
    return examples;
}

} // namespace sightglass
