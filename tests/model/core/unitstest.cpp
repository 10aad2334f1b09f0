// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/units.h"

#include "tests/support/testcase.h"

#include <QTest>

#include <cmath>
#include <ctime>
#include <limits>

namespace {

using namespace sightglass;

class UnitsTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void formats_data();
    void formats();
    void decimals_data();
    void decimals();
    void brief();
    void nonFinite();
    void ticks_data();
    void ticks();
    void ticksOfNothing();
    void infers_data();
    void infers();
    void binaryUnits();
    void hoursThatComeTwice();
    void dates_data();
    void dates();
    void presentUnits_data();
    void presentUnits();
};

void UnitsTest::formats_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("expected");
    const auto row = [](double value, const char *unit, const char *expected) {
        QTest::addRow("%.17g %s", value, unit)
            << value << QString::fromUtf8(unit) << QString::fromUtf8(expected);
    };
    row(0, "none", "0");
    row(1234567, "none", "1234567");
    row(12.3456, "none", "12.3");
    row(0.00012345, "none", "0.000123");
    row(3e22, "none", "3e+22");
    row(1e-15, "none", "1e-15");
    row(-0.0, "none", "0");
    row(0, "short", "0");
    row(999.4, "short", "999");
    row(999.96, "short", "1.00 K");
    row(1000, "short", "1 K");
    row(-1500, "short", "-1.50 K");
    row(1234567, "short", "1.23 Mil");
    row(999999, "short", "1.00 Mil");
    row(2.5e9, "short", "2.50 Bil");
    row(7e12, "short", "7 Tri");
    row(0.5, "short", "0.500");
    row(5e15, "short", "5 Quadr");
    row(5e24, "short", "5 Sept");
    row(5e15, "ops", "5000T ops/s");
    row(9.999, "none", "10.0");
    row(0.57, "percentunit", "57 %");
    row(0.99987, "percentunit", "99.99 %"); // not all of them
    row(99.95, "percent", "99.95 %");
    row(-0.99999, "percentunit", "-99.999 %");
    row(0.99999999, "percentunit", "99.999999 %");
    row(0.9999999999, "percentunit", "100 %");
    row(1, "percentunit", "100 %");
    row(1.00004, "percentunit", "100 %");
    row(12400, "ops", "12.4K ops/s");
    row(0.25, "ops", "0.250 ops/s");
    row(3, "reqps", "3 req/s");
    row(3, "rps", "3 rd/s");
    row(3, "wps", "3 wr/s");
    row(3, "iops", "3 io/s");
    row(3, "eps", "3 evt/s");
    row(3, "cps", "3 c/s");
    row(3, "opm", "3 ops/min");
    row(3, "rpm", "3 rd/min");
    row(97.26, "percent", "97.3 %");
    row(0.9726, "percentunit", "97.3 %");
    row(0, "s", "0 s");
    row(0.182, "s", "182 ms");
    row(1.82e-4, "s", "182 \u00B5s");
    row(1.5e-8, "s", "15 ns");
    row(0.9999999, "s", "1.00 s");
    row(59.4, "s", "59.4 s");
    row(59.97, "s", "1.00 min");
    row(90, "s", "1.50 mins");
    row(8280, "s", "2.30 hours");
    row(3 * 86400, "s", "3 days");
    row(86400, "s", "1 day");
    row(2.04 * 604800, "s", "2.04 weeks");
    row(0.5, "ms", "0.500 ms");
    row(14.0 * 86400 * 1000, "ms", "14 days");
    row(90e6, "\u00B5s", "90 s");
    row(0.5, "m", "0.500 min");
    row(10, "d", "1.43 weeks");
    row(-90, "s", "-1.50 mins");
    row(800 * 86400.0, "s", "2.19 years");
    row(0, "ms", "0 ms");
    row(1500, "ms", "1.50 s");
    row(250, "\u00B5s", "250 \u00B5s");
    row(250, "ns", "250 ns");
    row(90, "m", "1.50 hours");
    row(36, "h", "1.50 days");
    row(2, "d", "2 days");
    row(3725, "dtdurations", "1 hour");
    row(7200, "dtdurations", "2 hours");
    row(42.5, "dtdurations", "42 seconds");
    row(0, "dtdurations", "0 seconds");
    row(0, "dtdurationms", "0 milliseconds");
    row(-3725, "dtdurations", "1 hour ago");
    row(1536, "bytes", "1.50 KiB");
    row(1023, "bytes", "1023 B");
    row(1023.7, "bytes", "1.00 KiB");
    row(3.0 * 1024 * 1024 * 1024, "bytes", "3 GiB");
    row(1500, "decbytes", "1.50 kB");
    row(2048, "bits", "2 Kib");
    row(2000, "decbits", "2 kb");
    row(2048, "kbytes", "2 MiB");
    row(2048, "mbytes", "2 GiB");
    row(2048, "gbytes", "2 TiB");
    row(1.5e6, "Bps", "1.50 MB/s");
    row(1048576, "binBps", "1 MiB/s");
    row(1.5e6, "bps", "1.50 Mb/s");
    row(2.4e9, "hertz", "2.40 GHz");
    row(21.5, "celsius", "21.5 \u00B0C");
    row(0.003, "volt", "3 mV");
    row(1500, "watt", "1.50 kW");
    row(2e-6, "amp", "2 \u00B5A");
    row(2e6, "joule", "2 MJ");
    row(1, "bool", "True");
    row(0, "bool", "False");
    row(1, "bool_on_off", "On");
    row(12345, "widgets", "12345 widgets");
    // Where no prefix helps any more, the number stands in the unit as it is named.
    row(9.76e301, "short", "9.76e+301");
    row(-1.7e308, "ops", "-1.7e+308 ops/s");
    row(1e300, "bytes", "1e+300 B");
    row(1e300, "s", "1e+300 s");
    row(1.7e308, "d", "1.7e+308 d");
    row(1.7e308, "mbytes", "1.7e+308 MiB");
    row(-1.7e308, "percentunit", "-1.7e+308");
    row(2e-299, "s", "2e-299 s");
    row(3e-12, "s", "0.00300 ns");
    row(5, "suffix:msgs", "5 msgs");
    row(5000, "si:X", "5 kX");
    row(5, "", "5");
}

void UnitsTest::formats()
{
    QFETCH(double, value);
    QFETCH(QString, unit);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(formatValue(value, unit.toStdString()).text()), expected);
}

void UnitsTest::brief()
{
    const auto text = [](double value, const char *unit) {
        return QString::fromStdString(formatBriefly(value, unit).text());
    };
    QCOMPARE(text(1.5, "s"), QStringLiteral("1.5 s"));
    QCOMPARE(text(0.5, "none"), QStringLiteral("0.5"));
    QCOMPARE(text(2500, "ops"), QStringLiteral("2.5K ops/s"));
    QCOMPARE(text(59.97, "s"), QStringLiteral("1 min"));
    QCOMPARE(text(4.5e6, "currencyDKK"), QStringLiteral("4.5Mkr"));
    QCOMPARE(text(100, "none"), QStringLiteral("100"));
    QCOMPARE(text(1.7e308, "ops"), QStringLiteral("1.7e+308 ops/s"));
    QCOMPARE(text(0, "time:HH.mm"), QString::fromStdString(formatValue(0, "time:HH.mm").text()));
}

void UnitsTest::decimals_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QString>("expected");
    QTest::newRow("zeros stay") << 2.0 << QStringLiteral("none") << 2 << QStringLiteral("2.00");
    QTest::newRow("carry") << 999.96 << QStringLiteral("short") << 1 << QStringLiteral("1.0 K");
    QTest::newRow("no carry") << 999.96 << QStringLiteral("short") << 2 << QStringLiteral("999.96");
    QTest::newRow("none left") << 0.4 << QStringLiteral("percent") << 0 << QStringLiteral("0 %");
    QTest::newRow("no minus zero") << -0.004 << QStringLiteral("none") << 2 << QStringLiteral("0.00");
    QTest::newRow("negative count") << 3.7 << QStringLiteral("none") << -3 << QStringLiteral("4");
    QTest::newRow("half up") << 0.125 << QStringLiteral("none") << 2 << QStringLiteral("0.13");
    QTest::newRow("one as it is written") << 3723.5 << QStringLiteral("s") << 0 << QStringLiteral("1 hour");
    QTest::newRow("two as it is written") << 5500.0 << QStringLiteral("s") << 0 << QStringLiteral("2 hours");
    QTest::newRow("less than one") << -59.9 << QStringLiteral("s") << 0 << QStringLiteral("-1 min");
    QTest::newRow("said decimals") << 0.99987 << QStringLiteral("percentunit") << 1
                                   << QStringLiteral("100.0 %");
    QTest::newRow("seconds") << 90.0 << QStringLiteral("s") << 2 << QStringLiteral("1.50 mins");
}

void UnitsTest::decimals()
{
    QFETCH(double, value);
    QFETCH(QString, unit);
    QFETCH(int, decimals);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(formatValue(value, unit.toStdString(), decimals).text()), expected);
}

void UnitsTest::nonFinite()
{
    const double infinity = std::numeric_limits<double>::infinity();
    for (const char *unit : {"none", "s", "bytes", "percent", "bool", "dtdurations", "what"}) {
        QCOMPARE(formatValue(std::nan(""), unit), (FormattedValue{"NaN", ""}));
        QCOMPARE(formatValue(infinity, unit), (FormattedValue{"+Inf", ""}));
        QCOMPARE(formatValue(-infinity, unit, 2), (FormattedValue{"-Inf", ""}));
    }
    QCOMPARE(formatValue(std::numeric_limits<double>::max(), "gbytes").text(),
             std::string("1.8e+308 GiB")); // finite
    QVERIFY(!formatValue(std::numeric_limits<double>::max(), "s").number.empty());
    QVERIFY(formatValue(std::numeric_limits<double>::denorm_min(), "bytes").number.size() < 12);
}

void UnitsTest::ticks_data()
{
    QTest::addColumn<QList<double>>("values");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, QList<double> values, const char *unit, const char *expected) {
        QTest::newRow(name) << values << QString::fromUtf8(unit)
                            << QString::fromUtf8(expected).split(QLatin1Char('|'));
    };
    row("milliseconds", {0, 0.05, 0.1}, "s", "0 ms|50 ms|100 ms");
    row("half seconds", {0, 0.5, 1, 1.5}, "s", "0 s|0.5 s|1.0 s|1.5 s");
    row("quarter minutes", {0, 15, 30, 45, 60}, "s", "0 s|15 s|30 s|45 s|60 s");
    row("minutes", {0, 60, 120}, "s", "0 mins|1 min|2 mins");
    row("days as the values have them", {0, 864e6, 1728e6}, "ms", "0 days|10 days|20 days");
    row("hours", {0, 1800, 3600, 5400}, "s", "0 hours|0.5 hour|1.0 hour|1.5 hours");
    row("years", {0, 31536e4, 63072e4}, "s", "0 years|10 years|20 years");
    row("thousands", {0, 500, 1000, 1500}, "short", "0|0.5 K|1.0 K|1.5 K");
    row("quarter thousands", {0, 250, 500, 750, 1000}, "ops",
        "0 ops/s|250 ops/s|500 ops/s|750 ops/s|1000 ops/s");
    row("thousands of operations", {0, 2500, 5000}, "ops", "0 ops/s|2.5K ops/s|5.0K ops/s");
    row("negative", {-0.2, -0.1, 0, 0.1}, "none", "-0.2|-0.1|0|0.1");
    row("percentunit", {0, 0.25, 0.5, 1}, "percentunit", "0 %|25 %|50 %|100 %");
    row("binary", {0, 512.0 * 1024, 1024.0 * 1024}, "bytes", "0 B|0.5 MiB|1.0 MiB");
    row("read in the prefix of the values", {1.5358e9, 1.536e9, 1.5362e9}, "decbytes",
        "1.5358 GB|1.5360 GB|1.5362 GB");
    row("a quarter beyond", {0, 2.5e8, 5e8, 7.5e8, 1e9, 1.25e9}, "decbytes",
        "0 B|0.25 GB|0.50 GB|0.75 GB|1.00 GB|1.25 GB");
    row("quarters, binary", {0x1p28, 0x1p29, 0x1p30}, "bytes", "256 MiB|512 MiB|1024 MiB");
    row("quarters beyond, binary", {0x1p28, 0x1p29, 0x1p30, 0x1p28 * 5}, "bytes",
        "0.25 GiB|0.50 GiB|1.00 GiB|1.25 GiB");
    row("inexact tenths", {0.1, 0.1 + 0.2}, "none", "0.1|0.3");
    row("far from zero", {1000000.5, 1000001.0}, "none", "1000000.5|1000001.0");
    row("small", {0.0002, 0.0003, 0.0004}, "none", "0.0002|0.0003|0.0004");
    row("small shares", {2e-6, 3e-6}, "percentunit", "0.0002 %|0.0003 %");
    row("a little above a million", {1000010, 1000020, 1000030}, "short", "1000.01 K|1000.02 K|1000.03 K");
    row("a little above a thousand million", {1e9 + 10000, 1e9 + 20000}, "short", "1000.01 Mil|1000.02 Mil");
    row("a little around a thousand million", {1e9 - 0.001, 1e9, 1e9 + 0.001}, "none",
        "999999999.999|+0.001|+0.002");
    row("nearly the same seconds", {1.4981869545e-3, 1.498186955e-3, 1.4981869555e-3}, "s",
        "1.4981869545 ms|+0.0005 ns|+0.0010 ns");
    row("nearly the same size", {68719476736, 68719477760, 68719478784}, "bytes", "64 GiB|+1 KiB|+2 KiB");
    row("nearly the same sum", {-2e9, -2e9 + 5, -2e9 + 10}, "currencyUSD", "-$2B|+$5|+$10");
    row("smaller than decimals", {2e-300, 3e-300}, "none", "2e-300|3e-300");
    row("beyond all prefixes", {-1e308, 0, 1e308}, "short", "-1e+308|0|1e+308");
    row("bool", {0, 1}, "bool", "False|True");
    row("with infinity", {1, std::numeric_limits<double>::infinity()}, "s", "1 s|+Inf");
}

void UnitsTest::ticks()
{
    QFETCH(QList<double>, values);
    QFETCH(QString, unit);
    QFETCH(QStringList, expected);
    QStringList texts;
    for (const std::string &text : formatTicks({values.begin(), values.end()}, unit.toStdString()))
        texts.append(QString::fromStdString(text));
    QCOMPARE(texts, expected);
}

void UnitsTest::ticksOfNothing()
{
    QVERIFY(formatTicks({}, "s").empty());
    QCOMPARE(formatTicks({0}, "ms"), std::vector<std::string>{"0 ms"});
}

void UnitsTest::infers_data()
{
    QTest::addColumn<QString>("metric");
    QTest::addColumn<QString>("declared");
    QTest::addColumn<bool>("perSecond");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *metric, const char *declared, bool perSecond, const char *expected) {
        QTest::addRow("%s/%s/%d", metric, declared, perSecond)
            << QString::fromUtf8(metric) << QString::fromUtf8(declared) << perSecond
            << QString::fromUtf8(expected);
    };
    row("http_request_duration_seconds", "", false, "s");
    row("http_request_duration_seconds_bucket", "", false, "s");
    row("http_request_duration_seconds_count", "", true, "ops");
    row("action_duration_ms", "", false, "ms");
    row("node_memory_MemFree_bytes", "", false, "bytes");
    row("node_network_receive_bytes_total", "", true, "Bps");
    row("node_network_receive_bytes_total", "", false, "bytes");
    row("node_cpu_seconds_total", "", true, "percentunit");
    row("fan_speed_rpm", "", false, "rotrpm");
    row("cpu_usage_ratio", "", false, "percentunit");
    row("cpu_usage_percent", "", false, "percent");
    row("node_hwmon_temp_celsius", "", false, "celsius");
    row("events_processed_total", "", true, "eps");
    row("proxy_bytes_received_total", "", true, "Bps");
    row("proxy_bytes_used", "", false, "bytes");
    row("worker_seconds_spent_total", "", true, "percentunit");
    row("pages_in", "", false, "short");
    row("received", "", true, "ops");
    row("heatCelsius", "", false, "celsius");
    row("diskSizeMB", "", false, "mbytes");
    row("http_requests_total", "", true, "reqps");
    row("node_load1", "", false, "short");
    row("queue_depth", "", false, "short");
    row("tank_volume_liters", "", false, "litre");
    row("node_edac_size_mebibytes", "", false, "mbytes");
    row("travelled_meters_total", "", true, "velocityms");
    row("wifi_signal_dbm", "", false, "dBm");
    row("latency", "seconds", false, "s");
    row("latency", "bytes", true, "Bps");
    row("energy_joules_total", "", true, "watt");
    row("job:latency:seconds", "", false, "s");
    row("seconds", "", false, "s");
    row("", "", false, "short");
    row("odd_thing_seconds", "unheard_of", false, "s");
}

void UnitsTest::infers()
{
    QFETCH(QString, metric);
    QFETCH(QString, declared);
    QFETCH(bool, perSecond);
    QFETCH(QString, expected);
    const UnitForm form = perSecond ? UnitForm::PerSecond : UnitForm::Value;
    QCOMPARE(QString::fromStdString(inferUnit(metric.toStdString(), declared.toStdString(), form)), expected);
}

void UnitsTest::hoursThatComeTwice()
{
    // A zone that goes back by an hour at 3600 s.
    DateContext dates;
    dates.zone = [](std::int64_t seconds) {
        return seconds < 3600 ? ZoneOffset{7200, "SUM"} : ZoneOffset{3600, "WIN"};
    };
    const auto text = [&dates](double seconds, const char *unit) {
        return QString::fromStdString(formatValue(seconds * 1000, unit, std::nullopt, dates).text());
    };
    QCOMPARE(text(1800, "dateTimeAsIso"), QStringLiteral("1970-01-01 02:30:00 SUM"));
    QCOMPARE(text(5400, "dateTimeAsIso"), QStringLiteral("1970-01-01 02:30:00 WIN"));
    QCOMPARE(text(5400, "dateTimeAsUS"), QStringLiteral("01/01/1970 2:30:00 am WIN"));
    QCOMPARE(text(7200, "dateTimeAsIso"), QStringLiteral("1970-01-01 03:00:00"));
    QCOMPARE(text(-1, "dateTimeAsIso"), QStringLiteral("1970-01-01 01:59:59"));
    QCOMPARE(text(5400, "time:HH:mm"), QStringLiteral("02:30"));
    // Where both are called alike, the distance from UTC tells them apart.
    dates.zone = [](std::int64_t seconds) { return ZoneOffset{seconds < 3600 ? -12'600 : -14'400, "X"}; };
    QCOMPARE(text(3599, "dateTimeAsIso"), QStringLiteral("1969-12-31 21:29:59 -03:30"));
    QCOMPARE(text(3600, "dateTimeAsIso"), QStringLiteral("1969-12-31 21:00:00 -04:00"));
}

void UnitsTest::dates_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("expected");
    QTest::newRow("Grafana's milliseconds")
        << 1'700'000'000'999.0 << QStringLiteral("dateTimeAsIso") << QStringLiteral("2023-11-14 22:13:20");
    QTest::newRow("seconds") << 1'700'000'000.9 << QStringLiteral("unixSeconds")
                             << QStringLiteral("2023-11-14 22:13:20");
    QTest::newRow("before the epoch")
        << -1.0 << QStringLiteral("unixSeconds") << QStringLiteral("1969-12-31 23:59:59");
    QTest::newRow("far beyond the calendar")
        << 1e300 << QStringLiteral("unixSeconds") << QString::fromStdString(formatValue(1e300, "s").text());
    QTest::newRow("not a number") << std::nan("") << QStringLiteral("unixSeconds") << QStringLiteral("NaN");
}

void UnitsTest::dates()
{
    QFETCH(double, value);
    QFETCH(QString, unit);
    QFETCH(QString, expected);
    const QByteArray zone = qgetenv("TZ");
    qputenv("TZ", "UTC");
    tzset();
    const std::string text = formatValue(value, unit.toStdString()).text();
    if (zone.isNull())
        qunsetenv("TZ");
    else
        qputenv("TZ", zone);
    tzset();
    QCOMPARE(QString::fromStdString(text), expected);
}

void UnitsTest::presentUnits_data()
{
    QTest::addColumn<QString>("metric");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *metric, double value, const char *expected) {
        QTest::addRow("%s %g", metric, value)
            << QString::fromUtf8(metric) << value << QString::fromUtf8(expected);
    };
    row("process_start_time_seconds", 1.7e9, "unixSeconds");
    row("process_start_time_seconds", 12, "s");
    row("x_created", 1.7e9, "unixSeconds");
    row("head_max_time", 1.7e12, "dateTimeAsIso");
    row("head_max_time", 17, "short");
    row("cpu_time_seconds_total", 1e10, "s");
    row("memory_bytes", 1.7e9, "bytes");
    row("requests_total", 1.7e9, "short");
    row("", 1.7e9, "short");
}

void UnitsTest::presentUnits()
{
    QFETCH(QString, metric);
    QFETCH(double, value);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(inferPresentUnit(metric.toStdString(), value)), expected);
}

void UnitsTest::binaryUnits()
{
    QVERIFY(isBinaryUnit("bytes"));
    QVERIFY(isBinaryUnit("binBps"));
    QVERIFY(!isBinaryUnit("decbytes"));
    QVERIFY(!isBinaryUnit("s"));
    QVERIFY(!isBinaryUnit("unheard of"));
}

SIGHTGLASS_TEST(UnitsTest)

} // namespace

#include "unitstest.moc"
