// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/displayvalue.h"
#include "widgets/panelkit/panelview.h"

#include <QColor>
#include <QString>

#include <optional>
#include <vector>

namespace sightglass {

/// Whether a series has the number that a panel shows.
enum class Presence : unsigned char
{
    Current,
    Stale, ///< it had one, but has ended before the range does
    None   ///< no sample at all
};

/// The panel's calculation over one series.
struct SeriesValue
{
    double value = 0; ///< NaN unless current: it has no threshold and sorts last
    Presence presence = Presence::None;
    std::optional<Sample> last; ///< where stale
};

/// One number for a series. NaN samples are left out of a calculation, and are its result where there are no
/// others. The last value is current while it is at most two steps (or the distance that makes a gap in a
/// line) older than the range's end: a series that goes on as NaN has the current value NaN, one that goes on
/// no more has none. The other calculations describe the whole range and do not age.
[[nodiscard]] SeriesValue seriesValue(Calculation calculation, const PanelSeries &series,
                                      const PanelData &data);

/// Whether a series whose newest sample has this time goes on at the range's end, as seriesValue() sees it.
[[nodiscard]] bool isCurrent(TimestampMs newest, const PanelData &data);

/// What a stale series is told as at the time `now`: "no data; last 182 ms, 3m ago".
[[nodiscard]] QString lastKnownText(const FieldConfig &config, const Sample &last, TimestampMs now);

/// What stands for a number that is not there.
inline constexpr QChar noValue = u'—';

/// A series as one number, as stat, gauge and bar gauge show it. Texts are displayable.
struct InstantValue
{
    std::size_t series = 0; ///< index into PanelData::series
    QString name;
    double value = 0; ///< as in SeriesValue
    Presence presence = Presence::Current;
    QString number; ///< the formatted value without and with its unit; noValue where none is current
    QString unit;
    QString text;
    QString remark; ///< why there is no number, and what the last one was; empty where it is current
    QColor color;   ///< by threshold
};

/// One for each series, in their order. The calculation is the panel's.
[[nodiscard]] std::vector<InstantValue> instantValues(const PanelSpec &spec, const PanelData &data,
                                                      const Theme &theme);

/// The colour of a value as its field says: by mapping, fixed, by scheme or of the highest threshold step
/// that it reaches (inclusive). NaN: neutral. Where the field says nothing: accent.
[[nodiscard]] QColor valueColor(const FieldConfig &config, double value, const FieldRange &range,
                                const Theme &theme);

/// A value as its field prints it: mapped, or with its unit.
[[nodiscard]] QString valueText(const FieldConfig &config, double value);

/// The filled part of a gauge's scale, as shares of it: from <= to.
struct GaugeSpan
{
    double from = 0;
    double to = 0;
};

/// The ends of a gauge: those of the spec; without them 0 to 1 (percentunit), 0 to 100 (percent), else from 0
/// (or the smallest value) to a round number above all values and thresholds. low < high.
struct GaugeRange
{
    double low = 0;
    double high = 1;

    friend bool operator==(const GaugeRange &, const GaugeRange &) = default;

    /// Where a value lies, 0 to 1, clamped; NaN is 0.
    [[nodiscard]] double share(double value) const;
    /// What a value fills: from zero, or the end nearest to zero, to the value. NaN: nothing.
    [[nodiscard]] GaugeSpan span(double value) const;
};
[[nodiscard]] GaugeRange gaugeRange(const FieldConfig &config, const std::vector<InstantValue> &values);

} // namespace sightglass
