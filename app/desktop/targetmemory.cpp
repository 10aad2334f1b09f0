// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/targetmemory.h"

#include <QUuid>

namespace sightglass {

TargetMemory::TargetMemory(WindowSettings *settings, std::vector<TargetConfig> fromCommandLine)
    : m_settings(settings)
    , m_initial(std::move(fromCommandLine))
{
    if (m_initial.empty()) {
        m_initial = m_settings->targets();
        return;
    }
    m_hidden = m_settings->targets();
    for (TargetConfig &target : m_initial) {
        target.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        m_temporary.insert(target.id);
    }
}

void TargetMemory::remember(const std::vector<TargetConfig> &shown)
{
    std::vector<TargetConfig> kept = m_hidden;
    for (const TargetConfig &target : shown) {
        if (!m_temporary.contains(target.id))
            kept.push_back(target);
    }
    m_settings->setTargets(kept);
}

} // namespace sightglass
