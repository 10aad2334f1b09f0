// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"
#include "parser/http/linereader.h"
#include "parser/http/messagehead.h"

#include <cstddef>
#include <string_view>
#include <utility>

namespace sightglass::http {

/// Reads one message head (RFC 9112, 2 to 5) out of bytes that come in pieces of any size, holding no more of
/// them than HeadLimits allows. Head: RequestHead, read strictly, or ResponseHead, read as leniently as the
/// RFC lets a client.
template<typename Head>
class HeadReader
{
public:
    explicit HeadReader(HeadLimits limits = {});

    /// Takes bytes from the front of `bytes` up to and including the empty line; what is left then belongs to
    /// the body. Takes nothing once complete. Errors, after which the reader is of no further use:
    /// HttpStartLineInvalid, HttpStartLineTooLong, HttpVersionUnsupported, HttpFieldInvalid,
    /// HttpHeadTooLarge, HttpTooManyFields. Empty lines before a request are skipped. A request of HTTP/1.1
    /// needs one Host field, any request has at most one (RFC 9112, 3.2: HttpFieldInvalid).
    Status read(std::string_view &bytes);

    [[nodiscard]] bool complete() const noexcept { return m_part == Part::Complete; }
    /// Whether a byte of the message has come.
    [[nodiscard]] bool begun() const noexcept { return m_taken > 0; }

    [[nodiscard]] const Head &head() const noexcept { return m_head; }

private:
    enum class Part : unsigned char
    {
        StartLine,
        Fields,
        Complete
    };

    Status takeLine(std::string_view line);
    Status takeField(std::string_view line);
    [[nodiscard]] Status refusedLine(LineReader::State state) const;

    HeadLimits m_limits;
    LineReader m_lines;
    Head m_head;
    Part m_part = Part::StartLine;
    std::size_t m_taken = 0;
};

extern template class HeadReader<RequestHead>;
extern template class HeadReader<ResponseHead>;

using RequestHeadReader = HeadReader<RequestHead>;
using ResponseHeadReader = HeadReader<ResponseHead>;

} // namespace sightglass::http
