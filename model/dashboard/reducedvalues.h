// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneldata.h"
#include "model/dashboard/panelspec.h"
#include "model/fields/fieldrange.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sightglass {

/// Whether a series has the number that a panel shows.
enum class Presence : unsigned char
{
    Current,
    Stale, ///< it had one, but has ended before the range does
    None   ///< no sample at all
};

/// One value of a panel that shows single values (stat, gauge, bar gauge, pie): a series or column as one
/// number or text, or one row of it. Texts are hostile.
struct ReducedValue
{
    std::string name; ///< display name, its ${__field.…}, ${__calc} and ${__data.…} filled in
    /// The calculation's result; monostate where there is none, number NaN where the series holds nothing but
    /// NaN at its end. Of a series that has ended, the last number of LastNotNull; Last has none.
    FieldValue value;
    FieldType type = FieldType::Number; ///< of `value`
    Presence presence = Presence::Current;
    std::optional<Sample> last; ///< the last one there was, where stale
    /// How it is shown, overrides laid over the defaults; never null.
    std::shared_ptr<const FieldConfig> config;
    /// The ends that percentages and continuous colours count from, as Grafana finds them: configured, 0 to
    /// 100 or 1 of percentages, else those of all numbers of the panel, or of this field alone where its
    /// config says fieldMinMax.
    FieldRange range;
    Labels labels;
    /// Of the series (an index into PanelData::series) whose course a sparkline draws; empty where there is
    /// none: rows, and columns without a time beside them.
    std::optional<std::size_t> series;
    std::size_t field = 0;          ///< how many fields that are no times come before: for colours by palette
    std::optional<std::size_t> row; ///< where every row is a value
    /// What was calculated, where the panel shows several of each field and its name does not say which.
    std::optional<Calculation> calculation;
    std::optional<double> percentChange; ///< from the first to the last value, in percent; may be infinite

    /// The value as a number: NaN for what is none.
    [[nodiscard]] double number() const noexcept;
};

/// Grafana's getFieldDisplayValues: for each field that ReduceOptions::fields selects (empty: numbers;
/// "/regex/" or a display name, of any type) each calculation, or each of its rows, `limit` (25 where it is
/// not said) at most in all. From PanelData::frames where there are any, else from its series, in their
/// order.
///
/// The calculations Last and LastNotNull age: a series that has ended before the range does is Stale, one
/// that goes on as NaN has the current value NaN. The other calculations describe the whole range. Any
/// thread; the answer holds no views.
[[nodiscard]] std::vector<ReducedValue> reducedValues(const PanelSpec &spec, const PanelData &data);

/// Whether a series whose newest sample has this time goes on at the range's end: it is at most two steps (or
/// the distance that makes a gap in a line) older.
[[nodiscard]] bool isCurrent(TimestampMs newest, const PanelData &data) noexcept;

} // namespace sightglass
