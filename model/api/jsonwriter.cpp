// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/api/jsonwriter.h"

#include "parser/base/numbertext.h"
#include "parser/base/quoting.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace sightglass {

namespace {

constexpr std::string_view hexDigits = "0123456789abcdef";

/// Bytes that stand for themselves in a JSON string, whatever their neighbours.
constexpr std::array<bool, 256> plainBytes = [] {
    std::array<bool, 256> plain{};
    for (std::size_t byte = 0x20; byte < 0x80; ++byte)
        plain[byte] = byte != '"' && byte != '\\' && byte != '<' && byte != '>' && byte != '&';
    return plain;
}();

std::size_t sequenceLength(unsigned char lead) noexcept
{
    if (lead < 0xE0)
        return 2;
    return lead < 0xF0 ? 3 : 4;
}

} // namespace

JsonWriter::JsonWriter(std::string &out, std::size_t maxBytes)
    : m_out(out)
    , m_maxBytes(maxBytes)
{}

void JsonWriter::put(std::string_view text)
{
    if (m_full || text.size() > m_maxBytes - std::min(m_maxBytes, m_out.size())) {
        m_full = true;
        return;
    }
    m_out.append(text);
}

void JsonWriter::separate()
{
    if (m_needsComma)
        put(",");
    m_needsComma = true;
}

void JsonWriter::open(char bracket)
{
    separate();
    put({&bracket, 1});
    m_needsComma = false;
}

void JsonWriter::close(char bracket)
{
    put({&bracket, 1});
    m_needsComma = true;
}

void JsonWriter::key(std::string_view name)
{
    separate();
    putQuoted(name);
    put(":");
    m_needsComma = false;
}

void JsonWriter::string(std::string_view text)
{
    separate();
    putQuoted(text);
}

void JsonWriter::integer(std::int64_t value)
{
    std::array<char, 24> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    literal({buffer.data(), static_cast<std::size_t>(end - buffer.data())});
}

void JsonWriter::real(double value)
{
    literal(std::isfinite(value) ? formatFloat(value) : "0");
}

void JsonWriter::literal(std::string_view json)
{
    separate();
    put(json);
}

void JsonWriter::putQuoted(std::string_view text)
{
    put("\"");
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size();) {
        if (plainBytes[static_cast<unsigned char>(text[i])]) {
            ++i;
            continue;
        }
        put(text.substr(begin, i - begin));
        i += putEscaped(text.substr(i));
        begin = i;
    }
    put(text.substr(begin));
    put("\"");
}

/// Writes the character that `rest` begins with and returns its bytes.
std::size_t JsonWriter::putEscaped(std::string_view rest)
{
    const auto byte = static_cast<unsigned char>(rest.front());
    if (byte >= 0x80) {
        const std::string_view character = rest.substr(0, sequenceLength(byte));
        if (!isValidUtf8(character)) {
            put("\\ufffd");
            return 1;
        }
        // Line separators end a line in JavaScript, where JSON may land.
        if (character == "\xE2\x80\xA8")
            put("\\u2028");
        else if (character == "\xE2\x80\xA9")
            put("\\u2029");
        else
            put(character);
        return character.size();
    }
    switch (byte) {
    case '"':
        put("\\\"");
        return 1;
    case '\\':
        put("\\\\");
        return 1;
    case '\n':
        put("\\n");
        return 1;
    case '\r':
        put("\\r");
        return 1;
    case '\t':
        put("\\t");
        return 1;
    default:
        const std::array<char, 6> escape{'\\', 'u', '0', '0', hexDigits[byte >> 4U], hexDigits[byte & 0xFU]};
        put({escape.data(), escape.size()});
        return 1;
    }
}

} // namespace sightglass
