// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httpserver.h"
#include "tests/support/peer.h"
#include "tests/support/serveprocess.h"
#include "tests/support/testcase.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace {

/// The real promtool against the real `sightglass serve`.
class PromtoolTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void instant();
    void range();
    void seriesAndLabels();
    void errors();

private:
    /// What promtool prints, its errors behind it.
    QString promtool(const QStringList &arguments);
    [[nodiscard]] QString query(const QString &expr);

    std::unique_ptr<sightglass::test::HttpServer> m_target;
    std::unique_ptr<sightglass::test::ServeProcess> m_serve;
};

/// A scrape takes no longer than its interval: where the machine is busy, a short one fails, and then there
/// is nothing to be asked for.
const QString scrapeInterval = QStringLiteral("2s");

void PromtoolTest::init()
{
    TestCase::init();
    if (sightglass::test::peerProgram(QStringLiteral("promtool")).isEmpty())
        QSKIP(qPrintable(sightglass::test::peerSkipText(QStringLiteral("promtool"))));
    m_target = std::make_unique<sightglass::test::HttpServer>();
    m_target->serve("/metrics", sightglass::test::HttpAnswer::page(
                                    "# HELP jobs_total Jobs.\n# TYPE jobs_total counter\n"
                                    "jobs_total{queue=\"a\"} 17\njobs_total{queue=\"b\"} 4.5\n"));
    m_serve = std::make_unique<sightglass::test::ServeProcess>();
    QVERIFY2(m_serve->start({QStringLiteral("--target"), m_target->url().toString(),
                             QStringLiteral("--interval"), scrapeInterval}),
             m_serve->errors().constData());
    QTRY_VERIFY_WITH_TIMEOUT(query(QStringLiteral("jobs_total")).contains(QStringLiteral("=>")), 20'000);
}

void PromtoolTest::cleanup()
{
    if (m_serve) {
        QVERIFY(m_serve->terminate());
        QCOMPARE(m_serve->exitCode(), 0);
    }
    m_serve.reset();
    m_target.reset();
}

QString PromtoolTest::promtool(const QStringList &arguments)
{
    return sightglass::test::peerOutput(QStringLiteral("promtool"),
                                        QStringList{QStringLiteral("query")} + arguments);
}

QString PromtoolTest::query(const QString &expr)
{
    return promtool({QStringLiteral("instant"), m_serve->url(), expr});
}

void PromtoolTest::instant()
{
    const QString address = QStringLiteral("127.0.0.1:%1").arg(m_target->port());
    const QString jobs = query(QStringLiteral("jobs_total"));
    QVERIFY2(
        jobs.contains(
            QStringLiteral("jobs_total{instance=\"%1\", job=\"%1\", queue=\"a\"} => 17 @[").arg(address)),
        qPrintable(jobs));
    QVERIFY2(jobs.contains(QStringLiteral("=> 4.5 @[")), qPrintable(jobs));
    const QString sum = query(QStringLiteral("sum(jobs_total) * 2"));
    QVERIFY2(sum.startsWith(QStringLiteral("{} => 43 @[")), qPrintable(sum));
    const QString scalar = query(QStringLiteral("1 / 0"));
    QVERIFY2(scalar.contains(QStringLiteral("+Inf")), qPrintable(scalar));
    const QString json = promtool({QStringLiteral("instant"), QStringLiteral("--format=json"), m_serve->url(),
                                   QStringLiteral("jobs_total{queue='a'}")});
    const QJsonArray elements = QJsonDocument::fromJson(json.toUtf8()).array();
    QCOMPARE(elements.size(), 1);
}

void PromtoolTest::range()
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const QString output = promtool({QStringLiteral("range"), QStringLiteral("--start=%1").arg(now - 60),
                                     QStringLiteral("--end=%1").arg(now + 60), QStringLiteral("--step=10s"),
                                     m_serve->url(), QStringLiteral("jobs_total{queue=\"a\"}")});
    QVERIFY2(output.contains(QStringLiteral("queue=\"a\"} =>")), qPrintable(output));
    QVERIFY2(output.contains(QStringLiteral("17 @[")), qPrintable(output));
}

void PromtoolTest::seriesAndLabels()
{
    const QString series =
        promtool({QStringLiteral("series"), QStringLiteral("--match=jobs_total"), m_serve->url()});
    QCOMPARE(series.count(QStringLiteral("jobs_total")), 2);
    QVERIFY2(series.contains(QStringLiteral("queue=\"b\"")), qPrintable(series));
    QCOMPARE(promtool({QStringLiteral("labels"), m_serve->url(), QStringLiteral("queue")}),
             QStringLiteral("a\nb\n"));
}

void PromtoolTest::errors()
{
    const QString syntax = query(QStringLiteral("sum("));
    QVERIFY2(syntax.contains(QStringLiteral("bad_data: invalid parameter \"query\": 1:5: parse error: "
                                            "unclosed left parenthesis")),
             qPrintable(syntax));
    const QString matching = query(QStringLiteral("jobs_total + on() jobs_total"));
    QVERIFY2(matching.contains(QStringLiteral("execution: found duplicate series")), qPrintable(matching));
}

} // namespace

SIGHTGLASS_TEST(PromtoolTest)
#include "promtooltest.moc"
