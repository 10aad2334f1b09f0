// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/dashboardtime.h"

#include "app/desktop/timedriver.h"
#include "model/presentation/dashboardtimes.h"
#include "model/presentation/timetext.h"

#include <variant>

namespace sightglass {

namespace {

bool isInWords(const QString &text)
{
    return text.trimmed().startsWith(QLatin1String("now"), Qt::CaseInsensitive);
}

/// Of the words that mean a range.
enum class Kind : unsigned char
{
    None,
    Length,
    Words,
    Fixed
};

Kind kindOf(const RelativeRange &range, TimestampMs now, TimeWish &wish)
{
    const auto read = parseTimeRange(range.from, range.to, now, range.zone, range.calendar);
    const auto *found = std::get_if<TimeWish>(&read);
    if (found == nullptr)
        return Kind::None;
    wish = *found;
    if (wish.liveMs)
        return Kind::Length;
    return isInWords(range.from) && isInWords(range.to) ? Kind::Words : Kind::Fixed;
}

} // namespace

bool choose(TimeSelection &selection, const RelativeRange &range, TimestampMs now)
{
    TimeWish wish;
    switch (kindOf(range, now, wish)) {
    case Kind::None:
        return false;
    case Kind::Length:
        selection.setLength(*wish.liveMs);
        break;
    case Kind::Words:
        selection.setRelative(range, now);
        break;
    case Kind::Fixed:
        selection.zoomTo(wish.range, std::max(now, wish.range.to), 0);
        break;
    }
    return true;
}

void showRange(TimeDriver &driver, const RelativeRange &range)
{
    TimeWish wish;
    switch (kindOf(range, driver.shownNow(), wish)) {
    case Kind::None:
        break;
    case Kind::Length:
        driver.setLength(*wish.liveMs);
        break;
    case Kind::Words:
        driver.setRelative(range);
        break;
    case Kind::Fixed:
        driver.zoomTo(wish.range);
        break;
    }
}

TimeSelection timeOf(const DashboardSpec &dashboard, const QTimeZone &zone, TimestampMs now)
{
    TimeSelection selection(dashboard.defaultRangeMs);
    if (!dashboard.timeFrom.empty() || !dashboard.timeTo.empty())
        choose(selection,
               {QString::fromStdString(dashboard.timeFrom), QString::fromStdString(dashboard.timeTo), zone,
                calendarOf(dashboard)},
               now);
    selection.forgetSteps();
    return selection;
}

bool isSameTime(const DashboardSpec &a, const DashboardSpec &b)
{
    return a.timeFrom == b.timeFrom && a.timeTo == b.timeTo && a.defaultRangeMs == b.defaultRangeMs;
}

} // namespace sightglass
