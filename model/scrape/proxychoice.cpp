// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/proxychoice.h"

#include "model/scrape/httprequest.h"

#include <QHostAddress>
#include <QStringList>

namespace sightglass {

namespace {

/// What one entry of the list, or a URL, names.
struct Endpoint
{
    QString host;
    QString port; ///< empty: any
};

/// As Go's net.SplitHostPort: a colon only where there is one, or behind brackets.
Endpoint splitEndpoint(const QString &entry)
{
    if (entry.startsWith(QLatin1Char('['))) {
        const qsizetype end = entry.indexOf(QLatin1Char(']'));
        if (entry.mid(end + 1).startsWith(QLatin1Char(':')))
            return {entry.mid(1, end - 1), entry.mid(end + 2)};
        return {entry, {}};
    }
    if (entry.count(QLatin1Char(':')) != 1)
        return {entry, {}};
    return {entry.section(QLatin1Char(':'), 0, 0), entry.section(QLatin1Char(':'), 1)};
}

bool matchesDomain(QString domain, const QString &host)
{
    if (domain.startsWith(QLatin1String("*.")))
        domain.remove(0, 1);
    if (domain.startsWith(QLatin1Char('.')))
        return host.endsWith(domain);
    return host == domain || host.endsWith(QLatin1Char('.') + domain);
}

bool matches(const QString &entry, const QString &host, const QString &port)
{
    const QHostAddress address(host);
    if (entry.contains(QLatin1Char('/'))) {
        const QPair<QHostAddress, int> network = QHostAddress::parseSubnet(entry);
        return network.second >= 0 && !address.isNull() && address.isInSubnet(network);
    }
    const Endpoint wanted = splitEndpoint(entry);
    if (wanted.host.isEmpty() || (!wanted.port.isEmpty() && wanted.port != port))
        return false;
    if (const QHostAddress one(wanted.host); !one.isNull())
        return one == address;
    return address.isNull() && matchesDomain(wanted.host, host);
}

Result<QUrl> parsedProxy(const std::string &text)
{
    if (text.empty())
        return QUrl();
    QUrl url = QUrl::fromEncoded(QByteArray::fromStdString(text));
    if (!url.isValid() || url.scheme().isEmpty() || url.host().isEmpty())
        url = QUrl::fromEncoded("http://" + QByteArray::fromStdString(text));
    const bool http = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (http && !url.host().isEmpty())
        return url;
    std::string what = "a proxy of this kind";
    if (url.isValid() && !url.host().isEmpty())
        what += ": " + url.scheme().toStdString() + "://" + url.host().toStdString();
    return Error{ErrorCode::Unsupported, {std::move(what)}, {}, {}};
}

std::string eitherOf(const Environment &environment, const char *upper, const char *lower)
{
    std::string value = environment(upper);
    return value.empty() ? environment(lower) : value;
}

} // namespace

bool bypassesProxy(std::string_view noProxy, const QUrl &url)
{
    const QString host = url.host(QUrl::FullyDecoded).toLower();
    if (host == QLatin1String("localhost") || QHostAddress(host).isLoopback())
        return true;
    const QString port = QString::number(portOf(url));
    const QString list = QString::fromUtf8(noProxy.data(), static_cast<qsizetype>(noProxy.size())).toLower();
    for (const QString &item : list.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QString entry = item.trimmed();
        if (entry == QLatin1String("*") || (!entry.isEmpty() && matches(entry, host, port)))
            return true;
    }
    return false;
}

std::string processEnvironment(const char *name)
{
    return qgetenv(name).toStdString();
}

Result<QUrl> proxyFor(const ProxyConfig &config, const QUrl &url, const Environment &environment)
{
    if (config.fromEnvironment) {
        const bool secure = url.scheme() == QLatin1String("https");
        const std::string proxy = secure ? eitherOf(environment, "HTTPS_PROXY", "https_proxy")
                                         : eitherOf(environment, "HTTP_PROXY", "http_proxy");
        const bool direct = bypassesProxy(eitherOf(environment, "NO_PROXY", "no_proxy"), url);
        return direct ? QUrl() : parsedProxy(proxy);
    }
    if (!config.noProxy.empty() && bypassesProxy(config.noProxy, url))
        return QUrl();
    return parsedProxy(config.url);
}

} // namespace sightglass
