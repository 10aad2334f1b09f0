// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/alerthistory.h"

namespace sightglass {

AlertHistory::AlertHistory(std::size_t capacity)
    : m_capacity(capacity)
{}

void AlertHistory::add(std::span<const AlertTransition> transitions)
{
    for (const AlertTransition &transition : transitions) {
        m_transitions.push_back(transition);
        if (m_transitions.size() > m_capacity) {
            m_transitions.pop_front();
            ++m_dropped;
        }
    }
}

void AlertHistory::clear()
{
    m_transitions.clear();
    m_dropped = 0;
}

} // namespace sightglass
