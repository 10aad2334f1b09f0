// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/timeseriespanel.h"

#include "model/dashboard/panelfields.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/valuetext.h"
#include "widgets/panelkit/instantvalues.h"
#include "widgets/panelkit/legendview.h"
#include "widgets/panelkit/seriesstats.h"
#include "widgets/plots/timeseriesplot.h"
#include "widgets/style/seriescolors.h"

#include <algorithm>

namespace sightglass {

namespace {

constexpr double legendShare = 0.35; ///< of the panel's height, at most
constexpr int legendGap = 4;
/// Below this height the lines need all the room.
constexpr int smallestWithLegend = 110;

} // namespace

TimeSeriesPanel::TimeSeriesPanel(const PanelSpec &spec, const Theme &theme, QWidget *parent)
    : PanelView(parent)
    , m_spec(spec)
    , m_theme(theme)
    , m_plot(new TimeSeriesPlot(spec, theme, this))
{
    m_plot->setAccessibleName(tr("Chart: %1").arg(displayText(std::string_view(spec.title))));
    joinPlot(*m_plot, *this);
    if (legendOptions().mode != LegendMode::Hidden) {
        m_legend = new LegendView(legendOptions().mode, theme, this);
        connect(m_legend, &LegendView::isolateRequested, this, &TimeSeriesPanel::isolate);
        connect(m_legend, &LegendView::toggleRequested, this, &TimeSeriesPanel::toggle);
    }
}

const LegendOptions &TimeSeriesPanel::legendOptions() const
{
    static const LegendOptions standard;
    const LegendOptions *own = legendOf(m_spec.options);
    return own != nullptr ? *own : standard;
}

QColor TimeSeriesPanel::colorOf(std::size_t index) const
{
    const auto &configured = configOf(m_spec, m_data->series[index]).color;
    const QColor fixed =
        configured && configured->mode == ColorMode::Fixed ? m_theme.named(configured->fixed) : QColor();
    return fixed.isValid() ? fixed : seriesColor(m_colors.at(keyOf(index)), m_theme.kind);
}

TimeSeriesPanel::Key TimeSeriesPanel::keyOf(std::size_t index) const
{
    const PanelSeries &series = m_data->series[index];
    return {series.query, series.labels};
}

void TimeSeriesPanel::assignColors()
{
    std::map<Key, std::size_t> colors;
    std::set<std::size_t> taken;
    for (std::size_t i = 0; i < m_data->series.size(); ++i) {
        const auto known = m_colors.find(keyOf(i));
        if (known != m_colors.end()) {
            colors.insert(*known);
            taken.insert(known->second);
        }
    }
    std::size_t next = 0;
    for (std::size_t i = 0; i < m_data->series.size(); ++i) {
        const auto [it, added] = colors.try_emplace(keyOf(i), 0);
        if (!added)
            continue;
        while (taken.contains(next))
            ++next;
        it->second = next++;
    }
    m_colors = std::move(colors);
}

void TimeSeriesPanel::setData(const PanelDataPtr &answer)
{
    m_data = answer;
    assignColors();
    present();
}

void TimeSeriesPanel::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_plot->setTheme(theme);
    if (m_legend)
        m_legend->setTheme(theme);
    if (m_data)
        present();
}

void TimeSeriesPanel::setCrosshair(std::optional<TimestampMs> at)
{
    m_plot->setCrosshair(at);
}

void TimeSeriesPanel::setShownRange(TimeRange range)
{
    m_plot->setShownRange(range);
}

std::int64_t TimeSeriesPanel::columnUs() const
{
    return m_plot->columnUs();
}

void TimeSeriesPanel::setTimeZone(const QTimeZone &zone)
{
    m_plot->setTimeZone(zone);
}

void TimeSeriesPanel::present()
{
    std::vector<TimeSeriesPlot::Look> looks;
    std::vector<LegendItem> items;
    QStringList columns;
    for (const Calculation calculation : legendOptions().values)
        columns.append(calculationName(calculation));
    for (std::size_t i = 0; i < m_data->series.size(); ++i) {
        const PanelSeries &series = m_data->series[i];
        const QColor color = colorOf(i);
        const bool visible = !m_hidden.contains(keyOf(i));
        looks.push_back({color, displayText(std::string_view(series.name)), visible});
        if (!m_legend)
            continue;
        LegendItem item{color, looks.back().name, {}, visible};
        for (const Calculation calculation : legendOptions().values) {
            const auto value = calculateSeries(calculation, series.samples);
            item.values.append(value ? valueText(configOf(m_spec, series), *value) : QStringLiteral("–"));
        }
        items.push_back(std::move(item));
    }
    if (m_legend) {
        m_legend->setItems(columns, std::move(items));
        placeLegend();
    }
    m_plot->setData(m_data, std::move(looks));
}

void TimeSeriesPanel::placeLegend()
{
    const QRect all = rect();
    int legendHeight = 0;
    if (m_legend && all.height() >= smallestWithLegend)
        legendHeight = std::min(m_legend->heightForItems(all.width()),
                                m_legend->wholeRows(static_cast<int>(all.height() * legendShare)));
    const int used = legendHeight > 0 ? legendHeight + legendGap : 0;
    m_plot->setGeometry(all.adjusted(0, 0, 0, -used));
    if (m_legend) {
        m_legend->setVisible(legendHeight > 0);
        m_legend->setGeometry(all.left(), all.bottom() + 1 - legendHeight, all.width(), legendHeight);
    }
}

void TimeSeriesPanel::resizeEvent(QResizeEvent *event)
{
    placeLegend();
    PanelView::resizeEvent(event);
}

void TimeSeriesPanel::isolate(int index)
{
    const Key chosen = keyOf(static_cast<std::size_t>(index));
    const auto count = m_data->series.size();
    bool alone = !m_hidden.contains(chosen);
    for (std::size_t i = 0; i < count && alone; ++i)
        alone = keyOf(i) == chosen || m_hidden.contains(keyOf(i));
    m_hidden.clear();
    for (std::size_t i = 0; i < count && (!alone || count == 1); ++i) {
        if (keyOf(i) != chosen)
            m_hidden.insert(keyOf(i));
    }
    present();
}

void TimeSeriesPanel::toggle(int index)
{
    const Key key = keyOf(static_cast<std::size_t>(index));
    if (m_hidden.erase(key) == 0)
        m_hidden.insert(key);
    present();
}

} // namespace sightglass
