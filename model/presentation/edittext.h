// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/editing/dashboardedit.h"

#include <QString>

namespace sightglass {

/// What a step of editing did: "Move “CPU”". Plain, displayable, bounded.
[[nodiscard]] QString editText(const EditName &name);

} // namespace sightglass
