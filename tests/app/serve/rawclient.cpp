// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/serve/rawclient.h"

#include <QDeadlineTimer>
#include <QHostAddress>

namespace sightglass::test {

namespace {

constexpr int patienceMs = 5000;

} // namespace

QByteArray RawAnswer::field(const QByteArray &name) const
{
    for (const QByteArray &line : head.split('\n')) {
        if (line.toLower().startsWith(name.toLower() + ':'))
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

RawClient::RawClient(quint16 port)
{
    m_socket.connectToHost(QHostAddress::LocalHost, port);
    m_socket.waitForConnected(patienceMs);
}

void RawClient::send(const QByteArray &bytes)
{
    m_socket.write(bytes);
    m_socket.flush();
}

bool RawClient::readUntil(qsizetype size)
{
    const QDeadlineTimer deadline(patienceMs);
    while (m_in.size() < size) {
        m_in += m_socket.readAll();
        if (m_in.size() >= size)
            break;
        if (deadline.hasExpired() || m_socket.state() != QAbstractSocket::ConnectedState)
            return false;
        m_socket.waitForReadyRead(static_cast<int>(deadline.remainingTime()));
        m_in += m_socket.readAll();
    }
    return true;
}

RawAnswer RawClient::answer(bool toHead)
{
    RawAnswer answer;
    while (!m_in.contains("\r\n\r\n")) {
        if (!readUntil(m_in.size() + 1))
            return answer;
    }
    const qsizetype end = m_in.indexOf("\r\n\r\n") + 4;
    answer.head = m_in.left(end);
    m_in.remove(0, end);
    answer.status = answer.head.mid(9, 3).toInt();
    const qsizetype length = toHead ? 0 : answer.field("Content-Length").toLongLong();
    readUntil(length);
    answer.body = m_in.left(length);
    m_in.remove(0, length);
    answer.closed = answer.field("Connection") == "close" && isHungUp();
    return answer;
}

bool RawClient::isHungUp(int ms)
{
    const QDeadlineTimer deadline(ms);
    while (m_socket.state() == QAbstractSocket::ConnectedState) {
        if (deadline.hasExpired())
            return false;
        m_socket.waitForReadyRead(static_cast<int>(deadline.remainingTime()));
        m_in += m_socket.readAll();
    }
    return true;
}

RawAnswer rawRequest(quint16 port, const QByteArray &request)
{
    RawClient client(port);
    QByteArray bytes = request;
    if (!bytes.contains(" HTTP/"))
        bytes += " HTTP/1.1";
    if (!bytes.contains("\r\nHost:"))
        bytes += "\r\nHost: localhost";
    client.send(bytes + "\r\n\r\n");
    return client.answer(request.startsWith("HEAD"));
}

} // namespace sightglass::test
