// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/samplesmodel.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/histogramdisplay.h"
#include "model/presentation/timetext.h"
#include "parser/base/numbertext.h"

#include <QDateTime>

#include <algorithm>

namespace sightglass {

void SamplesModel::setData(std::shared_ptr<const PanelData> data)
{
    std::vector<Row> rows;
    for (std::size_t i = 0; data && i < data->series.size(); ++i) {
        const SampleRun &samples = data->series[i].samples;
        for (std::size_t k = 0; k < samples.size(); ++k)
            rows.push_back(
                {samples[k].t, static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(k), false});
        const std::vector<HistogramSample> &histograms = data->series[i].histograms;
        for (std::size_t k = 0; k < histograms.size(); ++k)
            rows.push_back(
                {histograms[k].t, static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(k), true});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) { return a.t > b.t; });
    beginResetModel();
    m_data = std::move(data);
    m_rows = std::move(rows);
    endResetModel();
}

void SamplesModel::setTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    if (!m_rows.empty())
        emit dataChanged(index(0, TimeColumn), index(rowCount() - 1, TimeColumn));
}

int SamplesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SamplesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SamplesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole && index.column() == ValueColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return toolTip(row, index.column());
    return role == Qt::DisplayRole ? text(row, index.column()) : QVariant();
}

const FloatHistogram *SamplesModel::histogram(const Row &row) const
{
    return row.native ? m_data->series[row.series].histograms[row.sample].histogram.get() : nullptr;
}

QVariant SamplesModel::toolTip(const Row &row, int column) const
{
    if (column == SeriesColumn)
        return plainToolTip(displayText(m_data->series[row.series].labels.toString(), 2000));
    if (column == ValueColumn && row.native)
        return plainToolTip(histogramDetails(*histogram(row)));
    return {};
}

QString SamplesModel::text(const Row &row, int column) const
{
    const PanelSeries &series = m_data->series[row.series];
    switch (column) {
    case TimeColumn:
        return QDateTime::fromMSecsSinceEpoch(row.t, m_zone)
                   .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")) +
               repeatedHourText(row.t, m_zone);
    case SeriesColumn:
        return displayText(series.labels.toString());
    case ValueColumn:
        return row.native ? histogramSummary(*histogram(row))
                          : QString::fromStdString(formatFloat(series.samples[row.sample].v));
    default:
        return {};
    }
}

QVariant SamplesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == ValueColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == TimeColumn ? tr("Time") : section == SeriesColumn ? tr("Series") : tr("Value");
}

} // namespace sightglass
