// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>

#include <cstddef>
#include <set>
#include <type_traits>
#include <utility>
#include <vector>

namespace sightglass {

/// Which rows of `in` have their key among those of `other`, one flag per row. Keys may be views into the
/// rows.
template<typename Row, typename KeyOf>
[[nodiscard]] std::vector<bool> rowsAlsoIn(const std::vector<Row> &in, const std::vector<Row> &other,
                                           KeyOf keyOf)
{
    std::set<std::invoke_result_t<KeyOf, const Row &>> keys;
    for (const Row &row : other)
        keys.insert(keyOf(row));
    std::vector<bool> flags;
    flags.reserve(in.size());
    for (const Row &row : in)
        flags.push_back(keys.contains(keyOf(row)));
    return flags;
}

/// Brings a flat model's rows to `wanted` with the fewest signals: rows that go are removed, rows that come
/// are inserted at their place, rows that stay and differ get dataChanged. `keyOf` gives an ordered key that
/// identifies a row; both lists have unique keys. Rows that stay must keep their relative order, else the
/// model is reset. `Owner` gives access to the protected begin/end calls.
template<typename Owner, typename Row, typename KeyOf>
void updateRows(Owner &model, std::vector<Row> &rows, std::vector<Row> wanted, KeyOf keyOf)
{
    const std::vector<bool> stays = rowsAlsoIn(rows, wanted, keyOf);
    const std::vector<bool> wasThere = rowsAlsoIn(wanted, rows, keyOf);
    for (std::size_t i = rows.size(); i-- > 0;) {
        if (!stays[i]) {
            model.beginRemove(static_cast<int>(i));
            rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(i));
            model.endRemove();
        }
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const bool inPlace = i < rows.size() && keyOf(rows[i]) == keyOf(wanted[i]);
        if (!inPlace && wasThere[i]) {
            model.beginReset();
            rows = std::move(wanted);
            model.endReset();
            return;
        }
        if (!inPlace) {
            model.beginInsert(static_cast<int>(i));
            rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(i), wanted[i]);
            model.endInsert();
        } else if (!(rows[i] == wanted[i])) {
            rows[i] = wanted[i];
            model.rowChanged(static_cast<int>(i));
        }
    }
}

/// The begin/end calls that updateRows needs, for table models to inherit.
class RowTableModel : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    void beginRemove(int row) { beginRemoveRows({}, row, row); }
    void endRemove() { endRemoveRows(); }
    void beginInsert(int row) { beginInsertRows({}, row, row); }
    void endInsert() { endInsertRows(); }
    void beginReset() { beginResetModel(); }
    void endReset() { endResetModel(); }
    void rowChanged(int row) { emit dataChanged(index(row, 0), index(row, columnCount({}) - 1)); }
};

} // namespace sightglass
