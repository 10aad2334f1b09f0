// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a ChartTableModel: which times are shown, and in what order.
#include "model/presentation/displaytext.h"
#include "widgets/panels/charttablemodel.h"

#include <QSet>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <utility>

namespace sightglass {

TimestampMs ChartTableModel::timeOf(int row) const
{
    const auto place = static_cast<std::size_t>(row);
    return m_times[m_order ? (*m_order)[place] : m_times.size() - 1 - place];
}

void ChartTableModel::sort(int column, Qt::SortOrder order)
{
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<TimestampMs> times;
    for (const QModelIndex &one : before)
        times.push_back(timeOf(one.row()));
    m_sortColumn = column;
    m_sortOrder = order;
    m_order = ordered();
    std::map<TimestampMs, int> rows;
    for (int row = 0; row < rowCount() && !before.isEmpty(); ++row)
        rows.emplace(timeOf(row), row);
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after << index(rows.at(times[static_cast<std::size_t>(i)]), before[i].column());
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

/// The places of times in the order of their rows; nothing where that is all, the newest first.
std::optional<ChartTableModel::Order> ChartTableModel::ordered() const
{
    const bool isByTime = m_sortColumn <= 0 || m_sortColumn >= columnCount();
    if (isByTime && m_sortOrder == Qt::DescendingOrder && !isFiltered())
        return std::nullopt;
    Order order = filtered();
    if (isByTime && m_sortOrder == Qt::AscendingOrder)
        return order;
    std::ranges::reverse(order);
    if (isByTime)
        return order;
    // Numbers, then what is none, then what is missing; equal ones by time, the newest first.
    std::map<std::uint32_t, std::pair<int, double>> keys;
    const double sign = m_sortOrder == Qt::AscendingOrder ? 1 : -1;
    for (const std::uint32_t place : order) {
        const auto value = numberAt(static_cast<std::size_t>(m_sortColumn) - 1, m_times[place]);
        const int kind = !value ? 2 : std::isnan(*value) ? 1 : 0;
        keys.emplace(place, std::pair(kind, kind == 0 ? sign * *value : 0));
    }
    std::ranges::stable_sort(order, {}, [&keys](std::uint32_t place) { return keys.at(place); });
    return order;
}

// ---- filters

bool ChartTableModel::isFiltered() const
{
    for (int column = 0; column < columnCount() && !m_filters.empty(); ++column) {
        if (m_filters.contains(columnKey(column)))
            return true;
    }
    return false;
}

/// The places of the times that all filters let through, ascending.
ChartTableModel::Order ChartTableModel::filtered() const
{
    Order order(m_times.size());
    std::iota(order.begin(), order.end(), 0U);
    for (int column = 0; column < columnCount() && !m_filters.empty(); ++column) {
        const auto filter = m_filters.find(columnKey(column));
        if (filter == m_filters.end())
            continue;
        std::erase_if(order, [&](std::uint32_t place) {
            const TimestampMs t = m_times[place];
            const auto number = column > 0 ? numberAt(static_cast<std::size_t>(column) - 1, t) : std::nullopt;
            return !filter->second.matches(textAt(column, t),
                                           number.value_or(std::numeric_limits<double>::quiet_NaN()));
        });
    }
    return order;
}

void ChartTableModel::setFilter(int column, ColumnFilter filter)
{
    beginResetModel();
    if (filter.active())
        m_filters[columnKey(column)] = std::move(filter);
    else
        m_filters.erase(columnKey(column));
    m_order = ordered();
    endResetModel();
    emit arranged();
}

ColumnFilter ChartTableModel::filter(int column) const
{
    const auto found = m_filters.find(columnKey(column));
    return found == m_filters.end() ? ColumnFilter() : found->second;
}

/// Of a series its query and labels: names may be alike.
QString ChartTableModel::columnKey(int column) const
{
    if (column <= 0 || column >= columnCount())
        return {};
    const PanelSeries &series = m_data->series[static_cast<std::size_t>(column) - 1];
    return QString::number(series.query) + QString::fromStdString(series.labels.toString() + series.name);
}

QStringList ChartTableModel::distinctTexts(int column, int most) const
{
    QSet<QString> known;
    std::vector<std::pair<double, QString>> texts;
    for (std::size_t i = m_times.size(); i > 0 && known.size() < most; --i) {
        const TimestampMs t = m_times[i - 1];
        const QString text = textAt(column, t);
        if (known.contains(text))
            continue;
        known.insert(text);
        const auto number = column > 0 ? numberAt(static_cast<std::size_t>(column) - 1, t)
                                       : std::optional(static_cast<double>(t));
        constexpr double last = std::numeric_limits<double>::infinity();
        texts.emplace_back(number && !std::isnan(*number) ? *number : last, text);
    }
    std::ranges::stable_sort(texts, {}, &std::pair<double, QString>::first);
    QStringList list;
    for (const auto &[number, text] : texts)
        list << text;
    return list;
}

std::optional<PanelView::FilteredRows> ChartTableModel::filteredRows() const
{
    if (!m_data || !isFiltered())
        return std::nullopt;
    return PanelView::FilteredRows{m_order->size(), m_times.size()};
}

PanelDataPtr ChartTableModel::filteredData() const
{
    if (!m_data || !isFiltered())
        return nullptr;
    std::vector<TimestampMs> kept;
    for (const std::uint32_t place : *m_order)
        kept.push_back(m_times[place]);
    std::ranges::sort(kept);
    auto data = std::make_shared<PanelData>(*m_data);
    for (std::size_t i = 0; i < data->series.size(); ++i) {
        PanelSeries &series = data->series[i];
        std::vector<Sample> samples;
        for (const Sample &sample : m_data->series[i].inRange()) {
            if (std::ranges::binary_search(kept, rowOf(m_data->series[i], sample.t)))
                samples.push_back(sample);
        }
        series.samples = std::move(samples);
        if (series.stored)
            series.stored = StoredLine{series.stored->offsetMs};
        std::erase_if(series.histograms, [&kept](const HistogramSample &one) {
            return !std::ranges::binary_search(kept, one.t);
        });
    }
    return data;
}

} // namespace sightglass
