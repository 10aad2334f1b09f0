// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <set>
#include <string>

namespace sightglass {

struct TargetConfig;
class SecretStore;
class Workspace;

/// Takes secrets out of the store when the target that they were for, or its use for them, is gone. GUI
/// thread.
class SecretSweeper : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this.
    SecretSweeper(Workspace *workspace, SecretStore *store, QObject *parent = nullptr);

    /// Takes out the secrets of what was to become a target and did not.
    void forget(const TargetConfig &target);

private:
    void sweep();
    void remove(const std::set<std::string> &keys);

    Workspace *m_workspace;
    SecretStore *m_store;
    std::set<std::string> m_keys; ///< of the targets there are
};

} // namespace sightglass
