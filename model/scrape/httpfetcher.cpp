// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/httpfetcher.h"

#include "model/scrape/httprequest.h"
#include "parser/base/durationtext.h"
#include "parser/exposition/contentnegotiation.h"

#include <string>
#include <string_view>
#include <utility>

namespace sightglass {

namespace {

constexpr std::size_t maxQuotedContentType = 1024;
constexpr std::size_t maxQuotedEncoding = 100;

constexpr int statusOk = 200;

/// A piece of the server's own words as an argument of an error.
std::string quoted(std::string_view text)
{
    constexpr qsizetype maxQuoted = 100;
    const auto size = static_cast<qsizetype>(text.size());
    return QString::fromUtf8(text.data(), size).left(maxQuoted).trimmed().toStdString();
}

BodyCoding codingOf(const http::ResponseHead &head)
{
    return bodyCodingOf(head.fields.value("Content-Encoding"));
}

} // namespace

HttpFetcher::HttpFetcher(HttpOptions options, SecretStore *secrets, HttpExchange::MakeLink makeLink,
                         QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_agent(m_options.client, secrets, *this, std::move(makeLink))
{
    if (m_options.accept.empty())
        m_options.accept = scrapeAcceptHeader();
    m_timeout.setSingleShot(true);
    m_timeout.setTimerType(Qt::PreciseTimer);
    connect(&m_timeout, &QTimer::timeout, this, &HttpFetcher::onTimeout);
}

HttpFetcher::~HttpFetcher() = default;

void HttpFetcher::start(FetchRequest request, Done done)
{
    cancel();
    m_request = std::move(request);
    m_done = std::move(done);
    m_timeout.start(static_cast<int>(m_request.timeoutMs));
    m_agent.get(m_request.url, [this](const QUrl &url) {
        return scrapeFields(m_options.accept, acceptEncodingFor(url, m_options.compression),
                            m_request.timeoutMs);
    });
}

void HttpFetcher::cancel()
{
    m_timeout.stop();
    m_done = nullptr;
    m_receiver.reset();
    m_agent.stop();
}

void HttpFetcher::onTimeout()
{
    conclude(Error{ErrorCode::ScrapeTimedOut, {formatDurationMs(m_request.timeoutMs)}, {}, {}});
}

std::optional<Error> HttpFetcher::headError(const http::BodyFraming &framing) const
{
    if (m_head.status != statusOk) {
        std::string text = std::to_string(m_head.status);
        if (!m_head.reason.empty())
            text += ' ' + quoted(m_head.reason);
        return Error{ErrorCode::HttpStatus, {std::move(text)}, {}, {}};
    }
    const bool plain = codingOf(m_head) == BodyCoding::Plain && framing.end == http::BodyEnd::Length;
    if (plain && m_request.bodySizeLimit > 0 && framing.length >= m_request.bodySizeLimit)
        return bodyTooLarge(m_request.bodySizeLimit);
    return std::nullopt;
}

Result<ExpositionFormat> HttpFetcher::format() const
{
    const std::string_view type = m_head.fields.value("Content-Type");
    auto negotiated = negotiatedFormat(type, m_options.fallback);
    if (!negotiated && negotiated.error().code == ErrorCode::UnsupportedContentType)
        return Error{ErrorCode::UnsupportedContentType, {quoted(type)}, {}, {}};
    return negotiated;
}

PageTransfer HttpFetcher::transfer() const
{
    PageTransfer transfer;
    transfer.contentType = m_head.fields.value("Content-Type").substr(0, maxQuotedContentType);
    transfer.contentEncoding = m_head.fields.value("Content-Encoding").substr(0, maxQuotedEncoding);
    transfer.wireBytes = m_wireBytes;
    if (codingOf(m_head) != BodyCoding::Plain)
        transfer.compression = BodyCompression::Used;
    else if (acceptEncodingFor(m_agent.url(), m_options.compression) == identityEncoding)
        transfer.compression = BodyCompression::NotAsked;
    else
        transfer.compression = BodyCompression::Refused;
    return transfer;
}

void HttpFetcher::answerBegins(http::ResponseHead head, const http::BodyFraming &framing)
{
    m_head = std::move(head);
    if (auto error = headError(framing)) {
        conclude(*std::move(error));
        return;
    }
    m_wireBytes = 0;
    m_receiver.emplace(codingOf(m_head), m_request.bodySizeLimit, std::move(m_request.buffer));
}

std::size_t HttpFetcher::answerGoesOn(std::string_view piece)
{
    m_wireBytes += piece.size();
    const std::size_t before = m_receiver->body().size();
    if (const Status taken = m_receiver->receive(piece); !taken) {
        conclude(taken.error());
        return 0;
    }
    const std::size_t unpacked = m_receiver->body().size() - before;
    // Only a page with content needs to be of a known type; hang up on another one early.
    if (before == 0 && unpacked > 0) {
        if (auto known = format(); !known) {
            conclude(std::move(known).error());
            return 0;
        }
    }
    return unpacked;
}

void HttpFetcher::answerEnds()
{
    if (const Status complete = m_receiver->finish(); !complete) {
        conclude(complete.error());
        return;
    }
    const auto known = format(); // of no meaning for an empty body, whatever its type
    conclude(
        FetchedPage{m_receiver->takeBody(), known ? *known : ExpositionFormat::PrometheusText, transfer()});
}

void HttpFetcher::answerFails(const Error &error)
{
    conclude(error);
}

void HttpFetcher::conclude(Result<FetchedPage> result)
{
    const Done done = std::exchange(m_done, nullptr);
    cancel();
    if (done)
        done(std::move(result));
}

} // namespace sightglass
