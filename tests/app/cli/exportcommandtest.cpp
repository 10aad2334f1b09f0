// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/program.h"
#include "tests/support/httpserver.h"
#include "tests/support/peer.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

namespace {

using namespace sightglass;
using test::Outcome;
using test::runProgram;

constexpr const char *page = "# TYPE jobs counter\n# HELP jobs Jobs.\njobs_total{queue=\"a\"} 17 # "
                             "{trace_id=\"t1\"} 2 1700000000\n# TYPE took_seconds histogram\n"
                             "# UNIT took_seconds seconds\ntook_seconds_bucket{le=\"0.5\"} 1\n"
                             "took_seconds_bucket{le=\"+Inf\"} 3\ntook_seconds_count 3\n"
                             "took_seconds_sum 4.5\n# EOF\n";

/// `sightglass export` as a program.
class ExportCommandTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        TestCase::init();
        m_target = std::make_unique<test::HttpServer>();
        m_target->serve("/metrics", test::HttpAnswer::page(page, "application/openmetrics-text"));
    }

    void text()
    {
        const Outcome outcome =
            exported({QStringLiteral("--match"), QStringLiteral("{__name__!~\"scrape_.*\"}")});
        QVERIFY2(outcome.exitCode == 0, outcome.said());
        QCOMPARE(withoutPlaces(outcome.out),
                 QStringLiteral(
                     "# HELP jobs_total Jobs.\n# TYPE jobs_total counter\njobs_total{I,queue=\"a\"} 17 T\n"
                     "# TYPE took_seconds histogram\ntook_seconds_bucket{I,le=\"0.5\"} 1 T\n"
                     "took_seconds_bucket{I,le=\"+Inf\"} 3 T\ntook_seconds_count{I} 3 T\n"
                     "took_seconds_sum{I} 4.5 T\n# HELP up 1 if the last scrape of the target succeeded, 0 "
                     "if it failed.\n# TYPE up gauge\nup{I} 1 T\n"));
        QCOMPARE(outcome.err, QString());
    }

    void openMetrics()
    {
        const Outcome outcome =
            exported({QStringLiteral("--format"), QStringLiteral("openmetrics"), QStringLiteral("--match"),
                      QStringLiteral("jobs_total"), QStringLiteral("--match"),
                      QStringLiteral("{__name__=~\"took_.*\"}")});
        QVERIFY2(outcome.exitCode == 0, outcome.said());
        QCOMPARE(withoutPlaces(outcome.out),
                 QStringLiteral("# TYPE jobs counter\n# HELP jobs Jobs.\njobs_total{I,queue=\"a\"} 17 T # "
                                "{trace_id=\"t1\"} 2 T\n# TYPE took_seconds histogram\n"
                                "# UNIT took_seconds seconds\ntook_seconds_bucket{I,le=\"0.5\"} 1 T\n"
                                "took_seconds_bucket{I,le=\"+Inf\"} 3 T\ntook_seconds_count{I} 3 T\n"
                                "took_seconds_sum{I} 4.5 T\n# EOF\n"));
        const Outcome parsed =
            runProgram({QStringLiteral("parse"), QStringLiteral("--strict"), QStringLiteral("-")},
                       {.bytes = outcome.out.toUtf8()});
        QVERIFY2(parsed.exitCode == 0, parsed.said());
    }

    /// OpenMetrics would rename it; the text format has no reason to forget its type.
    void counterWithoutTotal()
    {
        m_target->serve("/metrics", test::HttpAnswer::page("# TYPE jobs counter\njobs 17\n"));
        const QStringList jobs{QStringLiteral("--match"), QStringLiteral("jobs")};
        const Outcome text = exported(jobs);
        QVERIFY2(text.exitCode == 0, text.said());
        QCOMPARE(withoutPlaces(text.out), QStringLiteral("# TYPE jobs counter\njobs{I} 17 T\n"));
        QCOMPARE(text.err, QString());
        const Outcome openMetrics =
            exported(QStringList{QStringLiteral("--format"), QStringLiteral("openmetrics")} + jobs);
        QVERIFY2(openMetrics.exitCode == 0, openMetrics.said());
        QCOMPARE(withoutPlaces(openMetrics.out),
                 QStringLiteral("# TYPE jobs unknown\njobs{I} 17 T\n# EOF\n"));
        QVERIFY2(openMetrics.err.contains(QStringLiteral("OpenMetrics would add _total")),
                 openMetrics.said());
    }

    /// OpenMetrics 1.0.0 has no quoted names, but Prometheus reads them.
    void quotedNames()
    {
        m_target->serve("/metrics", test::HttpAnswer::page("# TYPE \"a.b\" gauge\n{\"a.b\",\"c.d\"=\"x\"} 1\n"
                                                           "# TYPE a_b gauge\na_b 2\n# EOF\n",
                                                           "application/openmetrics-text"));
        const QStringList only{QStringLiteral("--match"), QStringLiteral("{\"a.b\"}"),
                               QStringLiteral("--format"), QStringLiteral("openmetrics")};
        const Outcome quoted = exported(only);
        QVERIFY2(quoted.exitCode == 0, quoted.said());
        QCOMPARE(withoutPlaces(quoted.out),
                 QStringLiteral("# TYPE \"a.b\" gauge\n{\"a.b\",\"c.d\"=\"x\",I} 1 T\n# EOF\n"));
        QVERIFY2(
            quoted.err.endsWith(QStringLiteral(
                "1 metric has a quoted name: Prometheus 3 reads it, but not every reader of the format, and "
                "OpenMetrics 1.0.0 does not know it; --escaping underscores writes plain ones\n")),
            quoted.said());
        const Outcome escaped =
            exported(only + QStringList{QStringLiteral("--escaping"), QStringLiteral("underscores")});
        QVERIFY2(escaped.exitCode == 0, escaped.said());
        QCOMPARE(withoutPlaces(escaped.out),
                 QStringLiteral("# TYPE a_b gauge\na_b{c_d=\"x\",I} 1 T\n# EOF\n"));
        QCOMPARE(escaped.err, QString());
        const Outcome strict =
            runProgram({QStringLiteral("parse"), QStringLiteral("--strict"), QStringLiteral("-")},
                       {.bytes = escaped.out.toUtf8()});
        QVERIFY2(strict.exitCode == 0, strict.said());
        QCOMPARE(exported({QStringLiteral("--escaping"), QStringLiteral("none")}).exitCode, 2);
        const Outcome clashing = exported({QStringLiteral("--escaping"), QStringLiteral("underscores")});
        QVERIFY2(clashing.err.contains(QStringLiteral("the name of another one once")), clashing.said());
        const Outcome apart = exported({QStringLiteral("--escaping"), QStringLiteral("values")});
        QVERIFY2(apart.out.contains(QStringLiteral("U__a_2e_b{U__c_2e_d=")), apart.said());
        QCOMPARE(apart.err, QString());
    }

    void gaugeHistogram_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<bool>("typed");
        QTest::addColumn<QString>("says");
        QTest::newRow("protobuf") << QStringLiteral("protobuf") << true
                                  << QStringLiteral(" read back with _count and _sum for "
                                                    "_gcount and _gsum: protobuf names no parts; --format "
                                                    "openmetrics keeps the names\n");
        QTest::newRow("text") << QStringLiteral("text") << false
                              << QStringLiteral("1 gauge histogram is written without its type: the text "
                                                "format has no such type\n");
    }

    void gaugeHistogram()
    {
        QFETCH(QString, format);
        QFETCH(bool, typed);
        QFETCH(QString, says);
        m_target->serve("/metrics",
                        test::HttpAnswer::page("# TYPE g gaugehistogram\ng_bucket{le=\"+Inf\"} 3\n"
                                               "g_gcount 3\ng_gsum 4\n# EOF\n",
                                               "application/openmetrics-text"));
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("page"));
        const Outcome outcome = exported({QStringLiteral("--format"), format, QStringLiteral("--out"), file});
        QVERIFY2(outcome.exitCode == 0, outcome.said());
        QVERIFY2(outcome.err.endsWith(says) && outcome.err.isEmpty() == says.isEmpty(), outcome.said());
        const Outcome parsed =
            runProgram({QStringLiteral("parse"), QStringLiteral("--format"), format, file});
        QVERIFY2(parsed.exitCode == 0, parsed.said());
        QVERIFY2(parsed.out.contains(QStringLiteral("gaugehistogram")) == typed, parsed.said());
    }

    void protobufToAFile()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("page.pb"));
        const Outcome outcome =
            exported({QStringLiteral("--format"), QStringLiteral("protobuf"), QStringLiteral("--out"), file});
        QVERIFY2(outcome.exitCode == 0, outcome.said());
        QCOMPARE(outcome.out, QString());
        const Outcome parsed = runProgram(
            {QStringLiteral("parse"), QStringLiteral("--format"), QStringLiteral("protobuf"), file});
        QVERIFY2(parsed.exitCode == 0, parsed.said());
        QVERIFY2(parsed.out.contains(QStringLiteral("\"trace_id\":\"t1\"")), parsed.said());
        QVERIFY2(parsed.out.contains(QStringLiteral("took_seconds_bucket")), parsed.said());
    }

    void promtoolTakesIt()
    {
        if (test::peerProgram(QStringLiteral("promtool")).isEmpty())
            QSKIP(qPrintable(test::peerSkipText(QStringLiteral("promtool"))));
        const Outcome outcome =
            exported({QStringLiteral("--match"), QStringLiteral("jobs_total"), QStringLiteral("--match"),
                      QStringLiteral("took_seconds_bucket"), QStringLiteral("--match"),
                      QStringLiteral("{__name__=~\"took_seconds_(sum|count)\"}")});
        QProcess promtool;
        promtool.setProcessChannelMode(QProcess::MergedChannels);
        promtool.start(test::peerProgram(QStringLiteral("promtool")),
                       {QStringLiteral("check"), QStringLiteral("metrics")});
        promtool.write(outcome.out.toUtf8());
        promtool.closeWriteChannel();
        QVERIFY(promtool.waitForFinished());
        // A histogram without HELP is all there is to say.
        QCOMPARE(QString::fromUtf8(promtool.readAll()), QStringLiteral("took_seconds no help text\n"));
    }

    void mistakes_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const QStringList &arguments, int exitCode, const char *says) {
            QTest::newRow(name) << arguments << exitCode << QString::fromLatin1(says);
        };
        row("format", {QStringLiteral("--format"), QStringLiteral("xml")}, 2, "not a format: xml");
        row("duration", {QStringLiteral("--for"), QStringLiteral("soon")}, 2, "not a duration: soon");
        row("selector", {QStringLiteral("--match"), QStringLiteral("up{")}, 1, "unexpected end of input");
        row("place", {QStringLiteral("--out"), QStringLiteral("/nowhere/at/all")}, 1,
            "cannot write /nowhere/at/all");
        row("target", {QStringLiteral("http://127.0.0.1:1/metrics")}, 2, "127.0.0.1:1");
    }

    void mistakes()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        QFETCH(QString, says);
        const Outcome outcome = exported(arguments);
        QVERIFY2(outcome.exitCode == exitCode, outcome.said());
        QVERIFY2(outcome.err.contains(says), outcome.said());
    }

private:
    [[nodiscard]] Outcome exported(const QStringList &arguments) const
    {
        return runProgram(QStringList{QStringLiteral("export"), QStringLiteral("--target"),
                                      m_target->url().toString(), QStringLiteral("--interval"),
                                      QStringLiteral("100ms"), QStringLiteral("--for"),
                                      QStringLiteral("1s")} +
                          arguments);
    }

    /// The page without what differs from run to run: I for instance and job, T for times of samples.
    [[nodiscard]] QString withoutPlaces(QString text) const
    {
        const QString address = QStringLiteral("127.0.0.1:%1").arg(m_target->port());
        text.replace(QStringLiteral("instance=\"%1\",job=\"%1\"").arg(address), QStringLiteral("I"));
        static const QRegularExpression time(QStringLiteral("(\\} [0-9.]+) [0-9.]{10,}"));
        return text.replace(time, QStringLiteral("\\1 T"));
    }

    std::unique_ptr<test::HttpServer> m_target;
};

SIGHTGLASS_TEST(ExportCommandTest)

} // namespace

#include "exportcommandtest.moc"
