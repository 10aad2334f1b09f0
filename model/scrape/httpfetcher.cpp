// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/httpfetcher.h"

#include "model/scrape/httprequest.h"
#include "parser/base/durationtext.h"
#include "parser/base/utf8cut.h"
#include "parser/exposition/contentnegotiation.h"

#include <QPointer>

#include <string>
#include <string_view>
#include <utility>

namespace sightglass {

namespace {

constexpr std::size_t maxQuotedContentType = 1024;
constexpr std::size_t maxQuotedEncoding = 100;
constexpr std::size_t maxQuotedChallenge = 1024;

constexpr int statusOk = 200;

/// A piece of the server's own words as an argument of an error.
std::string quoted(std::string_view text)
{
    constexpr qsizetype maxQuoted = 100;
    const auto size = static_cast<qsizetype>(text.size());
    return QString::fromUtf8(text.data(), size).left(maxQuoted).trimmed().toStdString();
}

/// "404 Not Found", "599" where the server has no words for it.
std::string statusText(const http::ResponseHead &head)
{
    std::string text = std::to_string(head.status);
    if (!head.reason.empty())
        text += ' ' + quoted(head.reason);
    return text;
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
    m_agent.get(m_request.url, [this](const QUrl &) {
        return scrapeFields(m_options.accept, acceptEncoding(m_options.compression), m_request.timeoutMs);
    });
}

void HttpFetcher::cancel()
{
    m_timeout.stop();
    m_done = nullptr;
    m_refusing = false;
    m_receiver.reset();
    m_agent.stop();
}

void HttpFetcher::onTimeout()
{
    if (m_refusing)
        tellRefused(false);
    else
        answerFails(Error{ErrorCode::ScrapeTimedOut, {formatDurationMs(m_request.timeoutMs)}, {}, {}});
}

std::optional<Error> HttpFetcher::headError(const http::BodyFraming &framing) const
{
    if (m_head.status != statusOk)
        return Error{ErrorCode::HttpStatus, {m_agent.withoutSecrets(statusText(m_head))}, {}, {}};
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
        return contentTypeError(type, m_agent.withoutSecrets(quoted(type)));
    return negotiated;
}

PageTransfer HttpFetcher::transfer() const
{
    PageTransfer transfer;
    const auto shown = [this](std::string_view field, std::size_t longest) {
        return m_agent.withoutSecrets(std::string(m_head.fields.value(field).substr(0, longest)));
    };
    transfer.contentType = shown("Content-Type", maxQuotedContentType);
    transfer.contentEncoding = shown("Content-Encoding", maxQuotedEncoding);
    transfer.wireBytes = m_wireBytes;
    if (codingOf(m_head) != BodyCoding::Plain)
        transfer.compression = BodyCompression::Used;
    else if (m_options.compression == Compression::Never)
        transfer.compression = BodyCompression::NotAsked;
    else
        transfer.compression = BodyCompression::Refused;
    return transfer;
}

void HttpFetcher::answerBegins(http::ResponseHead head, const http::BodyFraming &framing)
{
    m_head = std::move(head);
    m_wireBytes = 0;
    const auto error = headError(framing);
    // Of plain bytes as many are taken as are wanted; what is packed may be much more at once.
    const std::size_t refusedLimit = codingOf(m_head) == BodyCoding::Plain ? 0 : m_request.refused.bytes;
    m_receiver.emplace(codingOf(m_head), error ? refusedLimit : m_request.bodySizeLimit,
                       std::move(m_request.buffer));
    if (error)
        refuse(*error, Rest::Comes);
}

/// What is not packed as it says is read as it is: only for the curious, the verdict is clear.
Status HttpFetcher::unpack(std::string_view piece)
{
    Status taken = m_receiver->receive(piece);
    if (!taken && taken.error().code != ErrorCode::BodyTooLarge && m_receiver->body().empty()) {
        m_receiver.emplace(BodyCoding::Plain, 0);
        static_cast<void>(m_receiver->receive(piece));
    }
    return taken;
}

std::size_t HttpFetcher::answerGoesOn(std::string_view piece)
{
    m_wireBytes += piece.size();
    if (m_refusing)
        return takeRefused(piece);
    const std::size_t before = m_receiver->body().size();
    if (const Status taken = unpack(piece); !taken) {
        refuse(taken.error(), m_receiver->body().size() > before ? Rest::Comes : Rest::Lost);
        return 0;
    }
    const std::size_t unpacked = m_receiver->body().size() - before;
    // Only a page with content needs to be of a known type; hang up on another one early.
    if (before == 0 && unpacked > 0) {
        if (auto known = format(); !known) {
            refuse(known.error(), Rest::Comes);
            return 0;
        }
    }
    return unpacked;
}

std::size_t HttpFetcher::takeRefused(std::string_view piece)
{
    const std::size_t before = m_receiver->body().size();
    const Status taken = unpack(piece);
    const std::size_t unpacked = m_receiver->body().size() - before;
    const bool goesOn = taken || (before == 0 && unpacked > 0);
    if (!goesOn || m_receiver->body().size() >= m_request.refused.bytes)
        tellRefused(false);
    return unpacked;
}

void HttpFetcher::answerEnds()
{
    const Status complete = m_receiver->finish();
    if (m_refusing) {
        tellRefused(complete.ok());
        return;
    }
    if (!complete) {
        refuse(complete.error(), Rest::Lost);
        return;
    }
    const auto known = format(); // of no meaning for an empty body, whatever its type
    conclude(
        FetchedPage{m_receiver->takeBody(), known ? *known : ExpositionFormat::PrometheusText, transfer()});
}

void HttpFetcher::answerFails(const Error &error)
{
    if (m_refusing)
        tellRefused(false);
    else if (m_receiver)
        refuse(error, Rest::Lost);
    else
        conclude(error);
}

void HttpFetcher::refuse(const Error &error, Rest rest)
{
    if (!m_request.refused.take) {
        conclude(error);
        return;
    }
    m_refusing = true;
    m_timeout.start(static_cast<int>(m_request.refused.withinMs));
    const QPointer<HttpFetcher> alive(this);
    if (const Done done = std::exchange(m_done, nullptr))
        done(error);
    // Whoever was told may have gone, or asked anew.
    if (alive && m_refusing && (rest == Rest::Lost || m_receiver->body().size() >= m_request.refused.bytes))
        tellRefused(false);
}

void HttpFetcher::tellRefused(bool isWhole)
{
    const std::string_view body = utf8Prefix(m_receiver->body(), m_request.refused.bytes);
    RefusedAnswer answer;
    answer.status = m_head.status;
    answer.statusText = m_agent.withoutSecrets(statusText(m_head));
    PageTransfer how = transfer();
    how.contentType = m_agent.withoutSecrets(std::move(how.contentType));
    answer.contentType = how.contentType;
    answer.challenge = m_agent.withoutSecrets(
        std::string(m_head.fields.value("WWW-Authenticate").substr(0, maxQuotedChallenge)));
    answer.isWhole = isWhole && body.size() == m_receiver->body().size();
    answer.body = m_agent.withoutSecrets(std::string(body));
    if (!answer.isWhole)
        how.wireBytes = 0;
    const RefusedReading::Take take = std::exchange(m_request.refused.take, nullptr);
    cancel();
    take(std::move(answer), std::move(how));
}

void HttpFetcher::conclude(Result<FetchedPage> result)
{
    const Done done = std::exchange(m_done, nullptr);
    cancel();
    if (done)
        done(std::move(result));
}

} // namespace sightglass
