// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serve/requestreader.h"

#include <algorithm>

namespace sightglass {

namespace {

http::HeadLimits headLimits(const ServeLimits &limits)
{
    http::HeadLimits head;
    head.startLineBytes = limits.requestLineBytes;
    head.headBytes = limits.headBytes;
    return head;
}

int statusOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::HttpStartLineTooLong:
        return 414;
    case ErrorCode::HttpHeadTooLarge:
    case ErrorCode::HttpTooManyFields:
        return 431;
    case ErrorCode::HttpCodingUnsupported:
        return 501;
    case ErrorCode::HttpVersionUnsupported:
        return 505;
    default:
        return 400;
    }
}

} // namespace

RequestReader::RequestReader(const ServeLimits &limits)
    : m_bodyLimit(limits.bodyBytes)
    , m_head(headLimits(limits))
{}

RequestReader::State RequestReader::refuse(int status)
{
    m_refusal = status;
    m_state = State::Refused;
    return m_state;
}

RequestReader::State RequestReader::read(std::string_view &bytes)
{
    if (m_state != State::Reading)
        return m_state;
    if (!m_head.complete()) {
        const Status status = m_head.read(bytes);
        if (!status)
            return refuse(statusOf(status.error()));
        if (!m_head.complete())
            return m_state;
        if (beginBody() != State::Reading)
            return m_state;
    }
    return m_chunks ? readChunks(bytes) : readBody(bytes);
}

RequestReader::State RequestReader::beginBody()
{
    const auto framing = http::requestBodyFraming(head());
    if (!framing)
        return refuse(statusOf(framing.error()));
    m_framing = *framing;
    if (m_framing.end == http::BodyEnd::None) {
        m_state = State::Complete;
        return m_state;
    }
    if (m_framing.length > m_bodyLimit)
        return refuse(413);
    if (m_framing.end == http::BodyEnd::Chunked)
        m_chunks.emplace(http::LineEnds::CrLf);
    m_expectsContinue = head().fields.hasToken("Expect", "100-continue");
    return m_state;
}

RequestReader::State RequestReader::readBody(std::string_view &bytes)
{
    const std::size_t count =
        std::min(bytes.size(), static_cast<std::size_t>(m_framing.length) - m_body.size());
    m_body.append(bytes.substr(0, count));
    bytes.remove_prefix(count);
    if (m_body.size() == m_framing.length)
        m_state = State::Complete;
    return m_state;
}

RequestReader::State RequestReader::readChunks(std::string_view &bytes)
{
    for (;;) {
        const auto data = m_chunks->next(bytes);
        if (!data)
            return refuse(statusOf(data.error()));
        if (data->size() > m_bodyLimit - m_body.size())
            return refuse(413);
        m_body.append(*data);
        if (m_chunks->complete()) {
            m_state = State::Complete;
            return m_state;
        }
        if (data->empty())
            return m_state;
    }
}

bool RequestReader::takeExpectation() noexcept
{
    const bool expects = m_expectsContinue && m_state == State::Reading;
    m_expectsContinue = false;
    return expects;
}

bool RequestReader::keepsConnection() const
{
    return m_state == State::Complete && !m_framing.distrusted &&
           http::keepsConnection(head().version, head().fields);
}

} // namespace sightglass
