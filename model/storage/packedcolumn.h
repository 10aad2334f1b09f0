// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace sightglass {

/// What the integers of a column are packed as.
enum class ColumnOrder : std::uint8_t
{
    Values,
    Differences ///< to their predecessors
};

/// How a column of integers is written. Every integer, or every difference, is
///   base + (residual << shift)
/// modulo 2^64, with the residuals in `width` bits each; those that do not fit are patches. Behind the packed
/// residuals come, each where there is need: the base (where it is not inline), the first integer (of
/// differences, where the reader does not know it), the patches' positions, four to a word, and the patches.
struct ColumnHead
{
    std::uint64_t inlineBase : 24; ///< two's complement
    std::uint64_t width : 7;
    std::uint64_t shift : 6;
    std::uint64_t order : 1; ///< a ColumnOrder
    std::uint64_t isInline : 1;
    std::uint64_t patches : 8;
    std::uint64_t scale : 5;    ///< for who uses the column: what the integers stand for
    std::uint64_t specials : 8; ///< for who uses the column: how many integers stand for nothing
    std::uint64_t spare : 4;

    static constexpr std::size_t maxPatches = 255;

    /// Whether the column is a constant or an arithmetic progression.
    [[nodiscard]] bool isLine() const noexcept { return width == 0 && patches == 0; }
    [[nodiscard]] bool ordersDifferences() const noexcept
    {
        return static_cast<ColumnOrder>(order) == ColumnOrder::Differences;
    }
};
static_assert(sizeof(ColumnHead) == sizeof(std::uint64_t));

/// Whether a column's reader knows the first integer already.
enum class FirstInteger : std::uint8_t
{
    Stored,
    Known
};

/// Appends the column's words in the smallest form to `out` and tells what they are. 1 <= values <= 65535.
[[nodiscard]] ColumnHead packColumn(std::span<const std::uint64_t> values, FirstInteger first,
                                    std::vector<std::uint64_t> &out);

/// What a line consists of.
struct ColumnLine
{
    std::uint64_t first = 0;
    std::uint64_t step = 0;
};

/// Reads the words of a column one behind the other.
class ColumnReader
{
public:
    /// Columns without packed residuals have no words at all if they can; others are followed by one that may
    /// be read, their own or not.
    explicit ColumnReader(const std::uint64_t *words) noexcept
        : m_words(words)
    {}

    /// The integers of the next column; values.size() as it was written. `known` is the first one where it
    /// was not stored.
    void read(const ColumnHead &head, std::span<std::uint64_t> values,
              const std::uint64_t *known = nullptr) noexcept;

    /// The same of a column that is a line.
    [[nodiscard]] ColumnLine readLine(const ColumnHead &head, const std::uint64_t *known = nullptr) noexcept;

    /// One more word behind the column.
    [[nodiscard]] std::uint64_t next() noexcept { return *m_words++; }

    /// As many words behind it, as they are.
    [[nodiscard]] const std::uint64_t *skip(std::size_t words) noexcept
    {
        const std::uint64_t *at = m_words;
        m_words += words;
        return at;
    }

private:
    const std::uint64_t *m_words;
};

/// Positions in a column as they are packed: four to a word.
[[nodiscard]] constexpr std::size_t positionWords(std::size_t count) noexcept
{
    return (count + 3) / 4;
}
void appendPositions(std::span<const std::uint16_t> positions, std::vector<std::uint64_t> &out);
[[nodiscard]] constexpr std::size_t positionIn(const std::uint64_t *words, std::size_t index) noexcept
{
    return static_cast<std::uint16_t>(words[index / 4] >> (index % 4 * 16));
}

} // namespace sightglass
