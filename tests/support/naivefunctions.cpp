// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/naivefunctions.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <set>

namespace sightglass::test {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double inf = std::numeric_limits<double>::infinity();

std::vector<double> valuesOf(const std::vector<Sample> &samples)
{
    std::vector<double> values;
    for (const Sample &sample : samples)
        values.push_back(sample.v);
    return values;
}

double seconds(std::int64_t ms)
{
    return static_cast<double>(ms) / 1000;
}

enum class Kind
{
    Counter,
    Gauge
};

/// The difference between the ends, extrapolated to the whole range (section 11).
std::optional<double> extrapolated(const NaiveRange &range, Kind kind)
{
    const auto &samples = range.samples;
    if (samples.size() < 2)
        return std::nullopt;
    double result = samples.back().v - samples.front().v;
    for (std::size_t i = 1; kind == Kind::Counter && i < samples.size(); ++i) {
        if (samples[i].v < samples[i - 1].v)
            result += samples[i - 1].v;
    }
    const double sampled = seconds(samples.back().t - samples.front().t);
    const double average = sampled / static_cast<double>(samples.size() - 1);
    double toStart = seconds(samples.front().t - range.from);
    double toEnd = seconds(range.to - samples.back().t);
    if (toStart >= average * 1.1)
        toStart = average / 2;
    if (kind == Kind::Counter && result > 0 && samples.front().v >= 0)
        toStart = std::min(toStart, sampled * (samples.front().v / result));
    if (toEnd >= average * 1.1)
        toEnd = average / 2;
    return result * ((sampled + toStart + toEnd) / sampled);
}

std::optional<double> lastStep(const NaiveRange &range, Kind kind)
{
    if (range.samples.size() < 2)
        return std::nullopt;
    const Sample &last = range.samples.back();
    const Sample &before = range.samples[range.samples.size() - 2];
    if (kind == Kind::Gauge)
        return last.v - before.v;
    return (last.v < before.v ? last.v : last.v - before.v) / seconds(last.t - before.t);
}

/// Slope and value at `origin` of the least-squares line.
std::optional<std::pair<double, double>> line(const NaiveRange &range, TimestampMs origin)
{
    if (range.samples.size() < 2)
        return std::nullopt;
    const auto &samples = range.samples;
    const double first = samples.front().v;
    if (std::ranges::all_of(samples, [first](const Sample &sample) { return sample.v == first; }))
        return std::isinf(first) ? std::pair(nan, nan) : std::pair(0.0, first);
    long double n = 0, sumX = 0, sumY = 0, sumXY = 0, sumXX = 0;
    for (const Sample &sample : samples) {
        const long double x = static_cast<long double>(sample.t - origin) / 1000;
        n += 1;
        sumX += x;
        sumY += static_cast<long double>(sample.v);
        sumXY += x * static_cast<long double>(sample.v);
        sumXX += x * x;
    }
    const long double slope = (sumXY - sumX * sumY / n) / (sumXX - sumX * sumX / n);
    return std::pair(static_cast<double>(slope), static_cast<double>(sumY / n - slope * sumX / n));
}

double pairsWhere(const std::vector<Sample> &samples, bool (*differs)(double before, double after))
{
    double count = 0;
    for (std::size_t i = 1; i < samples.size(); ++i)
        count += differs(samples[i - 1].v, samples[i].v) ? 1 : 0;
    return count;
}

} // namespace

double naiveSum(const std::vector<double> &values)
{
    long double sum = 0;
    for (const double value : values)
        sum += static_cast<long double>(value);
    return static_cast<double>(sum);
}

double naiveMean(const std::vector<double> &values)
{
    long double sum = 0;
    for (const double value : values)
        sum += static_cast<long double>(value);
    return static_cast<double>(sum / static_cast<long double>(values.size()));
}

double naiveLeast(const std::vector<double> &values)
{
    double least = nan;
    for (const double value : values)
        least = std::isnan(least) || value < least ? value : least;
    return least;
}

double naiveGreatest(const std::vector<double> &values)
{
    double greatest = nan;
    for (const double value : values)
        greatest = std::isnan(greatest) || value > greatest ? value : greatest;
    return greatest;
}

double naiveVariance(const std::vector<double> &values)
{
    long double mean = 0;
    for (const double value : values)
        mean += static_cast<long double>(value);
    mean /= static_cast<long double>(values.size());
    long double squares = 0;
    for (const double value : values)
        squares += (static_cast<long double>(value) - mean) * (static_cast<long double>(value) - mean);
    return static_cast<double>(squares / static_cast<long double>(values.size()));
}

double naiveQuantile(double q, std::vector<double> values)
{
    if (values.empty() || std::isnan(q))
        return nan;
    if (q < 0 || q > 1)
        return q < 0 ? -inf : inf;
    std::ranges::sort(values, [](double a, double b) { return std::isnan(a) ? !std::isnan(b) : a < b; });
    const double rank = q * static_cast<double>(values.size() - 1);
    const auto lower = static_cast<std::size_t>(std::max(0.0, std::floor(rank)));
    const std::size_t upper = std::min(lower + 1, values.size() - 1);
    const double weight = rank - std::floor(rank);
    return values[lower] * (1 - weight) + values[upper] * weight;
}

double naiveBucketQuantile(double q, const std::map<double, double> &buckets)
{
    if (buckets.size() < 2 || buckets.rbegin()->first != inf)
        return nan;
    std::vector<std::pair<double, double>> rising(buckets.begin(), buckets.end());
    for (std::size_t i = 1; i < rising.size(); ++i)
        rising[i].second = std::max(rising[i].second, rising[i - 1].second);
    const double total = rising.back().second;
    if (total == 0 || std::isnan(total))
        return nan;
    const double rank = q * total;
    std::size_t b = 0;
    while (b + 1 < rising.size() && rising[b].second < rank)
        ++b;
    if (b + 1 == rising.size())
        return rising[b - 1].first;
    if (b == 0 && rising[0].first <= 0)
        return rising[0].first;
    const double start = b == 0 ? 0 : rising[b - 1].first;
    const double below = b == 0 ? 0 : rising[b - 1].second;
    return start + (rising[b].first - start) * ((rank - below) / (rising[b].second - below));
}

double naiveMath(const std::string &function, double x, const std::vector<double> &parameters)
{
    if (function == "abs")
        return std::fabs(x);
    if (function == "ceil")
        return std::ceil(x);
    if (function == "floor")
        return std::floor(x);
    if (function == "sgn")
        return x > 0 ? 1 : x < 0 ? -1 : x;
    if (function == "sqrt")
        return std::sqrt(x);
    if (function == "ln")
        return std::log(x);
    if (function == "exp")
        return std::exp(x);
    if (function == "atan")
        return std::atan(x);
    if (function == "clamp")
        return std::isnan(x) ? x : std::max(parameters.at(0), std::min(parameters.at(1), x));
    std::abort();
}

std::optional<double> naiveOverTime(const std::string &function, const NaiveRange &range)
{
    const std::vector<double> values = valuesOf(range.samples);
    if (function == "rate" || function == "increase") {
        const auto result = extrapolated(range, Kind::Counter);
        return result && function == "rate" ? std::optional(*result / seconds(range.to - range.from))
                                            : result;
    }
    if (function == "delta")
        return extrapolated(range, Kind::Gauge);
    if (function == "irate" || function == "idelta")
        return lastStep(range, function == "irate" ? Kind::Counter : Kind::Gauge);
    if (function == "deriv" || function == "predict_linear") {
        const auto fit = line(range, function == "deriv" ? range.samples.front().t : range.evaluatedAt);
        if (!fit)
            return std::nullopt;
        return function == "deriv" ? fit->first : fit->first * range.parameter + fit->second;
    }
    if (function == "changes")
        return pairsWhere(range.samples,
                          [](double a, double b) { return a != b && !(std::isnan(a) && std::isnan(b)); });
    if (function == "resets")
        return pairsWhere(range.samples, [](double a, double b) { return b < a; });
    if (function == "last_over_time")
        return values.back();
    if (function == "min_over_time")
        return naiveLeast(values);
    if (function == "max_over_time")
        return naiveGreatest(values);
    if (function == "count_over_time")
        return static_cast<double>(values.size());
    if (function == "present_over_time")
        return 1;
    if (function == "sum_over_time")
        return naiveSum(values);
    if (function == "avg_over_time")
        return naiveMean(values);
    if (function == "stddev_over_time")
        return std::sqrt(naiveVariance(values));
    if (function == "quantile_over_time")
        return naiveQuantile(range.parameter, values);
    std::abort();
}

bool naiveRounds(const std::string &function)
{
    static const std::set<std::string> exact = {"abs",
                                                "absent",
                                                "absent_over_time",
                                                "ceil",
                                                "changes",
                                                "clamp",
                                                "clamp_max",
                                                "clamp_min",
                                                "count_over_time",
                                                "floor",
                                                "label_join",
                                                "label_replace",
                                                "last_over_time",
                                                "max_over_time",
                                                "min_over_time",
                                                "present_over_time",
                                                "resets",
                                                "round",
                                                "sgn",
                                                "sort",
                                                "sort_desc",
                                                "timestamp",
                                                "vector"};
    return !exact.contains(function);
}

bool naiveRounds(promql::AggregateOp op) noexcept
{
    using enum promql::AggregateOp;
    return op == Sum || op == Avg || op == Stddev || op == Stdvar || op == Quantile;
}

} // namespace sightglass::test
