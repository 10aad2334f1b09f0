// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serve/workspaceserver.h"

namespace sightglass {

void serveWorkspace(ApiServer &server, Workspace &workspace)
{
    QObject::connect(&workspace, &Workspace::ticked, &server,
                     [&server](const CollectorTick &tick) { server.setTick(tick); });
    const auto drop = [&server, &workspace] {
        server.setDroppedTargets(workspace.droppedTargets());
        if (workspace.lastTick().snapshot)
            server.setTick(workspace.lastTick());
    };
    QObject::connect(&workspace, &Workspace::droppedTargetsChanged, &server, drop);
    drop();
}

} // namespace sightglass
