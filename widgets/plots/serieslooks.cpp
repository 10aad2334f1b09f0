// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/serieslooks.h"

#include "model/core/proportion.h"
#include "model/dashboard/panelfields.h"
#include "model/fields/displayvalue.h"
#include "widgets/chart/decimate.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace sightglass {

namespace {

constexpr int hueTurn = 40; ///< degrees, from the top to the bottom

Surface surfaceOf(const Theme &theme)
{
    return theme.kind == ThemeKind::Dark ? Surface::Dark : Surface::Light;
}

/// The colour alone: what else a config says costs time and changes nothing.
FieldConfig colorConfig(const FieldConfig &config)
{
    FieldConfig result;
    result.color = config.color;
    result.thresholds = config.thresholds;
    result.min = config.min;
    result.max = config.max;
    return result;
}

bool goesByValue(const FieldColor &color)
{
    return color.mode == ColorMode::Thresholds || color.mode == ColorMode::Continuous;
}

bool isPalette(const FieldColor &color)
{
    return color.mode == ColorMode::PaletteClassic || color.mode == ColorMode::PaletteClassicByName;
}

/// The one value that decides over a series' colour.
double decidingValue(const FieldColor &color, std::span<const Sample> samples)
{
    if (color.by == ColorBy::Last) {
        const auto last =
            std::find_if(samples.rbegin(), samples.rend(), [](const Sample &s) { return !std::isnan(s.v); });
        return last == samples.rend() ? PlotColumn::none : last->v;
    }
    const auto range = valueRange(samples);
    if (!range)
        return PlotColumn::none;
    return color.by == ColorBy::Min ? range->low : range->high;
}

FieldRange rangeWith(const FieldConfig &config, const FieldRange &all)
{
    FieldRange range{config.min.value_or(all.low), config.max.value_or(all.high)};
    if (!(range.low < range.high))
        range.high = range.low + 1;
    return range;
}

/// What a panel's series are in the book of colours, in their order. Labels tell series apart; names do where
/// there are none (sums, quantiles) or where several series of the panel have the same, so that each has a
/// colour, and the same one wherever it is met. Where names are asked for, they alone count.
std::vector<Labels> bookKeys(const PanelSpec &spec, const PanelData &data)
{
    std::unordered_map<Labels, int, LabelsHash> counts;
    std::vector<Labels> keys;
    keys.reserve(data.series.size());
    for (const PanelSeries &series : data.series) {
        keys.push_back(series.labels.without(metricNameLabel));
        ++counts[keys.back()];
    }
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const PanelSeries &series = data.series[i];
        const auto &color = configOf(spec, series).color;
        if (color && color->mode == ColorMode::PaletteClassicByName)
            keys[i] = Labels(std::vector<Label>{{"name", series.name}});
        else if (keys[i].empty() || counts.at(keys[i]) > 1)
            keys[i] = keys[i].with("legend name", series.name);
    }
    return keys;
}

} // namespace

SeriesKey keyOf(const PanelSeries &series)
{
    return {series.query, series.labels};
}

SeriesLooks::SeriesLooks()
    : m_book(std::make_shared<SeriesColorBook>())
{}

/// Whether the series are those of the last answer, which keep theirs.
bool SeriesLooks::assignSlots(const PanelSpec &spec, const PanelData &data)
{
    const bool same =
        std::ranges::equal(data.series, m_keys, [](const PanelSeries &series, const SeriesKey &key) {
            return series.query == key.first && series.labels == key.second;
        });
    if (same)
        return true;
    std::map<SeriesKey, std::size_t> known;
    for (std::size_t i = 0; i < m_keys.size(); ++i)
        known.emplace(m_keys[i], m_slots[i]);
    constexpr auto none = static_cast<std::size_t>(-1);
    std::vector<SeriesKey> keys;
    std::vector<std::size_t> slotsNow;
    std::vector<std::size_t> taken;
    for (const PanelSeries &series : data.series) {
        keys.push_back(keyOf(series));
        const auto old = known.find(keys.back());
        slotsNow.push_back(old == known.end() ? none : old->second);
        if (old != known.end())
            taken.push_back(old->second);
    }
    const std::vector<Labels> inBook = bookKeys(spec, data);
    const auto assign = [&](bool inBookYet) {
        for (std::size_t i = 0; i < slotsNow.size(); ++i) {
            if (slotsNow[i] != none || m_book->knows(inBook[i]) != inBookYet)
                continue;
            // Beyond all looks they are taken anyway: nothing but the next one's turn is to be searched any
            // more.
            const std::size_t told = taken.size() >= seriesLookCount ? 1 : taken.size();
            slotsNow[i] = m_book->slotOf(inBook[i], std::span(taken).last(told), LookKind::Line);
            taken.push_back(slotsNow[i]);
        }
    };
    assign(true);
    assign(false);
    // What was new and is there twice has become known on the way.
    assign(true);
    m_keys = std::move(keys);
    m_slots = std::move(slotsNow);
    return false;
}

const std::vector<SeriesLook> &SeriesLooks::looks(const PanelSpec &spec, const PanelData &data,
                                                  const Theme &theme)
{
    const std::pair colors(theme.kind, theme.contrast);
    const bool configured = std::ranges::any_of(data.series, [&spec](const PanelSeries &series) {
        const auto &color = configOf(spec, series).color;
        return color && !isPalette(*color);
    });
    const bool same = assignSlots(spec, data) && m_theme == colors;
    // Configured colours may go by values, and are of any theme.
    m_theme = configured ? std::nullopt : std::optional(colors);
    if (same && !configured)
        return m_looks;
    ++m_version;
    std::optional<FieldRange> all;
    m_looks.clear();
    for (std::size_t i = 0; i < data.series.size(); ++i) {
        SeriesLook look = seriesLook(m_slots[i], theme);
        const FieldConfig &config = configOf(spec, data.series[i]);
        if (config.color) {
            if (!all && goesByValue(*config.color))
                all = rangeOfAll(data);
            const auto color = configuredColor(config, data.series[i], i, all.value_or(FieldRange()), theme);
            if (color)
                look = {*color, {}};
        }
        m_looks.push_back(std::move(look));
    }
    return m_looks;
}

FieldRange rangeOfAll(const PanelData &data)
{
    std::optional<FieldRange> all;
    for (const PanelSeries &series : data.series) {
        if (const auto range = valueRange(series.samples))
            all = all ? FieldRange{std::min(all->low, range->low), std::max(all->high, range->high)}
                      : FieldRange{range->low, range->high};
    }
    return all.value_or(FieldRange());
}

std::optional<QColor> configuredColor(const FieldConfig &config, const PanelSeries &series, std::size_t index,
                                      const FieldRange &all, const Theme &theme)
{
    if (!config.color || isPalette(*config.color))
        return std::nullopt;
    const auto named = [&theme](std::string_view name) -> std::optional<QColor> {
        const QColor color = theme.named(name);
        return color.isValid() ? std::optional(color) : std::nullopt;
    };
    if (config.color->mode == ColorMode::Fixed)
        return named(config.color->fixed);
    Field field;
    if (goesByValue(*config.color))
        field.values = {decidingValue(*config.color, series.samples)};
    DisplayContext context;
    context.surface = surfaceOf(theme);
    context.series = SeriesIdentity{index, series.name};
    const DisplayProcessor processor(colorConfig(config), FieldType::Number, rangeWith(config, all), context);
    return named(processor.seriesColor(field));
}

bool coloredByValue(const FieldConfig &config) noexcept
{
    return config.color && goesByValue(*config.color) && config.graph.gradient == GradientMode::Scheme;
}

std::vector<QRgb> schemeRows(const FieldConfig &config, const ScaledAxis &axis, int height,
                             const Theme &theme)
{
    const FieldRange ends{axis.transform.backward(axis.low), axis.transform.backward(axis.high)};
    DisplayContext context;
    context.surface = surfaceOf(theme);
    const DisplayProcessor processor(colorConfig(config), FieldType::Number, rangeWith(config, ends),
                                     context);
    std::vector<QRgb> rows;
    rows.reserve(static_cast<std::size_t>(std::max(height, 0)));
    for (int row = 0; row < height; ++row) {
        const double drawn = valueInSpan(axis.high, axis.low, (row + 0.5) / height);
        const QColor color = theme.named(processor.display(axis.transform.backward(drawn)).color);
        rows.push_back((color.isValid() ? color : theme.textMuted).rgb());
    }
    return rows;
}

std::vector<QRgb> hueRows(const QColor &color, int height)
{
    float hue = 0;
    float saturation = 0;
    float lightness = 0;
    color.getHslF(&hue, &saturation, &lightness);
    std::vector<QRgb> rows;
    rows.reserve(static_cast<std::size_t>(std::max(height, 0)));
    for (int row = 0; row < height; ++row) {
        const auto depth = static_cast<float>(row) / static_cast<float>(height);
        const float turned = std::max(hue, 0.0F) + static_cast<float>(hueTurn) / 360.0F * depth;
        rows.push_back(QColor::fromHslF(turned - std::floor(turned), saturation, lightness).rgb());
    }
    return rows;
}

QGradientStops schemeStops(const FieldConfig &config, const Theme &theme)
{
    QGradientStops stops;
    if (!coloredByValue(config))
        return stops;
    if (config.color->mode == ColorMode::Thresholds && config.thresholds) {
        const auto &steps = config.thresholds->steps;
        const auto count = static_cast<double>(steps.size());
        for (std::size_t i = 0; i < steps.size(); ++i) {
            const QColor color = theme.named(steps[i].color);
            stops.append({static_cast<double>(i) / count, color});
            stops.append({(static_cast<double>(i) + 0.999) / count, color});
        }
        return stops;
    }
    const ScaledAxis whole{{}, 0, 1, {}};
    FieldConfig open = config;
    open.min = 0;
    open.max = 1;
    constexpr int count = 8;
    const std::vector<QRgb> rows = schemeRows(open, whole, count, theme);
    for (int i = 0; i < count; ++i)
        stops.append({i / (count - 1.0), QColor(rows[static_cast<std::size_t>(count - 1 - i)])});
    return stops;
}

} // namespace sightglass
