// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/faultmodel.h"

#include <cmath>

namespace sightglass::demo {

namespace {

constexpr double spread = 1.2;
constexpr double stragglerShare = 0.01;
constexpr double stragglerFactor = 12;
/// A declined request is declined by a front door, not by the slow service behind it.
constexpr double rejectFactor = 0.2;

double medianMilliseconds(ActionType type)
{
    switch (type) {
    case ActionType::Webhook:
        return 4;
    case ActionType::Slack:
        return 12;
    case ActionType::Email:
        return 22;
    case ActionType::Sms:
        return 35;
    case ActionType::Push:
        return 3;
    case ActionType::Search:
    case ActionType::Cache:
        return 0;
    }
    return 0;
}

} // namespace

FaultModel::FaultModel(std::uint64_t seed)
    : m_random(seed)
{}

Treatment FaultModel::treat(ActionType type, const Faults &faults)
{
    std::uniform_real_distribution<double> uniform(0, 1);
    const double fate = uniform(m_random);
    if (fate < faults.hangShare)
        return {.answer = Treatment::Answer::Never};
    const bool rejected = fate < faults.hangShare + faults.rejectShare;
    std::lognormal_distribution<double> time(std::log(medianMilliseconds(type)), spread);
    double milliseconds = time(m_random) * faults.slowdown;
    if (uniform(m_random) < stragglerShare)
        milliseconds *= stragglerFactor;
    if (rejected)
        milliseconds *= rejectFactor;
    return {.answer = rejected ? Treatment::Answer::Reject : Treatment::Answer::Accept,
            .delay = Milliseconds(std::llround(milliseconds))};
}

} // namespace sightglass::demo
