// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/variables/optionmodel.h"

#include "tests/support/testcase.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QTest>

namespace {

using namespace sightglass;

std::vector<VariableOption> options(int count)
{
    std::vector<VariableOption> result;
    for (int i = 0; i < count; ++i) {
        const std::string text = "node-" + std::to_string(i);
        result.push_back({text, text});
    }
    return result;
}

QString chosenIn(const OptionModel &model)
{
    QStringList texts;
    for (const VariableOption &option : model.chosen())
        texts << QString::fromStdString(option.value);
    return texts.join(u' ');
}

class OptionModelTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void one();
    void many();
    void searching();
    void typedValues();
    void toggleFound();
    void hostileTexts();
    void tenThousandAreQuick();
};

void OptionModelTest::one()
{
    OptionModel model(OptionModel::Choice::One);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setOptions(options(3), false, {"node-1"});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.firstChosen(), 1);
    model.toggle(2);
    QCOMPARE(chosenIn(model), QStringLiteral("node-2"));
    model.toggle(2);
    QCOMPARE(chosenIn(model), QStringLiteral("node-2"));
    model.toggle(7);
    model.toggle(-1);
    QCOMPARE(chosenIn(model), QStringLiteral("node-2"));
    QVERIFY(!model.data(model.index(0), Qt::CheckStateRole).isValid());
    model.setOptions({}, false, {});
    QCOMPARE(model.firstChosen(), -1);
    QCOMPARE(model.foundCount(), 0);
}

void OptionModelTest::many()
{
    OptionModel model(OptionModel::Choice::Many);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setOptions(options(3), true, {std::string(allVariableValue)});
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.foundCount(), 3);
    QCOMPARE(chosenIn(model), QStringLiteral("$__all"));
    // One of them is no longer all.
    model.toggle(2);
    QCOMPARE(chosenIn(model), QStringLiteral("node-1"));
    model.toggle(3);
    QCOMPARE(chosenIn(model), QStringLiteral("node-1 node-2"));
    model.toggle(2);
    QCOMPARE(chosenIn(model), QStringLiteral("node-2"));
    model.toggle(0);
    QCOMPARE(chosenIn(model), QStringLiteral("$__all"));
    QCOMPARE(model.data(model.index(0), Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QCOMPARE(model.data(model.index(1), Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
}

void OptionModelTest::searching()
{
    OptionModel model(OptionModel::Choice::Many);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setOptions(options(20), true, {"node-3", "node-15"});
    model.setSearch(QStringLiteral("NODE-1"));
    QCOMPARE(model.foundCount(), 11);
    // What is out of sight stays chosen.
    model.toggle(1);
    QCOMPARE(chosenIn(model), QStringLiteral("node-1 node-3 node-15"));
    model.setSearch(QStringLiteral("nothing"));
    QCOMPARE(model.rowCount(), 1);
    model.setSearch({});
    QCOMPARE(model.foundCount(), 20);
}

void OptionModelTest::typedValues()
{
    OptionModel model(OptionModel::Choice::Many);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setOptions(options(3), true, {"node-1"}, OptionModel::Typing::Yes);
    model.setSearch(QStringLiteral("node-1"));
    QCOMPARE(model.rowCount(), 2); // it is an option already
    model.setSearch(QStringLiteral("elsewhere"));
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(model.isTyped(1));
    QCOMPARE(model.foundCount(), 0);
    model.toggle(1);
    QCOMPARE(chosenIn(model), QStringLiteral("elsewhere node-1"));
    QVERIFY(model.chosen().front().text.empty());
    // What was typed before is an option.
    model.setOptions(options(3), false, {"elsewhere"}, OptionModel::Typing::Yes);
    QCOMPARE(model.index(0).data().toString(), QStringLiteral("elsewhere"));
    QVERIFY(model.isChosen(0));
    OptionModel one(OptionModel::Choice::One);
    one.setOptions(options(3), false, {"node-0"}, OptionModel::Typing::Yes);
    one.setSearch(QStringLiteral(" <b>new</b> "));
    one.toggle(0);
    QCOMPARE(chosenIn(one), QStringLiteral("<b>new</b>"));
    one.setOptions(options(3), false, {"node-0"});
    one.setSearch(QStringLiteral("new"));
    QCOMPARE(one.rowCount(), 0);
}

void OptionModelTest::toggleFound()
{
    OptionModel model(OptionModel::Choice::Many);
    model.setOptions(options(20), true, {std::string(allVariableValue)});
    model.setSearch(QStringLiteral("node-1"));
    model.toggleFound();
    QCOMPARE(model.chosen().size(), std::size_t{11});
    model.toggleFound();
    QVERIFY(model.chosen().empty());
}

void OptionModelTest::hostileTexts()
{
    OptionModel model(OptionModel::Choice::Many);
    model.setOptions(
        {{"<img src=x>", "v"}, {"a\nb\x1b[31m", "w"}, {std::string(5000, 'x'), "x"}, {"", "only value"}},
        false, {});
    QCOMPARE(model.index(0).data().toString(), QStringLiteral("<img src=x>"));
    QVERIFY(!model.index(1).data().toString().contains(u'\n'));
    QVERIFY(!model.index(1).data().toString().contains(QChar(0x1b)));
    QVERIFY(model.index(2).data().toString().size() <= 201);
    QCOMPARE(model.index(3).data().toString(), QStringLiteral("only value"));
    // A tool tip is where Qt would take it for rich text.
    model.setOptions({{"t", "<b>v</b>"}}, false, {});
    QVERIFY(!model.index(0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("<b>")));
}

void OptionModelTest::tenThousandAreQuick()
{
    OptionModel model(OptionModel::Choice::Many);
    QElapsedTimer timer;
    timer.start();
    model.setOptions(options(10'000), true, {});
    for (const char *text : {"n", "no", "nod", "node", "node-9", "node-99", "node-999", ""})
        model.setSearch(QLatin1String(text));
    model.toggleFound();
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(model.chosen().size(), std::size_t{10'000});
}

SIGHTGLASS_TEST(OptionModelTest)

} // namespace

#include "optionmodeltest.moc"
