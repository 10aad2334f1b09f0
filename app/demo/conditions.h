// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/job.h"

namespace sightglass::demo {

/// The observer's rules: which actions an event asks for, given what is known about its entity. An empty list
/// means that nothing is to be done; no list at all, that the payload is not JSON or lacks a known kind or a
/// number as its amount, so that the conditions cannot be decided.
[[nodiscard]] std::optional<std::vector<ActionType>> actionsFor(const Event &event, const Entity &entity);

} // namespace sightglass::demo
