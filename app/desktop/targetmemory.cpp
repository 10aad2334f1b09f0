// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/targetmemory.h"

#include <QUuid>

#include <algorithm>

namespace sightglass {

TargetMemory::TargetMemory(WindowSettings *settings, std::vector<TargetConfig> fromCommandLine,
                           Otherwise otherwise)
    : m_settings(settings)
    , m_initial(std::move(fromCommandLine))
{
    if (m_initial.empty() && otherwise == Otherwise::Remembered) {
        m_initial = m_settings->targets(&m_problems);
        for (const TargetConfig &target : m_initial)
            m_own.insert(target.id);
        return;
    }
    for (TargetConfig &target : m_initial) {
        target.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        m_temporary.insert(target.id);
    }
}

void TargetMemory::remember(const std::vector<TargetConfig> &shown)
{
    // Another window may have written since: its targets are neither ours to forget nor to bring back.
    std::vector<TargetConfig> kept;
    for (const TargetConfig &target : m_settings->targets()) {
        const bool isShown = std::any_of(shown.begin(), shown.end(),
                                         [&](const TargetConfig &own) { return own.id == target.id; });
        if (!isShown && !m_own.contains(target.id))
            kept.push_back(target);
    }
    for (const TargetConfig &target : shown) {
        if (m_temporary.contains(target.id) || !target.origin.isEmpty())
            continue;
        kept.push_back(target);
        m_own.insert(target.id);
    }
    m_settings->setTargets(kept);
}

} // namespace sightglass
