// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/metricfamily.h"

#include <span>
#include <string>
#include <string_view>

namespace sightglass {

/// The family's name without what heading, unit and type say already: "http_request_duration_seconds" under
/// "http" becomes "Request duration". `sharedWords` leading words are the heading's. Never empty, bounded.
[[nodiscard]] std::string familyTitle(const MetricFamily &family, std::size_t sharedWords);

/// The same with the words of its unit, for where another is called like it without them.
[[nodiscard]] std::string fullTitle(std::string_view family, std::size_t sharedWords);

/// HELP and the metric's name, bounded.
[[nodiscard]] std::string familyDescription(const MetricFamily &family);

/// What each of several families is, one to a line: its name and HELP; bounded.
[[nodiscard]] std::string familiesDescription(std::span<const MetricFamily> families);

/// The unit of the family's values, or for a counter of its rate.
[[nodiscard]] std::string familyUnit(const MetricFamily &family);

/// The text with its first letter as a capital, where it has one in ASCII.
[[nodiscard]] std::string capitalised(std::string text);

/// The text with its first word in small letters, unless that is an acronym or a name of its own ("TCP",
/// "MemFree").
[[nodiscard]] std::string uncapitalised(std::string text);

/// Cut at a character's beginning after at most `longest` bytes, with an ellipsis.
[[nodiscard]] std::string shortened(std::string text, std::size_t longest);

} // namespace sightglass
