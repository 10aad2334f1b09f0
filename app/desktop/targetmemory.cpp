// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/targetmemory.h"

#include "model/scrape/findtarget.h"
#include "model/scrape/targetdocument.h"

#include <QUuid>

namespace sightglass {

TargetMemory::TargetMemory(WindowSettings *settings, std::vector<TargetConfig> fromCommandLine,
                           Otherwise otherwise, Commands commands)
    : m_settings(settings)
    , m_holdsCommands(commands == Commands::OfOwnSettings && !settings->isUsersOwn())
    , m_initial(std::move(fromCommandLine))
{
    if (m_initial.empty() && otherwise == Otherwise::Remembered) {
        m_initial = m_settings->targets(&m_problems);
        for (TargetConfig &target : m_initial) {
            m_own.insert(target.id);
            m_documents.insert(target.id, targetDocument(target));
            hold(target);
        }
        return;
    }
    for (TargetConfig &target : m_initial) {
        target.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        m_temporary.insert(target.id);
    }
}

void TargetMemory::hold(TargetConfig &target)
{
    if (!m_holdsCommands || !target.enabled || targetKind(target.url) != TargetKind::Command)
        return;
    m_held.insert(target.id);
    target.enabled = false;
}

TargetConfig TargetMemory::asRemembered(TargetConfig shown) const
{
    shown.enabled = shown.enabled || m_held.contains(shown.id);
    return shown;
}

TargetConfig TargetMemory::allowCommand(TargetConfig target)
{
    target = asRemembered(std::move(target));
    m_held.remove(target.id);
    return target;
}

void TargetMemory::remember(const std::vector<TargetConfig> &shown)
{
    // Another window may have written since: its targets are neither ours to forget nor to bring back, and
    // what it made of those that both show stays where we have changed nothing. Its passwords are in there.
    const std::vector<TargetConfig> remembered = m_settings->targets();
    std::vector<TargetConfig> kept;
    for (const TargetConfig &target : remembered) {
        if (findTarget(shown, target.id) == nullptr && !m_own.contains(target.id))
            kept.push_back(target);
    }
    for (const TargetConfig &target : shown) {
        if (m_temporary.contains(target.id) || !target.origin.isEmpty())
            continue;
        const TargetConfig own = asRemembered(target);
        const QString document = targetDocument(own);
        const bool isChanged = m_documents.value(target.id) != document;
        const TargetConfig *const now = isChanged ? &own : findTarget(remembered, target.id);
        if (now != nullptr)
            kept.push_back(*now);
        if (isChanged)
            m_documents.insert(target.id, document);
        m_own.insert(target.id);
    }
    m_settings->setTargets(kept);
}

std::vector<TargetConfig> TargetMemory::changedElsewhere(const std::vector<TargetConfig> &shown)
{
    std::vector<TargetConfig> changed;
    for (TargetConfig &target : m_settings->targets()) {
        const TargetConfig *const own = findTarget(shown, target.id);
        const auto known = m_documents.find(target.id);
        if (own == nullptr || known == m_documents.end() || targetDocument(asRemembered(*own)) != *known)
            continue;
        const QString document = targetDocument(target);
        if (document == *known)
            continue;
        *known = document;
        // A command that was let run is no leave for another one.
        const bool isSame = own->url == target.url && own->client.parameters == target.client.parameters;
        const bool isAllowed = !m_held.contains(target.id) && isSame;
        m_held.remove(target.id);
        if (!isAllowed)
            hold(target);
        changed.push_back(std::move(target));
    }
    return changed;
}

} // namespace sightglass
