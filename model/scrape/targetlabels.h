// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/labels.h"

#include <vector>

namespace sightglass {

/// Puts the target's labels onto an exposed series as honor_labels: false does (scraping reference, section
/// 4): the target's value wins; an exposed non-empty value moves to exported_<name>, with the prefix repeated
/// until the name is free, shortest names first; an exposed empty value goes.
void applyTargetLabels(std::vector<Label> &exposed, const Labels &target);

/// The same as honor_labels: true does: what is exposed wins, even where its value is empty (the series then
/// goes without that label).
void addTargetLabels(std::vector<Label> &exposed, const Labels &target);

} // namespace sightglass
