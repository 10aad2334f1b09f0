// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/jsregex.h"

#include "model/fields/jsvalue.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <cmath>

namespace {

using namespace sightglass;

class JsRegexTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void matches_data();
    void matches();
    void replaces_data();
    void replaces();
    void namedGroups();
    void searchesEnd();
    void saysWhyItIsRefused();
    void refuses_data();
    void refuses();
    void writesNumbers_data();
    void writesNumbers();
    void readsNumbers_data();
    void readsNumbers();
};

void JsRegexTest::matches_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *pattern, const char *text, bool expected) {
        QTest::addRow("%s on %s", pattern, text)
            << QString::fromUtf8(pattern) << QString::fromUtf8(text) << expected;
    };
    row("/cpu/", "node_cpu_seconds", true);
    row("/^cpu/", "node_cpu_seconds", false);
    row("cpu", "node_cpu_seconds", false);
    row("cpu", "cpu", true);
    row(".*cpu.*", "node_cpu_seconds", true);
    row("a|b", "ax", true); // ^a|b$
    row("a|b", "xb", true);
    row("a|b", "xa", false);
    row("/CPU/i", "node_cpu", true);
    row("/CPU/", "node_cpu", false);
    row("/a.b/", "a\nb", false);
    row("/a.b/s", "a\nb", true);
    row("/^b$/m", "a\nb", true);
    row("/^b$/", "a\nb", false);
    row("/b/y", "ab", false);
    row("/a/gimys", "A", true);
    row("/a/b/", "xa/by", true);
    row("/\\/api\\/v1/", "GET /api/v1", true);
    row("/(?<verb>GET|PUT)/", "PUT x", true);
    row("/\\u0041\\u{42}/", "AB", true);
    row("/[^]/", "\n", true);
    row("/[]/", "a", false);
    row("/[[]/", "[", true);
    row("/[:a]+$/", ":a", true);
    row("/node\\_cpu\\-\\A/", "node_cpu-A", true);
    row("", "", true);
    row("", "a", false);
    row("//", "a", true);
    row("/\\d+\\s\\w/", "12 x", true);
    // What RE2 cannot do.
    row("^(?!Prometheus).*$", "Prometheus 2", false);
    row("^(?!Prometheus).*$", "Mimir", true);
    row("/^(?!.*(idle|iowait)).+/", "cpu idle", false);
    row("/^(?!.*(idle|iowait)).+/", "cpu user", true);
    row("/cpu(?= user)/i", "CPU USER", true);
    row("/cpu(?= user)/", "cpu", false);
    row("/(?<!_)total/", "_total", false);
    row("/(?<!_)total/", "x_total total", true);
    row("/(?<=\u00E4b)c/", "\u00E4bc", true);
    row("/(a|b)\\1/", "abba", true);
    row("/^(a|b)\\1$/", "ab", false);
    row("/(?<x>.)-\\k<x>/", "a-a", true);
    row("/^(?:(?=a)a|b){2,3}?$/", "abab", false);
    row("/^(?:(?=a)a|b){2,3}?$/", "aba", true);
    row("/(?=^b$)b/m", "a\nb", true);
    row("/(?=.)[^\\w\\s-]/", "a -", false);
    row("/(?=.)[\\d-]/", "a-", true);
    row("/(?=\\u00C4)\u00E4/i", "\u00E4", true);
    row("/(?!)/", "", false);
    row("/^(?:a?)*(?=b)b$/", "aaab", true);
    row("/(?=(a*))a*b\\1/", "baaabac", true);
    row("/\\b(?!un)\\w+/", "undo do", true);
    row("/(?=a)a/y", "ba", false);
    row("/^(?=(a+)+$)x/", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", false); // and soon
}

void JsRegexTest::matches()
{
    QFETCH(QString, pattern);
    QFETCH(QString, text);
    QFETCH(bool, expected);
    const auto regex = JsRegex::fromText(pattern.toStdString());
    QVERIFY2(regex.ok(), regex ? "" : plainText(regex.error()).c_str());
    QCOMPARE(regex->matches(text.toStdString()), expected);
}

void JsRegexTest::replaces_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("replacement");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *pattern, const char *text, const char *replacement,
                        const char *expected) {
        QTest::addRow("%s %s %s", pattern, text, replacement)
            << QString::fromUtf8(pattern) << QString::fromUtf8(text) << QString::fromUtf8(replacement)
            << QString::fromUtf8(expected);
    };
    row("/(\\w+)-(\\w+)/", "web-01!", "$2 of $1", "01 of web!");
    row("/a/", "banana", "o", "bonana");
    row("/a/g", "banana", "o", "bonono");
    row("/x/", "banana", "o", "banana");
    row("(.*)-prod", "web-prod", "$1", "web");
    row("/(a)/", "a", "$1$2$0$$", "a$2$0$");
    row("/(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)/", "abcdefghij", "$10-$1-$11", "j-a-a1");
    row("/n/", "ana", "[$`|$&|$']", "a[a|n|a]a");
    row("/(?<host>\\w+):\\d+/", "db:5432", "$<host>", "db");
    row("/(?<host>\\w+)/", "db", "$<none>", "");
    row("/(\\w+)/", "db", "$<host>", "$<host>");
    row("/(a)|(b)/", "b", "[$1$2]", "[b]");
    row("/^/g", "ab", "x", "xab");
    row("/x*/g", "ab", "-", "-a-b-");
    row("/x*/g", "\u00E4b", "-", "-\u00E4-b-");
    row("/a/y", "ba", "o", "ba");
    row("/a/", "a", "$", "$");
    row("/(?<=\\.)(.*?)(?=\\.)/", "ceph.mds.a", "[$1]", "ceph.[mds].a");
    row("/(?<n>x)(?!x)/g", "xx x", "<$<n>>", "x<x> <x>");
}

void JsRegexTest::replaces()
{
    QFETCH(QString, pattern);
    QFETCH(QString, text);
    QFETCH(QString, replacement);
    QFETCH(QString, expected);
    const auto regex = JsRegex::fromText(pattern.toStdString());
    QVERIFY2(regex.ok(), regex ? "" : plainText(regex.error()).c_str());
    QCOMPARE(QString::fromStdString(regex->replaced(text.toStdString(), replacement.toStdString())),
             expected);
}

void JsRegexTest::namedGroups()
{
    using Groups = std::vector<std::pair<std::string, std::string>>;
    const auto regex = JsRegex::fromText("/(?<verb>GET|PUT) (\\S+) (?<code>\\d+)?/");
    QVERIFY(regex.ok());
    QCOMPARE(regex->namedGroups("x PUT /a 404"), (Groups{{"verb", "PUT"}, {"code", "404"}}));
    QCOMPARE(regex->namedGroups("GET / "), (Groups{{"verb", "GET"}, {"code", ""}}));
    QVERIFY(regex->namedGroups("POST / 200").empty());
}

/// Each would be found, but for the steps that it takes from one place or from all of them.
void JsRegexTest::searchesEnd()
{
    const auto slow = JsRegex::fromText("/^(?=(?:a+)+c)|b/");
    QVERIFY(slow.ok());
    QVERIFY(slow->matches("aab"));
    QVERIFY(!slow->matches(std::string(40, 'a') + 'b'));
    const auto everywhere = JsRegex::fromText("/(?!z)(?:a{0,400}?a{0,400}?)[bc]/");
    QVERIFY(everywhere.ok());
    QVERIFY(everywhere->matches("aab"));
    QVERIFY(!everywhere->matches(std::string(3000, 'a') + 'b'));
    const auto ahead = JsRegex::fromText("/a(?=b)/");
    QVERIFY(ahead->matches("ab" + std::string(4000, 'c')));
    QVERIFY(!ahead->matches("ab" + std::string(4100, 'c')));
}

/// The one that knows look-around says what is wrong with it.
void JsRegexTest::saysWhyItIsRefused()
{
    const auto text = [](const char *pattern) { return plainText(JsRegex::fromText(pattern).error()); };
    QVERIFY(text("/(?<=a+)b/").find("lookbehind assertion is not fixed length") != std::string::npos);
    QVERIFY(text("/(a/").find("missing )") != std::string::npos);
}

void JsRegexTest::refuses_data()
{
    QTest::addColumn<QString>("pattern");
    for (const char *pattern :
         {"/(/", "/a", "/a/ig", "/a/gg", "/a/x", "/(?=a/", "/(?!a)b)/", "/(?<=(\\d+)(\\d+))$/",
          "/(?=a)(?R)?/", "/(?=a)(*ACCEPT)/", "/(?=a)+*/", "/(?=a)\\k<y>(?<x>)/", "/(?=a)[b-a]/",
          "/(?=a)b{3,2}/", "/(?=a)(?:(?:b{999}){999}){9}/", "/(?=a)(?x)/", "["})
        QTest::newRow(pattern) << QString::fromUtf8(pattern);
}

void JsRegexTest::refuses()
{
    QFETCH(QString, pattern);
    const auto regex = JsRegex::fromText(pattern.toStdString());
    QVERIFY(!regex.ok());
    QCOMPARE(regex.error().code, ErrorCode::ConfigValue);
    QVERIFY(!plainText(regex.error()).empty());
}

void JsRegexTest::writesNumbers_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("expected");
    const auto row = [](double value, const char *expected) {
        QTest::newRow(expected) << value << QString::fromUtf8(expected);
    };
    row(0, "0");
    row(-0.0, "0");
    row(1, "1");
    row(-1.5, "-1.5");
    row(0.1, "0.1");
    row(1e-6, "0.000001");
    row(1e-7, "1e-7");
    row(1.5e-10, "1.5e-10");
    row(1e20, "100000000000000000000");
    row(1e21, "1e+21");
    row(std::nan(""), "NaN");
    row(HUGE_VAL, "Infinity");
    row(-HUGE_VAL, "-Infinity");
}

void JsRegexTest::writesNumbers()
{
    QFETCH(double, value);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(jsText(value)), expected);
}

void JsRegexTest::readsNumbers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("whole");
    QTest::addColumn<double>("leading");
    const double nan = std::nan("");
    const auto row = [](const char *text, double whole, double leading) {
        QTest::newRow(text) << QString::fromUtf8(text) << whole << leading;
    };
    row("", 0, nan);
    row("  ", 0, nan);
    row(" 12 ", 12, 12);
    row("12px", nan, 12);
    row("-1.5e3", -1500, -1500);
    row(".5", 0.5, 0.5);
    row("5.", 5, 5);
    row(".", nan, nan);
    row("1e", nan, 1);
    row("0x1F", 31, 0);
    row("0b101", 5, 0);
    row("0o17", 15, 0);
    row("0x", nan, 0);
    row("Infinity", HUGE_VAL, HUGE_VAL);
    row("-Infinity", -HUGE_VAL, -HUGE_VAL);
    row("Infinitypool", nan, HUGE_VAL);
    row("inf", nan, nan);
    row("1e999", HUGE_VAL, HUGE_VAL);
    row("true", nan, nan);
    row("1_000", nan, 1);
}

void JsRegexTest::readsNumbers()
{
    QFETCH(QString, text);
    QFETCH(double, whole);
    QFETCH(double, leading);
    QCOMPARE(jsNumber(text.toStdString()), whole);
    QCOMPARE(jsLeadingNumber(text.toStdString()), leading);
}

SIGHTGLASS_TEST(JsRegexTest)

} // namespace

#include "jsregextest.moc"
