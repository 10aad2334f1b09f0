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
    QT_TRANSLATE_NOOP("units", "yes"),
    QT_TRANSLATE_NOOP("units", "no"),
    QT_TRANSLATE_NOOP("units", "on"),
    QT_TRANSLATE_NOOP("units", "off"),
    //: relative humidity in percent
    QT_TRANSLATE_NOOP("units", "%H"),
    //: years
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
