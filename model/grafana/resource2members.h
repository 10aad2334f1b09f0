// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/grafana/fieldsource.h"

namespace sightglass::grafana {

/// Tells and keeps what the migration left over of a resource of version 2, see leftOfResource2: of the
/// dashboard, or of the panel, that `source` reads. Features are "resource2/fillScreen".
void readLeftOfResource2(FieldSource &source);

} // namespace sightglass::grafana
