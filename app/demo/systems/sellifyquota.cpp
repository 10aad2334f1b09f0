// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/systems/sellifyquota.h"

#include <algorithm>
#include <utility>

namespace sightglass::demo {

namespace {

/// A day that a demo can wait for.
constexpr double daySeconds = 360;
constexpr double weekSeconds = 7 * daySeconds;

constexpr std::array<const char *, 3> kinds{"messages", "images", "videos"};
/// Messages and images a day, videos a week.
constexpr std::array<double, 3> limits{200, 60, 40};

} // namespace

double SellifyQuota::step(double seconds, ResetJob job)
{
    m_dayIsOver = m_days.times(seconds, daySeconds) > 0 || m_dayIsOver;
    m_weekIsOver = m_weeks.times(seconds, weekSeconds) > 0 || m_weekIsOver;
    if (job == ResetJob::Fails)
        return 0;
    double resets = 0;
    if (std::exchange(m_dayIsOver, false)) {
        m_messagesToday = 0;
        m_imagesToday = 0;
        ++m_dailyResets;
        ++resets;
    }
    if (std::exchange(m_weekIsOver, false)) {
        m_messagesWeek = 0;
        m_videosWeek = 0;
        ++m_weeklyResets;
        ++resets;
    }
    return resets;
}

double SellifyQuota::take(Kind kind, double wanted)
{
    const auto index = static_cast<std::size_t>(kind);
    double &used = *std::array{&m_messagesToday, &m_imagesToday, &m_videosWeek}.at(index);
    const double taken = std::min(wanted, limits.at(index) - used);
    used += taken;
    if (kind == Kind::Messages)
        m_messagesWeek += taken;
    m_limitsReached.at(index) += wanted - taken;
    return taken;
}

void SellifyQuota::put(MetricsPage &page) const
{
    page.gauge("quota_messages_today", "Messages that were sent today.").add({}, m_messagesToday);
    page.gauge("quota_messages_week", "Messages that were sent this week.").add({}, m_messagesWeek);
    page.gauge("quota_images_today", "Images that were sent today.").add({}, m_imagesToday);
    page.gauge("quota_videos_week", "Videos that were sent this week.").add({}, m_videosWeek);
    page.counter("quota_resets_total", "Times that quotas were counted anew.")
        .add({{"reset_type", "daily"}}, m_dailyResets)
        .add({{"reset_type", "weekly"}}, m_weeklyResets);
    const FamilyPage reached =
        page.counter("quota_limit_reached", "Times that something was not sent for its quota.");
    for (std::size_t i = 0; i < kinds.size(); ++i)
        reached.add({{"quota_type", kinds.at(i)}}, m_limitsReached.at(i));
}

} // namespace sightglass::demo
