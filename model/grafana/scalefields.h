// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/graphconfig.h"

namespace sightglass::grafana {

template<typename Io>
void describe(Io &io, ScaleDistribution &scale)
{
    io.field("type", scale.kind, ScaleKind::Linear);
    io.field("log", scale.logBase, 2.0);
    io.field("linearThreshold", scale.linearThreshold, 1.0);
}

} // namespace sightglass::grafana
