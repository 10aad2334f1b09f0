// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace sightglass {

/// A half-open byte range [begin, end) of an input text. Where begin == end it names a position.
struct SourceSpan
{
    std::size_t begin = 0;
    std::size_t end = 0;

    friend bool operator==(const SourceSpan &, const SourceSpan &) = default;
};

/// A place as people read it: both 1-based, the column counted in bytes as Prometheus counts it. {0, 0} means
/// "no place" (the error belongs to the whole input).
struct SourcePosition
{
    std::uint32_t line = 0;
    std::uint32_t column = 0;

    friend bool operator==(const SourcePosition &, const SourcePosition &) = default;
};

} // namespace sightglass
