// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tables/roworder.h"

#include "model/dashboard/framecells.h"
#include "model/fields/jsvalue.h"
#include "parser/base/asciicase.h"

#include <algorithm>
#include <cmath>
#include <compare>
#include <string_view>

namespace sightglass {

namespace {

/// A column made ready for many comparisons.
struct SortKeys
{
    enum class Kind : std::uint8_t
    {
        Number,
        Text,
        Missing
    };
    struct Key
    {
        Kind kind = Kind::Missing;
        double number = 0;
        std::string_view text;
    };
    std::vector<Key> keys;
    bool descending = false;

    SortKeys(const RowSort &sort, std::size_t rows)
        : descending(sort.descending)
    {
        keys.resize(rows);
        for (std::size_t row = 0; row < rows; ++row)
            keys[row] = keyOf(*sort.field, row);
    }

    static Key keyOf(const Field &field, std::size_t row)
    {
        if (row < field.trends.size() && !field.trends[row].empty())
            return {Kind::Number, field.trends[row].back().v, {}};
        const FieldValue &value = cellOf(field, row);
        if (const auto *text = std::get_if<std::string>(&value))
            return {text->empty() ? Kind::Missing : Kind::Text, 0, *text};
        const double number = cellNumber(value);
        const bool missing = std::holds_alternative<std::monostate>(value) || std::isnan(number);
        return {missing ? Kind::Missing : Kind::Number, number, {}};
    }
};

std::weak_ordering compareTexts(std::string_view a, std::string_view b)
{
    return std::lexicographical_compare_three_way(
        a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) -> std::weak_ordering {
            return static_cast<unsigned char>(asciiLower(x)) <=> static_cast<unsigned char>(asciiLower(y));
        });
}

/// Negative where a comes first.
int compareRows(const SortKeys &column, std::uint32_t a, std::uint32_t b)
{
    const SortKeys::Key &left = column.keys[a];
    const SortKeys::Key &right = column.keys[b];
    const bool missing = left.kind == SortKeys::Kind::Missing || right.kind == SortKeys::Kind::Missing;
    if (left.kind != right.kind) {
        const int order = left.kind < right.kind ? -1 : 1;
        return column.descending && !missing ? -order : order;
    }
    int order = 0;
    if (left.kind == SortKeys::Kind::Number)
        order = left.number < right.number ? -1 : right.number < left.number ? 1 : 0;
    else if (left.kind == SortKeys::Kind::Text)
        order = compareTexts(left.text, right.text) < 0   ? -1
                : compareTexts(right.text, left.text) < 0 ? 1
                                                          : 0;
    return column.descending ? -order : order;
}

} // namespace

void sortRows(std::vector<std::uint32_t> &rows, std::span<const RowSort> sorts)
{
    if (rows.empty() || sorts.empty())
        return;
    const std::size_t count = *std::ranges::max_element(rows) + std::size_t{1};
    std::vector<SortKeys> columns;
    columns.reserve(sorts.size());
    for (const RowSort &sort : sorts)
        columns.emplace_back(sort, count);
    std::ranges::stable_sort(rows, [&columns](std::uint32_t a, std::uint32_t b) {
        for (const SortKeys &column : columns) {
            if (const int order = compareRows(column, a, b); order != 0)
                return order < 0;
        }
        return false;
    });
}

} // namespace sightglass
