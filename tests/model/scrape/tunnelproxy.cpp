// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/scrape/tunnelproxy.h"

#include <QTcpSocket>

namespace sightglass::test {

TunnelProxy::TunnelProxy()
{
    connect(this, &QTcpServer::newConnection, this, &TunnelProxy::onConnection);
    if (!listen(QHostAddress::LocalHost))
        qFatal("no loopback port to listen on");
}

std::string TunnelProxy::url(const char *userInfo) const
{
    return "http://" + std::string(userInfo) + "127.0.0.1:" + std::to_string(serverPort());
}

void TunnelProxy::onConnection()
{
    QTcpSocket *client = nextPendingConnection();
    connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    // Requests come in one piece: they are short and the client waits for the answer.
    connect(client, &QTcpSocket::readyRead, this, [this, client] {
        const QByteArray head = client->readAll();
        m_requests.append(head);
        client->disconnect(this);
        if (m_refusal.isEmpty())
            lead(client, head);
        else
            client->write(m_refusal);
    });
}

void TunnelProxy::lead(QTcpSocket *client, const QByteArray &head)
{
    const QByteArray target = head.split(' ').value(1);
    auto *server = new QTcpSocket(client);
    connect(server, &QTcpSocket::connected, client,
            [client] { client->write("HTTP/1.1 200 Connection established\r\nVia: 1.1 test\r\n\r\n"); });
    connect(server, &QTcpSocket::readyRead, client, [client, server] { client->write(server->readAll()); });
    connect(client, &QTcpSocket::readyRead, server, [client, server] { server->write(client->readAll()); });
    connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    server->connectToHost(QHostAddress(QString::fromLatin1(target.split(':').value(0))),
                          target.split(':').value(1).toUShort());
}

} // namespace sightglass::test
