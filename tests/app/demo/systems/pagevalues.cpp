// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/demo/systems/pagevalues.h"

#include <cmath>

namespace sightglass::demo {

namespace {

/// All numbers of a metric that only grow: of a histogram its count, sum and buckets.
std::vector<double> growing(const ExposedMetric &metric)
{
    if (const auto *value = std::get_if<ExposedValue>(&metric.value))
        return {value->value};
    const auto &histogram = std::get<ExposedHistogram>(metric.value);
    std::vector<double> numbers{histogram.count, histogram.sum};
    for (const ExposedBucket &bucket : histogram.buckets)
        numbers.push_back(bucket.cumulativeCount);
    return numbers;
}

std::string flawOf(const ExposedHistogram &histogram)
{
    double below = 0;
    double lowest = 0;  ///< of what the sum can be
    double highest = 0; ///< the same, while all is below the last bound
    double bound = 0;
    for (const ExposedBucket &bucket : histogram.buckets) {
        const double inside = bucket.cumulativeCount - below;
        if (inside < 0 || inside != std::floor(inside))
            return "buckets that are no counts";
        lowest += inside * bound;
        highest += inside * bucket.upperBound;
        bound = bucket.upperBound;
        below = bucket.cumulativeCount;
    }
    if (below > histogram.count)
        return "more in the buckets than were counted";
    lowest += (histogram.count - below) * bound;
    const double slack = 1e-9 * std::max(1.0, histogram.sum);
    if (histogram.sum < lowest - slack || (below == histogram.count && histogram.sum > highest + slack))
        return "a sum that its buckets cannot have";
    return {};
}

std::string flawOf(const ExposedFamily &family, const ExposedMetric &metric)
{
    if (const auto *histogram = std::get_if<ExposedHistogram>(&metric.value))
        return flawOf(*histogram);
    const double value = std::get<ExposedValue>(metric.value).value;
    if (!(value >= 0))
        return "a value below zero: " + std::to_string(value);
    if (family.type == MetricType::Counter && value != std::floor(value))
        return "half a count";
    return {};
}

} // namespace

PageValues::PageValues(const MetricsPage &page, std::string prefix)
    : m_prefix(std::move(prefix))
{
    for (const ExposedFamily &family : page.families()) {
        for (const ExposedMetric &metric : family.metrics) {
            std::map<std::string, std::string> labels;
            for (const Label &label : metric.labels)
                labels[label.name] = label.value;
            if (const auto *value = std::get_if<ExposedValue>(&metric.value)) {
                m_series.emplace(family.name, Series{labels, value->value});
                continue;
            }
            const auto &histogram = std::get<ExposedHistogram>(metric.value);
            m_series.emplace(family.name + "_count", Series{labels, histogram.count});
            m_series.emplace(family.name + "_sum", Series{labels, histogram.sum});
        }
    }
}

double PageValues::sum(const std::string &name, Wanted labels) const
{
    double sum = 0;
    const auto [begin, end] = m_series.equal_range(m_prefix + name);
    for (auto it = begin; it != end; ++it) {
        const auto &[present, value] = it->second;
        bool fits = true;
        for (const auto &[label, wanted] : labels)
            fits = fits && present.contains(label) && present.at(label) == wanted;
        sum += fits ? value : 0;
    }
    return sum;
}

std::set<std::string> PageValues::values(const std::string &name, const std::string &label) const
{
    std::set<std::string> values;
    const auto [begin, end] = m_series.equal_range(m_prefix + name);
    for (auto it = begin; it != end; ++it)
        values.insert(it->second.first.at(label));
    return values;
}

std::string flawOf(const MetricsPage &page)
{
    for (const ExposedFamily &family : page.families()) {
        for (const ExposedMetric &metric : family.metrics) {
            if (const std::string flaw = flawOf(family, metric); !flaw.empty())
                return family.name + ": " + flaw;
        }
    }
    return {};
}

std::string flawBetween(const MetricsPage &before, const MetricsPage &after)
{
    const std::vector<ExposedFamily> old = before.families();
    const std::vector<ExposedFamily> now = after.families();
    if (old.size() != now.size())
        return "families came or went";
    for (std::size_t i = 0; i < old.size(); ++i) {
        if (old[i].name != now[i].name || old[i].metrics.size() != now[i].metrics.size())
            return old[i].name + ": series came or went";
        for (std::size_t k = 0; k < old[i].metrics.size(); ++k) {
            if (old[i].metrics[k].labels != now[i].metrics[k].labels)
                return old[i].name + ": other labels";
            const std::vector<double> was = growing(old[i].metrics[k]);
            const std::vector<double> is = growing(now[i].metrics[k]);
            for (std::size_t n = 0; n < was.size() && old[i].type != MetricType::Gauge; ++n) {
                if (is[n] < was[n])
                    return old[i].name + " fell";
            }
        }
    }
    return {};
}

} // namespace sightglass::demo
