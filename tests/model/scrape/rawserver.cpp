// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/scrape/rawserver.h"

#include <memory>
#include <utility>

namespace sightglass::test {

RawServer::RawServer(OnRequest onRequest)
    : m_onRequest(std::move(onRequest))
{
    connect(this, &QTcpServer::pendingConnectionAvailable, this, &RawServer::onConnection);
    if (!listen(QHostAddress::LocalHost))
        qFatal("no loopback port to listen on");
}

QUrl RawServer::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1/metrics").arg(serverPort()));
}

void RawServer::onConnection()
{
    QTcpSocket *socket = nextPendingConnection();
    const int connection = ++m_connections;
    const auto requests = std::make_shared<int>(0);
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QTcpSocket::readyRead, this, [this, socket, connection, requests] {
        // Requests come in one piece: they are short and the client waits for each answer.
        if (socket->readAll().endsWith("\r\n\r\n"))
            m_onRequest(*socket, connection, ++*requests);
    });
}

} // namespace sightglass::test
