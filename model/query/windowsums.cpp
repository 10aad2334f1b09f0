// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/windowsums.h"

#include "model/query/windowrows.h"

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

std::size_t shortest(std::span<const Window> windows) noexcept
{
    return std::min_element(windows.begin(), windows.end(),
                            [](Window a, Window b) { return a.size() < b.size(); })
        ->size();
}

/// Forwards; windows of a query never go back.
bool beginAtEqualDistances(std::span<const Window> windows) noexcept
{
    if (windows[1].begin < windows[0].begin)
        return false;
    const std::uint32_t stride = windows[1].begin - windows[0].begin;
    for (std::size_t i = 2; i < windows.size(); ++i) {
        if (windows[i].begin - windows[i - 1].begin != stride)
            return false;
    }
    return true;
}

double largestIfPositive(std::span<const double> values) noexcept
{
    double largest = 0;
    double smallest = 0;
    for (const double value : values) {
        largest = std::max(largest, value);
        smallest = std::min(smallest, value);
    }
    return smallest < 0 ? HUGE_VAL : largest;
}

/// Windows at equal distances share rows of values.
void addShared(const SumKernel &kernel, const SumPart &part, WindowRows &rows)
{
    // Rows are worth their making only where windows overlap.
    const bool overlap = part.windows[1].begin - part.windows[0].begin < part.shared;
    if (!overlap || !beginAtEqualDistances(part.windows)) {
        kernel.addWindows(part);
    } else {
        const std::size_t first = part.windows[0].begin;
        const std::size_t stride = part.windows[1].begin - first;
        const std::size_t last = first + (SumKernel::chains - 1) * kernel.lanes * stride + part.shared;
        kernel.addRows(rows.rows(first, last, stride), stride, part);
    }
}

} // namespace

WindowSums::WindowSums(std::span<const double> values, SumWidth width)
    : m_values(values)
    , m_exact(values)
    , m_largest(largestIfPositive(values))
    , m_width(width)
{}

void WindowSums::of(std::span<const Window> windows, std::vector<KahanSum> &sums) const
{
    const SumKernel kernel =
        sumKernel(m_exact.usable() ? Compensation::Later : Compensation::PerValue, m_width);
    sums.assign(windows.size(), {});
    WindowRows rows(m_values, kernel.lanes);
    for (std::size_t next = 0, count = 0; next < windows.size(); next += count) {
        count = std::min(windows.size() - next, kernel.windows());
        const std::span<const Window> group = windows.subspan(next, count);
        std::size_t added = 0;
        if (count == kernel.windows()) {
            added = shortest(group);
            addShared(kernel, {m_values, group, added, m_largest, sums.data() + next}, rows);
        }
        for (std::size_t i = 0; i < count; ++i)
            finish(group[i], added, sums[next + i]);
    }
}

void WindowSums::finish(Window window, std::size_t added, KahanSum &sum) const
{
    const std::span<const double> rest = m_values.subspan(window.begin + added, window.size() - added);
    if (!m_exact.usable()) {
        for (const double value : rest)
            sum.add(value);
        return;
    }
    for (const double value : rest)
        sum.sum += value;
    sum.compensation = m_exact.compensation(window, sum.sum);
}

bool isSummable(const std::vector<double> &values) noexcept
{
    double magnitude = 0;
    for (const double value : values)
        magnitude += std::fabs(value);
    return magnitude < 1e300;
}

} // namespace sightglass
