// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/senders/httpcall.h"

#include "parser/base/durationtext.h"

#include <utility>

namespace sightglass {

namespace {

constexpr int usualTimeoutMs = 10'000;
constexpr std::size_t maxAnswerBytes = std::size_t{16} << 20U;
constexpr std::size_t longestReason = 200;

http::HeaderFields jsonFields()
{
    http::HeaderFields fields;
    fields.append("Content-Type", "application/json");
    fields.append("User-Agent", "Sightglass/" SIGHTGLASS_VERSION);
    return fields;
}

} // namespace

HttpCall::HttpCall(HttpClientConfig config, SecretStore *secrets, QObject *parent)
    : QObject(parent)
    , m_agent(std::move(config), secrets, *this)
{
    m_timeout.setSingleShot(true);
    m_timeout.setInterval(usualTimeoutMs);
    connect(&m_timeout, &QTimer::timeout, this, [this] {
        conclude(Error{ErrorCode::ScrapeTimedOut, {formatDurationMs(m_timeout.interval())}, {}, {}});
    });
}

HttpCall::~HttpCall() = default;

void HttpCall::post(const QUrl &url, const std::string &json, Done done)
{
    begin(std::move(done));
    m_agent.post(url, QByteArray::fromStdString(json), [](const QUrl &) { return jsonFields(); });
}

void HttpCall::get(const QUrl &url, Done done)
{
    begin(std::move(done));
    m_agent.get(url, [](const QUrl &) { return jsonFields(); });
}

void HttpCall::begin(Done done)
{
    m_agent.stop();
    m_done = std::move(done);
    m_status = 0;
    m_body.clear();
    m_timeout.start();
}

void HttpCall::answerBegins(http::ResponseHead head, const http::BodyFraming & /*framing*/)
{
    m_status = head.status;
    m_reason = std::to_string(head.status);
}

std::size_t HttpCall::answerGoesOn(std::string_view piece)
{
    const bool isGood = m_status / 100 == 2;
    const std::size_t room = (isGood ? maxAnswerBytes : longestReason) - m_body.size();
    m_body += piece.substr(0, room);
    if (isGood && piece.size() > room) {
        conclude(Error{ErrorCode::BodyTooLarge, {"16 MiB"}, {}, {}});
        return 0;
    }
    return piece.size();
}

void HttpCall::answerEnds()
{
    if (m_status / 100 == 2) {
        conclude(std::move(m_body));
        return;
    }
    const std::string said = m_body.empty() ? m_reason : m_reason + " (" + m_body + ')';
    conclude(Error{ErrorCode::HttpStatus, {said}, {}, {}});
}

void HttpCall::answerFails(const Error &error)
{
    conclude(error);
}

void HttpCall::conclude(Result<std::string> result)
{
    m_timeout.stop();
    m_agent.stop();
    // Who is told may ask again, or end this.
    if (const Done done = std::exchange(m_done, nullptr))
        done(std::move(result));
}

} // namespace sightglass
