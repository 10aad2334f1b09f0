// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/exposition/sampleparts.h"

#include <string_view>

namespace sightglass {

/// A metadata line of the most common shape: its keyword, name and text.
struct MetadataParts
{
    enum class Keyword : unsigned char
    {
        Help,
        Type
    };
    Keyword keyword = Keyword::Help;
    std::string_view name;
    std::string_view text;
};

/// The fast path: lines of the shape that nearly every line has and that both text formats read alike,
///
///     name value\n    name{label="text",label="text"} value timestamp\n    # HELP name text\n    # TYPE name
///     text\n
///
/// with single spaces, legacy names, label values without backslash and line feed in valid UTF-8. On any
/// other line the scanners give nullptr and say nothing about it: the strict path decides. On a regular one
/// they give the end of the line, behind its line feed. They never read at or behind `end`.
///
/// An integer timestamp is milliseconds as in the Prometheus text format; OpenMetrics means seconds by it, so
/// its caller leaves lines with one to the strict path.
[[nodiscard]] const char *scanRegularSample(const char *line, const char *end, SampleParts &sample);

/// What follows the series on such a line: ` value\n` or ` value timestamp\n`.
[[nodiscard]] const char *scanRegularNumbers(const char *p, const char *end, SampleParts &sample) noexcept;

/// The text is as written, not validated.
[[nodiscard]] const char *scanRegularMetadata(const char *line, const char *end,
                                              MetadataParts &metadata) noexcept;

} // namespace sightglass
