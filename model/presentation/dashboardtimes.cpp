// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/dashboardtimes.h"
#include "model/presentation/timetext.h"
#include "model/variables/grafanainterval.h"

#include <cstdlib>
#include <string>
#include <utility>
#include <variant>

namespace sightglass {

namespace {

/// Any time: words are checked, not what they come to.
constexpr TimestampMs someTime = 1'763'733'600'000;

bool meansDuration(const std::string &text)
{
    return text.empty() || text == "auto" || text.find('$') != std::string::npos ||
           grafanaIntervalMs(text).has_value();
}

bool meansTimes(const DashboardSpec &dashboard)
{
    if (dashboard.timeFrom.empty() && dashboard.timeTo.empty())
        return true;
    const auto read = parseTimeRange(QString::fromStdString(dashboard.timeFrom),
                                     QString::fromStdString(dashboard.timeTo), someTime, QTimeZone::utc());
    const auto *problem = std::get_if<TimeWishProblem>(&read);
    return problem == nullptr || *problem == TimeWishProblem::Ahead;
}

/// Invalid where there is none of that name.
QTimeZone namedZone(const std::string &text)
{
    const QByteArray name = QByteArray::fromStdString(text);
    return name.compare("utc", Qt::CaseInsensitive) == 0 ? QTimeZone::utc() : QTimeZone(name);
}

/// The first of a panel's own zones, null where it has none.
const std::string *zoneNameOf(const PanelSpec &panel)
{
    return std::visit(
        [](const auto &options) -> const std::string * {
            if constexpr (requires { options.timezones; })
                return options.timezones.empty() ? nullptr : &options.timezones.front();
            else
                return nullptr;
        },
        panel.options);
}

} // namespace

QTimeZone zoneOf(const DashboardSpec &dashboard, const QTimeZone &chosen)
{
    if (dashboard.timezone.empty() || dashboard.timezone == "browser")
        return chosen;
    const QTimeZone own = namedZone(dashboard.timezone);
    return own.isValid() ? own : chosen;
}

QTimeZone zoneOf(const PanelSpec &panel, const QTimeZone &dashboards)
{
    const std::string *name = zoneNameOf(panel);
    if (name == nullptr || name->empty())
        return dashboards;
    const QTimeZone own = *name == "browser" ? QTimeZone::systemTimeZone() : namedZone(*name);
    return own.isValid() ? own : dashboards;
}

CalendarRules calendarOf(const DashboardSpec &dashboard)
{
    CalendarRules calendar;
    calendar.weekBegins = dashboard.weekStart == "sunday" ? 0 : dashboard.weekStart == "saturday" ? 6 : 1;
    constexpr int months = 12;
    if (dashboard.fiscalYearStartMonth > 0 && dashboard.fiscalYearStartMonth < months)
        calendar.fiscalStart = dashboard.fiscalYearStartMonth;
    return calendar;
}

std::vector<ImportLoss> timeLosses(const DashboardSpec &dashboard)
{
    std::vector<ImportLoss> losses;
    const auto lose = [&losses](std::string pointer, std::string reason) {
        losses.push_back({pointer, {}, {}, "dashboard" + pointer, std::move(reason), LossKind::Ours});
    };
    if (!meansTimes(dashboard))
        lose("/time", "These are no times: the usual range is shown.");
    if (!meansDuration(dashboard.refresh))
        lose("/refresh", "This is no duration: it is refreshed as data come in.");
    const bool saysZone = !dashboard.timezone.empty() && dashboard.timezone != "browser";
    if (saysZone && !zoneOf(dashboard, QTimeZone()).isValid())
        lose("/timezone", "This time zone is not known: the machine's is taken.");
    if (!meansDuration(dashboard.nowDelay))
        lose("/timepicker/nowDelay", "This is no duration: nothing is held back.");
    for (const PanelSpec &panel : dashboard.panels) {
        const std::string *name = zoneNameOf(panel);
        if (name != nullptr && !name->empty() && !zoneOf(panel, QTimeZone()).isValid())
            losses.push_back({{},
                              std::strtoll(panel.id.c_str(), nullptr, 10),
                              panel.title,
                              "panel/options/timezone",
                              "This time zone is not known: the dashboard's is taken.",
                              LossKind::Ours});
    }
    return losses;
}

} // namespace sightglass
