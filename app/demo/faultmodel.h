// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/action.h"
#include "app/demo/scenario.h"

#include <random>

namespace sightglass::demo {

/// How a sink treats one request.
struct Treatment
{
    enum class Answer : std::uint8_t
    {
        Accept,
        Reject,
        Never
    };

    Answer answer = Answer::Accept;
    Milliseconds delay{0};
};

/// Makes the sinks behave like services in another data centre: answering times are log-normal around a
/// median of their own, now and then far longer, and faults add to that. Not thread-safe. The same seed gives
/// the same treatments.
class FaultModel
{
public:
    explicit FaultModel(std::uint64_t seed);

    [[nodiscard]] Treatment treat(ActionType type, const Faults &faults);

private:
    std::mt19937_64 m_random;
};

} // namespace sightglass::demo
