// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/values/legendedbars.h"

#include "model/dashboard/calculatedsamples.h"
#include "model/presentation/timetext.h"
#include "model/presentation/valuetext.h"
#include "widgets/panelkit/seriesstats.h"
#include "widgets/values/bargaugepanel.h"

#include <cmath>
#include <utility>

namespace sightglass {

namespace {

LegendKey keyOf(const InstantValue &value)
{
    return {0, value.labels, value.name.toStdString()};
}

std::optional<double> calculated(const PanelSeries &series, Calculation calculation)
{
    if (const auto known = storedNumber(series, calculation))
        return known;
    if (const auto total = storedTotal(series, calculation))
        return total;
    return calculateSeries(calculation, calculatedSamples(series, calculation));
}

} // namespace

LegendedBars::LegendedBars(const PanelSpec &spec, const LegendOptions &legend, const Theme &theme,
                           QWidget *parent)
    : PresentedView(spec, legend, theme, parent)
    , m_bars(new BarGaugePanel(spec, theme, this))
{
    m_bars->setHidden([this](const InstantValue &value) { return isHidden(keyOf(value)); });
    connect(m_bars, &PanelView::linkRequested, this, &PanelView::linkRequested);
    setContent(m_bars);
}

void LegendedBars::setTimeZone(const QTimeZone &zone)
{
    m_zone = zoneRule(zone);
    m_bars->setTimeZone(zone);
}

void LegendedBars::themeChanged()
{
    m_bars->setTheme(theme());
}

void LegendedBars::present()
{
    if (std::exchange(m_givenBook, sharedBook()) != sharedBook())
        m_bars->setColorBook(sharedBook());
    m_bars->setData(answer());
    list();
    if (accessibleName() != m_bars->accessibleName())
        setAccessibleName(m_bars->accessibleName());
}

void LegendedBars::visibilityChanged()
{
    m_bars->setHidden([this](const InstantValue &value) { return isHidden(keyOf(value)); });
    list();
}

void LegendedBars::list()
{
    std::vector<LegendEntry> entries;
    for (const InstantValue &value : m_bars->allValues()) {
        LegendEntry entry;
        entry.key = keyOf(value);
        entry.item.color = value.color;
        entry.item.name = value.name;
        entry.listed = !value.config || !value.config->graph.hideFrom.value_or(HideFrom()).legend;
        entries.push_back(std::move(entry));
    }
    setEntries(std::move(entries));
}

std::vector<LegendValue> LegendedBars::legendValues(std::size_t entry) const
{
    std::vector<LegendValue> values;
    if (entry >= m_bars->allValues().size())
        return values;
    const InstantValue &value = m_bars->allValues()[entry];
    for (const Calculation calculation : legendOptions().values) {
        // A value that is no series, but a row or a column, is all that there is to calculate with.
        const std::optional<double> number =
            value.series ? calculated(answer()->series[*value.series], calculation) : value.value;
        if (!number || std::isnan(*number))
            values.push_back({QStringLiteral("–")});
        else
            values.push_back({keepsUnit(calculation) && value.config
                                  ? valueText(*value.config, *number, m_zone)
                                  : valueText(*number, "short"),
                              *number});
    }
    return values;
}

void LegendedBars::exportContent(QPainter &painter)
{
    m_bars->exportTo(painter);
}

PanelView *createBarGauge(const PanelSpec &spec, const Theme &theme, QWidget *parent)
{
    const auto *options = std::get_if<BarGaugeOptions>(&spec.options);
    if (options == nullptr || options->legend.mode == LegendMode::Hidden)
        return new BarGaugePanel(spec, theme, parent);
    return new LegendedBars(spec, options->legend, theme, parent);
}

} // namespace sightglass
