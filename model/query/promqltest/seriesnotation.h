// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/histogram/floathistogram.h"
#include "parser/base/labels.h"
#include "parser/base/result.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace sightglass::promqltest {

/// One point of a series description.
struct SeriesItem
{
    enum class Kind : std::uint8_t
    {
        Missing,
        Value,
        Histogram
    };
    Kind kind = Kind::Missing;
    double value = 0;                 ///< Value; a stale marker where "stale" is written
    HistogramPtr histogram = nullptr; ///< Histogram
    bool hintGiven = false;           ///< Histogram: its counter reset hint is written, so it is compared
};

/// A line such as `http_requests{path="/foo"} 1 2 3+4x5 _ stale` (promqltest reference, section 3), expanded.
struct SeriesDescription
{
    Labels labels;
    std::vector<SeriesItem> items;
    bool startTimestamps = false; ///< a `…@st` line: it carries start times, not values
    std::vector<std::optional<std::int64_t>> startOffsets = {}; ///< of such a line; see parseStartOffsets

    [[nodiscard]] bool hasHistograms() const noexcept;
};

/// Errors: ConfigSyntax with what is wrong. Rule unit tests use the same notation for their input series.
[[nodiscard]] Result<SeriesDescription> parseSeriesDescription(std::string_view line);

/// The items behind the labels alone, as rule unit tests' `values` have them.
[[nodiscard]] Result<std::vector<SeriesItem>> parseSeriesItems(std::string_view text);

} // namespace sightglass::promqltest
