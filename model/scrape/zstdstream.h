// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace sightglass {

/// Decompresses zstd (RFC 8878, frames one after another allowed) piece by piece, as GzipStream does gzip. A
/// frame may look back at most 8 MiB (RFC 9659), which with the output so far bounds the memory.
class ZstdStream
{
public:
    ZstdStream();
    ~ZstdStream();
    ZstdStream(const ZstdStream &) = delete;
    ZstdStream &operator=(const ZstdStream &) = delete;

    /// Decompresses the next piece and appends to `out`. BodyTooLarge as soon as out.size() >= limit (0: no
    /// limit), DecompressionFailed on damage. After an error the stream is of no further use.
    Status feed(std::string_view piece, std::string &out, std::size_t limit);

    /// The input is over: DecompressionIncomplete where a frame is or there was none.
    [[nodiscard]] Status finish() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace sightglass
