// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"
#include "parser/http/linereader.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sightglass::http {

/// What the frame around the data of a chunked body may cost.
struct ChunkLimits
{
    std::size_t sizeLineBytes = 256;       ///< of a chunk's size and extensions
    std::size_t overheadBytes = 16 * 1024; ///< of frames, beyond 16 bytes and twice the data for each chunk
    std::size_t trailerLineBytes = 8 * 1024;
    std::size_t trailerBytes = 16 * 1024;
};

/// Takes the data out of a chunked body (RFC 9112, 7.1) that comes in pieces of any size, without copying it.
/// Extensions and trailer fields are skipped, unread.
class ChunkedDecoder
{
public:
    explicit ChunkedDecoder(LineEnds ends, ChunkLimits limits = {}) noexcept
        : m_limits(limits)
        , m_lines(ends)
    {}

    /// Takes bytes from the front of `bytes` and returns a view of the data among them: the next piece of it,
    /// or an empty one once all bytes are taken or the body is complete. What is left of a complete body's
    /// bytes belongs to the next message. HttpChunkInvalid (a size of 2^63 or more, a line over its limit,
    /// missing line ends included), after which the decoder is of no further use.
    Result<std::string_view> next(std::string_view &bytes);

    [[nodiscard]] bool complete() const noexcept { return m_part == Part::Complete; }

private:
    enum class Part : unsigned char
    {
        Size,
        Data,
        DataEnd,
        Trailers,
        Complete
    };

    Status takeLine(std::string_view &bytes);
    Status takeSize(std::string_view line, std::size_t cost);
    Status takeTrailer(std::string_view line, std::size_t cost);
    [[nodiscard]] std::size_t lineLimit() const noexcept;
    [[nodiscard]] Error invalid() const;

    ChunkLimits m_limits;
    LineReader m_lines;
    Part m_part = Part::Size;
    std::uint64_t m_left = 0;   ///< bytes of the chunk's data that are still to come
    std::size_t m_overhead = 0; ///< of frames so far, less what their data excuses
    std::size_t m_trailers = 0; ///< bytes
    std::size_t m_lineCost = 0; ///< bytes of the line being read, its end included
};

} // namespace sightglass::http
