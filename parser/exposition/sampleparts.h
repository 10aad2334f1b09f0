// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/labels.h"
#include "parser/exposition/metrictype.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// One label as the body has it, without the quotes, escapes unresolved.
struct RawLabel
{
    std::string_view name;
    std::string_view value;
};

/// One sample line, cut up. Every view points into the body.
struct SampleParts
{
    /// From the beginning of the line to the end of the labels, or of the name where there are none.
    std::string_view series;
    std::string_view name;
    std::vector<RawLabel> labels;
    double value = 0;
    std::optional<std::int64_t> timestampMs;
};

/// The NaN that stands for every exposed NaN; storage keeps another one as its staleness marker.
[[nodiscard]] double exposedNaN() noexcept;

/// What may follow a backslash in names, label values and OpenMetrics' HELP, and in the HELP of the
/// Prometheus text format.
inline constexpr std::string_view labelEscapes = "\\\"n";
inline constexpr std::string_view helpEscapes = "\\n";

/// Resolves a backslash followed by one of these (n means line feed); every other backslash stays
/// (sections 1.2, 1.3). Replaces `out`.
void resolveEscapes(std::string_view raw, std::string &out, std::string_view escapes = labelEscapes);

/// Name and labels of a sample in exposed order, the name first as __name__, escapes resolved, le of
/// histograms and quantile of summaries in OpenMetrics form (section 1.5). Replaces `out` and reuses its
/// strings' memory.
void decodeSampleLabels(const SampleParts &sample, MetricType typeInForce, std::vector<Label> &out);

} // namespace sightglass
