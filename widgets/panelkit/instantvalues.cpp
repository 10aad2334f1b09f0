// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panelkit/instantvalues.h"

#include "model/core/units.h"
#include "model/presentation/bucketadvicetext.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/valuetext.h"
#include "parser/base/durationtext.h"
#include "widgets/chart/numberticks.h"
#include "widgets/panelkit/seriesstats.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace sightglass {

namespace {

constexpr std::int64_t second = 1000;

QString ageText(TimestampMs then, TimestampMs now)
{
    const std::int64_t age = (now - then + second / 2) / second * second;
    const std::string text = formatDurationMs(std::max(age, second));
    return displayText(std::string_view(text));
}

} // namespace

QColor valueColor(const FieldConfig &config, double value, const FieldRange &range, const Theme &theme)
{
    if (std::isnan(value))
        return theme.semantic(SemanticColor::Neutral);
    if (!config.color && !config.thresholds)
        return theme.accent;
    FieldConfig colored;
    colored.thresholds = config.thresholds;
    colored.mappings = config.mappings;
    colored.color = config.color.value_or(FieldColor{ColorMode::Thresholds, {}, {}, ColorBy::Last});
    const QColor color = theme.named(displayValue(value, FieldType::Number, colored, range).color);
    return color.isValid() ? color : theme.accent;
}

QString valueText(const FieldConfig &config, double value, const ZoneRule &zone)
{
    if (!config.unit || !isDateUnit(*config.unit))
        return displayText(displayValue(value, FieldType::Number, config, {}).text());
    DisplayContext context;
    if (zone)
        context.dates.zone = zone;
    if (dependsOnNow(*config.unit))
        context.dates.now = static_cast<double>(QDateTime::currentMSecsSinceEpoch());
    return displayText(DisplayProcessor(config, FieldType::Number, {}, context).display(value).text());
}

QString valueTextWithin(const FieldConfig &config, double value, double span, const ZoneRule &zone)
{
    constexpr double enough = 0.1; // of the value: three digits tell more
    constexpr int shares = 20;
    constexpr int mostDecimals = 9;
    // Whatever the value is: of neighbours in a column none has a digit more because it lies near where
    // digits turn.
    const auto tells = [&](const FieldConfig &look) {
        const double least = span / shares;
        constexpr int around = 3;
        QString before = valueText(look, value - around * least, zone);
        for (int i = 1 - around; i <= around; ++i) {
            QString next = valueText(look, value + i * least, zone);
            if (next == before)
                return false;
            before = std::move(next);
        }
        return true;
    };
    const QString text = valueText(config, value, zone);
    if (config.decimals || !(span > 0) || !(span < std::abs(value) * enough) || tells(config))
        return text;
    FieldConfig finer = config;
    for (int decimals = 1; decimals <= mostDecimals; ++decimals) {
        finer.decimals = decimals;
        if (tells(finer))
            return valueText(finer, value, zone);
    }
    // What is mapped to a word says no more, however many digits it is asked for.
    const QString most = valueText(finer, value, zone);
    return most == valueText(finer, value + span, zone) ? text : most;
}

QString boundsText(const FieldConfig &config, const ValueBounds &bounds, const ZoneRule &zone)
{
    const bool below = std::isinf(bounds.low);
    const bool above = std::isinf(bounds.high);
    const char *context = "sightglass::InstantValue";
    if (below && above)
        return {};
    if (above)
        return QCoreApplication::translate(context, "above %1", "a bound")
            .arg(valueText(config, bounds.low, zone));
    if (below)
        return QCoreApplication::translate(context, "up to %1", "a bound")
            .arg(valueText(config, bounds.high, zone));
    return QCoreApplication::translate(context, "between %1 and %2", "the bounds of a value")
        .arg(valueText(config, bounds.low, zone), valueText(config, bounds.high, zone));
}

QString lastKnownText(const FieldConfig &config, const Sample &last, TimestampMs now, const ZoneRule &zone)
{
    return QCoreApplication::translate("sightglass::InstantValue", "no data; last %1, %2 ago")
        .arg(valueText(config, last.v, zone), ageText(last.t, now));
}

QString agoText(TimestampMs then, TimestampMs now)
{
    return QCoreApplication::translate("sightglass::InstantValue", "%1 ago", "a duration")
        .arg(ageText(then, now));
}

SeriesValue seriesValue(Calculation calculation, const PanelSeries &series, const PanelData &data)
{
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    if (series.samples.empty())
        return {nan, Presence::None, {}};
    const Sample newest = series.samples.back();
    if (calculation == Calculation::LastNotNull || calculation == Calculation::Last) {
        if (!isCurrent(newest.t, data))
            return {nan, Presence::Stale, newest};
        const auto number = std::find_if(series.samples.rbegin(), series.samples.rend(),
                                         [](const Sample &sample) { return !std::isnan(sample.v); });
        const bool fresh =
            number != series.samples.rend() && isCurrent(number->t + data.range.to - newest.t, data);
        return {fresh ? number->v : nan, Presence::Current, {}};
    }
    return {calculateSeries(calculation, series.samples).value_or(nan), Presence::Current, {}};
}

const std::shared_ptr<const DisplayProcessor> &ValueReader::displayOf(std::size_t index,
                                                                      const ReducedValue &value,
                                                                      const FieldRange &range,
                                                                      const Theme &theme, TimestampMs now)
{
    const bool passing = value.config->unit && dependsOnNow(*value.config->unit);
    const std::optional<double> seenAt = passing ? std::optional(static_cast<double>(now)) : std::nullopt;
    if (index >= m_displays.size())
        m_displays.resize(index + 1);
    Display &display = m_displays[index];
    if (display.processor && display.type == value.type && display.range == range &&
        display.theme == theme.kind && display.now == seenAt && display.config == *value.config)
        return display.processor;
    display.config = *value.config;
    display.type = value.type;
    display.range = range;
    display.theme = theme.kind;
    display.now = seenAt;
    FieldConfig config = *value.config;
    if (!config.color && config.thresholds)
        config.color = FieldColor{ColorMode::Thresholds, {}, {}, ColorBy::Last};
    DisplayContext context;
    context.surface = theme.kind == ThemeKind::Dark ? Surface::Dark : Surface::Light;
    context.dates.zone = m_zone;
    context.dates.now = seenAt;
    display.processor = std::make_shared<const DisplayProcessor>(config, value.type, range, context);
    ++m_made;
    return display.processor;
}

QColor ValueReader::seriesColorOf(const ReducedValue &value, const Theme &theme)
{
    if (!value.config->color)
        return theme.accent;
    std::size_t slot = value.field;
    if (m_book && !value.labels.empty()) {
        slot = m_book->slotOf(value.labels, m_taken);
        m_taken.push_back(slot);
    }
    return seriesLook(slot, theme).color;
}

namespace {

/// Grafana's icons of mappings, as far as there is a sign for them.
QString iconSign(const std::string &icon)
{
    struct Sign
    {
        std::string_view icon;
        char16_t sign;
    };
    static constexpr std::array signs = {
        Sign{"arrow-up", u'↑'},
        Sign{"arrow-down", u'↓'},
        Sign{"arrow-left", u'←'},
        Sign{"arrow-right", u'→'},
        Sign{"check", u'✓'},
        Sign{"check-circle", u'✓'},
        Sign{"times", u'✕'},
        Sign{"times-circle", u'✕'},
        Sign{"exclamation-triangle", u'⚠'},
        Sign{"exclamation-circle", u'⚠'},
        Sign{"heart", u'♥'},
        Sign{"heart-break", u'♡'},
        Sign{"star", u'★'},
        Sign{"bolt", u'ϟ'},
        Sign{"question-circle", u'?'},
        Sign{"minus", u'−'},
        Sign{"plus", u'+'},
        Sign{"angle-up", u'↑'},
        Sign{"angle-down", u'↓'},
        Sign{"circle", u'●'},
        Sign{"play", u'▶'},
        Sign{"pause", u'‖'},
        Sign{"bell", u'♪'},
        Sign{"fire", u'♨'},
    };
    const auto *found = std::ranges::find(signs, std::string_view(icon), &Sign::icon);
    return found == signs.end() ? QString() : QString(QChar(found->sign));
}

void setText(InstantValue &one, const DisplayValue &shown)
{
    one.number = valueText(shown.number);
    one.unit = valueText(shown.unit);
    one.text = valueText(shown.text());
    const QString sign = shown.icon ? iconSign(*shown.icon) : QString();
    if (sign.isEmpty())
        return;
    one.number = one.number.isEmpty() ? sign : sign + u' ' + one.number;
    one.text = one.text.isEmpty() ? sign : sign + u' ' + one.text;
}

} // namespace

void ValueReader::show(InstantValue &one, const ReducedValue &value, const PanelData &data,
                       const Theme &theme)
{
    const bool current = one.presence == Presence::Current;
    const DisplayValue shown = one.display->display(value.value);
    setText(one, shown);
    if (!current) {
        if (value.last && !std::holds_alternative<std::monostate>(value.value))
            one.age = agoText(value.last->t, data.range.to);
        one.remark = value.last ? lastKnownText(*value.config, *value.last, data.range.to, m_zone)
                                : QCoreApplication::translate("sightglass::InstantValue", "no data");
        one.color = theme.textMuted;
        const bool mapped = value.config->mappings && !one.number.isEmpty() && one.age.isEmpty();
        if (const QColor color = theme.named(shown.color); mapped && color.isValid())
            one.color = color;
    } else if (std::isnan(one.value) && value.type == FieldType::Number && !value.config->mappings &&
               (shown.number.empty() || !std::holds_alternative<std::monostate>(value.value))) {
        one.color = theme.semantic(SemanticColor::Neutral);
    } else {
        // Where nothing says a colour, the processor answers Grafana's grey.
        const bool isSaid = value.config->color || value.config->thresholds || value.config->mappings;
        const QColor color = isSaid ? theme.named(shown.color) : QColor();
        one.color = color.isValid() ? color : seriesColorOf(value, theme);
    }
    if (!one.number.isEmpty())
        return;
    one.number = noValue;
    one.text = noValue;
}

namespace {

/// Between what the shown value of a quantile lies; nothing where it is not its series' newest sample.
std::optional<ValueBounds> boundsOf(const ReducedValue &value, const PanelData &data)
{
    if (!value.series || *value.series >= data.series.size() || value.presence != Presence::Current)
        return std::nullopt;
    const SampleRun &samples = data.series[*value.series].samples;
    const auto band = std::ranges::find(data.bands, *value.series, &ErrorBand::series);
    if (band == data.bands.end() || band->low.empty() || band->high.empty() || samples.empty())
        return std::nullopt;
    const bool same = band->low.back().t == samples.back().t && value.number() == samples.back().v;
    return same ? std::optional(ValueBounds{band->low.back().v, band->high.back().v}) : std::nullopt;
}

/// Why a quantile is no number, where its buckets say so.
QString reasonFor(const PanelData &data)
{
    for (const BucketAdvice &advice : data.advice) {
        if (QString reason = bucketProblemText(advice.kind); !reason.isEmpty())
            return reason;
    }
    return {};
}

/// For no series at all, as in Grafana: the value of a panel where a mapping of nothing or the text for no
/// value says something.
std::optional<ReducedValue> standIn(const PanelSpec &spec)
{
    if (!spec.field.noValue && !spec.field.mappings)
        return std::nullopt;
    if (displayValue(FieldValue(), FieldType::Number, spec.field, FieldRange()).text().empty())
        return std::nullopt;
    ReducedValue value;
    value.config = std::make_shared<const FieldConfig>(spec.field);
    return value;
}

} // namespace

bool saysOfNothing(const PanelSpec &spec)
{
    const PanelType type = spec.type();
    const bool single = type == PanelType::Stat || type == PanelType::Gauge || type == PanelType::BarGauge;
    return single && standIn(spec).has_value();
}

void ValueReader::setZone(ZoneRule zone)
{
    m_zone = std::move(zone);
    m_displays.clear();
}

std::vector<InstantValue> ValueReader::read(const PanelSpec &spec, const PanelData &data, const Theme &theme)
{
    std::vector<ReducedValue> reduced = reducedValues(spec, data);
    if (std::optional<ReducedValue> nothing = standIn(spec); reduced.empty() && nothing)
        reduced.push_back(std::move(*nothing));
    std::vector<InstantValue> values(reduced.size());
    for (std::size_t i = 0; i < reduced.size(); ++i) {
        InstantValue &one = values[i];
        one.series = reduced[i].series;
        one.name = displayText(std::string_view(reduced[i].name));
        one.presence = reduced[i].presence;
        if (reduced[i].calculation)
            one.name += QStringLiteral(" · ") + calculationName(*reduced[i].calculation);
        one.value = reduced[i].number();
        one.change = reduced[i].percentChange;
        one.config = reduced[i].config;
        one.labels = reduced[i].labels;
        one.bounds = boundsOf(reduced[i], data);
        if (one.bounds)
            one.boundsText = boundsText(*one.config, *one.bounds, m_zone);
        else if (reduced[i].type == FieldType::Number && std::isnan(one.value))
            one.boundsText = reasonFor(data);
    }
    m_taken.clear();
    const GaugeRange common = gaugeRange(spec.field, values);
    const bool isStat = spec.type() == PanelType::Stat;
    for (std::size_t i = 0; i < values.size(); ++i) {
        InstantValue &one = values[i];
        const FieldConfig &config = *one.config;
        const bool alone = config.fieldMinMax.value_or(false) || config.unit != spec.field.unit;
        const bool asAll = !alone && config.min == spec.field.min && config.max == spec.field.max;
        one.range = asAll ? common : alone ? gaugeRange(config, {one}) : gaugeRange(config, values);
        const FieldRange range = isStat ? reduced[i].range : FieldRange{one.range.low, one.range.high};
        one.display = displayOf(i, reduced[i], range, theme, data.range.to);
        show(one, reduced[i], data, theme);
    }
    m_displays.resize(values.size());
    return values;
}

std::vector<InstantValue> instantValues(const PanelSpec &spec, const PanelData &data, const Theme &theme)
{
    return ValueReader().read(spec, data, theme);
}

double GaugeRange::share(double value) const
{
    // Of halves: the distance of the largest numbers is infinite.
    const double result = (value / 2 - low / 2) / (high / 2 - low / 2);
    return std::isnan(result) ? 0 : std::clamp(result, 0.0, 1.0);
}

GaugeSpan GaugeRange::span(double value) const
{
    if (std::isnan(value))
        return {};
    const double zero = share(0);
    const double end = share(value);
    return {std::min(zero, end), std::max(zero, end)};
}

GaugeRange gaugeRange(const FieldConfig &config, const std::vector<InstantValue> &values)
{
    const std::string unit = config.unit.value_or(std::string());
    AxisLimits limits;
    limits.min = config.min;
    limits.max = config.max;
    limits.setUnit(unit);
    limits.endsOnTicks = true;
    const bool ratio = unit == "percentunit";
    ValueRange range{0, ratio ? 1.0 : unit == "percent" ? 100.0 : 0.0};
    const bool natural = range.high > 0;
    const auto include = [&range](double value) {
        if (std::isfinite(value))
            range = {std::min(range.low, value), std::max(range.high, value)};
    };
    for (const InstantValue &value : values) {
        include(value.value);
        // What is below all numbers fills the scale downwards, as what is above all does upwards.
        if (value.value == -std::numeric_limits<double>::infinity() && !natural)
            include(-1);
        if (value.bounds && !natural)
            include(value.bounds->high);
    }
    const Thresholds thresholds = config.thresholds.value_or(Thresholds());
    for (const ThresholdStep &step : thresholds.steps) {
        if (step.from && !natural && thresholds.mode == ThresholdsMode::Absolute)
            include(*step.from);
    }
    if (natural && !limits.max && range.high == (ratio ? 1.0 : 100.0))
        limits.max = range.high;
    const NumberAxis axis = numberAxis(range, limits);
    return {axis.low, axis.high};
}

} // namespace sightglass
