// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/columncalculations.h"

#include "model/transform/cellvalue.h"

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

/// Mean and variance of a set of values that come and go.
class RunningMoments
{
public:
    void add(double value)
    {
        ++m_count;
        m_sum += value;
        const double before = m_mean;
        m_mean += (value - before) / static_cast<double>(m_count);
        m_squares += (value - before) * (value - m_mean);
    }

    void remove(double value)
    {
        if (--m_count == 0) {
            *this = {};
            return;
        }
        m_sum -= value;
        const double before = m_mean;
        m_mean -= (value - before) / static_cast<double>(m_count);
        m_squares -= (value - before) * (value - m_mean);
    }

    [[nodiscard]] double result(WindowCalculation calculation) const
    {
        if (m_count == 0)
            return 0;
        const auto count = static_cast<double>(m_count);
        if (calculation == WindowCalculation::Mean)
            return m_sum / count;
        // Taking values away may leave less than nothing of what they added.
        const double variance = std::max(m_squares, 0.0) / count;
        return calculation == WindowCalculation::Variance ? variance : std::sqrt(variance);
    }

private:
    std::size_t m_count = 0;
    double m_sum = 0;
    double m_mean = 0;
    double m_squares = 0;
};

} // namespace

double calculated(double left, BinaryOperator operation, double right) noexcept
{
    switch (operation) {
    case BinaryOperator::Add:
        return left + right;
    case BinaryOperator::Subtract:
        return left - right;
    case BinaryOperator::Multiply:
        return left * right;
    case BinaryOperator::Divide:
        return left / right;
    }
    return 0;
}

double calculated(UnaryOperator operation, double value) noexcept
{
    switch (operation) {
    case UnaryOperator::Absolute:
        return std::fabs(value);
    case UnaryOperator::Exponential:
        return std::exp(value);
    case UnaryOperator::NaturalLogarithm:
        return std::log(value);
    case UnaryOperator::Floor:
        return std::floor(value);
    case UnaryOperator::Ceiling:
        return std::ceil(value);
    case UnaryOperator::Round:
        return std::floor(value + 0.5);
    }
    return 0;
}

std::vector<FieldValue> cumulative(const Field &field, CumulativeCalculation calculation)
{
    std::vector<FieldValue> result;
    result.reserve(field.values.size());
    double total = 0;
    for (const FieldValue &value : field.values) {
        total += numberOf(value);
        const auto rows = static_cast<double>(result.size() + 1);
        result.emplace_back(calculation == CumulativeCalculation::Sum ? total : total / rows);
    }
    return result;
}

std::vector<FieldValue> windowed(const Field &field, WindowCalculation calculation, std::size_t rows,
                                 WindowAlignment alignment)
{
    const std::size_t count = field.values.size();
    const std::size_t size = std::clamp<std::size_t>(rows, 1, 2 * count + 2);
    const bool trailing = alignment == WindowAlignment::Trailing;
    const std::size_t before = trailing ? size - 1 : size / 2;
    const std::size_t behind = trailing ? 0 : (size + 1) / 2 - 1;
    RunningMoments moments;
    const auto each = [&field, &moments](std::size_t row, auto function) {
        const double value = numberOrNaN(field.values[row]);
        if (!std::isnan(value))
            (moments.*function)(value);
    };
    std::vector<FieldValue> result;
    result.reserve(count);
    std::size_t added = 0;
    for (std::size_t row = 0; row < count; ++row) {
        for (; added < std::min(row + behind + 1, count); ++added)
            each(added, &RunningMoments::add);
        if (row > before)
            each(row - before - 1, &RunningMoments::remove);
        result.emplace_back(moments.result(calculation));
    }
    return result;
}

} // namespace sightglass
