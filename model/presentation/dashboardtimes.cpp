// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/dashboardtimes.h"

#include "model/presentation/timetext.h"
#include "model/variables/grafanainterval.h"

#include <algorithm>
#include <cstdlib>
#include <span>
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

/// A panel's own zones.
std::span<const std::string> zoneNamesOf(const PanelSpec &panel)
{
    return std::visit(
        [](const auto &options) -> std::span<const std::string> {
            if constexpr (requires { options.timezones; })
                return options.timezones;
            else
                return {};
        },
        panel.options);
}

/// The zone that a panel calls so; invalid where it is not known.
QTimeZone zoneCalled(const std::string &name, const QTimeZone &dashboards)
{
    if (name.empty())
        return dashboards;
    return name == "browser" ? QTimeZone::systemTimeZone() : namedZone(name);
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
    const std::span<const std::string> names = zoneNamesOf(panel);
    const QTimeZone own = names.empty() ? dashboards : zoneCalled(names.front(), dashboards);
    return own.isValid() ? own : dashboards;
}

std::vector<QTimeZone> furtherZonesOf(const PanelSpec &panel, const QTimeZone &dashboards)
{
    constexpr std::size_t most = 5; // the plot needs the room
    const std::span<const std::string> names = zoneNamesOf(panel);
    std::vector<QTimeZone> zones{zoneOf(panel, dashboards)};
    for (std::size_t i = 1; i < names.size() && zones.size() <= most; ++i) {
        const QTimeZone zone = zoneCalled(names[i], dashboards);
        if (zone.isValid() && std::ranges::find(zones, zone) == zones.end())
            zones.push_back(zone);
    }
    zones.erase(zones.begin());
    return zones;
}

PanelZones panelZones(const QTimeZone &dashboards)
{
    return [dashboards](const PanelSpec &panel) { return zoneRule(zoneOf(panel, dashboards)); };
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
        for (const std::string &name : zoneNamesOf(panel)) {
            if (name.empty() || zoneCalled(name, QTimeZone()).isValid())
                continue;
            const bool first = &name == &zoneNamesOf(panel).front();
            losses.push_back({{},
                              std::strtoll(panel.id.c_str(), nullptr, 10),
                              panel.title,
                              "panel/options/timezone",
                              first ? "This time zone is not known: the dashboard's is taken."
                                    : "This time zone is not known: the axis has no times of it.",
                              LossKind::Ours});
        }
    }
    return losses;
}

} // namespace sightglass
