// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace sightglass {

/// The texts of autoTextTemplate() (model/dashboard/autotexts.cpp), for lupdate, which sees no more than
/// string literals. A test holds the two lists to each other.
inline constexpr const char *autoDashboardStrings[] = {
    QT_TRANSLATE_NOOP("autodashboard", "At a glance"),
    QT_TRANSLATE_NOOP("autodashboard", "Other"),
    QT_TRANSLATE_NOOP("autodashboard", "Process and runtime"),
    QT_TRANSLATE_NOOP("autodashboard", "More metrics"),
    QT_TRANSLATE_NOOP("autodashboard", "Unchanged so far"),
    //: heading of metrics that had not changed before
    QT_TRANSLATE_NOOP("autodashboard", "Began to change"),
    QT_TRANSLATE_NOOP("autodashboard", "About"),
    QT_TRANSLATE_NOOP("autodashboard", "Everything else"),
    QT_TRANSLATE_NOOP("autodashboard", "Errors"),
    QT_TRANSLATE_NOOP("autodashboard", "Uptime"),
    QT_TRANSLATE_NOOP("autodashboard", "Memory"),
    QT_TRANSLATE_NOOP("autodashboard", "CPU"),
    QT_TRANSLATE_NOOP("autodashboard", "Errors, drops and failures"),
    QT_TRANSLATE_NOOP("autodashboard", "Sizes"),
    QT_TRANSLATE_NOOP("autodashboard", "Smaller sizes"),
    QT_TRANSLATE_NOOP("autodashboard", "Durations"),
    QT_TRANSLATE_NOOP("autodashboard", "Smaller durations"),
    QT_TRANSLATE_NOOP("autodashboard", "Bytes"),
    QT_TRANSLATE_NOOP("autodashboard", "Smaller bytes"),
    QT_TRANSLATE_NOOP("autodashboard", "Packets"),
    QT_TRANSLATE_NOOP("autodashboard", "Smaller packets"),
    QT_TRANSLATE_NOOP("autodashboard", "Share of time"),
    QT_TRANSLATE_NOOP("autodashboard", "Smaller share of time"),
    QT_TRANSLATE_NOOP("autodashboard", "Rates"),
    QT_TRANSLATE_NOOP("autodashboard", "Smaller rates"),
    QT_TRANSLATE_NOOP("autodashboard", "Values"),
    QT_TRANSLATE_NOOP("autodashboard", "Smaller values"),
    //: %1 a title, %2 how many metrics are drawn of %3
    QT_TRANSLATE_NOOP("autodashboard", "%1 (%2 of %3)"),
    //: by how much the clock of the watched machine is behind this one's
    QT_TRANSLATE_NOOP("autodashboard", "Clock behind ours"),
    //: title of an age; %1 is a metric's name, e.g. "boot time"
    QT_TRANSLATE_NOOP("autodashboard", "Since %1"),
    //: %1 is a metric's name
    QT_TRANSLATE_NOOP("autodashboard", "%1 (mean)"),
    //: instead of a number of errors: there were none in the range shown
    QT_TRANSLATE_NOOP("autodashboard", "none"),
};

} // namespace sightglass
