// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/httpsink.h"

#include <QHostAddress>
#include <QHttpServerRequest>
#include <QTcpSocket>
#include <QTimer>

namespace sightglass::demo {

namespace {

// Written by hand and not through a responder: a responder keeps a bare pointer to its socket, and here the
// client has often given up and gone before the answer is due.
void answer(QTcpSocket *socket, const char *status)
{
    socket->write(QByteArray("HTTP/1.1 ") + status + "\r\nContent-Length: 0\r\n\r\n");
}

} // namespace

HttpSink::HttpSink(TreatRequest treat)
    : m_treat(std::move(treat))
{}

std::uint16_t HttpSink::listen()
{
    return QAbstractHttpServer::listen(QHostAddress::LocalHost, 0);
}

bool HttpSink::handleRequest(const QHttpServerRequest &request, QTcpSocket *socket)
{
    const QByteArray name = request.url().path().mid(1).toLatin1();
    const auto type = actionTypeNamed({name.constData(), static_cast<std::size_t>(name.size())});
    if (!type || request.method() != QHttpServerRequest::Method::Post)
        return false;
    const Treatment treatment = m_treat(*type);
    if (treatment.answer == Treatment::Answer::Never)
        return true;
    const char *status =
        treatment.answer == Treatment::Answer::Accept ? "202 Accepted" : "503 Service Unavailable";
    QTimer::singleShot(treatment.delay, Qt::PreciseTimer, socket,
                       [socket, status] { answer(socket, status); });
    return true;
}

void HttpSink::missingHandler(const QHttpServerRequest &, QTcpSocket *socket)
{
    answer(socket, "404 Not Found");
}

} // namespace sightglass::demo
