// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/httplink.h"
#include "model/scrape/tcpconnector.h"

#include <QList>
#include <QSslError>
#include <QTcpSocket>
#include <QUrl>

namespace sightglass {

/// The one thing to tell of what is wrong with a server's certificate: where there are several, the one that
/// stays when the others are mended. TlsFailed where it is none that has a code of its own.
[[nodiscard]] Error certificateError(const QList<QSslError> &errors, const QString &host);

/// A TCP connection to the host of an http or https URL, over TLS for https: at least TLS 1.2, the system's
/// authorities, the certificate made out to the URL's host. Goes straight to the host, whatever the desktop's
/// web proxy is, as Prometheus does. Not to be destroyed by what its signals
/// call. Errors: HostNotFound, ConnectionRefused, NetworkFailed, TlsFailed,
/// Certificate….
class TcpLink final : public HttpLink
{
    Q_OBJECT

public:
    explicit TcpLink(const QUrl &url, QObject *parent = nullptr);
    ~TcpLink() override;

    void open() override;
    void write(const QByteArray &bytes) override;
    qint64 read(char *to, qint64 most) override;
    [[nodiscard]] qint64 bytesAvailable() const override;
    void abort() override;

private:
    void onConnected();
    void onConnectFailed(QAbstractSocket::SocketError error, const QString &text);
    void onSocketError(QAbstractSocket::SocketError error);
    void encrypt();
    [[nodiscard]] Error errorOf(QAbstractSocket::SocketError error, const QString &text) const;

    QUrl m_url;
    TcpConnector m_connector;
    TcpConnector::Socket m_socket; ///< null until connected
    QList<QSslError> m_certificateErrors;
    bool m_opened = false;
};

} // namespace sightglass
