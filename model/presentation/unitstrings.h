// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace sightglass {

/// The words that formatValue() writes (model/core/unitcatalogue.cpp), for lupdate, and the only ones that
/// valueText() looks up. A test holds them to the table of units; symbols that are the same in every language
/// are not here.
inline constexpr const char *unitStrings[] = {
    QT_TRANSLATE_NOOP("units", "true"),
    QT_TRANSLATE_NOOP("units", "false"),
    QT_TRANSLATE_NOOP("units", "True"),
    QT_TRANSLATE_NOOP("units", "False"),
    QT_TRANSLATE_NOOP("units", "Yes"),
    QT_TRANSLATE_NOOP("units", "No"),
    QT_TRANSLATE_NOOP("units", "On"),
    QT_TRANSLATE_NOOP("units", "Off"),
    //: relative humidity in percent
    QT_TRANSLATE_NOOP("units", "%H"),
    //: Durations, behind a number. "min" is one or less than one, "mins" are several.
    QT_TRANSLATE_NOOP("units", "mins"),
    QT_TRANSLATE_NOOP("units", "minute"),
    QT_TRANSLATE_NOOP("units", "minutes"),
    QT_TRANSLATE_NOOP("units", "hour"),
    QT_TRANSLATE_NOOP("units", "hours"),
    QT_TRANSLATE_NOOP("units", "day"),
    QT_TRANSLATE_NOOP("units", "days"),
    QT_TRANSLATE_NOOP("units", "week"),
    QT_TRANSLATE_NOOP("units", "weeks"),
    QT_TRANSLATE_NOOP("units", "month"),
    QT_TRANSLATE_NOOP("units", "months"),
    QT_TRANSLATE_NOOP("units", "year"),
    QT_TRANSLATE_NOOP("units", "years"),
    QT_TRANSLATE_NOOP("units", "second"),
    QT_TRANSLATE_NOOP("units", "seconds"),
    QT_TRANSLATE_NOOP("units", "millisecond"),
    QT_TRANSLATE_NOOP("units", "milliseconds"),
    //: years, on an axis
    QT_TRANSLATE_NOOP("units", "y"),
    //: packets per second
    QT_TRANSLATE_NOOP("units", "p/s"),
    //: counts per second
    QT_TRANSLATE_NOOP("units", "c/s"),
    //: operations per second
    QT_TRANSLATE_NOOP("units", "ops/s"),
    //: requests per second
    QT_TRANSLATE_NOOP("units", "req/s"),
    //: reads per second
    QT_TRANSLATE_NOOP("units", "rd/s"),
    //: writes per second
    QT_TRANSLATE_NOOP("units", "wr/s"),
    //: input and output operations per second
    QT_TRANSLATE_NOOP("units", "io/s"),
    //: events per second
    QT_TRANSLATE_NOOP("units", "evt/s"),
    //: messages per second
    QT_TRANSLATE_NOOP("units", "msg/s"),
    //: records per second
    QT_TRANSLATE_NOOP("units", "rec/s"),
    //: rows per second
    QT_TRANSLATE_NOOP("units", "rows/s"),
    //: counts per minute
    QT_TRANSLATE_NOOP("units", "c/min"),
    //: operations per minute
    QT_TRANSLATE_NOOP("units", "ops/min"),
    //: requests per minute
    QT_TRANSLATE_NOOP("units", "req/min"),
    //: reads per minute
    QT_TRANSLATE_NOOP("units", "rd/min"),
    //: writes per minute
    QT_TRANSLATE_NOOP("units", "wr/min"),
    //: events per minute
    QT_TRANSLATE_NOOP("units", "evt/min"),
    //: messages per minute
    QT_TRANSLATE_NOOP("units", "msg/min"),
    //: records per minute
    QT_TRANSLATE_NOOP("units", "rec/min"),
    //: rows per minute
    QT_TRANSLATE_NOOP("units", "rows/min"),
    //: revolutions per minute
    QT_TRANSLATE_NOOP("units", "rpm"),
};

} // namespace sightglass
