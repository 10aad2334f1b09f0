// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/labels.h"

#include <unordered_set>

namespace sightglass {

/// The labels of alerts that silences or inhibition keep from being told: they are shown, and counted apart.
using QuietAlerts = std::unordered_set<Labels, LabelsHash>;

} // namespace sightglass
