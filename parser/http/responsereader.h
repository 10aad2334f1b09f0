// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"
#include "parser/http/bodyframing.h"
#include "parser/http/chunkeddecoder.h"
#include "parser/http/headreader.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sightglass::http {

/// What an answer may cost apart from its body's data, which whoever takes it has to bound.
struct ResponseLimits
{
    HeadLimits head;
    ChunkLimits chunks;
    int interimAnswers = 16; ///< heads with a status 1xx before the answer itself; 101 is an answer
};

/// Reads one answer, a client's view of RFC 9112, out of bytes that come in pieces of any size: skips interim
/// answers, then tells the head, the body's data without its framing, and the end.
class ResponseReader
{
public:
    enum class Event : unsigned char
    {
        NeedsBytes, ///< all bytes were taken
        Head,       ///< once; head() and framing() are of meaning from here on
        Data,       ///< data() is the next piece of the body, never empty
        End         ///< once; what is left of the bytes is not part of this answer
    };

    /// `method` is the request's.
    explicit ResponseReader(std::string_view method, const ResponseLimits &limits = {});

    /// Takes bytes from the front of `bytes` until there is something to tell. To be called again, with what
    /// is left, until it needs more: the end of an answer may need no byte. Errors of HeadReader,
    /// responseBodyFraming() and ChunkedDecoder, and HttpTooManyInterimAnswers, after which the reader is of
    /// no further use.
    Result<Event> next(std::string_view &bytes);

    /// The connection was closed, after all bytes were taken: done if that is the end of the body (or End was
    /// told already), else ConnectionClosed.
    [[nodiscard]] Status close() const;

    [[nodiscard]] const ResponseHead &head() const noexcept { return m_heads.head(); }
    [[nodiscard]] const BodyFraming &framing() const noexcept { return m_framing; }
    /// Valid while the bytes are that it came from.
    [[nodiscard]] std::string_view data() const noexcept { return m_data; }

    /// Whether a byte of the answer has come, interim ones included.
    [[nodiscard]] bool begun() const noexcept { return m_interim > 0 || m_heads.begun(); }
    /// After Event::End: whether another request may be sent over the same connection.
    [[nodiscard]] bool keepsConnection() const;

private:
    enum class Part : unsigned char
    {
        Head,
        Body,
        Complete
    };

    Result<Event> nextOfHead(std::string_view &bytes);
    Result<Event> nextOfBody(std::string_view &bytes);
    Event plainData(std::string_view &bytes, std::uint64_t most);

    std::string m_method;
    ResponseLimits m_limits;
    ResponseHeadReader m_heads;
    ChunkedDecoder m_chunks;
    BodyFraming m_framing;
    Part m_part = Part::Head;
    int m_interim = 0;
    std::uint64_t m_left = 0; ///< of a body whose length is known
    std::string_view m_data;
};

} // namespace sightglass::http
