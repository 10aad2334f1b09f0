// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sightglass {

enum class ThresholdsMode : std::uint8_t
{
    Absolute,
    Percentage ///< of the way from min to max
};

/// From this value (inclusive) upwards the colour applies, until the next step. The first step has no lower
/// bound.
struct ThresholdStep
{
    std::optional<double> from;
    std::string color; ///< a colour's name, see colornames.h

    friend bool operator==(const ThresholdStep &, const ThresholdStep &) = default;
};

struct Thresholds
{
    ThresholdsMode mode = ThresholdsMode::Absolute;
    std::vector<ThresholdStep> steps; ///< ascending

    friend bool operator==(const Thresholds &, const Thresholds &) = default;
};

/// The step that a value reaches, `low` and `high` being the ends that percentages count from: the last one
/// before the first that it does not reach; the first step also for what lies below it. Null for NaN and
/// without steps. The pointer is into `thresholds`.
[[nodiscard]] const ThresholdStep *reachedStep(const Thresholds &thresholds, double value, double low,
                                               double high) noexcept;

} // namespace sightglass
