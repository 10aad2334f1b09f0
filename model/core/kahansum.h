// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

namespace sightglass {

/// Kahan–Neumaier summation in Prometheus' order of operations (PromQL reference, section 15), so that sums
/// come out bit for bit the same. The compensation is kept apart: callers differ in how they fold it in.
struct KahanSum
{
    double sum = 0;
    double compensation = 0;

    void add(double x) noexcept
    {
        const double t = sum + x;
        if (std::isinf(t))
            compensation = 0;
        else if (std::fabs(sum) >= std::fabs(x))
            compensation += (sum - t) + x;
        else
            compensation += (x - t) + sum;
        sum = t;
    }

    [[nodiscard]] double total() const noexcept { return sum + compensation; }
};

/// The mean of values added one by one: sum / n while the sum is finite, else a running mean, as Prometheus'
/// avg does.
struct KahanMean
{
    KahanSum value;
    double count = 0;
    bool incremental = false;

    void add(double x) noexcept
    {
        count += 1;
        if (count == 1) {
            value.sum = x;
            return;
        }
        if (!incremental) {
            KahanSum next = value;
            next.add(x);
            if (!std::isinf(next.sum)) {
                value = next;
                return;
            }
            incremental = true;
            value.sum /= count - 1;
            value.compensation /= count - 1;
        }
        const double kept = (count - 1) / count;
        value.sum *= kept;
        value.compensation *= kept;
        value.add(x / count);
    }

    [[nodiscard]] double mean() const noexcept
    {
        return incremental ? value.total() : value.sum / count + value.compensation / count;
    }
};

} // namespace sightglass
