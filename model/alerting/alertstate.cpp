// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/alertstate.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace sightglass {

namespace {

/// A new alert where there was none or only a resolved one; else the present one with its newest value.
void activate(Alert &alert, ActiveAlert active, TimestampMs ts)
{
    if (alert.state == AlertState::Inactive)
        alert = Alert{std::move(active.labels), AlertState::Pending, {}, ts, {}, {}};
    alert.value = active.value;
    alert.annotations = std::move(active.annotations);
    alert.keepFiringSince.reset();
}

/// Firing depends on `for` alone: a reload that lengthens it takes a firing alert back to pending.
void ripen(Alert &alert, std::int64_t forMs, TimestampMs ts)
{
    const bool ripe = ts - alert.activeAt >= forMs;
    if (ripe && alert.state == AlertState::Pending) {
        alert.state = AlertState::Firing;
        alert.firedAt = ts;
    } else if (!ripe && alert.state == AlertState::Firing) {
        alert.state = AlertState::Pending;
        alert.firedAt.reset();
        alert.keepFiringSince.reset();
    }
}

enum class Fate : std::uint8_t
{
    Kept,
    Dropped
};

/// Whether keep_firing_for holds an alert whose condition is gone.
bool keepsFiring(Alert &alert, std::int64_t keepFiringForMs, TimestampMs ts)
{
    if (alert.state != AlertState::Firing || keepFiringForMs <= 0)
        return false;
    if (!alert.keepFiringSince)
        alert.keepFiringSince = ts;
    return ts - *alert.keepFiringSince < keepFiringForMs;
}

/// An alert whose condition no longer holds: a pending one vanishes, a firing one resolves and is kept for a
/// while.
Fate deactivate(Alert &alert, TimestampMs ts)
{
    if (alert.state == AlertState::Firing) {
        alert.state = AlertState::Inactive;
        alert.resolvedAt = ts;
        return Fate::Kept;
    }
    const bool lately = alert.resolvedAt && ts - *alert.resolvedAt <= resolvedRetentionMs;
    return alert.state == AlertState::Inactive && lately ? Fate::Kept : Fate::Dropped;
}

/// Collects what the walk over both sorted lists decides.
class StepBuilder
{
public:
    StepBuilder(const AlertHold &hold, TimestampMs ts)
        : m_hold(hold)
        , m_ts(ts)
    {}

    void present(Alert alert, ActiveAlert active)
    {
        const AlertState before = alert.state;
        activate(alert, std::move(active), m_ts);
        ripen(alert, m_hold.forMs, m_ts);
        note(alert, before);
        m_step.alerts.push_back(std::move(alert));
    }

    void absent(Alert alert)
    {
        const AlertState before = alert.state;
        if (keepsFiring(alert, m_hold.keepFiringForMs, m_ts)) {
            ripen(alert, m_hold.forMs, m_ts);
            note(alert, before);
            m_step.alerts.push_back(std::move(alert));
            return;
        }
        const Fate fate = deactivate(alert, m_ts);
        if (fate == Fate::Dropped)
            alert.state = AlertState::Inactive;
        note(alert, before);
        if (fate == Fate::Kept)
            m_step.alerts.push_back(std::move(alert));
    }

    AlertStep take() { return std::move(m_step); }

private:
    void note(const Alert &alert, AlertState before)
    {
        if (alert.state != before)
            m_step.changes.push_back({alert.labels, before, alert.state, alert.value, alert.annotations});
    }

    AlertHold m_hold;
    TimestampMs m_ts;
    AlertStep m_step;
};

/// Lets go of the longest resolved alerts above the limit: a rule whose label sets come and go would pile
/// them up.
void dropResolvedAbove(std::size_t limit, std::vector<Alert> &alerts)
{
    if (limit == 0 || alerts.size() <= limit)
        return;
    std::vector<TimestampMs> resolved;
    for (const Alert &alert : alerts) {
        if (alert.state == AlertState::Inactive)
            resolved.push_back(alert.resolvedAt.value_or(0));
    }
    std::size_t excess = std::min(alerts.size() - limit, resolved.size());
    if (excess == 0)
        return;
    const auto last = resolved.begin() + static_cast<std::ptrdiff_t>(excess - 1);
    std::nth_element(resolved.begin(), last, resolved.end());
    std::erase_if(alerts, [&excess, latest = *last](const Alert &alert) {
        const bool goes =
            excess > 0 && alert.state == AlertState::Inactive && alert.resolvedAt.value_or(0) <= latest;
        excess -= goes ? 1 : 0;
        return goes;
    });
}

} // namespace

AlertStep advance(std::vector<Alert> alerts, std::vector<ActiveAlert> active, const AlertHold &hold,
                  TimestampMs ts)
{
    std::sort(active.begin(), active.end(),
              [](const ActiveAlert &a, const ActiveAlert &b) { return a.labels < b.labels; });
    StepBuilder step(hold, ts);
    auto alert = alerts.begin();
    auto held = active.begin();
    while (alert != alerts.end() || held != active.end()) {
        if (held == active.end() || (alert != alerts.end() && alert->labels < held->labels)) {
            step.absent(std::move(*alert++));
        } else if (alert == alerts.end() || held->labels < alert->labels) {
            step.present(Alert{held->labels, AlertState::Inactive, {}, ts, {}, {}}, std::move(*held));
            ++held;
        } else {
            step.present(std::move(*alert++), std::move(*held));
            ++held;
        }
    }
    AlertStep done = step.take();
    dropResolvedAbove(hold.maxAlerts, done.alerts);
    return done;
}

AlertState worstState(std::span<const Alert> alerts) noexcept
{
    const auto worst = std::max_element(alerts.begin(), alerts.end(),
                                        [](const Alert &a, const Alert &b) { return a.state < b.state; });
    return worst == alerts.end() ? AlertState::Inactive : worst->state;
}

} // namespace sightglass
