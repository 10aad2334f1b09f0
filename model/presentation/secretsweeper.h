// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <set>
#include <string>

namespace sightglass {

struct TargetConfig;
class SecretStore;
class Workspace;

/// Takes secrets out of the store when the target that they were for, or its use for them, is gone. Sweeps
/// whenever the workspace's targets change, after all that is connected to that signal already. GUI thread.
class SecretSweeper : public QObject
{
    Q_OBJECT

public:
    /// Keys that are in use elsewhere, at this moment.
    using KeysInUse = std::function<std::set<std::string>()>;

    /// `workspace` and `store` outlive this, and what `inUse` asks; empty: there is nobody else.
    SecretSweeper(Workspace *workspace, SecretStore *store, KeysInUse inUse = {}, QObject *parent = nullptr);

    /// Takes out the secrets of what was to become a target and did not.
    void forget(const TargetConfig &target);

private:
    void sweep();
    void remove(std::set<std::string> keys);

    Workspace *m_workspace;
    SecretStore *m_store;
    KeysInUse m_inUse;
    std::set<std::string> m_keys; ///< of the targets there are
};

} // namespace sightglass
