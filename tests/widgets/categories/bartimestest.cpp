// SPDX-License-Identifier: GPL-3.0-or-later
// Bar charts over time.
#include "tests/support/testcase.h"
#include "widgets/categories/barchart.h"
#include "widgets/categories/barchartpanel.h"
#include "widgets/categories/timeslots.h"

#include <QDateTime>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

namespace {

using namespace sightglass;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

Field numberField(const std::string &name, const std::vector<double> &values, const std::string &unit = {})
{
    Field field;
    field.name = name;
    if (!unit.empty())
        field.config.unit = unit;
    for (const double value : values)
        field.values.emplace_back(value);
    return field;
}

Field timeField(const std::vector<TimestampMs> &times)
{
    Field field;
    field.name = "Time";
    field.type = FieldType::Time;
    for (const TimestampMs t : times)
        field.values.emplace_back(static_cast<double>(t));
    return field;
}

PanelDataPtr framed(std::vector<Field> fields)
{
    auto data = std::make_shared<PanelData>();
    Frame frame;
    frame.fields = std::move(fields);
    data->frames = std::make_shared<const std::vector<Frame>>(std::vector<Frame>{std::move(frame)});
    return data;
}

PanelSpec barSpec(BarChartOptions options = {})
{
    PanelSpec spec;
    spec.title = "Bars";
    spec.options = std::move(options);
    return spec;
}

BarData dataOf(const PanelDataPtr &data, const BarChartOptions &options = {})
{
    SeriesColorBook book;
    const PanelSpec spec = barSpec(options);
    return barData(spec, *data, darkTheme(), book);
}

QStringList textsOf(const DisplayList &list)
{
    QStringList texts;
    for (const DisplayList::Text &text : list.all<DisplayList::Text>())
        texts.append(text.text);
    return texts;
}

class BarTimesTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    /// An hour without samples is as long as an hour with them.
    void aGapInTimeIsAGap()
    {
        constexpr std::int64_t minute = 60'000;
        const auto timed = [](const std::vector<TimestampMs> &times, const std::vector<double> &values) {
            Frame frame;
            frame.fields = {timeField(times), numberField("v", values)};
            return frame;
        };
        auto data = std::make_shared<PanelData>();
        data->frames = std::make_shared<const std::vector<Frame>>(
            std::vector<Frame>{timed({0, minute, 2 * minute, 60 * minute, 61 * minute}, {1, 2, 3, 4, 5}),
                               timed({minute, 2 * minute, 30 * minute, 60 * minute}, {6, 7, 8, 9})});
        const BarData bars = dataOf(data);
        QCOMPARE(bars.categories.size(), std::size_t(62));
        QCOMPARE(bars.times.size(), std::size_t(62));
        QVERIFY(std::ranges::is_sorted(bars.times));
        QCOMPARE(bars.times[45], 45 * minute);
        QVERIFY(std::isnan(bars.series[0].values[45]) && !bars.categories[45].isEmpty());
        QCOMPARE(bars.series[0].values[61], 5.0);
        QCOMPARE(bars.series[1].values[30], 8.0);
        QVERIFY(std::isnan(bars.series[1].values[0]));
        const BarLayout layout = layOutBars(bars, {}, {{800, 300}, QFont(), darkTheme(), {}});
        for (const BarMark &mark : layout.marks)
            QVERIFY(std::isfinite(bars.series[mark.series].values[mark.category]));
    }

    void placesOfTimes_data()
    {
        QTest::addColumn<QList<qint64>>("times");
        QTest::addColumn<qint64>("most");
        QTest::addColumn<QString>("expected");
        QTest::newRow("none") << QList<qint64>{} << qint64{100} << "";
        QTest::newRow("one") << QList<qint64>{7} << qint64{100} << "7";
        QTest::newRow("two have no step") << QList<qint64>{7, 900} << qint64{100} << "7 900";
        QTest::newRow("steps") << QList<qint64>{0, 10, 20} << qint64{100} << "0 10 20";
        QTest::newRow("a late one is no gap") << QList<qint64>{0, 10, 27, 37} << qint64{100} << "0 10 27 37";
        QTest::newRow("gap") << QList<qint64>{0, 10, 20, 50} << qint64{100} << "0 10 20 (30) (40) 50";
        QTest::newRow("in no order") << QList<qint64>{50, 0, 20, 10} << qint64{100} << "0 10 20 (30) (40) 50";
        QTest::newRow("events") << QList<qint64>{0, 3, 500, 9000} << qint64{100} << "0 3 500 9000";
        QTest::newRow("months") << QList<qint64>{0, 31, 59, 90} << qint64{100} << "0 31 59 90";
        QTest::newRow("too long") << QList<qint64>{0, 10, 20, 30, 1000} << qint64{7}
                                  << "0 10 20 30 (353) (676) 1000";
        QTest::newRow("no room") << QList<qint64>{0, 10, 20, 50} << qint64{4} << "0 10 20 50";
    }
    void placesOfTimes()
    {
        QFETCH(QList<qint64>, times);
        QFETCH(qint64, most);
        QStringList shown;
        const std::vector<TimestampMs> given(times.begin(), times.end());
        for (const TimeSlot &slot : timeSlots(given, static_cast<std::size_t>(most))) {
            shown << (slot.category ? QString::number(slot.t) : QStringLiteral("(%1)").arg(slot.t));
            if (slot.category)
                QCOMPARE(given[*slot.category], slot.t);
        }
        QTEST(shown.join(u' '), "expected");
    }

    void ofTooManyTimesTheNewestAreDrawn()
    {
        std::vector<TimestampMs> times;
        std::vector<double> values;
        for (std::size_t i = 0; i < mostCategories + 7; ++i) {
            times.push_back(static_cast<TimestampMs>(i) * 1000);
            values.push_back(static_cast<double>(i));
        }
        const BarData data = dataOf(framed({timeField(times), numberField("v", values)}));
        QCOMPARE(data.categories.size(), mostCategories);
        QCOMPARE(data.leftOut, std::size_t(7));
        QCOMPARE(data.series[0].values.front(), 7.0);
        QCOMPARE(data.series[0].values.back(), static_cast<double>(mostCategories + 6));
    }

    void whatIsNoNumberIsSaid()
    {
        QVERIFY(dataOf(framed({timeField({0, 1000}), numberField("v", {nan, 1})})).problem.isEmpty());
        auto data = framed({timeField({0, 1000}), numberField("v", {nan, nan})});
        QCOMPARE(dataOf(data).problem, QStringLiteral("No value is a number"));
        PanelData explained = *data;
        explained.advice = {{BucketAdvice::Kind::NoInfinity, "h", 0, 1, 0}};
        QVERIFY(
            dataOf(std::make_shared<const PanelData>(explained)).problem.contains(QStringLiteral("+Inf")));
    }

    void notesCoverNoBars()
    {
        std::vector<TimestampMs> times;
        std::vector<double> values;
        for (std::size_t i = 0; i < mostCategories + 7; ++i) {
            times.push_back(static_cast<TimestampMs>(i) * 1000);
            values.push_back(100);
        }
        BarChartPanel panel(barSpec(), darkTheme());
        panel.resize(400, 250);
        panel.setData(framed({timeField(times), numberField("v", values)}));
        const BarLayout &layout = panel.chart()->chartLayout();
        QVERIFY(layout.isCrowded);
        const auto texts = layout.list.all<DisplayList::Text>();
        const auto note = std::ranges::find_if(texts, [](const DisplayList::Text &text) {
            return text.text.contains(QStringLiteral("7 more categories"));
        });
        QVERIFY(note != texts.end());
        QVERIFY(note->text.contains(QStringLiteral("overlap")));
        QVERIFY(note->box.bottom() <= layout.plot.top());
    }

    void timesWithALabelAreRound_data()
    {
        QTest::addColumn<int>("offset");
        QTest::addColumn<int>("step");
        QTest::addColumn<int>("tolerance");
        QTest::newRow("every 15 s") << 0 << 15 << 0;
        QTest::newRow("odd seconds") << 7 << 15 << 8;
        QTest::newRow("odd steps") << 0 << 13 << 7;
    }
    void timesWithALabelAreRound()
    {
        QFETCH(int, offset);
        QFETCH(int, step);
        QFETCH(int, tolerance);
        const qint64 first = QDateTime({2026, 11, 22}, {13, 0}, QTimeZone::utc()).toMSecsSinceEpoch();
        std::vector<double> times;
        for (int second = offset; second < 3620; second += step)
            times.push_back(double(first) + 1000.0 * second);
        Field time = numberField("Time", times);
        time.type = FieldType::Time;
        const PanelDataPtr data = framed({time, numberField("v", std::vector<double>(times.size(), 1.0))});
        SeriesColorBook book;
        const BarData bars = barData(barSpec({}), *data, darkTheme(), book, QTimeZone::utc());
        const BarLayout layout = layOutBars(bars, {}, {{400, 250}, QFont(), darkTheme(), {}});
        QVERIFY(layout.labelled.size() >= 3 && layout.labelled.size() <= 13);
        for (const std::size_t category : layout.labelled) {
            const auto second = static_cast<int>((bars.times[category] - first) / 1000);
            const int past = second % 300; // of a round time
            QVERIFY2(std::min(past, 300 - past) <= tolerance, qPrintable(bars.axisName(category)));
            const QString own = QTime(13, 0).addSecs(second).toString(QStringLiteral("HH:mm:ss"));
            QVERIFY(own.startsWith(bars.axisName(category)));
        }
    }

    void timesAreAsShortAsTheyCanBe_data()
    {
        QTest::addColumn<QList<qint64>>("times");
        QTest::addColumn<QString>("expected");
        const auto at = [](const char *text) {
            return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate).toMSecsSinceEpoch();
        };
        QTest::newRow("minutes") << QList<qint64>{at("2025-11-21T14:00:00"), at("2025-11-21T14:01:00")}
                                 << "14:00|14:01";
        QTest::newRow("seconds") << QList<qint64>{at("2025-11-21T14:00:00"), at("2025-11-21T14:00:15")}
                                 << "14:00:00|14:00:15";
        QTest::newRow("days") << QList<qint64>{at("2025-11-21T00:00:00"), at("2025-11-22T00:00:00")}
                              << "11-21|11-22";
        QTest::newRow("hours over midnight")
            << QList<qint64>{at("2025-11-21T23:00:00"), at("2025-11-22T00:00:00")}
            << "11-21 23:00|11-22 00:00";
        QTest::newRow("years") << QList<qint64>{at("2025-12-31T00:00:00"), at("2026-01-01T00:00:00")}
                               << "2025-12-31|2026-01-01";
        QTest::newRow("one") << QList<qint64>{at("2025-11-21T14:00:00")} << "11-21 14:00";
    }
    void timesAreAsShortAsTheyCanBe()
    {
        QFETCH(QList<qint64>, times);
        Field field;
        field.name = "Time";
        field.type = FieldType::Time;
        field.config.unit = "short"; // the panel's
        std::vector<double> values;
        for (const qint64 time : times) {
            field.values.emplace_back(static_cast<double>(time));
            values.push_back(1);
        }
        const BarData data = dataOf(framed({field, numberField("v", values)}));
        QStringList shown;
        for (std::size_t i = 0; i < data.categories.size(); ++i) {
            shown << data.axisName(i);
            QVERIFY(data.categories[i].contains(QStringLiteral("202"))); // what is read has its date
        }
        QTEST(shown.join(u'|'), "expected");
    }

    void timesAreThoseOfTheChosenZone()
    {
        Field field;
        field.name = "Time";
        field.type = FieldType::Time;
        field.values = {1'763'733'600'000.0, 1'763'733'660'000.0}; // 2025-11-21 14:00:00 UTC
        BarChartPanel panel(barSpec(), darkTheme());
        panel.resize(400, 300);
        panel.setData(framed({field, numberField("v", {1, 2})}));
        for (const int hours : {0, 2}) {
            panel.setTimeZone(QTimeZone(hours * 3600));
            const QString first = QStringLiteral("%1:00").arg(14 + hours);
            QVERIFY(textsOf(panel.chart()->chartLayout().list).contains(first));
        }
    }
};

SIGHTGLASS_TEST(BarTimesTest)

} // namespace

#include "bartimestest.moc"
