// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace sightglass {

/// Small numbers near 0, of either sign, to small numbers.
[[nodiscard]] constexpr std::uint64_t zigzag(std::int64_t value) noexcept
{
    return (static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63);
}

[[nodiscard]] constexpr std::int64_t unzigzag(std::uint64_t value) noexcept
{
    return static_cast<std::int64_t>(value >> 1U) ^ -static_cast<std::int64_t>(value & 1U);
}

/// The bytes of a double in the opposite order: round numbers, and doubles that share their upper half, end
/// in zeros, which a variable length leaves out when they come first.
[[nodiscard]] constexpr std::uint64_t turned(std::uint64_t bits) noexcept
{
    return __builtin_bswap64(bits);
}

/// Writes numbers in seven bits per byte, lowest first, the eighth telling that more follow.
class ByteWriter
{
public:
    void clear() noexcept { m_bytes.clear(); }
    void put(std::uint64_t value)
    {
        for (; value >= 0x80U; value >>= 7U)
            m_bytes.push_back(static_cast<std::uint8_t>(value | 0x80U));
        m_bytes.push_back(static_cast<std::uint8_t>(value));
    }
    void putSigned(std::int64_t value) { put(zigzag(value)); }
    /// What `value` has of its own beside `previous`.
    void putDouble(double value, double previous)
    {
        put(turned(std::bit_cast<std::uint64_t>(value) ^ std::bit_cast<std::uint64_t>(previous)));
    }
    [[nodiscard]] std::span<const std::uint8_t> bytes() const noexcept { return m_bytes; }

private:
    std::vector<std::uint8_t> m_bytes;
};

/// Reads them again. Behind the end: zeros.
class ByteReader
{
public:
    explicit ByteReader(std::span<const std::uint8_t> bytes) noexcept
        : m_bytes(bytes)
    {}

    [[nodiscard]] std::uint64_t get() noexcept
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; m_at < m_bytes.size() && shift < 64; shift += 7) {
            const std::uint8_t byte = m_bytes[m_at++];
            value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
            if (byte < 0x80U)
                break;
        }
        return value;
    }
    [[nodiscard]] std::int64_t getSigned() noexcept { return unzigzag(get()); }
    [[nodiscard]] double getDouble(double previous) noexcept
    {
        return std::bit_cast<double>(turned(get()) ^ std::bit_cast<std::uint64_t>(previous));
    }

private:
    std::span<const std::uint8_t> m_bytes;
    std::size_t m_at = 0;
};

} // namespace sightglass
