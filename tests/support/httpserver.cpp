// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httpserver.h"

#include <QTcpSocket>

#include <memory>

namespace sightglass::test {

namespace {

constexpr qint64 pendingBytes = 1 << 20;

/// Parses one request out of the buffer; false while it is incomplete. A body has a Content-Length.
bool takeRequest(QByteArray &buffer, HttpRequest &request)
{
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    const QList<QByteArray> lines = buffer.left(end).split('\n');
    const QList<QByteArray> words = lines.first().split(' ');
    request.method = words.value(0);
    request.path = words.value(1);
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    const qsizetype length = request.headers.value("content-length").toLongLong();
    if (buffer.size() < end + 4 + length)
        return false;
    request.body = buffer.mid(end + 4, length);
    buffer.remove(0, end + 4 + length);
    return true;
}

} // namespace

HttpAnswer HttpAnswer::page(const QByteArray &body, const QByteArray &contentType,
                            const QByteArray &moreHeaders)
{
    return {"HTTP/1.1 200 OK\r\nContent-Type: " + contentType + "\r\nContent-Length: " +
                QByteArray::number(body.size()) + "\r\n" + moreHeaders + "\r\n" + body,
            {}};
}

HttpAnswer HttpAnswer::status(const QByteArray &statusAndReason, const QByteArray &moreHeaders)
{
    return {"HTTP/1.1 " + statusAndReason + "\r\nContent-Length: 0\r\n" + moreHeaders + "\r\n", {}};
}

HttpAnswer HttpAnswer::redirect(const QByteArray &location)
{
    return status("302 Found", "Location: " + location + "\r\n");
}

HttpAnswer HttpAnswer::hang()
{
    return {};
}

HttpAnswer HttpAnswer::endless(const QByteArray &unit, qint64 length, const QByteArray &moreHeaders)
{
    HttpAnswer answer{"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n" + moreHeaders + "\r\n", {}};
    while (answer.repeated.size() < 64 * 1024)
        answer.repeated += unit;
    answer.repeatBytes = length;
    answer.then = Then::Close;
    return answer;
}

HttpAnswer HttpAnswer::endlessHeaders(const QByteArray &bytes, const QByteArray &line)
{
    HttpAnswer answer = endless(line, qint64{1} << 30);
    answer.bytes = bytes;
    return answer;
}

HttpAnswer HttpAnswer::raw(const QByteArray &bytes)
{
    return {bytes, {}, 0, Then::Close};
}

HttpServer::HttpServer(QObject *parent)
    : QObject(parent)
{
    connect(&m_server, &QTcpServer::newConnection, this, &HttpServer::onConnection);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("no loopback port to listen on");
}

void HttpServer::serve(const QByteArray &path, HttpAnswer answer)
{
    serve(path, [answer = std::move(answer)](const HttpRequest &) { return answer; });
}

void HttpServer::serve(const QByteArray &path, Handler handler)
{
    m_handlers.insert(path, std::move(handler));
}

QUrl HttpServer::url(const QString &path) const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(port()).arg(path));
}

qsizetype HttpServer::openConnections() const
{
    return m_server.findChildren<QTcpSocket *>().size();
}

void HttpServer::stop()
{
    m_server.close();
    for (QTcpSocket *socket : m_server.findChildren<QTcpSocket *>())
        socket->abort();
}

void HttpServer::onConnection()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        ++m_connections;
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { onBytes(socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }
}

void HttpServer::onBytes(QTcpSocket *socket)
{
    QByteArray buffer = socket->property("buffer").toByteArray() + socket->readAll();
    HttpRequest request;
    while (takeRequest(buffer, request)) {
        m_requests.append(request);
        answer(socket, std::exchange(request, {}));
    }
    socket->setProperty("buffer", buffer);
}

void HttpServer::answer(QTcpSocket *socket, const HttpRequest &request)
{
    const Handler handler = m_handlers.value(request.path.split('?').first());
    const HttpAnswer answer = handler ? handler(request) : HttpAnswer::status("404 Not Found");
    socket->write(answer.bytes);
    if (answer.repeatBytes == 0) {
        if (answer.then == HttpAnswer::Then::Close)
            socket->disconnectFromHost();
        return;
    }
    const auto left = std::make_shared<qint64>(answer.repeatBytes);
    const auto pump = [this, socket, answer, left] {
        while (*left > 0 && socket->state() == QAbstractSocket::ConnectedState &&
               socket->bytesToWrite() < pendingBytes) {
            const qint64 written = socket->write(answer.repeated.left(*left));
            *left -= qMax<qint64>(written, 0);
            m_endlessBytesSent += qMax<qint64>(written, 0);
        }
        if (*left == 0 && socket->bytesToWrite() == 0)
            socket->disconnectFromHost();
    };
    connect(socket, &QTcpSocket::bytesWritten, this, pump);
    pump();
}

quint16 unusedPort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return probe.serverPort();
}

} // namespace sightglass::test
