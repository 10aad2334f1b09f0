// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/bodyreceiver.h"
#include "model/scrape/fetcher.h"
#include "model/scrape/httpexchange.h"

#include <QObject>
#include <QTimer>
#include <QUrl>

#include <optional>

namespace sightglass {

/// Redirects followed before a fetch fails, as Go's HTTP client does for Prometheus.
inline constexpr int maxRedirects = 10;

/// Fetches pages over HTTP as Prometheus does (exposition reference, sections 0.1 and 0.3): without cookies,
/// caches, proxies or sniffing, unpacking and measuring the body while it comes in, and hanging up as soon as
/// the verdict is clear. Keeps one connection, to where the last request went.
class HttpFetcher final : public QObject, public Fetcher, private AnswerSink
{
    Q_OBJECT

public:
    /// Links other than TCP and TLS come from `makeLink`.
    explicit HttpFetcher(HttpExchange::MakeLink makeLink = {}, QObject *parent = nullptr);
    ~HttpFetcher() override;

    void start(FetchRequest request, Done done) override;
    void cancel() override;

private:
    void answerBegins(http::ResponseHead head, const http::BodyFraming &framing) override;
    std::size_t answerGoesOn(std::string_view piece) override;
    void answerEnds() override;
    void answerFails(const Error &error) override;

    void get(const QUrl &url);
    void onTimeout();
    void redirect(const http::BodyFraming &framing);
    void followRedirect();
    /// The verdict on the headers, empty where there is nothing against them.
    [[nodiscard]] std::optional<Error> headError(const http::BodyFraming &framing) const;
    [[nodiscard]] std::optional<Error> contentTypeError() const;
    void conclude(Result<FetchedPage> result);

    HttpExchange m_exchange;
    FetchRequest m_request;
    Done m_done;
    QUrl m_url; ///< asked now: the request's or where a redirect led
    http::ResponseHead m_head;
    std::optional<BodyReceiver> m_receiver; ///< empty until the head of a page is there
    QUrl m_redirectTo;                      ///< empty, but while a redirect's own body is read
    QTimer m_timeout;
    int m_redirects = 0;
};

} // namespace sightglass
