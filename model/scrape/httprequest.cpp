// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/httprequest.h"

#include "model/scrape/targetaddress.h"
#include "parser/base/numbertext.h"

#include <QHostAddress>

#include <algorithm>

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

std::string_view acceptEncoding(Compression compression) noexcept
{
    return compression == Compression::Asked ? "gzip, zstd" : "identity";
}

QByteArray requestText(const OutgoingRequest &request, RequestForm form, const http::HeaderFields &further)
{
    const QUrl &url = request.url;
    const QByteArray host = hostHeader(url);
    QByteArray text = request.method + ' ';
    if (form == RequestForm::Absolute)
        text += url.scheme().toLatin1() + "://" + host;
    text += requestTarget(url) + " HTTP/1.1\r\nHost: " + host + "\r\n";
    const auto add = [&](std::string_view name, std::string_view value) {
        text.append(name.data(), static_cast<qsizetype>(name.size()));
        text += ": ";
        text.append(value.data(), static_cast<qsizetype>(value.size()));
        text += "\r\n";
    };
    for (const auto *fields : {&request.fields, &further}) {
        for (const http::HeaderFields::Field &field : *fields)
            add(field.name, field.value);
    }
    if (const std::string credentials = basicCredentials(url); !credentials.empty())
        add("Authorization", credentials);
    if (!request.body.isEmpty())
        add("Content-Length", std::to_string(request.body.size()));
    return text + "\r\n" + request.body;
}

bool isFieldValue(std::string_view value) noexcept
{
    return std::all_of(value.begin(), value.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte >= 0x20 && byte != 0x7F) || byte == '\t';
    });
}

std::string basicCredentials(std::string_view user, std::string_view password)
{
    const std::string pair = std::string(user) + ':' + std::string(password);
    return "Basic " + QByteArray::fromStdString(pair).toBase64().toStdString();
}

std::string basicCredentials(const QUrl &url)
{
    if (url.userName().isEmpty())
        return {};
    return basicCredentials(url.userName(QUrl::FullyDecoded).toStdString(),
                            url.password(QUrl::FullyDecoded).toStdString());
}

http::HeaderFields scrapeFields(std::string_view accept, std::string_view encoding, std::int64_t timeoutMs)
{
    http::HeaderFields fields;
    fields.append("User-Agent", "Sightglass/" SIGHTGLASS_VERSION);
    fields.append("Accept", accept);
    fields.append("Accept-Encoding", encoding);
    fields.append("X-Prometheus-Scrape-Timeout-Seconds",
                  formatFloat(static_cast<double>(timeoutMs) / 1000.0));
    fields.append("Connection", "keep-alive"); // a server of HTTP/1.0 would close without it
    return fields;
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
