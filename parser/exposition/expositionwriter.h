// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/exposition/exposedfamily.h"
#include "parser/exposition/expositionformat.h"

#include <span>
#include <string>

namespace sightglass {

/// Families as a page of this format; what createExpositionParser() reads from it is what was written, in
/// this order, as far as the format has it:
///
/// - Prometheus text has no units, start timestamps, exemplars and native buckets; info metrics and state sets
///   become gauges, gauge histograms untyped.
/// - OpenMetrics 1.0 has no native buckets; counters and info metrics get their suffix where they lack it, a
///   unit that is no suffix of the family's name is left out, as are exemplars of more than 128 characters.
///   Labels of exemplars are taken for what Prometheus keeps of them, escapes unresolved: what can stand
///   between quotes is written as it is, the rest is escaped.
/// - Protobuf, delimited, has no info metrics and state sets: they become gauges. A unit that is no suffix is
///   left out too, since Prometheus refuses it.
///
/// A histogram gets its bucket up to +Inf where it lacks it. Names that are no legacy names are quoted.
[[nodiscard]] std::string writeExposition(ExpositionFormat format, std::span<const ExposedFamily> families);

/// Milliseconds as OpenMetrics' seconds that are read back as the same milliseconds, up to 2^51 of them
/// (the year 73,000).
[[nodiscard]] std::string openMetricsSeconds(std::int64_t milliseconds);

} // namespace sightglass
