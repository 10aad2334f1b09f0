// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/promql/parse.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;
using namespace sightglass::promql;

QByteArray errorText(const Error &error)
{
    const std::string place =
        std::to_string(error.position.line) + ":" + std::to_string(error.position.column);
    return QByteArray::fromStdString(place + ": " + plainText(error));
}

/// What is refused, where, and in Prometheus' words.
class ErrorsTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void syntax_data();
    void syntax();
    void types_data();
    void types();
    void featureSwitches_data();
    void featureSwitches();
    void emptyInputHasNoPlace();

private:
    static void fetchAndCompare(ErrorCode code);
};

void ErrorsTest::fetchAndCompare(ErrorCode code)
{
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, text);
    const auto parsed = parseExpr(query.toStdString(), Features::all());
    QVERIFY(!parsed.ok());
    const qsizetype split = text.indexOf(' ');
    QCOMPARE(errorText(parsed.error()), text.left(split) + " parse error:" + text.mid(split));
    QVERIFY(parsed.error().code == code);
    QVERIFY(parsed.error().span.begin <= parsed.error().span.end);
    QVERIFY(parsed.error().span.end <= static_cast<std::size_t>(query.size()));
}

void ErrorsTest::syntax_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *query, const char *text) {
        QTest::newRow(query) << QByteArray(query) << QByteArray(text);
    };
    row(" \n", "1:1: no expression found in input");
    row("# only a comment", "1:1: no expression found in input");
    row("test +", "1:7: unexpected end of input");
    row("1 +\n+\n*", "3:1: unexpected <op:*>");
    row("foo bar", "1:5: unexpected identifier \"bar\"");
    row("sum(foo bar)", "1:9: unexpected identifier \"bar\" in aggregation");
    row("sum(a) by", "1:10: unexpected end of input in grouping opts, expected \"(\"");
    row("sum by (1) (a)", "1:9: unexpected number \"1\" in grouping opts, expected label");
    row("sum by (a b) (a)", "1:11: unexpected identifier \"b\" in grouping opts, expected \",\" or \")\"");
    row("sum by (a:b) (a)", "1:9: invalid label name for grouping: \"a:b\"");
    row("sum by (without) (a)", "1:9: unexpected <without> in grouping opts, expected label");
    row("sum without(a)", "1:15: unexpected end of input in aggregation");
    row("ceil by (a) (b)", "1:6: unexpected <by>");
    row("a + on b", "1:8: unexpected identifier \"b\" in grouping opts, expected \"(\"");
    row("a + group_left b", "1:5: unexpected <group_left>");
    row("a * on (b) group_left", "1:22: unexpected end of input in grouping opts, expected \"(\"");
    row("on", "1:1: unexpected <on>");
    row("(1", "1:3: unclosed left parenthesis");
    row("1)", "1:3: unexpected right parenthesis ')'");
    row("{a=\"b\"", "1:7: unexpected end of input inside braces");
    row("{a{", "1:3: unexpected left brace '{'");
    row("{%}", "1:2: unexpected character inside braces: '%'");
    row("{a!b}", "1:3: unexpected character after '!' inside braces: 'b'");
    row("{a}", "1:3: unexpected \"}\" in label matching, expected label matching operator");
    row("{a=b}", "1:4: unexpected identifier \"b\" in label matching, expected string");
    row("{,}", "1:2: unexpected \",\" in label matching, expected identifier or \"}\"");
    row("{a=\"b\" c=\"d\"}", "1:8: unexpected identifier \"c\" in label matching, expected \",\" or \"}\"");
    row("{a=\"b\",,}", "1:8: unexpected \",\" in label matching, expected identifier or \"}\"");
    row("{a=~\"(\"}", "1:2: error parsing regexp: missing closing ): `(`");
    row("{a=~\"[a\"}", "1:2: error parsing regexp: missing closing ]: `[a`");
    row("{a=~\"\\\\C\"}", "1:2: error parsing regexp: invalid escape sequence: `\\C`");
    row("{a=~\"(?<n\"}", "1:2: error parsing regexp: invalid named capture: `(?<n`");
    row("{a=~\"a{1001}\"}", "1:2: error parsing regexp: invalid repeat count: `{1001}`");
    row("{a=~\"\\\\pL{999}\",b=~\"\\\\pL{999}\",c=~\"\\\\pL{999}\",d=~\"\\\\pL{999}\"}",
        "1:47: regular expressions of the query are too large together");
    row("{a=~\"*\"}", "1:2: error parsing regexp: missing argument to repetition operator: `*`");
    row("a }", "1:3: unexpected character: '}'");
    row("a ! b", "1:3: unexpected character after '!': ' '");
    row("a =~ b", "1:3: unexpected character after '=': '~'");
    row("a = b", "1:3: unexpected \"=\"");
    row("\xC3\xA4", "1:1: unexpected character: '\xC3\xA4'");
    row("\xFF", "1:1: unexpected character: '\xEF\xBF\xBD'");
    row("a:b(1)", "1:4: unexpected \"(\"");
    row("rate(x,)", "1:7: trailing commas not allowed in function call args");
    row("rate(,x)", "1:6: unexpected \",\"");
    row("nope(x)", "1:1: unknown function with name \"nope\"");
    row("STEP()", "1:1: unknown function with name \"STEP\"");
    row("sum()", "1:1: no arguments for aggregate expression provided");
    row("topk(1)", "1:1: wrong number of arguments for aggregate expression provided, expected 2, got 1");
    row("sum(a, b)", "1:1: wrong number of arguments for aggregate expression provided, expected 1, got 2");
    // Strings
    row("\"abc", "1:1: unterminated quoted string");
    row("\"a\nb\"", "1:1: unterminated quoted string");
    row("`abc", "1:1: unterminated raw string");
    row(R"("\q")", "1:1: unknown escape sequence U+0071 'q'");
    row(R"("\')", "1:1: unknown escape sequence U+0027 '''");
    row(R"("\xg0")", "1:1: illegal character U+0067 'g' in escape sequence");
    row(R"("\400")", "1:1: escape sequence is an invalid Unicode code point");
    row(R"("\ud800")", "1:1: escape sequence is an invalid Unicode code point");
    row(R"("\)", "1:1: escape sequence not terminated");
    row("\"\xFF\"", "1:1: invalid UTF-8 rune");
    row("\"\xC0\x80\"", "1:1: invalid UTF-8 rune");
    // Numbers and durations
    row("1x", "1:1: bad number or duration syntax: \"1\"");
    row("0b1", "1:1: bad number or duration syntax: \"0\"");
    row("0xee", "1:1: bad number or duration syntax: \"0xee\""); // to the scanner this is an exponent
    row("0x1.8", "1:1: bad number or duration syntax: \"0x1.\"");
    row("1__0", "1:1: bad number or duration syntax: \"1__\"");
    row("1_", "1:1: bad number or duration syntax: \"1_\"");
    row("1e", "1:1: bad number or duration syntax: \"1e\"");
    row("1e999", "1:1: error parsing number: strconv.ParseFloat: parsing \"1e999\": value out of range");
    row("0..5", "1:1: error parsing number: strconv.ParseFloat: parsing \"0..5\": invalid syntax");
    row("1.5h", "1:1: unknown unit \".\" in duration \"1.5h\"");
    row("foo[5mm]", "1:5: bad number or duration syntax: \"5mm\"");
    row("foo[5m1]", "1:5: bad number or duration syntax: \"5m1\"");
    row("foo[5m:1m1]", "1:8: bad number or duration syntax: \"1m1\"");
    row("foo[5y1hs]", "1:5: unknown unit \"hs\" in duration \"5y1hs\"");
    row("foo[5m1h]", "1:5: not a valid duration string: \"5m1h\"");
    row("foo[5m1m]", "1:5: not a valid duration string: \"5m1m\"");
    row("foo[300y]", "1:5: duration out of range");
    row("foo[1e10]", "1:5: duration out of range");
    row("foo[0m]", "1:5: duration must be greater than 0");
    row("foo[-1]", "1:5: duration must be greater than 0");
    row("foo[5m:0s]", "1:8: duration must be greater than 0");
    row("foo[5m/0]", "1:7: division by zero");
    row("foo[5m%0]", "1:7: modulo by zero");
    row("foo[\"5m\"]", "1:5: unexpected character in duration expression: '\"'");
    row("foo[a]", "1:5: unexpected character in duration expression: 'a'");
    row("foo[5m a]", "1:8: unexpected character: 'a', expected ':'");
    row("foo[5m:1m:1m]", "1:10: unexpected colon ':'");
    row("foo[:5m]", "1:6: unexpected colon before duration in duration expression");
    row("foo[[5m]]", "1:5: unexpected character in duration expression: '['");
    row("foo[5m[", "1:7: unexpected left bracket '['");
    row("foo[5m", "1:7: unclosed left bracket");
    row("foo[", "1:5: unexpected end of input in duration expression");
    row("foo ]", "1:5: unexpected right bracket ']'");
    row("foo[]",
        "1:5: unexpected \"]\" in subquery or range selector, expected number, duration, step(), or range()");
    row("foo[5m)]", "1:8: unexpected right parenthesis ')'");
    row("(foo[5m)]", "1:8: unexpected \")\" in subquery or range, expected \":\" or \"]\"");
    row("foo[5m:,",
        "1:8: unexpected \",\" in subquery selector, expected number, duration, step(), range(), or \"]\"");
    row("foo[5m:1m,", "1:10: unexpected \",\" in subquery selector, expected \"]\"");
    // offset, @ and ranges
    row("foo OFFSET 1mm", "1:12: bad number or duration syntax: \"1mm\"");
    row("foo[5m] OFFSET",
        "1:15: unexpected end of input in offset, expected number, duration, step(), or range()");
    row("foo OFFSET 1m[5m]", "1:14: no offset modifiers allowed before range");
    row("foo @ 1234 [5m]", "1:12: no @ modifiers allowed before range");
    row("foo @ start() [5m]", "1:15: no @ modifiers allowed before range");
    row("(foo + bar)[5m]", "1:12: ranges only allowed for vector selectors");
    row("foo[5m][5m]", "1:8: ranges only allowed for vector selectors");
    row("foo[5m] @", "1:10: unexpected end of input in @, expected timestamp");
    row("foo @ start foo", "1:13: unexpected identifier \"foo\" in @, expected timestamp");
    row("foo offset 1m offset 2m", "1:1: offset may not be set multiple times");
    row("foo @ 1 @ 2", "1:1: @ <timestamp> may not be set multiple times");
    row("sum(foo) offset 5m", "1:1: offset modifier must be preceded by an instant vector selector or range "
                              "vector selector or a subquery");
    row("(foo) @ 5", "1:1: @ modifier must be preceded by an instant vector selector or range vector "
                     "selector or a subquery");
    row("1 + 5 offset 5m", "1:5: offset modifier must be preceded by an instant vector selector or range "
                           "vector selector or a subquery");
    row("foo @ Inf", "1:1: timestamp out of bounds for @ modifier: +Inf");
    row("foo @ NaN", "1:1: timestamp out of bounds for @ modifier: NaN");
    row("foo @ -1e20", "1:1: timestamp out of bounds for @ modifier: -100000000000000000000.000000");
    row("foo anchored smoothed", "1:1: anchored and smoothed modifiers cannot be used together");
    row("foo[5m:1m] anchored", "1:1: anchored modifier is not supported for subqueries");
    row("sum(foo) smoothed", "1:1: smoothed modifier not implemented");
}

void ErrorsTest::syntax()
{
    fetchAndCompare(ErrorCode::PromqlSyntax);
}

void ErrorsTest::types_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *query, const char *text) {
        QTest::newRow(query) << QByteArray(query) << QByteArray(text);
    };
    row("rate(hi)", "1:6: expected type range vector in call to function \"rate\", got instant vector");
    row("abs(1)", "1:5: expected type instant vector in call to function \"abs\", got scalar");
    row("vector(\"a\")", "1:8: expected type scalar in call to function \"vector\", got string");
    row("sum(x[5m])", "1:5: expected type instant vector in aggregation expression, got range vector");
    row("topk(x, y)", "1:6: expected type scalar in aggregation parameter, got instant vector");
    row("count_values(1, y)", "1:14: expected type string in aggregation parameter, got scalar");
    row("rate()", "1:1: expected 1 argument(s) in call to \"rate\", got 0");
    row("time(1)", "1:1: expected 0 argument(s) in call to \"time\", got 1");
    row("round()", "1:1: expected at least 1 argument(s) in call to \"round\", got 0");
    row("round(x, 1, 2)", "1:1: expected at most 2 argument(s) in call to \"round\", got 3");
    row("hour(x, y)", "1:1: expected at most 1 argument(s) in call to \"hour\", got 2");
    row("label_join(x, \"a\")", "1:1: expected at least 3 argument(s) in call to \"label_join\", got 2");
    row("label_join(x, \"a\", \"b\", 1)",
        "1:25: expected type string in call to function \"label_join\", got scalar");
    row("1 < 2", "1:3: comparisons between scalars must use BOOL modifier");
    row("x + bool y", "1:3: bool modifier can only be used on comparison operators");
    row("x </ bool 1", "1:3: bool modifier can only be used on comparison operators");
    row("x[5m] + 1", "1:1: binary expression must contain only scalar and instant vector types");
    row("1 + \"a\"", "1:5: binary expression must contain only scalar and instant vector types");
    row("1 and x", "1:1: set operator \"and\" not allowed in binary scalar expression");
    row("x or 1", "1:1: set operator \"or\" not allowed in binary scalar expression");
    row("x and on(a) group_left(b) y", "1:1: no grouping allowed for \"and\" operation");
    row("1 + on(a) x", "1:1: vector matching only allowed between instant vectors");
    row("1 + fill(1) x", "1:1: filling in missing series only allowed between instant vectors");
    row("x and fill(1) y", "1:1: filling in missing series not allowed for set operators");
    row("x * on(a, b) group_left(b) y", "1:3: label \"b\" must not occur in ON and GROUP clause at once");
    row("-\"a\"",
        "1:1: unary expression only allowed on expressions of type scalar or instant vector, got \"string\"");
    row("-x[5m]", "1:1: unary expression only allowed on expressions of type scalar or instant vector, got "
                  "\"range vector\"");
    row("1[5m:]", "1:1: subquery is only allowed on instant vector, got scalar instead");
    row("x[5m:][5m:]", "1:1: subquery is only allowed on instant vector, got matrix instead");
    row("{}", "1:1: vector selector must contain at least one non-empty matcher");
    row("{a=\"\",b!=\"x\",c=~\".*\",d!~\".+\"}",
        "1:1: vector selector must contain at least one non-empty matcher");
    row("x{__name__=\"y\"}", "1:1: metric name must not be set twice: \"x\" or \"y\"");
    row("x{\"y\"}", "1:1: metric name must not be set twice: \"x\" or \"y\"");
    row("info(x, y)", "1:9: expected label selectors only, got vector selector instead");
    row("info(x, 1)", "1:1: expected type instant vector in call to function \"info\", got scalar");
    row("info(x, sum(y))", "1:9: expected label selectors only");
    row("sum(\n  rate(x))",
        "2:8: expected type range vector in call to function \"rate\", got instant vector");
}

void ErrorsTest::types()
{
    fetchAndCompare(ErrorCode::PromqlType);
}

void ErrorsTest::featureSwitches_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *query, const char *text) {
        QTest::newRow(query) << QByteArray(query) << QByteArray(text);
    };
    row("limitk(1, x)", "limitk() is experimental and must be enabled with "
                        "--enable-feature=promql-experimental-functions");
    row("limit_ratio(1, x)", "limit_ratio() is experimental and must be enabled with "
                             "--enable-feature=promql-experimental-functions");
    row("sort_by_label(x, \"a\")", "function \"sort_by_label\" is not enabled");
    row("max_of(1, 2)", "function \"max_of\" is not enabled");
    row("x[5m] anchored", "anchored modifier is experimental and not enabled");
    row("x smoothed", "smoothed modifier is experimental and not enabled");
    row("x + fill(1) y", "binop fill modifiers are experimental and not enabled");
}

void ErrorsTest::featureSwitches()
{
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, text);
    QVERIFY(parseExpr(query.toStdString(), Features::all()).ok());
    const auto parsed = parseExpr(query.toStdString());
    QVERIFY(!parsed.ok());
    QCOMPARE(QByteArray::fromStdString(plainText(parsed.error())), "parse error: " + text);
}

void ErrorsTest::emptyInputHasNoPlace()
{
    const auto parsed = parseExpr("");
    QVERIFY(!parsed.ok());
    QCOMPARE(plainText(parsed.error()), std::string("parse error: no expression found in input"));
    QVERIFY(parsed.error().position == SourcePosition{});
}

SIGHTGLASS_TEST(ErrorsTest)

} // namespace

#include "errorstest.moc"
