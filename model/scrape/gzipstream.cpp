// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/gzipstream.h"

#include "model/scrape/bodyreceiver.h"
#include "model/scrape/unpackroom.h"

#include <zlib.h>

#include <algorithm>

namespace sightglass {

struct GzipStream::State
{
    z_stream stream{};
    gz_header header{}; ///< of the member that is open: nothing of it is wanted but whether it was good
    bool usable = false;
    bool between = true; ///< no member is open: nothing came yet, or the last one is complete
    bool any = false;
};

namespace {

constexpr int gzipWindowBits = MAX_WBITS + 16; // 16: expect a gzip header and check its trailer
constexpr std::size_t stepBytes = 64U * 1024U;

Error damaged(ErrorCode code = ErrorCode::DecompressionFailed)
{
    return Error{code, {}, {}, {}};
}

} // namespace

GzipStream::GzipStream()
    : m_state(std::make_unique<State>())
{
    m_state->usable = inflateInit2(&m_state->stream, gzipWindowBits) == Z_OK;
}

GzipStream::~GzipStream()
{
    if (m_state->usable)
        inflateEnd(&m_state->stream);
}

Status GzipStream::feed(std::string_view piece, std::string &out, std::size_t limit)
{
    State &s = *m_state;
    if (!s.usable)
        return damaged();
    // zlib takes its input as non-const but does not write to it.
    s.stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(piece.data()));
    s.stream.avail_in = static_cast<uInt>(piece.size());
    bool outputFull = false;
    while (s.stream.avail_in > 0 || outputFull) {
        if (s.between) {
            inflateReset(&s.stream);
            inflateGetHeader(&s.stream, &s.header);
        }
        s.between = false;
        s.any = true;
        const std::size_t size = out.size();
        const std::size_t room = unpackRoom(size, limit, stepBytes);
        if (room == 0)
            return bodyTooLarge(limit);
        out.resize(size + room);
        s.stream.next_out = reinterpret_cast<Bytef *>(out.data() + size);
        s.stream.avail_out = static_cast<uInt>(room);
        const int verdict = inflate(&s.stream, Z_NO_FLUSH);
        out.resize(size + room - s.stream.avail_out);
        if (limit > 0 && out.size() >= limit)
            return bodyTooLarge(limit);
        if (verdict == Z_STREAM_END)
            s.between = true;
        else if (verdict != Z_OK && verdict != Z_BUF_ERROR)
            return damaged(s.header.done == 1 ? ErrorCode::DecompressionFailed
                                              : ErrorCode::DecompressionHeaderInvalid);
        outputFull = !s.between && s.stream.avail_out == 0;
    }
    return Done{};
}

Status GzipStream::finish() const
{
    if (!m_state->between || !m_state->any)
        return damaged(ErrorCode::DecompressionIncomplete);
    return Done{};
}

} // namespace sightglass
