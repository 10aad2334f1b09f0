// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// A string's number inside one Interner.
using Symbol = std::uint32_t;

/// A symbol table: every distinct string once, numbered from 0. Views into it stay valid as long as it lives.
/// Safe to read from several threads while nobody adds.
class Interner
{
public:
    Interner() = default;
    Interner(const Interner &) = delete;
    Interner &operator=(const Interner &) = delete;
    Interner(Interner &&) = default;
    Interner &operator=(Interner &&) = default;

    /// The string's symbol, a new one if need be.
    Symbol intern(std::string_view text);

    [[nodiscard]] std::optional<Symbol> find(std::string_view text) const;

    /// symbol < size()
    [[nodiscard]] std::string_view text(Symbol symbol) const noexcept { return m_texts[symbol]; }
    [[nodiscard]] std::size_t size() const noexcept { return m_texts.size(); }

    /// Renumbers so that symbols compare as their strings do, bytewise. Returns the new number of every old
    /// one.
    std::vector<Symbol> sort();

    /// Memory of strings and table.
    [[nodiscard]] std::size_t bytes() const noexcept;

private:
    [[nodiscard]] std::string_view keep(std::string_view text);
    [[nodiscard]] std::size_t slotFor(std::string_view text) const noexcept;
    void rehash(std::size_t slots);

    std::deque<std::string> m_blocks; ///< never grown past their capacity, so that views stay
    std::vector<std::string_view> m_texts;
    std::vector<Symbol> m_slots; ///< open addressing by hash; a power of two, at most half full
};

} // namespace sightglass
