// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/panelview.h"

namespace sightglass {

/// A radial gauge for each series.
class GaugePanel;

} // namespace sightglass
