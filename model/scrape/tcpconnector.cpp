// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/tcpconnector.h"

#include <QHostInfo>

#include <algorithm>
#include <utility>

namespace sightglass {

namespace {

constexpr int attemptDelayMs = 250;
constexpr qsizetype maxAddresses = 8;

} // namespace

QList<QHostAddress> connectionOrder(const QList<QHostAddress> &resolved)
{
    if (resolved.isEmpty())
        return {};
    QList<QHostAddress> preferred;
    QList<QHostAddress> other;
    for (const QHostAddress &address : resolved) {
        auto &family = address.protocol() == resolved.first().protocol() ? preferred : other;
        if (!family.contains(address))
            family.append(address);
    }
    QList<QHostAddress> order;
    for (qsizetype i = 0; i < std::max(preferred.size(), other.size()); ++i)
        order += preferred.mid(i, 1) + other.mid(i, 1);
    return order.first(std::min(order.size(), maxAddresses));
}

TcpConnector::TcpConnector(MakeSocket makeSocket, QObject *parent)
    : QObject(parent)
    , m_makeSocket(std::move(makeSocket))
{
    m_nextAttempt.setSingleShot(true);
    connect(&m_nextAttempt, &QTimer::timeout, this, &TcpConnector::tryNext);
}

TcpConnector::~TcpConnector()
{
    stop();
}

void TcpConnector::start(const QString &host, quint16 port)
{
    m_port = port;
    const QHostAddress literal(host);
    if (literal.isNull())
        m_lookup = QHostInfo::lookupHost(host, this, &TcpConnector::onResolved);
    else
        start(QList{literal}, port);
}

void TcpConnector::start(const QList<QHostAddress> &addresses, quint16 port)
{
    m_port = port;
    m_addresses = addresses;
    tryNext();
}

TcpConnector::Socket TcpConnector::takeSocket()
{
    return std::move(m_connected);
}

void TcpConnector::onResolved(const QHostInfo &info)
{
    m_lookup = -1;
    const QList<QHostAddress> addresses = connectionOrder(info.addresses());
    if (addresses.isEmpty())
        failLater(QAbstractSocket::HostNotFoundError, info.errorString());
    else
        start(addresses, m_port);
}

void TcpConnector::tryNext()
{
    m_nextAttempt.stop();
    const QHostAddress address = m_addresses.takeFirst();
    m_attempts.push_back(m_makeSocket());
    QTcpSocket *socket = m_attempts.back().get();
    connect(socket, &QTcpSocket::connected, this, [this, socket] { onConnected(socket); });
    connect(socket, &QTcpSocket::errorOccurred, this, [this, socket] { onError(socket); });
    if (!m_addresses.isEmpty())
        m_nextAttempt.start(attemptDelayMs);
    socket->connectToHost(address, m_port);
}

void TcpConnector::onConnected(QTcpSocket *socket)
{
    m_connected = release(socket);
    stop();
    emit connected();
}

void TcpConnector::onError(QTcpSocket *socket)
{
    QTcpSocket *dead = release(socket).release();
    dead->deleteLater(); // it is its signal that brought us here
    if (!m_addresses.isEmpty())
        tryNext();
    else if (m_attempts.empty())
        failLater(dead->error(), dead->errorString());
}

void TcpConnector::failLater(QAbstractSocket::SocketError error, const QString &text)
{
    // An address that cannot be reached at all is told of before connectToHost() returns.
    QMetaObject::invokeMethod(
        this, [this, error, text] { emit failed(error, text); }, Qt::QueuedConnection);
}

TcpConnector::Socket TcpConnector::release(QTcpSocket *socket)
{
    socket->disconnect(this);
    const auto attempt = std::find_if(m_attempts.begin(), m_attempts.end(),
                                      [socket](const Socket &one) { return one.get() == socket; });
    Socket released = std::move(*attempt);
    m_attempts.erase(attempt);
    return released;
}

void TcpConnector::stop()
{
    m_nextAttempt.stop();
    if (m_lookup >= 0)
        QHostInfo::abortHostLookup(std::exchange(m_lookup, -1));
    for (const Socket &attempt : m_attempts) {
        attempt->disconnect(this);
        attempt->abort();
    }
    m_attempts.clear();
}

} // namespace sightglass
