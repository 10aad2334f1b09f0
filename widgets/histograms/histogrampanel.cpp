// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/histograms/histogrampanel.h"

#include "model/presentation/displaytext.h"
#include "widgets/histograms/histogramchart.h"
#include "widgets/panelkit/instantvalues.h"
#include "widgets/panelkit/seriesstats.h"

#include <algorithm>
#include <numeric>

namespace sightglass {

namespace {

/// Of bars that are alone, and of those that lie over each other.
constexpr double usualFill = 80;
constexpr double overlaidFill = 35;

HistogramOptions optionsOf(const PanelSpec &spec)
{
    const auto *own = std::get_if<HistogramOptions>(&spec.options);
    HistogramOptions options = own != nullptr ? *own : HistogramOptions();
    // Grafana says it of the fields.
    if (spec.field.graph.stacking)
        options.stacking = spec.field.graph.stacking->mode;
    return options;
}

} // namespace

HistogramPanel::HistogramPanel(const PanelSpec &spec, const Theme &theme, QWidget *parent)
    : PresentedView(spec, optionsOf(spec).legend, theme, parent)
    , m_options(optionsOf(spec))
    , m_chart(new HistogramChart(m_options, theme, this))
{
    m_chart->setAccessibleName(tr("Histogram: %1").arg(displayText(std::string_view(spec.title))));
    setContent(m_chart);
}

HistogramPanel::~HistogramPanel() = default;

void HistogramPanel::themeChanged()
{
    m_chart->setTheme(theme());
}

const FieldConfig &HistogramPanel::configOf(const BinSeries &series) const
{
    return series.config ? *series.config : spec().field;
}

QString HistogramPanel::nameOf(const BinSeries &series) const
{
    return series.name.empty() ? tr("all observations") : displayText(std::string_view(series.name));
}

void HistogramPanel::present()
{
    m_bins = binnedData(*answer(), spec());
    showBins();
}

void HistogramPanel::showBins()
{
    HistogramChart::Content content;
    std::vector<LegendEntry> entries;
    std::vector<std::size_t> taken;
    const bool isOverlaid = m_bins.series.size() > 1 && m_options.stacking == StackingMode::None;
    for (const BinSeries &series : m_bins.series) {
        const FieldConfig &config = configOf(series);
        LegendEntry entry;
        entry.key = {series.query, series.labels, series.name};
        const std::size_t slot = book().slotOf(
            series.labels.empty() ? Labels(std::vector<Label>{{"name", series.name}}) : series.labels, taken);
        taken.push_back(slot);
        const bool isFixed = config.color && config.color->mode == ColorMode::Fixed;
        QColor color = isFixed ? theme().named(config.color->fixed) : QColor();
        if (!color.isValid())
            color = seriesLook(slot, theme()).color;
        const HideFrom hide = config.graph.hideFrom.value_or(HideFrom());
        BinLook look;
        look.color = color;
        look.isShown = !isHidden(entry.key) && !hide.plot;
        look.fill = config.graph.fillOpacity.value_or(isOverlaid ? overlaidFill : usualFill) / 100;
        look.line = config.graph.lineWidth.value_or(1);
        look.gradient = config.graph.gradient.value_or(GradientMode::None) == GradientMode::Opacity;
        entry.item.color = color;
        entry.item.name = nameOf(series);
        entry.listed = !hide.legend;
        content.looks.push_back({look, entry.item.name});
        entries.push_back(std::move(entry));
    }
    const FieldConfig &first = m_bins.series.empty() ? spec().field : configOf(m_bins.series.front());
    const FieldConfig &values = m_bins.origin == BinOrigin::Table ? spec().field : first;
    content.unit = values.unit.value_or(std::string());
    content.decimals = values.decimals;
    content.data = m_bins;
    m_chart->setContent(std::move(content));
    setEntries(std::move(entries));
}

void HistogramPanel::visibilityChanged()
{
    showBins();
}

/// What its bars count; of the sum of all series all of them.
std::vector<Sample> HistogramPanel::samplesOf(const BinSeries &series) const
{
    std::vector<Sample> samples;
    for (const PanelSeries &one : answer()->series) {
        if (m_options.combine ||
            (one.query == series.query && one.labels == series.labels && one.name == series.name))
            samples.insert(samples.end(), one.inRange().begin(), one.inRange().end());
    }
    return samples;
}

QStringList HistogramPanel::legendColumns() const
{
    if (m_bins.origin == BinOrigin::Values || legendOptions().values.empty())
        return PresentedView::legendColumns();
    return {calculationName(Calculation::Count)};
}

std::vector<LegendValue> HistogramPanel::legendValues(std::size_t entry) const
{
    std::vector<LegendValue> values;
    if (entry >= m_bins.series.size() || legendOptions().values.empty())
        return values;
    const BinSeries &series = m_bins.series[entry];
    if (m_bins.origin != BinOrigin::Values) {
        const double count = std::accumulate(series.counts.begin(), series.counts.end(), 0.0);
        return {{m_chart->countText(count), count}};
    }
    const std::vector<Sample> samples = samplesOf(series);
    for (const Calculation calculation : legendOptions().values) {
        const auto number = calculateSeries(calculation, samples);
        const auto text = [&] {
            return keepsUnit(calculation) ? valueText(configOf(series), *number)
                                          : m_chart->countText(*number);
        };
        values.push_back(number ? LegendValue{text(), *number} : LegendValue{QStringLiteral("–")});
    }
    return values;
}

void HistogramPanel::entryHovered(std::optional<std::size_t> entry)
{
    m_chart->highlight(entry);
}

void HistogramPanel::exportContent(QPainter &painter)
{
    m_chart->exportTo(painter);
}

} // namespace sightglass
