// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/windowapi.h"

#include "model/scrape/systemclock.h"
#include "tests/support/httpserver.h"
#include "tests/support/testcase.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>
#include <QTest>

namespace {

using namespace sightglass;

/// What a workspace without targets is answered for.
constexpr int nothingScraped = 503;

class WindowApiTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatCannotBeUsed_data()
    {
        QTest::addColumn<QString>("listen");
        QTest::addColumn<bool>("allowRemote");
        QTest::addColumn<QString>("tokenFile");
        QTest::addColumn<bool>("usable");
        QTest::newRow("usual") << QStringLiteral("127.0.0.1:9099") << false << QString() << true;
        QTest::newRow("IPv6") << QStringLiteral("[::1]:9099") << false << QString() << true;
        QTest::newRow("nonsense") << QStringLiteral("somewhere") << false << QString() << false;
        QTest::newRow("all interfaces") << QStringLiteral("0.0.0.0:9099") << false << QString() << false;
        QTest::newRow("all interfaces, allowed")
            << QStringLiteral("0.0.0.0:9099") << true << QString() << true;
        QTest::newRow("no such file")
            << QStringLiteral("127.0.0.1:9099") << false << QStringLiteral("/no/such") << false;
    }

    void refusesWhatCannotBeUsed()
    {
        QFETCH(QString, listen);
        QFETCH(bool, allowRemote);
        QFETCH(QString, tokenFile);
        QFETCH(bool, usable);
        QCOMPARE(WindowApi::problemWith({true, listen, allowRemote, tokenFile}).isEmpty(), usable);
    }

    void followsTheSettings()
    {
        const auto clock = std::make_shared<SystemClock>();
        Workspace workspace(clock, {});
        WindowApi api(&workspace, clock, {});
        ProgramSettings settings;
        api.apply(settings);
        QVERIFY(api.status().isEmpty());

        const quint16 port = test::unusedPort();
        settings.api.enabled = true;
        settings.api.listen = QStringLiteral("127.0.0.1:%1").arg(port);
        api.apply(settings);
        QTRY_VERIFY(api.status().contains(settings.api.listen));
        QCOMPARE(statusOf(port, {}), nothingScraped);

        settings.api.tokenFile = writtenToken("secret\n");
        api.apply(settings);
        QTRY_VERIFY(api.status().contains(settings.api.listen));
        QCOMPARE(statusOf(port, {}), 401);
        QCOMPARE(statusOf(port, "Bearer secret"), nothingScraped);

        settings.api.enabled = false;
        api.apply(settings);
        QVERIFY(api.status().isEmpty());
        QCOMPARE(statusOf(port, "Bearer secret"), 0);
    }

    void aTakenPortIsTold()
    {
        const auto clock = std::make_shared<SystemClock>();
        Workspace workspace(clock, {});
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        WindowApi api(&workspace, clock, {});
        ProgramSettings settings;
        settings.api.enabled = true;
        settings.api.listen = QStringLiteral("127.0.0.1:%1").arg(other.serverPort());
        api.apply(settings);
        QTRY_VERIFY(api.status().contains(settings.api.listen));
        QVERIFY(!api.status().contains(QLatin1String("http://")));
    }

private:
    /// Of a question that needs no data; 0 where nobody answers.
    static int statusOf(quint16 port, const QByteArray &authorization)
    {
        QNetworkAccessManager manager;
        QNetworkRequest request(
            QUrl(QStringLiteral("http://127.0.0.1:%1/api/v1/status/buildinfo").arg(port)));
        request.setTransferTimeout(5000);
        if (!authorization.isEmpty())
            request.setRawHeader("Authorization", authorization);
        QNetworkReply *reply = manager.get(request);
        static_cast<void>(QTest::qWaitFor([reply] { return reply->isFinished(); }, 6000));
        return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }

    QString writtenToken(const QByteArray &text)
    {
        QFile file(m_folder.filePath(QStringLiteral("token")));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            return {};
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

} // namespace

SIGHTGLASS_TEST(WindowApiTest)

#include "windowapitest.moc"
