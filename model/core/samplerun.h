// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"

#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace sightglass {

/// Samples of one series, ascending in time, as a value whose copies share their memory. One that goes on
/// from another (see movedOn()) writes behind it in the same memory, where nobody has done so yet: what a
/// live chart asks for at every tick differs from what it had by one sample, and costs one sample.
///
/// What a run shows never changes but through its own members. Copies may be used in several threads at once,
/// and each may be moved on there.
class SampleRun
{
public:
    using value_type = Sample;
    using const_iterator = const Sample *;
    using const_reverse_iterator = std::reverse_iterator<const_iterator>;

    SampleRun() noexcept = default;
    /// Takes over the vector's memory.
    SampleRun(std::vector<Sample> samples);
    SampleRun(std::initializer_list<Sample> samples)
        : SampleRun(std::vector<Sample>(samples))
    {}

    [[nodiscard]] const Sample *data() const noexcept { return m_data; }
    [[nodiscard]] std::size_t size() const noexcept { return m_size; }
    [[nodiscard]] bool empty() const noexcept { return m_size == 0; }
    [[nodiscard]] const_iterator begin() const noexcept { return m_data; }
    [[nodiscard]] const_iterator end() const noexcept { return m_data + m_size; }
    [[nodiscard]] const_reverse_iterator rbegin() const noexcept { return const_reverse_iterator(end()); }
    [[nodiscard]] const_reverse_iterator rend() const noexcept { return const_reverse_iterator(begin()); }
    [[nodiscard]] const Sample &operator[](std::size_t i) const noexcept { return m_data[i]; }
    [[nodiscard]] const Sample &front() const noexcept { return m_data[0]; }
    [[nodiscard]] const Sample &back() const noexcept { return m_data[m_size - 1]; }
    [[nodiscard]] std::vector<Sample> toVector() const { return {begin(), end()}; }

    /// Samples [first, last) of this one with `more` behind them. Shares the memory unless another run has
    /// gone on from the same place, samples were cut off at the end, or there is no room left.
    [[nodiscard]] SampleRun movedOn(std::size_t first, std::size_t last, std::span<const Sample> more) const;

    void push_back(const Sample &sample) { *this = movedOn(0, m_size, {&sample, 1}); }
    void clear() noexcept { *this = SampleRun(); }
    /// Cut to the first so many; count <= size().
    void resize(std::size_t count) noexcept { m_size = count; }

    template<typename Predicate>
    void eraseIf(const Predicate &predicate)
    {
        std::vector<Sample> samples = toVector();
        std::erase_if(samples, predicate);
        *this = std::move(samples);
    }
    /// The samples to be changed: in memory of this run's own from now on.
    [[nodiscard]] std::span<Sample> edit();

    friend bool operator==(const SampleRun &a, const SampleRun &b) noexcept;

private:
    struct Memory;

    std::shared_ptr<Memory> m_memory;
    const Sample *m_data = nullptr; ///< into the memory
    std::size_t m_size = 0;
};

} // namespace sightglass
