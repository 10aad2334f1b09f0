// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/panelspec.h"

namespace sightglass {

/// Gives each query without a refId the first letter (A … Z, AA …) that none has.
void nameQueries(PanelSpec &panel);

} // namespace sightglass
