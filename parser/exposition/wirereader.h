// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sightglass {

/// Why a protobuf message could not be read: Prometheus' words, the byte of the body, and the path of
/// messages to it, which is put together from the inside out while the readers return.
struct WireFailure
{
    std::string text;
    std::size_t offset = 0;
    std::string path;

    /// Puts a step before the path. Returns false, so that a reader can leave with it.
    bool within(std::string_view step);
    bool within(std::string_view step, std::size_t index);
};

/// Walks the fields of one protobuf message in the wire format, without copying. Groups are skipped, as are
/// fields nobody asks for. Never reads outside the message; one pass, no recursion.
class WireReader
{
public:
    enum class Type : std::uint8_t
    {
        Varint = 0,
        Fixed64 = 1,
        Bytes = 2,
        StartGroup = 3,
        EndGroup = 4,
        Fixed32 = 5
    };
    struct Field
    {
        std::uint32_t number = 0;
        Type type = Type::Varint;
        std::uint64_t scalar = 0; ///< of Varint, Fixed64 and Fixed32
        std::string_view bytes;   ///< of Bytes
        std::size_t offset = 0;   ///< of the field's tag in the body
    };

    /// `offset` is where the message begins in the body. `failure` outlives this.
    WireReader(std::string_view message, std::size_t offset, WireFailure &failure) noexcept
        : m_begin(message.data())
        , m_position(message.data())
        , m_end(message.data() + message.size())
        , m_offset(offset)
        , m_failure(failure)
    {}

    /// The next field that is no group. False at the end of the message and on damage; failed() tells which.
    bool next(Field &field);
    [[nodiscard]] bool failed() const noexcept { return m_failed; }

    /// A reader for the message in a field of type Bytes.
    [[nodiscard]] WireReader inside(const Field &field) const noexcept
    {
        return {field.bytes, offsetOf(field.bytes.data()), m_failure};
    }
    /// Whether the field has this wire type; else the reader has failed.
    bool require(const Field &field, Type type, std::string_view name);
    /// Fails at a field, for a reason of its content.
    bool fail(std::size_t offset, std::string text);
    [[nodiscard]] WireFailure &failure() const noexcept { return m_failure; }

    /// A varint at p of at most ten bytes; nullptr where it is cut off or too long.
    static const char *readVarint(const char *p, const char *end, std::uint64_t &value) noexcept;

private:
    [[nodiscard]] std::size_t offsetOf(const char *p) const noexcept
    {
        return m_offset + static_cast<std::size_t>(p - m_begin);
    }
    bool readContent(Field &field);
    bool readScalar(Field &field, std::size_t size);
    bool skipGroup();
    bool failVarint(const char *p);

    const char *m_begin;
    const char *m_position;
    const char *m_end;
    std::size_t m_offset;
    WireFailure &m_failure;
    bool m_failed = false;
};

/// A double field's value, and sint32/sint64 in zigzag.
[[nodiscard]] double wireDouble(std::uint64_t bits) noexcept;
[[nodiscard]] std::int64_t wireSigned(std::uint64_t zigzag) noexcept;

} // namespace sightglass
