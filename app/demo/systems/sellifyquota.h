// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/systems/metricspage.h"
#include "app/demo/systems/modeltimer.h"

#include <array>

namespace sightglass::demo {

/// How much Sellify may still send: so many a day or a week, counted anew when that is over. What is counted
/// never exceeds its limit, and only a reset takes it back.
class SellifyQuota
{
public:
    enum class Kind : std::uint8_t
    {
        Messages,
        Images,
        Videos
    };
    enum class ResetJob : std::uint8_t
    {
        Works,
        Fails ///< and is tried again until it works
    };

    /// Ends days and weeks; how many resets that took.
    double step(double seconds, ResetJob job);
    /// Takes so many, or what is left; how many that were. The rest are counted as limits reached.
    double take(Kind kind, double wanted);
    void put(MetricsPage &page) const;

    [[nodiscard]] double messagesToday() const noexcept { return m_messagesToday; }

private:
    double m_messagesToday = 0;
    double m_messagesWeek = 0;
    double m_imagesToday = 0;
    double m_videosWeek = 0;
    std::array<double, 3> m_limitsReached{}; ///< as Kind
    double m_dailyResets = 0;
    double m_weeklyResets = 0;
    // After its quiet quarter of an hour (ModelRunner) a demo shows both end within a minute.
    ModelTimer m_days{0.444};
    ModelTimer m_weeks{0.625};
    bool m_dayIsOver = false;
    bool m_weekIsOver = false;
};

} // namespace sightglass::demo
