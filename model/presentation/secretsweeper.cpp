// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/secretsweeper.h"

#include "model/presentation/workspace.h"
#include "model/scrape/clientsecrets.h"
#include "model/scrape/secretstore.h"

#include <utility>

namespace sightglass {

SecretSweeper::SecretSweeper(Workspace *workspace, SecretStore *store, KeysInUse inUse, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_store(store)
    , m_inUse(std::move(inUse))
{
    connect(workspace, &Workspace::targetsChanged, this, &SecretSweeper::sweep);
    sweep();
}

void SecretSweeper::forget(const TargetConfig &target)
{
    remove(secretKeys(target.client));
}

void SecretSweeper::sweep()
{
    std::set<std::string> keys;
    for (const TargetConfig &target : m_workspace->targets())
        keys.merge(secretKeys(target.client));
    remove(std::exchange(m_keys, std::move(keys)));
}

void SecretSweeper::remove(std::set<std::string> keys)
{
    std::erase_if(keys, [this](const std::string &key) { return m_keys.contains(key); });
    if (keys.empty())
        return;
    const std::set<std::string> inUse = m_inUse ? m_inUse() : std::set<std::string>();
    // Where one cannot be taken out there is nothing that the user could do about it here.
    for (const std::string &key : keys) {
        if (!inUse.contains(key))
            m_store->remove(key, this, [](const Status &) {});
    }
}

} // namespace sightglass
