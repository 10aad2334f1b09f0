// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a FrameTableModel: which of the frame's are shown, in what order and on which page.
#include "model/dashboard/framecells.h"
#include "model/fields/jsvalue.h"
#include "widgets/tables/frametablemodel.h"
#include "widgets/tables/roworder.h"

#include <QSet>

#include <algorithm>
#include <iterator>
#include <numeric>

namespace sightglass {

FrameTableModel::Order FrameTableModel::orderedRows() const
{
    const Frame *shown = frame();
    if (shown == nullptr || m_columns.empty())
        return {};
    std::size_t rows = 0;
    for (const Field &field : shown->fields)
        rows = std::max({rows, field.values.size(), field.trends.size()});
    Order order(rows);
    std::iota(order.begin(), order.end(), 0U);
    for (const auto &[name, filter] : m_filters) {
        const int at = columnNamed(name);
        if (at < 0 || !filter.active())
            continue;
        const Column &column = m_columns[static_cast<std::size_t>(at)];
        std::erase_if(order, [&](std::uint32_t row) {
            const double number = cellNumber(cellOf(shown->fields[column.field], row));
            return !filter.matches(cellText(row, column), number);
        });
    }
    std::vector<RowSort> sorts;
    for (const TableSorting &one : m_sorting) {
        if (const int at = columnNamed(one.column); at >= 0)
            sorts.push_back({&shown->fields[m_columns[static_cast<std::size_t>(at)].field],
                             one.order == Qt::DescendingOrder});
    }
    sortRows(order, sorts);
    return order;
}

void FrameTableModel::rearrange()
{
    if (m_pageRows > 0) {
        beginResetModel();
        m_order = orderedRows();
        m_page = 0;
        endResetModel();
    } else {
        morphTo(orderedRows());
    }
    emit arranged();
}

/// From one order to another so that rows that stay keep their selection: those that go are moved to the end
/// and removed, those that come are put there and moved to their places.
void FrameTableModel::morphTo(Order next)
{
    if (next == m_order)
        return;
    const std::uint32_t end = std::max(next.empty() ? 0 : *std::ranges::max_element(next) + 1,
                                       m_order.empty() ? 0 : *std::ranges::max_element(m_order) + 1);
    std::vector<bool> wanted(end);
    std::vector<bool> had(end);
    for (const std::uint32_t row : next)
        wanted[row] = true;
    for (const std::uint32_t row : m_order)
        had[row] = true;
    Order staying;
    std::ranges::copy_if(next, std::back_inserter(staying), [&](std::uint32_t row) { return had[row]; });
    const std::size_t kept = staying.size();
    Order moved = staying;
    std::ranges::copy_if(m_order, std::back_inserter(moved), [&](std::uint32_t row) { return !wanted[row]; });
    permuteTo(std::move(moved));
    if (kept < m_order.size()) {
        beginRemoveRows({}, static_cast<int>(kept), static_cast<int>(m_order.size()) - 1);
        m_order.resize(kept);
        endRemoveRows();
    }
    if (next.size() > kept) {
        beginInsertRows({}, static_cast<int>(kept), static_cast<int>(next.size()) - 1);
        std::ranges::copy_if(next, std::back_inserter(m_order), [&](std::uint32_t row) { return !had[row]; });
        endInsertRows();
    }
    permuteTo(std::move(next));
}

void FrameTableModel::permuteTo(Order next)
{
    if (next == m_order)
        return;
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    if (!before.isEmpty()) {
        std::vector<int> places(*std::ranges::max_element(next) + std::size_t{1});
        for (std::size_t i = 0; i < next.size(); ++i)
            places[next[i]] = static_cast<int>(i);
        for (const QModelIndex &one : before)
            after.append(createIndex(places[m_order[static_cast<std::size_t>(one.row())]], one.column()));
    }
    m_order = std::move(next);
    changePersistentIndexList(before, after);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void FrameTableModel::setSorting(std::vector<TableSorting> sorting)
{
    m_sorting = std::move(sorting);
    rearrange();
    if (columnCount() > 0)
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void FrameTableModel::setFilter(int column, ColumnFilter filter)
{
    const QString &name = m_columns[static_cast<std::size_t>(column)].name;
    if (filter.active())
        m_filters[name] = std::move(filter);
    else
        m_filters.erase(name);
    rearrange();
    emit headerDataChanged(Qt::Horizontal, column, column);
}

ColumnFilter FrameTableModel::filter(int column) const
{
    const auto found = m_filters.find(m_columns[static_cast<std::size_t>(column)].name);
    return found == m_filters.end() ? ColumnFilter() : found->second;
}

QString FrameTableModel::columnKey(int column) const
{
    return m_columns[static_cast<std::size_t>(column)].name;
}

bool FrameTableModel::isFiltered() const
{
    return std::ranges::any_of(
        m_filters, [this](const auto &one) { return one.second.active() && columnNamed(one.first) >= 0; });
}

QStringList FrameTableModel::distinctTexts(int column, int most) const
{
    const Column &shown = m_columns[static_cast<std::size_t>(column)];
    QSet<QString> texts;
    Order rows; ///< the first one of each text
    for (std::size_t row = 0; row < frameRows() && texts.size() < most; ++row) {
        const qsizetype before = texts.size();
        texts.insert(cellText(row, shown));
        if (texts.size() > before)
            rows.push_back(static_cast<std::uint32_t>(row));
    }
    QStringList list;
    if (const Frame *values = frame()) {
        const RowSort byValue{&values->fields[shown.field], false};
        sortRows(rows, std::span(&byValue, 1));
    }
    for (const std::uint32_t row : rows)
        list << cellText(row, shown);
    return list;
}

// ---- pages

void FrameTableModel::setPageRows(int rows)
{
    if (rows == m_pageRows)
        return;
    beginResetModel();
    const std::size_t first = pageStart();
    m_pageRows = rows;
    m_page = rows > 0 ? static_cast<int>(first) / rows : 0;
    endResetModel();
    emit arranged();
}

void FrameTableModel::setPage(int page)
{
    const int wanted = std::clamp(page, 0, pages() - 1);
    if (wanted == m_page)
        return;
    beginResetModel();
    m_page = wanted;
    endResetModel();
    emit arranged();
}

int FrameTableModel::pages() const
{
    if (m_pageRows <= 0 || m_order.empty())
        return 1;
    return (static_cast<int>(m_order.size()) + m_pageRows - 1) / m_pageRows;
}

std::size_t FrameTableModel::pageStart() const
{
    return static_cast<std::size_t>(m_page) * static_cast<std::size_t>(m_pageRows);
}

} // namespace sightglass
