// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assist/alertmarks.h"

#include "model/assist/showingpanels.h"

#include <algorithm>
#include <iterator>

namespace sightglass {

AnnotationMarks alertMarksOf(const PanelSpec &panel, const AnnotationMarks &marks,
                             std::span<const RuleStatus> rules, std::span<const RuleStatus> own)
{
    AnnotationMarks shown;
    if (marks.empty())
        return shown;
    const PanelSelectors selectors(panel);
    const bool selectsAlerts = selectors.selects("ALERTS");
    const auto isShown = [&](const AnnotationMark &mark) {
        const std::string_view name = mark.series.value("alertname");
        const auto isOf = [name](const RuleStatus &status) { return status.rule->name == name; };
        if (selectsAlerts && selectors.shows(mark.series))
            return true;
        if (std::ranges::find(panel.alerts, name) != panel.alerts.end() && std::ranges::any_of(own, isOf))
            return true;
        return std::ranges::any_of(rules, [&](const RuleStatus &status) {
            return isOf(status) && status.rule->expr != nullptr &&
                   selectors.isAbout(*status.rule->expr, mark.series);
        });
    };
    std::ranges::copy_if(marks, std::back_inserter(shown), isShown);
    return shown;
}

} // namespace sightglass
