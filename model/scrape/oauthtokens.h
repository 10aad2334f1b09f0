// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/httpclient.h"
#include "model/scrape/secretreader.h"
#include "model/scrape/tokenanswer.h"
#include "parser/base/result.h"
#include "parser/config/httpclientconfig.h"

#include <QObject>

#include <cstdint>
#include <functional>
#include <string>

namespace sightglass {

/// Gets access tokens by OAuth 2 client credentials (RFC 6749, 4.4) as Go's oauth2 package does for
/// Prometheus, and keeps one until ten seconds before its end. The client is named in the Authorization
/// header, and in the form where a server refuses that, with whatever status. One thread.
class OAuthTokens : public QObject, private AnswerSink
{
    Q_OBJECT

public:
    using Got = std::function<void(Result<std::string>)>;
    /// Milliseconds since whenever, never set back.
    using Now = std::function<std::int64_t()>;

    /// `store` as SecretReader's.
    OAuthTokens(OAuth2 config, SecretStore *store, Now now = steadyNow, QObject *parent = nullptr);
    ~OAuthTokens() override;

    /// `got` is called once with the value of an Authorization header: within this call where there is a
    /// token that has not ended, else later. Errors: NetworkFailed for what the server says, InvalidUrl,
    /// those of SecretReader and HttpClient; nothing secret that was sent is in their texts. A question still
    /// open is dropped.
    void ask(Got got);
    /// Drops the question, if any, without a call.
    void cancel();
    /// The token was refused: the next question gets another one.
    void forget();

    [[nodiscard]] static std::int64_t steadyNow();

private:
    void answerBegins(http::ResponseHead head, const http::BodyFraming &framing) override;
    std::size_t answerGoesOn(std::string_view piece) override;
    void answerEnds() override;
    void answerFails(const Error &error) override;

    void onSecrets(const Result<std::vector<std::string>> &texts);
    void post();
    [[nodiscard]] Status keep(const TokenAnswer &answer);
    [[nodiscard]] Error refused(const std::string &reason) const;
    [[nodiscard]] std::string shortcomingOf(const TokenAnswer &answer) const;
    [[nodiscard]] std::string withoutSecrets(std::string text) const;
    [[nodiscard]] std::string errorOf(const TokenAnswer &answer) const;
    void conclude(Result<std::string> result);
    void failLater(const Error &error);

    OAuth2 m_config;
    QUrl m_url;
    Now m_now;
    SecretReader m_secrets;
    HttpClient m_client;
    Got m_got;
    std::string m_secret; ///< while the question is open
    http::ResponseHead m_head;
    std::string m_body;
    bool m_inForm = false;      ///< the server wants the client in the form
    bool m_everGranted = false; ///< how the server wants it is known
    std::string m_token;        ///< with its type; empty: none
    std::int64_t m_endsMs = 0;  ///< by m_now
    std::uint64_t m_round = 0;
};

} // namespace sightglass
