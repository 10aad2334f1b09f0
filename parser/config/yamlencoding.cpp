// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/yamlencoding.h"

#include "parser/base/utf8append.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sightglass {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t unitBytes = 2;

Error refused(std::string_view what)
{
    return {ErrorCode::ConfigSyntax, {"yaml: " + std::string(what)}, {}, {}};
}

std::uint32_t unitAt(std::string_view bytes, std::size_t at, bool bigEndian)
{
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return bigEndian ? (std::uint32_t{first} << 8U) | second : (std::uint32_t{second} << 8U) | first;
}

} // namespace

Result<std::string> utf8Yaml(std::string bytes)
{
    const bool bigEndian = bytes.starts_with("\xFE\xFF"sv);
    if (!bigEndian && !bytes.starts_with("\xFF\xFE"sv))
        return bytes;
    std::string text;
    text.reserve(bytes.size());
    for (std::size_t at = unitBytes; at < bytes.size(); at += unitBytes) {
        if (at + unitBytes > bytes.size())
            return refused("incomplete UTF-16 character");
        std::uint32_t value = unitAt(bytes, at, bigEndian);
        if ((value & 0xFC00U) == 0xDC00)
            return refused("unexpected low surrogate area");
        if ((value & 0xFC00U) == 0xD800) {
            at += unitBytes;
            if (at + unitBytes > bytes.size())
                return refused("incomplete UTF-16 surrogate pair");
            const std::uint32_t low = unitAt(bytes, at, bigEndian);
            if ((low & 0xFC00U) != 0xDC00)
                return refused("expected low surrogate area");
            value = 0x10000 + ((value & 0x3FFU) << 10U) + (low & 0x3FFU);
        }
        appendUtf8(text, value);
    }
    return text;
}

} // namespace sightglass
