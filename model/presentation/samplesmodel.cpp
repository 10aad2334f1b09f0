// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/samplesmodel.h"

#include "model/presentation/displaytext.h"
#include "parser/base/numbertext.h"

#include <QDateTime>

#include <algorithm>

namespace sightglass {

void SamplesModel::setData(std::shared_ptr<const PanelData> data)
{
    std::vector<Row> rows;
    for (std::size_t i = 0; data && i < data->series.size(); ++i) {
        const std::vector<Sample> &samples = data->series[i].samples;
        for (std::size_t k = 0; k < samples.size(); ++k)
            rows.push_back({samples[k].t, static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(k)});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) { return a.t > b.t; });
    beginResetModel();
    m_data = std::move(data);
    m_rows = std::move(rows);
    endResetModel();
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
    if (!index.isValid())
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const PanelSeries &series = m_data->series[row.series];
    if (role == Qt::TextAlignmentRole && index.column() == ValueColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && index.column() == SeriesColumn)
        return plainToolTip(displayText(series.labels.toString(), 2000));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case TimeColumn:
        return QDateTime::fromMSecsSinceEpoch(row.t).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
    case SeriesColumn:
        return displayText(series.labels.toString());
    case ValueColumn:
        return QString::fromStdString(formatFloat(series.samples[row.sample].v));
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
