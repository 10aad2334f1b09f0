// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/limitratio.h"

#include "model/core/xxhash64.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace sightglass {

namespace {

/// Length and text: the length in one byte, or as 0xFF and three bytes, lowest first.
void appendSized(std::string &bytes, std::string_view text)
{
    const std::size_t size = text.size();
    if (size < 0xFF) {
        bytes += static_cast<char>(size);
    } else {
        bytes += '\xFF';
        for (unsigned shift = 0; shift < 24; shift += 8)
            bytes += static_cast<char>((size >> shift) & 0xFFU);
    }
    bytes += text;
}

} // namespace

double ratioOffset(const Labels &labels)
{
    std::string bytes;
    for (const LabelView label : labels) {
        appendSized(bytes, label.name);
        appendSized(bytes, label.value);
    }
    constexpr double all = 18'446'744'073'709'551'616.0; // 2^64
    return static_cast<double>(xxHash64(bytes)) / all;
}

bool isWithinRatio(double ratio, double offset) noexcept
{
    return ratio >= 0 ? offset < ratio : offset >= 1 + ratio;
}

} // namespace sightglass
