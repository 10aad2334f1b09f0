// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/targetmemory.h"

#include "model/scrape/targetdocument.h"

#include <QUuid>

#include <algorithm>

namespace sightglass {

namespace {

const TargetConfig *findTarget(const std::vector<TargetConfig> &targets, const QString &id)
{
    const auto found = std::find_if(targets.begin(), targets.end(),
                                    [&id](const TargetConfig &target) { return target.id == id; });
    return found == targets.end() ? nullptr : &*found;
}

} // namespace

TargetMemory::TargetMemory(WindowSettings *settings, std::vector<TargetConfig> fromCommandLine,
                           Otherwise otherwise)
    : m_settings(settings)
    , m_initial(std::move(fromCommandLine))
{
    if (m_initial.empty() && otherwise == Otherwise::Remembered) {
        m_initial = m_settings->targets(&m_problems);
        for (const TargetConfig &target : m_initial) {
            m_own.insert(target.id);
            m_documents.insert(target.id, targetDocument(target));
        }
        return;
    }
    for (TargetConfig &target : m_initial) {
        target.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        m_temporary.insert(target.id);
    }
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
        const QString document = targetDocument(target);
        const bool isChanged = m_documents.value(target.id) != document;
        const TargetConfig *const now = isChanged ? &target : findTarget(remembered, target.id);
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
    for (const TargetConfig &target : m_settings->targets()) {
        const TargetConfig *const own = findTarget(shown, target.id);
        const auto known = m_documents.find(target.id);
        if (own == nullptr || known == m_documents.end() || targetDocument(*own) != *known)
            continue;
        const QString document = targetDocument(target);
        if (document == *known)
            continue;
        *known = document;
        changed.push_back(target);
    }
    return changed;
}

} // namespace sightglass
