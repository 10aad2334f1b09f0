// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/http/chunkeddecoder.h"

#include "parser/http/messagehead.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>
#include <string>
#include <utility>

namespace sightglass::http {

namespace {

constexpr std::size_t excusedPerChunk = 16;

/// The size at the front of a chunk's first line: hexadecimal digits, then nothing, a blank or an extension.
std::optional<std::uint64_t> parseSize(std::string_view line)
{
    std::uint64_t size = 0;
    const char *lineEnd = line.data() + line.size();
    const auto [end, failure] = std::from_chars(line.data(), lineEnd, size, 16);
    constexpr auto largest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (failure != std::errc() || size > largest)
        return std::nullopt;
    const std::string_view rest = trimmed({end, static_cast<std::size_t>(lineEnd - end)});
    const bool clean = rest.find('\r') == std::string_view::npos;
    return clean && (rest.empty() || rest.front() == ';') ? std::optional(size) : std::nullopt;
}

} // namespace

Result<std::string_view> ChunkedDecoder::next(std::string_view &bytes)
{
    while (!complete() && !bytes.empty()) {
        if (m_part != Part::Data) {
            if (const Status taken = takeLine(bytes); !taken)
                return taken.error();
            continue;
        }
        const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(m_left, bytes.size()));
        const std::string_view data = bytes.substr(0, size);
        bytes.remove_prefix(size);
        m_left -= size;
        if (m_left == 0)
            m_part = Part::DataEnd;
        return data;
    }
    return std::string_view();
}

Status ChunkedDecoder::takeLine(std::string_view &bytes)
{
    const std::size_t before = bytes.size();
    const auto state = m_lines.read(bytes, lineLimit());
    m_lineCost += before - bytes.size();
    if (state == LineReader::State::Incomplete)
        return Done{};
    if (state != LineReader::State::Complete)
        return invalid();
    const std::size_t cost = std::exchange(m_lineCost, 0);
    if (m_part == Part::Size)
        return takeSize(m_lines.line(), cost);
    if (m_part == Part::Trailers)
        return takeTrailer(m_lines.line(), cost);
    m_part = Part::Size; // the empty line behind the data
    return Done{};
}

Status ChunkedDecoder::takeSize(std::string_view line, std::size_t cost)
{
    const auto size = parseSize(line);
    if (!size)
        return invalid();
    // A byte of data in 200 bytes of frame, over and over, is an attack on whoever counts data only.
    const std::uint64_t excused =
        excusedPerChunk + 2 * std::min<std::uint64_t>(*size, m_limits.overheadBytes);
    const std::size_t spent = m_overhead + cost + 2;
    m_overhead = spent - static_cast<std::size_t>(std::min<std::uint64_t>(excused, spent));
    if (m_overhead > m_limits.overheadBytes)
        return invalid();
    m_left = *size;
    m_part = *size == 0 ? Part::Trailers : Part::Data;
    return Done{};
}

Status ChunkedDecoder::takeTrailer(std::string_view line, std::size_t cost)
{
    m_trailers += cost;
    if (line.empty())
        m_part = Part::Complete;
    else if (m_trailers > m_limits.trailerBytes)
        return invalid();
    return Done{};
}

std::size_t ChunkedDecoder::lineLimit() const noexcept
{
    if (m_part == Part::DataEnd)
        return 0;
    return m_part == Part::Size ? m_limits.sizeLineBytes : m_limits.trailerLineBytes;
}

Error ChunkedDecoder::invalid() const
{
    return Error{ErrorCode::HttpChunkInvalid, {excerpt(m_lines.line())}, {}, {}};
}

} // namespace sightglass::http
