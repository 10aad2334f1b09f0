// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/wirereader.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace sightglass {

namespace {

constexpr std::ptrdiff_t longestVarint = 10;

std::uint64_t littleEndian(const char *p, std::size_t size) noexcept
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
        value |= std::uint64_t{static_cast<unsigned char>(p[i])} << (8 * i);
    return value;
}

} // namespace

bool WireFailure::within(std::string_view step)
{
    path.insert(0, path.empty() ? std::string(step) : std::string(step) + '.');
    return false;
}

bool WireFailure::within(std::string_view step, std::size_t index)
{
    return within(std::string(step) + '[' + std::to_string(index) + ']');
}

const char *WireReader::readVarint(const char *p, const char *end, std::uint64_t &value) noexcept
{
    value = 0;
    const char *const last = p + std::min(longestVarint, end - p);
    for (unsigned shift = 0; p != last; shift += 7) {
        const auto byte = static_cast<unsigned char>(*p++);
        value |= std::uint64_t{byte & 0x7FU} << shift;
        if (byte < 0x80)
            return p;
    }
    return nullptr;
}

bool WireReader::next(Field &field)
{
    while (m_position != m_end && !m_failed) {
        std::uint64_t tag = 0;
        const char *const behindTag = readVarint(m_position, m_end, tag);
        if (behindTag == nullptr)
            return failVarint(m_position);
        field.offset = offsetOf(m_position);
        field.number = static_cast<std::uint32_t>(tag >> 3U);
        const auto type = static_cast<unsigned>(tag & 7U);
        if (static_cast<std::int32_t>(field.number) <= 0)
            return fail(field.offset, "proto: illegal tag " +
                                          std::to_string(static_cast<std::int32_t>(field.number)) +
                                          " (wire type " + std::to_string(tag) + ')');
        if (type > static_cast<unsigned>(Type::Fixed32))
            return fail(field.offset, "proto: illegal wireType " + std::to_string(type));
        field.type = static_cast<Type>(type);
        m_position = behindTag;
        if (field.type == Type::EndGroup)
            return fail(field.offset, "proto: wiretype end group for non-group");
        if (field.type != Type::StartGroup)
            return readContent(field);
        if (!skipGroup())
            return false;
    }
    return false;
}

bool WireReader::readContent(Field &field)
{
    if (field.type == Type::Fixed64)
        return readScalar(field, 8);
    if (field.type == Type::Fixed32)
        return readScalar(field, 4);
    std::uint64_t value = 0;
    const char *const behind = readVarint(m_position, m_end, value);
    if (behind == nullptr)
        return failVarint(m_position);
    m_position = behind;
    field.scalar = value;
    if (field.type == Type::Varint)
        return true;
    if (static_cast<std::int64_t>(value) < 0)
        return fail(field.offset, "proto: negative length found during unmarshaling");
    if (value > static_cast<std::uint64_t>(m_end - m_position))
        return fail(field.offset, "unexpected EOF");
    field.bytes = {m_position, static_cast<std::size_t>(value)};
    m_position += value;
    return true;
}

bool WireReader::readScalar(Field &field, std::size_t size)
{
    if (static_cast<std::size_t>(m_end - m_position) < size)
        return fail(field.offset, "unexpected EOF");
    field.scalar = littleEndian(m_position, size);
    m_position += size;
    return true;
}

/// Up to the end of the group, with those inside it counted.
bool WireReader::skipGroup()
{
    std::size_t depth = 1;
    while (depth > 0) {
        std::uint64_t tag = 0;
        const char *const behindTag = readVarint(m_position, m_end, tag);
        if (behindTag == nullptr)
            return failVarint(m_position);
        Field inner;
        inner.offset = offsetOf(m_position);
        const auto type = static_cast<unsigned>(tag & 7U);
        if (type > static_cast<unsigned>(Type::Fixed32))
            return fail(inner.offset, "proto: illegal wireType " + std::to_string(type));
        inner.type = static_cast<Type>(type);
        m_position = behindTag;
        if (inner.type == Type::StartGroup)
            ++depth;
        else if (inner.type == Type::EndGroup)
            --depth;
        else if (!readContent(inner))
            return false;
    }
    return true;
}

bool WireReader::failVarint(const char *p)
{
    const bool overlong = m_end - p >= longestVarint;
    return fail(offsetOf(p), overlong ? "proto: integer overflow" : "unexpected EOF");
}

bool WireReader::require(const Field &field, Type type, std::string_view name)
{
    if (field.type == type)
        return true;
    return fail(field.offset, "proto: wrong wireType = " + std::to_string(static_cast<unsigned>(field.type)) +
                                  " for field " + std::string(name));
}

bool WireReader::fail(std::size_t offset, std::string text)
{
    m_failed = true;
    m_failure.text = std::move(text);
    m_failure.offset = offset;
    m_failure.path.clear();
    return false;
}

double wireDouble(std::uint64_t bits) noexcept
{
    return std::bit_cast<double>(bits);
}

std::int64_t wireSigned(std::uint64_t zigzag) noexcept
{
    return static_cast<std::int64_t>((zigzag >> 1U) ^ (~(zigzag & 1U) + 1U));
}

} // namespace sightglass
