// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/instanttablemodel.h"

#include "widgets/panels/instantvalues.h"
#include "widgets/panels/seriesstats.h"
#include "widgets/style/displaytext.h"

#include <algorithm>
#include <set>

namespace sightglass {

InstantTableModel::InstantTableModel(const PanelSpec &spec, const Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_spec(spec)
    , m_theme(theme)
{}

std::vector<std::string> InstantTableModel::tellingLabels(const std::vector<Row> &rows)
{
    std::set<std::string> names;
    for (const Row &row : rows) {
        for (const auto label : row.labels)
            names.emplace(label.name);
    }
    std::vector<std::string> labels;
    for (const std::string &name : names) {
        const auto differs = [&name, &rows](const Row &row) {
            return row.labels.value(name) != rows.front().labels.value(name);
        };
        if (rows.size() == 1 || std::ranges::any_of(rows, differs))
            labels.push_back(name);
    }
    return labels;
}

void InstantTableModel::setData(const PanelData &answer)
{
    std::vector<Row> rows;
    for (const PanelSeries &series : answer.series) {
        const auto value = calculate(m_spec.calculation, series.samples);
        // A series whose newest value is NaN is still a row of the answer.
        if (series.samples.empty())
            continue;
        rows.push_back({series.labels, value.value_or(series.samples.back().v)});
    }
    std::vector<std::string> labels = tellingLabels(rows);
    const bool sameRows =
        labels == m_labels && std::ranges::equal(rows, m_rows, {}, &Row::labels, &Row::labels);
    if (!sameRows) {
        beginResetModel();
        m_labels = std::move(labels);
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    m_rows = std::move(rows);
    if (!m_rows.empty())
        emit dataChanged(index(0, valueColumn()), index(rowCount() - 1, valueColumn()));
}

void InstantTableModel::setTheme(const Theme &theme)
{
    m_theme = theme;
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::ForegroundRole});
}

int InstantTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int InstantTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : valueColumn() + 1;
}

QVariant InstantTableModel::cell(const Row &row, int column) const
{
    if (column == valueColumn())
        return valueText(m_spec, row.value);
    return displayText(row.labels.value(m_labels[static_cast<std::size_t>(column)]));
}

QVariant InstantTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const bool isValue = index.column() == valueColumn();
    switch (role) {
    case Qt::DisplayRole:
        return cell(row, index.column());
    case sortRole:
        return isValue ? QVariant(row.value) : cell(row, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(cell(row, index.column()).toString());
    case Qt::TextAlignmentRole:
        return QVariant(isValue ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        if (isValue && !m_spec.thresholds.empty())
            return thresholdColor(m_spec.thresholds, row.value, m_theme);
        return {};
    default:
        return {};
    }
}

QVariant InstantTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == valueColumn() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (section == valueColumn())
        return tr("Value");
    return displayText(std::string_view(m_labels[static_cast<std::size_t>(section)]));
}

} // namespace sightglass
