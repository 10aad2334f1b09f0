// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/exposition/sampleparts.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sightglass {

/// Finds the start timestamps that an OpenMetrics body has in `_created` lines, as Prometheus does
/// (exposition reference, section 2): from a series on, the next `_created` line of its family decides; where
/// it has other labels, the series has no start timestamp. One search serves all series before the line it
/// found.
class CreatedLines
{
public:
    /// Whether a sample of this name is a start timestamp, and no series, under this type.
    [[nodiscard]] static bool isOne(std::string_view name, MetricType type) noexcept;

    /// Of the series whose line ends at `from` in the body; milliseconds since the Unix epoch.
    [[nodiscard]] std::optional<std::int64_t> startOf(const SampleParts &series, MetricType type,
                                                      std::string_view body, std::size_t from);

private:
    void search(MetricType type, std::string_view body, std::size_t from);

    std::size_t m_from = 1; ///< [m_from, m_until] has been searched; nothing yet
    std::size_t m_until = 0;
    std::string m_key; ///< of the series that the line found is about; empty where there was none
    std::int64_t m_startMs = 0;
};

} // namespace sightglass
