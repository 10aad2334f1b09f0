// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/queryresult.h"

#include <vector>

namespace sightglass {

/// Adds those of `more` that are not among `all`. Remarks that differ in their numbers only are one: each
/// piece of an evaluation says how much it had to mend.
void addNewAnnotations(std::vector<Annotation> &all, std::vector<Annotation> more);

} // namespace sightglass
