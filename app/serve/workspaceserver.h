// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/serve/apiserver.h"
#include "model/presentation/workspace.h"

namespace sightglass {

/// From now on the server shows what the workspace knows, until one of them goes. Both live on one thread.
void serveWorkspace(ApiServer &server, Workspace &workspace);

} // namespace sightglass
