// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/displayvalue.h"

#include "model/core/proportion.h"
#include "model/fields/calculation.h"
#include "model/fields/colorschemes.h"
#include "model/fields/jsvalue.h"
#include "model/fields/seriescolors.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace sightglass {

namespace {

constexpr std::string_view trueColor = "green";
constexpr std::string_view falseColor = "red";
constexpr std::string_view textUnit = "string";
/// Grafana's unit has capitals, which numbers are shown in; what is a boolean anyway is a word already.
constexpr std::string_view wordsOfBooleans = "bool:true/false";

std::string unitFor(FieldType type, const std::string &unit)
{
    if (type == FieldType::Time && !isDateUnit(unit))
        return "dateTimeAsSystem";
    if (type == FieldType::Boolean && !unit.starts_with("bool"))
        return std::string(wordsOfBooleans);
    if (type == FieldType::Text && unit.empty())
        return std::string(textUnit);
    return unit;
}

std::string nameOr(const std::string &name, std::string_view fallback)
{
    return name.empty() ? std::string(fallback) : name;
}

} // namespace

DisplayProcessor::DisplayProcessor(const FieldConfig &config, FieldType type, const FieldRange &range,
                                   DisplayContext context)
    : m_type(type)
    , m_range(range)
    , m_context(std::move(context))
    , m_mapper(config.mappings.value_or(std::vector<ValueMapping>{}))
    , m_unit(unitFor(type, config.unit.value_or(std::string())))
    , m_decimals(config.decimals)
    , m_noValue(config.noValue.value_or(std::string()))
    , m_color(config.color.value_or(FieldColor{ColorMode::Thresholds, {}, {}, ColorBy::Last}))
    , m_thresholds(config.thresholds.value_or(Thresholds{}))
    , m_modeColor(colorOfMode())
{}

DisplayValue DisplayProcessor::display(const FieldValue &value) const
{
    constexpr double lowest = -std::numeric_limits<double>::infinity();
    DisplayValue shown;
    shown.value = m_unit == textUnit ? std::numeric_limits<double>::quiet_NaN() : cellNumber(value);
    const bool number = !std::isnan(shown.value);
    const MappedValue mapping = m_mapper.mapped(value).value_or(MappedValue{});
    if (mapping.text) {
        shown.number = *mapping.text;
    } else if (number) {
        FormattedValue text = formatted(value, shown.value);
        shown.number = std::move(text.number);
        shown.unit = std::move(text.unit);
    } else {
        shown.number = cellText(value);
        if (shown.number.empty())
            shown.number = m_noValue;
    }
    const double share = number ? shareOf(shown.value) : 0;
    shown.share = std::clamp(share, 0.0, 1.0);
    shown.color = mapping.color ? *mapping.color : colorOf(number ? shown.value : lowest, share);
    shown.icon = mapping.icon;
    return shown;
}

FormattedValue DisplayProcessor::formatted(const FieldValue &value, double number) const
{
    // A boolean among other things is a word, not the number that it counts for.
    if (std::holds_alternative<bool>(value) && m_type != FieldType::Boolean)
        return {cellText(value), {}};
    return formatValue(number, m_unit, m_decimals, m_context.dates);
}

double DisplayProcessor::shareOf(double value) const
{
    if (m_type == FieldType::Boolean)
        return value != 0 ? 1 : 0;
    const double share = shareOfSpan(m_range.low, m_range.high, value);
    return std::isnan(share) ? 0 : share;
}

std::string DisplayProcessor::colorOf(double value, double share) const
{
    const bool continuous = m_color.mode == ColorMode::Continuous;
    if (m_type == FieldType::Boolean && std::isinf(value))
        return std::string(fallbackColor);
    if (m_type == FieldType::Boolean && !continuous)
        return std::string(value != 0 ? trueColor : falseColor);
    if (continuous)
        return schemeColorAt(share);
    if (m_color.mode != ColorMode::Thresholds)
        return m_modeColor;
    // In percent, what is no number is at the low end.
    const bool lowest = m_thresholds.mode == ThresholdsMode::Percentage && std::isinf(value) && value < 0;
    const double measured = lowest ? m_range.low : value;
    const ThresholdStep *step = reachedStep(m_thresholds, measured, m_range.low, m_range.high);
    return step != nullptr ? nameOr(step->color, fallbackColor) : std::string(fallbackColor);
}

std::string DisplayProcessor::schemeColorAt(double share) const
{
    const auto color = schemeColor(m_color.scheme, share, m_context.surface);
    return color ? colorText(*color) : std::string(fallbackColor);
}

std::string DisplayProcessor::colorOfMode() const
{
    const auto &series = m_context.series;
    switch (m_color.mode) {
    case ColorMode::Fixed:
        return nameOr(m_color.fixed, fallbackColor);
    case ColorMode::Shades: {
        const std::string base = nameOr(m_color.fixed, fallbackColor);
        const auto color = namedColor(base, m_context.surface);
        return series && color ? colorText(shadeOf(*color, series->index)) : base;
    }
    case ColorMode::PaletteClassic:
        return series ? std::string(classicColor(series->index)) : std::string();
    case ColorMode::PaletteClassicByName:
        return series ? std::string(classicColorByName(series->name, m_context.surface)) : std::string();
    case ColorMode::Thresholds:
    case ColorMode::Continuous:
        break;
    }
    return {};
}

std::string DisplayProcessor::seriesColor(const Field &field) const
{
    const Calculation calculation = m_color.by == ColorBy::Min   ? Calculation::Min
                                    : m_color.by == ColorBy::Max ? Calculation::Max
                                                                 : Calculation::Last;
    const bool byValue = m_color.mode == ColorMode::Thresholds || m_color.mode == ColorMode::Continuous;
    const double value = byValue ? cellNumber(calculate(calculation, field)) : 0;
    const double measured = std::isnan(value) ? 0 : value;
    return colorOf(measured, shareOf(measured));
}

DisplayValue displayValue(const FieldValue &value, FieldType type, const FieldConfig &config,
                          const FieldRange &range)
{
    return DisplayProcessor(config, type, range).display(value);
}

} // namespace sightglass
