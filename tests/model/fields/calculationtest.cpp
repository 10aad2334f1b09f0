// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/calculation.h"

#include "model/fields/jsvalue.h"
#include "tests/model/fields/fieldmaker.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <cmath>
#include <limits>

namespace {

using namespace sightglass;
using Values = std::vector<FieldValue>;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();
const FieldValue null;

/// A result as a text with its kind: "null", "bool true", "text a", "7".
QString shown(const FieldValue &value)
{
    if (std::holds_alternative<std::monostate>(value))
        return QStringLiteral("null");
    const char *kind = std::holds_alternative<bool>(value)          ? "bool "
                       : std::holds_alternative<std::string>(value) ? "text "
                                                                    : "";
    return QString::fromLatin1(kind) + QString::fromStdString(cellText(value));
}

class CalculationTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void ids();
    void aliases();
    void percentiles();
    void results_data();
    void results();
    void nulls_data();
    void nulls();
    void ofNothing_data();
    void ofNothing();
    void ofOtherTypes_data();
    void ofOtherTypes();
    void bareNumbers_data();
    void bareNumbers();
    void units();
};

void CalculationTest::ids()
{
    for (int at = 0; at <= int(Calculation::Percentile99); ++at) {
        const auto calculation = Calculation(at);
        const std::string_view id = calculationId(calculation);
        QVERIFY(!id.empty());
        QCOMPARE(calculationFromId(id), calculation);
    }
    QCOMPARE(calculationId(Calculation::MinAboveZero), std::string_view("logmin"));
    QCOMPARE(calculationId(Calculation::StandardDeviation), std::string_view("stdDev"));
    QCOMPARE(calculationId(Calculation::UniqueValues), std::string_view("uniqueValues"));
    QCOMPARE(calculationId(percentileCalculation(5)), std::string_view("p5"));
    QCOMPARE(calculationId(percentileCalculation(95)), std::string_view("p95"));
}

void CalculationTest::aliases()
{
    QCOMPARE(calculationFromId("current"), Calculation::LastNotNull);
    QCOMPARE(calculationFromId("avg"), Calculation::Mean);
    QCOMPARE(calculationFromId("total"), Calculation::Sum);
    for (const char *unknown : {"", "p", "p0", "p05", "p100", "px", "p9x", "Max", "not a stat", "max "})
        QVERIFY2(!calculationFromId(unknown), unknown);
}

void CalculationTest::percentiles()
{
    Values values;
    for (int number = 100; number >= 0; --number)
        values.emplace_back(double(number));
    const Field field = test::makeField("x", values);
    for (int percent = 1; percent < 100; ++percent)
        QCOMPARE(std::get<double>(calculate(percentileCalculation(percent), field)), double(percent));
    QCOMPARE(percentOf(percentileCalculation(42)), std::optional(42));
    QVERIFY(!percentOf(Calculation::Median));
    // At the nearest rank, not between two.
    QCOMPARE(shown(calculate(percentileCalculation(50), test::makeField("x", {1.0, 2.0}))),
             QStringLiteral("2"));
}

void CalculationTest::results_data()
{
    QTest::addColumn<Values>("values");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, Values values, const char *id, const char *expected) {
        QTest::addRow("%s of %s", id, name) << values << QString::fromUtf8(id) << QString::fromUtf8(expected);
    };
    const Values two = {10.0, 20.0};
    row("two", two, "first", "10");
    row("two", two, "last", "20");
    row("two", two, "mean", "15");
    row("two", two, "count", "2");
    row("two", two, "diffperc", "100");
    row("two", two, "variance", "25");
    row("two", two, "stdDev", "5");
    row("two", two, "distinctCount", "2");
    row("two", two, "changeCount", "1");
    const Values even = {100.0, 200.0, 300.0, 400.0};
    row("even steps", even, "step", "100");
    row("even steps", even, "delta", "300");
    row("even steps", even, "median", "250");
    row("even steps", even, "range", "300");
    row("even steps", even, "diff", "300");
    const Values ends = {null, 200.0, null};
    row("null ends", ends, "first", "null");
    row("null ends", ends, "last", "null");
    row("null ends", ends, "firstNotNull", "200");
    row("null ends", ends, "lastNotNull", "200");
    row("null ends", ends, "diffperc", "0");
    row("null ends", ends, "countAll", "3");
    const Values strange = {nan, 200.0, nan};
    row("NaN ends", strange, "first", "NaN");
    row("NaN ends", strange, "last", "NaN");
    row("NaN ends", strange, "firstNotNull", "200");
    row("NaN ends", strange, "lastNotNull", "200");
    row("NaN ends", strange, "count", "3");
    row("NaN ends", strange, "mean", "200");
    row("NaN ends", strange, "max", "200");
    row("NaN ends", strange, "median", "200");
    row("NaN ends", strange, "stdDev", "0");
    row("NaN ends", strange, "changeCount", "2");
    row("NaN ends", strange, "distinctCount", "2");
    const Values reset = {1.0, 10.0, 20.0, 5.0, 10.0};
    row("a reset", reset, "delta", "29");
    row("a reset at the end", {1.0, 10.0, 20.0, 5.0}, "delta", "24");
    row("a reset before a null", {1.0, 20.0, 5.0, null}, "delta", "19");
    row("two resets in a row", {3.0, 2.0, 1.0, 4.0}, "delta", "4");
    row("repeated", {1.0, 2.0, 2.0, 3.0, 1.0}, "uniqueValues", "text 1, 2, 3");
    row("repeated", {1.0, 2.0, 2.0, 3.0, 1.0}, "allValues", "text 1, 2, 2, 3, 1");
    row("repeated", {3.0, 2.0, 2.0, 3.0, 1.0}, "mode", "3");
    row("signs", {-3.0, 0.0, 5.0, 0.5}, "logmin", "0.5");
    row("nothing above zero", {-3.0, 0.0}, "logmin", "null");
    row("zeros", {0.0, 0.0}, "allIsZero", "bool true");
    row("zeros", {0.0, 0.0}, "allIsNull", "bool false");
    row("zeros", {0.0, 0.0}, "diffperc", "NaN");
    row("zero and one", {0.0, 1.0}, "allIsZero", "bool false");
    row("nulls", {null, null}, "allIsNull", "bool true");
    row("nulls", {null, null}, "allIsZero", "bool false");
    row("nulls", {null, null}, "sum", "0");
    row("nulls", {null, null}, "mean", "null");
    row("nulls", {null, null}, "max", "null");
    row("nulls", {null, null}, "step", "null");
    row("nulls", {null, null}, "range", "null");
    row("nulls", {null, null}, "diff", "null");
    row("nulls", {null, null}, "lastNotNull", "null");
    row("nulls", {null, null}, "variance", "0");
    row("nulls", {null, null}, "median", "null");
    row("NaN alone", {nan}, "lastNotNull", "null");
    row("infinite", {infinity, 1.0}, "max", "Infinity");
    row("falling", {3.0, 1.0, 2.0}, "step", "-2");
}

void CalculationTest::results()
{
    QFETCH(Values, values);
    QFETCH(QString, id);
    QFETCH(QString, expected);
    const auto calculation = calculationFromId(id.toStdString());
    QVERIFY(calculation);
    QCOMPARE(shown(calculate(*calculation, test::makeField("x", values))), expected);
}

void CalculationTest::nulls_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("ignored");
    QTest::addColumn<QString>("asNull");
    QTest::addColumn<QString>("asZero");
    const auto row = [](const char *id, const char *ignored, const char *asNull, const char *asZero) {
        QTest::newRow(id) << QString::fromUtf8(id) << QString::fromUtf8(ignored) << QString::fromUtf8(asNull)
                          << QString::fromUtf8(asZero);
    };
    row("min", "1", "1", "0");
    row("mean", "2.5", "2.5", "2");
    row("median", "2.5", "2", "2");
    row("count", "4", "5", "5");
    row("range", "3", "3", "4");
    row("delta", "4", "4", "6");
    row("distinctCount", "4", "5", "5");
    row("step", "-1", "-1", "-3");
    row("changeCount", "3", "4", "4");
}

void CalculationTest::nulls()
{
    QFETCH(QString, id);
    QFETCH(QString, ignored);
    QFETCH(QString, asNull);
    QFETCH(QString, asZero);
    const Field field = test::makeField("x", {3.0, null, 2.0, 1.0, 4.0});
    const auto calculation = calculationFromId(id.toStdString());
    QVERIFY(calculation);
    QCOMPARE(shown(calculate(*calculation, field)), ignored);
    QCOMPARE(shown(calculate(*calculation, field, NullsAs::Ignored)), ignored);
    QCOMPARE(shown(calculate(*calculation, field, NullsAs::Null)), asNull);
    QCOMPARE(shown(calculate(*calculation, field, NullsAs::Zero)), asZero);
}

void CalculationTest::ofNothing_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *id, const char *expected) {
        QTest::newRow(id) << QString::fromUtf8(id) << QString::fromUtf8(expected);
    };
    row("sum", "0");
    row("count", "0");
    row("countAll", "0");
    row("allIsZero", "bool false");
    row("allIsNull", "bool true");
    for (const char *id : {"last", "first", "lastNotNull", "min", "max", "mean", "median", "variance",
                           "delta", "diffperc", "changeCount", "distinctCount", "p95", "allValues"})
        row(id, "null");
}

void CalculationTest::ofNothing()
{
    QFETCH(QString, id);
    QFETCH(QString, expected);
    const auto calculation = calculationFromId(id.toStdString());
    QVERIFY(calculation);
    QCOMPARE(shown(calculate(*calculation, test::makeField("x", {}))), expected);
    const double number = calculate(*calculation, std::span<const double>());
    QCOMPARE(std::isnan(number), expected == QStringLiteral("null"));
}

void CalculationTest::ofOtherTypes_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *id, const char *expected) {
        QTest::newRow(id) << QString::fromUtf8(id) << QString::fromUtf8(expected);
    };
    row("last", "text b");
    row("firstNotNull", "text a");
    row("count", "3");
    row("countAll", "4");
    row("distinctCount", "2");
    row("changeCount", "1");
    row("uniqueValues", "text , a, b");
    row("max", "null");
    row("sum", "0");
    row("mean", "null");
    row("diff", "null");
    row("variance", "0");
    row("allIsNull", "bool true"); // Grafana's notion: there is no number
    row("allIsZero", "bool false");
}

void CalculationTest::ofOtherTypes()
{
    QFETCH(QString, id);
    QFETCH(QString, expected);
    const Field field =
        test::makeField("x", {null, std::string("a"), std::string("a"), std::string("b")}, FieldType::Text);
    const auto calculation = calculationFromId(id.toStdString());
    QVERIFY(calculation);
    QCOMPARE(shown(calculate(*calculation, field)), expected);
}

void CalculationTest::bareNumbers_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<double>("expected");
    const auto row = [](const char *id, double expected) {
        QTest::newRow(id) << QString::fromUtf8(id) << expected;
    };
    row("last", nan);
    row("lastNotNull", 4);
    row("first", 3);
    row("firstNotNull", 3);
    row("min", 1);
    row("max", 4);
    row("mean", 2.5);
    row("median", 2.5);
    row("sum", 10);
    row("count", 4);
    row("countAll", 6);
    row("delta", 4);
    row("changeCount", 3);
    row("distinctCount", 4);
    row("p99", 4);
    row("p1", 1);
    row("variance", 1.25);
    row("mode", 3);
    row("allIsNull", 0);
    row("allIsZero", 0);
    row("allValues", nan);
    row("range", 3);
}

void CalculationTest::bareNumbers()
{
    QFETCH(QString, id);
    QFETCH(double, expected);
    const std::vector<double> values = {3, nan, 2, 1, 4, nan};
    const auto calculation = calculationFromId(id.toStdString());
    QVERIFY(calculation);
    QCOMPARE(calculate(*calculation, values), expected);
}

void CalculationTest::units()
{
    QVERIFY(keepsUnit(Calculation::Max));
    QVERIFY(keepsUnit(percentileCalculation(95)));
    QVERIFY(!keepsUnit(Calculation::Count));
    QVERIFY(!keepsUnit(Calculation::DifferencePercent));
    QCOMPARE(resultType(Calculation::Count, FieldType::Text), FieldType::Number);
    QCOMPARE(resultType(Calculation::AllIsNull, FieldType::Number), FieldType::Boolean);
    QCOMPARE(resultType(Calculation::Last, FieldType::Time), FieldType::Time);
}

SIGHTGLASS_TEST(CalculationTest)

} // namespace

#include "calculationtest.moc"
