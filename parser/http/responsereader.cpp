// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/http/responsereader.h"

#include <algorithm>
#include <limits>

namespace sightglass::http {

namespace {

constexpr int switchingProtocols = 101;

bool isInterim(int status) noexcept
{
    return status / 100 == 1 && status != switchingProtocols;
}

} // namespace

ResponseReader::ResponseReader(std::string_view method, const ResponseLimits &limits)
    : m_method(method)
    , m_limits(limits)
    , m_heads(limits.head)
    , m_chunks(LineEnds::CrLfOrLf, limits.chunks)
{}

Result<ResponseReader::Event> ResponseReader::next(std::string_view &bytes)
{
    m_data = {};
    switch (m_part) {
    case Part::Head:
        return nextOfHead(bytes);
    case Part::Body:
        return nextOfBody(bytes);
    case Part::Complete:
        break;
    }
    return Event::NeedsBytes;
}

Result<ResponseReader::Event> ResponseReader::nextOfHead(std::string_view &bytes)
{
    while (!bytes.empty()) {
        if (const Status taken = m_heads.read(bytes); !taken)
            return taken.error();
        if (!m_heads.complete())
            break;
        if (isInterim(head().status)) {
            if (++m_interim > m_limits.interimAnswers)
                return Error{
                    ErrorCode::HttpTooManyInterimAnswers, {std::to_string(m_limits.interimAnswers)}, {}, {}};
            m_heads = ResponseHeadReader(m_limits.head);
            continue;
        }
        const auto framing = responseBodyFraming(head(), m_method);
        if (!framing)
            return framing.error();
        m_framing = *framing;
        m_left = m_framing.length;
        m_part = Part::Body;
        return Event::Head;
    }
    return Event::NeedsBytes;
}

Result<ResponseReader::Event> ResponseReader::nextOfBody(std::string_view &bytes)
{
    bool complete = m_framing.end == BodyEnd::None;
    if (m_framing.end == BodyEnd::Close)
        return plainData(bytes, std::numeric_limits<std::uint64_t>::max());
    if (m_framing.end == BodyEnd::Length) {
        if (m_left > 0)
            return plainData(bytes, m_left);
        complete = true;
    }
    if (m_framing.end == BodyEnd::Chunked) {
        const auto data = m_chunks.next(bytes);
        if (!data)
            return data.error();
        m_data = *data;
        if (!m_data.empty())
            return Event::Data;
        complete = m_chunks.complete();
    }
    if (!complete)
        return Event::NeedsBytes;
    m_part = Part::Complete;
    return Event::End;
}

ResponseReader::Event ResponseReader::plainData(std::string_view &bytes, std::uint64_t most)
{
    m_data = bytes.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(most, bytes.size())));
    bytes.remove_prefix(m_data.size());
    m_left -= std::min<std::uint64_t>(m_left, m_data.size());
    return m_data.empty() ? Event::NeedsBytes : Event::Data;
}

Status ResponseReader::close() const
{
    const bool untilClosed = m_part == Part::Body && m_framing.end == BodyEnd::Close;
    if (m_part == Part::Complete || untilClosed)
        return Done{};
    return Error{ErrorCode::ConnectionClosed, {}, {}, {}};
}

bool ResponseReader::keepsConnection() const
{
    const bool clean = m_part == Part::Complete && head().status != switchingProtocols;
    return clean && !m_framing.distrusted && http::keepsConnection(head().version, head().fields);
}

} // namespace sightglass::http
