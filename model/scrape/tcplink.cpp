// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/tcplink.h"

#include "model/scrape/httprequest.h"
#include "model/scrape/networkhop.h"

#include <QNetworkProxy>
#include <QSslSocket>

#include <algorithm>
#include <array>
#include <utility>

namespace sightglass {

namespace {

// What one read takes out of the system at most, and with it what a turn of the event loop spends on a server
// that sends without end.
constexpr qint64 readBufferBytes = 64 * 1024;
constexpr qsizetype maxTextBytes = 200;

bool isSecure(const QUrl &url)
{
    return url.scheme() == QLatin1String("https");
}

TcpConnector::Socket makeSocket(bool secure)
{
    TcpConnector::Socket socket(secure ? new QSslSocket : new QTcpSocket);
    socket->setProxy(QNetworkProxy::NoProxy);
    socket->setReadBufferSize(readBufferBytes);
    return socket;
}

struct CertificateVerdict
{
    QSslError::SslError error;
    ErrorCode code;
};

constexpr std::array certificateVerdicts{
    CertificateVerdict{QSslError::SelfSignedCertificate, ErrorCode::CertificateSelfSigned},
    CertificateVerdict{QSslError::SelfSignedCertificateInChain, ErrorCode::CertificateUntrusted},
    CertificateVerdict{QSslError::UnableToGetLocalIssuerCertificate, ErrorCode::CertificateUntrusted},
    CertificateVerdict{QSslError::UnableToGetIssuerCertificate, ErrorCode::CertificateUntrusted},
    CertificateVerdict{QSslError::UnableToVerifyFirstCertificate, ErrorCode::CertificateUntrusted},
    CertificateVerdict{QSslError::CertificateUntrusted, ErrorCode::CertificateUntrusted},
    CertificateVerdict{QSslError::CertificateRevoked, ErrorCode::CertificateRevoked},
    CertificateVerdict{QSslError::HostNameMismatch, ErrorCode::CertificateWrongHost},
    CertificateVerdict{QSslError::CertificateExpired, ErrorCode::CertificateExpired},
    CertificateVerdict{QSslError::CertificateNotYetValid, ErrorCode::CertificateNotYetValid},
};

} // namespace

Error certificateError(const QList<QSslError> &errors, const QString &host)
{
    for (const CertificateVerdict &verdict : certificateVerdicts) {
        const bool found = std::any_of(errors.begin(), errors.end(), [&](const QSslError &error) {
            return error.error() == verdict.error;
        });
        if (found)
            return Error{verdict.code, {host.toStdString()}, {}, {}};
    }
    const QString text = errors.isEmpty() ? QString() : errors.first().errorString().left(maxTextBytes);
    return Error{ErrorCode::TlsFailed, {host.toStdString(), text.toStdString()}, {}, {}};
}

TcpLink::TcpLink(const QUrl &url, LinkOptions options, QObject *parent)
    : HttpLink(parent)
    , m_url(url)
    , m_options(std::move(options))
    , m_connector([secure = isSecure(url)] { return makeSocket(secure); })
{
    connect(&m_connector, &TcpConnector::connected, this, &TcpLink::onConnected);
    connect(&m_connector, &TcpConnector::failed, this, &TcpLink::onConnectFailed);
}

TcpLink::~TcpLink()
{
    TcpLink::abort();
}

void TcpLink::open()
{
    const QUrl &first = m_options.proxy.isEmpty() ? m_url : m_options.proxy;
    m_connector.start(first.host(), static_cast<quint16>(portOf(first)));
}

void TcpLink::write(const QByteArray &bytes)
{
    if (m_socket)
        m_socket->write(bytes);
}

qint64 TcpLink::read(char *to, qint64 most)
{
    return m_socket ? std::max<qint64>(m_socket->read(to, most), 0) : 0;
}

qint64 TcpLink::bytesAvailable() const
{
    return m_socket ? m_socket->bytesAvailable() : 0;
}

void TcpLink::abort()
{
    m_connector.disconnect(this);
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
}

void TcpLink::onConnected()
{
    m_socket = m_connector.takeSocket();
    connect(m_socket.get(), &QTcpSocket::errorOccurred, this, &TcpLink::onSocketError);
    if (m_options.proxy.isEmpty())
        goOn();
    else
        askProxy();
}

void TcpLink::askProxy()
{
    m_tunnel = std::make_unique<HttpTunnel>(*m_socket, hostAndPort(m_options.proxy));
    connect(m_tunnel.get(), &HttpTunnel::established, this, &TcpLink::goOn);
    connect(m_tunnel.get(), &HttpTunnel::failed, this, &HttpLink::failed);
    m_tunnel->start(m_options.connectRequest);
}

void TcpLink::goOn()
{
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &HttpLink::readable);
    if (isSecure(m_url))
        encrypt();
    else
        onOpened();
}

void TcpLink::encrypt()
{
    auto &socket = static_cast<QSslSocket &>(*m_socket);
    connect(&socket, &QSslSocket::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_certificateErrors = errors; });
    connect(&socket, &QSslSocket::encrypted, this, &TcpLink::onOpened);
    if (m_options.tls)
        socket.setSslConfiguration(*m_options.tls);
    socket.setPeerVerifyName(serverName());
    socket.startClientEncryption();
}

void TcpLink::onOpened()
{
    m_opened = true;
    emit opened();
}

QString TcpLink::serverName() const
{
    return m_options.serverName.isEmpty() ? m_url.host(QUrl::FullyDecoded) : m_options.serverName;
}

void TcpLink::onConnectFailed(QAbstractSocket::SocketError error, const QString &text)
{
    emit failed(errorOf(error, text));
}

void TcpLink::onSocketError(QAbstractSocket::SocketError error)
{
    if (m_opened && error == QAbstractSocket::RemoteHostClosedError)
        emit closed();
    else
        emit failed(errorOf(error, m_socket->errorString()));
}

Error TcpLink::errorOf(QAbstractSocket::SocketError error, const QString &text) const
{
    const QUrl &first = m_options.proxy.isEmpty() ? m_url : m_options.proxy;
    const bool isProxy = m_options.isToProxy || !m_options.proxy.isEmpty();
    const std::string who = isProxy ? "the proxy " : "";
    const std::string shown = text.left(maxTextBytes).toStdString();
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        return Error{ErrorCode::ConnectionRefused, {who + hostAndPort(first).toStdString()}, {}, {}};
    case QAbstractSocket::HostNotFoundError:
        return Error{ErrorCode::HostNotFound, {who + first.host().toStdString()}, {}, {}};
    case QAbstractSocket::SslHandshakeFailedError:
        if (!m_certificateErrors.isEmpty())
            return certificateError(m_certificateErrors, serverName());
        return Error{ErrorCode::TlsFailed, {m_url.host().toStdString(), plainTls(shown)}, {}, {}};
    case QAbstractSocket::RemoteHostClosedError:
        return Error{ErrorCode::ConnectionClosed, {}, {}, {}};
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        // TLS 1.3: what a server says of the client's certificate comes behind the handshake.
        return Error{ErrorCode::TlsFailed, {m_url.host().toStdString(), plainTls(shown)}, {}, {}};
    default:
        if (isProxy && !m_socket)
            return Error{
                ErrorCode::NetworkFailed, {who + hostAndPort(first).toStdString() + ": " + shown}, {}, {}};
        return Error{ErrorCode::NetworkFailed, {shown}, {}, {}};
    }
}

} // namespace sightglass
