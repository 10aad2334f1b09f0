// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/heatmapcalculation.h"

#include "widgets/chart/numberticks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace sightglass {

namespace {

constexpr int standardColumns = 20;
constexpr int standardRows = 10;
constexpr double largest = std::numeric_limits<double>::max();
constexpr double beyondParts = 1e300;
constexpr double partOfLargest = 1e-3; ///< decimal, so that what is round in it is round
/// So many times in all are cells at most: a range has no more columns on any screen.
constexpr std::int64_t mostColumns = 4000;

constexpr std::int64_t second = 1000;
constexpr std::int64_t minute = 60 * second;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;
constexpr std::array<std::int64_t, 28> roundWidths{
    1,           2,        5,          10,         20,          50,          100,
    200,         500,      second,     2 * second, 5 * second,  10 * second, 15 * second,
    30 * second, minute,   2 * minute, 5 * minute, 10 * minute, 15 * minute, 30 * minute,
    hour,        2 * hour, 3 * hour,   6 * hour,   12 * hour,   day,         7 * day};

std::int64_t widthOf(const HeatmapSorting &sorting)
{
    const std::int64_t length = std::max<std::int64_t>(sorting.range.lengthMs(), 1);
    const std::int64_t least =
        std::max({sorting.stepMs, (length + mostColumns - 1) / mostColumns, std::int64_t{1}});
    if (sorting.cellMs && *sorting.cellMs >= 1 && *sorting.cellMs < 1e15)
        return std::max(static_cast<std::int64_t>(*sorting.cellMs), least);
    const int columns = std::max(sorting.columns.value_or(standardColumns), 1);
    const std::int64_t wanted = std::max((length + columns - 1) / columns, least);
    const auto *const round = std::ranges::lower_bound(roundWidths, wanted);
    return round != roundWidths.end() ? *round : (wanted + day - 1) / day * day;
}

/// The rows' grid: linear, or in powers.
class Rows
{
public:
    Rows(ValueRange values, const HeatmapSorting &sorting)
        : m_logBase(sorting.logBase && *sorting.logBase > 1 ? *sorting.logBase : 0)
        , m_part(std::max(std::fabs(values.low), std::fabs(values.high)) > beyondParts ? partOfLargest : 1)
    {
        const double low = scaled(values.low);
        const double high = scaled(values.high);
        const double span = std::max(high - low, 0.0);
        m_step = stepFor(span, std::max(std::fabs(low), std::fabs(high)), sorting);
        while (std::floor(high / m_step) - std::floor(low / m_step) + 1 > mostHeatmapRows)
            m_step *= 2;
        m_first = std::floor(low / m_step);
        m_count = static_cast<std::size_t>(std::floor(high / m_step) - m_first) + 1;
    }

    [[nodiscard]] std::size_t count() const { return m_count; }
    [[nodiscard]] std::size_t of(double value) const
    {
        const double row = std::floor(scaled(value) / m_step) - m_first;
        return static_cast<std::size_t>(std::clamp(row, 0.0, static_cast<double>(m_count - 1)));
    }
    [[nodiscard]] double begin(std::size_t row) const
    {
        const double at = (m_first + static_cast<double>(row)) * m_step;
        const double bound = m_logBase > 0 ? std::pow(m_logBase, at) : at / m_part;
        return std::clamp(bound, -largest, largest);
    }

private:
    [[nodiscard]] double scaled(double value) const
    {
        return m_logBase > 0 ? std::log(value) / std::log(m_logBase) : value * m_part;
    }
    [[nodiscard]] double stepFor(double span, double size, const HeatmapSorting &sorting) const
    {
        if (m_logBase > 0) {
            const double parts = sorting.rows && *sorting.rows > 0 ? *sorting.rows : 1;
            return sorting.rowSize && *sorting.rowSize > 0 ? *sorting.rowSize : 1 / parts;
        }
        // Finer than this a row would have no width.
        const double least = std::max(size * 1e-12, 1e-290);
        if (sorting.rowSize && *sorting.rowSize > 0)
            return std::max(*sorting.rowSize * m_part, least);
        const int rows = std::max(sorting.rows.value_or(standardRows), 1);
        return span > 0 ? std::max(roundStep(span / rows, NumberBase::Decimal), least) : 1;
    }

    double m_logBase;
    double m_part; ///< of the largest numbers a part is counted, so that differences are numbers
    double m_step = 1;
    double m_first = 0;
    std::size_t m_count = 1;
};

TimestampMs endOfCell(TimestampMs t, std::int64_t width)
{
    return (t > 0 ? (t - 1) / width + 1 : t / width) * width;
}

} // namespace

HeatmapData calculatedHeatmap(const std::vector<std::span<const Sample>> &series,
                              const HeatmapSorting &sorting)
{
    const bool isLog = sorting.logBase && *sorting.logBase > 1;
    const auto counts = [isLog](double value) { return std::isfinite(value) && (!isLog || value > 0); };
    HeatmapData data;
    data.cellMs = widthOf(sorting);
    std::optional<ValueRange> values;
    for (const auto &samples : series) {
        for (const Sample &sample : samples) {
            if (!counts(sample.v))
                continue;
            values = values ? ValueRange{std::min(values->low, sample.v), std::max(values->high, sample.v)}
                            : ValueRange{sample.v, sample.v};
            data.times.push_back(endOfCell(sample.t, data.cellMs));
        }
        std::ranges::sort(data.times);
        data.times.erase(std::unique(data.times.begin(), data.times.end()), data.times.end());
    }
    if (!values)
        return data;
    const Rows rows(*values, sorting);
    for (std::size_t row = 0; row < rows.count(); ++row)
        data.rows.push_back({rows.begin(row), rows.begin(row + 1)});
    data.counts.assign(data.times.size() * rows.count(), 0);
    for (const auto &samples : series) {
        for (const Sample &sample : samples) {
            if (!counts(sample.v))
                continue;
            const auto time = std::ranges::lower_bound(data.times, endOfCell(sample.t, data.cellMs));
            data.counts[static_cast<std::size_t>(time - data.times.begin()) * rows.count() +
                        rows.of(sample.v)] += 1;
        }
    }
    return data;
}

} // namespace sightglass
