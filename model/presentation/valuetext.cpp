// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/valuetext.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/unitstrings.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace sightglass {

namespace {

/// Durations in parts ("1 day, 2 hours") have several units.
QString partsText(std::string_view formatted, std::size_t comma)
{
    const std::string_view between = ", ";
    return valueText(formatted.substr(0, comma)) + QLatin1String(", ") +
           valueText(formatted.substr(comma + between.size()));
}

} // namespace

QString valueText(std::string_view formatted)
{
    const std::size_t comma = formatted.find(", ");
    const bool parts = comma != std::string_view::npos && comma > 0 && formatted.front() >= '0' &&
                       formatted.front() <= '9' && formatted[comma + 2] >= '0' && formatted[comma + 2] <= '9';
    if (parts)
        return partsText(formatted, comma);
    const std::size_t space = formatted.rfind(' ');
    const std::size_t begin = space == std::string_view::npos ? 0 : space + 1;
    const std::string_view word = formatted.substr(begin);
    const auto *const known = std::find(std::begin(unitStrings), std::end(unitStrings), word);
    if (known == std::end(unitStrings))
        return displayText(formatted);
    return displayText(formatted.substr(0, begin)) + QCoreApplication::translate("units", *known);
}

QString valueText(double value, std::string_view unit, std::optional<int> decimals)
{
    const std::string text =
        (decimals ? formatValue(value, unit, decimals) : formatBriefly(value, unit)).text();
    return valueText(std::string_view(text));
}

} // namespace sightglass
