// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace sightglass {

/// Decompresses gzip (RFC 1952, members one after another allowed) piece by piece, so that a bomb is cut
/// where it passes the limit instead of after it was unpacked. Memory: the output so far plus about 40 KiB.
class GzipStream
{
public:
    GzipStream();
    ~GzipStream();
    GzipStream(const GzipStream &) = delete;
    GzipStream &operator=(const GzipStream &) = delete;

    /// Decompresses the next piece and appends to `out`. BodyTooLarge as soon as out.size() >= limit (0: no
    /// limit), DecompressionHeaderInvalid where a member does not begin as one, DecompressionFailed on other
    /// damage. After an error the stream is of no further use.
    Status feed(std::string_view piece, std::string &out, std::size_t limit);

    /// The input is over: DecompressionIncomplete where a member is or there was none.
    [[nodiscard]] Status finish() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace sightglass
