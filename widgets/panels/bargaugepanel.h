// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/panelview.h"

namespace sightglass {

/// A horizontal bar for each series, the largest value first.
class BarGaugePanel;

} // namespace sightglass
