// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>

namespace sightglass {

/// Writes the fields of a protobuf message one behind the other. Scalars of value 0 are left out, as proto3
/// has it.
class WireWriter
{
public:
    void varint(std::uint32_t field, std::uint64_t value)
    {
        if (value != 0) {
            appendVarint(m_out, field << 3U);
            appendVarint(m_out, value);
        }
    }
    void zigzag(std::uint32_t field, std::int64_t value) { varint(field, zigzagOf(value)); }
    void real(std::uint32_t field, double value)
    {
        if (std::bit_cast<std::uint64_t>(value) == 0)
            return;
        appendVarint(m_out, (field << 3U) | 1U);
        appendReal(m_out, value);
    }
    void text(std::uint32_t field, std::string_view value)
    {
        if (!value.empty())
            message(field, value);
    }
    /// Also where it is empty: an empty message is something else than none.
    void message(std::uint32_t field, std::string_view bytes)
    {
        appendVarint(m_out, (field << 3U) | 2U);
        appendVarint(m_out, bytes.size());
        m_out += bytes;
    }

    [[nodiscard]] const std::string &bytes() const noexcept { return m_out; }

    static void appendVarint(std::string &out, std::uint64_t value)
    {
        for (; value >= 0x80; value >>= 7U)
            out += static_cast<char>(value | 0x80U);
        out += static_cast<char>(value);
    }
    static void appendReal(std::string &out, double value)
    {
        auto bits = std::bit_cast<std::uint64_t>(value);
        for (int i = 0; i < 8; ++i, bits >>= 8U)
            out += static_cast<char>(bits & 0xFFU);
    }
    [[nodiscard]] static std::uint64_t zigzagOf(std::int64_t value) noexcept
    {
        return (static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63U);
    }

private:
    std::string m_out;
};

} // namespace sightglass
