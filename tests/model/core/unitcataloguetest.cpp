// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/momentformat.h"
#include "model/core/units.h"
#include "model/core/unittable.h"
#include "tests/support/testcase.h"

#include <QSet>
#include <QTest>

namespace {

using namespace sightglass;

/// Every id of Grafana's value formats (version 12), in its order.
constexpr const char *catalogue =
    "none string short sishort percent percentunit humidity dB candela hex0x hex sci locale pixel "
    "accMS2 accFS2 accG degree radian grad arcmin arcsec areaM2 areaF2 areaMI2 acres hectares "
    "flops mflops gflops tflops pflops eflops zflops yflops ppm conppb conngm3 conngNm3 con\u03BC"
    "gm3 "
    "con\u03BCgNm3 conmgm3 conmgNm3 congm3 congNm3 conmgdL conmmolL currencyUSD currencyGBP "
    "currencyEUR currencyJPY currencyRUB currencyUAH currencyBRL currencyCZK currencyCHF "
    "currencyPLN currencyBTC currencymBTC currencyZAR currencyINR currencyKRW currencyIDR "
    "currencyPHP currencyMYR currencyXPF currencyBGN currencyPYG currencyUYU currencyILS "
    "currency\u03BCBTC currencyDKK currencyISK currencyNOK currencySEK currencyVND currencyTRY bits "
    "decbits bytes decbytes kbytes deckbytes mbytes decmbytes gbytes decgbytes tbytes dectbytes "
    "pbytes decpbytes pps Bps binBps bps binbps KiBs Kibits KBs Kbits MiBs Mibits MBs Mbits GiBs "
    "Gibits GBs Gbits TiBs Tibits TBs Tbits PiBs Pibits PBs Pbits dateTimeAsIso "
    "dateTimeAsIsoNoDateIfToday dateTimeAsUS dateTimeAsUSNoDateIfToday dateTimeAsLocal "
    "dateTimeAsLocalNoDateIfToday dateTimeAsSystem dateTimeFromNow watt kwatt megwatt gwatt mwatt "
    "Wm2 voltamp kvoltamp voltampreact kvoltampreact watth watthperkg kwatth mwatth kwattm amph "
    "kamph mamph joule ev amp kamp mamp volt kvolt mvolt mohm ohm kohm Mohm farad \u00B5farad nfarad "
    "pfarad ffarad henry mhenry \u00B5henry lumens dBm flowgpm flowcms flowcfs flowcfm litreh flowlpm "
    "flowmlpm lux forceNm forcekNm forceN forcekN Hs KHs MHs GHs THs PHs EHs massmg massg masslb "
    "masskg masst lengthmm lengthcm lengthin lengthft lengthm lengthkm lengthmi pressurembar "
    "pressurebar pressurekbar pressurepa pressurehpa pressurekpa pressurehg pressurepsi radbq "
    "radci radgy radrad radsv radmsv radusv radrem radexpckg radr radsvh radmsvh radusvh rotrpm "
    "rothz rotkhz rotmhz rotghz rotrads rotdegs celsius fahrenheit kelvin hertz ns \u00B5s ms s m h d "
    "timeticks dtdurations dtdurationms dthms dtdhms clocks clockms cps ops reqps rps wps iops "
    "eps mps recps rowsps cpm opm reqpm rpm wpm epm mpm recpm rowspm velocityms velocitykmh "
    "velocitymph velocityknot mlitre litre m3 Nm3 dm3 gallons bool bool_yes_no bool_on_off ";

class UnitCatalogueTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everyIdIsKnown();
    void idsAreUniqueAndSorted();
    void formats_data();
    void formats();
    void decimals_data();
    void decimals();
    void ticks();
    void dates_data();
    void dates();
    void moment_data();
    void moment();
    void fromNow_data();
    void fromNow();
};

void UnitCatalogueTest::everyIdIsKnown()
{
    QSet<QString> known;
    for (const UnitInfo &unit : knownUnits())
        known.insert(QString::fromUtf8(unit.id.data(), qsizetype(unit.id.size())));
    const QStringList ids = QString::fromUtf8(catalogue).split(u' ', Qt::SkipEmptyParts);
    QVERIFY(ids.size() > 270);
    for (const QString &id : ids)
        QVERIFY2(known.contains(id), qPrintable(id));
}

void UnitCatalogueTest::idsAreUniqueAndSorted()
{
    const std::span<const UnitInfo> units = knownUnits();
    for (std::size_t at = 1; at < units.size(); ++at)
        QVERIFY2(units[at - 1].id < units[at].id, std::string(units[at].id).c_str());
    for (const UnitInfo &unit : units)
        QCOMPARE(unitInfo(unit.id).id.data(), unit.id.data());
}

void UnitCatalogueTest::formats_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("expected");
    const auto row = [](double value, const char *unit, const char *expected) {
        QTest::addRow("%.17g %s", value, unit)
            << value << QString::fromUtf8(unit) << QString::fromUtf8(expected);
    };
    row(1234, "string", "1234");
    row(1234567.891, "locale", "1,234,567.891");
    row(-1234, "locale", "-1,234");
    row(999, "locale", "999");
    row(123, "hex", "7B");
    row(-255, "hex0x", "-0xFF");
    row(10.5, "hex", "A.8");
    row(1500000, "sci", "1.5e+6");
    row(0.00012, "sci", "1.2e-4");
    row(12, "pixel", "12 px");
    row(1532.82, "currencyUSD", "$1.53K");
    row(-2.5e9, "currencyEUR", "-\u20AC2.50B");
    row(0, "currencyUSD", "$0");
    row(4.5e6, "currencyDKK", "4.50Mkr");
    row(7, "currencySEK", "7kr");
    row(1532.828, "currency:financial:$", "$1,532.83");
    row(-1532.5, "currency:financial:z\u0142:suffix", "-1,532.5 z\u0142");
    row(12, "currency:@", "@12");
    row(1000, "sishort", "1 k");
    row(0.001, "sishort", "1 m");
    row(5e-15, "farad", "5 fF");
    row(3,
        "\u00B5"
        "farad",
        "3 \u00B5"
        "F");
    row(2, "yflops", "2 YFLOPS");
    row(2500, "mflops", "2.50 GFLOPS");
    row(1, "mwatth", "1 MWh");
    row(1, "megwatt", "1 MW");
    row(1, "mwatt", "1 mW");
    row(2500, "pressurepsi", "2.50 ksi");
    row(12, "pressurepsi", "12 psi");
    row(30, "pressurehg", "30 \"Hg");
    row(5, "farenheit", "5 \u00B0F");
    row(1, "pbytes", "1 PiB");
    row(1, "decpbytes", "1 PB");
    row(1500, "Kibits", "1.46 Mib/s");
    row(1500, "Kbits", "1.50 Mb/s");
    row(42, "rotmhz", "42 MHz");
    row(9000, "timeticks", "1.50 mins");
    row(0, "timeticks", "0 s");
    row(93784, "dthms", "26:03:04");
    row(93784, "dtdhms", "1 d 02:03:04");
    row(59, "dtdhms", "00:00:59");
    row(-93784, "dtdhms", "1 d 02:03:04 ago");
    row(0, "dthms", "00:00:00");
    row(100, "clockms", "100ms");
    row(5040, "clockms", "05s:040ms");
    row(3665, "clocks", "01h:01m:05s:000ms");
    row(93784, "clocks", "26h:03m:04s:000ms");
    row(5, "prefix:about ", "about 5");
    row(-5, "prefix:~", "-~5");
    row(2500, "si:mV", "2.50 V");
    row(3, "si:\u00B5s", "3 \u00B5s");
    row(3, "si:", "3");
    row(2500, "count:birds", "2.50K birds");
    row(1, "bool:up/down", "up");
    row(0, "bool:up/down", "down");
    row(0, "bool:up", "-");
    row(3, "/ sec", "3 / sec");
    row(3, "Errors/Minute", "3 Errors/Minute");
    row(3, "time_series", "3 time_series");
    row(3, "C$", "3 C$");
    row(3, ":", "3 :");
    row(3, "unheard:of", "3 unheard:of");
}

void UnitCatalogueTest::formats()
{
    QFETCH(double, value);
    QFETCH(QString, unit);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(formatValue(value, unit.toStdString()).text()), expected);
}

void UnitCatalogueTest::decimals_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QString>("expected");
    const auto row = [](double value, const char *unit, int decimals, const char *expected) {
        QTest::addRow("%g %s %d", value, unit, decimals)
            << value << QString::fromUtf8(unit) << decimals << QString::fromUtf8(expected);
    };
    row(93784, "dtdurations", 0, "1 day");
    row(93784, "dtdurations", 1, "1 day, 2 hours");
    row(93784, "dtdurations", 3, "1 day, 2 hours, 3 minutes, 4 seconds");
    row(93784, "dtdurations", 99, "1 day, 2 hours, 3 minutes, 4 seconds, 0 milliseconds");
    row(3600, "dtdurations", 1, "1 hour, 0 minutes");
    row(93784000, "dtdurationms", 2, "1 day, 2 hours, 3 minutes");
    row(3665000, "clockms", 0, "01h");
    row(3665000, "clockms", 1, "01h:01m");
    row(3665000, "clockms", 2, "01h:01m:05s");
    row(65000, "clockms", 0, "01m");
    row(5040, "clockms", 0, "05s");
    row(1234.5678, "locale", 1, "1,234.6");
    row(1234.5678, "sci", 2, "1.23e+3");
    row(1532.82, "currencyUSD", 2, "$1.53K");
    row(123.4, "hex", 0, "7B");
}

void UnitCatalogueTest::decimals()
{
    QFETCH(double, value);
    QFETCH(QString, unit);
    QFETCH(int, decimals);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(formatValue(value, unit.toStdString(), decimals).text()), expected);
}

void UnitCatalogueTest::ticks()
{
    using Texts = std::vector<std::string>;
    QCOMPARE(formatTicks({0, 500, 1000}, "currencyUSD"), (Texts{"$0", "$0.5K", "$1.0K"}));
    QCOMPARE(formatTicks({0, 3600}, "dthms"), (Texts{"00:00:00", "01:00:00"}));
    QCOMPARE(formatTicks({0, 16}, "hex0x"), (Texts{"0x0", "0x10"}));
    QCOMPARE(formatTicks({1000, 2000}, "locale"), (Texts{"1,000", "2,000"}));
}

/// Two hours east of UTC.
ZoneRule cairo()
{
    return [](std::int64_t) { return ZoneOffset{7200, "EET"}; };
}

constexpr double instant = 1'700'000'000'987.0; // 2023-11-14 22:13:20.987 UTC, in Cairo the next day

void UnitCatalogueTest::dates_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("expected");
    const auto row = [](double value, const char *unit, const char *expected) {
        QTest::addRow("%.17g %s", value, unit)
            << value << QString::fromUtf8(unit) << QString::fromUtf8(expected);
    };
    row(instant, "dateTimeAsIso", "2023-11-15 00:13:20");
    row(instant, "dateTimeAsIsoNoDateIfToday", "00:13:20");
    row(instant - 3'600'000, "dateTimeAsIsoNoDateIfToday", "2023-11-14 23:13:20");
    row(instant, "dateTimeAsUS", "11/15/2023 12:13:20 am");
    row(instant, "dateTimeAsUSNoDateIfToday", "12:13:20 am");
    row(instant, "dateTimeAsSystem", "2023-11-15 00:13:20.987");
    row(instant, "dateTimeAsLocal", "2023-11-15 00:13:20");
    row(instant - 2 * 3'600'000, "dateTimeFromNow", "2 hours ago");
    row(instant, "time:YYYY-MM-DD", "2023-11-15");
    row(instant, "time:HH:mm", "00:13");
    row(instant / 1000, "unixSeconds", "2023-11-15 00:13:20.987");
    row(1e300, "time:YYYY", qPrintable(QString::fromStdString(formatValue(1e297, "s").text())));
}

void UnitCatalogueTest::dates()
{
    QFETCH(double, value);
    QFETCH(QString, unit);
    QFETCH(QString, expected);
    const DateContext dates{cairo(), instant, DateContext::Detail::Milliseconds};
    QCOMPARE(QString::fromStdString(formatValue(value, unit.toStdString(), {}, dates).text()), expected);
    QVERIFY(isDateUnit(unit.toStdString()));
    QVERIFY(!isDateUnit("s"));
}

void UnitCatalogueTest::moment_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("expected");
    const auto row = [](double value, const char *pattern, const char *expected) {
        QTest::addRow("%.17g %s", value, pattern)
            << value << QString::fromUtf8(pattern) << QString::fromUtf8(expected);
    };
    row(instant, "YYYY-MM-DDTHH:mm:ss.SSSZ", "2023-11-15T00:13:20.987+02:00");
    row(instant, "dddd, MMMM Do YYYY", "Wednesday, November 15th 2023");
    row(instant, "ddd dd d E", "Wed We 3 3");
    row(instant, "MMM D YY", "Nov 15 23");
    row(instant, "h:mm A hh a H k kk", "12:13 AM 12 am 0 24 24");
    row(instant, "[at] HH[h]", "at 00h");
    row(instant, "S SS SSSS ZZ z", "9 98 9870 +0200 EET");
    row(instant, "X x", "1700000000 1700000000987");
    row(instant, "DDD DDDD DDDo Q Qo", "319 319 319th 4 4th");
    row(instant, "LT|LTS|L|LL|LLL",
        "12:13 AM|12:13:20 AM|11/15/2023|November 15, 2023|November 15, 2023 12:13 AM");
    row(instant, "M/D", "11/15");
    row(0, "GGGG-[W]WW-E", "1970-W01-4");
    row(1'609'459'200'000.0, "GGGG-[W]WW gggg ww", "2020-W53 2021 01"); // 2021-01-01
    row(-1000, "YYYY-MM-DD HH:mm:ss", "1970-01-01 01:59:59");
    row(instant, "", "");
    row(instant, "[?", "[?");
}

void UnitCatalogueTest::moment()
{
    QFETCH(double, value);
    QFETCH(QString, pattern);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(momentText(value, pattern.toStdString(), cairo())), expected);
}

void UnitCatalogueTest::fromNow_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("expected");
    const auto row = [](double seconds, const char *expected) {
        QTest::addRow("%g", seconds) << seconds << QString::fromUtf8(expected);
    };
    row(0, "a few seconds ago");
    row(-44, "a few seconds ago");
    row(44, "in a few seconds");
    row(-45, "a minute ago");
    row(-89, "a minute ago");
    row(-90, "2 minutes ago");
    row(-44 * 60, "44 minutes ago");
    row(-45 * 60, "an hour ago");
    row(-90 * 60, "2 hours ago");
    row(-21.4 * 3600, "21 hours ago");
    row(22 * 3600, "in a day");
    row(-25 * 86400, "25 days ago");
    row(-26 * 86400, "a month ago");
    row(-100 * 86400.0, "3 months ago");
    row(-345 * 86400.0, "a year ago");
    row(-1000 * 86400.0, "3 years ago");
}

void UnitCatalogueTest::fromNow()
{
    QFETCH(double, seconds);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(timeFromNow(instant + seconds * 1000, instant)), expected);
}

SIGHTGLASS_TEST(UnitCatalogueTest)

} // namespace

#include "unitcataloguetest.moc"
