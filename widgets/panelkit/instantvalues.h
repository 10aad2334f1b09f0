// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/reducedvalues.h"
#include "model/fields/displayvalue.h"
#include "widgets/panelkit/panelview.h"

#include <QColor>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace sightglass {

/// The panel's calculation over one series.
struct SeriesValue
{
    double value = 0; ///< NaN unless current: it has no threshold and sorts last
    Presence presence = Presence::None;
    std::optional<Sample> last; ///< where stale
};

/// One number for a series, as reducedValues() finds it.
[[nodiscard]] SeriesValue seriesValue(Calculation calculation, const PanelSeries &series,
                                      const PanelData &data);

/// What a stale series is told as at the time `now`: "no data; last 182 ms, 3m ago".
[[nodiscard]] QString lastKnownText(const FieldConfig &config, const Sample &last, TimestampMs now,
                                    const ZoneRule &zone = {});
/// How long before `now` something was: "3m ago".
[[nodiscard]] QString agoText(TimestampMs then, TimestampMs now);

/// What stands for a number that is not there.
inline constexpr QChar noValue = u'—';

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

/// Between what a value lies that is known no better: a quantile is somewhere in its bucket.
struct ValueBounds
{
    double low = 0;  ///< may be -Inf
    double high = 0; ///< may be +Inf

    friend bool operator==(const ValueBounds &, const ValueBounds &) = default;
};

/// Such bounds as prose: "between 250 ms and 500 ms", "above 10 s".
/// Empty where nothing is known of it.
[[nodiscard]] QString boundsText(const FieldConfig &config, const ValueBounds &bounds,
                                 const ZoneRule &zone = {});

/// A series, column or row as one value, as stat, gauge and bar gauge show it. Texts are displayable.
struct InstantValue
{
    std::optional<std::size_t> series; ///< index into PanelData::series, for its course
    QString name;
    double value = 0; ///< NaN for texts, and where there is none; see ReducedValue
    Presence presence = Presence::Current;
    QString
        number; ///< the formatted or mapped value without and with its unit; noValue where none is current
    QString unit;
    QString text;
    QString remark; ///< why there is no number, and what the last one was; empty where it is current
    QColor color;   ///< by mapping, threshold, scheme or palette
    std::optional<double> change; ///< from the first to the last value, in percent
    GaugeRange range;             ///< of the gauge that it is shown on
    /// Where the value is a quantile of buckets: between what it really lies, and that as prose.
    std::optional<ValueBounds> bounds;
    QString boundsText; ///< or why it is NaN, as far as its buckets say that
    QString age;        ///< "3m ago" where the number is the last one of a series that has ended
    std::shared_ptr<const FieldConfig> config;
    std::shared_ptr<const DisplayProcessor> display; ///< null where it was not made by a ValueReader
    Labels labels;

    /// What stands below the number.
    [[nodiscard]] const QString &note() const { return age.isEmpty() ? boundsText : age; }
};

/// Makes the values of one panel. Keeps what shows a field (its patterns, schemes and thresholds made ready)
/// from one refresh to the next as long as its config stays. GUI thread.
class ValueReader
{
public:
    void setColorBook(const std::shared_ptr<SeriesColorBook> &book) { m_book = book; }

    /// The zone that dates are written in; until then the machine's.
    void setZone(ZoneRule zone);
    [[nodiscard]] const ZoneRule &zone() const noexcept { return m_zone; }

    /// In the order of reducedValues(). Where there is no series at all, what a mapping of nothing or the
    /// text for no value says, if one does. Where a field's config leaves the colour to the series, that of
    /// the colour book, else of the palette by place.
    [[nodiscard]] std::vector<InstantValue> read(const PanelSpec &spec, const PanelData &data,
                                                 const Theme &theme);
    /// How many displays were made so far.
    [[nodiscard]] std::size_t displaysMade() const noexcept { return m_made; }

private:
    struct Display
    {
        FieldConfig config;
        FieldType type = FieldType::Number;
        FieldRange range;
        ThemeKind theme = ThemeKind::Dark;
        std::optional<double> now; ///< where the text depends on it
        std::shared_ptr<const DisplayProcessor> processor;
    };
    [[nodiscard]] const std::shared_ptr<const DisplayProcessor> &
    displayOf(std::size_t index, const ReducedValue &value, const FieldRange &range, const Theme &theme,
              TimestampMs now);
    [[nodiscard]] QColor seriesColorOf(const ReducedValue &value, const Theme &theme);
    void show(InstantValue &one, const ReducedValue &value, const PanelData &data, const Theme &theme);

    std::vector<Display> m_displays; ///< by place among the values
    std::shared_ptr<SeriesColorBook> m_book;
    ZoneRule m_zone = machineZone();
    std::vector<std::size_t> m_taken;
    std::size_t m_made = 0;
};

/// The values of a panel, once.
[[nodiscard]] std::vector<InstantValue> instantValues(const PanelSpec &spec, const PanelData &data,
                                                      const Theme &theme);

/// Whether a panel of single values (stat, gauge, bar gauge) has a text of its author's for no series at all:
/// a mapping of nothing, or the text for no value.
[[nodiscard]] bool saysOfNothing(const PanelSpec &spec);

/// The colour of a value as its field says: by mapping, fixed, by scheme or of the highest threshold step
/// that it reaches (inclusive). NaN: neutral. Where the field says nothing: accent.
[[nodiscard]] QColor valueColor(const FieldConfig &config, double value, const FieldRange &range,
                                const Theme &theme);

/// A value as its field prints it: mapped, or with its unit; dates in the zone (empty:
/// the machine's).
[[nodiscard]] QString valueText(const FieldConfig &config, double value, const ZoneRule &zone = {});
/// The same among values that reach over `span`: where they differ in digits that valueText() does not
/// write, with so many more that its place among them is told. Configured decimals are kept.
[[nodiscard]] QString valueTextWithin(const FieldConfig &config, double value, double span,
                                      const ZoneRule &zone = {});

[[nodiscard]] GaugeRange gaugeRange(const FieldConfig &config, const std::vector<InstantValue> &values);

} // namespace sightglass
