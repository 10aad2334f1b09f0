// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/base/goregex.h"

#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

std::string errorOf(const QByteArray &pattern)
{
    const auto regex = GoRegex::compile(pattern.toStdString());
    return regex ? std::string() : plainText(regex.error());
}

class GoRegexTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void refusesAsGo_data();
    void refusesAsGo();
    void matchesWholeTexts_data();
    void matchesWholeTexts();
    void repeatsUpToAThousandTimes();
    void boundsWhatItTakes();
    void wrapsBeforeItLooks();
    void groups();
};

void GoRegexTest::refusesAsGo_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char *pattern, const char *reason) {
        QTest::newRow(pattern) << QByteArray(pattern) << QByteArray(reason);
    };
    row("(a", "missing closing ): `(a`");
    row("(?<n>a", "missing closing ): `(?<n>a`");
    row("a)", "unexpected ): `a)`");
    row("[a", "missing closing ]: `[a`");
    row("[z-a]", "invalid character class range: `z-a`");
    row("a**", "invalid nested repetition operator: `**`");
    row("*", "missing argument to repetition operator: `*`");
    row("a{1001}", "invalid repeat count: `{1001}`");
    row("(a{100}){11}", "invalid repeat count: `{11}`");
    row("a\\", "trailing backslash at end of expression: ``");
    row("(?=a)", "invalid or unsupported Perl syntax: `(?=`");
    row("(?P=n)", "invalid or unsupported Perl syntax: `(?P`");
    row("(?<", "invalid or unsupported Perl syntax: `(?<`");
    // Not Go's, though RE2 takes it as any byte.
    row("\\C", "invalid escape sequence: `\\C`");
    row("a[b]\\C+\\c", "invalid escape sequence: `\\C`");
    row("\\c\\C", "invalid escape sequence: `\\c`");
    row("[\\C]", "invalid escape sequence: `\\C`");
    row("(\\C", "invalid escape sequence: `\\C`");
    row("a**\\C", "invalid nested repetition operator: `**`");
    row("(?<n", "invalid named capture: `(?<n`");
    row("(?<=a)", "invalid named capture: `(?<=a)`");
    row("(?<a-b>c)", "invalid named capture: `(?<a-b>`");
    row("(?P<>c)", "invalid named capture: `(?P<>`");
}

void GoRegexTest::refusesAsGo()
{
    QFETCH(QByteArray, pattern);
    QFETCH(QByteArray, reason);
    QCOMPARE(QByteArray::fromStdString(errorOf(pattern)), "error parsing regexp: " + reason);
}

void GoRegexTest::matchesWholeTexts_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("does");
    const auto row = [](const char *pattern, const char *text, bool does) {
        QTest::addRow("%s on %s", pattern, text) << QByteArray(pattern) << QByteArray(text) << does;
    };
    row("a|b", "ab", false);
    row("a|b", "b", true);
    row("a", "xa", false);
    row("a.b", "a\nb", true);
    row("", "", true);
    row("(?<n>a)b", "ab", true);
    row("(?<n>a)(?P<m>b)(?<o_1>c)", "abc", true);
    row("((?<x>a)(?<y>b))", "ab", true);
    // What only looks like a named group, or like \C.
    row("[(?<n>]+", "(?<n>", true);
    row("[](?<]+", "](?<", true);
    row("[^](?<]", "a", true);
    row("[[:alpha:](?<]+", "a(?<", true);
    row("\\(?<n>", "(<n>", true);
    row("\\(?<n>", "<n>", true);
    row("\\Q(?<n>\\C\\E.", "(?<n>\\Cx", true);
    row("\\Q\\C", "\\C", true);
    row("\\\\C", "\\C", true);
    row("[\\]\\\\C]+", "]\\C", true);
    row("[\\](?<n>a)]+", "](?<n>a)", true);
}

void GoRegexTest::matchesWholeTexts()
{
    QFETCH(QByteArray, pattern);
    QFETCH(QByteArray, text);
    QFETCH(bool, does);
    const auto regex = GoRegex::compile(pattern.toStdString());
    QVERIFY2(regex.ok(), errorOf(pattern).c_str());
    QCOMPARE(regex->matches(text.toStdString()), does);
}

/// More than RE2 takes unasked.
void GoRegexTest::repeatsUpToAThousandTimes()
{
    const auto regex = GoRegex::compile("\\pL{1000}");
    QVERIFY2(regex.ok(), errorOf("\\pL{1000}").c_str());
    QVERIFY(regex->matches(std::string(1000, 'a')));
    QVERIFY(!regex->matches(std::string(999, 'a')));
    QVERIFY(regex->size() > 1'000'000);
}

void GoRegexTest::boundsWhatItTakes()
{
    const QByteArray classes = QByteArray("\\pL").repeated(100'000);
    QCOMPARE(errorOf(classes), "error parsing regexp: expression too large: `" + classes.toStdString() + "`");
    const QByteArray copies = QByteArray("(\\pL{30}){33}").repeated(30);
    QCOMPARE(errorOf(copies), "error parsing regexp: expression too large: `" + copies.toStdString() + "`");

    const auto nested = [](int depth, const char *open) {
        return QByteArray(open).repeated(depth) + "a" + QByteArray(")").repeated(depth);
    };
    QCOMPARE(errorOf(nested(999, "(")), std::string());
    QCOMPARE(errorOf(nested(5000, "(?:")), std::string());
    const QByteArray deep = nested(1000, "(");
    QCOMPARE(errorOf(deep),
             "error parsing regexp: expression nests too deeply: `" + deep.toStdString() + "`");
}

void GoRegexTest::wrapsBeforeItLooks()
{
    QVERIFY(!GoRegex::compile("a)|(b").ok());
    const auto regex = GoRegex::compileWrapped("a)|(b");
    QVERIFY(regex.ok());
    QVERIFY(regex->matches("abc")); // ^a
    QVERIFY(regex->matches("xyb")); // b$
    QVERIFY(!regex->matches("xay"));
    const auto whole = GoRegex::compileWrapped("a|b");
    QVERIFY(whole.ok() && whole->matches("b") && !whole->matches("ab"));
    QCOMPARE(plainText(GoRegex::compileWrapped("(").error()),
             std::string("error parsing regexp: missing closing ): `^(?s:()$`"));
}

void GoRegexTest::groups()
{
    const auto regex = GoRegex::compile("(?<first>a+)(?P<second>b)?(.*)", GoRegex::Groups::Kept);
    QVERIFY(regex.ok());
    QCOMPARE(regex->groupCount(), std::size_t{3});
    QCOMPARE(regex->groupNamed("first"), std::optional<std::size_t>(1));
    QCOMPARE(regex->groupNamed("second"), std::optional<std::size_t>(2));
    QVERIFY(!regex->groupNamed("third"));
    std::vector<std::string_view> groups;
    QVERIFY(regex->match("aac", groups));
    QCOMPARE(groups.size(), std::size_t{4});
    QCOMPARE(groups[0], std::string_view("aac"));
    QCOMPARE(groups[1], std::string_view("aa"));
    QVERIFY(groups[2].data() == nullptr);
    QCOMPARE(groups[3], std::string_view("c"));
    QVERIFY(!regex->match("b", groups));
    QVERIFY(groups.empty());
}

SIGHTGLASS_TEST(GoRegexTest)

} // namespace

#include "goregextest.moc"
