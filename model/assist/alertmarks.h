// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/alert.h"
#include "model/dashboard/annotationmarks.h"
#include "model/dashboard/dashboardspec.h"

#include <span>

namespace sightglass {

/// Of the marks that alertAnnotation() finds those that a panel has, as Grafana shows alerts on the panel
/// that their rule belongs to: of rules that are about a metric that the panel selects, with the alert's
/// labels where its selectors ask for them (see PanelSelectors::isAbout()); of the rules that the panel
/// names, where they are its dashboard's `own` (see rulesOf()); and those that it selects as ALERTS. Of an
/// alert whose rule is not there nobody knows what it is about: it is in the lists of alerts alone.
[[nodiscard]] AnnotationMarks alertMarksOf(const PanelSpec &panel, const AnnotationMarks &marks,
                                           std::span<const RuleStatus> rules,
                                           std::span<const RuleStatus> own);

} // namespace sightglass
