// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/tcpconnector.h"

#include "tests/support/httpserver.h"
#include "tests/support/testcase.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>

#include <memory>
#include <optional>
#include <vector>

using namespace sightglass;
using namespace sightglass::test;

namespace {

TcpConnector::Socket makeSocket()
{
    return TcpConnector::Socket(new QTcpSocket);
}

QHostAddress loopback(int last)
{
    return QHostAddress(QStringLiteral("127.0.0.%1").arg(last));
}

/// An address where connections are neither accepted nor refused: its queue is full.
class SilentAddress
{
public:
    SilentAddress(const QHostAddress &address, quint16 port)
    {
        m_server.setListenBacklogSize(0);
        if (!m_server.listen(address, port))
            qFatal("cannot listen on a second loopback address");
        m_server.pauseAccepting();
        for (int i = 0; i < 4; ++i) {
            m_fillers.push_back(std::make_unique<QTcpSocket>());
            m_fillers.back()->connectToHost(address, port);
        }
        // Nothing tells that a connection is not going to be made: on loopback the others are by then.
        QTest::qWait(50);
    }
    /// Whether the system behaves as this class needs it.
    [[nodiscard]] bool isSilent() const
    {
        return m_fillers.back()->state() == QAbstractSocket::ConnectingState;
    }

private:
    QTcpServer m_server;
    std::vector<std::unique_ptr<QTcpSocket>> m_fillers;
};

struct Outcome
{
    TcpConnector connector{makeSocket};
    bool connected = false;
    std::optional<QAbstractSocket::SocketError> error;

    Outcome()
    {
        QObject::connect(&connector, &TcpConnector::connected, &connector, [this] { connected = true; });
        QObject::connect(&connector, &TcpConnector::failed, &connector,
                         [this](QAbstractSocket::SocketError told) { error = told; });
    }
};

class TcpConnectorTest : public TestCase
{
    Q_OBJECT

private slots:
    void connectsByAddressAndName_data()
    {
        QTest::addColumn<QString>("host");
        QTest::newRow("address") << QStringLiteral("127.0.0.1");
        QTest::newRow("name") << QStringLiteral("localhost");
    }
    void connectsByAddressAndName()
    {
        QFETCH(QString, host);
        HttpServer server;
        Outcome outcome;
        outcome.connector.start(host, server.port());
        QTRY_VERIFY(outcome.connected);
        QVERIFY(!outcome.error);
        QVERIFY(outcome.connector.takeSocket()->state() == QAbstractSocket::ConnectedState);
    }

    void refusedAddressIsPassedOver()
    {
        HttpServer server;
        Outcome outcome;
        QElapsedTimer timer;
        timer.start();
        outcome.connector.start({loopback(2), loopback(3), loopback(1)}, server.port());
        QTRY_VERIFY(outcome.connected);
        QVERIFY2(timer.elapsed() < 200, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(outcome.connector.takeSocket()->peerAddress() == loopback(1));
    }

    void silentAddressIsPassedOver()
    {
        HttpServer server;
        const SilentAddress silent(loopback(2), server.port());
        if (!silent.isSilent())
            QSKIP("a full queue does not keep connections waiting here");
        Outcome outcome;
        QElapsedTimer timer;
        timer.start();
        outcome.connector.start({loopback(2), loopback(1)}, server.port());
        QTRY_VERIFY(outcome.connected);
        QVERIFY2(timer.elapsed() >= 100, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(outcome.connector.takeSocket()->peerAddress() == loopback(1));
    }

    void failsWhenAllHave()
    {
        Outcome outcome;
        outcome.connector.start({loopback(2), loopback(1)}, unusedPort());
        QVERIFY2(!outcome.error, "never from within start()");
        QTRY_VERIFY(outcome.error.has_value());
        QCOMPARE(*outcome.error, QAbstractSocket::ConnectionRefusedError);
        QVERIFY(!outcome.connected);
    }

    void endsWhileConnecting()
    {
        HttpServer server;
        bool told = false;
        {
            const SilentAddress silent(loopback(2), server.port());
            Outcome outcome;
            connect(&outcome.connector, &TcpConnector::failed, this, [&] { told = true; });
            outcome.connector.start({loopback(2), loopback(1)}, server.port());
            Outcome resolving;
            resolving.connector.start(QStringLiteral("localhost"), server.port());
        }
        // Nothing is to come: longer than it takes until the next address would be tried.
        QTest::qWait(300);
        QVERIFY(!told);
        QCOMPARE(server.openConnections(), qsizetype{0});
    }
};

} // namespace

SIGHTGLASS_TEST(TcpConnectorTest)
#include "tcpconnectortest.moc"
