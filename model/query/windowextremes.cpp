// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/windowextremes.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace sightglass {

namespace {

template<Extreme extreme>
[[nodiscard]] bool beats(double a, double b) noexcept
{
    return extreme == Extreme::Lowest ? a < b : a > b;
}

template<Extreme extreme>
[[nodiscard]] double better(double a, double b) noexcept
{
    return beats<extreme>(a, b) ? a : b;
}

template<Extreme extreme>
constexpr double worst = extreme == Extreme::Lowest ? std::numeric_limits<double>::infinity()
                                                    : -std::numeric_limits<double>::infinity();

/// Whether values that compare equal are equal bit for bit, and all do compare.
bool areSimple(const std::vector<double> &values) noexcept
{
    constexpr std::uint64_t minusZero = std::uint64_t{1} << 63U;
    std::uint64_t odd = 0;
    for (const double value : values)
        odd |= (std::bit_cast<std::uint64_t>(value) == minusZero ? 1U : 0U) | (value != value ? 1U : 0U);
    return odd == 0;
}

/// The samples between neighbouring borders of windows, which are seen by the same windows: all that counts
/// of them is their extreme. A window is a run of such segments.
class Segments
{
public:
    void cut(std::span<const Window> windows);

    template<Extreme extreme>
    void reduce(const std::vector<double> &values);

    [[nodiscard]] const std::vector<Window> &runs() const noexcept { return m_runs; }
    [[nodiscard]] double at(std::size_t segment) const noexcept { return m_extremes[segment]; }

private:
    std::vector<Window> m_windows;        ///< that were cut last
    std::vector<std::uint32_t> m_borders; ///< ascending
    std::vector<Window> m_runs;           ///< per window, as indices of segments
    std::vector<double> m_extremes;       ///< per segment
};

void Segments::cut(std::span<const Window> windows)
{
    // The series of a target have the same windows.
    const auto same = [](Window a, Window b) { return a.begin == b.begin && a.end == b.end; };
    if (std::equal(windows.begin(), windows.end(), m_windows.begin(), m_windows.end(), same))
        return;
    m_windows.assign(windows.begin(), windows.end());
    // Begins and ends both ascend: one pass merges them.
    m_borders.clear();
    std::size_t begin = 0;
    std::size_t end = 0;
    while (end < windows.size()) {
        const bool isBegin = begin < windows.size() && windows[begin].begin <= windows[end].end;
        const std::uint32_t border = isBegin ? windows[begin++].begin : windows[end++].end;
        if (m_borders.empty() || m_borders.back() != border)
            m_borders.push_back(border);
    }
    m_runs.clear();
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    for (const Window window : windows) {
        while (m_borders[first] < window.begin)
            ++first;
        while (m_borders[last] < window.end)
            ++last;
        m_runs.push_back({first, last});
    }
}

template<Extreme extreme>
void Segments::reduce(const std::vector<double> &values)
{
    m_extremes.clear();
    for (std::size_t i = 0; i + 1 < m_borders.size(); ++i) {
        double best = worst<extreme>;
        for (std::uint32_t k = m_borders[i]; k < m_borders[i + 1]; ++k)
            best = better<extreme>(values[k], best);
        m_extremes.push_back(best);
    }
}

/// A queue as two stacks: the front one keeps the extremes of all its suffixes, the back one only its own.
template<Extreme extreme>
void slide(const Segments &segments, Column &out)
{
    thread_local std::vector<double> suffixes;
    suffixes.clear();
    double back = worst<extreme>;
    std::uint32_t middle = 0; // suffixes[i] is that of the segments [i, middle)
    std::uint32_t entered = 0;
    const std::vector<Window> &runs = segments.runs();
    for (std::size_t step = 0; step < runs.size(); ++step) {
        const Window run = runs[step];
        for (; entered < run.end; ++entered)
            back = better<extreme>(segments.at(entered), back);
        if (run.size() == 0)
            continue;
        if (run.begin >= middle) {
            suffixes.resize(run.end);
            double best = worst<extreme>;
            for (std::uint32_t i = run.end; i-- > run.begin;)
                suffixes[i] = best = better<extreme>(segments.at(i), best);
            middle = run.end;
            back = worst<extreme>;
        }
        out[step] = better<extreme>(suffixes[run.begin], back);
    }
}

/// The general case by a monotonic queue of candidates: each sample enters and leaves once.
template<Extreme extreme>
void slideOdd(const std::vector<double> &values, std::span<const Window> windows, Column &out)
{
    thread_local std::vector<std::uint32_t> queue;
    queue.resize(values.size());
    std::size_t head = 0;
    std::size_t tail = 0;
    std::uint32_t entered = 0;
    for (std::size_t step = 0; step < windows.size(); ++step) {
        const Window window = windows[step];
        for (; entered < window.end; ++entered) {
            if (std::isnan(values[entered]))
                continue;
            while (tail > head && beats<extreme>(values[entered], values[queue[tail - 1]]))
                --tail;
            queue[tail++] = entered;
        }
        while (head < tail && queue[head] < window.begin)
            ++head;
        if (window.size() > 0)
            out[step] = head < tail ? values[queue[head]] : values[window.end - 1];
    }
}

template<Extreme extreme>
void extremes(const std::vector<double> &values, std::span<const Window> windows, Column &out)
{
    if (!areSimple(values)) {
        slideOdd<extreme>(values, windows, out);
        return;
    }
    thread_local Segments segments;
    segments.cut(windows);
    segments.reduce<extreme>(values);
    slide<extreme>(segments, out);
}

} // namespace

void extremesOfWindows(const std::vector<double> &values, std::span<const Window> windows, Extreme extreme,
                       Column &out)
{
    if (extreme == Extreme::Lowest)
        extremes<Extreme::Lowest>(values, windows, out);
    else
        extremes<Extreme::Highest>(values, windows, out);
}

} // namespace sightglass
