// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/style/theme.h"

#include <QString>

namespace sightglass {

/// A style sheet for slim scroll bars without arrows on a panel's surface.
[[nodiscard]] QString slimScrollBars(const Theme &theme);

} // namespace sightglass
