// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alerts/silencetime.h"

#include "model/presentation/timetext.h"
#include "parser/base/durationtext.h"

namespace sightglass {

namespace {

constexpr std::int64_t longestMs = 10LL * 366 * 24 * 3600 * 1000;

} // namespace

std::optional<TimestampMs> parseUntil(const QString &text, TimestampMs now, const QTimeZone &zone)
{
    QString typed = text.trimmed();
    const auto duration = parseDurationMs(typed.remove(QLatin1Char(' ')).toStdString());
    if (duration)
        return *duration > 0 && *duration <= longestMs ? std::optional(now + *duration) : std::nullopt;
    const auto time = parseTime(text.trimmed(), now, zone, TimeEdge::To);
    return time && *time > now ? time : std::nullopt;
}

} // namespace sightglass
