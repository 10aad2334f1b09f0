// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/exposition/expositionparser.h"

#include <string>
#include <string_view>
#include <vector>

namespace sightglass::test {

/// Everything that a parser says about a body, one line per entry, the last one "end" or "error …": what
/// golden files hold and what two paths of a parser are compared by. Values are given bit by bit where their
/// text does not tell.
[[nodiscard]] std::vector<std::string> transcribe(ExpositionParser &parser);

/// A native histogram with all its parts, buckets decoded.
[[nodiscard]] std::string histogramText(const NativeHistogram &histogram);

/// The first entry in which the fast path and the strict path of a format differ over this body; empty where
/// they agree.
[[nodiscard]] std::string differenceOfPaths(ExpositionFormat format, std::string_view body);

/// The series texts of a body's samples, in order, up to its end or first error.
[[nodiscard]] std::vector<std::string> seriesTexts(ExpositionFormat format, std::string_view body);

/// The first entry in which the strict path differs from the fast one that is told to expect these series,
/// each one behind the one before as a re-scrape does; empty where they agree.
[[nodiscard]] std::string differenceOfExpecting(ExpositionFormat format, std::string_view body,
                                                const std::vector<std::string> &texts);

} // namespace sightglass::test
