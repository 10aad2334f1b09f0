// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/conformance.h"
#include "tests/support/testcase.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

struct Outcome
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

Outcome parse(const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("LANGUAGE"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(SIGHTGLASS_BIN_DIR "/sightglass"),
                  QStringList{QStringLiteral("parse")} + arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(30'000)) {
        process.kill();
        process.waitForFinished(3000);
        return {};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// `sightglass parse`, the real program.
class ParseCommandTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void verdicts_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("out");
        QTest::addColumn<QByteArray>("err");
        const auto row = [](const char *name, const char *options, const char *input, int exitCode,
                            const char *out, const char *err) {
            QTest::newRow(name) << QString::fromLatin1(options) << QByteArray(input) << exitCode
                                << QByteArray(out) << QByteArray(err);
        };
        row("text", "", "# HELP a x\n# TYPE a gauge\na{b=\"c\"} NaN 5\n", 0,
            "{\"family\":\"a\",\"type\":\"gauge\",\"help\":\"x\"}\n"
            "{\"name\":\"a\",\"labels\":{\"b\":\"c\"},\"value\":\"NaN\",\"timestampMs\":5}\n",
            "");
        row("openmetrics is told by its end", "", "# TYPE a counter\na_total 1 # {b=\"c\"} 2\n# EOF\n", 0,
            "{\"family\":\"a\",\"type\":\"counter\"}\n"
            "{\"name\":\"a_total\",\"labels\":{},\"value\":\"1\",\"exemplars\":[{\"labels\":{\"b\":\"c\"},"
            "\"value\":\"2\"}]}\n",
            "");
        row("an end inside", "", "a 1\n# EOF\nb 1\n", 0,
            "{\"name\":\"a\",\"labels\":{},\"value\":\"1\"}\n{\"name\":\"b\",\"labels\":{},\"value\":\"1\"}"
            "\n",
            "-:2:1: read as the text format, because # EOF is not the last line; --format openmetrics reads "
            "it as "
            "OpenMetrics\n");
        row("nothing", "", "", 0, "", "");
        row("nothing, strictly openmetrics", "--format openmetrics --strict", "", 1, "",
            "-:1:1: data does not end with # EOF [eof]\n");
        row("every error", "", "a b\nb 1\nc{x=\"1\",x=\"2\"} 1\n", 1,
            "{\"name\":\"b\",\"labels\":{},\"value\":\"1\"}\n"
            "{\"name\":\"c\",\"labels\":{\"x\":\"1\",\"x\":\"2\"},\"value\":\"1\"}\n",
            "-:1:3: strconv.ParseFloat: parsing \"b\": invalid syntax while parsing: \"a b\"\n"
            "-:3:1: label name \"x\" is not unique: invalid sample\n");
        row("lenient", "", "# TYPE a counter\na 1\n# EOF\n", 0,
            "{\"family\":\"a\",\"type\":\"counter\"}\n{\"name\":\"a\",\"labels\":{},\"value\":\"1\"}\n", "");
        row("strict", "--strict", "# TYPE a counter\na 1\n# EOF\n", 1,
            "{\"family\":\"a\",\"type\":\"counter\"}\n{\"name\":\"a\",\"labels\":{},\"value\":\"1\"}\n",
            "-:2:1: counter a must have samples a_total [missing-suffix]\n");
        row("a timestamp with a sign, to Prometheus", "", "a 1 -5\n", 1, "",
            "-:1:5: expected timestamp or new record, got \"-\" (\"INVALID\") while parsing: \"a 1 -\"\n");
        row("a timestamp with a sign, as specified", "--strict",
            "a 1 -5\nb 1 +5\n#  TYPE  c \t gauge \nc 1\n", 0,
            "{\"name\":\"a\",\"labels\":{},\"value\":\"1\",\"timestampMs\":-5}\n"
            "{\"name\":\"b\",\"labels\":{},\"value\":\"1\",\"timestampMs\":5}\n"
            "{\"family\":\"c\",\"type\":\"gauge\"}\n{\"name\":\"c\",\"labels\":{},\"value\":\"1\"}\n",
            "");
        row("a sign alone", "--strict", "a 1 -\n", 1, "",
            "-:1:5: expected timestamp or new record, got \"-\" (\"INVALID\") while parsing: \"a 1 -\"\n");
        row("no such format", "--format xml", "", 2, "", "sightglass: unknown format: xml\n");
    }

    void verdicts()
    {
        QFETCH(QString, options);
        QFETCH(QByteArray, input);
        QFETCH(int, exitCode);
        QFETCH(QByteArray, out);
        QFETCH(QByteArray, err);
        const Outcome outcome = parse(
            options.split(QLatin1Char(' '), Qt::SkipEmptyParts) + QStringList{QStringLiteral("-")}, input);
        QCOMPARE(outcome.out, out);
        QCOMPARE(outcome.err, err);
        QCOMPARE(outcome.exitCode, exitCode);
    }

    void protobufFile_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<bool>("native");
        QTest::addColumn<bool>("classic");
        QTest::newRow("as scraped by default") << QString() << false << true;
        QTest::newRow("native") << QStringLiteral("--native-histograms") << true << false;
        QTest::newRow("both") << QStringLiteral("--native-histograms --classic-histograms") << true << true;
        QTest::newRow("classic") << QStringLiteral("--classic-histograms") << false << true;
    }

    void protobufFile()
    {
        QFETCH(QString, options);
        const QString file = QStringLiteral(SIGHTGLASS_SOURCE_DIR "/tests/data/fuzz/protobuf/native");
        const Outcome outcome = parse(options.split(QLatin1Char(' '), Qt::SkipEmptyParts) << file, {});
        QCOMPARE(outcome.err, QByteArray());
        QCOMPARE(outcome.exitCode, 0);
        QTEST(outcome.out.contains("\"histogram\":{\"schema\":1,\"count\":\"7\""), "native");
        QTEST(outcome.out.contains("{\"name\":\"h_bucket\",\"labels\":{\"le\":\"0.1\"},\"value\":\"2\""),
              "classic");
    }

    /// What Prometheus does not read does not make it refuse the page.
    void brokenNativeHistogram()
    {
        const QString file = QStringLiteral(SIGHTGLASS_SOURCE_DIR "/tests/data/fuzz/protobuf/spansmismatch");
        const Outcome outcome = parse({file}, {});
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY(outcome.out.contains("_count"));
        QVERIFY2(outcome.err.contains(": accepted, but not with --native-histograms: histogram "),
                 outcome.err.constData());
        const Outcome read = parse({QStringLiteral("--native-histograms"), file}, {});
        QCOMPARE(read.exitCode, 1);
        QVERIFY(!read.out.contains("_count"));
        QVERIFY2(read.err.contains("side: spans require"), read.err.constData());
    }

    void noSuchFile()
    {
        const Outcome outcome = parse({QStringLiteral("/nowhere/at/all")}, {});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY(outcome.err.contains("/nowhere/at/all"));
    }
};

SIGHTGLASS_TEST(ParseCommandTest)

} // namespace

#include "parsecommandtest.moc"
