// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/units.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

/// Why a value is written otherwise than Grafana 12 writes it.
enum class Difference
{
    None,
    Spaced ///< a space before the percent sign
};

/// One for each of Grafana's categories, and for what differs in it.
class GrafanaWordingTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void settled_data();
    void settled();
};

void GrafanaWordingTest::settled_data()
{
    QTest::addColumn<QString>("category");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("grafana");
    QTest::addColumn<QString>("ours");
    QTest::addColumn<int>("difference");
    const auto row = [](const char *category, const char *unit, double value, const char *grafana,
                        const char *ours, Difference difference = Difference::None) {
        QTest::addRow("%s: %s %g", category, unit, value)
            << QString::fromUtf8(category) << QString::fromUtf8(unit) << value << QString::fromUtf8(grafana)
            << QString::fromUtf8(ours) << int(difference);
    };
    row("misc", "none", 12.345, "12.3", "12.3");
    row("misc", "none", 1.5, "1.50", "1.50");
    row("misc", "short", 250, "250", "250");
    row("misc", "short", 12345, "12.3 K", "12.3 K");
    row("misc", "short", 1234567, "1.23 Mil", "1.23 Mil");
    row("misc", "short", 2.34e9, "2.34 Bil", "2.34 Bil");
    row("misc", "sishort", 12345, "12.3 k", "12.3 k");
    row("misc", "percent", 12.3, "12.3%", "12.3 %", Difference::Spaced);
    row("misc", "percentunit", 0.123, "12.3%", "12.3 %", Difference::Spaced);
    row("misc", "humidity", 55.6, "55.6 %H", "55.6 %H");
    row("misc", "dB", 3, "3 dB", "3 dB");
    row("misc", "hex0x", 255, "0xFF", "0xFF");
    row("misc", "sci", 12345, "1.2345e+4", "1.2345e+4");
    row("misc", "locale", 1234567.5, "1,234,567.5", "1,234,567.5");
    row("acceleration", "accG", 2, "2 g", "2 g");
    row("angle", "degree", 30, "30 °", "30 °");
    row("area", "areaM2", 4, "4 m²", "4 m²");
    row("computation", "gflops", 12, "12 GFLOPS", "12 GFLOPS");
    row("concentration", "ppm", 12, "12 ppm", "12 ppm");
    row("currency", "currencyUSD", 12, "$12", "$12");
    row("currency", "currencySEK", 2.5e9, "2.50Bkr", "2.50Bkr");
    row("currency", "currencyUSD", 12345, "$12.3K", "$12.3K");
    row("data (IEC)", "bytes", 12.3 * 1024, "12.3 KiB", "12.3 KiB");
    row("data (IEC)", "mbytes", 12.3 * 1024, "12.3 GiB", "12.3 GiB");
    row("data (metric)", "decbytes", 12345, "12.3 kB", "12.3 kB");
    row("data rate", "Bps", 123456, "123 kB/s", "123 kB/s");
    row("data rate", "bps", 123456, "123 kb/s", "123 kb/s");
    row("data rate", "binBps", 123 * 1024, "123 KiB/s", "123 KiB/s");
    row("data rate", "pps", 123, "123 p/s", "123 p/s");
    row("data rate", "pps", 12345, "12.3 kp/s", "12.3 kp/s");
    row("energy", "kwatth", 12345, "12.3 MWh", "12.3 MWh");
    row("energy", "volt", 0.0123, "12.3 mV", "12.3 mV");
    row("flow", "flowlpm", 12, "12 L/min", "12 L/min");
    row("force", "forceN", 12345, "12.3 kN", "12.3 kN");
    row("hash rate", "Hs", 12345, "12.3 kH/s", "12.3 kH/s");
    row("mass", "masskg", 12, "12 kg", "12 kg");
    row("length", "lengthm", 12345, "12.3 km", "12.3 km");
    row("pressure", "pressurehpa", 1013, "1013 hPa", "1013 hPa");
    row("radiation", "radsv", 0.0123, "12.3 mSv", "12.3 mSv");
    row("rotational speed", "rotrpm", 1200, "1200 rpm", "1200 rpm");
    row("temperature", "celsius", 21.6, "21.6 °C", "21.6 °C");
    row("time", "s", 42, "42 s", "42 s");
    row("time", "s", 0.0123, "12.3 ms", "12.3 ms");
    row("time", "s", 738, "12.3 mins", "12.3 mins");
    row("time", "s", 44280, "12.3 hours", "12.3 hours");
    row("time", "s", 259200, "3 days", "3 days");
    row("time", "s", 3600, "1 hour", "1 hour");
    row("time", "s", 1209600, "2 weeks", "2 weeks");
    row("time", "ms", 12300, "12.3 s", "12.3 s");
    row("time", "dtdurations", 3661, "1 hour", "1 hour");
    row("time", "dthms", 3661, "01:01:01", "01:01:01");
    row("time", "dtdhms", 93784, "1 d 02:03:04", "1 d 02:03:04");
    row("time", "clockms", 3661000, "01h:01m:01s:000ms", "01h:01m:01s:000ms");
    row("throughput", "ops", 12, "12 ops/s", "12 ops/s");
    row("throughput", "ops", 12345, "12.3K ops/s", "12.3K ops/s");
    row("throughput", "iops", 2.5e9, "2.50B io/s", "2.50B io/s");
    row("throughput", "reqps", 3, "3 req/s", "3 req/s");
    row("throughput", "iops", 3, "3 io/s", "3 io/s");
    row("throughput", "opm", 3, "3 ops/min", "3 ops/min");
    row("velocity", "velocitykmh", 30, "30 km/h", "30 km/h");
    row("volume", "litre", 3, "3 L", "3 L");
    row("custom", "suffix:jobs", 3, "3 jobs", "3 jobs");
    row("custom", "prefix:about ", 3, "about 3", "about 3");
    row("custom", "si:mW", 12345, "12.3 W", "12.3 W");
    row("custom", "count:jobs", 12, "12 jobs", "12 jobs");
    row("custom", "count:jobs", 1234567, "1.23M jobs", "1.23M jobs");
    row("boolean", "bool", 1, "True", "True");
    row("boolean", "bool_yes_no", 0, "No", "No");
    row("boolean", "bool_on_off", 1, "On", "On");
    row("custom", "anything else", 3, "3 anything else", "3 anything else");
}

void GrafanaWordingTest::settled()
{
    QFETCH(QString, unit);
    QFETCH(double, value);
    QFETCH(QString, grafana);
    QFETCH(QString, ours);
    QFETCH(int, difference);
    QCOMPARE(QString::fromStdString(formatValue(value, unit.toStdString()).text()), ours);
    // A difference has a reason, and a reason a difference.
    QCOMPARE(grafana != ours, Difference(difference) != Difference::None);
}

SIGHTGLASS_TEST(GrafanaWordingTest)

} // namespace

#include "grafanawordingtest.moc"
