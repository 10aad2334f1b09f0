// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/promql/print.h"

#include "parser/promql/parse.h"
#include "parser/promql/pretty.h"
#include "tests/parser/promql/dump.h"
#include "tests/support/conformance.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QTest>

namespace {

using namespace sightglass;
using namespace sightglass::promql;

class PrintTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void canonical_data();
    void canonical();
    void pretty();
    void deepNesting_data();
    void deepNesting();
    void longChains_data();
    void longChains();
    void prettyChains();
    void hugeInput();
    void corpusRoundTrip();
};

void PrintTest::canonical_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("printed");
    const auto row = [](const char *query, const char *printed) {
        QTest::newRow(query) << QByteArray(query) << QByteArray(printed);
    };
    row("SUM(x)BY(b,a)", "sum by (b, a) (x)");
    row("sum(x) without ()", "sum without () (x)");
    row("sum by () (x)", "sum(x)");
    row("sum by (\"a b\") (x)", "sum by (\"a b\") (x)");
    row("x{b='2',a=\"1\"}", "x{a=\"1\",b=\"2\"}");
    row("x{}", "x");
    row("{__name__=\"x\"}", "{__name__=\"x\"}");
    row("{\"a.b\", \"c d\"=\"e\"}", "{\"c d\"=\"e\",__name__=\"a.b\"}");
    row("x[90m]offset -1h@5", "x[1h30m] @ 5.000 offset -1h");
    row("x[300:60]", "x[5m:1m]");
    row("x[0.0005]", "x[0.0005]"); // what whole ms cannot say stays a number
    row("x offset 0", "x");
    row("x[5m]@end()", "x[5m] @ end()");
    row("x @ 1.2345 anchored offset 1m", "x @ 1.235 anchored offset 1m");
    row("x[1d7h] smoothed", "x[1d7h] smoothed");
    row("x[ min_of(5m,300+step()) ]", "x[min_of(5m, 300 + step())]");
    row("x[(+5m)*2]", "x[(5m) * 2]");
    row("x offset -(5m+1)", "x offset -(5m + 1)");
    row("5m", "5m");
    row("-5m", "-5m");
    row("4035ms", "4s35ms");
    // Numbers as Prometheus 2.42 prints them; expressions.jsonl is full of them.
    row("1000000", "1e+06");
    row("999999", "999999");
    row("0.0001", "0.0001");
    row("0.00001", "1e-05");
    row("1700000000", "1.7e+09");
    row("inf", "+Inf");
    row("inf ^ x", "Inf ^ x"); // "+Inf ^ x" would be +(Inf ^ x)
    row("x ^ -inf", "x ^ -Inf");
    row("nan", "NaN");
    row("a==bool on(x)group_left()b", "a == bool on (x) group_left () b");
    row("a+ignoring()b", "a + b");
    row("a+on()b", "a + on () b");
    row("a+ignoring()group_right(c)b", "a + ignoring () group_right (c) b");
    row("a+fill(1)b", "a + fill (1) b");
    row("a+fill_right(-1)b", "a + fill_right (-1) b");
    row("--a", "--a");
    row("label_replace(x,'a',`$1`,\"b\\n\",\"\\ufffd\")", R"(label_replace(x, "a", "$1", "b\n", "\ufffd"))");
}

void PrintTest::canonical()
{
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, printed);
    const auto parsed = parseExpr(query.toStdString(), Features::all());
    QVERIFY2(parsed.ok(), parsed ? "" : plainText(parsed.error()).c_str());
    const std::string text = printExpr(**parsed);
    QCOMPARE(QByteArray::fromStdString(text), printed);
    const auto again = parseExpr(text, Features::all());
    QVERIFY2(again.ok(), again ? "" : plainText(again.error()).c_str());
    QCOMPARE(sightglass::test::dump(**again), sightglass::test::dump(**parsed));
}

void PrintTest::pretty()
{
    const auto parsed = parseExpr("histogram_quantile(0.99, sum by (le, cluster) "
                                  "(rate(request_duration_seconds_bucket{job=\"api\"}[5m]))) "
                                  "> on (cluster) group_left () -(threshold_seconds)");
    QVERIFY(parsed.ok());
    QCOMPARE(prettyExpr(**parsed),
             std::string("  histogram_quantile(\n"
                         "    0.99,\n"
                         "    sum by (le, cluster) (rate(request_duration_seconds_bucket{job=\"api\"}[5m]))\n"
                         "  )\n"
                         "> on (cluster) group_left ()\n"
                         "  -(threshold_seconds)"));
}

void PrintTest::deepNesting_data()
{
    QTest::addColumn<QByteArray>("opening");
    QTest::addColumn<QByteArray>("middle");
    QTest::addColumn<QByteArray>("closing");
    QTest::newRow("parentheses") << QByteArray("(") << QByteArray("1") << QByteArray(")");
    QTest::newRow("signs") << QByteArray("-") << QByteArray("x") << QByteArray();
    QTest::newRow("signs of a number") << QByteArray("-") << QByteArray("1") << QByteArray();
    QTest::newRow("calls") << QByteArray("abs(") << QByteArray("x") << QByteArray(")");
    QTest::newRow("aggregations") << QByteArray("sum(") << QByteArray("x") << QByteArray(")");
    QTest::newRow("powers") << QByteArray("2^") << QByteArray("2") << QByteArray();
    QTest::newRow("subqueries") << QByteArray() << QByteArray("x") << QByteArray("[5m:]");
    QTest::newRow("signs of powers") << QByteArray("-x^") << QByteArray("x") << QByteArray();
    QTest::newRow("durations in parentheses") << QByteArray("(") << QByteArray("5m") << QByteArray(")");
}

/// Whatever nests, nests up to a bound and is refused beyond it, whoever wrote it.
void PrintTest::deepNesting()
{
    QFETCH(QByteArray, opening);
    QFETCH(QByteArray, middle);
    QFETCH(QByteArray, closing);
    const bool duration = middle == "5m";
    const auto nested = [&](int depth) {
        const QByteArray text = opening.repeated(depth) + middle + closing.repeated(depth);
        return (duration ? "x[" + text + "]" : text).toStdString();
    };
    if (!closing.startsWith('[')) {
        // Prometheus knows no bound; a sign of a power are two levels.
        const auto shallow = parseExpr(nested(duration ? 100 : 490));
        QVERIFY2(shallow.ok(), shallow ? "" : plainText(shallow.error()).c_str());
        QVERIFY(parseExpr(printExpr(**shallow)).ok());
    }
    const auto deep = parseExpr(nested(100'000));
    QVERIFY(!deep.ok());
    QCOMPARE(plainText(deep.error()), std::string("parse error: expression nests too deeply"));
}

void PrintTest::longChains_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("link");
    QTest::addColumn<int>("operators");
    QTest::addColumn<int>("height");
    QTest::newRow("or") << QByteArray("x") << QByteArray(" or x") << 100'000 << 2;
    QTest::newRow("additions") << QByteArray("x") << QByteArray(" + x") << 100'000 << 2;
    QTest::newRow("scalars") << QByteArray("1") << QByteArray(" - 1") << 100'000 << 2;
    QTest::newRow("precedences") << QByteArray("x") << QByteArray(" + x * x * x ^ 2") << 10'000 << 4;
    QTest::newRow("modifiers") << QByteArray("x") << QByteArray(" == bool on (a) group_left (b) x") << 10'000
                               << 2;
    QTest::newRow("calls") << QByteArray("abs(x)") << QByteArray(" / abs(x + x + x)") << 10'000 << 4;
}

/// What is written flat is no nesting, however long it is; nor does it take a stack as deep.
void PrintTest::longChains()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, link);
    QFETCH(int, height);
    QFETCH(int, operators);
    const std::string chain = (first + link.repeated(operators)).toStdString();
    const auto parsed = parseExpr(chain);
    QVERIFY2(parsed.ok(), parsed ? "" : plainText(parsed.error()).c_str());
    QCOMPARE(static_cast<int>((*parsed)->height), height);
    QVERIFY((*parsed)->depth > static_cast<std::uint32_t>(operators));
    QCOMPARE(operatorChain(*as<Binary>(parsed->get())).size(), static_cast<std::size_t>(operators));
    QVERIFY(printExpr(**parsed) == chain);
    QVERIFY(prettyExpr(**parsed) == chain);
    const auto wrong = parseExpr("1 + (" + chain + ") + \"\"");
    QVERIFY(!wrong.ok());
    QCOMPARE(plainText(wrong.error()),
             std::string("parse error: binary expression must contain only scalar and instant vector types"));
}

/// One level per operator from the first that does not fit, as Prometheus indents them; as far as that goes.
void PrintTest::prettyChains()
{
    const auto linesOf = [](int operators) {
        const auto parsed = parseExpr("x" + QByteArray(" or x").repeated(operators).toStdString());
        return QByteArray::fromStdString(parsed ? prettyExpr(**parsed) : std::string()).split('\n');
    };
    QCOMPARE(linesOf(19).size(), 1);
    const QList<QByteArray> some = linesOf(21);
    QCOMPARE(some.size(), 5);
    QCOMPARE(some.front(), "    x" + QByteArray(" or x").repeated(19));
    QCOMPARE(some.mid(1), (QList<QByteArray>{"  or", "    x", "or", "  x"}));
    QCOMPARE(linesOf(1019).size(), 2001);
    QCOMPARE(linesOf(1020).size(), 1);
}

void PrintTest::hugeInput()
{
    QVERIFY(!parseExpr(std::string(1'000'000, '(')).ok());
    QVERIFY(!parseExpr(std::string(1'000'000, '\0')).ok());
    QVERIFY(!parseExpr(std::string(1'000'000, '9')).ok());
    QVERIFY(!parseExpr("x[" + std::string(1'000'000, '-') + "1]").ok());
    const std::string longString = '"' + std::string(1'000'000, 'a') + '"';
    QVERIFY(parseExpr(longString).ok());
}

/// The seeds of the fuzzer: no crash, and what parses is printed to a fixed point.
void PrintTest::corpusRoundTrip()
{
    const QDir folder(QStringLiteral(SIGHTGLASS_SOURCE_DIR "/tests/data/fuzz/promql"));
    const QFileInfoList files = folder.entryInfoList(QDir::Files, QDir::Name);
    QVERIFY(!files.isEmpty());
    int parsedCount = 0;
    for (const QFileInfo &file : files) {
        const auto parsed =
            parseExpr(sightglass::test::readFile(file.filePath()).toStdString(), Features::all());
        if (!parsed)
            continue;
        ++parsedCount;
        for (const std::string &text : {printExpr(**parsed), prettyExpr(**parsed)}) {
            const auto again = parseExpr(text, Features::all());
            QVERIFY2(again.ok(), qPrintable(file.fileName()));
            QCOMPARE(sightglass::test::dump(**again), sightglass::test::dump(**parsed));
            QCOMPARE(printExpr(**again), printExpr(**parsed));
        }
    }
    QVERIFY(parsedCount > 0);
}

SIGHTGLASS_TEST(PrintTest)

} // namespace

#include "printtest.moc"
