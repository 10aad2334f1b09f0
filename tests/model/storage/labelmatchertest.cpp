// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/labelmatcher.h"

#include "tests/support/testcase.h"

#include <QTest>

#include <re2/re2.h>

namespace {

using namespace sightglass;

class LabelMatcherTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shape_data();
    void shape();
    void matches_data();
    void matches();
    void agreesWithRe2_data();
    void agreesWithRe2();
    void refusesBrokenExpressions();
    void readsLabelSets();
    void namesItsValues();
};

void LabelMatcherTest::shape_data()
{
    using Kind = RegexShape::Kind;
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QStringList>("texts");
    const auto row = [](const char *pattern, Kind kind, const QStringList &texts) {
        QTest::newRow(pattern) << QString::fromLatin1(pattern) << int(kind) << texts;
    };
    row("", Kind::OneOf, {QString()});
    row("abc", Kind::OneOf, {QStringLiteral("abc")});
    row("a\\.b", Kind::OneOf, {QStringLiteral("a.b")});
    row("a|b|c", Kind::OneOf, {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
    row("(a|b)", Kind::OneOf, {QStringLiteral("a"), QStringLiteral("b")});
    row("(?:a|)", Kind::OneOf, {QStringLiteral("a"), QString()});
    row("a\\|b", Kind::OneOf, {QStringLiteral("a|b")});
    row(".*", Kind::Prefix, {QString()});
    row(".+", Kind::LongerPrefix, {QString()});
    row("node_.*", Kind::Prefix, {QStringLiteral("node_")});
    row("node_.+", Kind::LongerPrefix, {QStringLiteral("node_")});
    for (const char *general : {"a\\.*", "a.*b", "(a|b)(c|d)", "(a)|(b)", "a|(b", "[ab]", "a?", "a{2}", "^a",
                                "\\d+", "a|b.*", "(?i)a", "(?i:a)", "\\pL", "a.b", "\\", ".*.*", "a**"})
        row(general, Kind::General, {});
}

void LabelMatcherTest::shape()
{
    QFETCH(QString, pattern);
    QFETCH(int, kind);
    QFETCH(QStringList, texts);
    const RegexShape shape = analyseRegex(pattern.toStdString());
    QCOMPARE(int(shape.kind), kind);
    QStringList found;
    for (const std::string &text : shape.texts)
        found.append(QString::fromStdString(text));
    if (shape.kind != RegexShape::Kind::General)
        QCOMPARE(found, texts);
}

void LabelMatcherTest::matches_data()
{
    QTest::addColumn<int>("op");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *name, MatchOp op, const char *value, const char *text, bool expected) {
        QTest::newRow(name) << int(op) << QByteArray(value) << QByteArray(text) << expected;
    };
    row("equal", MatchOp::Equal, "a", "a", true);
    row("equal takes no expression", MatchOp::Equal, "a.*", "ab", false);
    row("equal empty, absent", MatchOp::Equal, "", "", true);
    row("equal empty, present", MatchOp::Equal, "", "x", false);
    row("not equal", MatchOp::NotEqual, "a", "b", true);
    row("not equal, absent", MatchOp::NotEqual, "a", "", true);
    row("not equal empty, absent", MatchOp::NotEqual, "", "", false);
    row("anchored at the end", MatchOp::Regex, "a", "ab", false);
    row("anchored at the begin", MatchOp::Regex, "b.*", "ab", false);
    row("anchored alternatives", MatchOp::Regex, "a|b[c]", "ac", false);
    row("dot matches newline", MatchOp::Regex, "a.b", "a\nb", true);
    row("prefix matches newline", MatchOp::Regex, "a.*", "a\nb", true);
    row("any, absent", MatchOp::Regex, ".*", "", true);
    row("some, absent", MatchOp::Regex, ".+", "", false);
    row("optional, absent", MatchOp::Regex, "(a|b)?", "", true);
    row("prefix itself", MatchOp::Regex, "ab.*", "ab", true);
    row("longer prefix itself", MatchOp::Regex, "ab.+", "ab", false);
    row("longer prefix", MatchOp::Regex, "ab.+", "abc", true);
    row("case matters", MatchOp::Regex, "A", "a", false);
    row("case switched off", MatchOp::Regex, "(?i)A", "a", true);
    row("unicode", MatchOp::Regex, ".", "\xc3\xa4", true);
    row("unicode class", MatchOp::Regex, "\\pL+", "\xc3\xa4z", true);
    row("not regex", MatchOp::NotRegex, "a.*", "b", true);
    row("not regex, absent", MatchOp::NotRegex, "a.*", "", true);
    row("not any, absent", MatchOp::NotRegex, ".*", "", false);
    row("not some, absent", MatchOp::NotRegex, ".+", "", true);
    row("not some, present", MatchOp::NotRegex, ".+", "x", false);
}

void LabelMatcherTest::matches()
{
    QFETCH(int, op);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, text);
    QFETCH(bool, expected);
    const LabelMatcher matcher(Matcher{static_cast<MatchOp>(op), "l", value.toStdString()});
    QCOMPARE(matcher.matches(std::string_view(text.constData(), static_cast<std::size_t>(text.size()))),
             expected);
    QCOMPARE(matcher.matchesAbsent(), matcher.matches(std::string_view()));
}

void LabelMatcherTest::agreesWithRe2_data()
{
    QTest::addColumn<QString>("pattern");
    for (const char *pattern : {"",     "a",     "a|b",   "(a|b)",   "(?:ab|)", "a.*",     "a.+",   ".*",
                                ".+",   "a\\.b", "a\\.*", "a\\.+",   "\\|",     "a\\|b|c", "a|",    "()",
                                "(?:)", "(.*)",  "a\\-b", "((a|b))", "(a)(b)",  "a\\\\.*", "ab.*|b"})
        QTest::newRow(pattern) << QString::fromLatin1(pattern);
}

void LabelMatcherTest::agreesWithRe2()
{
    QFETCH(QString, pattern);
    const LabelMatcher matcher(Matcher{MatchOp::Regex, "l", pattern.toStdString()});
    const re2::RE2 anchored("^(?s:" + pattern.toStdString() + ")$");
    QVERIFY(anchored.ok());
    for (const char *text : {"", "a", "b", "ab", "a.b", "a..", "a.", "axb", "|", "a|b", "a\nb", "c", "a-b",
                             "a\\", "a\\x", "."}) {
        QVERIFY2(matcher.matches(std::string_view(text)) == re2::RE2::FullMatch(text, anchored), text);
    }
}

void LabelMatcherTest::refusesBrokenExpressions()
{
    for (const MatchOp op : {MatchOp::Regex, MatchOp::NotRegex}) {
        const LabelMatcher matcher(Matcher{op, "l", "a("});
        QVERIFY(!matcher.matches(std::string_view("a(")));
        QVERIFY(!matcher.matchesAbsent());
    }
}

void LabelMatcherTest::readsLabelSets()
{
    const Labels labels = Labels::withName("up", {{"job", "node"}});
    QVERIFY(LabelMatcher(Matcher{MatchOp::Equal, "__name__", "up"}).matches(labels));
    QVERIFY(LabelMatcher(Matcher{MatchOp::NotEqual, "job", "demo"}).matches(labels));
    QVERIFY(LabelMatcher(Matcher{MatchOp::Equal, "zone", ""}).matches(labels));
    QVERIFY(!LabelMatcher(Matcher{MatchOp::Regex, "zone", ".+"}).matches(labels));
}

void LabelMatcherTest::namesItsValues()
{
    const LabelMatcher equal(Matcher{MatchOp::Equal, "l", "x"});
    QVERIFY(equal.onlyValues() != nullptr);
    QCOMPARE(*equal.onlyValues(), (std::vector<std::string>{"x"}));
    const LabelMatcher either(Matcher{MatchOp::Regex, "l", "x|y"});
    QVERIFY(either.onlyValues() != nullptr);
    QCOMPARE(*either.onlyValues(), (std::vector<std::string>{"x", "y"}));
    QVERIFY(LabelMatcher(Matcher{MatchOp::NotEqual, "l", "x"}).onlyValues() == nullptr);
    QVERIFY(LabelMatcher(Matcher{MatchOp::Regex, "l", "x.*"}).onlyValues() == nullptr);
}

} // namespace

SIGHTGLASS_TEST(LabelMatcherTest)
#include "labelmatchertest.moc"
