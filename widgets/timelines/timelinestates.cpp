// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timelines/timelinestates.h"

#include "model/core/proportion.h"
#include "model/fields/jsvalue.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/valuetext.h"
#include "widgets/panelkit/instantvalues.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace sightglass {

namespace {

constexpr std::string_view shadedScheme = "continuous-BlPu";
constexpr double usualOpacity = 0.7;
/// A continuous scheme has so many shades: values that look alike are one state.
constexpr double shades = 64;
/// Values that are remembered, at most: a field of ever new ones must not fill the memory.
constexpr std::size_t mostKnown = 4096;

QColor over(const QColor &below, const QColor &above, double opacity)
{
    const auto mixed = [opacity](int from, int to) {
        return static_cast<int>(std::lround(from + (to - from) * opacity));
    };
    return {mixed(below.red(), above.red()), mixed(below.green(), above.green()),
            mixed(below.blue(), above.blue())};
}

FieldConfig withColor(const FieldConfig &config, FieldType type, NumberColors numbers)
{
    FieldConfig result = config;
    const bool byThreshold = result.thresholds && !result.thresholds->steps.empty();
    if (result.color || byThreshold || type != FieldType::Number)
        return result;
    if (numbers == NumberColors::Shaded)
        result.color = FieldColor{ColorMode::Continuous, {}, std::string(shadedScheme), ColorBy::Last};
    return result;
}

FieldColor colorOf(const FieldConfig &config)
{
    return config.color.value_or(FieldColor{ColorMode::Thresholds, {}, {}, ColorBy::Last});
}

bool byPalette(ColorMode mode)
{
    return mode == ColorMode::PaletteClassic || mode == ColorMode::PaletteClassicByName;
}

} // namespace

// ---- the states of a panel

TimelineStates::TimelineStates(const Theme &theme, SeriesColorBook &book)
    : m_theme(theme)
    , m_book(book)
{}

std::uint32_t TimelineStates::intern(const Words &words, const QColor &color, const Paint &paint)
{
    const QColor line = color.isValid() ? color : m_theme.semantic(SemanticColor::Neutral);
    const QColor fill = over(m_theme.surface, line, paint.opacity * line.alphaF());
    const QString legend = paint.listed ? words.legend : QString();
    const auto [known, isNew] = m_ids.try_emplace({words.text, legend, line.rgba(), fill.rgba()},
                                                  static_cast<std::uint32_t>(m_states.size()));
    if (isNew)
        m_states.push_back({words.text, fill, line, legend});
    return known->second;
}

QColor TimelineStates::colorOfText(const std::string &text)
{
    const auto [known, isNew] = m_slots.try_emplace(text, 0);
    if (isNew) {
        // Labels have no empty values; the sign cannot be mistaken for a text.
        const Labels key(std::vector<Label>{{"state", text.empty() ? std::string("\x01") : text}});
        known->second = m_book.slotOf(key, m_taken);
        m_taken.push_back(known->second);
    }
    return seriesColor(known->second, m_theme);
}

QColor TimelineStates::colorOfSeries(const Labels &labels)
{
    const std::size_t slot = m_book.slotOf(labels, m_taken);
    m_taken.push_back(slot);
    return seriesColor(slot, m_theme);
}

// ---- the states of a field

std::vector<QString> thresholdRanges(const FieldConfig &config, const DateContext &dates)
{
    std::vector<QString> texts;
    if (!config.thresholds)
        return texts;
    const bool percent = config.thresholds->mode == ThresholdsMode::Percentage;
    const std::string unit = percent ? "percent" : config.unit.value_or(std::string());
    const auto text = [&](double value) {
        return valueText(std::string_view(formatValue(value, unit, config.decimals, dates).text()));
    };
    const auto &steps = config.thresholds->steps;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (steps[i].from)
            texts.push_back(text(*steps[i].from) + u'+');
        else if (i + 1 < steps.size() && steps[i + 1].from)
            texts.push_back(QStringLiteral("< ") + text(*steps[i + 1].from));
        else
            texts.emplace_back();
    }
    return texts;
}

FieldStates::FieldStates(const TimelineField &field, const Options &options, TimelineStates &states)
    : m_field(field)
    , m_config(withColor(*field.config, field.type, options.numbers))
    , m_range(options.range)
    , m_states(states)
    , m_display(m_config, field.type, options.range,
                {states.theme().kind == ThemeKind::Dark ? Surface::Dark : Surface::Light, options.dates, {}})
    , m_mapper(m_config.mappings.value_or(std::vector<ValueMapping>()))
{
    const GraphConfig &graph = m_config.graph;
    const double usual = states.theme().contrast == Contrast::High ? 1 : usualOpacity;
    m_paint.opacity = std::clamp(graph.fillOpacity.value_or(100 * usual) / 100, 0.0, 1.0);
    m_paint.listed = !graph.hideFrom.value_or(HideFrom()).legend;
    const bool byThreshold = m_config.thresholds && !m_config.thresholds->steps.empty();
    m_eachColor = !m_config.color && !byThreshold;
    if (m_config.color && byPalette(m_config.color->mode) && field.type == FieldType::Number)
        m_own = states.colorOfSeries(field.labels.empty() ? Labels(std::vector<Label>{{"name", field.name}})
                                                          : field.labels);
    else if (m_config.color && byPalette(m_config.color->mode))
        m_eachColor = true;
    // With the lowest step alone, a range would be every value; values that stand alone tell more.
    const bool ranges = byThreshold && m_config.thresholds->steps.size() > 1;
    if (!ranges || field.type != FieldType::Number || colorOf(m_config).mode != ColorMode::Thresholds)
        return;
    m_legendTexts = thresholdRanges(m_config, options.dates);
    if (options.kind == TimelineKind::Merged)
        m_rangeTexts = m_legendTexts;
    // As in Grafana all steps are told, in their order; where values have names, those that are reached.
    if (m_config.mappings.value_or(std::vector<ValueMapping>()).empty()) {
        for (const ThresholdStep &step : m_config.thresholds->steps)
            (void)ofStep(&step);
    }
}

QColor FieldStates::named(const std::string &color) const
{
    return color.empty() ? m_own : m_states.theme().named(color);
}

std::uint32_t FieldStates::stateOf(const FieldValue &value)
{
    if (const double *number = std::get_if<double>(&value)) {
        if (m_numbers.size() > mostKnown)
            m_numbers.clear();
        const auto bits = std::bit_cast<std::uint64_t>(*number == 0 ? 0.0 : *number);
        const auto [known, isNew] = m_numbers.try_emplace(bits, 0);
        if (isNew)
            known->second = classified(value);
        return known->second;
    }
    if (m_texts.size() > mostKnown)
        m_texts.clear();
    const auto [known, isNew] = m_texts.try_emplace(cellText(value), 0);
    if (isNew)
        known->second = classified(value);
    return known->second;
}

std::uint32_t FieldStates::classified(const FieldValue &value)
{
    const auto mapping = m_mapper.mapped(value);
    const double *number = std::get_if<double>(&value);
    if (!mapping && number != nullptr && m_field.type == FieldType::Number)
        return ofNumber(*number);
    const DisplayValue shown = m_display.display(value);
    const std::string text = shown.text();
    const bool isText = std::holds_alternative<std::string>(value);
    const bool ownColor = m_eachColor && (isText || m_field.type == FieldType::Text ||
                                          (mapping && m_field.type == FieldType::Number));
    const QColor color =
        ownColor && !(mapping && mapping->color) ? m_states.colorOfText(text) : named(shown.color);
    const QString label = valueText(std::string_view(text));
    return m_states.intern(label.isEmpty() ? QStringLiteral("∅") : label, color, m_paint);
}

std::uint32_t FieldStates::ofStep(const ThresholdStep *step)
{
    const QColor color = m_states.theme().named(step != nullptr ? step->color : fallbackColor);
    TimelineStates::Words words;
    if (step != nullptr) {
        const auto index = static_cast<std::size_t>(step - m_config.thresholds->steps.data());
        words.text = index < m_rangeTexts.size() ? m_rangeTexts[index] : QString();
        words.legend = index < m_legendTexts.size() ? m_legendTexts[index] : QString();
    }
    return m_states.intern(words, color, m_paint);
}

std::uint32_t FieldStates::ofNumber(double value)
{
    if (std::isnan(value))
        return m_states.intern(QStringLiteral("NaN"), m_states.theme().semantic(SemanticColor::Neutral),
                               m_paint);
    if (m_eachColor) {
        const std::string text = m_display.display(value).text();
        return m_states.intern(valueText(std::string_view(text)), m_states.colorOfText(text), m_paint);
    }
    const FieldColor mode = colorOf(m_config);
    if (mode.mode == ColorMode::Thresholds && m_config.thresholds)
        return ofStep(reachedStep(*m_config.thresholds, value, m_range.low, m_range.high));
    double looked = value;
    if (mode.mode == ColorMode::Continuous) {
        const double share = shareOfSpan(m_range.low, m_range.high, value);
        looked =
            valueInSpan(m_range.low, m_range.high, std::round(std::clamp(share, 0.0, 1.0) * shades) / shades);
    }
    return m_states.intern(QString(), named(m_display.display(looked).color), m_paint);
}

} // namespace sightglass
