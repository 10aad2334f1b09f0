// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/scrape/tlsserver.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>

#include <utility>

namespace sightglass::test {

QString tlsPath(const QString &name)
{
    return QStringLiteral(SIGHTGLASS_SOURCE_DIR "/tests/data/tls/") + name;
}

QByteArray tlsFile(const QString &name)
{
    QFile file(tlsPath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

TlsServer::TlsServer(const QString &certificate, QByteArray answer, bool endless)
    : m_answer(std::move(answer))
    , m_endless(endless)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(tlsFile(certificate)));
    configuration.setPrivateKey(QSslKey(tlsFile(QStringLiteral("server.key")), QSsl::Ec));
    m_server.setSslConfiguration(configuration);
    QObject::connect(&m_server, &QTcpServer::pendingConnectionAvailable, &m_server,
                     [this] { onConnection(); });
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("no loopback port to listen on");
}

void TlsServer::setProtocol(QSsl::SslProtocol protocol)
{
    QSslConfiguration configuration = m_server.sslConfiguration();
    configuration.setProtocol(protocol);
    m_server.setSslConfiguration(configuration);
}

void TlsServer::demandClientCertificate()
{
    QSslConfiguration configuration = m_server.sslConfiguration();
    configuration.setCaCertificates({QSslCertificate(tlsFile(QStringLiteral("authority.pem")))});
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    m_server.setSslConfiguration(configuration);
}

QUrl TlsServer::url(const QString &host) const
{
    return QUrl(QStringLiteral("https://%1:%2/metrics").arg(host).arg(m_server.serverPort()));
}

void TlsServer::onConnection()
{
    QTcpSocket *socket = m_server.nextPendingConnection();
    ++m_connections;
    QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    const auto send = [this, socket] {
        const auto *encrypting = static_cast<QSslSocket *>(socket);
        const qint64 pending = encrypting->bytesToWrite() + encrypting->encryptedBytesToWrite();
        if (socket->state() == QAbstractSocket::ConnectedState && pending < 1 << 20)
            socket->write(m_answer);
    };
    if (m_endless)
        QObject::connect(static_cast<QSslSocket *>(socket), &QSslSocket::encryptedBytesWritten, socket, send);
    QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, send] {
        m_received += socket->readAll();
        send();
    });
}

} // namespace sightglass::test
