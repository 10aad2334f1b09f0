// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httpserver.h"
#include "tests/support/peer.h"
#include "tests/support/serveprocess.h"
#include "tests/support/testcase.h"

#include <QRegularExpression>
#include <QTest>

namespace {

using namespace sightglass;

constexpr const char *page =
    "# HELP jobs_total Jobs.\n# TYPE jobs_total counter\njobs_total{queue=\"a\"} "
    "17\njobs_total{queue=\"b\\\"\"} "
    "NaN\n# HELP took_seconds Time.\n# TYPE took_seconds histogram\ntook_seconds_bucket{le=\"0.5\"} 1\n"
    "took_seconds_bucket{le=\"+Inf\"} 3\ntook_seconds_sum 4.5\ntook_seconds_count 3\n"
    "# HELP half Not whole.\n# TYPE half summary\nhalf_count 3\nnothing_said -Inf\n";

/// Debian's Prometheus scrapes /federate of the real `sightglass serve`.
class FederationPeerTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        TestCase::init();
        if (test::peerProgram(QStringLiteral("prometheus")).isEmpty())
            QSKIP(qPrintable(test::peerSkipText(QStringLiteral("prometheus"))));
        m_target = std::make_unique<test::HttpServer>();
        m_target->serve("/metrics", test::HttpAnswer::page(page));
        m_serve = std::make_unique<test::ServeProcess>();
        QVERIFY2(m_serve->start({QStringLiteral("--target"), m_target->url().toString(),
                                 QStringLiteral("--interval"), QStringLiteral("1s")}),
                 m_serve->errors().constData());
    }

    void cleanup()
    {
        if (m_serve) {
            QVERIFY(m_serve->terminate());
            QCOMPARE(m_serve->exitCode(), 0);
        }
        m_serve.reset();
        m_target.reset();
    }

    /// As the documentation of federation has it: honor_labels, because the labels are those of the targets.
    void sameSeries()
    {
        const QString address = m_serve->url().mid(QStringLiteral("http://").size());
        test::Peer prometheus;
        QVERIFY(prometheus.startPrometheus("scrape_configs:\n- job_name: federate\n  scrape_interval: 200ms\n"
                                           "  scrape_timeout: 200ms\n"
                                           "  honor_labels: true\n  metrics_path: /federate\n"
                                           "  params: {'match[]': ['{__name__=~\"jobs.*|took.*|half.*|"
                                           "nothing.*\"}']}\n"
                                           "  static_configs: [{targets: ['" +
                                           address.toUtf8() + "']}]\n"));
        const QString theirs = prometheus.url(QString()).toString();
        const QString all = QStringLiteral("{__name__=~\"jobs.*|took.*|half.*|nothing.*\"}");
        QTRY_COMPARE_WITH_TIMEOUT(series(theirs, all).size(), 8, 20'000);
        QCOMPARE(series(theirs, all), series(m_serve->url(), all));
        QVERIFY(
            series(m_serve->url(), all)
                .contains(QStringLiteral("took_seconds_bucket{instance=\"%1\", job=\"%1\", le=\"0.5\"} => 1")
                              .arg(QStringLiteral("127.0.0.1:%1").arg(m_target->port()))));
    }

private:
    /// What is selected there, sorted, without the time of asking. Prometheus 2.42 writes le="0.5" as it is,
    /// and so do we for this bound.
    static QStringList series(const QString &url, const QString &selector)
    {
        QString text = test::peerOutput(QStringLiteral("promtool"),
                                        {QStringLiteral("query"), QStringLiteral("instant"), url, selector});
        static const QRegularExpression time(QStringLiteral(" @\\[[0-9.]*\\]"));
        QStringList lines = text.remove(time).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        lines.sort();
        return lines;
    }

    std::unique_ptr<test::HttpServer> m_target;
    std::unique_ptr<test::ServeProcess> m_serve;
};

SIGHTGLASS_TEST(FederationPeerTest)

} // namespace

#include "federationpeertest.moc"
