// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sightglass::http {

/// What ends a line. A bare LF is tolerated where nobody can smuggle with it: in answers, not in requests
/// (RFC 9112, 2.2).
enum class LineEnds : unsigned char
{
    CrLf,
    CrLfOrLf
};

/// Cuts one line after the other out of bytes that come in pieces of any size. Keeps no more than the line's
/// limit.
class LineReader
{
public:
    enum class State : unsigned char
    {
        Incomplete, ///< all bytes were taken, more are needed
        Complete,
        TooLong, ///< more than the limit without an end; the limit counts the line's bytes without its end
        BareLf   ///< a line end that is not allowed here
    };

    explicit LineReader(LineEnds ends) noexcept
        : m_ends(ends)
    {}

    /// Takes bytes from the front of `bytes` up to and including the line's end.
    State read(std::string_view &bytes, std::size_t limit);

    /// The line without its end once it is complete, else what there is of it. Valid until the next read(),
    /// which begins a new line after a complete one.
    [[nodiscard]] std::string_view line() const noexcept { return m_line; }

private:
    LineEnds m_ends;
    bool m_complete = false;
    std::string m_line;
};

} // namespace sightglass::http
