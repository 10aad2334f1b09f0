// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/parser/http/httptranscript.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace {

using namespace sightglass;
using namespace sightglass::test;

void requireSame(const std::string &whole, const std::string &sliced)
{
    if (whole == sliced)
        return;
    std::fprintf(stderr, "slices make a difference:\n%s\n%s\n", whole.c_str(), sliced.c_str());
    std::abort();
}

} // namespace

/// What comes in slices is read as what comes at once, with the limits of the program and with such small
/// ones that they are met.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    constexpr http::HeadLimits few{24, 20, 80, 3};
    constexpr http::ChunkLimits tight{12, 40, 10, 20};
    const std::size_t slice = 1 + data[0] % 32;
    const std::string_view message(reinterpret_cast<const char *>(data) + 1, size - 1);
    requireSame(requestTranscript(message, size), requestTranscript(message, slice));
    requireSame(responseTranscript(message, size), responseTranscript(message, slice));
    requireSame(requestTranscript(message, size, few), requestTranscript(message, slice, few));
    requireSame(responseTranscript(message, size, few), responseTranscript(message, slice, few));
    requireSame(answerTranscript(message, size), answerTranscript(message, slice));
    requireSame(answerTranscript(message, size, {few, tight, 2}),
                answerTranscript(message, slice, {few, tight, 2}));
    for (const auto ends : {http::LineEnds::CrLf, http::LineEnds::CrLfOrLf})
        requireSame(chunksTranscript(message, size, ends, tight),
                    chunksTranscript(message, slice, ends, tight));
    return 0;
}
