// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/promql/parse.h"

#include "parser/promql/functions.h"
#include "parser/promql/literals.h"
#include "tests/parser/promql/dump.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>

namespace {

using namespace sightglass;
using namespace sightglass::promql;

/// What queries mean: the tree that comes out.
class ParseTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void trees_data();
    void trees();
    void selectorsAlone();
    void functions();
    void spans();
    void literalDurationsInMilliseconds();
};

void ParseTest::trees_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("tree");
    const auto row = [](const char *query, const char *tree) {
        QTest::newRow(query) << QByteArray(query) << QByteArray(tree);
    };
    // Precedence and associativity
    row("1 + 2 * 3", "(+ 1 (* 2 3))");
    row("1 - 2 - 3", "(- (- 1 2) 3)");
    row("2 ^ 3 ^ 2", "(^ 2 (^ 3 2))");
    row("-2 ^ 2", "(neg (^ 2 2))");
    row("2 ^ -1", "(^ 2 -1)");
    row("2 ^ -1 * 3", "(* (^ 2 -1) 3)");
    row("1 * -2 atan2 3", "(atan2 (* 1 -2) 3)");
    row("--1", "1");
    row("+1", "1");
    row("1 == bool 2 + 3", "(== bool 1 (+ 2 3))");
    row("a or b and c unless d", "(or a{__name__=\"a\";} (unless (and b{__name__=\"b\";} c{__name__=\"c\";}) "
                                 "d{__name__=\"d\";}))");
    row("-a * b", "(* 1:1 ignoring[][] (neg a{__name__=\"a\";}) b{__name__=\"b\";})");
    row("-a ^ 2", "(neg (^ a{__name__=\"a\";} 2))");
    row("-a offset 5m", "(neg a{__name__=\"a\";} offset=300s)");
    row("a </ 1 >/ 2", "(>/ (</ a{__name__=\"a\";} 1) 2)");
    // Numbers: integers know prefixes, a leading zero is octal where it can be
    row("010", "8");
    row("08", "8");
    row("0x1F", "31");
    row("0xff_1", "4081");
    row("1_000_000", "1000000");
    row("1_0.5_0", "10.5");
    row(".5", "0.5");
    row("5.", "5");
    row("1e3", "1000");
    row("1E-2", "0.01");
    row("iNf", "+Inf");
    row("-Inf", "-Inf");
    row("NAN", "NaN");
    row("5m", "300s");
    row("1y2w3d4h5m6s7ms", "33019506.007s");
    row("-1h30m", "-5400s");
    row("9223372036854775807", "9223372036854776000");
    row("9223372036854775808", "9223372036854776000");
    // Strings
    row(R"("a\n\t\\\"\x41\101\u00e4\U0001F600")", "\"a\\n\\t\\\\\\\"AA\xC3\xA4\xF0\x9F\x98\x80\"");
    row(R"('it\'s "quoted"')", R"("it's \"quoted\"")");
    row("`raw \\n\n'\"`", R"("raw \\n\n'\"")");
    row(R"("\xff")", R"("\xff")");
    row(R"("{}()[]#")", R"("{}()[]#")");
    // Selectors
    row("a:b:c", "a:b:c{__name__=\"a:b:c\";}");
    row(":x", ":x{__name__=\":x\";}");
    row("foo{}", "foo{__name__=\"foo\";}");
    row("foo{a='b',}", "foo{__name__=\"foo\";a=\"b\";}");
    row("foo{a!=\"b\",c=~`d.*`,e!~\"f\"}", R"(foo{__name__="foo";a!="b";c=~"d.*";e!~"f";})");
    row("{by=\"a\",on=\"b\",bool=\"c\"}", R"({bool="c";by="a";on="b";})");
    row("{\"a.b\", \"c d\"=\"e\"}", R"({__name__="a.b";c d="e";})");
    row("foo{ # comment } \n a=\"b\" }", R"(foo{__name__="foo";a="b";})");
    row("sum", "sum{__name__=\"sum\";}");
    row("sum{a=\"b\"}", R"(sum{__name__="sum";a="b";})");
    row("or or and", R"((or or{__name__="or";} and{__name__="and";}))");
    row("offset offset 5m", R"(offset{__name__="offset";} offset=300s)");
    row("start + end", R"((+ 1:1 ignoring[][] start{__name__="start";} end{__name__="end";}))");
    row("fill + Fill_Left",
        R"((+ 1:1 ignoring[][] fill{__name__="fill";} Fill_Left{__name__="Fill_Left";}))");
    row("step * range", R"((* 1:1 ignoring[][] step{__name__="step";} range{__name__="range";}))");
    // Ranges, offset, @
    row("x[5m]", "x{__name__=\"x\";}[300s]");
    row("x[300]", "x{__name__=\"x\";}[300s]");
    row("x[0.5]", "x{__name__=\"x\";}[0.5s]");
    row("x[ 5m ] OFFSET -1h", "x{__name__=\"x\";} offset=-3600s[300s]");
    row("x offset 0s", "x{__name__=\"x\";}");
    row("x offset 0s offset 5m", "x{__name__=\"x\";} offset=300s");
    row("x @ 1.2345", "x{__name__=\"x\";} @1235");
    row("x @ -1", "x{__name__=\"x\";} @-1000");
    row("x @ 5m", "x{__name__=\"x\";} @300000");
    row("x @ start()", "x{__name__=\"x\";} @start");
    row("x offset 5m @ End()", "x{__name__=\"x\";} @end offset=300s");
    row("x[5m] @ 10 offset 1m", "x{__name__=\"x\";} @10000 offset=60s[300s]");
    row("x[5m:]", "(sub x{__name__=\"x\";} 300s none)");
    row("sum(x)[5m:30s] @ 1 offset 1m", "(sub (sum by[] x{__name__=\"x\";}) 300s 30s @1000 offset=60s)");
    row("x offset 1m [5m:1m]", "(sub x{__name__=\"x\";} offset=60s 300s 60s)");
    row("x[5m] anchored", "x{__name__=\"x\";} anchored[300s]");
    row("x smoothed @ 5", "x{__name__=\"x\";} @5000 smoothed");
    // Arithmetic in durations
    row("x[5m + 1m * 2]", "x{__name__=\"x\";}[(+ 300s (* 60s 2))]");
    row("x[2 ^ 3 ^ 2]", "x{__name__=\"x\";}[(^ 2 (^ 3 2))]");
    row("x[(5m - 1m) / 2]", "x{__name__=\"x\";}[(/ (paren (- 300s 60s)) 2)]");
    row("x[step() + range()]", "x{__name__=\"x\";}[(+ (step) (range))]");
    row("x[STEP()]", "x{__name__=\"x\";}[(step)]");
    row("x[min_of(5m, 1 + max_of(1m, step()))]",
        "x{__name__=\"x\";}[(min_of 300s (+ 1 (max_of 60s (step))))]");
    row("x[5m:step() * 2]", "(sub x{__name__=\"x\";} 300s (* (step) 2))");
    row("x[-(-5m)]", "x{__name__=\"x\";}[(neg (paren -300s))]");
    row("x[1m - -5m]", "x{__name__=\"x\";}[(- 60s -300s)]");
    row("x offset 100 + 2", "(+ x{__name__=\"x\";} offset=100s 2)");
    row("x offset -2^2", "(^ x{__name__=\"x\";} offset=-2s 2)");
    row("x offset (2^2)", "x{__name__=\"x\";} offset=(paren (^ 2 2))");
    row("x offset -step()", "x{__name__=\"x\";} offset=(neg (step))");
    row("x offset -min_of(5m, step())", "x{__name__=\"x\";} offset=(neg (min_of 300s (step)))");
    // Aggregations and matching
    row("SUM BY (a, b,) (x)", R"((sum by["a";"b";] x{__name__="x";}))");
    row("sum(x) without(a)", R"((sum without["a";] x{__name__="x";}))");
    row("sum without() (x)", R"((sum without[] x{__name__="x";}))");
    row("sum by (\"foo bar\", by, sum) (x)", R"((sum by["foo bar";"by";"sum";] x{__name__="x";}))");
    row("topk(5, x)", "(topk by[] 5 x{__name__=\"x\";})");
    row("count_values(\"v\", x)", "(count_values by[] \"v\" x{__name__=\"x\";})");
    row("limit_ratio(-0.5, x)", "(limit_ratio by[] -0.5 x{__name__=\"x\";})");
    row("a * on(b) group_left(c) d", R"((* n:1 on["b";]["c";] a{__name__="a";} d{__name__="d";}))");
    row("a / ignoring(b) group_right d", R"((/ 1:n ignoring["b";][] a{__name__="a";} d{__name__="d";}))");
    row("a == bool on() d", R"((== bool 1:1 on[][] a{__name__="a";} d{__name__="d";}))");
    row("a and on(x) d", R"((and n:n on["x";][] a{__name__="a";} d{__name__="d";}))");
    row("a + fill(-1) d", R"((+ 1:1 ignoring[][] left=-1 right=-1 a{__name__="a";} d{__name__="d";}))");
    row("a + on(x) fill_right(1) fill_left(5m) d",
        R"((+ 1:1 on["x";][] left=300 right=1 a{__name__="a";} d{__name__="d";}))");
    row("1 + fill", R"((+ 1 fill{__name__="fill";}))");
    // Calls
    row("time()", "(time)");
    row("start()", "(start)");
    row("round(x)", "(round x{__name__=\"x\";})");
    row("label_join(x, \"a\", \"b\")", R"((label_join x{__name__="x";} "a" "b"))");
    row("info(x, {a=~\".*\"})", R"((info x{__name__="x";} {a=~".*";}))");
    row("(((1)))", "(paren (paren (paren 1)))");
}

void ParseTest::trees()
{
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, tree);
    const auto parsed = parseExpr(query.toStdString(), Features::all());
    QVERIFY2(parsed.ok(), parsed ? "" : plainText(parsed.error()).c_str());
    QCOMPARE(QByteArray::fromStdString(sightglass::test::dump(**parsed)), tree);
}

void ParseTest::selectorsAlone()
{
    const auto named = parseSelector("up{job=~\"a.*\"}");
    QVERIFY(named.ok());
    QCOMPARE(named->size(), 2U);
    QVERIFY((*named)[0] == (Matcher{MatchOp::Regex, "job", "a.*"}));
    QVERIFY((*named)[1] == (Matcher{MatchOp::Equal, "__name__", "up"})); // the name comes last
    QVERIFY(parseSelector("{__name__!=\"\"}").ok());
    QVERIFY(parseSelector("{}").ok()); // whether it selects enough is the API's business
    for (const char *text : {"", "up[5m]", "up offset 5m", "sum(up)", "1", "up + up", "up{"})
        QVERIFY2(!parseSelector(text).ok(), text);
    QCOMPARE(plainText(parseSelector("up up").error()),
             std::string("parse error: unexpected identifier \"up\""));
}

void ParseTest::functions()
{
    const auto table = functionTable();
    const auto experimental =
        std::count_if(table.begin(), table.end(), [](const auto &f) { return f.experimental; });
    QCOMPARE(table.size(), 90U);
    QCOMPARE(experimental, 17);
    for (const FunctionSignature &function : table)
        QCOMPARE(findFunction(function.name), &function);
    QVERIFY(findFunction("Rate") == nullptr);
    QVERIFY(findFunction("") == nullptr);
    QCOMPARE(findFunction("round")->leastArguments(), 1);
    QCOMPARE(findFunction("histogram_quantiles")->leastArguments(), 3);
    QCOMPARE(findFunction("histogram_quantiles")->mostArguments(), 12);
    QCOMPARE(findFunction("label_join")->leastArguments(), 3);
    QCOMPARE(findFunction("scalar")->result, ValueType::Scalar);
}

void ParseTest::spans()
{
    const std::string query = "sum by (a) (rate(x{b=\"c\"}[5m] offset 1m)) + -y";
    const auto parsed = parseExpr(query);
    QVERIFY(parsed.ok());
    const auto textOf = [&query](const Expr &node) {
        return query.substr(node.span.begin, node.span.end - node.span.begin);
    };
    const auto *sum = as<Binary>(parsed->get());
    QVERIFY(sum != nullptr);
    QCOMPARE(textOf(*sum), query);
    QCOMPARE(textOf(*sum->lhs), std::string("sum by (a) (rate(x{b=\"c\"}[5m] offset 1m))"));
    QCOMPARE(textOf(*sum->rhs), std::string("-y"));
    const auto *call = as<Call>(as<Aggregate>(sum->lhs.get())->expr.get());
    QCOMPARE(textOf(*call), std::string("rate(x{b=\"c\"}[5m] offset 1m)"));
    QCOMPARE(textOf(*call->arguments.front()), std::string("x{b=\"c\"}[5m] offset 1m"));
    QCOMPARE(sum->height, 5U);
}

void ParseTest::literalDurationsInMilliseconds()
{
    QCOMPARE(literalMilliseconds(0.5), 500);
    QCOMPARE(literalMilliseconds(4.035), 4035);        // rounded to ns first
    QCOMPARE(literalMilliseconds(0.9999999999), 1000); // …
    QCOMPARE(literalMilliseconds(0.0019), 1);          // then cut off
    QCOMPARE(literalMilliseconds(-0.0019), -1);
    QVERIFY(isDurationOutOfRange(9.3e9));
    QVERIFY(!isDurationOutOfRange(9.2e9));
}

SIGHTGLASS_TEST(ParseTest)

} // namespace

#include "parsetest.moc"
