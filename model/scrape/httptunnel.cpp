// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/httptunnel.h"

#include <array>
#include <utility>

namespace sightglass {

HttpTunnel::HttpTunnel(QTcpSocket &socket, QString proxy, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_proxy(std::move(proxy))
{}

void HttpTunnel::start(const QByteArray &request)
{
    connect(&m_socket, &QTcpSocket::readyRead, this, &HttpTunnel::onReadable);
    m_socket.write(request);
}

void HttpTunnel::onReadable()
{
    std::array<char, 1024> piece;
    qint64 got = 0;
    do
        got = m_socket.read(piece.data(), static_cast<qint64>(piece.size()));
    while (got > 0 && take({piece.data(), static_cast<std::size_t>(got)}));
}

bool HttpTunnel::take(std::string_view bytes)
{
    const Status read = m_head.read(bytes);
    if (read && !m_head.complete())
        return true;
    m_socket.disconnect(this);
    if (read)
        conclude(bytes);
    else
        emit failed(read.error());
    return false;
}

void HttpTunnel::conclude(std::string_view rest)
{
    const http::ResponseHead &head = m_head.head();
    if (head.status < 200 || head.status > 299)
        fail("answered " + std::to_string(head.status) + ' ' + http::excerpt(head.reason));
    else if (!rest.empty())
        fail("spoke in the server's place"); // a server of TLS waits for the client's first word
    else
        emit established();
}

void HttpTunnel::fail(const std::string &what)
{
    emit failed(Error{ErrorCode::NetworkFailed, {"the proxy " + m_proxy.toStdString() + ' ' + what}, {}, {}});
}

} // namespace sightglass
