// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serve/listenaddress.h"

namespace sightglass {

namespace {

std::optional<QHostAddress> hostOf(QString text)
{
    if (text.isEmpty())
        return QHostAddress(QHostAddress::Any);
    if (text.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0)
        return QHostAddress(QHostAddress::LocalHost);
    const bool bracketed = text.startsWith(QLatin1Char('[')) && text.endsWith(QLatin1Char(']'));
    if (bracketed)
        text = text.mid(1, text.size() - 2);
    const QHostAddress address(text);
    const bool isIpv6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    if (address.isNull() || isIpv6 != bracketed)
        return std::nullopt;
    // An IPv4 address in IPv6 clothes (RFC 4291, 2.5.5.2) is the IPv4 address.
    const bool isMapped = isIpv6 && address.isInSubnet(QHostAddress(QStringLiteral("::ffff:0:0")), 96);
    return isMapped ? QHostAddress(address.toIPv4Address()) : address;
}

} // namespace

QString ListenAddress::toString() const
{
    const QString name =
        host.protocol() == QAbstractSocket::IPv6Protocol
            ? QLatin1Char('[') + host.toString() + QLatin1Char(']')
            : (host == QHostAddress(QHostAddress::Any) ? QStringLiteral("0.0.0.0") : host.toString());
    return name + QLatin1Char(':') + QString::number(port);
}

std::optional<ListenAddress> parseListenAddress(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(QLatin1Char(':'));
    ListenAddress address;
    bool isNumber = false;
    address.port = text.mid(colon + 1).toUShort(&isNumber);
    if (!isNumber)
        return std::nullopt;
    if (colon < 0)
        return address;
    const std::optional<QHostAddress> host = hostOf(text.left(colon));
    if (!host)
        return std::nullopt;
    address.host = *host;
    return address;
}

} // namespace sightglass
