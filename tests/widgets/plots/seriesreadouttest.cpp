// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/seriesreadout.h"

#include "tests/support/testcase.h"

#include <QTest>

#include <array>

namespace {

using namespace sightglass;

constexpr TimestampMs now = 1'763'733'600'000;

/// Series a, b, c with the values 1, 2 and 3 at the given times.
struct Readings
{
    explicit Readings(std::array<TimestampMs, 3> times)
    {
        for (std::size_t i = 0; i < times.size(); ++i) {
            data.series.push_back({});
            all.push_back(
                {i, {times[i], static_cast<double>(i + 1)}, Qt::red, QString(QChar(u'a' + char16_t(i)))});
        }
        spec.field.unit = "s";
    }

    [[nodiscard]] Readout readout(const ReadoutPlace &place, const TooltipOptions &options = {}) const
    {
        return seriesReadout(all, spec, data, options, place);
    }

    PanelSpec spec;
    PanelData data;
    std::vector<SeriesReading> all;
};

ReadoutPlace place(std::optional<std::size_t> nearest)
{
    return {now, 500, 1000, QTimeZone::utc(), nearest};
}

class SeriesReadoutTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void tellsTheNearestSamplesOwnTime()
    {
        const Readout readout = Readings({now, now - 12'000, now + 3000}).readout(place(1));
        QCOMPARE(readout.title, QStringLiteral("2025-11-21 13:59:48 · 12 s old"));
        QCOMPARE(readout.number, std::optional(2.0));
        QCOMPARE(readout.rows.size(), std::size_t{3});
        QCOMPARE(readout.rows[0].name, QStringLiteral("c"));
        QCOMPARE(readout.rows[0].detail, QStringLiteral("3 s later"));
        QCOMPARE(readout.rows[1].value, QStringLiteral("2 s"));
        QVERIFY(readout.rows[1].nearest && readout.rows[1].detail.isEmpty());
        QCOMPARE(readout.rows[2].detail, QString());
    }

    void withoutAPointerTheFirstIsTold()
    {
        const Readout readout = Readings({now, now, now}).readout(place(std::nullopt));
        QCOMPARE(readout.title, QStringLiteral("2025-11-21 14:00:00"));
        QCOMPARE(readout.number, std::optional(3.0));
        QVERIFY(!readout.rows[0].nearest);
    }

    void asTheOptionsSay()
    {
        const Readings readings({now, now, now});
        QVERIFY(readings.readout(place(1), {TooltipMode::Hidden, SortOrder::None, false}).empty());
        const Readout one = readings.readout(place(1), {TooltipMode::Single, SortOrder::None, false});
        QCOMPARE(one.rows.size(), std::size_t{1});
        QCOMPARE(one.rows[0].name, QStringLiteral("b"));
        QCOMPARE(one.rowsAbove + one.rowsBelow, std::size_t{0});
        QCOMPARE(readings.readout(place(1), {TooltipMode::All, SortOrder::Ascending, false}).rows[0].name,
                 QStringLiteral("a"));
    }

    void storedSamplesHaveTheirOwnTime()
    {
        Readings readings({now - 12'317, now, now});
        for (PanelSeries &series : readings.data.series)
            series.stored = StoredLine();
        for (SeriesReading &reading : readings.all)
            reading.isStored = true;
        const Readout readout = readings.readout(place(0));
        QCOMPARE(readout.title, QStringLiteral("2025-11-21 13:59:47.683 · 12.3 s old"));
        QVERIFY(readout.note.isEmpty());
        QCOMPARE(readings.readout(place(1)).title, QStringLiteral("2025-11-21 14:00:00"));
        readings.data.series[1].stored->offsetMs = 3'600'000;
        QCOMPARE(readings.readout(place(1)).title,
                 QStringLiteral("2025-11-21 14:00:00 · sample of 2025-11-21 13:00:00"));
    }

    void whatIsEvaluatedSaysSoAndHow()
    {
        Readings readings({now, now, now - 3000});
        readings.data.origins = {QueryOrigin{1000, 60'000}, QueryOrigin{0, 0}, QueryOrigin{5000, 0}};
        for (std::size_t i = 0; i < 3; ++i)
            readings.data.series[i].query = i;
        readings.all[1].isStored = true;
        const Readout readout = readings.readout(place(0));
        QCOMPARE(readout.title, QStringLiteral("2025-11-21 14:00:00 · evaluated"));
        QCOMPARE(readout.note, QStringLiteral("evaluated every 1 s over 1 min, evaluated every 5 s"));
        QCOMPARE(readout.rows[0].detail, QStringLiteral("3 s old"));
        QCOMPARE(readout.rows[1].detail, QStringLiteral("sample"));
        QCOMPARE(readings.readout(place(1)).rows[0].detail, QStringLiteral("evaluated, 3 s old"));
    }

    void tellsTheBoundsOfAQuantile()
    {
        Readings readings({now, now, now});
        readings.data.bands = {{1, {{now - 1000, 9}, {now, 0.1}}, {{now - 1000, 9}, {now, 0.25}}}};
        const Readout readout = readings.readout(place(1));
        QCOMPARE(readout.rows[1].detail, QStringLiteral("between 100 ms and 250 ms"));
        QCOMPARE(readout.rows[0].detail, QString());
    }

    void countsTheSilent()
    {
        ReadoutPlace here = place(0);
        here.silent = 2;
        QCOMPARE(Readings({now, now, now}).readout(here).note,
                 QStringLiteral("2 series without a sample here"));
    }

    void saysWhatAGapIs_data()
    {
        QTest::addColumn<qint64>("at");
        QTest::addColumn<QString>("remark");
        QTest::newRow("within") << qint64{now} << QStringLiteral("No sample for 40 s");
        QTest::newRow("before the first")
            << qint64{now - 50'000} << QStringLiteral("No sample before 2025-11-21 13:59:30");
        QTest::newRow("after the last")
            << qint64{now + 42'000} << QStringLiteral("No sample since 2025-11-21 14:00:30 (12 s)");
    }

    void saysWhatAGapIs()
    {
        QFETCH(qint64, at);
        QFETCH(QString, remark);
        const std::vector<Sample> one{{now - 30'000, 1}, {now - 20'000, 1}, {now + 30'000, 1}};
        const std::vector<Sample> other{{now - 10'000, 1}, {now + 30'000, 1}};
        const std::vector<std::span<const Sample>> series{one, other};
        ReadoutPlace here = place(std::nullopt);
        here.at = at;
        const Readout readout = gapReadout(series, here);
        QCOMPARE(readout.remarks, QStringList{remark});
        QVERIFY(!readout.title.isEmpty() && readout.rows.empty() && !readout.empty());
        QVERIFY(gapReadout({}, here).empty());
    }

    void optionsOfAnyPanel()
    {
        PanelOptions options = standardOptions(PanelType::Heatmap);
        std::get<HeatmapOptions>(options).tooltip.mode = TooltipMode::Single;
        QVERIFY(tooltipOf(options).mode == TooltipMode::Single);
        QVERIFY(tooltipOf(standardOptions(PanelType::Row)) == TooltipOptions());
        QVERIFY(TooltipOptions().sort == SortOrder::Descending);
    }
};

SIGHTGLASS_TEST(SeriesReadoutTest)

} // namespace

#include "seriesreadouttest.moc"
