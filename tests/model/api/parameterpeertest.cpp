// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/api/apifixture.h"
#include "tests/support/peer.h"
#include "tests/support/testcase.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

namespace {

using namespace sightglass;

/// Times and steps are asked of Debian's Prometheus and of us.
class ParameterPeerTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (test::peerProgram(QStringLiteral("prometheus")).isEmpty())
            QSKIP(qPrintable(test::peerSkipText(QStringLiteral("prometheus"))));
        m_peer = std::make_unique<test::Peer>();
        QVERIFY(m_peer->startPrometheus("scrape_configs: []\n"));
    }

    void cleanupTestCase() { m_peer.reset(); }

    void times_data()
    {
        QTest::addColumn<QByteArray>("text");
        // Left out is what Go's versions and processors judge differently: fractions of more than nine
        // digits, zones beyond 24:60, numbers that overflow int64 nanoseconds, nan.
        for (const char *text : {"1_0",
                                 "1_0.5",
                                 "1_000_000",
                                 "1__0",
                                 "_1",
                                 "1_",
                                 "1_.5",
                                 "1._5",
                                 "1_e5",
                                 "1e_5",
                                 "1e1_",
                                 "0x1p4",
                                 "0x1_0p4",
                                 "0x_1p4",
                                 "0X10P0",
                                 "0x1p+4",
                                 "0x1p-4",
                                 "-0x1p4",
                                 "0x-1p4",
                                 "0x1.8p1",
                                 "0x.8p1",
                                 "0x1.p1",
                                 "0x1p",
                                 "0x.p1",
                                 "0xp1",
                                 "0x1_p4",
                                 "0x1p_4",
                                 "0x1p-9999",
                                 "0x1p9999",
                                 "0x10",
                                 "0b11",
                                 "0o7",
                                 "0_1",
                                 "i_nf",
                                 "1.",
                                 ".5",
                                 ".",
                                 "+5",
                                 "-5",
                                 "--5",
                                 "1e3",
                                 "1e",
                                 "1e+",
                                 "1e400",
                                 "1e-400",
                                 "0",
                                 "-0",
                                 " 5",
                                 "5 ",
                                 "1,5",
                                 "i",
                                 "infinit",
                                 "+nan",
                                 "-nan",
                                 "x",
                                 "2020-01-01T00:00:00Z",
                                 "2020-01-01T00:00:00,5Z",
                                 "2020-01-01T00:00:00.5Z",
                                 "2020-01-01T00:00:00,Z",
                                 "2020-01-01T00:00:00.Z",
                                 "2020-01-01T00:00:00,123456789Z",
                                 "2020-01-01T0:00:00Z",
                                 "2020-01-01T9:00:00.25Z",
                                 "2020-01-01T00:0:00Z",
                                 "2020-01-01T00:00:0Z",
                                 "2020-01-1T00:00:00Z",
                                 "2020-1-01T00:00:00Z",
                                 "2020-02-30T00:00:00Z",
                                 "2020-02-29T00:00:00Z",
                                 "2021-02-29T00:00:00Z",
                                 "2020-01-01T24:00:00Z",
                                 "2020-01-01T00:60:00Z",
                                 "2020-01-01T00:00:60Z",
                                 "2020-01-01t00:00:00Z",
                                 "2020-01-01T00:00:00z",
                                 "2020-01-01 00:00:00Z",
                                 "2020-01-01T00:00:00",
                                 "2020-01-01",
                                 "2020-01-01T00:00:00-00:00",
                                 "2020-01-01T00:00:00+05:30",
                                 "2020-01-01T00:00:00+0530",
                                 "2020-01-01T00:00:00+5:30",
                                 "2020-01-01T00:00:00+24:00",
                                 "2020-01-01T00:00:00+24:60",

                                 "2020-01-01T00:00:00ZZ",
                                 "20200-01-01T00:00:00Z",
                                 "+2020-01-01T00:00:00Z"})
            QTest::newRow(text) << QByteArray(text);
    }

    void times()
    {
        QFETCH(QByteArray, text);
        const QByteArray request = "/api/v1/query?query=time()&time=" + text.toPercentEncoding();
        QCOMPARE(ours(request), theirs(request));
    }

    void steps_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"1_0", "0x1p4", "0x_1p4", "1_s", "10", "10s", "1m", "1.5", "0", "-1", "1e1",
                                 "1e30", "1_0s", "1m30s", "30s1m", " 1s", "inf", "0x10", "1__0"})
            QTest::newRow(text) << QByteArray(text);
    }

    void steps()
    {
        QFETCH(QByteArray, text);
        const QByteArray request =
            "/api/v1/query_range?query=time()&start=0&end=100&step=" + text.toPercentEncoding();
        QCOMPARE(ours(request), theirs(request));
    }

private:
    /// The data where it is well, else that it is not: texts of errors differ between versions.
    static QByteArray verdict(const QByteArray &body)
    {
        const QJsonObject answer = QJsonDocument::fromJson(body).object();
        if (answer.value(QStringLiteral("status")) != QStringLiteral("success"))
            return answer.value(QStringLiteral("errorType")).toString().toUtf8();
        return QJsonDocument(answer.value(QStringLiteral("data")).toObject()).toJson(QJsonDocument::Compact);
    }

    [[nodiscard]] static QByteArray ours(const QByteArray &request)
    {
        return verdict(
            QByteArray::fromStdString(test::ask(test::apiContext(), "GET " + request.toStdString()).body));
    }

    [[nodiscard]] QByteArray theirs(const QByteArray &request)
    {
        QUrl url = m_peer->url(QString());
        const std::unique_ptr<QNetworkReply> reply(
            m_network.get(QNetworkRequest(QUrl::fromEncoded(url.toEncoded() + request, QUrl::StrictMode))));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        if (!reply->isFinished())
            finished.wait(10'000);
        return verdict(reply->readAll());
    }

    std::unique_ptr<test::Peer> m_peer;
    QNetworkAccessManager m_network;
};

SIGHTGLASS_TEST(ParameterPeerTest)

} // namespace

#include "parameterpeertest.moc"
