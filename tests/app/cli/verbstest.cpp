// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/errorplace.h"
#include "app/cli/options.h"
#include "app/cli/queryjob.h"
#include "app/cli/queryoutput.h"
#include "model/api/apitime.h"
#include "tests/app/cli/program.h"
#include "tests/support/conformance.h"
#include "tests/support/httpserver.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <algorithm>

namespace {

using namespace sightglass;

using test::Outcome;
using test::runProgram;

QString writeScript(const QTemporaryDir &folder, const QString &name, const QByteArray &text)
{
    QFile file(folder.filePath(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(text);
    return file.fileName();
}

/// query, serve, fmt and test promql.
class VerbsTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void mistakes_data();
    void mistakes();
    void places_data();
    void places();
    void times_data();
    void times();
    void outputs();
    void columns();
    void hostileOutput_data();
    void hostileOutput();
    void hostileTerminal();
    void fmt();
    void queryInstant();
    void queryTellsWhyItIsEmpty();
    void queryRange();
    void queryOfNobody();
    void queryThatFails();
    void scripts();
    void conformance();
};

void VerbsTest::mistakes_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *arguments, int exitCode, const char *says) {
        QTest::newRow(arguments) << QString::fromLatin1(arguments) << exitCode << QString::fromLatin1(says);
    };
    row("query --help", 0, "--step");
    row("serve --help", 0, "--allow-remote");
    row("fmt --help", 0, "EXPR");
    row("test --help", 0, "use-start-timestamps");
    row("query", 2, "say an expression");
    row("query up", 2, "--target");
    row("query up x:1 --at yesterday", 2, "yesterday");
    row("query up x:1 --at now --from -1m", 2, "--at");
    row("query up x:1 --to now", 2, "--from");
    row("query up x:1 --from -1m --step 0s", 2, "0s");
    row("query up x:1 --format xml", 2, "xml");
    row("query up x:1 --features magic", 2, "magic");
    row("query up x:1 --interval 1ms", 2, "1ms");
    row("query sum( x:1", 1, "1:5: parse error: unclosed left parenthesis");
    row("serve", 2, "--target");
    row("serve x:1 --listen nowhere", 2, "nowhere");
    row("serve x:1 --listen ::1:9099", 2, "::1:9099 (write 127.0.0.1:9099 or [::1]:9099)");
    row("serve x:1 --listen 0.0.0.0:1", 2, "--allow-remote");
    row("serve x:1 --token-file /nonexistent", 2, "/nonexistent");
    row("serve x:1 --features magic", 2, "magic");
    row("fmt", 2, "one expression");
    row("fmt a b", 2, "one expression");
    row("fmt up+", 1, "1:4: parse error");
    row("test", 2, "promql");
    row("test rulez x", 2, "promql");
    row("test rules /nonexistent", 1, "/nonexistent");
    row("test promql", 2, "no scripts");
    row("test promql /nonexistent", 2, "/nonexistent");
    row("test promql --features magic /tmp", 2, "magic");
    row("test rules", 2, "test files");
    row("test rules --run ( /tmp/x.yml", 2, "regular expression");
}

void VerbsTest::mistakes()
{
    QFETCH(QString, arguments);
    QFETCH(int, exitCode);
    QFETCH(QString, says);
    const Outcome outcome = runProgram(arguments.split(QLatin1Char(' ')));
    QVERIFY2(outcome.exitCode == exitCode, outcome.said());
    const QString &text = exitCode == 0 ? outcome.out : outcome.err;
    QVERIFY2(text.contains(says), outcome.said());
}

void VerbsTest::places_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name, const QString &text, int line, int column, const QString &place) {
        QTest::newRow(name) << text << line << column << place;
    };
    row("none", QStringLiteral("up"), 0, 0, {});
    row("first", QStringLiteral("up"), 1, 1, QStringLiteral("  up\n  ^"));
    row("end", QStringLiteral("up"), 1, 3, QStringLiteral("  up\n    ^"));
    row("beyond", QStringLiteral("up"), 7, 9, QStringLiteral("  \n  ^"));
    row("second line", QStringLiteral("a +\nb )"), 2, 3, QStringLiteral("  b )\n    ^"));
    row("columns are bytes", QStringLiteral("ü)"), 1, 3, QStringLiteral("  ü)\n   ^"));
    row("control characters", QStringLiteral("\t)"), 1, 2, QStringLiteral("  \\t)\n    ^"));
    row("long", QString(200, QLatin1Char('a')) + QLatin1Char(')'), 1, 201,
        QStringLiteral("  …") + QString(70, QLatin1Char('a')) + QStringLiteral(")\n  ") +
            QString(71, QLatin1Char(' ')) + QLatin1Char('^'));
}

void VerbsTest::places()
{
    QFETCH(QString, text);
    QFETCH(int, line);
    QFETCH(int, column);
    QFETCH(QString, place);
    const Error error{ErrorCode::PromqlSyntax,
                      {},
                      {},
                      {static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(column)}};
    QCOMPARE(errorPlace(text.toStdString(), error), place);
}

void VerbsTest::times_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("at"); ///< resolved with an end at 100 s; -1: not a time
    const auto row = [](const char *text, qint64 at) {
        QTest::newRow(text) << QString::fromLatin1(text) << at;
    };
    row("now", 100'000);
    row("-30s", 70'000);
    row("-1m30s", 10'000);
    row("5.5", 5500);
    row("1970-01-01T00:00:07Z", 7000);
    row("tomorrow", -1);
    row("", -1);
}

void VerbsTest::times()
{
    QFETCH(QString, text);
    QFETCH(qint64, at);
    const auto time = queryTimeOption(text);
    QCOMPARE(time ? time->resolved(100'000) : -1, at);
}

QueryResult twoElements()
{
    QueryResult result;
    result.type = promql::ValueType::InstantVector;
    result.vector = {{Labels::withName("up", {{"job", "a,\"b\""}}), 1},
                     {Labels::withName("up", {{"job", "c"}, {"zone", "d"}}), 0.5}};
    return result;
}

QByteArray outputOf(const QueryResult &result, TimestampMs t, QueryFormat format,
                    OutputReader reader = OutputReader::Program)
{
    return QByteArray::fromStdString(queryOutput(result, t, format, reader));
}

void VerbsTest::outputs()
{
    const QueryResult vector = twoElements();
    QCOMPARE(outputOf(vector, 1500, QueryFormat::Table),
             QByteArray("up{job=\"a,\\\"b\\\"\"}      1\nup{job=\"c\", zone=\"d\"}  0.5\n"));
    QCOMPARE(
        outputOf(vector, 1500, QueryFormat::Csv),
        QByteArray("time,value,__name__,job,zone\r\n1.500,1,up,\"a,\"\"b\"\"\",\r\n1.500,0.5,up,c,d\r\n"));
    QCOMPARE(outputOf(vector, 1500, QueryFormat::Json),
             QByteArray("{\"resultType\":\"vector\",\"result\":[{\"metric\":{\"__name__\":\"up\",\"job\":"
                        "\"a,\\\"b\\\"\"},\"value\":[1.500,\"1\"]},{\"metric\":{\"__name__\":\"up\",\"job\":"
                        "\"c\",\"zone\":\"d\"},\"value\":[1.500,\"0.5\"]}]}\n"));
    QueryResult matrix;
    matrix.type = promql::ValueType::RangeVector;
    matrix.matrix.push_back({Labels::withName("up"), {{0, 1}, {2000, 3}}, {}});
    matrix.matrix.back().histograms.push_back({1000, std::make_shared<const FloatHistogram>()});
    QCOMPARE(outputOf(matrix, 0, QueryFormat::Table),
             QByteArray("up\n  1970-01-01T00:00:00Z      1\n  1970-01-01T00:00:01Z      {count:0, sum:0}\n"
                        "  1970-01-01T00:00:02Z      3\n"));
    QueryResult empty;
    empty.type = promql::ValueType::InstantVector;
    QCOMPARE(outputOf(empty, 0, QueryFormat::Table), QByteArray());
    QCOMPARE(outputOf(empty, 0, QueryFormat::Csv), QByteArray("time,value\r\n"));
    QueryResult scalar;
    scalar.type = promql::ValueType::Scalar;
    scalar.scalar = {1000, 7};
    QCOMPARE(outputOf(scalar, 1000, QueryFormat::Table), QByteArray("7\n"));
}

/// No two columns of a CSV have one name, whatever labels there are.
void VerbsTest::columns()
{
    QueryResult result;
    result.type = promql::ValueType::InstantVector;
    result.vector = {{Labels(std::vector<Label>{{"label_label_time", "a"},
                                                {"label_other", "b"},
                                                {"label_value", "c"},
                                                {"time", "d"},
                                                {"timestamp", "e"},
                                                {"value", "f"}}),
                      1}};
    QCOMPARE(
        outputOf(result, 0, QueryFormat::Csv),
        QByteArray("time,value,label_label_label_time,label_other,label_label_value,label_time,timestamp,"
                   "label_value\r\n0,1,a,b,c,d,e,f\r\n"));
}

const std::string hostileText = "\x1b[2J\xE2\x80\xAE\xC2\x9B\x7f";

QueryResult hostileResult()
{
    QueryResult result;
    result.type = promql::ValueType::InstantVector;
    result.vector = {{Labels(std::vector<Label>{{"a", hostileText}, {"b\x1b", "c"}}), 1}};
    return result;
}

void VerbsTest::hostileOutput_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<bool>("rawForPrograms");
    QTest::newRow("table") << static_cast<int>(QueryFormat::Table) << false;
    QTest::newRow("csv") << static_cast<int>(QueryFormat::Csv) << true;
    QTest::newRow("json") << static_cast<int>(QueryFormat::Json) << true;
}

/// What a page exposes must not reach a terminal as control characters.
void VerbsTest::hostileOutput()
{
    QFETCH(int, format);
    QFETCH(bool, rawForPrograms);
    const auto as = static_cast<QueryFormat>(format);
    const QByteArray shown = outputOf(hostileResult(), 0, as, OutputReader::Terminal);
    for (const char *raw : {"\x1b", "\xE2\x80\xAE", "\xC2\x9B", "\x7f"})
        QVERIFY2(!shown.contains(raw), shown.toPercentEncoding());
    const QByteArray given = outputOf(hostileResult(), 0, as, OutputReader::Program);
    QCOMPARE(given.contains("\xE2\x80\xAE\xC2\x9B\x7f"), rawForPrograms);
    if (as == QueryFormat::Json)
        QCOMPARE(QJsonDocument::fromJson(shown), QJsonDocument::fromJson(given));
}

/// The program itself, its output on a real terminal.
void VerbsTest::hostileTerminal()
{
    const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK);
    QVERIFY(terminal >= 0 && ::grantpt(terminal) == 0 && ::unlockpt(terminal) == 0);
    const QString line = QString::fromLocal8Bit(::ptsname(terminal));
    test::HttpServer server;
    server.serve("/metrics", test::HttpAnswer::page("jobs{q=\"\x1b[2J\"} 3\n"));
    const QStringList arguments{
        QStringLiteral("query"), QStringLiteral("jobs"),     server.url().toString(),
        QStringLiteral("--for"), QStringLiteral("1500ms"),   QStringLiteral("--interval"),
        QStringLiteral("200ms"), QStringLiteral("--format"), QStringLiteral("csv")};
    const Outcome outcome = runProgram(arguments, {.outputFile = line});
    QByteArray shown(4096, '\0');
    shown.resize(static_cast<int>(
        std::max<ssize_t>(::read(terminal, shown.data(), static_cast<std::size_t>(shown.size())), 0)));
    ::close(terminal);
    QVERIFY2(outcome.exitCode == 0, outcome.said());
    QVERIFY2(shown.contains("time,value,") && shown.contains("\\x1b[2J") && !shown.contains('\x1b'),
             shown.toPercentEncoding());
    QVERIFY(runProgram(arguments).out.contains(QStringLiteral("\x1b[2J")));
}

void VerbsTest::fmt()
{
    const Outcome given = runProgram({QStringLiteral("fmt"), QStringLiteral("sum(rate(a[300s]))by(b)")});
    QCOMPARE(given.exitCode, 0);
    QCOMPARE(given.out, QStringLiteral("sum by (b) (rate(a[5m]))\n"));
    const Outcome read = runProgram({QStringLiteral("fmt"), QStringLiteral("-")}, {"limitk(1,a)\n"});
    QCOMPARE(read.out, QStringLiteral("limitk(1, a)\n"));
    const Outcome wrong = runProgram({QStringLiteral("fmt"), QStringLiteral("-")}, {"a +\n b )"});
    QCOMPARE(wrong.exitCode, 1);
    QVERIFY2(wrong.err.contains(QStringLiteral("2:5: ")) &&
                 wrong.err.endsWith(QStringLiteral("   b )\n      ^\n")),
             qPrintable(wrong.err));
}

struct Page
{
    test::HttpServer server;
    Page()
    {
        server.serve("/metrics",
                     test::HttpAnswer::page("# TYPE jobs gauge\njobs{q=\"a\"} 3\njobs{q=\"b\"} 4\n"));
    }
    [[nodiscard]] Outcome query(const QString &expr, const QStringList &more = {}) const
    {
        return runProgram(QStringList{QStringLiteral("query"), expr, QStringLiteral("--target"),
                                      server.url().toString(), QStringLiteral("--for"),
                                      QStringLiteral("1500ms"), QStringLiteral("--interval"),
                                      QStringLiteral("200ms")} +
                          more);
    }
};

void VerbsTest::queryInstant()
{
    const Page page;
    const Outcome table = page.query(QStringLiteral("sum by (q) (jobs)"));
    QVERIFY2(table.exitCode == 0, qPrintable(table.err));
    QCOMPARE(table.out, QStringLiteral("{q=\"a\"}  3\n{q=\"b\"}  4\n"));
    const Outcome json =
        page.query(QStringLiteral("jobs > 3"), {QStringLiteral("--format"), QStringLiteral("json")});
    const QJsonObject data = QJsonDocument::fromJson(json.out.toUtf8()).object();
    QCOMPARE(data.value(QStringLiteral("resultType")).toString(), QStringLiteral("vector"));
    QCOMPARE(data.value(QStringLiteral("result")).toArray().size(), 1);
    const Outcome past = page.query(QStringLiteral("jobs"), {QStringLiteral("--at"), QStringLiteral("-1h")});
    QCOMPARE(past.exitCode, 0);
    QCOMPARE(past.out, QString());
}

/// The answer is empty all the same, for programs too: what is said of it goes to where errors go.
void VerbsTest::queryTellsWhyItIsEmpty()
{
    const Page page;
    const Outcome name = page.query(QStringLiteral("job"));
    QCOMPARE(name.exitCode, 0);
    QCOMPARE(name.out, QString());
    QVERIFY2(name.err.contains(QStringLiteral("job")) &&
                 name.err.contains(QStringLiteral("Probably meant: jobs\n")),
             qPrintable(name.err));
    const Outcome value = page.query(QStringLiteral("sum(jobs{q=\"c\"})"),
                                     {QStringLiteral("--format"), QStringLiteral("json")});
    QCOMPARE(value.exitCode, 0);
    const QJsonObject data = QJsonDocument::fromJson(value.out.toUtf8()).object();
    QVERIFY(data.contains(QStringLiteral("result")));
    QVERIFY(data.value(QStringLiteral("result")).toArray().isEmpty());
    QVERIFY2(value.err.contains(QStringLiteral("q")), qPrintable(value.err));
    const Outcome range = page.query(
        QStringLiteral("job"), {QStringLiteral("--from"), QStringLiteral("-400ms"), QStringLiteral("--to"),
                                QStringLiteral("now"), QStringLiteral("--step"), QStringLiteral("200ms")});
    QVERIFY2(range.exitCode == 0 && range.err.contains(QStringLiteral("Probably meant: jobs\n")),
             qPrintable(range.err));
    const Outcome answered = page.query(QStringLiteral("jobs"));
    QCOMPARE(answered.err, QString());
}

void VerbsTest::queryRange()
{
    const Page page;
    const Outcome csv =
        page.query(QStringLiteral("sum(jobs)"),
                   {QStringLiteral("--from"), QStringLiteral("-400ms"), QStringLiteral("--to"),
                    QStringLiteral("now"), QStringLiteral("--step"), QStringLiteral("200ms"),
                    QStringLiteral("--format"), QStringLiteral("csv")});
    QVERIFY2(csv.exitCode == 0, qPrintable(csv.err));
    QStringList lines = csv.out.split(QStringLiteral("\r\n"));
    QCOMPARE(lines.takeLast(), QString());
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines.first(), QStringLiteral("time,value"));
    QVERIFY2(lines.last().endsWith(QStringLiteral(",7")), qPrintable(csv.out));
}

void VerbsTest::queryOfNobody()
{
    const Page page;
    const QString nobody = QStringLiteral("http://127.0.0.1:%1/metrics").arg(test::unusedPort());
    const Outcome outcome = page.query(QStringLiteral("sum(jobs)"), {QStringLiteral("--target"), nobody});
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY2(outcome.err.contains(nobody), qPrintable(outcome.err));
    // What could be had is told all the same.
    QCOMPARE(outcome.out, QStringLiteral("{}  7\n"));
}

void VerbsTest::queryThatFails()
{
    const Page page;
    const Outcome outcome = page.query(QStringLiteral("jobs + on() jobs"));
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.err.contains(QStringLiteral("many-to-many")), qPrintable(outcome.err));
    const Outcome remarked = page.query(QStringLiteral("rate(jobs[1m])"));
    QCOMPARE(remarked.exitCode, 0);
    QVERIFY2(remarked.err.contains(QStringLiteral("PromQL info: metric might not be a counter")),
             qPrintable(remarked.err));
}

void VerbsTest::scripts()
{
    const QTemporaryDir folder;
    const QString good = writeScript(folder, QStringLiteral("a.test"),
                                     "load 1m\n  a 1 2\n\neval instant at 1m a\n  a 2\n\n"
                                     "eval instant at 1m limitk(1, a)\n  a 2\n");
    writeScript(folder, QStringLiteral("b.test"),
                "load 1m\n  a 1 2\n\neval instant at 1m a\n  a 3\n\neval instant at 1m a\n  a 2\n");
    const QStringList test{QStringLiteral("test"), QStringLiteral("promql")};
    const Outcome passed = runProgram(test + QStringList{good});
    QCOMPARE(passed.exitCode, 0);
    QVERIFY2(passed.out.contains(good + QStringLiteral(" 1/1")), qPrintable(passed.out));
    QVERIFY2(passed.out.endsWith(QStringLiteral("total 1/1\n")), qPrintable(passed.out));
    const Outcome all =
        runProgram(test + QStringList{QStringLiteral("--features"), QStringLiteral("all"), good});
    QCOMPARE(all.exitCode, 0);
    QVERIFY2(all.out.endsWith(QStringLiteral("total 2/2\n")), qPrintable(all.out));
    const Outcome strict = runProgram(
        test + QStringList{QStringLiteral("--features"), QStringLiteral("use-start-timestamps"), good});
    QCOMPARE(strict.exitCode, 1);
    QVERIFY2(strict.out.contains(QStringLiteral("needs promql-experimental-functions")),
             qPrintable(strict.out));
    const Outcome failed = runProgram(test + QStringList{folder.path()});
    QCOMPARE(failed.exitCode, 1);
    QVERIFY2(failed.out.contains(QStringLiteral("b.test:4: a: ")), qPrintable(failed.out));
    QVERIFY2(failed.out.endsWith(QStringLiteral("total 2/3\n")), qPrintable(failed.out));
}

void VerbsTest::conformance()
{
    const QString folder = test::conformancePath(QStringLiteral("promqltest"));
    if (folder.isEmpty())
        QSKIP("conformance data is not there");
    const Outcome stable = runProgram({QStringLiteral("test"), QStringLiteral("promql"), folder});
    QVERIFY2(stable.out.endsWith(QStringLiteral("total 1777/1777\n")), qPrintable(stable.out));
    QCOMPARE(stable.exitCode, 0);
    const Outcome all = runProgram({QStringLiteral("test"), QStringLiteral("promql"),
                                    QStringLiteral("--features"), QStringLiteral("all"), folder});
    QVERIFY2(all.out.endsWith(QStringLiteral("total 2214/2214\n")), qPrintable(all.out));
    QCOMPARE(all.exitCode, 0);
}

} // namespace

SIGHTGLASS_TEST(VerbsTest)
#include "verbstest.moc"
