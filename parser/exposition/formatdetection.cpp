// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/formatdetection.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace sightglass {

namespace {

/// Takes a varint off the front.
std::optional<std::uint64_t> takeVarint(std::string_view &bytes) noexcept
{
    constexpr unsigned maxBits = 35; // lengths of messages
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < maxBits && !bytes.empty(); shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes.front());
        bytes.remove_prefix(1);
        value |= std::uint64_t{byte & 0x7FU} << shift;
        if ((byte & 0x80U) == 0)
            return value;
    }
    return std::nullopt;
}

bool beginsWithFamily(std::string_view body) noexcept
{
    constexpr char nameTag = 0x0A; // field 1, length-delimited
    const std::optional<std::uint64_t> length = takeVarint(body);
    if (!length || *length < 3 || *length > body.size() || body.front() != nameTag)
        return false;
    body = body.substr(1, static_cast<std::size_t>(*length) - 1);
    const std::optional<std::uint64_t> name = takeVarint(body);
    return name && *name > 0 && *name <= body.size();
}

} // namespace

ExpositionFormat detectExpositionFormat(std::string_view body) noexcept
{
    if (beginsWithFamily(body))
        return ExpositionFormat::Protobuf;
    if (body.ends_with('\n'))
        body.remove_suffix(1);
    const bool ends = body.ends_with("\n# EOF") || body == "# EOF";
    return ends ? ExpositionFormat::OpenMetricsText : ExpositionFormat::PrometheusText;
}

std::optional<SourceSpan> endInside(std::string_view body) noexcept
{
    constexpr std::string_view end = "# EOF\n";
    for (std::size_t at = body.find(end); at != std::string_view::npos;
         at = body.find(end, at + end.size())) {
        const bool isLine = at == 0 || body[at - 1] == '\n';
        if (isLine && at + end.size() < body.size())
            return SourceSpan{at, at + end.size() - 1};
    }
    return std::nullopt;
}

} // namespace sightglass
