// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charttablemodel.h"

#include "model/core/timegrid.h"
#include "model/dashboard/panelfields.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/histogramdisplay.h"
#include "model/presentation/timetext.h"
#include "widgets/chart/decimate.h"
#include "widgets/panelkit/instantvalues.h"
#include "widgets/panelkit/readoutorder.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>
#include <utility>

namespace sightglass {

namespace {

/// More rows than this are no table any more.
constexpr std::size_t mostOwnRows = 200'000;

bool haveOwnTimes(const PanelData &data)
{
    std::size_t count = 0;
    for (const PanelSeries &series : data.series)
        count += series.isStored() ? series.samples.size() : 0;
    return count <= mostOwnRows;
}

/// Whether rows tell of a column of time of the series rather than of a sample.
bool isToldByColumns(const PanelSeries &series, bool ownTimes)
{
    return series.isThinned() && !(ownTimes && series.isStored());
}

/// The row that a value is told in: of a thinned series, the end of its column.
TimestampMs rowTime(const PanelSeries &series, TimestampMs t, TimeRange range)
{
    return std::min(gridFloor(t - 1, series.columnMs) + series.columnMs, std::max(range.to, t));
}

/// The values of a thinned series that a row tells of.
std::span<const Sample> samplesOfRow(const PanelSeries &series, TimestampMs t)
{
    const TimestampMs from = gridFloor(t - 1, series.columnMs);
    const auto begin = std::ranges::upper_bound(series.samples, from, {}, &Sample::t);
    const auto end = std::ranges::upper_bound(series.samples, t, {}, &Sample::t);
    return {begin, std::max(begin, end)};
}

/// All times of all series, ascending. Series of a panel mostly share their times, so that joining one after
/// the other mostly adds nothing.
std::vector<TimestampMs> timesOf(const PanelData &data, bool ownTimes)
{
    std::vector<TimestampMs> times;
    std::vector<TimestampMs> own;
    const auto join = [&times, &own] {
        if (std::ranges::equal(times, own))
            return;
        std::vector<TimestampMs> both;
        both.reserve(std::max(times.size(), own.size()));
        std::ranges::set_union(times, own, std::back_inserter(both));
        times = std::move(both);
    };
    for (const PanelSeries &series : data.series) {
        own.clear();
        const bool byColumns = isToldByColumns(series, ownTimes);
        for (const Sample &sample : series.inRange()) {
            const TimestampMs t = byColumns ? rowTime(series, sample.t, data.range) : sample.t;
            if (own.empty() || own.back() != t)
                own.push_back(t);
        }
        join();
        own.clear();
        for (const HistogramSample &sample : series.histograms)
            own.push_back(sample.t);
        if (!own.empty())
            join();
    }
    return times;
}

} // namespace

ChartTableModel::ChartTableModel(PanelSpec spec, QObject *parent)
    : QAbstractTableModel(parent)
    , m_spec(std::move(spec))
{}

bool ChartTableModel::sameColumns(const PanelDataPtr &data) const
{
    return m_data && data &&
           std::ranges::equal(m_data->series, data->series, {}, &PanelSeries::name, &PanelSeries::name);
}

void ChartTableModel::setData(const PanelDataPtr &data)
{
    const bool ownTimes = !data || haveOwnTimes(*data);
    m_spans.assign(data ? data->series.size() : 0, std::nullopt);
    std::vector<TimestampMs> times = data ? timesOf(*data, ownTimes) : std::vector<TimestampMs>();
    const bool same = sameColumns(data) && times.size() == m_times.size() && ownTimes == m_ownTimes;
    const int rows = rowCount();
    const bool isOther = !same || !m_filters.empty();
    if (isOther)
        beginResetModel();
    m_data = data;
    m_ownTimes = ownTimes;
    m_times = std::move(times);
    m_order = ordered();
    if (isOther)
        endResetModel();
    else if (rows > 0)
        emit dataChanged(index(0, 0), index(rows - 1, columnCount() - 1));
    emit arranged();
}

void ChartTableModel::setTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    if (!m_filters.empty())
        setData(PanelDataPtr(m_data)); // texts of times are others
    else if (!m_times.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, 0));
}

int ChartTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order ? m_order->size() : m_times.size());
}

int ChartTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_data ? 0 : 1 + static_cast<int>(m_data->series.size());
}

QString ChartTableModel::textOf(std::size_t series, double value) const
{
    const PanelSeries &one = m_data->series[series];
    std::optional<double> &span = m_spans[series];
    if (!span) {
        const auto range = valueRange(one.samples);
        span = range ? range->high - range->low : 0;
    }
    return valueTextWithin(configOf(m_spec, one), value, *span);
}

/// "3 (1 – 98)": the last value of the column, and between which it was.
QString ChartTableModel::columnAt(std::size_t series, TimestampMs t) const
{
    const std::span<const Sample> samples = samplesOfRow(m_data->series[series], t);
    if (samples.empty())
        return {};
    const QString last = textOf(series, samples.back().v);
    const auto range = valueRange(samples);
    if (!range || (range->low == samples.back().v && range->high == samples.back().v))
        return last;
    return tr("%1 (%2 – %3)", "a value, the lowest and the highest before it")
        .arg(last, textOf(series, range->low), textOf(series, range->high));
}

std::optional<double> ChartTableModel::numberAt(std::size_t series, TimestampMs t) const
{
    const PanelSeries &one = m_data->series[series];
    if (isToldByColumns(one, m_ownTimes)) {
        const bool isTold = t % one.columnMs == 0 || t >= m_data->range.to;
        const std::span<const Sample> samples = isTold ? samplesOfRow(one, t) : std::span<const Sample>();
        return samples.empty() ? std::nullopt : std::optional(samples.back().v);
    }
    const std::span<const Sample> samples = one.inRange();
    const auto sample = std::ranges::lower_bound(samples, t, {}, &Sample::t);
    if (sample != samples.end() && sample->t == t)
        return sample->v;
    const auto histogram = std::ranges::lower_bound(one.histograms, t, {}, &HistogramSample::t);
    const bool has = histogram != one.histograms.end() && histogram->t == t;
    return has ? std::optional(histogram->histogram->count) : std::nullopt;
}

QString ChartTableModel::valueAt(std::size_t series, TimestampMs t) const
{
    const PanelSeries &one = m_data->series[series];
    if (isToldByColumns(one, m_ownTimes))
        return t % one.columnMs == 0 || t >= m_data->range.to ? columnAt(series, t) : QString();
    const std::span<const Sample> samples = one.inRange();
    const auto sample = std::ranges::lower_bound(samples, t, {}, &Sample::t);
    if (sample != samples.end() && sample->t == t)
        return textOf(series, sample->v);
    const auto histogram = std::ranges::lower_bound(one.histograms, t, {}, &HistogramSample::t);
    if (histogram != one.histograms.end() && histogram->t == t)
        return histogramSummary(*histogram->histogram);
    return {};
}

QVariant ChartTableModel::data(const QModelIndex &index, int role) const
{
    if (!m_data || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter) |
                                   (index.column() == 0 ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole)
        return {};
    return textAt(index.column(), timeOf(index.row()));
}

TimestampMs ChartTableModel::rowOf(const PanelSeries &series, TimestampMs t) const
{
    return isToldByColumns(series, m_ownTimes) ? rowTime(series, t, m_data->range) : t;
}

QString ChartTableModel::textAt(int column, TimestampMs t) const
{
    return column > 0 ? valueAt(static_cast<std::size_t>(column) - 1, t) : timeText(t);
}

QString ChartTableModel::timeText(TimestampMs t) const
{
    const QString format =
        t % 1000 == 0 ? QStringLiteral("yyyy-MM-dd HH:mm:ss") : QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz");
    return QDateTime::fromMSecsSinceEpoch(t, m_zone).toString(format) + repeatedHourText(t, m_zone);
}

QVariant ChartTableModel::rowsTip() const
{
    const auto byColumns = [this](const PanelSeries &one) { return isToldByColumns(one, m_ownTimes); };
    if (std::ranges::any_of(m_data->series, byColumns))
        return plainToolTip(tr("A row tells of the time since the row below: the last value, and in brackets "
                               "the lowest and the highest one"));
    const auto thinned = std::ranges::find_if(
        m_data->series, [](const PanelSeries &one) { return one.isStored() && !one.isWhole(); });
    if (thinned == m_data->series.end())
        return {};
    return plainToolTip(
        tr("Of each %1 the first, the lowest, the highest and the last sample", "a length of time")
            .arg(lengthText(thinned->columnMs)));
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || !m_data || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter) |
                                   (section == 0 ? Qt::AlignLeft : Qt::AlignRight));
    if (section == 0 && role == Qt::ToolTipRole)
        return rowsTip();
    if (section == 0)
        return role == Qt::DisplayRole ? tr("Time") : QVariant();
    const std::string &name = m_data->series[static_cast<std::size_t>(section) - 1].name;
    if (role == Qt::DisplayRole)
        return displayText(std::string_view(name), 80);
    if (role == Qt::ToolTipRole)
        return plainToolTip(displayText(std::string_view(name)));
    return {};
}

} // namespace sightglass
