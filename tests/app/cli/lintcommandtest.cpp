// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/program.h"
#include "tests/model/scrape/scrapehelpers.h"
#include "tests/support/httpserver.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

namespace {

using sightglass::test::gzipped;
using sightglass::test::HttpAnswer;
using sightglass::test::HttpRequest;
using sightglass::test::HttpServer;
using sightglass::test::Outcome;
using sightglass::test::runProgram;

Outcome lint(const QStringList &arguments, const QByteArray &input = {})
{
    return runProgram(QStringList{QStringLiteral("lint")} + arguments, {input});
}

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

/// `sightglass lint`, the real program.
class LintCommandTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void files_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QStringList>("lines");
        const auto row = [](const char *name, const char *options, const char *input, int exitCode,
                            const QStringList &lines) {
            QTest::newRow(name) << QString::fromLatin1(options) << QByteArray(input) << exitCode << lines;
        };
        row("good", "", "# HELP a x\n# TYPE a gauge\na 1\n", 0,
            {QStringLiteral(
                "-: 1 samples in 1 metrics, 30 bytes: 0 rejected, 0 wrong, 0 advice, 0 approved")});
        row("nothing", "", "", 0,
            {QStringLiteral(
                "-: 0 samples in 0 metrics, 0 bytes: 0 rejected, 0 wrong, 0 advice, 0 approved")});
        const char *const advice = "# TYPE a gauge\na 1\n";
        const QStringList adviceLines = {
            QStringLiteral("-:1:8: advice: no help text [promlint-help]"),
            QStringLiteral("  # TYPE a gauge"),
            QStringLiteral("         ^"),
            QStringLiteral("  = Prometheus takes it as it is."),
            QStringLiteral("  > Give the metric a HELP text: what it counts, and in which unit."),
            QStringLiteral("-: 1 samples in 1 metrics, 19 bytes: 0 rejected, 0 wrong, 1 advice, 0 approved")};
        row("advice alone", "", advice, 0, adviceLines);
        row("advice counts", "--strict", advice, 1, adviceLines);
        row("by severity", "", "# HELP a x\na{job=\"b\"} 1\n# HELP c x\n# TYPE c gauge\nc x\n", 1,
            {QStringLiteral(
                 "-:5:3: rejected: strconv.ParseFloat: parsing \"x\": invalid syntax while parsing: "
                 "\"c x\" [value-no-number]"),
             QStringLiteral("  c x"), QStringLiteral("    ^"),
             QStringLiteral("  = Prometheus stops here and takes nothing of the page: up is 0."),
             QStringLiteral(
                 "  > Write one number behind the name: digits with a point or exponent, NaN, +Inf "
                 "or -Inf. Texts belong into labels."),
             QStringLiteral("-:1:8: wrong: a has no TYPE line [missing-type]"),
             QStringLiteral("  # HELP a x"), QStringLiteral("         ^"),
             QStringLiteral(
                 "  = For Prometheus it is untyped: nothing tells that rate() is right for it, or "
                 "wrong."),
             QStringLiteral("  > Write # TYPE a counter, gauge, histogram or summary before its samples."),
             QStringLiteral("-:2:3: wrong: label job is also a label that the scrape adds [label-collision]"),
             QStringLiteral("  a{job=\"b\"} 1"), QStringLiteral("    ^"),
             QStringLiteral(
                 "  = Prometheus renames the exposed label to exported_job; the target's own takes "
                 "its place."),
             QStringLiteral(
                 "  > Rename the label, or scrape with honor_labels: true if the exposed one is to "
                 "win."),
             QStringLiteral(
                 "-: 1 samples in 1 metrics, 54 bytes: 1 rejected, 2 wrong, 0 advice, 0 approved")});
    }

    void files()
    {
        QFETCH(QString, options);
        QFETCH(QByteArray, input);
        QFETCH(int, exitCode);
        QFETCH(QStringList, lines);
        const Outcome outcome = lint(options.split(u' ', Qt::SkipEmptyParts) << QStringLiteral("-"), input);
        QCOMPARE(outcome.out, lines.join(u'\n') + u'\n');
        QCOMPARE(outcome.err, QString());
        QCOMPARE(outcome.exitCode, exitCode);
    }

    /// The same samples and the same verdict as `parse`, and as a scrape.
    void nativeHistograms_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("finding");
        QTest::newRow("off") << QString() << 1 << QStringLiteral("wrong: histogram ");
        QTest::newRow("on") << QStringLiteral("--native-histograms") << 1
                            << QStringLiteral("rejected: histogram ");
    }

    void nativeHistograms()
    {
        QFETCH(QString, options);
        QFETCH(QString, finding);
        const QString path = QStringLiteral(SIGHTGLASS_SOURCE_DIR "/tests/data/fuzz/protobuf/spansmismatch");
        const Outcome outcome = lint(options.split(u' ', Qt::SkipEmptyParts) << path);
        QTEST(outcome.exitCode, "exitCode");
        QVERIFY2(outcome.out.contains(finding), qPrintable(outcome.out));
        const QStringList parsed{QStringLiteral("parse")};
        const auto samples = runProgram(parsed + options.split(u' ', Qt::SkipEmptyParts) << path, {})
                                 .out.count(QStringLiteral("{\"name\":"));
        QVERIFY2(outcome.out.contains(QStringLiteral(": %1 samples in ").arg(samples)),
                 qPrintable(outcome.out));
    }

    void hostileTextIsVisible()
    {
        const Outcome outcome =
            lint({QStringLiteral("-")}, "a{b=\"\x1b[31m\xe2\x80\xae\",__c=\"1\"} \x1b[0m\n");
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY(!outcome.out.contains(QChar(0x1b)));
        QVERIFY(!outcome.out.contains(QChar(0x202e)));
        QVERIFY(outcome.out.contains(QStringLiteral("\\x1b")));
    }

    void approved()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("approved")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("# known\nmissing-type a\npromlint-help a\n");
        file.close();
        const QStringList options = {QStringLiteral("--approved"), file.fileName(),
                                     QStringLiteral("--strict"), QStringLiteral("-")};
        const Outcome one = lint(options, "a 1\n");
        QCOMPARE(one.out,
                 QStringLiteral("-: 1 samples in 1 metrics, 4 bytes: 0 rejected, 0 wrong, 0 advice, 2 "
                                "approved\n"));
        QCOMPARE(one.exitCode, 0);
        QCOMPARE(one.err, QString());
        const Outcome other = lint(options, "b 1\n");
        QCOMPARE(other.exitCode, 1);
        QCOMPARE(other.err, QStringLiteral("sightglass: approved, but not found: missing-type a\n"
                                           "sightglass: approved, but not found: promlint-help a\n"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("promlint-help *\n");
        file.close();
        QCOMPARE(
            lint(options, "a 1\n").err,
            QStringLiteral("sightglass: approved, but not found: promlint-help * (* is no wildcard: name "
                           "each metric)\n"));
    }

    void refusedAnswers_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QStringList>("lines");
        const auto row = [](const char *name, const HttpAnswer &answer, const QStringList &lines) {
            QTest::newRow(name) << answer.bytes << lines;
        };
        const QByteArray login =
            "<!DOCTYPE html>\n<title>Sign\x1b[31m in</title>\n<input type=\"password\">\n";
        row("a login", HttpAnswer::page(login, "text/html"),
            {QStringLiteral("asks for a password; its title: Sign\\x1b[31m in [answer-login]"),
             QStringLiteral(": the answer is 200 OK, Content-Type text/html, 68 bytes; it begins:\n"
                            "  | <!DOCTYPE html>\n  | <title>Sign\\x1b[31m in</title>\n")});
        row("metrics as HTML", HttpAnswer::page("a{ 1\nb 1\nc 1\n", "text/html"),
            {QStringLiteral("metrics:1:4: rejected: "), QStringLiteral("[content-type-unsupported]"),
             QStringLiteral("13 bytes; it is examined as text, told by its content\n")});
        row("a status", HttpAnswer::status("401 Unauthorized", "WWW-Authenticate: Basic realm=\"x\"\r\n"),
            {QStringLiteral("the service asks for credentials: Basic realm=\"x\" [credentials-asked]"),
             QStringLiteral(": the answer is 401 Unauthorized, without Content-Type, 0 bytes\n")});
    }

    void refusedAnswers()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QStringList, lines);
        HttpServer server;
        server.serve("/metrics", HttpAnswer{answer, {}});
        const Outcome outcome = lint({server.url().toString()});
        QCOMPARE(outcome.exitCode, 1);
        for (const QString &line : lines)
            QVERIFY2(outcome.out.contains(line), qPrintable(outcome.out));
        const Outcome json = lint({QStringLiteral("--json"), server.url().toString()});
        const QJsonObject last =
            QJsonDocument::fromJson(json.out.split(u'\n', Qt::SkipEmptyParts).back().toUtf8()).object();
        const QJsonObject told =
            last.value(QStringLiteral("summary")).toObject().value(QStringLiteral("answer")).toObject();
        QVERIFY(told.value(QStringLiteral("status")).toInt() >= 200);
        QVERIFY(told.value(QStringLiteral("whole")).toBool());
    }

    void json()
    {
        const Outcome outcome = lint(words("--json -"), "# HELP a x\na{b=\"\"} 1\n");
        QCOMPARE(outcome.exitCode, 1);
        const QStringList lines = outcome.out.split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 3);
        const QJsonObject first = QJsonDocument::fromJson(lines.front().toUtf8()).object();
        QCOMPARE(first.value(QStringLiteral("rule")).toString(), QStringLiteral("missing-type"));
        QCOMPARE(first.value(QStringLiteral("severity")).toString(), QStringLiteral("wrong"));
        QCOMPARE(first.value(QStringLiteral("line")).toInt(), 1);
        QCOMPARE(first.value(QStringLiteral("column")).toInt(), 8);
        QCOMPARE(first.value(QStringLiteral("metric")).toString(), QStringLiteral("a"));
        QVERIFY(!first.value(QStringLiteral("approved")).toBool(true));
        const QJsonObject last = QJsonDocument::fromJson(lines.back().toUtf8()).object();
        const QJsonObject summary = last.value(QStringLiteral("summary")).toObject();
        QCOMPARE(summary.value(QStringLiteral("wrong")).toInt(), 1);
        QCOMPARE(summary.value(QStringLiteral("advice")).toInt(), 1);
    }

    void twoScrapes()
    {
        HttpServer server;
        int scrapes = 0;
        server.serve("/metrics", [&scrapes](const HttpRequest &) {
            return HttpAnswer::page("# HELP a_total x\n# TYPE a_total counter\na_total " +
                                    QByteArray::number(9 - ++scrapes) + "\n");
        });
        const Outcome outcome =
            lint({QStringLiteral("--every"), QStringLiteral("100ms"), server.url().toString()});
        QCOMPARE(scrapes, 2);
        QVERIFY2(outcome.out.contains(QLatin1String(":3:9: wrong: counter a_total went from 8 to 7")),
                 outcome.said().constData());
        QVERIFY(outcome.out.contains(QLatin1String("  a_total 7\n          ^\n")));
        QCOMPARE(outcome.exitCode, 1);
    }

    void health_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<bool>("packed");
        QTest::addColumn<QString>("size");
        QTest::addColumn<QString>("rule");
        QTest::newRow("plain") << QByteArray() << false
                               << QStringLiteral("30000 bytes on the wire, not compressed although gzip was "
                                                 "offered")
                               << QStringLiteral("[not-compressed]");
        QTest::newRow("gzip") << QByteArray("Content-Encoding: gzip\r\n") << true
                              << QStringLiteral(" bytes on the wire (gzip), 30000 bytes unpacked: 0.")
                              << QString();
        QTest::newRow("in capitals") << QByteArray("Content-Encoding: GZIP\r\n") << true
                                     << QStringLiteral(" bytes on the wire")
                                     << QStringLiteral("Content-Encoding: GZIP, which was not asked for "
                                                       "[content-encoding-unsupported]");
        QTest::newRow("brotli") << QByteArray("Content-Encoding: br\r\n") << true
                                << QStringLiteral(" bytes on the wire")
                                << QStringLiteral("[content-encoding-unsupported]");
        QTest::newRow("said only") << QByteArray("Content-Encoding: br\r\n") << false
                                   << QStringLiteral("30000 bytes on the wire")
                                   << QStringLiteral("[content-encoding-false]");
    }

    /// What the largest metrics have, and what they would have without a label, in both outputs.
    void cardinality()
    {
        QByteArray page = "# HELP a x\n# TYPE a gauge\n";
        for (int i = 0; i < 150; ++i)
            page += "a{b=\"" + QByteArray::number(i / 2) + "\",c=\"" + QByteArray::number(i % 2) + "\"} 1\n";
        const Outcome text = lint({QStringLiteral("-")}, page);
        QVERIFY2(
            text.out.contains(QLatin1String("-: a has 150 series; without label b (75 values) 2; without "
                                            "label c (2 values) 75\n")),
            text.said().constData());
        const Outcome json = lint({QStringLiteral("--json"), QStringLiteral("-")}, page);
        QVERIFY2(
            json.out.contains(QLatin1String("\"cardinality\":[{\"metric\":\"a\",\"series\":150,\"labels\":["
                                            "{\"label\":\"b\",\"values\":75,\"seriesWithout\":2},"
                                            "{\"label\":\"c\",\"values\":2,\"seriesWithout\":75}]}]")),
            json.said().constData());
    }

    /// What the scrapes took and how the page came, in both outputs.
    void health()
    {
        QFETCH(QByteArray, headers);
        QFETCH(bool, packed);
        QFETCH(QString, size);
        QFETCH(QString, rule);
        const QByteArray page =
            QByteArray("# TYPE aa gauge\n# HELP aa x\naa 1\n").leftJustified(30'000, '\n');
        HttpServer server;
        server.serve("/metrics",
                     HttpAnswer::page(packed ? gzipped(page) : page, "text/plain; version=0.0.4", headers));
        const QStringList options = {QStringLiteral("--every"), QStringLiteral("10ms"),
                                     server.url().toString()};
        const Outcome text = lint(options);
        QVERIFY2(text.out.contains(QRegularExpression(
                     QStringLiteral(": the scrapes took \\d+ ms and \\d+ ms of the 10s that they may take, "
                                    "jitter \\d+ ms\\n"))),
                 text.said().constData());
        QVERIFY2(text.out.contains(size), text.said().constData());
        QVERIFY(text.out.contains(QLatin1String(": format text, Content-Type text/plain; version=0.0.4\n")));
        QVERIFY(text.out.contains(QLatin1String(": OpenMetrics was asked for, and is not offered\n")));
        QVERIFY2(text.out.contains(rule), text.said().constData());
        QVERIFY2(!text.out.contains(QLatin1String("[syntax]")), text.said().constData());

        const Outcome json = lint(QStringList{QStringLiteral("--json")} + options);
        const QString last = json.out.split(u'\n', Qt::SkipEmptyParts).constLast();
        const QJsonObject scrape = QJsonDocument::fromJson(last.toUtf8())
                                       .object()
                                       .value(QStringLiteral("summary"))
                                       .toObject()
                                       .value(QStringLiteral("scrape"))
                                       .toObject();
        QVERIFY(scrape.contains(QStringLiteral("durationMs")));
        QVERIFY(scrape.contains(QStringLiteral("jitterMs")));
        QCOMPARE(scrape.value(QStringLiteral("timeoutMs")).toInt(), 10'000);
        QCOMPARE(scrape.value(QStringLiteral("format")).toString(), QStringLiteral("text"));
        QCOMPARE(scrape.value(QStringLiteral("wireBytes")).toInt(),
                 packed ? gzipped(page).size() : page.size());
    }

    /// A page of the binary format has no lines to be shown.
    void binaryFindingsAreNamed()
    {
        // A counter "a" with the label b="c" and the value -1.
        QByteArray metric("\x0a\x06\x0a\x01"
                          "b\x12\x01"
                          "c\x1a\x09\x09\0\0\0\0\0\0\xf0\xbf",
                          19);
        QByteArray family("\x0a\x01"
                          "a\x18\x00\x22",
                          6);
        family += static_cast<char>(metric.size());
        family += metric;
        const Outcome outcome = lint(words("--format protobuf -"), static_cast<char>(family.size()) + family);
        QVERIFY2(outcome.out.contains(QLatin1String("[counter-negative]\n  a{b=\"c\"}\n")),
                 outcome.said().constData());
        QVERIFY2(outcome.out.contains(QLatin1String("[promlint-help]\n  a\n")), outcome.said().constData());
    }

    void noPage_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("contentType");
        QTest::addColumn<QString>("rule");
        QTest::newRow("404") << QByteArray("404 Not Found") << QByteArray()
                             << QStringLiteral("[http-status]");
        QTest::newRow("html") << QByteArray() << QByteArray("text/html")
                              << QStringLiteral("[content-type-unsupported]");
    }

    void noPage()
    {
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, contentType);
        QFETCH(QString, rule);
        HttpServer server;
        server.serve("/metrics",
                     status.isEmpty() ? HttpAnswer::page("a 1\n", contentType) : HttpAnswer::status(status));
        const Outcome outcome = lint({server.url().toString()});
        QVERIFY2(outcome.out.contains(rule), outcome.said().constData());
        QVERIFY(outcome.out.contains(QLatin1String(": rejected: ")));
        QCOMPARE(outcome.exitCode, 1);
        QCOMPARE(server.requests().size(), 1);
    }

    void mistakes_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("err");
        const auto row = [](const char *arguments, int exitCode, const char *err) {
            QTest::newRow(arguments) << QString::fromLatin1(arguments) << exitCode
                                     << QString::fromLatin1(err);
        };
        row("", 2, "say one URL or file");
        row("a b", 2, "say one URL or file");
        row("--format xml -", 2, "unknown format: xml");
        row("nosuchthing", 2, "neither a file nor a usable address: nosuchthing");
        row("--every never localhost:1", 2, "not a duration: never");
        row("--approved /no/such/file -", 2, "/no/such/file");
        row("/no/such/file", 1, "/no/such/file");
    }

    void mistakes()
    {
        QFETCH(QString, arguments);
        QFETCH(int, exitCode);
        QFETCH(QString, err);
        const Outcome outcome = lint(arguments.split(u' ', Qt::SkipEmptyParts));
        QVERIFY2(outcome.err.contains(err), outcome.said().constData());
        QCOMPARE(outcome.exitCode, exitCode);
    }
};

SIGHTGLASS_TEST(LintCommandTest)

} // namespace

#include "lintcommandtest.moc"
