// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/base/numbertext.h"

#include "tests/support/testcase.h"

#include <QTest>

#include <bit>
#include <cmath>
#include <limits>

namespace {

using namespace sightglass;

constexpr double infinity = std::numeric_limits<double>::infinity();

class NumberTextTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsWhatGoAccepts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<double>("value");
        const auto row = [](const char *text, double value) {
            QTest::newRow(text) << QByteArray(text) << value;
        };
        row("0", 0.0);
        row("-0", -0.0);
        row("+1", 1.0);
        row("1.", 1.0);
        row(".5", 0.5);
        row("-.5", -0.5);
        row("00012", 12.0);
        row("1e3", 1000.0);
        row("1E+3", 1000.0);
        row("1e-3", 0.001);
        row("7.424100000000001e-05", 7.424100000000001e-05);
        row("9007199254740993", 9007199254740992.0);
        row("18446744073709551616", 18446744073709551616.0);
        row("1.7976931348623157e308", std::numeric_limits<double>::max());
        row("4.9e-324", std::numeric_limits<double>::denorm_min());
        row("1e-400", 0.0);
        row("-1e-400", -0.0);
        row("0e99999", 0.0);
        row("inf", infinity);
        row("+Inf", infinity);
        row("-iNf", -infinity);
        row("Infinity", infinity);
        row("-INFINITY", -infinity);
        row("123456789012345678901234567890", 123456789012345678901234567890.0);
        row("0.1000000000000000055511151231257827", 0.1);
    }

    void acceptsWhatGoAccepts()
    {
        QFETCH(QByteArray, text);
        QFETCH(double, value);
        const auto parsed = parseFloat(text.toStdString());
        QVERIFY(parsed.has_value());
        QCOMPARE(std::bit_cast<quint64>(*parsed), std::bit_cast<quint64>(value));
    }

    void acceptsNaNWithoutSign()
    {
        for (const char *text : {"nan", "NaN", "NAN"})
            QVERIFY(std::isnan(parseFloat(text).value_or(0)));
    }

    void refusesWhatPrometheusRefuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
             {"",        "+",   "-",    ".",      "e5",    "1e",    "1e+",    "1.2.3",   "--1", "+-1",
              " 1",      "1 ",  "0x10", "0x1p-2", "1_000", "+nan",  "-NaN",   "infi",    "in",  "nan(1)",
              "infinit", "1,5", "1d",   "1f",     "true",  "1e999", "-1e999", "1.8e308", "١"})
            QTest::newRow(text) << QByteArray(text);
        QTest::newRow("embedded NUL") << QByteArray("1\0", 2);
    }

    void refusesWhatPrometheusRefuses()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!parseFloat(text.toStdString()).has_value());
    }

    void formatsAsGo_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QByteArray>("plain");
        QTest::addColumn<QByteArray>("openMetrics");
        const auto row = [](double value, const char *plain, const char *openMetrics) {
            QTest::newRow(plain) << value << QByteArray(plain) << QByteArray(openMetrics);
        };
        row(0, "0", "0.0");
        row(-0.0, "-0", "-0.0");
        row(1, "1", "1.0");
        row(-1, "-1", "-1.0");
        row(10, "10", "10.0");
        row(0.5, "0.5", "0.5");
        row(0.005, "0.005", "0.005");
        row(0.0001, "0.0001", "0.0001");
        row(0.00001, "0.00001", "1e-05");
        row(1e-6, "0.000001", "1e-06");
        row(1.25e-7, "1.25e-07", "1.25e-07");
        row(100000, "100000", "100000.0");
        row(123456.5, "123456.5", "123456.5");
        row(1e6, "1000000", "1e+06");
        row(1234567, "1234567", "1.234567e+06");
        row(9223372036854775808.0, "9223372036854776000", "9.223372036854776e+18");
        row(1e20, "100000000000000000000", "1e+20");
        row(1e21, "1e+21", "1e+21");
        row(1.7976931348623157e308, "1.7976931348623157e+308", "1.7976931348623157e+308");
        row(4.9e-324, "5e-324", "5e-324");
        row(infinity, "+Inf", "+Inf");
        row(-infinity, "-Inf", "-Inf");
        row(std::nan(""), "NaN", "NaN");
    }

    void formatsAsGo()
    {
        QFETCH(double, value);
        QFETCH(QByteArray, plain);
        QFETCH(QByteArray, openMetrics);
        QCOMPARE(QByteArray::fromStdString(formatFloat(value)), plain);
        QCOMPARE(QByteArray::fromStdString(formatOpenMetricsFloat(value)), openMetrics);
    }

    void everyTextReadsBack()
    {
        quint64 bits = 0x9E3779B97F4A7C15U;
        for (int i = 0; i < 20000; ++i) {
            bits = bits * 6364136223846793005U + 1442695040888963407U;
            const double value = std::bit_cast<double>(bits);
            if (!std::isfinite(value))
                continue;
            QCOMPARE(parseFloat(formatFloat(value)).value_or(infinity), value);
            QCOMPARE(parseFloat(formatOpenMetricsFloat(value)).value_or(infinity), value);
        }
    }
};

SIGHTGLASS_TEST(NumberTextTest)

} // namespace

#include "numbertexttest.moc"
