// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/panelview.h"

namespace sightglass {

/// One big number for each series, coloured by its threshold, over a sparkline.
class StatPanel;

} // namespace sightglass
