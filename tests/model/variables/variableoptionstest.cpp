// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/variables/variableoptions.h"

#include "model/variables/grafanainterval.h"
#include "model/variables/jsonoptions.h"
#include "model/variables/variableorder.h"
#include "tests/support/testcase.h"

#include <QElapsedTimer>
#include <QTest>

namespace {

using namespace sightglass;

QString joined(const std::vector<VariableOption> &options)
{
    QStringList texts;
    for (const VariableOption &option : options)
        texts += QString::fromStdString(option.text == option.value ? option.text
                                                                    : option.text + "=" + option.value);
    return texts.join(u'|');
}

std::vector<VariableOption> optionsOf(const QString &texts)
{
    std::vector<VariableOption> options;
    for (const QString &text : texts.split(u'|'))
        options.push_back({text.toStdString(), text.toStdString()});
    return options;
}

class VariableOptionsTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void customLists_data();
    void customLists();
    void intervalLists();
    void regexes_data();
    void regexes();
    void badRegex();
    void orders_data();
    void orders();
    void chosen();
    void autoIntervals_data();
    void autoIntervals();
    void durations_data();
    void durations();
    void dependencies();
    void jsonLists_data();
    void jsonLists();
    void expressionsOnTexts();
    void ownOptions_data();
    void ownOptions();
    void thousandsAreChosenQuickly();
};

void VariableOptionsTest::customLists_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << QStringLiteral("a, b ,c") << QStringLiteral("a|b|c");
    QTest::newRow("named") << QStringLiteral("One : 1, Two : 2,3") << QStringLiteral("One=1|Two=2|3");
    QTest::newRow("colons") << QStringLiteral("a:b, c : d : e") << QStringLiteral("a:b|c : d=e");
    QTest::newRow("escaped") << QStringLiteral("a\\,b,c") << QStringLiteral("a,b|c");
    QTest::newRow("empty items") << QStringLiteral(",a,,b,") << QStringLiteral("a|b");
    QTest::newRow("none") << QString() << QString();
}

void VariableOptionsTest::customLists()
{
    QFETCH(QString, list);
    QFETCH(QString, expected);
    QCOMPARE(joined(customOptions(list.toStdString())), expected);
}

void VariableOptionsTest::intervalLists()
{
    VariableSpec variable;
    variable.name = "i";
    variable.query = "1m, \"10 m\",'1h'";
    QCOMPARE(joined(intervalOptions(variable)), QStringLiteral("1m|10 m|1h"));
    variable.autoInterval.offered = true;
    QCOMPARE(joined(intervalOptions(variable)), QStringLiteral("auto=$__auto_interval_i|1m|10 m|1h"));
}

void VariableOptionsTest::regexes_data()
{
    QTest::addColumn<QString>("answers");
    QTest::addColumn<QString>("regex");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *answers, const char *regex, const char *expected) {
        QTest::newRow(name) << QString::fromLatin1(answers) << QString::fromLatin1(regex)
                            << QString::fromLatin1(expected);
    };
    row("none", "b|a|b", "", "b|a");
    row("filter", "ab|cd", "/a/", "ab");
    row("bare is whole", "ab|abc", "ab", "ab");
    row("first group", "up{job=\"x\"} 1|up{job=\"y\"} 2", "/job=\"([^\"]*)/", "x|y");
    row("equal groups once", "a1|a2", "/(a)/", "a");
    row("named", "n1=v1|n2=v2", "/(?<text>\\w+)=(?<value>\\w+)/", "n1=v1|n2=v2");
    row("only value", "n1=v1", "/(?<value>v\\d)/", "v1");
    row("global", "a1b2", "/\\w(\\d)/g", "1|2");
    row("case", "AB|ab|cd", "/a/i", "AB|ab");
}

void VariableOptionsTest::regexes()
{
    QFETCH(QString, answers);
    QFETCH(QString, regex);
    QFETCH(QString, expected);
    const auto options = shapedOptions(optionsOf(answers), regex.toStdString(), VariableSort::None);
    QVERIFY(options.ok());
    QCOMPARE(joined(*options), expected);
}

void VariableOptionsTest::badRegex()
{
    QVERIFY(!shapedOptions(optionsOf(QStringLiteral("a")), "/(?!a/", VariableSort::None).ok());
}

void VariableOptionsTest::orders_data()
{
    QTest::addColumn<int>("sort");
    QTest::addColumn<QString>("expected");
    const QStringList expected = {
        QStringLiteral("b10|B2|a1|x"), QStringLiteral("B2|a1|b10|x"), QStringLiteral("x|b10|a1|B2"),
        QStringLiteral("x|a1|B2|b10"), QStringLiteral("b10|B2|a1|x"), QStringLiteral("a1|b10|B2|x"),
        QStringLiteral("x|B2|b10|a1"), QStringLiteral("a1|B2|b10|x"), QStringLiteral("x|b10|B2|a1")};
    for (int sort = 0; sort < expected.size(); ++sort)
        QTest::newRow(qPrintable(QString::number(sort))) << sort << expected[sort];
}

void VariableOptionsTest::orders()
{
    QFETCH(int, sort);
    QFETCH(QString, expected);
    auto options = optionsOf(QStringLiteral("b10|B2|a1|x"));
    sortOptions(options, static_cast<VariableSort>(sort));
    QCOMPARE(joined(options), expected);
}

void VariableOptionsTest::chosen()
{
    const auto options = optionsOf(QStringLiteral("a|b|c"));
    VariableSpec variable;
    using Texts = std::vector<std::string>;
    QCOMPARE(chosenValue(variable, options, {}).values, Texts{"a"});
    const std::vector<VariableOption> two{{"b", "b"}, {"gone", "gone"}, {"c", "c"}};
    QCOMPARE(chosenValue(variable, options, two).values, Texts{"b"});
    variable.multi = true;
    QCOMPARE(chosenValue(variable, options, two).values, (Texts{"b", "c"}));
    const std::vector<VariableOption> everything{{"All", "$__all"}};
    QCOMPARE(chosenValue(variable, options, everything).values, Texts{"a"});
    variable.includeAll = true;
    variable.allValue = ".+";
    const VariableValue all = chosenValue(variable, options, everything);
    QVERIFY(all.all && all.matched);
    QCOMPARE(all.values, (Texts{"a", "b", "c"}));
    QCOMPARE(*all.allValue, std::string(".+"));
    QVERIFY(chosenValue(variable, options, {}).all);
    QVERIFY(chosenValue(VariableSpec(), {}, {}).values.empty());
    // What was typed stands for itself, beside what is among the options.
    VariableSpec typed;
    const std::vector<VariableOption> elsewhere = {typedOption("elsewhere"), {"c", "c"}, {"gone", "gone"}};
    QCOMPARE(chosenValue(typed, options, elsewhere).values, Texts{"elsewhere"});
    QCOMPARE(chosenValue(typed, options, elsewhere).texts, Texts{"elsewhere"});
    typed.multi = true;
    QCOMPARE(chosenValue(typed, options, elsewhere).values, (Texts{"elsewhere", "c"}));
    typed.allowCustomValue = false;
    QCOMPARE(chosenValue(typed, options, elsewhere).values, Texts{"c"});
}

void VariableOptionsTest::autoIntervals_data()
{
    QTest::addColumn<qint64>("length");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("expected");
    QTest::newRow("an hour") << qint64(3'600'000) << 30 << QStringLiteral("2m");
    QTest::newRow("at least") << qint64(60'000) << 30 << QStringLiteral("10s");
    QTest::newRow("a week") << qint64(604'800'000) << 30 << QStringLiteral("6h");
    QTest::newRow("no count") << qint64(3'600'000) << 0 << QStringLiteral("1h");
}

void VariableOptionsTest::autoIntervals()
{
    QFETCH(qint64, length);
    QFETCH(int, count);
    QFETCH(QString, expected);
    AutoInterval interval;
    interval.count = count;
    QCOMPARE(QString::fromStdString(autoIntervalText(interval, {0, length})), expected);
}

void VariableOptionsTest::durations_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("milliseconds");
    QTest::newRow("minutes") << QByteArray("5m") << qint64(300'000);
    QTest::newRow("by its beginning") << QByteArray("1min") << qint64(60'000);
    QTest::newRow("milliseconds") << QByteArray("250ms") << qint64(250);
    QTest::newRow("bare") << QByteArray("15") << qint64(15'000);
    QTest::newRow("above") << QByteArray(">10s") << qint64(10'000);
    QTest::newRow("fraction") << QByteArray("1.5h") << qint64(5'400'000);
    QTest::newRow("month") << QByteArray("1M") << qint64(2'592'000'000);
    QTest::newRow("none") << QByteArray("auto") << qint64(-1);
    QTest::newRow("unknown unit") << QByteArray("5x") << qint64(-1);
    QTest::newRow("huge") << QByteArray("999999999999999999y") << qint64(-1);
}

void VariableOptionsTest::durations()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, milliseconds);
    QCOMPARE(qint64(grafanaIntervalMs(text.toStdString()).value_or(-1)), milliseconds);
}

void VariableOptionsTest::dependencies()
{
    std::vector<VariableSpec> variables(4);
    variables[0].name = "pod";
    variables[0].query = "label_values(up{ns=\"$ns\"}, pod)";
    variables[1].name = "ns";
    variables[1].regex = "/${prefix}.*/";
    variables[2].name = "prefix";
    variables[2].type = VariableType::Custom;
    variables[2].query = "$pod"; // a value, no reference
    variables[3].name = "free";
    QCOMPARE(variableOrder(variables).order, (std::vector<std::size_t>{2, 3, 1, 0}));
    QVERIFY(variableOrder(variables).cyclic.empty());
    variables[2].type = VariableType::Query;
    const VariableOrder cyclic = variableOrder(variables);
    QCOMPARE(cyclic.order, (std::vector<std::size_t>{3, 0, 1, 2}));
    QCOMPARE(cyclic.cyclic, (std::vector<std::string>{"pod", "ns", "prefix"}));
}

void VariableOptionsTest::jsonLists_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QString>("expected");
    QTest::newRow("objects") << QByteArray(
                                    "[{\"text\":\"One\",\"value\":\"1\"},{\"value\":2},{\"text\":\"t\"}]")
                             << QStringLiteral("One=1|2|t");
    QTest::newRow("texts") << QByteArray("[\"a\",\"b\"]") << QStringLiteral("a|b");
    QTest::newRow("nothing in it") << QByteArray("[{},null,[]]") << QString();
    QTest::newRow("no list") << QByteArray("{\"a\":1}") << QStringLiteral("error");
    QTest::newRow("no JSON") << QByteArray("a,b") << QStringLiteral("error");
    QTest::newRow("too deep") << QByteArray(100'000, '[') << QStringLiteral("error");
}

void VariableOptionsTest::jsonLists()
{
    QFETCH(QByteArray, list);
    const auto options = jsonOptions(list.toStdString());
    QTEST(options ? joined(*options) : QStringLiteral("error"), "expected");
}

void VariableOptionsTest::expressionsOnTexts()
{
    const std::vector<VariableOption> answers{{"One", "1"}, {"Two", "2"}};
    QCOMPARE(joined(*shapedOptions(answers, "/^T/", VariableSort::None, RegexSubject::Text)),
             QStringLiteral("Two=2"));
    QCOMPARE(joined(*shapedOptions(answers, "/^1/", VariableSort::None)), QStringLiteral("One=1"));
}

void VariableOptionsTest::ownOptions_data()
{
    QTest::addColumn<int>("order");
    QTest::addColumn<QString>("expected");
    QTest::newRow("before") << int(StaticOrder::Before) << QStringLiteral("none|Bee=b|c|a");
    QTest::newRow("after") << int(StaticOrder::After) << QStringLiteral("c|a|b|none");
    QTest::newRow("sorted") << int(StaticOrder::Sorted) << QStringLiteral("a|b|c|none");
}

void VariableOptionsTest::ownOptions()
{
    QFETCH(int, order);
    VariableSpec variable;
    variable.staticOrder = static_cast<StaticOrder>(order);
    variable.sort = VariableSort::AlphabeticalAscending;
    QCOMPARE(joined(withStaticOptions(variable, optionsOf(QStringLiteral("c|a")))), QStringLiteral("c|a"));
    variable.staticOptions = {{"", "none"}, {"Bee", "b"}};
    QTEST(joined(withStaticOptions(variable, optionsOf(QStringLiteral("c|a|b")))), "expected");
}

void VariableOptionsTest::thousandsAreChosenQuickly()
{
    VariableSpec variable;
    variable.multi = true;
    std::vector<VariableOption> options;
    for (int i = 0; i < int(mostVariableOptions); ++i)
        options.push_back(
            {std::string(50, 'x') + std::to_string(i), std::string(50, 'x') + std::to_string(i)});
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(chosenValue(variable, options, options).values.size(), mostVariableOptions);
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
}

SIGHTGLASS_TEST(VariableOptionsTest)

} // namespace

#include "variableoptionstest.moc"
