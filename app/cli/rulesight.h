// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/rule.h"
#include "model/core/timerange.h"
#include "model/storage/snapshot.h"

#include <optional>
#include <string>

namespace sightglass {

/// The first selector of a rule, as Prometheus prints it, where nothing was there that any of them selects:
/// then that the rule is quiet tells nothing. Nothing where there was something, and of rules that look at no
/// series or at the absence of some.
[[nodiscard]] std::optional<std::string> blindSelector(const Rule &rule, const Snapshot &snapshot,
                                                       TimeRange range);

} // namespace sightglass
