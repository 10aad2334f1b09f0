// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/http/linereader.h"

#include <algorithm>

namespace sightglass::http {

LineReader::State LineReader::read(std::string_view &bytes, std::size_t limit)
{
    if (m_complete) {
        m_line.clear();
        m_complete = false;
    }
    // One byte more than the limit: the CR that comes before the LF.
    const std::size_t room = limit + 1 - std::min(limit + 1, m_line.size());
    const std::size_t end = bytes.substr(0, room + 1).find('\n');
    if (end == std::string_view::npos) {
        const std::size_t taken = std::min(bytes.size(), room);
        const bool over = bytes.size() > room;
        m_line.append(bytes.substr(0, taken));
        bytes.remove_prefix(taken);
        // Of a line of limit + 1 bytes only a CR at its end can still be within the limit.
        return over || (m_line.size() > limit && m_line.back() != '\r') ? State::TooLong : State::Incomplete;
    }
    m_line.append(bytes.substr(0, end));
    bytes.remove_prefix(end + 1);
    const bool crLf = m_line.ends_with('\r');
    if (crLf)
        m_line.pop_back();
    if (m_line.size() > limit)
        return State::TooLong;
    if (!crLf && m_ends == LineEnds::CrLf)
        return State::BareLf;
    m_complete = true;
    return State::Complete;
}

} // namespace sightglass::http
