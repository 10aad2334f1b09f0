// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/secretsweeper.h"

#include "model/presentation/workspace.h"
#include "model/scrape/clientsecrets.h"
#include "model/scrape/secretstore.h"

#include <utility>

namespace sightglass {

SecretSweeper::SecretSweeper(Workspace *workspace, SecretStore *store, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_store(store)
{
    connect(workspace, &Workspace::targetsChanged, this, &SecretSweeper::sweep);
    sweep();
}

void SecretSweeper::sweep()
{
    std::set<std::string> keys;
    for (const TargetConfig &target : m_workspace->targets())
        keys.merge(secretKeys(target.client));
    for (const std::string &before : std::exchange(m_keys, keys)) {
        // Where it cannot be taken out there is nothing that the user could do about it here.
        if (!keys.contains(before))
            m_store->remove(before, this, [](const Status &) {});
    }
}

} // namespace sightglass
