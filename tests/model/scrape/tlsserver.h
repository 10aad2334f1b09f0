// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSslServer>
#include <QString>
#include <QTcpSocket>
#include <QUrl>

namespace sightglass::test {

/// A file of tests/data/tls.
[[nodiscard]] QString tlsPath(const QString &name);
[[nodiscard]] QByteArray tlsFile(const QString &name);

/// https on a free loopback port: answers every request with the same bytes, and with a flood of them if
/// told.
class TlsServer
{
public:
    explicit TlsServer(const QString &certificate, QByteArray answer, bool endless = false);

    /// Changes how connections from now on are secured.
    void setProtocol(QSsl::SslProtocol protocol);
    /// Takes only clients with a certificate that authority.pem signed.
    void demandClientCertificate();

    [[nodiscard]] QUrl url(const QString &host = QStringLiteral("127.0.0.1")) const;
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] qsizetype openConnections() const { return m_server.findChildren<QTcpSocket *>().size(); }
    /// All that clients have sent so far.
    [[nodiscard]] const QByteArray &received() const { return m_received; }

private:
    void onConnection();

    QSslServer m_server;
    QByteArray m_answer;
    QByteArray m_received;
    bool m_endless;
    int m_connections = 0;
};

} // namespace sightglass::test
