// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/units.h"
#include "model/fields/colornames.h"
#include "model/fields/fieldrange.h"
#include "model/fields/frame.h"
#include "model/fields/valuemapper.h"

#include <optional>
#include <string>

namespace sightglass {

/// A value as its field shows it. Texts are plain and hostile.
struct DisplayValue
{
    std::string
        number;       ///< the mapped text, or the number without its unit (a currency's symbol stands before)
    std::string unit; ///< empty where a mapping gave the text
    double value = 0; ///< NaN where it is no number
    double share = 0; ///< of the way from low to high, 0 to 1; 0 for what is no number
    /// The name of the colour that mapping, thresholds or scheme give (colornames.h), or "#rrggbb" of a
    /// continuous scheme; empty where the colour is the series' own.
    std::string color;
    std::optional<std::string> icon;

    [[nodiscard]] std::string text() const { return unit.empty() ? number : number + " " + unit; }
    friend bool operator==(const DisplayValue &, const DisplayValue &) = default;
};

/// Which series it is, for the colours that go by that.
struct SeriesIdentity
{
    std::size_t index = 0; ///< among the panel's fields that are no times
    std::string name;      ///< its display name

    friend bool operator==(const SeriesIdentity &, const SeriesIdentity &) = default;
};

/// What a display depends on beside the field.
struct DisplayContext
{
    Surface surface = Surface::Dark;
    DateContext dates;
    /// Where it is said, colours by palette are those of Grafana's classic one; where not, they are left to
    /// the caller (DisplayValue::color is empty).
    std::optional<SeriesIdentity> series;
};

/// Shows the values of a field as Grafana's display processor does: mappings first, then the number in its
/// unit with its decimals, or the text, or noValue for what has none; the colour by mapping, else by the
/// field's mode. What is no number has the colour of the lowest value. Times without a unit for dates are
/// shown as dates, booleans by a unit for them and in green and red, texts without a unit as they are; a text
/// that is a number is shown as one where its field has a unit. Immutable; any thread.
class DisplayProcessor
{
public:
    DisplayProcessor(const FieldConfig &config, FieldType type, const FieldRange &range,
                     DisplayContext context = {});

    [[nodiscard]] DisplayValue display(const FieldValue &value) const;

    /// The colour of a whole series, of its line and in its legend (Grafana's getFieldSeriesColor): where the
    /// mode goes by value, that of its last, smallest or largest one, or of zero where it has none; mappings
    /// do not count. Empty as DisplayValue::color is.
    [[nodiscard]] std::string seriesColor(const Field &field) const;

private:
    [[nodiscard]] std::string colorOf(double value, double share) const;
    [[nodiscard]] std::string schemeColorAt(double share) const;
    [[nodiscard]] std::string colorOfMode() const;
    [[nodiscard]] double shareOf(double value) const;
    [[nodiscard]] FormattedValue formatted(const FieldValue &value, double number) const;

    FieldType m_type;
    FieldRange m_range;
    DisplayContext m_context;
    ValueMapper m_mapper;
    std::string m_unit;
    std::optional<int> m_decimals;
    std::string m_noValue;
    FieldColor m_color;
    Thresholds m_thresholds;
    std::string m_modeColor; ///< where the colour does not depend on the value
};

/// One value; a DisplayProcessor is faster for many.
[[nodiscard]] DisplayValue displayValue(const FieldValue &value, FieldType type, const FieldConfig &config,
                                        const FieldRange &range);

} // namespace sightglass
