// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panelkit/instantvalues.h"

#include "tests/support/testcase.h"

#include <QTest>

#include <cmath>
#include <limits>

namespace {

using namespace sightglass;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

Thresholds trafficLights()
{
    return {ThresholdsMode::Absolute, {{std::nullopt, "good"}, {70, "warning"}, {90, "critical"}}};
}

std::vector<InstantValue> valuesOf(const QList<double> &numbers)
{
    std::vector<InstantValue> values;
    for (const double number : numbers) {
        InstantValue value;
        value.value = number;
        values.push_back(value);
    }
    return values;
}

PanelSeries seriesOf(const std::string &name, const std::vector<double> &numbers)
{
    PanelSeries series;
    series.name = name;
    TimestampMs t = 1000;
    for (const double number : numbers)
        series.samples.push_back({t += 1000, number});
    return series;
}

class InstantValuesTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void valuesThatDifferInLittleAreToldApart()
    {
        FieldConfig config;
        config.unit = "short";
        QCOMPARE(valueTextWithin(config, 1'234'567'890, 20), QStringLiteral("1.234567890 Bil"));
        QCOMPARE(valueTextWithin(config, 87.36, 200), QStringLiteral("87.4"));
        QCOMPARE(valueTextWithin(config, 1234, 1e9), QStringLiteral("1.23 K"));
        QCOMPARE(valueTextWithin(config, 1234, 40), QStringLiteral("1.234 K"));
        QCOMPARE(valueTextWithin(config, 1234, 0), QStringLiteral("1.23 K"));
        QCOMPARE(valueTextWithin(config, nan, 1), QStringLiteral("NaN"));
        // Neighbours in a column have as many digits each.
        config.unit = "none";
        QCOMPARE(valueTextWithin(config, 1'234'567'909.3, 9.98), QStringLiteral("1234567909.3"));
        QCOMPARE(valueTextWithin(config, 1'234'567'895, 9.99), QStringLiteral("1234567895.0"));
        QCOMPARE(valueTextWithin(config, 1'234'567'924.49, 9.97), QStringLiteral("1234567924.5"));
        config.unit = "short";
        config.decimals = 1;
        QCOMPARE(valueTextWithin(config, 1234, 40), QStringLiteral("1.2 K"));
    }

    void thresholdColour_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("role");
        const auto row = [](const char *name, double value, SemanticColor role) {
            QTest::newRow(name) << value << static_cast<int>(role);
        };
        row("far below every step", -infinity, SemanticColor::Good);
        row("negative", -5, SemanticColor::Good);
        row("just below a step", std::nextafter(70.0, 0.0), SemanticColor::Good);
        row("on a step: inclusive", 70, SemanticColor::Warning);
        row("between", 89.999, SemanticColor::Warning);
        row("on the last step", 90, SemanticColor::Critical);
        row("infinite", infinity, SemanticColor::Critical);
        row("NaN has no place among steps", nan, SemanticColor::Neutral);
    }

    void thresholdColour()
    {
        QFETCH(double, value);
        QFETCH(int, role);
        FieldConfig config;
        config.thresholds = trafficLights();
        for (const Theme &theme : {darkTheme(), lightTheme()}) {
            const QColor expected = theme.semantic(static_cast<SemanticColor>(role));
            QCOMPARE(valueColor(config, value, {}, theme), expected);
        }
    }

    void withoutThresholdsTheColourIsTheAccent()
    {
        QCOMPARE(valueColor({}, 12, {}, darkTheme()), darkTheme().accent);
        QCOMPARE(valueColor({}, nan, {}, darkTheme()), darkTheme().semantic(SemanticColor::Neutral));
    }

    void rangeOfGauge_data()
    {
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QList<double>>("values");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("percent") << "percent" << QList<double>{12} << 0.0 << 100.0;
        QTest::newRow("percent without values") << "percent" << QList<double>{} << 0.0 << 100.0;
        QTest::newRow("percent, not a number") << "percent" << QList<double>{nan, infinity} << 0.0 << 100.0;
        QTest::newRow("percentunit") << "percentunit" << QList<double>{0.3, 0.9} << 0.0 << 1.0;
        QTest::newRow("percentunit at its end") << "percentunit" << QList<double>{1} << 0.0 << 1.0;
    }

    void rangeOfGauge()
    {
        QFETCH(QString, unit);
        QFETCH(QList<double>, values);
        PanelSpec spec;
        spec.field.unit = unit.toStdString();
        const GaugeRange range = gaugeRange(spec.field, valuesOf(values));
        QTEST(range.low, "low");
        QTEST(range.high, "high");
    }

    void rangeHoldsEveryFiniteValueAndIsProper_data()
    {
        QTest::addColumn<QList<double>>("values");
        QTest::newRow("none") << QList<double>{};
        QTest::newRow("zero") << QList<double>{0};
        QTest::newRow("one") << QList<double>{37};
        QTest::newRow("negative") << QList<double>{-40};
        QTest::newRow("both signs") << QList<double>{-40, 3};
        QTest::newRow("huge") << QList<double>{1e300};
        QTest::newRow("tiny") << QList<double>{5e-300, 1e-299};
        QTest::newRow("not finite") << QList<double>{nan, infinity, -infinity};
        QTest::newRow("mixed") << QList<double>{nan, 4, infinity, 17};
    }

    void rangeHoldsEveryFiniteValueAndIsProper()
    {
        QFETCH(QList<double>, values);
        const GaugeRange range = gaugeRange({}, valuesOf(values));
        QVERIFY(std::isfinite(range.low) && std::isfinite(range.high));
        QVERIFY(range.low < range.high);
        for (const double value : values) {
            if (std::isfinite(value))
                QVERIFY2(value >= range.low && value <= range.high, qPrintable(QString::number(value)));
        }
    }

    void fixedEndsAreKept()
    {
        PanelSpec spec;
        spec.field.min = 10;
        spec.field.max = 20;
        const GaugeRange range = gaugeRange(spec.field, valuesOf({500, -3}));
        QCOMPARE(range.low, 10.0);
        QCOMPARE(range.high, 20.0);
    }

    void rangeShowsWhereThresholdsLie()
    {
        PanelSpec spec;
        spec.field.thresholds = trafficLights();
        QVERIFY(gaugeRange(spec.field, valuesOf({3})).high >= 90);
    }

    void shareIsClamped_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("share");
        QTest::newRow("low end") << -10.0 << 0.0;
        QTest::newRow("middle") << 5.0 << 0.5;
        QTest::newRow("high end") << 20.0 << 1.0;
        QTest::newRow("below") << -11.0 << 0.0;
        QTest::newRow("above") << 1e9 << 1.0;
        QTest::newRow("+Inf") << infinity << 1.0;
        QTest::newRow("-Inf") << -infinity << 0.0;
        QTest::newRow("NaN") << nan << 0.0;
    }

    void shareIsClamped()
    {
        QFETCH(double, value);
        QTEST(GaugeRange({-10, 20}).share(value), "share");
    }

    void valuesFollowTheCalculation_data()
    {
        QTest::addColumn<int>("calculation");
        QTest::addColumn<QString>("number");
        const auto row = [](const char *name, Calculation calculation, const char *number) {
            QTest::newRow(name) << static_cast<int>(calculation) << QString::fromLatin1(number);
        };
        row("last", Calculation::LastNotNull, "2");
        row("min", Calculation::Min, "1");
        row("max", Calculation::Max, "6");
        row("mean", Calculation::Mean, "3");
        row("sum", Calculation::Sum, "9");
    }

    void valuesFollowTheCalculation()
    {
        QFETCH(int, calculation);
        PanelSpec spec;
        spec.field.unit = "short";
        spec.options = StatOptions();
        reduceOf(spec.options)->calculation = static_cast<Calculation>(calculation);
        PanelData data;
        data.series = {seriesOf("a", {1, 6, 2})};
        const auto values = instantValues(spec, data, darkTheme());
        QCOMPARE(values.size(), std::size_t(1));
        QTEST(values[0].number, "number");
    }

    void unitStandsApartFromTheNumber()
    {
        PanelSpec spec;
        spec.field.unit = "s";
        PanelData data;
        data.series = {seriesOf("a", {0.182})};
        const auto values = instantValues(spec, data, darkTheme());
        QCOMPARE(values[0].number, QStringLiteral("182"));
        QCOMPARE(values[0].unit, QStringLiteral("ms"));
        QCOMPARE(values[0].text, QStringLiteral("182 ms"));
    }

    void aSeriesWithoutANumberSaysSo()
    {
        PanelData data;
        data.series = {seriesOf("gone", {}), seriesOf("odd", {nan}), seriesOf("here", {7})};
        const auto values = instantValues({}, data, darkTheme());
        QCOMPARE(values.size(), std::size_t(3));
        QCOMPARE(values[0].presence, Presence::None);
        QCOMPARE(values[0].text, QStringLiteral("—"));
        QCOMPARE(values[0].remark, QStringLiteral("no data"));
        QCOMPARE(values[0].color, darkTheme().textMuted);
        QVERIFY(std::isnan(values[0].value));
        QCOMPARE(values[1].presence, Presence::Current);
        QCOMPARE(values[1].text, QStringLiteral("NaN"));
        QCOMPARE(values[2].series, std::size_t(2));
        QCOMPARE(values[2].text, QStringLiteral("7"));
    }

    /// Samples every second up to the range's end at 60 s, less those that are missing; those of the last
    /// `nans` seconds are NaN.
    void whatHasEndedIsNotCurrent_data()
    {
        QTest::addColumn<int>("missing");
        QTest::addColumn<int>("nans");
        QTest::addColumn<Calculation>("calculation");
        QTest::addColumn<QString>("text");
        QTest::newRow("up to the end") << 0 << 0 << Calculation::LastNotNull << "5";
        QTest::newRow("two steps late") << 2 << 0 << Calculation::LastNotNull << "5";
        QTest::newRow("three steps late") << 3 << 0 << Calculation::LastNotNull << "5 (3s ago)";
        QTest::newRow("three steps late, plainly the last") << 3 << 0 << Calculation::Last << "—";
        QTest::newRow("one NaN") << 0 << 1 << Calculation::LastNotNull << "5";
        QTest::newRow("NaN for three steps") << 0 << 3 << Calculation::LastNotNull << "NaN";
        QTest::newRow("NaN, then ended") << 10 << 30 << Calculation::LastNotNull << "5 (30s ago)";
        QTest::newRow("the range's maximum stays true") << 30 << 0 << Calculation::Max << "5";
        QTest::newRow("maximum of NaN alone") << 0 << 61 << Calculation::Max << "NaN";
    }

    void whatHasEndedIsNotCurrent()
    {
        QFETCH(int, missing);
        QFETCH(int, nans);
        QFETCH(Calculation, calculation);
        PanelData data;
        data.range = {0, 60'000};
        PanelSeries series;
        for (TimestampMs t = 0; t <= 60'000 - missing * 1000; t += 1000)
            series.samples.push_back({t, t > 60'000 - nans * 1000 ? nan : 5});
        data.series = {series};
        PanelSpec spec;
        spec.options = StatOptions();
        reduceOf(spec.options)->calculation = calculation;
        const InstantValue value = instantValues(spec, data, darkTheme())[0];
        const QString age = value.age.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(value.age);
        QTEST(value.text + age, "text");
    }

    void theLastKnownValueIsRemarked()
    {
        PanelSpec spec;
        spec.field.unit = "s";
        PanelData data;
        data.range = {0, 200'000};
        data.series = {seriesOf("a", {0.182})};
        const auto values = instantValues(spec, data, darkTheme());
        QCOMPARE(values[0].presence, Presence::Stale);
        QCOMPARE(values[0].remark, QStringLiteral("no data; last 182 ms, 3m18s ago"));
        // It is there, quietly, with its age: no threshold is reached by what is no longer so.
        QCOMPARE(values[0].text, QStringLiteral("182 ms"));
        QCOMPARE(values[0].note(), QStringLiteral("3m18s ago"));
        QCOMPARE(values[0].color, darkTheme().textMuted);
        spec.options = StatOptions();
        reduceOf(spec.options)->calculation = Calculation::Last;
        const auto last = instantValues(spec, data, darkTheme());
        QCOMPARE(last[0].text, QString(noValue));
        QVERIFY(last[0].note().isEmpty());
    }

    void aQuantileSaysWhyItIsNoNumber()
    {
        PanelSpec spec;
        spec.options = StatOptions();
        PanelData data;
        data.range = {0, 3000};
        data.series = {seriesOf("a", {nan, nan})};
        QVERIFY(instantValues(spec, data, darkTheme())[0].note().isEmpty());
        data.advice = {{BucketAdvice::Kind::OneBucket, "h", 0, 1, 1},
                       {BucketAdvice::Kind::NoInfinity, "h", 0, 1, 0}};
        QCOMPARE(instantValues(spec, data, darkTheme())[0].note(), QStringLiteral("no le=\"+Inf\" bucket"));
        data.series = {seriesOf("a", {1, 2})};
        QVERIFY(instantValues(spec, data, darkTheme())[0].note().isEmpty());
    }

    void severalCalculationsAreNamed()
    {
        PanelSpec spec;
        spec.options = StatOptions();
        reduceOf(spec.options)->further = {Calculation::Max};
        PanelData data;
        data.range = {0, 3000};
        data.series = {seriesOf("a", {3, 2})};
        const auto values = instantValues(spec, data, darkTheme());
        QCOMPARE(values.size(), std::size_t(2));
        QVERIFY(values[0].name != values[1].name);
        QVERIFY(values[1].name.startsWith(QStringLiteral("a · ")));
        QCOMPARE(values[1].text, QStringLiteral("3"));
    }

    void barsGrowFromZero_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::newRow("positive scale") << 0.0 << 5.0 << 0.0 << 0.5;
        QTest::newRow("positive") << -10.0 << 5.0 << 0.5 << 0.75;
        QTest::newRow("negative") << -10.0 << -5.0 << 0.25 << 0.5;
        QTest::newRow("zero") << -10.0 << 0.0 << 0.5 << 0.5;
        QTest::newRow("zero is off the scale") << 6.0 << 8.0 << 0.0 << 0.5;
        QTest::newRow("-Inf") << -10.0 << -infinity << 0.0 << 0.5;
        QTest::newRow("NaN") << -10.0 << nan << 0.0 << 0.0;
    }

    void barsGrowFromZero()
    {
        QFETCH(double, low);
        QFETCH(double, value);
        const GaugeSpan span = GaugeRange{low, 10}.span(value);
        QTEST(span.from, "from");
        QTEST(span.to, "to");
    }

    void infinityIsShownAsItIs()
    {
        PanelData data;
        data.series = {seriesOf("up", {infinity}), seriesOf("down", {-infinity})};
        const auto values = instantValues({}, data, darkTheme());
        QCOMPARE(values[0].number, QStringLiteral("+Inf"));
        QCOMPARE(values[1].number, QStringLiteral("-Inf"));
    }

    void namesAndUnitsAreMadeVisible()
    {
        PanelSpec spec;
        spec.field.unit = "a\u202Eb";
        PanelData data;
        data.series = {seriesOf("<b>x</b>\u202Ey\x07", {7})};
        const auto values = instantValues(spec, data, darkTheme());
        QVERIFY(values[0].name.startsWith(QStringLiteral("<b>x</b>")));
        for (const QString &text : {values[0].name, values[0].unit, values[0].text}) {
            QVERIFY(!text.contains(QChar(0x202E)));
            QVERIFY(!text.contains(QChar(0x07)));
        }
    }
};

SIGHTGLASS_TEST(InstantValuesTest)

} // namespace

#include "instantvaluestest.moc"
