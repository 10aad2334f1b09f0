// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/httpagent.h"

#include <QObject>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <string>

namespace sightglass {

class SecretStore;

/// One request with a small answer: JSON is sent, text comes back. As HttpClientConfig says: authentication,
/// proxy, TLS. One at a time; one thread, with an event loop.
class HttpCall : public QObject, private AnswerSink
{
    Q_OBJECT

public:
    /// The body of an answer of status 2xx.
    using Done = std::function<void(Result<std::string>)>;

    /// `secrets` outlives this; null: none are kept here.
    explicit HttpCall(HttpClientConfig config, SecretStore *secrets = nullptr, QObject *parent = nullptr);
    ~HttpCall() override;

    /// `done` is called once, later. Errors: those of HttpAgent, ScrapeTimedOut, HttpStatus (with the
    /// beginning of what the server says), BodyTooLarge. Stops the call before.
    void post(const QUrl &url, const std::string &json, Done done);
    void get(const QUrl &url, Done done);

    void setTimeoutMs(int milliseconds) { m_timeout.setInterval(milliseconds); }

private:
    void answerBegins(http::ResponseHead head, const http::BodyFraming &framing) override;
    std::size_t answerGoesOn(std::string_view piece) override;
    void answerEnds() override;
    void answerFails(const Error &error) override;

    void begin(Done done);
    void conclude(Result<std::string> result);

    HttpAgent m_agent;
    QTimer m_timeout;
    Done m_done;
    int m_status = 0;
    std::string m_reason;
    std::string m_body;
};

} // namespace sightglass
