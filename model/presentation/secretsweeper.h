// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <set>
#include <string>

namespace sightglass {

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

private:
    void sweep();

    Workspace *m_workspace;
    SecretStore *m_store;
    std::set<std::string> m_keys; ///< of the targets there are
};

} // namespace sightglass
