// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/variables/interpolation.h"

#include "model/variables/adhocfilters.h"
#include "model/variables/builtins.h"
#include "model/variables/variableformat.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

VariableValues sample()
{
    VariableValues values;
    values.set("one", singleValue("a.b"));
    VariableValue many;
    many.list = many.matched = true;
    many.values = {"x.1", "y'2"};
    many.texts = {"X", "Y"};
    values.set("many", many);
    VariableValue all = many;
    all.all = true;
    all.texts = {"All"};
    values.set("all", all);
    all.allValue = ".*$one";
    values.set("custom", all);
    VariableValue quoted = singleValue("it's \\ \"q\" & <b>");
    values.set("quoted", quoted);
    values.set("none", VariableValue());
    addBuiltIns(values, {{1'700'000'000'000, 1'700'003'600'499}, "Title", {}});
    return values;
}

class InterpolationTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void texts_data();
    void texts();
    void queries_data();
    void queries();
    void titles();
    void names();
    void isBounded();
    void intervals();
    void allVariables();
    void rangesOfAddresses();
    void adHocFilters();
    void knowsItsFormats();
    void renamed_data();
    void renamed();
};

void InterpolationTest::texts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(expected);
    };
    row("$one", "a.b");
    row("<${one}>", "<a.b>");
    row("[[one]] [[one:regex]]", "a.b a\\.b");
    row("$onetwo $1 $ ${} ${one", "$onetwo $1 $ ${} ${one");
    row("${__field.name} [[x] [[]]", "${__field.name} [[x] [[]]");
    row("$$one", "$a.b");
    row("$many", "{x.1,y'2}");
    row("${many:glob}", "{x.1,y'2}");
    row("${many:unknown}", "{x.1,y'2}");
    row("${one:regex}", "a\\.b");
    row("${many:regex}", "(x\\.1|y'2)");
    row("${many:pipe}", "x.1|y'2");
    row("${many:csv}", "x.1,y'2");
    row("${many:raw}", "x.1,y'2");
    row("${many:json}", "[\"x.1\",\"y'2\"]");
    row("${one:json}", "a.b");
    row("${many:distributed}", "x.1,many=y'2");
    row("${many:singlequote}", "'x.1','y\\'2'");
    row("${quoted:doublequote}", "\"it's \\ \\\"q\\\" & <b>\"");
    row("${many:sqlstring}", "'x.1','y''2'");
    row("${many:percentencode}", "%7Bx.1%2Cy%272%7D");
    row("${quoted:percentencode}", "it%27s%20%5C%20%22q%22%20%26%20%3Cb%3E");
    row("${quoted:uriencode}", "it%27s%20%5C%20%22q%22%20&%20%3Cb%3E");
    row("${quoted:html}", "it&#39;s \\ &quot;q&quot; &amp; &lt;b&gt;");
    row("${one:lucene}", "a.b");
    row("${many:lucene}", "(\"x.1\" OR \"y'2\")");
    row("${many:queryparam}", "var-many=x.1&var-many=y%272");
    row("${all:queryparam}", "var-all=%24__all");
    row("${custom:queryparam}", "var-custom=%24__all");
    row("${many:customqueryparam:k:p-}", "k=p-x.1&k=p-y%272");
    row("${many:text}", "X + Y");
    row("${all:text}", "All");
    row("${many:join:; }", "x.1; y'2");
    row("${custom}", ".*a.b");
    row("${custom:pipe}", ".*a.b");
    row("${none}|${none:regex}", "|");
    row("${__from}", "1700000000000");
    row("${__from:date}", "2023-11-14T22:13:20.000Z");
    row("${__from:date:iso}", "2023-11-14T22:13:20.000Z");
    row("${__from:date:seconds}", "1700000000");
    row("${__to:date:YYYY-MM}", "2023-11");
    row("${one:date}", "a.b");
    row("$__range $__range_s $__range_ms", "3600s 3600 3600499");
    row("$__dashboard", "Title");
    row("${__org}", "1");
    row("${__org.name}", "Main Org.");
    row("${__org.name:queryparam}", "var-__org=Main%20Org.");
}

void InterpolationTest::texts()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    QCOMPARE(QByteArray::fromStdString(interpolated(text.toStdString(), sample())), expected);
}

void InterpolationTest::renamed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("result");
    const auto row = [](const char *text, const char *result) { QTest::newRow(text) << text << result; };
    row("$one", "$other");
    row("up{a=\"$one\"} + $one_more", "up{a=\"$other\"} + $one_more");
    row("${one} ${one:csv} ${one.text} ${one.text:raw}",
        "${other} ${other:csv} ${other.text} ${other.text:raw}");
    row("[[one]] [[one:regex]] [[none]]", "[[other]] [[other:regex]] [[none]]");
    row("$$one $1 [one] ${one", "$$other $1 [one] ${one");
    row("one", "one");
    row("", "");
}

void InterpolationTest::renamed()
{
    QFETCH(QString, text);
    QFETCH(QString, result);
    QCOMPARE(QString::fromStdString(withVariableRenamed(text.toStdString(), "one", "other")), result);
}

void InterpolationTest::queries_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(expected);
    };
    row("{a=\"$one\"}", "{a=\"a.b\"}");
    row("{a=~\"$many\"}", "{a=~\"(x\\\\.1|y\\\\'2)\"}");
    row("{a=~\"$all\"}", "{a=~\"(x\\\\.1|y\\\\'2)\"}");
    row("{a=~\"$custom\"}", "{a=~\".*a.b\"}");
    row("{a=~\"${many:pipe}\"}", "{a=~\"x.1|y'2\"}");
    row("$quoted", "it\\\\'s \\\\ \"q\" & <b>");
}

void InterpolationTest::queries()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    const std::string result = interpolated(text.toStdString(), sample(), {.kind = TextKind::Query});
    QCOMPARE(QByteArray::fromStdString(result), expected);
}

void InterpolationTest::titles()
{
    const auto title = [](std::string_view text) {
        return QString::fromStdString(interpolated(text, sample(), {.kind = TextKind::Title}));
    };
    QCOMPARE(title("Load of $many"), QStringLiteral("Load of X + Y"));
    QCOMPARE(title("$custom"), QStringLiteral("All"));
    QCOMPARE(QString::fromStdString(interpolated("$quoted", sample(), {.kind = TextKind::Html})),
             QStringLiteral("it&#39;s \\ &quot;q&quot; &amp; &lt;b&gt;"));
}

void InterpolationTest::names()
{
    const auto names = variablesIn("$a ${b:regex} [[c]] ${d.text} $a $1");
    QCOMPARE(names, (std::set<std::string, std::less<>>{"1", "a", "b", "c", "d"}));
}

void InterpolationTest::isBounded()
{
    VariableValues values;
    values.set("x", singleValue(std::string(1000, 'x')));
    std::string text;
    for (int i = 0; i < 1000; ++i)
        text += "$x";
    QCOMPARE(interpolated(text, values, {.mostBytes = 5000}).size(), std::size_t{5000});
}

void InterpolationTest::intervals()
{
    const VariableValues values = sample().with(intervalValues(15'000, 60'000));
    QCOMPARE(QString::fromStdString(interpolated(
                 "rate(x[$__rate_interval]) [[__interval]] $__interval_ms ${__rate_interval_ms}", values)),
             QStringLiteral("rate(x[1m]) 15s 15000 60000"));
    QVERIFY(isBuiltIn("__interval"));
    QVERIFY(!isBuiltIn("interval"));
}

void InterpolationTest::allVariables()
{
    VariableValues values;
    values.set("b", singleValue("2 3"));
    values.set("a", singleValue("1"));
    addBuiltIns(values, {{0, 1}, {}, {}});
    QCOMPARE(QString::fromStdString(interpolated("${__all_variables}&${__url_time_range}", values)),
             QStringLiteral("var-a=1&var-b=2%203&from=0&to=1"));
}

/// Relative to now where that is known.
void InterpolationTest::rangesOfAddresses()
{
    const auto told = [](TimeRange range, std::optional<TimestampMs> now) {
        VariableValues values;
        BuiltInContext context{range, {}, {}};
        context.now = now;
        addBuiltIns(values, context);
        return QString::fromStdString(interpolated("$__url_time_range", values));
    };
    constexpr TimestampMs now = 1'700'000'000'123;
    QCOMPARE(told({now - 120'000, now}, now), QStringLiteral("from=now-2m&to=now"));
    QCOMPARE(told({now - 86'400'000, now - 10'000}, now), QStringLiteral("from=now-1d&to=now-10s"));
    QCOMPARE(told({now - 120'001, now}, now), QStringLiteral("from=%1&to=now").arg(now - 120'001));
    QCOMPARE(told({1, 2}, std::nullopt), QStringLiteral("from=1&to=2"));
}

void InterpolationTest::adHocFilters()
{
    const std::vector<AdHocFilter> filters{
        {"a", "=", "1"}, {"b", "!~", ".x"}, {"c", "=|", {}, {"p.q", "r"}}, {"d", "<", "3"}, {"", "=", "x"}};
    const std::vector<Matcher> expected{
        {MatchOp::Equal, "a", "1"}, {MatchOp::NotRegex, "b", ".x"}, {MatchOp::Regex, "c", "p\\.q|r"}};
    QVERIFY(matchersOf(filters) == expected);
}

void InterpolationTest::knowsItsFormats()
{
    const auto formats = variableFormats();
    QVERIFY(std::is_sorted(formats.begin(), formats.end()));
    QVERIFY(std::find(formats.begin(), formats.end(), "queryparam") != formats.end());
}

SIGHTGLASS_TEST(InterpolationTest)

} // namespace

#include "interpolationtest.moc"
