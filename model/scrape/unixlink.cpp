// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/unixlink.h"

#include <algorithm>

namespace sightglass {

namespace {

constexpr qint64 readBufferBytes = 64 * 1024; // as TcpLink's: what a flood costs a turn

} // namespace

UnixLink::UnixLink(const QString &path, QObject *parent)
    : HttpLink(parent)
    , m_path(path)
{
    m_socket.setReadBufferSize(readBufferBytes);
    connect(&m_socket, &QLocalSocket::connected, this, [this] {
        m_opened = true;
        emit opened();
    });
    connect(&m_socket, &QLocalSocket::readyRead, this, &HttpLink::readable);
    // A socket that is not there is told of before connectToServer() returns.
    connect(&m_socket, &QLocalSocket::errorOccurred, this, &UnixLink::onError, Qt::QueuedConnection);
}

UnixLink::~UnixLink()
{
    UnixLink::abort();
}

void UnixLink::open()
{
    m_socket.connectToServer(m_path);
}

void UnixLink::write(const QByteArray &bytes)
{
    m_socket.write(bytes);
}

qint64 UnixLink::read(char *to, qint64 most)
{
    return std::max<qint64>(m_socket.read(to, most), 0);
}

qint64 UnixLink::bytesAvailable() const
{
    return m_socket.bytesAvailable();
}

void UnixLink::abort()
{
    m_aborted = true; // a call that is queued already still comes
    m_socket.disconnect(this);
    m_socket.abort();
}

void UnixLink::onError(QLocalSocket::LocalSocketError error)
{
    if (m_aborted)
        return;
    const std::string path = m_path.toStdString();
    if (m_opened && error == QLocalSocket::PeerClosedError)
        emit closed();
    else if (error == QLocalSocket::ConnectionRefusedError)
        emit failed(Error{ErrorCode::ConnectionRefused, {path}, {}, {}});
    else if (error == QLocalSocket::ServerNotFoundError)
        emit failed(Error{ErrorCode::FileUnreadable, {path, "there is no such socket"}, {}, {}});
    else
        emit failed(
            Error{ErrorCode::NetworkFailed, {path + ": " + m_socket.errorString().toStdString()}, {}, {}});
}

} // namespace sightglass
