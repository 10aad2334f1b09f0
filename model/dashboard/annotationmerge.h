// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/queryresult.h"
#include "model/storage/snapshot.h"

#include <vector>

namespace sightglass {

/// Adds those of `more` that are not among `all`. Remarks that differ in their numbers only are one: each
/// piece of an evaluation says how much it had to mend.
void addNewAnnotations(std::vector<Annotation> &all, std::vector<Annotation> more);

/// Whether it doubts by the name alone, as Prometheus does, that a metric is a counter whose TYPE line says
/// that it is one.
[[nodiscard]] bool isDoubtOfCounter(const Annotation &annotation, const Snapshot &snapshot);

} // namespace sightglass
