// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/httpclient.h"

#include "model/scrape/proxychoice.h"
#include "model/scrape/tlssettings.h"

#include <utility>

namespace sightglass {

namespace {

bool isSecure(const QUrl &url)
{
    return url.scheme() == QLatin1String("https");
}

http::HeaderFields proxyFields(const QUrl &proxy)
{
    http::HeaderFields fields;
    if (const std::string credentials = basicCredentials(proxy); !credentials.empty())
        fields.append("Proxy-Authorization", credentials);
    return fields;
}

/// "host:port", names as the DNS has them, addresses without zone.
QByteArray authority(const QUrl &url)
{
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host.split('%').first() + ']';
    return host + ':' + QByteArray::number(portOf(url));
}

QByteArray connectText(const QUrl &proxy, const QUrl &url, const http::HeaderFields &further)
{
    const QByteArray host = authority(url);
    QByteArray text = "CONNECT " + host + " HTTP/1.1\r\nHost: " + host + "\r\n";
    const http::HeaderFields own = proxyFields(proxy);
    for (const auto *fields : {&own, &further}) {
        for (const http::HeaderFields::Field &field : *fields)
            text += QByteArray::fromStdString(field.name + ": " + field.value + "\r\n");
    }
    return text + "\r\n";
}

} // namespace

HttpClient::HttpClient(AnswerSink &sink, HttpExchange::MakeLink makeLink, QObject *parent)
    : QObject(parent)
    , m_sink(sink)
    , m_routed(!makeLink)
    , m_exchange(sink,
                 m_routed ? [this](const QUrl &url) { return this->makeLink(url); } : std::move(makeLink))
{}

void HttpClient::setRoute(Route route)
{
    const bool sameTls = m_route.tls == route.tls && m_route.material == route.material;
    m_route = std::move(route);
    if (sameTls)
        return;
    m_tlsPrepared = false;
    m_exchange.hangUp();
}

void HttpClient::start(const OutgoingRequest &request)
{
    stop();
    if (const Status started = startAlong(request); !started) {
        QMetaObject::invokeMethod(
            this,
            [this, round = m_round, error = started.error()] {
                if (round == m_round)
                    m_sink.answerFails(error);
            },
            Qt::QueuedConnection);
    }
}

void HttpClient::stop()
{
    ++m_round;
    m_exchange.stop();
}

Status HttpClient::startAlong(const OutgoingRequest &request)
{
    if (!m_routed) {
        m_exchange.start(request.url, requestText(request));
        return Done{};
    }
    const Result<QUrl> proxy = proxyFor(m_route.proxy, request.url);
    if (!proxy)
        return proxy.error();
    const bool secure = isSecure(request.url);
    if (secure && isSecure(*proxy))
        return Error{ErrorCode::Unsupported, {"https through an https proxy"}, {}, {}};
    if (secure || isSecure(*proxy)) {
        if (const Status tls = prepareTls(); !tls)
            return tls.error();
    }
    if (secure || proxy->isEmpty()) {
        m_options.isToProxy = false;
        tunnelThrough(*proxy, request.url);
        m_exchange.start(request.url, requestText(request));
    } else {
        m_options.isToProxy = true;
        tunnelThrough({}, {});
        m_exchange.start(*proxy, requestText(request, RequestForm::Absolute, proxyFields(*proxy)));
    }
    return Done{};
}

Status HttpClient::prepareTls()
{
    if (m_tlsPrepared)
        return Done{};
    m_options.tls.reset();
    m_options.serverName = QString::fromStdString(m_route.tls.serverName);
    if (m_route.tls != TlsConfig{}) {
        auto configuration = sslConfiguration(m_route.tls, m_route.material);
        if (!configuration)
            return std::move(configuration).error();
        m_options.tls = *std::move(configuration);
    }
    m_tlsPrepared = true;
    return Done{};
}

void HttpClient::tunnelThrough(const QUrl &proxy, const QUrl &url)
{
    QByteArray request = proxy.isEmpty() ? QByteArray() : connectText(proxy, url, m_route.connectHeaders);
    if (proxy != m_options.proxy || request != m_options.connectRequest)
        m_exchange.hangUp();
    m_options.proxy = proxy;
    m_options.connectRequest = std::move(request);
}

HttpExchange::Link HttpClient::makeLink(const QUrl &url) const
{
    return std::make_unique<TcpLink>(url, m_options);
}

} // namespace sightglass
