// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/interner.h"
#include "model/storage/indexentry.h"
#include "model/storage/labelmatcher.h"
#include "model/storage/rowset.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace sightglass {

/// The sorted order of a set of entries, and for every label value the rows of that order which carry it.
/// Immutable; any thread. Knows entries by their position in the span it was made from.
class Postings
{
public:
    explicit Postings(std::span<const IndexEntry> entries);

    /// Positions of the entries that satisfy all matchers, sorted by labels. `entries` as given to the
    /// constructor.
    [[nodiscard]] std::vector<std::uint32_t> select(std::span<const IndexEntry> entries,
                                                    std::span<const LabelMatcher> matchers) const;

    /// A label value and where it is.
    struct Value
    {
        Symbol text = 0;
        std::uint32_t begin = 0; ///< of its rows
        std::uint32_t end = 0;
    };
    /// A label name and its values, sorted.
    struct Name
    {
        Symbol text = 0;
        std::uint32_t begin = 0; ///< of its values
        std::uint32_t end = 0;
    };

    [[nodiscard]] std::span<const Name> names() const noexcept { return m_names; }
    [[nodiscard]] std::span<const Value> values(std::string_view name) const;
    [[nodiscard]] std::span<const Value> values(const Name &name) const noexcept;
    [[nodiscard]] std::string_view text(Symbol symbol) const noexcept { return m_symbols.text(symbol); }
    [[nodiscard]] std::span<const std::uint32_t> rows(const Value &value) const noexcept;

    /// The position of the entry in a row of the sorted order.
    [[nodiscard]] std::uint32_t entryAt(std::uint32_t row) const noexcept { return m_order[row]; }

    [[nodiscard]] std::size_t bytes() const noexcept;

private:
    void sortEntries(std::vector<Symbol> &symbols, std::span<const std::uint32_t> begins);
    void collectRows(std::span<const Symbol> symbols, std::span<const std::uint32_t> begins);
    [[nodiscard]] RowSet matching(const LabelMatcher &matcher) const;
    [[nodiscard]] const Value *find(std::span<const Value> values, std::string_view text) const;

    Interner m_symbols; ///< sorted, so that symbols compare as their strings
    std::vector<std::uint32_t> m_order;
    std::vector<Name> m_names;
    std::vector<Value> m_values;
    std::vector<std::uint32_t> m_rows;
};

} // namespace sightglass
