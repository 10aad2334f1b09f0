// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/heatmapplot.h"

#include "model/presentation/valuetext.h"
#include "parser/base/numbertext.h"
#include "widgets/chart/numberticks.h"

#include <QPainter>

#include <cmath>
#include <limits>
#include <numeric>

namespace sightglass {

namespace {

constexpr double labelSpacing = 17; ///< logical pixels between bucket bounds, at least
constexpr std::string_view boundLabel = "le";

} // namespace

HeatmapPlot::HeatmapPlot(const PanelSpec &spec, const Theme &theme, QWidget *parent)
    : TimePlot(theme, parent)
    , m_spec(spec)
    , m_data(std::make_shared<HeatmapData>())
{
    setExemplarUnit(m_spec.field.unit.value_or(std::string()), m_spec.field.decimals);
}

const ColorRamp &HeatmapPlot::ramp() const
{
    static const ColorRamp onDark = rampOnDark();
    static const ColorRamp onLight = rampOnLight();
    return theme().kind == ThemeKind::Dark ? onDark : onLight;
}

void HeatmapPlot::setData(const PanelDataPtr &answer)
{
    std::vector<CumulativeSeries> series;
    for (const PanelSeries &one : answer->series) {
        if (const auto bound = parseFloat(one.labels.value(boundLabel)))
            series.push_back({*bound, one.samples});
    }
    m_data = std::make_shared<const HeatmapData>(heatmapData(std::move(series)));
    const double largest = m_data->largest();
    // A round end keeps the colours, and with them the picture, while the largest count wavers.
    m_full = largest > 0 ? roundStep(largest, NumberBase::Decimal) : 0;
    QString message;
    if (answer->series.empty() || m_data->times.empty())
        message = m_data->bounds.empty() && !answer->series.empty() ? tr("No series with an le label")
                                                                    : tr("No data in this time range");
    setMessage(message);
    setExemplars(answer);
    setEvents(answer);
    setRange(answer->range, answer->stepMs);
}

double HeatmapPlot::exemplarY(double value, int height) const
{
    return m_data->bounds.empty() ? std::numeric_limits<double>::quiet_NaN()
                                  : yOfValue(value, *m_data, height);
}

QString HeatmapPlot::boundText(double bound) const
{
    const std::string unit = m_spec.field.unit.value_or(std::string());
    return valueText(bound, std::isinf(bound) ? "none" : unit, m_spec.field.decimals);
}

ValueAxes HeatmapPlot::valueAxes(int height)
{
    ValueAxes axes;
    std::vector<AxisLabel> &labels = axes.left.emplace_back().labels;
    const std::size_t buckets = m_data->bounds.size();
    if (buckets == 0)
        return axes;
    const double row = height / ratio() / static_cast<double>(buckets);
    const auto every = static_cast<std::size_t>(std::max(1.0, std::ceil(labelSpacing / std::max(row, 1e-6))));
    // Edge k lies below bucket k; the top edge is the largest bound.
    for (std::size_t edge = 0; edge <= buckets; edge += every) {
        const double bound = edge == 0 ? m_data->lowerBound(0) : m_data->bounds[edge - 1];
        labels.push_back({1 - static_cast<double>(edge) / static_cast<double>(buckets), boundText(bound)});
    }
    return axes;
}

void HeatmapPlot::drawLayer(ColumnLayer &layer, const PlotAxes &axes)
{
    HeatmapScene scene;
    scene.data = m_data;
    scene.grid = grid();
    scene.height = axes.plot().height();
    scene.stepMs = stepMs();
    scene.full = m_full > 0 ? m_full : 1;
    scene.ramp = ramp();
    scene.background = theme().surface.rgb();
    scene.gridColor = theme().grid.rgb();
    scene.gridColumns = axes.tickColumns(grid());
    const std::vector<ColumnRange> changed = changedColumns(m_scene, scene);
    layer.update(scene.grid, scene.height, changed,
                 [&scene](ColumnRange range, QImage &ring) { rasterHeatmap(scene, range, ring); });
    m_scene = std::move(scene);
}

Readout HeatmapPlot::readoutAt(const Place &place) const
{
    const auto step = m_data->bounds.empty() ? std::nullopt : stepAt(*m_data, place.at, stepMs());
    if (!step)
        return {};
    const auto counts = m_data->at(*step);
    const double total = std::accumulate(counts.begin(), counts.end(), 0.0);
    const auto perSecond = [](double count) { return tr("%1/s").arg(valueText(count, "short")); };
    Readout readout;
    readout.title = timeText(m_data->times[*step], stepMs(), timeZone());
    if (place.y < 0) {
        readout.rows.push_back({theme().textMuted, tr("all buckets"), perSecond(total), false});
        return readout;
    }
    const std::size_t bucket = bucketAt(place.y, counts.size(), m_scene.height);
    const auto shade = static_cast<std::size_t>(std::lround(heat(counts[bucket], m_scene.full) * 255));
    const QString name = tr("%1 – %2", "from a lower to an upper bound")
                             .arg(boundText(m_data->lowerBound(bucket)), boundText(m_data->bounds[bucket]));
    readout.rows.push_back({counts[bucket] > 0 ? QColor(m_scene.ramp[shade]) : theme().track, name,
                            perSecond(counts[bucket]), true});
    if (total > 0)
        readout.note = tr("%1 of %2").arg(valueText(counts[bucket] / total, "percentunit"), perSecond(total));
    return readout;
}

void HeatmapPlot::paintMarks(QPainter &painter, const Place &place) const
{
    if (place.y < 0 || m_data->bounds.empty())
        return;
    const CellRows rows = cellRows(bucketAt(place.y, m_data->bounds.size(), m_scene.height),
                                   m_data->bounds.size(), m_scene.height);
    const auto x = static_cast<int>(grid().columnOf(place.at) - grid().first);
    const int half = std::max(3, static_cast<int>(4 * ratio()));
    painter.setPen(QPen(theme().text, std::max(1.0, std::floor(ratio()))));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRect(x - half, rows.top, 2 * half, rows.bottom - rows.top));
}

} // namespace sightglass
