// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/http/headreader.h"

#include <algorithm>
#include <string>
#include <type_traits>

namespace sightglass::http {

namespace {

template<typename Head>
constexpr bool isRequest = std::is_same_v<Head, RequestHead>;

Error limitError(ErrorCode code, std::size_t limit)
{
    return Error{code, {std::to_string(limit)}, {}, {}};
}

Status checkHost(const RequestHead &head)
{
    const std::size_t hosts = head.fields.count("Host");
    if (hosts > 1 || (hosts == 0 && head.version == Version::Http11))
        return Error{ErrorCode::HttpFieldInvalid, {"Host"}, {}, {}};
    return Done{};
}

} // namespace

template<typename Head>
HeadReader<Head>::HeadReader(HeadLimits limits)
    : m_limits(limits)
    , m_lines(isRequest<Head> ? LineEnds::CrLf : LineEnds::CrLfOrLf)
{}

template<typename Head>
Status HeadReader<Head>::read(std::string_view &bytes)
{
    while (!complete() && !bytes.empty()) {
        const std::size_t room = m_limits.headBytes - m_taken;
        if (room == 0)
            return limitError(ErrorCode::HttpHeadTooLarge, m_limits.headBytes);
        const bool first = m_part == Part::StartLine;
        std::string_view piece = bytes.substr(0, room);
        const std::size_t before = piece.size();
        const auto state = m_lines.read(piece, first ? m_limits.startLineBytes : m_limits.fieldLineBytes);
        const std::size_t taken = before - piece.size();
        m_taken += taken;
        bytes.remove_prefix(taken);
        if (state == LineReader::State::Incomplete)
            continue;
        const Status accepted =
            state == LineReader::State::Complete ? takeLine(m_lines.line()) : refusedLine(state);
        if (!accepted)
            return accepted;
    }
    return Done{};
}

template<typename Head>
Status HeadReader<Head>::takeLine(std::string_view line)
{
    if (m_part == Part::Fields)
        return takeField(line);
    if (isRequest<Head> && line.empty())
        return Done{};
    m_part = Part::Fields;
    return parseStartLine(line, m_head);
}

template<typename Head>
Status HeadReader<Head>::takeField(std::string_view line)
{
    if (line.empty()) {
        m_part = Part::Complete;
        if constexpr (isRequest<Head>)
            return checkHost(m_head);
        return Done{};
    }
    if (m_head.fields.size() == m_limits.fields)
        return limitError(ErrorCode::HttpTooManyFields, m_limits.fields);
    return parseFieldLine(line, isRequest<Head> ? FieldBytes::Visible : FieldBytes::Tolerated, m_head.fields);
}

template<typename Head>
Status HeadReader<Head>::refusedLine(LineReader::State state) const
{
    const bool first = m_part == Part::StartLine;
    const bool tooLong = state == LineReader::State::TooLong;
    // What does not even begin as an answer is told as what it is, not as a long line.
    const bool foreign = !isRequest<Head> && !m_lines.line().starts_with("HTTP/");
    if (first && tooLong && !foreign)
        return limitError(ErrorCode::HttpStartLineTooLong, m_limits.startLineBytes);
    if (!first && tooLong)
        return limitError(ErrorCode::HttpHeadTooLarge, m_limits.fieldLineBytes);
    return Error{first ? ErrorCode::HttpStartLineInvalid : ErrorCode::HttpFieldInvalid,
                 {excerpt(m_lines.line())},
                 {},
                 {}};
}

template class HeadReader<RequestHead>;
template class HeadReader<ResponseHead>;

} // namespace sightglass::http
