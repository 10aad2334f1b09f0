// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/bodyreceiver.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using namespace sightglass;

constexpr std::size_t limit = std::size_t{1} << 20U;

/// The unpacked body, or why there is none.
std::string received(BodyCoding coding, std::string_view bytes, std::size_t slice)
{
    BodyReceiver receiver(coding, limit);
    // Slices grow and shrink, so that they end at every kind of place.
    for (std::size_t at = 0, length = slice; at < bytes.size(); at += length, length = length % 7 + slice) {
        const std::string_view piece = bytes.substr(at, length);
        if (const Status taken = receiver.receive(piece); !taken)
            return "error: " + plainText(taken.error());
    }
    if (const Status complete = receiver.finish(); !complete)
        return "error: " + plainText(complete.error());
    return receiver.takeBody();
}

} // namespace

/// A body that comes in pieces of any length is the body that comes at once, packed or not, broken or not.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    const std::string_view bytes(reinterpret_cast<const char *>(data) + 2, size - 2);
    const std::size_t slice = std::size_t{data[1]} % 64 + 1;
    for (const BodyCoding coding : {BodyCoding::Plain, BodyCoding::Gzip, BodyCoding::Zstd}) {
        const std::string whole = received(coding, bytes, std::max<std::size_t>(bytes.size(), 1));
        const std::string streamed = received(coding, bytes, slice);
        if (whole == streamed)
            continue;
        std::fprintf(stderr, "at once: %.200s\nin slices: %.200s\n", whole.c_str(), streamed.c_str());
        std::abort();
    }
    return 0;
}
