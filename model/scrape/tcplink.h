// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/httplink.h"
#include "model/scrape/httptunnel.h"
#include "model/scrape/tcpconnector.h"

#include <QList>
#include <QSslConfiguration>
#include <QSslError>
#include <QTcpSocket>
#include <QUrl>

#include <memory>
#include <optional>

namespace sightglass {

/// The one thing to tell of what is wrong with a server's certificate: where there are several, the one that
/// stays when the others are mended. TlsFailed where it is none that has a code of its own.
[[nodiscard]] Error certificateError(const QList<QSslError> &errors, const QString &host);

/// How a TcpLink goes about it.
struct LinkOptions
{
    std::optional<QSslConfiguration> tls; ///< nothing: at least TLS 1.2, the system's authorities
    QString serverName;                   ///< what the certificate is made out to; empty: the URL's host
    QUrl proxy;                           ///< of an https URL; empty: straight to the host
    QByteArray connectRequest;            ///< what the proxy is asked with
    bool isToProxy = false;               ///< the URL itself is a proxy's, for requests in absolute form
};

/// A TCP connection to the host of an http or https URL, over TLS for https. Goes straight to the host,
/// whatever the desktop's web proxy is, as Prometheus does, unless the options name one. Not to be destroyed
/// by what its signals call. Errors: HostNotFound, ConnectionRefused, NetworkFailed, TlsFailed, Certificate…,
/// and those of HttpTunnel.
class TcpLink final : public HttpLink
{
    Q_OBJECT

public:
    explicit TcpLink(const QUrl &url, LinkOptions options = {}, QObject *parent = nullptr);
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
    void askProxy();
    void goOn();
    void encrypt();
    void onOpened();
    [[nodiscard]] QString serverName() const;
    [[nodiscard]] Error errorOf(QAbstractSocket::SocketError error, const QString &text) const;

    QUrl m_url;
    LinkOptions m_options;
    TcpConnector m_connector;
    TcpConnector::Socket m_socket; ///< null until connected
    std::unique_ptr<HttpTunnel> m_tunnel;
    QList<QSslError> m_certificateErrors;
    bool m_opened = false;
};

} // namespace sightglass
