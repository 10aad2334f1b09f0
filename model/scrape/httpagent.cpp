// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/httpagent.h"

#include "model/scrape/connectionsecrets.h"
#include "model/scrape/httprequest.h"
#include "model/scrape/maskedaddress.h"
#include "model/scrape/networkhop.h"
#include "model/scrape/targetaddress.h"

#include <QUrlQuery>

#include <span>
#include <utility>
#include <vector>

namespace sightglass {

namespace {

// A redirect's body of up to this length is read, unseen, so that the connection can be kept.
constexpr std::uint64_t skippedBodyBytes = 2048;

constexpr int statusUnauthorized = 401;

bool isRedirect(const http::ResponseHead &head)
{
    const int status = head.status;
    const bool moved = status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    return moved && head.fields.find("Location").has_value();
}

/// The asked URL may be that of a token or of discovery, whose queries are shown nowhere.
std::string shownWithoutQuery(const QUrl &url)
{
    return displayUrl(url.adjusted(QUrl::RemoveQuery)).toStdString();
}

} // namespace

HttpAgent::HttpAgent(HttpClientConfig config, SecretStore *secrets, AnswerSink &sink,
                     HttpExchange::MakeLink makeLink, QObject *parent)
    : QObject(parent)
    , m_config(std::move(config))
    , m_sink(sink)
    , m_secrets(secrets)
    , m_client(*this, std::move(makeLink))
{
    if (const auto *oauth = std::get_if<OAuth2>(&m_config.authentication))
        m_tokens = std::make_unique<OAuthTokens>(*oauth, secrets);
}

HttpAgent::~HttpAgent() = default;

void HttpAgent::get(const QUrl &url, Fields fields)
{
    begin(url, QByteArrayLiteral("GET"), {}, std::move(fields));
}

void HttpAgent::post(const QUrl &url, const QByteArray &body, Fields fields)
{
    begin(url, QByteArrayLiteral("POST"), body, std::move(fields));
}

void HttpAgent::begin(const QUrl &url, const QByteArray &method, const QByteArray &body, Fields fields)
{
    stop();
    m_method = method;
    m_body = body;
    m_asked = url;
    m_url = url;
    m_fields = std::move(fields);
    m_redirects = 0;
    m_authorizedAgain = false;
    std::vector<Secret> secrets;
    listSecrets(m_config.tls, m_config.proxy, secrets);
    listSecrets(m_config, secrets);
    m_secrets.read(std::move(secrets),
                   [this](const Result<std::vector<std::string>> &texts) { onSecrets(texts); });
}

void HttpAgent::stop()
{
    ++m_round;
    m_redirectTo.clear();
    m_secrets.cancel();
    if (m_tokens)
        m_tokens->cancel();
    m_client.stop();
}

void HttpAgent::onSecrets(const Result<std::vector<std::string>> &texts)
{
    if (!texts) {
        fail(texts.error());
        return;
    }
    noteSecrets(*texts);
    std::span<const std::string> rest = *texts;
    auto route = takeRoute(m_config.tls, m_config.proxy, rest);
    auto fields = route ? takeHeaders(m_config, rest) : std::move(route).error();
    if (!fields) {
        failLater(fields.error());
        return;
    }
    m_clientFields = *std::move(fields);
    m_sent.addCredentials(m_clientFields.value("Authorization"));
    m_parameters = takeParameters(m_config, rest);
    m_client.setRoute(*std::move(route));
    authorize();
}

/// A name is none.
void HttpAgent::noteSecrets(const std::vector<std::string> &texts)
{
    m_sent.clear();
    const auto *basic = std::get_if<BasicAuth>(&m_config.authentication);
    for (const std::string &text : texts) {
        if (basic == nullptr || text != basic->username)
            m_sent.add(text);
    }
    for (const auto &[name, value] : QUrlQuery(m_asked).queryItems(QUrl::FullyDecoded)) {
        if (isSecretParameter(name))
            m_sent.add(value.toStdString());
    }
    m_sent.add(m_asked.password(QUrl::FullyDecoded).toStdString());
    m_sent.addCredentials(basicCredentials(m_asked));
}

std::string HttpAgent::withoutSecrets(std::string text) const
{
    return m_sent.takenOutOf(std::move(text));
}

void HttpAgent::authorize()
{
    if (!m_tokens) {
        ask(m_asked);
        return;
    }
    m_tokens->ask([this](Result<std::string> value) {
        if (!value) {
            fail(value.error());
            return;
        }
        m_authorization = *std::move(value);
        m_sent.addCredentials(m_authorization);
        ask(m_asked);
    });
}

void HttpAgent::ask(const QUrl &url)
{
    m_redirectTo.clear();
    m_url = url;
    OutgoingRequest request{url, m_method, m_fields(url), m_body};
    if (sameOrigin(url, m_asked)) {
        const bool byUrl = !url.userName().isEmpty(); // goes before the configuration's, as in Go
        for (const http::HeaderFields::Field &field : m_clientFields) {
            if (!byUrl || field.name != "Authorization")
                request.fields.append(field.name, field.value);
        }
        if (m_tokens && !byUrl)
            request.fields.append("Authorization", m_authorization);
    }
    if (!m_parameters.empty() && url == m_asked) {
        const QString more = QString::fromStdString(m_parameters);
        request.url.setQuery(url.hasQuery() ? url.query(QUrl::FullyEncoded) + QLatin1Char('&') + more : more);
    }
    m_client.start(request);
}

bool HttpAgent::authorizesAgain(const http::ResponseHead &head)
{
    const bool refused = head.status == statusUnauthorized && m_tokens && sameOrigin(m_url, m_asked);
    if (!refused || m_authorizedAgain)
        return false;
    m_authorizedAgain = true;
    m_client.stop();
    m_tokens->forget();
    authorize();
    return true;
}

bool HttpAgent::follows(const http::ResponseHead &head) const
{
    const bool isSameAgain = head.status == 307 || head.status == 308;
    return m_config.followRedirects && isRedirect(head) &&
           (isSameAgain || m_method == QByteArrayLiteral("GET"));
}

void HttpAgent::answerBegins(http::ResponseHead head, const http::BodyFraming &framing)
{
    if (follows(head))
        redirect(head, framing);
    else if (!authorizesAgain(head))
        m_sink.answerBegins(std::move(head), framing);
}

std::size_t HttpAgent::answerGoesOn(std::string_view piece)
{
    return m_redirectTo.isEmpty() ? m_sink.answerGoesOn(piece) : 0;
}

void HttpAgent::answerEnds()
{
    if (m_redirectTo.isEmpty())
        m_sink.answerEnds();
    else
        followRedirect();
}

void HttpAgent::answerFails(const Error &error)
{
    if (!m_redirectTo.isEmpty())
        followRedirect();
    else if (m_redirects > 0)
        fail(atHop(error, "to which " + shownWithoutQuery(m_asked) + " redirects"));
    else
        fail(error);
}

void HttpAgent::redirect(const http::ResponseHead &head, const http::BodyFraming &framing)
{
    if (++m_redirects > maxRedirects) {
        fail(Error{ErrorCode::TooManyRedirects, {std::to_string(maxRedirects)}, {}, {}});
        return;
    }
    auto to = redirectTarget(m_url, head.fields.value("Location"), m_asked);
    if (!to) {
        fail(to.error());
        return;
    }
    m_redirectTo = *std::move(to);
    const bool readable = framing.end == http::BodyEnd::None || framing.end == http::BodyEnd::Length;
    if (!readable || framing.length > skippedBodyBytes)
        followRedirect();
}

void HttpAgent::followRedirect()
{
    ask(QUrl(m_redirectTo));
}

void HttpAgent::fail(const Error &error)
{
    const Error told = error; // stop() may end what it is a part of
    stop();
    m_sink.answerFails(told);
}

void HttpAgent::failLater(const Error &error)
{
    QMetaObject::invokeMethod(
        this,
        [this, round = m_round, error] {
            if (round == m_round)
                fail(error);
        },
        Qt::QueuedConnection);
}

} // namespace sightglass
