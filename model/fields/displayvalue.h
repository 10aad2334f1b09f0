// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/frame.h"

#include <optional>
#include <string>

namespace sightglass {

/// The ends that a field's percentages and continuous colours count from.
struct FieldRange
{
    double low = 0;
    double high = 100;

    friend bool operator==(const FieldRange &, const FieldRange &) = default;
};

/// A value as its field shows it. Texts are plain and hostile.
struct DisplayValue
{
    std::string number; ///< the mapped text, or the number without its unit
    std::string unit;   ///< empty where a mapping gave the text
    double value = 0;   ///< NaN where it is no number
    double share = 0;   ///< of the way from low to high, 0 to 1; 0 for what is no number
    /// The name of the colour that mapping, thresholds or scheme give (colornames.h), or "#rrggbb" of a
    /// continuous scheme; empty where the colour is the series' own.
    std::string color;
    std::optional<std::string> icon;

    [[nodiscard]] std::string text() const { return unit.empty() ? number : number + " " + unit; }
    friend bool operator==(const DisplayValue &, const DisplayValue &) = default;
};

/// The range of a field: configured ends, else those of its values, widened to something that is not empty.
[[nodiscard]] FieldRange fieldRange(const Field &field);
/// One range for all numbers of several frames, for the ends that are not configured.
[[nodiscard]] FieldRange fieldRange(const std::vector<Frame> &frames, const FieldConfig &defaults);

/// Mappings first, then noValue, then the unit with its decimals; the colour by mapping, fixed colour,
/// thresholds or scheme, as Grafana's display processor does it.
[[nodiscard]] DisplayValue displayValue(const FieldValue &value, FieldType type, const FieldConfig &config,
                                        const FieldRange &range);

} // namespace sightglass
