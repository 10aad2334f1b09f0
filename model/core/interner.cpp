// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/interner.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace sightglass {

namespace {
constexpr std::size_t blockBytes = 4096;
constexpr Symbol noSymbol = ~Symbol{0};
} // namespace

Symbol Interner::intern(std::string_view text)
{
    if ((m_texts.size() + 1) * 2 > m_slots.size())
        rehash(std::max<std::size_t>(16, m_slots.size() * 2));
    Symbol &slot = m_slots[slotFor(text)];
    if (slot == noSymbol) {
        slot = static_cast<Symbol>(m_texts.size());
        m_texts.push_back(keep(text));
    }
    return slot;
}

std::optional<Symbol> Interner::find(std::string_view text) const
{
    if (m_slots.empty())
        return std::nullopt;
    const Symbol symbol = m_slots[slotFor(text)];
    return symbol != noSymbol ? std::optional(symbol) : std::nullopt;
}

std::size_t Interner::slotFor(std::string_view text) const noexcept
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t at = std::hash<std::string_view>{}(text)&mask;
    while (m_slots[at] != noSymbol && m_texts[m_slots[at]] != text)
        at = (at + 1) & mask;
    return at;
}

void Interner::rehash(std::size_t slots)
{
    m_slots.assign(slots, noSymbol);
    for (std::size_t i = 0; i < m_texts.size(); ++i)
        m_slots[slotFor(m_texts[i])] = static_cast<Symbol>(i);
}

std::vector<Symbol> Interner::sort()
{
    std::vector<Symbol> order(m_texts.size());
    std::iota(order.begin(), order.end(), Symbol{0});
    std::sort(order.begin(), order.end(), [this](Symbol a, Symbol b) { return m_texts[a] < m_texts[b]; });
    std::vector<Symbol> renumbered(order.size());
    std::vector<std::string_view> sorted(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        renumbered[order[i]] = static_cast<Symbol>(i);
        sorted[i] = m_texts[order[i]];
    }
    m_texts = std::move(sorted);
    for (Symbol &symbol : m_slots) {
        if (symbol != noSymbol)
            symbol = renumbered[symbol];
    }
    return renumbered;
}

std::size_t Interner::bytes() const noexcept
{
    std::size_t total = m_texts.capacity() * sizeof(std::string_view) + m_slots.capacity() * sizeof(Symbol);
    for (const std::string &block : m_blocks)
        total += sizeof(std::string) + block.capacity() + 1;
    return total;
}

std::string_view Interner::keep(std::string_view text)
{
    const bool fits = !m_blocks.empty() && m_blocks.back().capacity() - m_blocks.back().size() >= text.size();
    if (!fits)
        m_blocks.emplace_back().reserve(std::max(blockBytes, text.size()));
    std::string &block = m_blocks.back();
    const std::size_t begin = block.size();
    block.append(text);
    return std::string_view(block).substr(begin);
}

} // namespace sightglass
