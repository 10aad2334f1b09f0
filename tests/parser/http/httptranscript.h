// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/http/chunkeddecoder.h"
#include "parser/http/headreader.h"
#include "parser/http/responsereader.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace sightglass::test {

/// What the parsers make of a message that comes in slices of this size, as text: head, framing, body, how
/// many bytes are left, or where which error came. The same for every size of the slices, or the parser is
/// wrong.
[[nodiscard]] std::string requestTranscript(std::string_view message, std::size_t slice,
                                            const http::HeadLimits &limits = {});
[[nodiscard]] std::string responseTranscript(std::string_view message, std::size_t slice,
                                             const http::HeadLimits &limits = {});
/// Of a client's whole reading of one answer, up to the connection's end; interim answers are skipped.
[[nodiscard]] std::string answerTranscript(std::string_view message, std::size_t slice,
                                           const http::ResponseLimits &limits = {});
[[nodiscard]] std::string chunksTranscript(std::string_view body, std::size_t slice, http::LineEnds ends,
                                           const http::ChunkLimits &limits = {});

} // namespace sightglass::test
