// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <stop_token>

namespace sightglass {

/// Where rules whose expressions take long are evaluated, beside the thread that drives the engine.
class RuleExecutor
{
public:
    /// Ends soon after its token is stopped.
    using Job = std::function<void(std::stop_token)>;

    virtual ~RuleExecutor() = default;

    /// Runs the job on a thread of its own choice, then sees to it that RuleEngine::evaluateDue() is called
    /// again on the engine's. Called on the engine's thread.
    virtual void run(Job job) = 0;
};

} // namespace sightglass
