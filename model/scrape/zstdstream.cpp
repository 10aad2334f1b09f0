// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/zstdstream.h"

#include "model/scrape/bodyreceiver.h"
#include "model/scrape/unpackroom.h"

#include <zstd.h>

#include <algorithm>

namespace sightglass {

namespace {

constexpr int windowLogMax = 23;
constexpr std::size_t stepBytes = 64U * 1024U;

} // namespace

struct ZstdStream::State
{
    struct Free
    {
        void operator()(ZSTD_DCtx *unused) const { ZSTD_freeDCtx(unused); }
    };
    std::unique_ptr<ZSTD_DCtx, Free> context{ZSTD_createDCtx()};
    bool complete = false; ///< the last frame is, and there was one
};

ZstdStream::ZstdStream()
    : m_state(std::make_unique<State>())
{
    ZSTD_DCtx_setParameter(m_state->context.get(), ZSTD_d_windowLogMax, windowLogMax);
}

ZstdStream::~ZstdStream() = default;

Status ZstdStream::feed(std::string_view piece, std::string &out, std::size_t limit)
{
    ZSTD_inBuffer in{piece.data(), piece.size(), 0};
    bool outputFull = false;
    while (in.pos < in.size || outputFull) {
        const std::size_t size = out.size();
        const std::size_t room = unpackRoom(size, limit, stepBytes);
        if (room == 0)
            return bodyTooLarge(limit);
        out.resize(size + room);
        ZSTD_outBuffer to{out.data() + size, room, 0};
        const std::size_t left = ZSTD_decompressStream(m_state->context.get(), &to, &in);
        out.resize(size + to.pos);
        if (ZSTD_isError(left) != 0)
            return Error{ErrorCode::DecompressionFailed, {}, {}, {}};
        if (limit > 0 && out.size() >= limit)
            return bodyTooLarge(limit);
        m_state->complete = left == 0;
        outputFull = left != 0 && to.pos == to.size;
    }
    return Done{};
}

Status ZstdStream::finish() const
{
    if (!m_state->complete)
        return Error{ErrorCode::DecompressionIncomplete, {}, {}, {}};
    return Done{};
}

} // namespace sightglass
