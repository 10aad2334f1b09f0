// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/aggregators.h"

#include "model/core/kahansum.h"
#include "model/query/quantile.h"

#include <cmath>
#include <limits>

namespace sightglass {

namespace {

using promql::AggregateOp;

struct Sum
{
    KahanSum value;
    bool started = false;

    void add(double x)
    {
        // The first value is taken as it is, so that a lone -0 stays -0.
        if (started)
            value.add(x);
        else
            value.sum = x;
        started = true;
    }
    [[nodiscard]] double result() const { return value.total(); }
};

struct Average
{
    KahanMean mean;

    void add(double x) { mean.add(x); }
    [[nodiscard]] double result() const { return mean.mean(); }
};

struct Minimum
{
    double value = std::numeric_limits<double>::quiet_NaN();

    void add(double x)
    {
        if (value > x || std::isnan(value))
            value = x;
    }
    [[nodiscard]] double result() const { return value; }
};

struct Maximum
{
    double value = std::numeric_limits<double>::quiet_NaN();

    void add(double x)
    {
        if (value < x || std::isnan(value))
            value = x;
    }
    [[nodiscard]] double result() const { return value; }
};

/// Welford, population variance, uncompensated as in Prometheus.
struct Variance
{
    double count = 0;
    double mean = 0;
    double squares = 0;

    void add(double x)
    {
        count += 1;
        if (count == 1) {
            mean = x;
            squares = std::isfinite(x) ? 0 : std::numeric_limits<double>::quiet_NaN();
            return;
        }
        const double delta = x - mean;
        mean += delta / count;
        squares += delta * (x - mean);
    }
    [[nodiscard]] double result() const { return squares / count; }
};

struct Deviation : Variance
{
    [[nodiscard]] double result() const { return std::sqrt(Variance::result()); }
};

/// count() and group() take histograms too; there the values themselves do not matter.
Column countMembers(const Value &vector, const Grouping::Group &group, std::size_t steps)
{
    Column counts(steps, absentPoint);
    for (const std::size_t member : group.members) {
        const Series &series = vector.series[member];
        for (std::size_t step = 0; step < steps; ++step) {
            if (hasValue(series, step))
                counts[step] = isAbsent(counts[step]) ? 1 : counts[step] + 1;
        }
    }
    return counts;
}

Column markMembers(const Value &vector, const Grouping::Group &group, std::size_t steps)
{
    Column marks = countMembers(vector, group, steps);
    for (double &mark : marks)
        mark = isAbsent(mark) ? absentPoint : 1;
    return marks;
}

template<typename Accumulator>
Column accumulate(const Value &vector, const Grouping::Group &group, std::size_t steps)
{
    std::vector<Accumulator> accumulators(steps);
    std::vector<unsigned char> seen(steps, 0);
    for (const std::size_t member : group.members) {
        const Column &points = vector.series[member].points;
        for (std::size_t step = 0; step < steps; ++step) {
            if (isAbsent(points[step]))
                continue;
            accumulators[step].add(points[step]);
            seen[step] = 1;
        }
    }
    Column result(steps, absentPoint);
    for (std::size_t step = 0; step < steps; ++step) {
        if (seen[step] != 0)
            result[step] = accumulators[step].result();
    }
    return result;
}

} // namespace

Column aggregateColumn(AggregateOp op, const Value &vector, const Grouping::Group &group, std::size_t steps)
{
    switch (op) {
    case AggregateOp::Sum:
        return accumulate<Sum>(vector, group, steps);
    case AggregateOp::Avg:
        return accumulate<Average>(vector, group, steps);
    case AggregateOp::Count:
        return countMembers(vector, group, steps);
    case AggregateOp::Group:
        return markMembers(vector, group, steps);
    case AggregateOp::Min:
        return accumulate<Minimum>(vector, group, steps);
    case AggregateOp::Max:
        return accumulate<Maximum>(vector, group, steps);
    case AggregateOp::Stddev:
        return accumulate<Deviation>(vector, group, steps);
    default:
        return accumulate<Variance>(vector, group, steps);
    }
}

Column quantileColumn(const Column &quantiles, const Value &vector, const Grouping::Group &group)
{
    Column result(quantiles.size(), absentPoint);
    std::vector<double> values;
    for (std::size_t step = 0; step < quantiles.size(); ++step) {
        values.clear();
        for (const std::size_t member : group.members) {
            const double point = vector.series[member].points[step];
            if (isPresent(point))
                values.push_back(point);
        }
        if (!values.empty())
            result[step] = quantileOf(quantiles[step], values);
    }
    return result;
}

} // namespace sightglass
