// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/httpfetcher.h"

#include "model/scrape/connectionsecrets.h"
#include "model/scrape/httprequest.h"
#include "parser/base/durationtext.h"
#include "parser/exposition/contentnegotiation.h"

#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace sightglass {

namespace {

// A redirect's body of up to this length is read, unseen, so that the connection can be kept.
constexpr std::uint64_t skippedBodyBytes = 2048;

constexpr std::size_t maxQuotedContentType = 1024;

constexpr int statusOk = 200;
constexpr int statusUnauthorized = 401;

bool isRedirect(const http::ResponseHead &head)
{
    const int status = head.status;
    const bool moved = status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    return moved && head.fields.find("Location").has_value();
}

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
    , m_secrets(secrets)
    , m_client(*this, std::move(makeLink))
{
    if (m_options.accept.empty())
        m_options.accept = scrapeAcceptHeader();
    if (const auto *oauth = std::get_if<OAuth2>(&m_options.client.authentication))
        m_tokens = std::make_unique<OAuthTokens>(*oauth, secrets);
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
    m_redirects = 0;
    m_authorizedAgain = false;
    m_timeout.start(static_cast<int>(m_request.timeoutMs));
    std::vector<Secret> secrets;
    listSecrets(m_options.client.tls, m_options.client.proxy, secrets);
    listSecrets(m_options.client, secrets);
    m_secrets.read(std::move(secrets),
                   [this](const Result<std::vector<std::string>> &texts) { onSecrets(texts); });
}

void HttpFetcher::cancel()
{
    ++m_round;
    m_timeout.stop();
    m_done = nullptr;
    m_secrets.cancel();
    if (m_tokens)
        m_tokens->cancel();
    m_client.stop();
}

void HttpFetcher::onSecrets(const Result<std::vector<std::string>> &texts)
{
    if (!texts) {
        conclude(texts.error());
        return;
    }
    std::span<const std::string> rest = *texts;
    auto route = takeRoute(m_options.client.tls, m_options.client.proxy, rest);
    auto fields = route ? takeHeaders(m_options.client, rest) : std::move(route).error();
    if (!fields) {
        failLater(fields.error());
        return;
    }
    m_clientFields = *std::move(fields);
    m_client.setRoute(*std::move(route));
    authorize();
}

void HttpFetcher::authorize()
{
    if (!m_tokens) {
        get(m_request.url);
        return;
    }
    m_tokens->ask([this](Result<std::string> value) {
        if (!value) {
            conclude(std::move(value).error());
            return;
        }
        m_authorization = *std::move(value);
        get(m_request.url);
    });
}

void HttpFetcher::get(const QUrl &url)
{
    m_receiver.reset();
    m_redirectTo.clear();
    m_url = url;
    OutgoingRequest request{url, QByteArrayLiteral("GET"), {}, {}};
    request.fields =
        scrapeFields(m_options.accept, acceptEncodingFor(url, m_options.compression), m_request.timeoutMs);
    if (sameOrigin(url, m_request.url)) {
        const bool byUrl = !url.userName().isEmpty(); // goes before the configuration's, as in Go
        for (const http::HeaderFields::Field &field : m_clientFields) {
            if (!byUrl || field.name != "Authorization")
                request.fields.append(field.name, field.value);
        }
        if (m_tokens && !byUrl)
            request.fields.append("Authorization", m_authorization);
    }
    m_client.start(request);
}

bool HttpFetcher::authorizesAgain()
{
    const bool refused = m_head.status == statusUnauthorized && m_tokens && sameOrigin(m_url, m_request.url);
    if (!refused || m_authorizedAgain)
        return false;
    m_authorizedAgain = true;
    m_client.stop();
    m_tokens->forget();
    authorize();
    return true;
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
    transfer.wireBytes = m_wireBytes;
    if (codingOf(m_head) != BodyCoding::Plain)
        transfer.compression = BodyCompression::Used;
    else if (acceptEncodingFor(m_url, m_options.compression) == identityEncoding)
        transfer.compression = BodyCompression::NotAsked;
    else
        transfer.compression = BodyCompression::Refused;
    return transfer;
}

void HttpFetcher::answerBegins(http::ResponseHead head, const http::BodyFraming &framing)
{
    m_head = std::move(head);
    if (m_options.client.followRedirects && isRedirect(m_head)) {
        redirect(framing);
        return;
    }
    if (authorizesAgain())
        return;
    if (auto error = headError(framing)) {
        conclude(*std::move(error));
        return;
    }
    m_wireBytes = 0;
    m_receiver.emplace(codingOf(m_head), m_request.bodySizeLimit, std::move(m_request.buffer));
}

std::size_t HttpFetcher::answerGoesOn(std::string_view piece)
{
    if (!m_receiver)
        return 0;
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
    if (!m_receiver) {
        followRedirect();
        return;
    }
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
    if (m_redirectTo.isEmpty())
        conclude(error);
    else
        followRedirect();
}

void HttpFetcher::redirect(const http::BodyFraming &framing)
{
    if (++m_redirects > maxRedirects) {
        conclude(Error{ErrorCode::TooManyRedirects, {std::to_string(maxRedirects)}, {}, {}});
        return;
    }
    auto to = redirectTarget(m_url, m_head.fields.value("Location"), m_request.url);
    if (!to) {
        conclude(std::move(to).error());
        return;
    }
    m_redirectTo = *std::move(to);
    const bool readable = framing.end == http::BodyEnd::None || framing.end == http::BodyEnd::Length;
    if (!readable || framing.length > skippedBodyBytes)
        followRedirect();
}

void HttpFetcher::followRedirect()
{
    get(QUrl(m_redirectTo));
}

void HttpFetcher::conclude(Result<FetchedPage> result)
{
    const Done done = std::exchange(m_done, nullptr);
    cancel();
    m_receiver.reset();
    if (done)
        done(std::move(result));
}

void HttpFetcher::failLater(const Error &error)
{
    QMetaObject::invokeMethod(
        this,
        [this, round = m_round, error] {
            if (round == m_round)
                conclude(error);
        },
        Qt::QueuedConnection);
}

} // namespace sightglass
