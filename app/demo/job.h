// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/action.h"
#include "app/demo/entity.h"

#include <vector>

namespace sightglass::demo {

/// An event whose conditions held, and what remains to be done about it.
struct Job
{
    Event event;
    EntityPtr entity;
    /// Still to be done, in this order; what succeeded is removed, so that a retry does not do it again.
    std::vector<ActionType> actions;
    /// Tries that failed since the job was queued or came back from the dead letters.
    unsigned failures = 0;
    /// How often it came back from the dead letters.
    unsigned redrives = 0;
    /// When its event arrived.
    TimePoint received{};
};

} // namespace sightglass::demo
