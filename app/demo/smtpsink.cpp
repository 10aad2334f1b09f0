// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/smtpsink.h"

#include <QTcpSocket>
#include <QTimer>

namespace sightglass::demo {

namespace {

constexpr qint64 longestLine = 4'096;

/// One client's conversation; a child of its socket and gone with it.
class Session : public QObject
{
public:
    Session(QTcpSocket *socket, Treatment treatment)
        : QObject(socket)
        , m_socket(socket)
        , m_treatment(treatment)
    {
        connect(socket, &QTcpSocket::readyRead, this, [this] { readLines(); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        reply("220 demo ESMTP");
    }

private:
    void readLines()
    {
        while (m_socket->canReadLine())
            handleLine(m_socket->readLine(longestLine).trimmed());
        if (m_socket->bytesAvailable() > longestLine)
            m_socket->disconnectFromHost();
    }

    void handleLine(const QByteArray &line)
    {
        if (m_inText) {
            if (line == ".")
                endOfText();
            return;
        }
        const QByteArray verb = line.left(4).toUpper();
        if (verb == "EHLO")
            reply("250-demo greets you\r\n250 8BITMIME");
        else if (verb == "HELO" || verb == "MAIL" || verb == "RSET" || verb == "NOOP")
            reply("250 OK");
        else if (verb == "RCPT")
            recipient();
        else if (verb == "DATA")
            startOfText();
        else if (verb == "QUIT")
            quit();
        else
            reply("502 Command not implemented");
    }

    void recipient()
    {
        const bool declined = m_treatment.answer == Treatment::Answer::Reject;
        replyLater(declined ? "451 Try again later" : "250 OK",
                   declined ? m_treatment.delay : Milliseconds(0));
    }

    void startOfText()
    {
        m_inText = true;
        reply("354 End with a dot on a line of its own");
    }

    void endOfText()
    {
        m_inText = false;
        if (m_treatment.answer == Treatment::Answer::Accept)
            replyLater("250 Queued", m_treatment.delay);
    }

    void quit()
    {
        reply("221 Bye");
        m_socket->disconnectFromHost();
    }

    void replyLater(const char *text, Milliseconds delay)
    {
        if (delay.count() == 0)
            reply(text);
        else
            QTimer::singleShot(delay, Qt::PreciseTimer, this, [this, text] { reply(text); });
    }

    void reply(const char *text) { m_socket->write(QByteArray(text) + "\r\n"); }

    QTcpSocket *m_socket;
    Treatment m_treatment;
    bool m_inText = false;
};

} // namespace

SmtpSink::SmtpSink(TreatRequest treat)
    : m_treat(std::move(treat))
{
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection())
            new Session(socket, m_treat(ActionType::Email));
    });
}

std::uint16_t SmtpSink::listen()
{
    return m_server.listen(QHostAddress::LocalHost, 0) ? m_server.serverPort() : std::uint16_t(0);
}

} // namespace sightglass::demo
