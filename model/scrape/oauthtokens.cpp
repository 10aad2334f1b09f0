// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/oauthtokens.h"

#include "model/scrape/networkhop.h"
#include "model/scrape/sentsecrets.h"
#include "model/scrape/targetaddress.h"
#include "parser/base/asciicase.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <map>
#include <span>
#include <utility>

namespace sightglass {

namespace {

constexpr std::size_t maxAnswerBytes = std::size_t{64} << 10U;
constexpr std::int64_t earlyMs = 10'000;
constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

/// As Go's url.QueryEscape.
std::string formEncoded(const std::string &text)
{
    QByteArray encoded = QUrl::toPercentEncoding(QString::fromStdString(text));
    return encoded.replace("%20", "+").toStdString();
}

QByteArray form(const std::multimap<std::string, std::string> &values)
{
    std::string text;
    for (const auto &[name, value] : values)
        text += (text.empty() ? "" : "&") + formEncoded(name) + '=' + formEncoded(value);
    return QByteArray::fromStdString(text);
}

std::multimap<std::string, std::string> grantOf(const OAuth2 &config)
{
    std::multimap<std::string, std::string> values{{"grant_type", "client_credentials"}};
    std::string scopes;
    for (const std::string &scope : config.scopes)
        scopes += (scopes.empty() ? "" : " ") + scope;
    if (!scopes.empty())
        values.emplace("scope", scopes);
    for (const auto &[name, value] : config.endpointParams) {
        if (name == "grant_type")
            values.erase(name);
        values.emplace(name, value);
    }
    return values;
}

/// The type as the Authorization header has it.
std::string schemeOf(const std::string &tokenType)
{
    const std::string type = asciiLower(tokenType);
    if (type.empty() || type == "bearer")
        return "Bearer";
    if (type == "mac")
        return "MAC";
    return type == "basic" ? "Basic" : tokenType;
}

/// Error codes of RFC 6749, 5.2, are words out of a short list. What a server says there else may be
/// anything.
bool isErrorCode(std::string_view text)
{
    constexpr std::size_t longest = 64;
    return !text.empty() && text.size() <= longest &&
           std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

} // namespace

OAuthTokens::OAuthTokens(OAuth2 config, SecretStore *store, Now now, QObject *parent)
    : QObject(parent)
    , m_config(std::move(config))
    , m_url(QUrl::fromEncoded(QByteArray::fromStdString(m_config.tokenUrl)))
    , m_now(std::move(now))
    , m_secrets(store)
    , m_client(*this)
{}

OAuthTokens::~OAuthTokens() = default;

std::int64_t OAuthTokens::steadyNow()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

void OAuthTokens::ask(Got got)
{
    cancel();
    if (!m_token.empty() && m_now() < m_endsMs) {
        got(m_token);
        return;
    }
    m_got = std::move(got);
    if (m_url.host().isEmpty() ||
        (m_url.scheme() != QLatin1String("http") && m_url.scheme() != QLatin1String("https"))) {
        failLater(Error{ErrorCode::InvalidUrl, {"token_url"}, {}, {}});
        return;
    }
    std::vector<Secret> secrets{m_config.clientSecret};
    listSecrets(m_config.tls, m_config.proxy, secrets);
    m_secrets.read(std::move(secrets),
                   [this](const Result<std::vector<std::string>> &texts) { onSecrets(texts); });
}

void OAuthTokens::cancel()
{
    ++m_round;
    m_got = nullptr;
    m_secret.clear();
    m_secrets.cancel();
    m_client.stop();
}

void OAuthTokens::forget()
{
    m_token.clear();
}

void OAuthTokens::onSecrets(const Result<std::vector<std::string>> &texts)
{
    if (!texts) {
        conclude(texts.error());
        return;
    }
    m_secret = texts->front();
    std::span<const std::string> rest = std::span(*texts).subspan(1);
    auto route = takeRoute(m_config.tls, m_config.proxy, rest);
    if (!route) {
        failLater(route.error());
        return;
    }
    m_client.setRoute(*std::move(route));
    if (!m_everGranted)
        m_inForm = false;
    post();
}

void OAuthTokens::post()
{
    OutgoingRequest request{m_url, QByteArrayLiteral("POST"), {}, {}};
    auto values = grantOf(m_config);
    if (m_inForm) {
        values.emplace("client_id", m_config.clientId);
        if (!m_secret.empty())
            values.emplace("client_secret", m_secret);
    } else {
        request.url.setUserInfo(QString());
        request.fields.append("Authorization",
                              basicCredentials(formEncoded(m_config.clientId), formEncoded(m_secret)));
    }
    request.fields.append("User-Agent", "Sightglass/" SIGHTGLASS_VERSION);
    request.fields.append("Content-Type", "application/x-www-form-urlencoded");
    request.fields.append("Accept", "application/json");
    request.fields.append("Accept-Encoding", "identity");
    request.body = form(values);
    m_body.clear();
    m_client.start(request);
}

void OAuthTokens::answerBegins(http::ResponseHead head, const http::BodyFraming &framing)
{
    static_cast<void>(framing);
    m_head = std::move(head);
}

std::size_t OAuthTokens::answerGoesOn(std::string_view piece)
{
    if (m_body.size() + piece.size() > maxAnswerBytes)
        conclude(refused("an answer of more than " + std::to_string(maxAnswerBytes) + " bytes"));
    else
        m_body.append(piece);
    return piece.size();
}

void OAuthTokens::answerEnds()
{
    const TokenAnswer answer = readTokenAnswer(m_head.fields.value("Content-Type"), m_body);
    const std::string shortcoming = shortcomingOf(answer);
    if (!shortcoming.empty() && !m_everGranted && !m_inForm) {
        m_inForm = true;
        post();
        return;
    }
    if (m_head.status >= 300 && m_head.status <= 399) {
        // RFC 6749 knows no such answer, and what it would take along is the client's secret.
        conclude(refused(std::to_string(m_head.status) + ' ' + http::excerpt(m_head.reason) +
                         ": redirects of token requests are not followed, because the client's secret would "
                         "go to another address; name that address as token_url"));
        return;
    }
    if (!shortcoming.empty()) {
        conclude(refused(shortcoming));
        return;
    }
    if (const Status kept = keep(answer); !kept)
        conclude(kept.error());
    else
        conclude(m_token);
}

/// Why the answer is no token; empty where it is one.
std::string OAuthTokens::shortcomingOf(const TokenAnswer &answer) const
{
    if (m_head.status < 200 || m_head.status > 299)
        return std::to_string(m_head.status) + ' ' + http::excerpt(m_head.reason) + errorOf(answer);
    if (answer.form == TokenAnswer::Form::Unreadable)
        return "an answer that is not what its Content-Type says";
    if (answer.isJsonAsQuery)
        return "an answer in JSON whose Content-Type says that it is a form: " +
               http::excerpt(withoutSecrets(std::string(m_head.fields.value("Content-Type"))));
    // Some servers answer so with status 200.
    if (!answer.error.empty() && !answer.token.empty())
        return "an answer that tells of an error" + errorOf(answer);
    return answer.token.empty() ? "an answer without access_token" + errorOf(answer) : std::string();
}

/// A server may repeat what it was sent.
std::string OAuthTokens::withoutSecrets(std::string text) const
{
    SentSecrets sent;
    sent.add(m_secret);
    sent.add(formEncoded(m_secret));
    sent.addCredentials(basicCredentials(formEncoded(m_config.clientId), formEncoded(m_secret)));
    for (const auto &[name, value] : m_config.endpointParams)
        sent.add(value);
    return sent.takenOutOf(std::move(text));
}

std::string OAuthTokens::errorOf(const TokenAnswer &answer) const
{
    if (!isErrorCode(answer.error))
        return {};
    const bool canBeMasked = m_secret.empty() || m_secret.size() >= SentSecrets::shortest;
    const std::string description =
        canBeMasked ? http::excerpt(withoutSecrets(answer.description)) : std::string();
    return " (" + answer.error + (description.empty() ? "" : ": " + description) + ')';
}

void OAuthTokens::answerFails(const Error &error)
{
    // Its query may hold secrets under any name, and nobody needs it to know the place.
    const QString shown = displayUrl(m_url.adjusted(QUrl::RemoveQuery));
    conclude(atHop(error, "the OAuth 2 token URL " + shown.toStdString()));
}

Status OAuthTokens::keep(const TokenAnswer &answer)
{
    std::string value = schemeOf(answer.type) + ' ' + answer.token;
    if (!isFieldValue(value))
        return refused("a token that no header can carry");
    constexpr std::int64_t century = 100LL * 365 * 24 * 3600;
    const std::int64_t seconds = std::clamp(answer.expiresInSec, -century, century);
    m_token = std::move(value);
    m_endsMs = seconds != 0 ? m_now() + seconds * 1000 - earlyMs : never;
    m_everGranted = true;
    return Done{};
}

Error OAuthTokens::refused(const std::string &reason) const
{
    const std::string text =
        "oauth2: cannot fetch token from " + hostAndPort(m_url).toStdString() + ": " + reason;
    return {ErrorCode::NetworkFailed, {text}, {}, {}};
}

void OAuthTokens::conclude(Result<std::string> result)
{
    const Got got = std::exchange(m_got, nullptr);
    cancel();
    if (got)
        got(std::move(result));
}

void OAuthTokens::failLater(const Error &error)
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
