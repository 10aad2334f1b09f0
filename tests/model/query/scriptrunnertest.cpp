// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/promqltest/scriptrunner.h"

#include "model/query/promqltest/memorystore.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;
using promqltest::EvalOutcome;
using promqltest::ScriptRunner;
using Verdict = promqltest::EvalOutcome::Verdict;

/// The runner itself: that it finds what is wrong, and tells which switch an eval needs. A runner that passes
/// everything would let any engine look right.
class ScriptRunnerTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheSwitch_data();
    void tellsTheSwitch();
    void findsTheDifference_data();
    void findsTheDifference();
    void equalSeriesOfBothSidesOfOrAreOne_data();
    void equalSeriesOfBothSidesOfOrAreOne();
    void refusesTheLoad_data();
    void refusesTheLoad();
    void refusesTheBlock_data();
    void refusesTheBlock();
    void placesErrors_data();
    void placesErrors();
    void lastLineOfALoadWins();
};

std::vector<EvalOutcome> outcomesOf(const QByteArray &script, const promql::Features &features = {})
{
    promqltest::MemoryStore store;
    QueryOptions options = ScriptRunner::testOptions();
    options.features = features;
    return ScriptRunner(store, options).run(script.toStdString());
}

const char *const load = "load 1m\n"
                         "  x{l=\"a\"} 1 2 3\n"
                         "  y{l=\"b\"} 4 5 6\n"
                         "  n 1 1 1\n"
                         "  h {{schema:0 sum:5 count:4 buckets:[1 2 1]}}x2\n"
                         "  started_total@st -30s 30s 30s\n"
                         "  started_total 1 2 3\n\n";

void ScriptRunnerTest::tellsTheSwitch_data()
{
    QTest::addColumn<QByteArray>("eval");
    QTest::addColumn<QByteArray>("needs");

    QTest::newRow("function") << QByteArray("sort_by_label(x, \"l\")\n x{l=\"a\"} 2")
                              << QByteArray("promql-experimental-functions");
    QTest::newRow("aggregation") << QByteArray("limitk(1, x)\n x{l=\"a\"} 2")
                                 << QByteArray("promql-experimental-functions");
    QTest::newRow("range") << QByteArray("rate(x[1m] anchored)\n {l=\"a\"} 1")
                           << QByteArray("promql-extended-range-selectors");
    QTest::newRow("fill") << QByteArray("x + fill(0) y\n {l=\"a\"} 2\n {l=\"b\"} 5")
                          << QByteArray("promql-binop-fill-modifiers");
    QTest::newRow("two") << QByteArray("sort_by_label(x + fill(0) y, \"l\")\n {l=\"a\"} 2\n {l=\"b\"} 5")
                         << QByteArray("promql-experimental-functions, promql-binop-fill-modifiers");
    QTest::newRow("name in a remark")
        << QByteArray("histogram_quantile(0.5, n)\n expect warn msg: PromQL warning: bucket label \"le\" is "
                      "missing or has a malformed value of \"\" for metric name \"n\" (1:25)")
        << QByteArray("promql-delayed-name-removal");
    QTest::newRow("start timestamps")
        << QByteArray("increase(started_total[1m])\n {} 2") << QByteArray("use-start-timestamps");
    QTest::newRow("none") << QByteArray("x + on() group_left n\n {l=\"a\"} 3") << QByteArray();
}

void ScriptRunnerTest::tellsTheSwitch()
{
    QFETCH(QByteArray, eval);
    QFETCH(QByteArray, needs);
    const QByteArray script = load + ("eval instant at 1m " + eval) + "\n";
    const auto off = outcomesOf(script);
    QCOMPARE(off.size(), std::size_t{1});
    QCOMPARE(off.front().verdict, needs.isEmpty() ? Verdict::Passed : Verdict::Skipped);
    QCOMPARE(QByteArray::fromStdString(off.front().detail), needs);
}

void ScriptRunnerTest::findsTheDifference_data()
{
    QTest::addColumn<QByteArray>("eval");
    QTest::addColumn<QByteArray>("detail");

    const auto row = [](const char *name, const char *eval, const char *detail) {
        QTest::newRow(name) << QByteArray(eval) << QByteArray(detail);
    };
    row("value", "instant at 1m x\n x{l=\"a\"} 3", "expected 3 for");
    row("missing", "instant at 1m x\n x{l=\"a\"} 2\n x{l=\"b\"} 2", "which is missing");
    row("extra", "instant at 1m x", "unexpected");
    row("float, not histogram", "instant at 1m x\n x{l=\"a\"} {{count:2}}", "got 2");
    row("histogram, not float", "instant at 1m h\n h 4", "expected 4");
    row("count", "instant at 1m h\n h {{schema:0 sum:5 count:5 buckets:[1 2 1]}}", "counts differ");
    row("sum", "instant at 1m h\n h {{schema:0 sum:6 count:4 buckets:[1 2 1]}}", "sums differ");
    row("schema", "instant at 1m h\n h {{schema:1 sum:5 count:4 buckets:[1 2 1]}}", "schemas differ");
    row("buckets", "instant at 1m h\n h {{schema:0 sum:5 count:4 buckets:[1 1 2]}}", "buckets differ");
    row("offset", "instant at 1m h\n h {{schema:0 sum:5 count:4 offset:1 buckets:[1 2 1]}}",
        "buckets differ");
    row("zero bucket", "instant at 1m h\n h {{schema:0 sum:5 count:4 z_bucket:1 buckets:[1 2 1]}}",
        "zero buckets differ");
    row("hint", "instant at 1m h\n h {{schema:0 sum:5 count:4 buckets:[1 2 1] counter_reset_hint:gauge}}",
        "hints differ for h: expected {count:4, sum:5, (0.5,1]:1, (1,2]:2, (2,4]:1} "
        "counter_reset_hint:gauge, got {count:4, sum:5, (0.5,1]:1, (1,2]:2, (2,4]:1} "
        "counter_reset_hint:not_reset");
    row("points", "range from 0 to 2m step 1m x\n x{l=\"a\"} 1 2", "expected 2 points");
    row("place of a point", "range from 0 to 3m step 1m x > 1\n x{l=\"a\"} 2 3 3 _", "expected");
    row("failure", "instant at 1m x\n expect fail", "expected a failure");
    row("text of a failure", "instant at 1m n * on() {__name__=~\"x|y\"}\n expect fail msg: no",
        "expected failure");
    row("no failure", "instant at 1m n * on() {__name__=~\"x|y\"}", "found duplicate series");
    row("warning", "instant at 1m x\n expect warn\n x{l=\"a\"} 2", "expected a warning");
    row("info", "instant at 1m x\n expect info\n x{l=\"a\"} 2", "expected an info, got none");
    row("no info", "instant at 1m rate(x[2m])\n expect no_info\n {l=\"a\"} 1", "unexpected info");
    row("order",
        "instant at 1m sort_desc({__name__=~\"x|y\"})\n expect ordered\n x{l=\"a\"} 2\n y{l=\"b\"} 5",
        "at place 1");
    row("scalar", "instant at 1m 1 + 1\n 3", "for the scalar");
}

void ScriptRunnerTest::findsTheDifference()
{
    QFETCH(QByteArray, eval);
    QFETCH(QByteArray, detail);
    const auto outcomes = outcomesOf(load + ("eval " + eval) + "\n");
    QCOMPARE(outcomes.size(), std::size_t{1});
    QCOMPARE(outcomes.front().verdict, Verdict::Failed);
    QVERIFY2(outcomes.front().detail.find(detail.toStdString()) != std::string::npos,
             outcomes.front().detail.c_str());
}

void ScriptRunnerTest::equalSeriesOfBothSidesOfOrAreOne_data()
{
    QTest::addColumn<QByteArray>("eval");
    QTest::newRow("both sides") << QByteArray(
        "eval range from 0 to 2m step 1m (c > 2) or c offset -1m\n c 2 3 3\n");
    QTest::newRow("a subquery of it")
        << QByteArray("eval instant at 2m count(last_over_time(((c > 2) or c)[3m:1m]))\n {} 1\n");
    QTest::newRow("without a name") << QByteArray(
        "eval range from 0 to 2m step 1m (sum(c) > 2) or vector(-1)\n {} -1 -1 3\n");
}

void ScriptRunnerTest::equalSeriesOfBothSidesOfOrAreOne()
{
    QFETCH(QByteArray, eval);
    for (const promql::Features &features : {promql::Features{}, promql::Features::all()}) {
        const auto outcomes = outcomesOf("load 1m\n  c 1 2 3 _\n\n" + eval, features);
        QCOMPARE(outcomes.size(), std::size_t{1});
        QVERIFY2(outcomes.front().verdict == Verdict::Passed, outcomes.front().detail.c_str());
    }
}

void ScriptRunnerTest::refusesTheLoad_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::newRow("not cumulative") << QByteArray("load_with_nhcb 1m\n c_bucket{le=\"1\"} 5\n"
                                                  " c_bucket{le=\"2\"} 4\n c_bucket{le=\"+Inf\"} 6\n");
    QTest::newRow("count") << QByteArray("load_with_nhcb 1m\n c_bucket{le=\"+Inf\"} 6\n c_count 7\n");
    QTest::newRow("starts") << QByteArray("load 1m\n x@st -1m\n x 1 2\n");
    QTest::newRow("order") << QByteArray("load 1m\n x 1 2\n\nload 1m\n x 3\n");
    QTest::newRow("finer addend") << QByteArray(
        "load 1m\n x {{schema:2 count:1 buckets:[1]}}+{{schema:1 count:1 buckets:[1]}}x3\n");
}

void ScriptRunnerTest::refusesTheLoad()
{
    QFETCH(QByteArray, script);
    const auto outcomes = outcomesOf(script);
    QCOMPARE(outcomes.size(), std::size_t{1});
    QCOMPARE(outcomes.front().verdict, Verdict::Failed);
}

void ScriptRunnerTest::refusesTheBlock_data()
{
    QTest::addColumn<QByteArray>("script");
    const auto row = [](const char *name, const char *script) { QTest::newRow(name) << QByteArray(script); };
    row("command", "evaluate x\n");
    row("no time", "eval instant x\n");
    row("backwards", "eval range from 2m to 1m step 1m x\n");
    row("expectation", "eval instant at 1m x\n expect something\n");
    row("warn and no_warn", "eval instant at 1m x\n expect warn\n expect no_warn\n");
    row("info and no_info", "eval instant at 1m x\n expect no_info\n expect info\n");
    row("two failures", "eval instant at 1m x\n expect fail\n expect fail\n");
    row("value", "eval instant at 1m x\n x 1..2\n");
    row("bucket key", "load 1m\n x {{bucket:[1]}}\n");
    row("key twice", "load 1m\n x {{sum:1 sum:2}}\n");
    row("open braces", "load 1m\n x {{sum:1\n");
    row("open list", "load 1m\n x {{buckets:[1 2}}\n");
    row("hint", "load 1m\n x {{counter_reset_hint:maybe}}\n");
    row("repeat", "load 1m\n x {{sum:1}}*3\n");
    row("start", "load 1m\n x@st soon\n x 1\n");
}

void ScriptRunnerTest::refusesTheBlock()
{
    QFETCH(QByteArray, script);
    const auto outcomes = outcomesOf(script);
    QCOMPARE(outcomes.size(), std::size_t{1});
    QCOMPARE(outcomes.front().verdict, Verdict::Failed);
    QVERIFY(!outcomes.front().detail.empty());
}

/// A syntax error is one of the script, whether or not a failure is expected, and has its line and column.
void ScriptRunnerTest::placesErrors_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<int>("line");
    QTest::addColumn<QByteArray>("detail");
    const auto row = [](const char *name, const char *script, int line, const char *detail) {
        QTest::newRow(name) << QByteArray(script) << line << QByteArray(detail);
    };
    row("expression", "clear\n\neval instant at 1m x +\n", 3, "3:23: parse error: unexpected end of input");
    row("of an expected failure", "eval instant at 1m x +\n expect fail\n", 1,
        "1:23: parse error: unexpected end of input");
    row("of an expected message",
        "eval instant at 1m sum(\n expect fail msg: parse error: unclosed left parenthesis\n", 1,
        "1:24: parse error: unclosed left parenthesis");
    row("types", "eval range from 0 to 1m step 1m rate(x)\n expect fail\n", 1,
        "1:38: parse error: expected type range vector in call to function \"rate\", got instant vector");
    row("indented", "  \t eval instant at 1m  x +\n", 1, "1:28: parse error: unexpected end of input");
    row("nothing", "eval instant at 1m\n", 1, "1:19: parse error: no expression found in input");
    row("series of a load", "\nload 1m\n a 1 2\n b 1 2..3\n", 4, "malformed value: 2..3");
    row("expectation", "eval instant at 1m x\n x 1\n expect something\n", 3,
        "unknown expectation: expect something");
}

void ScriptRunnerTest::placesErrors()
{
    QFETCH(QByteArray, script);
    QFETCH(int, line);
    QFETCH(QByteArray, detail);
    const auto outcomes = outcomesOf(script);
    QCOMPARE(outcomes.size(), std::size_t{1});
    QCOMPARE(outcomes.front().verdict, Verdict::Failed);
    QCOMPARE(static_cast<int>(outcomes.front().line), line);
    QCOMPARE(QByteArray::fromStdString(outcomes.front().detail), detail);
}

void ScriptRunnerTest::lastLineOfALoadWins()
{
    const auto outcomes = outcomesOf("load 1m\n x 1 2 3\n x 7\n\neval instant at 0 x\n x 7\n");
    QCOMPARE(outcomes.size(), std::size_t{1});
    QVERIFY2(outcomes.front().verdict == Verdict::Passed, outcomes.front().detail.c_str());
}

} // namespace

SIGHTGLASS_TEST(ScriptRunnerTest)

#include "scriptrunnertest.moc"
