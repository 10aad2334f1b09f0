// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/exposition/metrictype.h"
#include "parser/exposition/wirereader.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace sightglass {

/// An io.prometheus.client.MetricFamily whose metrics are found, but not yet read. Text is views into the
/// body.
struct FamilyMessage
{
    /// The numbers of the MetricType enum.
    enum class Type : std::int32_t
    {
        Counter = 0,
        Gauge = 1,
        Summary = 2,
        Untyped = 3,
        Histogram = 4,
        GaugeHistogram = 5
    };

    std::string_view name;
    std::string_view help;
    std::string_view unit;
    std::int32_t type = 0;
    std::vector<WireReader::Field> metrics;

    void clear();
    [[nodiscard]] Type kind() const noexcept { return static_cast<Type>(type); }
    [[nodiscard]] bool isHistogram() const noexcept
    {
        return kind() == Type::Histogram || kind() == Type::GaugeHistogram;
    }
    [[nodiscard]] MetricType metricType() const noexcept;
};

/// Reads a family, cleared first. False on damage.
[[nodiscard]] bool readFamily(WireReader reader, FamilyMessage &family);

/// Why Prometheus refuses a family that has metrics, in its words; empty where it does not.
[[nodiscard]] std::string familyProblem(const FamilyMessage &family);

} // namespace sightglass
