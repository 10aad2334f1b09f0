// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/panelframes.h"

#include "model/dashboard/panelquery.h"
#include "tests/model/dashboard/expositionloader.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

constexpr TimestampMs start = 1'700'000'000'000;

PanelSpec tablePanel(std::vector<PanelQuery> queries)
{
    PanelSpec panel;
    panel.options = TableOptions();
    panel.queries = std::move(queries);
    return panel;
}

PanelQuery query(const char *expr, FrameFormat format, bool instant = true)
{
    PanelQuery one;
    one.expr = expr;
    one.format = format;
    one.instant = instant;
    return one;
}

QByteArrayList namesOf(const Frame &frame)
{
    QByteArrayList names;
    for (const Field &field : frame.fields)
        names << QByteArray::fromStdString(displayName(field, frame, {frame}));
    return names;
}

// Raw texts are beyond the moc of Qt 6.4.
constexpr const char *regressionOptions =
    "{\"xFieldName\":\"Time\",\"yFieldName\":\"y\",\"predictionCount\":7}";
constexpr const char *renameOptions = "{\"regex\":\"(.*)\",\"renamePattern\":\"n$1\"}";

class PanelFramesTest : public test::TestCase
{
    Q_OBJECT

    std::unique_ptr<Head> m_head;

    [[nodiscard]] PanelData ask(const PanelSpec &panel) const
    {
        return queryPanel(*m_head->snapshot(), QueryEngine(), panel, {{start, start + 10'000}, 1000, 4000});
    }

private Q_SLOTS:
    void init()
    {
        m_head = std::make_unique<Head>();
        for (int i = 0; i <= 10; ++i) {
            const QByteArray n = QByteArray::number(i);
            test::loadExposition(*m_head,
                                 "x{a=\"1\"} " + n + "\nx{a=\"2\",b=\"q\"} 2\n" +
                                     "h{le=\"10\"} 5\nh{le=\"2\"} 3\nh{le=\"+Inf\"} 5\n",
                                 Labels(), start + i * 1000);
        }
    }

    void seriesArePlainWithoutNeed()
    {
        PanelSpec panel;
        panel.queries = {{"x", "{{a}}", false}};
        QVERIFY(!needsFrames(panel));
        QVERIFY(!ask(panel).frames);
    }

    void aTableHasAColumnForEachLabel()
    {
        const PanelData data = ask(tablePanel({query("x", FrameFormat::Table)}));
        QVERIFY(data.frames);
        QCOMPARE(data.frames->size(), std::size_t{1});
        const Frame &frame = data.frames->front();
        QCOMPARE(namesOf(frame), (QByteArrayList{"Time", "__name__", "a", "b", "Value"}));
        QCOMPARE(frame.rows(), std::size_t{2});
        QCOMPARE(std::get<std::string>(frame.fields[3].values[0]), std::string());
        QCOMPARE(std::get<std::string>(frame.fields[3].values[1]), std::string("q"));
        QCOMPARE(std::get<double>(frame.fields[4].values[0]), 10.0);
    }

    void ofTooManyValuesTheNewestAreThere_data()
    {
        QTest::addColumn<std::size_t>("cells");
        QTest::addColumn<QString>("rows");
        QTest::addColumn<QString>("note");
        QTest::newRow("all") << std::size_t{40} << "11 2"
                             << "";
        QTest::newRow("some") << std::size_t{20} << "7 2"
                              << "only the newest 7 values of a series are shown: too many for a table";
        QTest::newRow("one each") << std::size_t{6} << "1 1"
                                  << "only the newest 1 values of a series are shown: too many for a table";
        QTest::newRow("not even that") << std::size_t{4} << ""
                                       << "2 of 2 series are left out: too many values for a table";
    }
    void ofTooManyValuesTheNewestAreThere()
    {
        QFETCH(std::size_t, cells);
        PanelData data;
        for (const int count : {11, 2}) {
            PanelSeries series;
            for (int i = 0; i < count; ++i)
                series.samples.push_back({start + i * 1000, static_cast<double>(i)});
            data.series.push_back(std::move(series));
        }
        TransformLimits limits;
        limits.cells = cells;
        TransformContext context({}, limits);
        QStringList rows;
        const PanelSpec panel = tablePanel({query("x", FrameFormat::TimeSeries, false)});
        for (const Frame &frame : seriesFrames(data, panel, context)) {
            rows << QString::number(frame.rows());
            QCOMPARE(std::get<double>(frame.fields[1].values.back()), rows.size() == 1 ? 10.0 : 1.0);
        }
        QTEST(rows.join(u' '), "rows");
        const auto &notes = context.notes();
        QTEST(notes.empty() ? QString() : QString::fromStdString(notes.front()), "note");
    }

    void severalTablesNumberTheirValues()
    {
        const PanelData data =
            ask(tablePanel({query("x{a=\"1\"}", FrameFormat::Table), query("h", FrameFormat::Table),
                            query("nothing", FrameFormat::Table)}));
        QCOMPARE(data.frames->size(), std::size_t{3});
        QCOMPARE(namesOf((*data.frames)[0]).last(), QByteArray("Value #A"));
        QCOMPARE(namesOf((*data.frames)[1]).last(), QByteArray("Value #B"));
        QCOMPARE((*data.frames)[1].fields[2].name, std::string("le"));
        QCOMPARE((*data.frames)[1].fields[2].type, FieldType::Number);
        QCOMPARE(namesOf((*data.frames)[2]), (QByteArrayList{"Time", "Value #C"}));
    }

    void bucketsAreSortedAndNoLongerCumulative()
    {
        PanelSpec panel;
        panel.options = BarGaugeOptions();
        panel.queries = {query("h", FrameFormat::Heatmap)};
        const PanelData data = ask(panel);
        QCOMPARE(namesOf(data.frames->front()), (QByteArrayList{"Time", "2", "10", "+Inf"}));
        QCOMPARE(data.series.size(), std::size_t{3});
        QCOMPARE(data.series[0].samples.back().v, 3.0);
        QCOMPARE(data.series[1].samples.back().v, 2.0);
        QCOMPARE(data.series[2].samples.back().v, 0.0);
    }

    void transformationsReachSeriesViews()
    {
        PanelSpec panel;
        panel.queries = {{"x", "{{a}}", false}};
        panel.transformations = {{"renameByRegex", renameOptions, false, {}, {}}};
        const PanelData data = ask(panel);
        QCOMPARE(data.series.size(), std::size_t{2});
        QCOMPARE(data.series[0].name, std::string("n1"));
        QCOMPARE(data.series[0].samples.size(), std::size_t{11});
        QCOMPARE(data.series[0].samples.back(), (Sample{start + 10'000, 10}));
        QVERIFY(data.series[0].config);
    }

    void whatATransformationLosesIsSaid()
    {
        PanelSpec panel = tablePanel({query("x", FrameFormat::Table)});
        panel.transformations = {{"teleport", "{}", false, {}, {}}};
        QVERIFY(!ask(panel).notes.empty());
    }

    void overridesReachColumns()
    {
        PanelSpec panel = tablePanel({query("x", FrameFormat::Table)});
        panel.field.unit = "s";
        FieldConfig bytes;
        bytes.unit = "bytes";
        panel.overrides = {{ByName{"Value"}, bytes}};
        const Frame frame = ask(panel).frames->front();
        QCOMPARE(*frame.fields.back().config.unit, std::string("bytes"));
        QCOMPARE(*frame.fields.front().config.unit, std::string("s"));
    }

    void hiddenQueriesAreNotAsked()
    {
        PanelSpec panel;
        panel.queries = {{"x", "", false}, {"h", "", false}};
        panel.queries[1].hidden = true;
        QCOMPARE(ask(panel).series.size(), std::size_t{2});
    }

    void automaticLegends()
    {
        PanelSpec panel;
        panel.queries = {{"sum by (a) (x)", "__auto", false}, {"sum(x)", "__auto", false}};
        const PanelData data = ask(panel);
        QCOMPARE(data.series[0].name, std::string("1"));
        QCOMPARE(data.series[2].name, std::string("sum(x)"));
    }

    void unorderedRowsBecomeAscendingSeries()
    {
        Field time{"Time", FieldType::Time, {}, {}, {}, {3000.0, 1000.0, {}, 1000.0, 1e300}, {}};
        Field value{"v", FieldType::Number, {}, {}, {}, {3.0, 1.0, 7.0, 2.0, 4.0}, {}};
        const auto series = frameSeries({{"f", "A", {time, value}}}, {});
        QCOMPARE(series.size(), std::size_t{1});
        QCOMPARE(series[0].samples, (SampleRun{{1000, 2}, {3000, 3}}));
    }

    /// What is not at the steps of a query is no series with gaps, however far apart its values are.
    void regressionsAreJoined()
    {
        PanelSpec panel;
        panel.queries = {{"sum(x)", "y", false}};
        panel.transformations = {{"regression", regressionOptions, false, {}, {}}};
        const PanelData data = ask(panel);
        QCOMPARE(data.series.size(), std::size_t{2});
        QVERIFY(!data.series[0].isThinned());
        QCOMPARE(data.series[1].samples.size(), std::size_t{7});
        QVERIFY(data.series[1].isThinned() && data.series[1].breaks.empty());
    }

    /// Of rows at one time a line shows the last; bins count them all, with a time or without.
    void binsCountEachRow()
    {
        const Field time{"Time", FieldType::Time, {}, {}, {}, {3000.0, 3000.0, 3000.0}, {}};
        const Field value{"v", FieldType::Number, {}, {}, {}, {3.0, FieldValue(), 7.0}, {}};
        PanelSpec histogram;
        histogram.options = standardOptions(PanelType::Histogram);
        for (const std::vector<Field> &fields : {std::vector{time, value}, std::vector{value}}) {
            const auto series = frameSeries({{"f", "A", fields}}, histogram);
            QCOMPARE(series.size(), std::size_t{1});
            QCOMPARE(series[0].samples.size(), std::size_t{2});
            QCOMPARE(series[0].samples.back().v, 7.0);
        }
        QVERIFY(frameSeries({{"f", "A", {value}}}, {}).empty());
        Field bins = value;
        bins.name = "xMin";
        QVERIFY(frameSeries({{"f", "A", {bins, value}}}, histogram).empty());
    }

    void cancelledDataIsLeftAlone()
    {
        std::stop_source stop;
        stop.request_stop();
        PanelSpec panel = tablePanel({query("x", FrameFormat::Table)});
        panel.transformations = {{"merge", "{}", false, {}, {}}};
        PanelData data;
        PanelPipeline(panel).apply(data, stop.get_token());
        QVERIFY(!data.frames);
    }

    void ownTimes_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("shift");
        QTest::addColumn<bool>("live");
        QTest::addColumn<qint64>("expectedFrom");
        QTest::addColumn<qint64>("expectedTo");
        constexpr qint64 hour = 3'600'000;
        const qint64 end = start + 10'000;
        QTest::newRow("none") << QByteArray() << QByteArray() << true << qint64(start) << end;
        QTest::newRow("six hours") << QByteArray("6h") << QByteArray() << true << end - 6 * hour << end;
        QTest::newRow("now-2h") << QByteArray("now-2h") << QByteArray() << true << end - 2 * hour << end;
        QTest::newRow("zoomed") << QByteArray("6h") << QByteArray() << false << qint64(start) << end;
        QTest::newRow("shifted") << QByteArray() << QByteArray("1h") << true << start - hour << end - hour;
        QTest::newRow("both") << QByteArray("6h") << QByteArray("1h") << true << end - 7 * hour << end - hour;
        QTest::newRow("nonsense") << QByteArray("soon") << QByteArray("1 x") << true << qint64(start) << end;
    }

    void ownTimes()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, shift);
        QFETCH(bool, live);
        PanelSpec panel;
        panel.timeFrom = from.toStdString();
        panel.timeShift = shift.toStdString();
        PanelTime time{{start, start + 10'000}, 1000, 4000};
        time.live = live;
        const PanelTime own = panelTime(panel, time);
        QTEST(qint64(own.range.from), "expectedFrom");
        QTEST(qint64(own.range.to), "expectedTo");
    }

    void ownTimesBeginWhereThePanelsDaysDo()
    {
        constexpr std::int64_t hour = 3'600'000;
        constexpr TimestampMs at = 1'763'733'600'000; // 14:00 UTC, 23:00 in Tokyo
        PanelSpec panel;
        panel.timeFrom = "now/d";
        PanelTime time{{at - hour, at}, 1000, 4000};
        time.zones = [](const PanelSpec &) -> ZoneRule {
            return [](std::int64_t) { return ZoneOffset{9 * 3600, "JST"}; };
        };
        QCOMPARE(qint64(panelTime(panel, time).range.from), qint64{at - 23 * hour});
        time.zones = [](const PanelSpec &) { return utcZone(); };
        QCOMPARE(qint64(panelTime(panel, time).range.from), qint64{at - 14 * hour});
    }

    void transformationsWriteTimesOfTheZone()
    {
        PanelSpec panel = tablePanel({query("x", FrameFormat::Table)});
        panel.transformations = {
            {"formatTime", R"({"timeField":"Time","outputFormat":"HH:mm"})", false, {}, {}}};
        PanelData data;
        data.range = {1'763'733'600'000, 1'763'733'600'000};
        data.series = {{Labels::withName("x"), "x", 0, {{1'763'733'600'000, 1}}}};
        PanelPipeline(panel).apply(data, {}, [](std::int64_t) { return ZoneOffset{9 * 3600, "JST"}; });
        QVERIFY(data.frames && !data.frames->empty());
        const auto *text = std::get_if<std::string>(&data.frames->front().fields.front().values.front());
        QVERIFY(text != nullptr);
        QCOMPARE(QString::fromStdString(*text), QStringLiteral("23:00"));
    }

    /// As Grafana: a range of the panel's own ends now, wherever the dashboard's that moves with time does.
    void ownTimesEndNow()
    {
        constexpr qint64 hour = 3'600'000;
        PanelSpec panel;
        panel.timeFrom = "5m";
        PanelTime time{{start - 3 * hour, start - hour}, 1000, 4000};
        time.now = start;
        QVERIFY(panelTime(panel, time).range == (TimeRange{start - 300'000, start}));
        time.range = {start - 3 * hour, start + 2 * hour}; // all of today
        QVERIFY(panelTime(panel, time).range == (TimeRange{start - 300'000, start}));
        panel.timeShift = "1h";
        QVERIFY(panelTime(panel, time).range == (TimeRange{start - hour - 300'000, start - hour}));
        // It stands still, and is relative to now all the same.
        time.live = false;
        QVERIFY(panelTime(panel, time).range == (TimeRange{start - hour - 300'000, start - hour}));
        time.now.reset();
        QVERIFY(panelTime(panel, time).range == (TimeRange{start - 4 * hour, start + hour}));
    }

    void relativeTimes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected"); // in UTC
        const auto row = [](const char *text, const char *expected) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(expected);
        };
        // start is Tuesday, 2023-11-14T22:13:20Z
        row("now", "2023-11-14T22:13:20Z");
        row("now/d", "2023-11-14T00:00:00Z");
        row("now/w", "2023-11-13T00:00:00Z");
        row("now/M", "2023-11-01T00:00:00Z");
        row("now/Q", "2023-10-01T00:00:00Z");
        row("now/y", "2023-01-01T00:00:00Z");
        row("now-1d/d", "2023-11-13T00:00:00Z");
        row("now-9M/M", "2023-02-01T00:00:00Z");
        row("now/fQ", "2023-10-01T00:00:00Z");
        row("now-1y/fy", "2022-01-01T00:00:00Z");
        row("now/fd", "");
        row("now+90m", "2023-11-14T23:43:20Z");
        row("now-1x", "");
        row("now-", "");
        row("now-999999999999d", "");
        row("then", "");
    }

    void relativeTimes()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        const auto time = relativeTime(text.toStdString(), start, utcZone());
        QCOMPARE(time.has_value(), !expected.isEmpty());
        if (time) {
            const auto wanted = QDateTime::fromString(QString::fromLatin1(expected), Qt::ISODate);
            QCOMPARE(qint64(*time), wanted.toMSecsSinceEpoch());
        }
    }

    /// 2023-11-14 is a Tuesday.
    void calendars()
    {
        const auto at = [](const char *text, const CalendarRules &calendar) {
            const auto time = relativeTime(text, start, utcZone(), calendar);
            return time ? QDateTime::fromMSecsSinceEpoch(*time, Qt::UTC).toString(Qt::ISODate) : QString();
        };
        QCOMPARE(at("now/w", {.weekBegins = 0}), QStringLiteral("2023-11-12T00:00:00Z"));
        QCOMPARE(at("now/w", {.weekBegins = 6}), QStringLiteral("2023-11-11T00:00:00Z"));
        const CalendarRules april{.fiscalStart = 3};
        QCOMPARE(at("now/fy", april), QStringLiteral("2023-04-01T00:00:00Z"));
        QCOMPARE(at("now-9M/fy", april), QStringLiteral("2022-04-01T00:00:00Z"));
        QCOMPARE(at("now/fQ", april), QStringLiteral("2023-10-01T00:00:00Z"));
        QCOMPARE(at("now/fQ", {.fiscalStart = 1}), QStringLiteral("2023-11-01T00:00:00Z"));
        QCOMPARE(at("now-1fQ/fQ", {.fiscalStart = 2}), QStringLiteral("2023-06-01T00:00:00Z"));
        QCOMPARE(at("now/y", april), QStringLiteral("2023-01-01T00:00:00Z"));
    }

    void smallestSteps()
    {
        PanelSpec panel;
        panel.interval = ">30s";
        panel.maxDataPoints = 100;
        PanelQuery one;
        one.interval = "2m";
        const PanelTime time{{start, start + 60'000}, 1000, 4000};
        const PanelTime own = panelTime(panel, time);
        QCOMPARE(panelStepMs(own), 30'000);
        QCOMPARE(own.maxPoints, 100);
        QCOMPARE(panelStepMs(queryTime(one, own)), 120'000);
        one.stepFactor = 2;
        QCOMPARE(panelStepMs(queryTime(one, own)), 240'000);
    }
};

} // namespace

SIGHTGLASS_TEST(PanelFramesTest)
#include "panelframestest.moc"
