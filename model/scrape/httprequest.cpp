// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/httprequest.h"

#include "model/scrape/targetaddress.h"
#include "parser/base/numbertext.h"
#include "parser/exposition/expositionparser.h"

#include <QHostAddress>

namespace sightglass {

namespace {

constexpr int httpPort = 80;
constexpr int httpsPort = 443;

bool isSecure(const QUrl &url)
{
    return url.scheme() == QLatin1String("https");
}

/// As the Host header has it (RFC 9110, 7.2): IPv6 in brackets and without its zone, no default port.
QByteArray hostHeader(const QUrl &url)
{
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host.split('%').first() + ']';
    if (url.port() >= 0)
        host += ':' + QByteArray::number(url.port());
    return host;
}

QByteArray requestTarget(const QUrl &url)
{
    QByteArray target = url.path(QUrl::FullyEncoded).toLatin1();
    if (!target.startsWith('/'))
        target.prepend('/');
    if (url.hasQuery())
        target += '?' + url.query(QUrl::FullyEncoded).toLatin1();
    return target;
}

} // namespace

int portOf(const QUrl &url)
{
    return url.port(isSecure(url) ? httpsPort : httpPort);
}

QString hostAndPort(const QUrl &url)
{
    QString host = url.host();
    if (host.contains(QLatin1Char(':')))
        host = QLatin1Char('[') + host + QLatin1Char(']');
    return host + QLatin1Char(':') + QString::number(portOf(url));
}

bool sameOrigin(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && hostAndPort(a) == hostAndPort(b);
}

QByteArray acceptEncodingFor(const QUrl &url)
{
    const QString host = url.host();
    const bool local = host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
    return local ? QByteArrayLiteral("identity") : QByteArrayLiteral("gzip");
}

QByteArray scrapeRequest(const QUrl &url, std::int64_t timeoutMs)
{
    const std::string_view accept = scrapeAcceptHeader();
    QByteArray request = "GET " + requestTarget(url) + " HTTP/1.1\r\nHost: " + hostHeader(url) + "\r\n";
    const auto add = [&](const char *name, const QByteArray &value) {
        request += name + QByteArrayLiteral(": ") + value + QByteArrayLiteral("\r\n");
    };
    add("User-Agent", "Sightglass/" SIGHTGLASS_VERSION);
    add("Accept", QByteArray(accept.data(), static_cast<qsizetype>(accept.size())));
    add("Accept-Encoding", acceptEncodingFor(url));
    add("X-Prometheus-Scrape-Timeout-Seconds",
        QByteArray::fromStdString(formatFloat(static_cast<double>(timeoutMs) / 1000.0)));
    add("Connection", "keep-alive"); // a server of HTTP/1.0 would close without it
    if (!url.userName().isEmpty()) {
        const QByteArray pair =
            url.userName(QUrl::FullyDecoded).toUtf8() + ':' + url.password(QUrl::FullyDecoded).toUtf8();
        add("Authorization", "Basic " + pair.toBase64());
    }
    return request + "\r\n";
}

Result<QUrl> redirectTarget(const QUrl &from, std::string_view location, const QUrl &asked)
{
    const QByteArray encoded(location.data(), static_cast<qsizetype>(location.size()));
    QUrl to = from.resolved(QUrl::fromEncoded(encoded));
    if (targetKind(to) != TargetKind::Http)
        return Error{ErrorCode::RedirectNotHttp, {}, {}, {}};
    if (isSecure(from) && !isSecure(to))
        return Error{ErrorCode::RedirectInsecure, {}, {}, {}};
    to.setUserInfo(QString());
    if (sameOrigin(asked, to))
        to.setUserInfo(asked.userInfo(QUrl::FullyEncoded), QUrl::StrictMode);
    return to;
}

} // namespace sightglass
