// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/categories/barchartpanel.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/timetext.h"
#include "widgets/categories/barchart.h"
#include "widgets/panelkit/instantvalues.h"

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

BarChartOptions optionsOf(const PanelSpec &spec)
{
    const auto *options = std::get_if<BarChartOptions>(&spec.options);
    return options != nullptr ? *options : BarChartOptions();
}

} // namespace

BarChartPanel::BarChartPanel(const PanelSpec &spec, const Theme &theme, QWidget *parent)
    : PresentedView(spec, optionsOf(spec).legend, theme, parent)
    , m_options(optionsOf(spec))
    , m_chart(new BarChart(m_options, theme, this))
{
    m_chart->setAccessibleName(tr("Chart: %1").arg(displayText(std::string_view(spec.title))));
    setContent(m_chart);
}

BarChartPanel::~BarChartPanel() = default;

void BarChartPanel::themeChanged()
{
    m_chart->setTheme(theme());
}

void BarChartPanel::setTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    if (answer())
        present();
}

void BarChartPanel::present()
{
    m_bars = barData(spec(), *answer(), theme(), book(), m_zone);
    showBars();
    speak();
}

void BarChartPanel::showBars()
{
    std::vector<LegendEntry> entries;
    std::vector<bool> shown;
    for (const BarSeries &series : m_bars.series) {
        LegendEntry entry;
        entry.key = series.key;
        entry.item.color = series.color;
        entry.item.name = series.name;
        entry.listed = series.listed;
        entries.push_back(std::move(entry));
        shown.push_back(!isHidden(series.key));
    }
    m_chart->setBars(m_bars, std::move(shown));
    setEntries(std::move(entries));
}

void BarChartPanel::visibilityChanged()
{
    showBars();
}

std::vector<LegendValue> BarChartPanel::legendValues(std::size_t entry) const
{
    std::vector<LegendValue> values;
    if (entry >= m_bars.series.size())
        return values;
    const BarSeries &series = m_bars.series[entry];
    for (const Calculation calculation : legendOptions().values) {
        const double number = calculate(calculation, series.values);
        if (std::isnan(number)) {
            values.push_back({QStringLiteral("–")});
            continue;
        }
        FieldConfig config = series.config;
        if (!keepsUnit(calculation))
            config.unit = "short";
        values.push_back({valueText(config, number, zoneRule(m_zone)), number});
    }
    return values;
}

void BarChartPanel::entryHovered(std::optional<std::size_t> entry)
{
    m_chart->highlight(entry);
}

void BarChartPanel::exportContent(QPainter &painter)
{
    m_chart->exportTo(painter);
}

void BarChartPanel::speak()
{
    QString text = tr("%n categories", nullptr, static_cast<int>(m_bars.categories.size()));
    if (m_bars.leftOut > 0)
        text += QStringLiteral(", ") + tr("%n left out", nullptr,
                                          static_cast<int>(std::min<std::size_t>(m_bars.leftOut, 1'000'000)));
    if (text != accessibleDescription())
        setAccessibleDescription(text);
}

} // namespace sightglass
