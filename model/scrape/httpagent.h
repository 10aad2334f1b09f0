// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/httpclient.h"
#include "model/scrape/oauthtokens.h"
#include "model/scrape/secretreader.h"
#include "model/scrape/sentsecrets.h"

#include <QByteArray>
#include <QObject>
#include <QUrl>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace sightglass {

/// Redirects followed before a request fails, as Go's HTTP client does for Prometheus.
inline constexpr int maxRedirects = 10;

/// Gets what a URL names, as an HttpClientConfig says (scraping reference, section 10): authenticates, takes
/// the proxy, follows redirects. Secrets are looked up anew for each request; what authenticates us goes to
/// the origin that was asked, and to no other that a redirect names. Scrapes and discovery both ask through
/// it. One request at a time; one thread.
class HttpAgent : public QObject, private AnswerSink
{
    Q_OBJECT

public:
    /// Header fields for the URL that is asked now, besides those of the configuration.
    using Fields = std::function<http::HeaderFields(const QUrl &)>;

    /// `sink` and `secrets` outlive this; `secrets` null: none are kept here. Links other than TCP and TLS
    /// come from `makeLink`.
    HttpAgent(HttpClientConfig config, SecretStore *secrets, AnswerSink &sink,
              HttpExchange::MakeLink makeLink = {}, QObject *parent = nullptr);
    ~HttpAgent() override;

    /// The sink gets the last answer, of whatever status; an error comes from the event loop. Errors: those
    /// of HttpClient, SecretReader, OAuthTokens, TooManyRedirects, Redirect…. Stops the request before. In
    /// the sink's calls the agent may be stopped, started again or destroyed.
    void get(const QUrl &url, Fields fields);
    /// The same with a body. Only redirects that ask for the same request again (307, 308) are followed; the
    /// others are the answer.
    void post(const QUrl &url, const QByteArray &body, Fields fields);
    void stop();

    /// Whose answer it is: what was asked for, or where redirects led.
    [[nodiscard]] const QUrl &url() const noexcept { return m_url; }
    /// A text of the answer without what the request carried to authenticate us, should it repeat that.
    [[nodiscard]] std::string withoutSecrets(std::string text) const;

private:
    void answerBegins(http::ResponseHead head, const http::BodyFraming &framing) override;
    std::size_t answerGoesOn(std::string_view piece) override;
    void answerEnds() override;
    void answerFails(const Error &error) override;

    void begin(const QUrl &url, const QByteArray &method, const QByteArray &body, Fields fields);
    [[nodiscard]] bool follows(const http::ResponseHead &head) const;
    void noteSecrets(const std::vector<std::string> &texts);
    void onSecrets(const Result<std::vector<std::string>> &texts);
    void authorize();
    void ask(const QUrl &url);
    [[nodiscard]] bool authorizesAgain(const http::ResponseHead &head);
    void redirect(const http::ResponseHead &head, const http::BodyFraming &framing);
    void followRedirect();
    void fail(const Error &error);
    void failLater(const Error &error);

    HttpClientConfig m_config;
    AnswerSink &m_sink;
    SecretReader m_secrets;
    std::unique_ptr<OAuthTokens> m_tokens; ///< null: no OAuth 2
    HttpClient m_client;
    QByteArray m_method;
    QByteArray m_body;
    QUrl m_asked;
    QUrl m_url;
    Fields m_fields;
    http::HeaderFields m_clientFields; ///< what the configuration adds, for the origin that was asked
    std::string m_parameters;          ///< likewise, of the query; for the URL that was asked alone
    std::string m_authorization;       ///< by m_tokens
    SentSecrets m_sent;
    QUrl m_redirectTo; ///< empty, but while a redirect's own body is read
    int m_redirects = 0;
    bool m_authorizedAgain = false;
    std::uint64_t m_round = 0; ///< tells a request from the one before
};

} // namespace sightglass
