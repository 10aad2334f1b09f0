// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/timeseriespanel.h"

#include "model/dashboard/calculatedsamples.h"
#include "model/dashboard/panelfields.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/timetext.h"
#include "model/presentation/valuetext.h"
#include "widgets/chart/displaylist.h"
#include "widgets/panelkit/instantvalues.h"
#include "widgets/panelkit/legendview.h"
#include "widgets/panelkit/readoutorder.h"
#include "widgets/panelkit/seriesstats.h"
#include "widgets/plots/timeseriesplot.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

constexpr int legendGap = 4;
/// Below this height the lines need all the room.
constexpr int smallestWithLegend = 56; // not as high as panels of three rows of the grid are inside
/// Below this width there is no room for a legend at the right.
constexpr int narrowestWithRight = 220;

/// What the values are of that are not of all there is: "mean: of the values at steps of 30 s". Empty where
/// they are.
QString basisText(const PanelSeries &series, const PanelData &data,
                  const std::vector<Calculation> &calculations)
{
    QStringList names;
    auto basis = CalculationBasis::AllValues;
    for (const Calculation calculation : calculations) {
        const CalculationBasis own = basisOf(series, calculation);
        if (own != CalculationBasis::Steps && own != CalculationBasis::ColumnEnds)
            continue;
        basis = own;
        names << calculationName(calculation);
    }
    if (names.isEmpty())
        return {};
    const QString step = lengthText(series.columnMs > 0 ? series.columnMs : data.stepMs);
    const QString text =
        basis == CalculationBasis::Steps
            ? TimeSeriesPanel::tr("%1: of the values at steps of %2", "calculations, step")
            : TimeSeriesPanel::tr("%1: of the last sample of each %2", "calculations, length of time");
    return text.arg(names.join(QStringLiteral(", ")), step);
}

/// Not of all samples that there are, as its tool tip says.
bool isRough(const PanelSeries &series, Calculation calculation)
{
    return basisOf(series, calculation) == CalculationBasis::ColumnEnds;
}

QString roughText(const QString &text)
{
    return QStringLiteral("≈ ") + text;
}

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
        m_legend = new LegendView(legendOptions(), theme, this);
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

void TimeSeriesPanel::setData(const PanelDataPtr &answer)
{
    if (answer == m_data)
        return;
    m_data = answer;
    m_values.clear();
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

void TimeSeriesPanel::setColorBook(const std::shared_ptr<SeriesColorBook> &book)
{
    m_looks.setBook(book);
}

void TimeSeriesPanel::exportTo(QPainter &painter)
{
    DisplayList list;
    list.add(DisplayList::Fill{QRectF(rect()), m_theme.surface});
    m_plot->addTo(list, m_plot->pos());
    list.paint(painter);
    if (m_legend == nullptr || !m_legend->isVisibleTo(this))
        return;
    painter.save();
    painter.translate(m_legend->pos());
    m_legend->drawing().paint(painter);
    painter.restore();
}

void TimeSeriesPanel::setAnnotations(const AnnotationMarksPtr &marks)
{
    m_plot->setAnnotations(marks);
}

void TimeSeriesPanel::setCrosshair(std::optional<TimestampMs> at)
{
    m_plot->setCrosshair(at);
}

void TimeSeriesPanel::setSharedReadout(std::optional<TimestampMs> at)
{
    m_plot->setSharedReadout(at);
}

void TimeSeriesPanel::setShownRange(TimeRange range)
{
    m_plot->setShownRange(range);
}

std::int64_t TimeSeriesPanel::columnUs() const
{
    return m_plot->columnUs();
}

void TimeSeriesPanel::setFurtherZones(const std::vector<QTimeZone> &zones)
{
    m_plot->setFurtherZones(zones);
}

void TimeSeriesPanel::setTimeZone(const QTimeZone &zone)
{
    m_plot->setTimeZone(zone);
    m_zone = zoneRule(zone);
    m_values.clear(); // of those that are dates
    if (m_data && m_legend)
        presentLegend(m_looks.looks(m_spec, *m_data, m_theme));
}

const QString &TimeSeriesPanel::nameOf(std::size_t index)
{
    const std::string &name = m_data->series[index].name;
    if (m_names.size() <= index)
        m_names.resize(m_data->series.size());
    auto &[known, shown] = m_names[index];
    if (known != name || shown.isNull()) {
        ++m_changes;
        known = name;
        shown = displayText(std::string_view(name));
    }
    return shown;
}

bool TimeSeriesPanel::isShown(const PanelSeries &series) const
{
    return m_hidden.empty() || !m_hidden.contains(keyOf(series));
}

LegendValue TimeSeriesPanel::valueOf(Calculation calculation, std::size_t series) const
{
    const PanelSeries &one = m_data->series[series];
    const auto known = storedNumber(one, calculation);
    const auto total = known ? known : storedTotal(one, calculation);
    const auto value = total ? total : calculateSeries(calculation, calculatedSamples(one, calculation));
    if (!value || std::isnan(*value))
        return {QStringLiteral("–")};
    const QString text = keepsUnit(calculation) ? valueText(configOf(m_spec, one), *value, m_zone)
                                                : valueText(*value, "short");
    return {isRough(one, calculation) ? roughText(text) : text, *value};
}

/// What differs looks different: "last 1.234567903 G" beside "max 1.234567909 G"; by as many digits for each
/// series of the kind, whose texts happen to differ or not.
void TimeSeriesPanel::tellApart(std::vector<LegendValue> &values, std::size_t series) const
{
    const auto &calculations = legendOptions().values;
    std::optional<ValueRange> range;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double number = values[i].number;
        if (!keepsUnit(calculations[i]) || !std::isfinite(number))
            continue;
        range = range ? ValueRange{std::min(range->low, number), std::max(range->high, number)}
                      : ValueRange{number, number};
    }
    // That two values of a lively series are alike to three digits is no reason to write more.
    constexpr double level = 1e-4;
    const double size = range ? std::max(std::abs(range->low), std::abs(range->high)) : 0;
    if (!range || !(range->high - range->low < size * level))
        return;
    const FieldConfig &config = configOf(m_spec, m_data->series[series]);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!keepsUnit(calculations[i]) || !std::isfinite(values[i].number))
            continue;
        const QString text = valueTextWithin(config, values[i].number, range->high - range->low, m_zone);
        values[i].text = isRough(m_data->series[series], calculations[i]) ? roughText(text) : text;
    }
}

void TimeSeriesPanel::present()
{
    const std::vector<SeriesLook> &looks = m_looks.looks(m_spec, *m_data, m_theme);
    if (m_legend) {
        presentLegend(looks);
        placeLegend();
    }
    m_plot->setData(m_data, changedLooks(looks));
}

/// Those of the plot, where they are others than it has.
std::optional<std::vector<TimeSeriesPlot::Look>>
TimeSeriesPanel::changedLooks(const std::vector<SeriesLook> &looks)
{
    for (std::size_t i = 0; i < looks.size(); ++i)
        static_cast<void>(nameOf(i));
    const std::uint64_t changes = m_looks.version() + m_changes;
    if (changes == m_shownChanges)
        return std::nullopt;
    m_shownChanges = changes;
    std::vector<TimeSeriesPlot::Look> plotted;
    plotted.reserve(looks.size());
    for (std::size_t i = 0; i < looks.size(); ++i)
        plotted.push_back({looks[i], nameOf(i), isShown(m_data->series[i])});
    return plotted;
}

/// Reckoned once for each answer: neither another theme nor a hidden line changes them.
const std::vector<LegendValue> &TimeSeriesPanel::legendValues(std::size_t series)
{
    m_values.resize(m_data->series.size());
    std::vector<LegendValue> &values = m_values[series];
    if (values.empty()) {
        for (const Calculation calculation : legendOptions().values)
            values.push_back(valueOf(calculation, series));
        tellApart(values, series);
    }
    return values;
}

void TimeSeriesPanel::presentLegend(const std::vector<SeriesLook> &looks)
{
    QStringList columns;
    for (const Calculation calculation : legendOptions().values)
        columns.append(calculationName(calculation));
    std::vector<LegendItem> items;
    m_legendSeries.clear();
    const int limit = legendOptions().limit.value_or(0);
    const std::size_t most = limit > 0 ? static_cast<std::size_t>(limit) : looks.size();
    for (std::size_t i = 0; i < looks.size() && items.size() < most; ++i) {
        const PanelSeries &series = m_data->series[i];
        const FieldConfig &config = configOf(m_spec, series);
        if (config.graph.hideFrom && config.graph.hideFrom->legend)
            continue;
        LegendItem item{looks[i].color, nameOf(i), {}, isShown(series)};
        item.dash = config.graph.lineStyle ? config.graph.lineStyle->dash : looks[i].dash;
        item.gradient = schemeStops(config, m_theme);
        item.basis = basisText(series, *m_data, legendOptions().values);
        items.push_back(std::move(item));
        m_legendSeries.push_back(i);
    }
    m_legend->setItems(columns, std::move(items),
                       [this](std::size_t item) { return legendValues(m_legendSeries[item]); });
}

void TimeSeriesPanel::placeLegend()
{
    const QRect all = rect();
    QRect plot = all;
    QRect legend;
    if (m_legend && legendOptions().placement == LegendPlacement::Right &&
        all.width() >= narrowestWithRight) {
        const int width = sideLegendWidth(legendOptions().width, m_legend->widthForItems(), all.width());
        legend = QRect(all.right() + 1 - width, all.top(), width, all.height());
        plot.setRight(legend.left() - legendGap - 1);
    } else if (m_legend && all.height() >= smallestWithLegend) {
        const int height = m_legend->heightIn(all.size());
        legend = QRect(all.left(), all.bottom() + 1 - height, all.width(), height);
        if (height > 0)
            plot.setBottom(legend.top() - legendGap - 1);
    }
    m_plot->setGeometry(plot);
    if (m_legend) {
        m_legend->setVisible(!legend.isEmpty());
        m_legend->setGeometry(legend);
    }
}

void TimeSeriesPanel::resizeEvent(QResizeEvent *event)
{
    placeLegend();
    PanelView::resizeEvent(event);
}

void TimeSeriesPanel::isolate(int index)
{
    const SeriesKey chosen = keyOf(m_data->series[m_legendSeries[static_cast<std::size_t>(index)]]);
    const auto &series = m_data->series;
    const bool alone =
        !m_hidden.contains(chosen) && std::ranges::all_of(series, [this, &chosen](const PanelSeries &one) {
            return keyOf(one) == chosen || m_hidden.contains(keyOf(one));
        });
    m_hidden.clear();
    for (const PanelSeries &one : series) {
        if ((!alone || series.size() == 1) && keyOf(one) != chosen)
            m_hidden.insert(keyOf(one));
    }
    ++m_changes;
    present();
}

void TimeSeriesPanel::toggle(int index)
{
    const SeriesKey key = keyOf(m_data->series[m_legendSeries[static_cast<std::size_t>(index)]]);
    if (m_hidden.erase(key) == 0)
        m_hidden.insert(key);
    ++m_changes;
    present();
}

} // namespace sightglass
