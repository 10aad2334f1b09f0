// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/serveprocess.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QTcpSocket>

#include <csignal>

namespace sightglass::test {

bool ServeProcess::start(const QStringList &arguments, quint16 port)
{
    m_process.start(QStringLiteral(SIGHTGLASS_BIN_DIR "/sightglass"),
                    QStringList{QStringLiteral("serve"), QStringLiteral("--listen"),
                                QStringLiteral("127.0.0.1:%1").arg(port)} +
                        arguments);
    QByteArray said;
    while (!said.contains("\n") && m_process.waitForReadyRead(20'000))
        said += m_process.readAllStandardOutput();
    m_port = said.mid(said.lastIndexOf(':') + 1).trimmed().toUShort();
    return m_port != 0;
}

void ServeProcess::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(5000);
}

bool ServeProcess::terminate()
{
    m_process.terminate();
    return m_process.waitForFinished(20'000);
}

void ServeProcess::hangUp()
{
    ::kill(static_cast<pid_t>(m_process.processId()), SIGHUP);
}

int ServeProcess::exitCode() const
{
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

QByteArray ServeProcess::fetched(const QByteArray &path) const
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
    if (!socket.waitForConnected(5000))
        return {};
    socket.write("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_port) +
                 "\r\nConnection: close\r\n\r\n");
    QByteArray bytes;
    while (socket.waitForReadyRead(5000))
        bytes += socket.readAll();
    return bytes.mid(bytes.indexOf("\r\n\r\n") + 4);
}

QJsonObject ServeProcess::answer(const QByteArray &path) const
{
    return QJsonDocument::fromJson(fetched(path)).object();
}

QJsonArray ServeProcess::groups() const
{
    return answer("/api/v1/rules")[QLatin1String("data")][QLatin1String("groups")].toArray();
}

QJsonArray ServeProcess::alerts() const
{
    return answer("/api/v1/alerts")[QLatin1String("data")][QLatin1String("alerts")].toArray();
}

const QByteArray &ServeProcess::errors()
{
    m_errors += m_process.readAllStandardError();
    return m_errors;
}

} // namespace sightglass::test
