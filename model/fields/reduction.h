// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/calculation.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace sightglass {

/// One row as a calculation sees it.
struct ReducedCell
{
    enum class Kind : std::uint8_t
    {
        Null,
        Number, ///< NaN included
        Other   ///< a text or a boolean, or a number in a column that is none
    };
    Kind kind = Kind::Null;
    double number = 0;
};

/// Grafana's "standard" calculations: all that one pass over the rows can tell. `Source` has size() and
/// cell(i); cells are asked for in order, each once.
class StandardReduction
{
public:
    template<typename Source>
    StandardReduction(const Source &source, NullsAs nulls)
    {
        for (std::size_t row = 0; row < source.size(); ++row)
            add(source.cell(row), nulls);
        // A counter that was reset in the very last row has counted this far since.
        m_delta += m_droppedTo;
    }

    /// The result of one of the calculations that are made of sums, extremes and neighbours; empty for where
    /// nothing is left. Flags and counts as numbers.
    [[nodiscard]] std::optional<double> result(Calculation calculation) const
    {
        switch (calculation) {
        case Calculation::Min:
            return m_min;
        case Calculation::Max:
            return m_max;
        case Calculation::MinAboveZero:
            return m_minAboveZero;
        case Calculation::Mean:
            return m_numbers > 0 ? std::optional<double>(m_sum / double(m_numbers)) : std::nullopt;
        case Calculation::Sum:
            return m_sum;
        case Calculation::Count:
            return double(m_count);
        case Calculation::Range:
            return m_min && m_max ? std::optional<double>(*m_max - *m_min) : std::nullopt;
        case Calculation::Delta:
            return m_delta;
        case Calculation::Step:
            return m_step;
        case Calculation::Difference:
            return m_first ? std::optional<double>(*m_last - *m_first) : std::nullopt;
        case Calculation::DifferencePercent:
            return m_first ? (*m_last - *m_first) / *m_first * 100 : 0;
        case Calculation::AllIsNull:
            return m_numbers == 0 ? 1 : 0;
        case Calculation::AllIsZero:
            return m_numbers > 0 && m_allZero ? 1 : 0;
        default:
            return std::nullopt;
        }
    }

private:
    void add(ReducedCell cell, NullsAs nulls)
    {
        m_droppedTo = 0;
        if (cell.kind == ReducedCell::Kind::Null) {
            if (nulls == NullsAs::Ignored)
                return;
            if (nulls == NullsAs::Zero)
                cell = {ReducedCell::Kind::Number, 0};
        }
        ++m_count;
        if (cell.kind == ReducedCell::Kind::Other)
            m_allZero = false;
        if (cell.kind == ReducedCell::Kind::Number && cell.number == cell.number)
            addNumber(cell.number);
    }

    void addNumber(double value)
    {
        m_sum += value;
        ++m_numbers;
        if (m_last)
            addNeighbour(value, *m_last);
        if (!m_first)
            m_first = value;
        m_last = value;
        m_max = !m_max || value > *m_max ? value : *m_max;
        m_min = !m_min || value < *m_min ? value : *m_min;
        if (value > 0)
            m_minAboveZero = !m_minAboveZero || value < *m_minAboveZero ? value : *m_minAboveZero;
        m_allZero = m_allZero && value == 0;
    }

    void addNeighbour(double value, double before)
    {
        const double step = value - before;
        m_step = !m_step || step < *m_step ? step : *m_step;
        if (before > value) {
            m_reset = true;
            m_droppedTo = value;
            return;
        }
        // Behind a reset the counter has counted from zero.
        m_delta += m_reset ? value : step;
        m_reset = false;
    }

    std::size_t m_count = 0;
    std::size_t m_numbers = 0;
    double m_sum = 0;
    double m_delta = 0;
    double m_droppedTo = 0; ///< of the row just added, where it was a reset
    std::optional<double> m_minAboveZero;
    std::optional<double> m_min;
    std::optional<double> m_max;
    std::optional<double> m_step;
    std::optional<double> m_first;
    std::optional<double> m_last;
    bool m_reset = false;
    bool m_allZero = true;
};

} // namespace sightglass
