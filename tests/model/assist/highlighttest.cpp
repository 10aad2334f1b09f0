// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assist/highlight.h"

#include "model/assist/formatquery.h"
#include "model/assist/intervalmask.h"
#include "model/assist/loosetokens.h"
#include "parser/promql/parse.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

/// One letter for each byte: what it is coloured as; a blank for what is not.
QByteArray painted(const QByteArray &query)
{
    constexpr std::string_view letters = "MLFAKOPNDSVCX";
    QByteArray result(query.size(), ' ');
    std::size_t end = 0;
    for (const ColoredSpan &colored : highlight(query.toStdString())) {
        if (colored.span.begin < end || colored.span.end <= colored.span.begin)
            return "overlap";
        end = colored.span.end;
        for (std::size_t i = colored.span.begin; i < end; ++i)
            result[static_cast<qsizetype>(i)] = letters[static_cast<std::size_t>(colored.tokenClass)];
    }
    return result;
}

class HighlightTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void classes_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("classes");
        const auto row = [](const char *name, const char *query, const char *classes) {
            QTest::newRow(name) << QByteArray(query) << QByteArray(classes);
        };
        row("finished", "sum by (le) (rate(x{a=\"b\"}[5m]))", "AAA KK PLLP PFFFFPMPLOSSSPPDDPPP");
        row("a metric called sum", "sum + 1e3", "MMM O NNN");
        row("matching", "a / on (b) group_left c", "M O KK PLP KKKKKKKKKK M");
        row("comment", "up # down\n+ 1", "MM CCCCCC O N");
        row("variable", "rate(x[$__rate_interval])", "FFFFPMPVVVVVVVVVVVVVVVVPP");
        row("open brace", "rate(x{a=", "FFFFPMPLO");
        row("open string", "x{a=\"b, c", "MPLOSSSSS");
        row("open bracket", "rate(x[5", "FFFFPMPN");
        row("goes on behind what is wrong", "a ? b", "M X M");
        row("too many parentheses", "a) + b", "MX O M");
        row("bad escape", "x{a=\"\\q\", b=\"c\"}", "MPLOXXXXP LOSSSP");
        row("bad number", "5mm + x", "XXX O M");
        row("keyword in braces", "x{by=\"1\"}", "MPLLOSSSP");
        row("empty", "", "");
    }
    void classes()
    {
        QFETCH(QByteArray, query);
        QFETCH(QByteArray, classes);
        QCOMPARE(painted(query), classes);
    }

    /// Every beginning of a query can be coloured, in order and without overlap.
    void everyBeginning()
    {
        const QByteArray query =
            "histogram_quantile(0.9, sum by (le, \"a b\") (rate({\"x y\", c!~'d\\'e'}[5m:1m] "
            "offset -1d))) > bool 5 # ende\nunless on() `raw` @ end()";
        for (qsizetype length = 0; length <= query.size(); ++length)
            QVERIFY(painted(query.left(length)) != "overlap");
    }

    void hostileTextIsBounded()
    {
        QByteArray query;
        for (int i = 0; i < 20'000; ++i)
            query += "?)\"";
        QVERIFY(painted(query) != "overlap");
        QVERIFY(highlight(QByteArray(100'000, '(').toStdString()).size() == 100'000);
    }

    void brackets_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<int>("cursor");
        QTest::addColumn<int>("bracket");
        QTest::addColumn<int>("partner");
        QTest::newRow("behind") << QByteArray("rate(x[5m])") << 11 << 10 << 4;
        QTest::newRow("before") << QByteArray("rate(x[5m])") << 4 << 4 << 10;
        QTest::newRow("square") << QByteArray("rate(x[5m])") << 7 << 6 << 9;
        QTest::newRow("none near") << QByteArray("rate(x[5m])") << 2 << -1 << -1;
        QTest::newRow("in a string") << QByteArray("x{a=\"(\"}") << 6 << -1 << -1;
        QTest::newRow("unmatched") << QByteArray("sum(x") << 4 << 3 << -1;
        QTest::newRow("too many") << QByteArray("x)") << 2 << 1 << -1;
        QTest::newRow("begin") << QByteArray("(x)") << 0 << 0 << 2;
    }
    void brackets()
    {
        QFETCH(QByteArray, query);
        QFETCH(int, cursor);
        const auto pair = bracketAt(query.toStdString(), static_cast<std::size_t>(cursor));
        QTEST(pair ? static_cast<int>(pair->bracket) : -1, "bracket");
        QTEST(pair && pair->partner ? static_cast<int>(*pair->partner) : -1, "partner");
    }

    void variablesAreMaskedInPlace()
    {
        const std::string query = "rate(x[$__rate_interval]) + y[${__interval}:$__interval] + $__intervals";
        const std::string masked = maskedIntervals(query, {15'000, 60'000});
        QCOMPARE(masked.size(), query.size());
        QCOMPARE(QByteArray::fromStdString(masked),
                 QByteArray("rate(x[00000000060000ms]) + y[00000015000ms:000015000ms] + $__intervals"));
        QVERIFY(promql::parseExpr("rate(x[00000000060000ms])").ok());
        QCOMPARE(intervalVariables(query).size(), std::size_t{3});
    }

    /// However they are written, a number among them, and in PromQL's own forms.
    void everyFormIsMasked_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("masked");
        QTest::newRow("brackets") << QByteArray("rate(x[[[__interval]]])")
                                  << QByteArray("rate(x[000000015000ms])");
        QTest::newRow("a format") << QByteArray("rate(x[${__rate_interval:raw}])")
                                  << QByteArray("rate(x[00000000000000060000ms])");
        QTest::newRow("a number") << QByteArray("x / $__interval_ms") << QByteArray("x / 15000.00000000");
        QTest::newRow("of rates") << QByteArray("x / ${__rate_interval_ms}")
                                  << QByteArray("x / 60000.000000000000000");
        QTest::newRow("with its unit")
            << QByteArray("rate(x[${__interval_ms}ms])") << QByteArray("rate(x[0000000000015000ms])");
        QTest::newRow("the range") << QByteArray("rate(x[$__range]) / $__range_s + ${__range_ms}")
                                   << QByteArray("rate(x[0003600s]) / 3600.00000 + 3600000.00000");
        QTest::newRow("longer names")
            << QByteArray("x{a=\"$__interval_msx\"}") << QByteArray("x{a=\"$__interval_msx\"}");
    }

    void everyFormIsMasked()
    {
        QFETCH(QByteArray, query);
        const std::string masked = maskedIntervals(query.toStdString(), {15'000, 60'000});
        QTEST(QByteArray::fromStdString(masked), "masked");
        QVERIFY(promql::parseExpr(masked).ok());
    }

    void formatting()
    {
        const auto formatted = formattedQuery("sum  by(le)(rate( x [$__rate_interval] ))");
        QVERIFY(formatted.ok());
        QCOMPARE(QByteArray::fromStdString(*formatted),
                 QByteArray("sum by (le) (rate(x[$__rate_interval]))"));
        const auto ranges =
            formattedQuery("increase(x[ ${__range} ])/$__range_s+rate(y[${__range_s}s])*$__range_ms"
                           "-rate(z[[[__interval_ms]]ms])");
        QVERIFY(ranges.ok());
        QCOMPARE(QByteArray::fromStdString(*ranges).simplified(),
                 QByteArray("increase(x[$__range]) / $__range_s + rate(y[$__range]) * $__range_ms - "
                            "rate(z[$__interval])"));
        QVERIFY(!formattedQuery("sum(").ok());
        QVERIFY(formattedQuery("up # why").error().code == ErrorCode::Unsupported);
    }
};

} // namespace

SIGHTGLASS_TEST(HighlightTest)
#include "highlighttest.moc"
