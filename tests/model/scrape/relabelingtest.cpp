// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/relabeling.h"

#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>

using namespace sightglass;

Q_DECLARE_METATYPE(std::vector<sightglass::RelabelRule>)

namespace {

using enum RelabelAction;

/// Rules as they are written, the default where a field is left out.
struct Written
{
    RelabelAction action = Replace;
    std::vector<std::string> source = {};
    std::string regex = "(.*)";
    std::string target = {};
    std::string replacement = "$1";
    std::uint64_t modulus = 0;
    std::string separator = ";";

    operator RelabelRule() const
    {
        return {source, separator, regex, modulus, target, replacement, action, {}};
    }
};

class RelabelingTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void rules_data();
    void rules();
    void labelsSetByRulesComeLast();
    void refusals();
};

/// name=value, sorted, with spaces between; "dropped" for a drop.
QString text(std::vector<Label> labels, RelabelVerdict verdict)
{
    if (verdict == RelabelVerdict::Drop)
        return QStringLiteral("dropped");
    std::sort(labels.begin(), labels.end());
    QStringList words;
    for (const Label &label : labels)
        words += QString::fromStdString(label.name + "=" + label.value);
    return words.join(QLatin1Char(' '));
}

void RelabelingTest::rules_data()
{
    QTest::addColumn<std::vector<RelabelRule>>("written");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const std::vector<Written> &rules, const char *expected) {
        QTest::newRow(name) << std::vector<RelabelRule>(rules.begin(), rules.end())
                            << QString::fromUtf8(expected);
    };
    row("no rules", {}, "a=foo b=bar c=baz");
    row("replace", {{Replace, {"a"}, "f(.*)", "d", "ch${1}-ch$1"}}, "a=foo b=bar c=baz d=choo-choo");
    row("no match", {{Replace, {"a"}, "x(.*)", "d", "$1"}}, "a=foo b=bar c=baz");
    row("regex is anchored", {{Replace, {"a"}, "o", "d", "x"}}, "a=foo b=bar c=baz");
    row("several sources", {{Replace, {"a", "b"}, "(.*);(.*)", "d", "$2.$1"}}, "a=foo b=bar c=baz d=bar.foo");
    row("separator", {{Replace, {"a", "nope", "b"}, "(.*)", "d", "$1", 0, "/"}},
        "a=foo b=bar c=baz d=foo//bar");
    row("target from groups", {{Replace, {"a", "b"}, "(.*);(.*)", "x_$1", "$2"}},
        "a=foo b=bar c=baz x_foo=bar");
    row("unknown group makes an empty target", {{Replace, {"a"}, "(.*)", "$9", "x"}}, "a=foo b=bar c=baz");
    row("longest name of a group", {{Replace, {"a"}, "(.*)", "d", "$1_x"}}, "a=foo b=bar c=baz");
    row("named group", {{Replace, {"a"}, "(?P<all>.*)", "d", "<$all>"}}, "a=foo b=bar c=baz d=<foo>");
    row("dollar", {{Replace, {"a"}, "(.*)", "d", "$$1"}}, "a=foo b=bar c=baz d=$1");
    row("empty result deletes", {{Replace, {}, "(.*)", "b", ""}}, "a=foo c=baz");
    row("literal without a source", {{Replace, {}, "(.*)", "d", "x"}}, "a=foo b=bar c=baz d=x");
    row("keep", {{Keep, {"a"}, "f.o"}}, "a=foo b=bar c=baz");
    row("keep drops", {{Keep, {"a"}, "b"}}, "dropped");
    row("drop", {{Drop, {"a", "b"}, "foo;b.*"}}, "dropped");
    row("drop keeps", {{Drop, {"a"}, "fo"}}, "a=foo b=bar c=baz");
    row("drop of what is not there", {{Drop, {"nope"}, ""}}, "dropped");
    row("nothing after a drop", {{Drop, {"a"}, "foo"}, {Replace, {}, "(.*)", "d", "x"}}, "dropped");
    row("keepequal", {{KeepEqual, {"a"}, "(.*)", "b"}}, "dropped");
    row("dropequal", {{Replace, {"a"}, "(.*)", "d"}, {DropEqual, {"a"}, "(.*)", "d"}}, "dropped");
    row("dropequal of others", {{DropEqual, {"a"}, "(.*)", "b"}}, "a=foo b=bar c=baz");
    // md5("baz") ends in ...6a8c2f84a56fd5ae and so on: the published case of Prometheus' own tests.
    row("hashmod", {{HashMod, {"c"}, "(.*)", "d", "$1", 1000}}, "a=foo b=bar c=baz d=976");
    row("labelmap", {{LabelMap, {}, "(b|c)", "", "bar_${1}"}}, "a=foo b=bar bar_b=bar bar_c=baz c=baz");
    row("labeldrop", {{LabelDrop, {}, "a|b"}}, "c=baz");
    row("labelkeep", {{LabelKeep, {}, "a"}}, "a=foo");
    row("uppercase", {{Uppercase, {"a"}, "(.*)", "d"}}, "a=foo b=bar c=baz d=FOO");
    row("lowercase of non-Latin text",
        {{Replace, {}, "(.*)", "d", "\xC3\x84\xCE\xA9"}, {Lowercase, {"d"}, "(.*)", "d"}},
        "a=foo b=bar c=baz d=\xC3\xA4\xCF\x89");
    row("a letter stays one letter",
        {{Replace, {}, "(.*)", "d", "\xC3\x9F"}, {Uppercase, {"d"}, "(.*)", "d"}},
        "a=foo b=bar c=baz d=\xC3\x9F");
    row("dot matches newline", {{Replace, {}, "(.*)", "d", "1\n2"}, {Keep, {"d"}, "1.2"}},
        "a=foo b=bar c=baz d=1\n2");
}

void RelabelingTest::rules()
{
    QFETCH(std::vector<RelabelRule>, written);
    const Result<Relabeling> relabeling = Relabeling::compile(written);
    QVERIFY(relabeling.ok());
    std::vector<Label> labels{{"c", "baz"}, {"a", "foo"}, {"b", "bar"}, {"empty", ""}};
    const RelabelVerdict verdict = relabeling->apply(labels);
    QTEST(text(labels, verdict), "expected");
}

void RelabelingTest::labelsSetByRulesComeLast()
{
    // b was set by a rule, so it is looked at behind c and wins.
    const std::vector<RelabelRule> written{Written{Replace, {"a"}, "(.*)", "b", "set"},
                                           Written{LabelMap, {}, "b|c", "", "m"}};
    const Result<Relabeling> relabeling = Relabeling::compile(written);
    QVERIFY(relabeling.ok());
    std::vector<Label> labels{{"a", "1"}, {"b", "2"}, {"c", "3"}};
    const RelabelVerdict verdict = relabeling->apply(labels);
    QCOMPARE(text(labels, verdict), QStringLiteral("a=1 b=set c=3 m=set"));
}

void RelabelingTest::refusals()
{
    RelabelRule rule = Written{Keep, {"a"}, "("};
    rule.position = {7, 3};
    const Result<Relabeling> broken = Relabeling::compile(std::vector{rule});
    QVERIFY(!broken.ok());
    QCOMPARE(broken.error().position, (SourcePosition{7, 3}));
    QVERIFY(!Relabeling::compile(std::vector<RelabelRule>{Written{HashMod, {"a"}, "(.*)", "d"}}).ok());
}

} // namespace

SIGHTGLASS_TEST(RelabelingTest)

#include "relabelingtest.moc"
