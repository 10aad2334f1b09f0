// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QTcpSocket>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

class QHostInfo;

namespace sightglass {

/// Addresses in the order in which they are tried: the resolver's, but of both families in turn, none twice
/// and at most eight (RFC 8305, 4).
[[nodiscard]] QList<QHostAddress> connectionOrder(const QList<QHostAddress> &resolved);

/// Connects to a host by whichever of its addresses answers first: the next one is tried as soon as the one
/// before fails or has been silent for 250 ms (RFC 8305, 5), so that a host whose IPv6 leads nowhere is
/// reached all the same. Resolves without blocking. Single use; not to be destroyed by what its signals call.
class TcpConnector : public QObject
{
    Q_OBJECT

public:
    using Socket = std::unique_ptr<QTcpSocket>;
    using MakeSocket = std::function<Socket()>;

    /// `makeSocket` makes the sockets that are connected, with their options set.
    explicit TcpConnector(MakeSocket makeSocket, QObject *parent = nullptr);
    ~TcpConnector() override;

    /// `host`: a name or an address, IPv6 without brackets.
    void start(const QString &host, quint16 port);
    /// `addresses`: at least one, in the order in which they are to be tried.
    void start(const QList<QHostAddress> &addresses, quint16 port);

    /// The connected socket, once, in or after connected().
    [[nodiscard]] Socket takeSocket();

signals:
    void connected();
    /// No address answered: the last error, and its text in Qt's words. Never from within start().
    void failed(QAbstractSocket::SocketError error, const QString &text);

private:
    void onResolved(const QHostInfo &info);
    void tryNext();
    void onConnected(QTcpSocket *socket);
    void onError(QTcpSocket *socket);
    void failLater(QAbstractSocket::SocketError error, const QString &text);
    [[nodiscard]] Socket release(QTcpSocket *socket);
    void stop();

    MakeSocket m_makeSocket;
    QList<QHostAddress> m_addresses; ///< not tried yet
    quint16 m_port = 0;
    int m_lookup = -1; ///< under way
    std::vector<Socket> m_attempts;
    Socket m_connected;
    QTimer m_nextAttempt;
};

} // namespace sightglass
