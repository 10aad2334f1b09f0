// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/connectionsecrets.h"
#include "model/scrape/httpexchange.h"
#include "model/scrape/httprequest.h"
#include "model/scrape/tcplink.h"

#include <QObject>

#include <cstdint>
#include <optional>

namespace sightglass {

/// Sends requests along a route: an HttpExchange that knows of TLS settings and proxies. Http URLs are asked
/// of a proxy by their whole URL, https ones through a tunnel. A kept connection is given up when the route
/// changes. One request at a time; one thread.
class HttpClient : public QObject
{
    Q_OBJECT

public:
    /// `sink` outlives this. Where `makeLink` makes other links than TcpLinks, routes mean nothing.
    explicit HttpClient(AnswerSink &sink, HttpExchange::MakeLink makeLink = {}, QObject *parent = nullptr);

    /// For the requests that begin from now on.
    void setRoute(Route route);

    /// The answer, or the error, comes from the event loop. Errors: those of proxyFor(), sslConfiguration(),
    /// HttpExchange, TcpLink; Unsupported for https through an https proxy. Stops the request before.
    void start(const OutgoingRequest &request);
    void stop();

private:
    [[nodiscard]] Status startAlong(const OutgoingRequest &request);
    [[nodiscard]] Status prepareTls();
    void tunnelThrough(const QUrl &proxy, const QUrl &url);
    [[nodiscard]] HttpExchange::Link makeLink(const QUrl &url) const;

    AnswerSink &m_sink;
    bool m_routed; ///< links are ours
    HttpExchange m_exchange;
    Route m_route;
    LinkOptions m_options;
    bool m_tlsPrepared = false; ///< m_options.tls is the route's
    std::uint64_t m_round = 0;  ///< tells a request from the one before
};

} // namespace sightglass
