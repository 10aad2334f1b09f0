// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/rankedselection.h"

#include <algorithm>
#include <cmath>

namespace sightglass {

// The heap is Go's container/heap step by step: which of several equal values stays follows from its moves.

bool RankedSelection::worse(double a, double b) const noexcept
{
    if (std::isnan(a))
        return true;
    return m_rank == Rank::Top ? a < b : a > b;
}

void RankedSelection::siftUp(std::size_t at)
{
    while (at > 0) {
        const std::size_t parent = (at - 1) / 2;
        if (!worse(m_heap[at].value, m_heap[parent].value))
            return;
        std::swap(m_heap[at], m_heap[parent]);
        at = parent;
    }
}

void RankedSelection::siftDown(std::size_t at)
{
    for (;;) {
        const std::size_t left = 2 * at + 1;
        if (left >= m_heap.size())
            return;
        std::size_t child = left;
        if (left + 1 < m_heap.size() && worse(m_heap[left + 1].value, m_heap[left].value))
            child = left + 1;
        if (!worse(m_heap[child].value, m_heap[at].value))
            return;
        std::swap(m_heap[at], m_heap[child]);
        at = child;
    }
}

void RankedSelection::push(Entry entry)
{
    m_heap.push_back(entry);
    siftUp(m_heap.size() - 1);
}

const std::vector<std::size_t> &RankedSelection::pick(std::size_t k, const Value &vector,
                                                      const Grouping::Group &group, std::size_t step)
{
    m_heap.clear();
    for (const std::size_t member : group.members) {
        const double value = vector.series[member].points[step];
        if (isAbsent(value))
            continue;
        if (m_heap.size() < k) {
            push({value, member});
            continue;
        }
        Entry &worst = m_heap.front();
        const bool better = m_rank == Rank::Top ? worst.value < value : worst.value > value;
        if (better || (std::isnan(worst.value) && !std::isnan(value))) {
            worst = {value, member};
            siftDown(0);
        }
    }
    std::stable_sort(m_heap.begin(), m_heap.end(), [this](const Entry &a, const Entry &b) {
        if (std::isnan(a.value) || std::isnan(b.value))
            return std::isnan(b.value) && !std::isnan(a.value);
        return worse(b.value, a.value);
    });
    m_picked.clear();
    for (const Entry &entry : m_heap)
        m_picked.push_back(entry.series);
    return m_picked;
}

} // namespace sightglass
