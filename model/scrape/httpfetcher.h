// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/bodyreceiver.h"
#include "model/scrape/fetcher.h"
#include "model/scrape/httpclient.h"
#include "model/scrape/httpoptions.h"
#include "model/scrape/oauthtokens.h"
#include "model/scrape/secretreader.h"

#include <QObject>
#include <QTimer>
#include <QUrl>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sightglass {

/// Redirects followed before a fetch fails, as Go's HTTP client does for Prometheus.
inline constexpr int maxRedirects = 10;

/// Fetches pages over HTTP as Prometheus does (exposition reference, sections 0.1 and 0.3; scraping
/// reference, section 10): without cookies, caches or sniffing, unpacking and measuring the body while it
/// comes in, and hanging up as soon as the verdict is clear. Keeps one connection, to where the last request
/// went. Secrets are looked up anew for each fetch; what authenticates us goes to the origin that was asked,
/// and to no other that a redirect names.
class HttpFetcher final : public QObject, public Fetcher, private AnswerSink
{
    Q_OBJECT

public:
    /// `secrets` outlives this; null: none are kept here. Links other than TCP and TLS come from `makeLink`.
    explicit HttpFetcher(HttpOptions options = {}, SecretStore *secrets = nullptr,
                         HttpExchange::MakeLink makeLink = {}, QObject *parent = nullptr);
    ~HttpFetcher() override;

    void start(FetchRequest request, Done done) override;
    void cancel() override;

private:
    void answerBegins(http::ResponseHead head, const http::BodyFraming &framing) override;
    std::size_t answerGoesOn(std::string_view piece) override;
    void answerEnds() override;
    void answerFails(const Error &error) override;

    void onSecrets(const Result<std::vector<std::string>> &texts);
    void authorize();
    void get(const QUrl &url);
    [[nodiscard]] bool authorizesAgain();
    void onTimeout();
    void redirect(const http::BodyFraming &framing);
    void followRedirect();
    /// The verdict on the headers, empty where there is nothing against them.
    [[nodiscard]] std::optional<Error> headError(const http::BodyFraming &framing) const;
    [[nodiscard]] Result<ExpositionFormat> format() const;
    /// How the answer that has just ended came.
    [[nodiscard]] PageTransfer transfer() const;
    void conclude(Result<FetchedPage> result);
    void failLater(const Error &error);

    HttpOptions m_options;
    SecretReader m_secrets;
    std::unique_ptr<OAuthTokens> m_tokens; ///< null: no OAuth 2
    HttpClient m_client;
    FetchRequest m_request;
    Done m_done;
    QUrl m_url; ///< asked now: the request's or where a redirect led
    http::ResponseHead m_head;
    std::size_t m_wireBytes = 0;            ///< of the body so far, before unpacking
    std::optional<BodyReceiver> m_receiver; ///< empty until the head of a page is there
    QUrl m_redirectTo;                      ///< empty, but while a redirect's own body is read
    QTimer m_timeout;
    int m_redirects = 0;
    http::HeaderFields m_clientFields; ///< what the client configuration adds, for the origin that was asked
    std::string m_authorization;       ///< by m_tokens
    bool m_authorizedAgain = false;
    std::uint64_t m_round = 0; ///< tells a fetch from the one before
};

} // namespace sightglass
