// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/panelview.h"

namespace sightglass {

/// The series of an instant query as rows: the labels that tell them apart, and their values.
class TablePanel;

} // namespace sightglass
