// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/categories/piepanel.h"

#include "model/presentation/displaytext.h"
#include "widgets/categories/piechart.h"

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

constexpr std::size_t spokenValues = 20;

PieOptions optionsOf(const PanelSpec &spec)
{
    const auto *options = std::get_if<PieOptions>(&spec.options);
    return options != nullptr ? *options : PieOptions();
}

} // namespace

PiePanel::PiePanel(const PanelSpec &spec, const Theme &theme, QWidget *parent)
    : PresentedView(spec, optionsOf(spec).legend, theme, parent)
    , m_options(optionsOf(spec))
    , m_chart(new PieChart(m_options, theme, this))
{
    m_chart->setAccessibleName(tr("Chart: %1").arg(displayText(std::string_view(spec.title))));
    setContent(m_chart);
}

PiePanel::~PiePanel() = default;

void PiePanel::themeChanged()
{
    m_chart->setTheme(theme());
}

void PiePanel::setTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    if (answer())
        present();
}

void PiePanel::present()
{
    m_values = pieValues(spec(), *answer(), theme(), book(), m_zone);
    showValues();
    speak();
}

void PiePanel::showValues()
{
    std::vector<LegendEntry> entries;
    std::vector<bool> shown;
    for (const PieValue &value : m_values) {
        LegendEntry entry;
        entry.key = value.key;
        entry.item.color = value.color;
        entry.item.name = value.name;
        entry.listed = value.listed;
        entries.push_back(std::move(entry));
        shown.push_back(!isHidden(value.key));
    }
    m_chart->setValues(m_values, std::move(shown));
    setEntries(std::move(entries));
}

void PiePanel::visibilityChanged()
{
    showValues();
}

QStringList PiePanel::legendColumns() const
{
    QStringList columns;
    if (m_options.legendValues.value)
        columns.append(tr("value"));
    if (m_options.legendValues.percent)
        columns.append(tr("percent"));
    return columns;
}

std::vector<LegendValue> PiePanel::legendValues(std::size_t entry) const
{
    std::vector<LegendValue> values;
    if (entry >= m_values.size())
        return values;
    const PieValue &value = m_values[entry];
    if (m_options.legendValues.value)
        values.push_back({value.text, value.value});
    if (m_options.legendValues.percent) {
        const double share = m_chart->shareOf(entry);
        values.push_back(
            {std::isnan(share) ? QStringLiteral("—") : percentText(share, value.decimals), share});
    }
    return values;
}

void PiePanel::entryHovered(std::optional<std::size_t> entry)
{
    m_chart->highlight(entry);
}

void PiePanel::exportContent(QPainter &painter)
{
    m_chart->exportTo(painter);
}

void PiePanel::speak()
{
    QStringList spoken;
    for (std::size_t i = 0; i < std::min(m_values.size(), spokenValues); ++i)
        spoken.append(tr("%1: %2", "name and value").arg(m_values[i].name, m_values[i].text));
    if (m_values.empty())
        spoken.append(tr("No data"));
    const QString text = spoken.join(QStringLiteral(", "));
    if (text != accessibleDescription())
        setAccessibleDescription(text);
}

} // namespace sightglass
