// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "widgets/timelines/timelinelayout.h"

#include <QTest>

#include <cmath>
#include <limits>

namespace {

using namespace sightglass;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

PanelSpec stateSpec()
{
    PanelSpec spec;
    spec.options = StateTimelineOptions();
    return spec;
}

/// One series with a sample each second; what `gaps` names is missing.
PanelDataPtr seriesOf(const std::vector<double> &values, const std::vector<std::size_t> &gaps = {})
{
    auto data = std::make_shared<PanelData>();
    data->stepMs = 1000;
    data->range = {0, static_cast<TimestampMs>(values.size()) * 1000};
    PanelSeries series;
    series.name = "up";
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::ranges::find(gaps, i) == gaps.end())
            series.samples.push_back({static_cast<TimestampMs>(i) * 1000, values[i]});
    }
    data->series.push_back(std::move(series));
    return data;
}

PanelDataPtr framed(FieldType type, std::vector<FieldValue> values, const FieldConfig &config = {})
{
    auto data = std::make_shared<PanelData>();
    data->stepMs = 1000;
    data->range = {0, static_cast<TimestampMs>(values.size()) * 1000};
    Frame frame;
    Field time;
    time.name = "Time";
    time.type = FieldType::Time;
    Field state;
    state.name = "state";
    state.type = type;
    state.config = config;
    for (std::size_t i = 0; i < values.size(); ++i)
        time.values.emplace_back(static_cast<double>(i) * 1000);
    state.values = std::move(values);
    frame.fields = {time, state};
    data->frames = std::make_shared<const std::vector<Frame>>(std::vector<Frame>{frame});
    return data;
}

/// "text from-to" of each bar of the first row, seconds.
QStringList barsOf(const PanelSpec &spec, const PanelDataPtr &data, TimelineKind kind = TimelineKind::Merged)
{
    SeriesColorBook book;
    const TimelineData made = timelineData(spec, data, kind, darkTheme(), book);
    QStringList bars;
    for (const TimelineSpan &span : made.rows.at(0).spans)
        bars.append(QStringLiteral("%1 %2-%3")
                        .arg(made.textOf(made.rows[0], span))
                        .arg(double(span.from) / 1000)
                        .arg(double(span.to) / 1000));
    return bars;
}

Thresholds levels()
{
    return {ThresholdsMode::Absolute, {{std::nullopt, "good"}, {80, "warning"}, {90, "critical"}}};
}

class TimelineDataTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void equalValuesAreOneBar()
    {
        QCOMPARE(barsOf(stateSpec(), seriesOf({1, 1, 0, 1})),
                 QStringList({QStringLiteral("1 0-2"), QStringLiteral("0 2-3"), QStringLiteral("1 3-4")}));
        QCOMPARE(barsOf(stateSpec(), seriesOf({1, 1, 0}), TimelineKind::Samples),
                 QStringList({QStringLiteral("1 0-1"), QStringLiteral("1 1-2"), QStringLiteral("0 2-3")}));
    }

    void thinnedSeriesSayThemselvesWhereTheyHaveGaps()
    {
        auto data = std::make_shared<PanelData>();
        data->stepMs = 60'000;
        data->fineStepMs = 500;
        data->range = {0, 180'000};
        PanelSeries series;
        series.name = "up";
        series.columnMs = 60'000;
        series.samples = {{500, 1},    {60'000, 1},  {60'500, 1},  {70'000, 0},
                          {71'500, 1}, {120'000, 1}, {150'000, 1}, {180'000, 1}};
        series.breaks = {150'000};
        data->series.push_back(series);
        QCOMPARE(barsOf(stateSpec(), data),
                 QStringList({QStringLiteral("1 0.5-70"), QStringLiteral("0 70-71.5"),
                              QStringLiteral("1 71.5-120.5"), QStringLiteral("1 150-180")}));
    }

    void aGapIsAGap()
    {
        // The value before it lasts one step, not until the next sample.
        QCOMPARE(barsOf(stateSpec(), seriesOf({1, 1, 1, 1, 1, 1}, {2, 3})),
                 QStringList({QStringLiteral("1 0-2"), QStringLiteral("1 4-6")}));
        PanelSpec spanning = stateSpec();
        spanning.field.graph.spanNulls = SpanNulls(true);
        QCOMPARE(barsOf(spanning, seriesOf({1, 1, 1, 1, 1, 1}, {2, 3})),
                 QStringList(QStringLiteral("1 0-6")));
        spanning.field.graph.spanNulls = SpanNulls(2500.0);
        QCOMPARE(barsOf(spanning, seriesOf({1, 1, 1, 1, 1, 1}, {2, 3})).size(), 2);
        spanning.field.graph.spanNulls = SpanNulls(3500.0);
        QCOMPARE(barsOf(spanning, seriesOf({1, 1, 1, 1, 1, 1}, {2, 3})).size(), 1);
    }

    void aSeriesThatEndedIsNotDrawnOn()
    {
        QCOMPARE(barsOf(stateSpec(), seriesOf({1, 1, 1, 1, 1, 1}, {2, 3, 4, 5})),
                 QStringList(QStringLiteral("1 0-2")));
    }

    void nullEndsAndNanIsAState()
    {
        const PanelDataPtr data =
            framed(FieldType::Text, {FieldValue("a"), FieldValue("a"), FieldValue(), FieldValue("b")});
        QCOMPARE(barsOf(stateSpec(), data), QStringList({QStringLiteral("a 0-2"), QStringLiteral("b 3-4")}));
        QCOMPARE(barsOf(stateSpec(), seriesOf({nan, nan, 1})),
                 QStringList({QStringLiteral("NaN 0-2"), QStringLiteral("1 2-3")}));
    }

    void thresholdsMakeRanges()
    {
        PanelSpec spec = stateSpec();
        spec.field.unit = "percent";
        spec.field.thresholds = levels();
        QCOMPARE(barsOf(spec, seriesOf({10, 20, 80, 95, 99})),
                 QStringList({QStringLiteral("< 80 % 0-2"), QStringLiteral("80 %+ 2-3"),
                              QStringLiteral("90 %+ 3-5")}));
        // Cells tell each value.
        QCOMPARE(barsOf(spec, seriesOf({10, 95}), TimelineKind::Cells).at(1), QStringLiteral("95 % 0.5-1.5"));
    }

    void mappingsGiveTextAndColor()
    {
        PanelSpec spec = stateSpec();
        spec.field.mappings = std::vector<ValueMapping>{{ExactMapping{"1"}, {"Up", "green", std::nullopt}},
                                                        {RangeMapping{-1, 0}, {"Down", "red", std::nullopt}}};
        QCOMPARE(
            barsOf(spec, seriesOf({1, 1, 0, -1, 1})),
            QStringList({QStringLiteral("Up 0-2"), QStringLiteral("Down 2-4"), QStringLiteral("Up 4-5")}));
        SeriesColorBook book;
        const TimelineData made =
            timelineData(spec, seriesOf({1, 0}), TimelineKind::Merged, darkTheme(), book);
        QCOMPARE(made.states.at(0).line, darkTheme().named("green"));
        QCOMPARE(made.states.at(1).line, darkTheme().named("red"));
        QVERIFY(!made.states.at(0).legend.isEmpty());
        QVERIFY(made.states.at(0).fill != made.states.at(0).line);
        // Where contrast matters states are as bright as in the legend.
        const TimelineData bright =
            timelineData(spec, seriesOf({1, 0}), TimelineKind::Merged, highContrastTheme(), book);
        QCOMPARE(bright.states.at(0).fill, bright.states.at(0).line);
        // A text of the value that is behind the name.
        QCOMPARE(made.valueAt(made.rows[0], made.rows[0].spans[1], 1500), QStringLiteral("0"));
    }

    void booleansAreGreenAndRed()
    {
        SeriesColorBook book;
        const PanelSpec spec = stateSpec();
        const TimelineData made =
            timelineData(spec, framed(FieldType::Boolean, {FieldValue(true), FieldValue(false)}),
                         TimelineKind::Merged, darkTheme(), book);
        QCOMPARE(made.states.size(), std::size_t(2));
        QCOMPARE(made.states[0].line, darkTheme().named("green"));
        QCOMPARE(made.states[1].line, darkTheme().named("red"));
    }

    void statesWithoutConfigHaveColorsOfTheBook()
    {
        SeriesColorBook book;
        const PanelSpec spec = stateSpec();
        const auto colorOf = [&](const PanelDataPtr &data, const char *text) {
            const TimelineData made = timelineData(spec, data, TimelineKind::Merged, darkTheme(), book);
            for (const TimelineState &state : made.states) {
                if (state.text == QLatin1String(text))
                    return state.line;
            }
            return QColor();
        };
        const QColor idle =
            colorOf(framed(FieldType::Text, {FieldValue("busy"), FieldValue("idle")}), "idle");
        QVERIFY(idle.isValid());
        // Another panel, another order: the same colour.
        QCOMPARE(colorOf(framed(FieldType::Text, {FieldValue("idle"), FieldValue("off")}), "idle"), idle);
        QVERIFY(colorOf(framed(FieldType::Text, {FieldValue("idle"), FieldValue("off")}), "off") != idle);
    }

    void manyNumbersAreShaded()
    {
        std::vector<double> values;
        for (int i = 0; i < 1000; ++i)
            values.push_back(i);
        SeriesColorBook book;
        const PanelSpec spec = stateSpec();
        const TimelineData made =
            timelineData(spec, seriesOf(values), TimelineKind::Merged, darkTheme(), book);
        QCOMPARE(made.rows[0].spans.size(), values.size());
        QVERIFY(made.states.size() <= 65);
        QVERIFY(made.states.front().fill != made.states.back().fill);
        QVERIFY(made.states.front().legend.isEmpty());
        QCOMPARE(made.textOf(made.rows[0], made.rows[0].spans[421]), QStringLiteral("421"));
    }

    void datesAreOfTheZone()
    {
        PanelSpec spec;
        spec.options = StateTimelineOptions();
        FieldConfig config;
        config.unit = "dateTimeAsIso";
        SeriesColorBook book;
        const PanelDataPtr data = framed(FieldType::Number, {FieldValue(1'763'733'600'000.0)}, config);
        const TimelineData made =
            timelineData(spec, data, TimelineKind::Merged, darkTheme(), book, [](std::int64_t) {
                return ZoneOffset{9 * 3600, "JST"};
            });
        const TimelineRow &row = made.rows.at(0);
        QCOMPARE(made.textOf(row, row.spans.at(0)), QStringLiteral("2025-11-21 23:00:00"));
        QCOMPARE(made.valueAt(row, row.spans.at(0), 1000), QString());
        config.thresholds = levels();
        const TimelineData ranges =
            timelineData(spec, framed(FieldType::Number, {FieldValue(1'763'733'600'000.0)}, config),
                         TimelineKind::Merged, darkTheme(), book, [](std::int64_t) {
                             return ZoneOffset{9 * 3600, "JST"};
                         });
        QCOMPARE(ranges.valueAt(ranges.rows.at(0), ranges.rows.at(0).spans.at(0), 1000),
                 QStringLiteral("2025-11-21 23:00:00"));
    }

    void rowsOutOfOrderAreSorted()
    {
        auto data = std::make_shared<PanelData>(*framed(FieldType::Text, {FieldValue("a"), FieldValue("b")}));
        std::vector<Frame> frames = *data->frames;
        std::ranges::reverse(frames[0].fields[0].values);
        frames[0].fields[0].values.emplace_back(); // without a time
        frames[0].fields[1].values.emplace_back("c");
        data->frames = std::make_shared<const std::vector<Frame>>(frames);
        QCOMPARE(barsOf(stateSpec(), data), QStringList({QStringLiteral("b 0-1"), QStringLiteral("a 1-2")}));
    }

    void hostileTextsAreShownAsTheyAre()
    {
        SeriesColorBook book;
        const PanelSpec spec = stateSpec();
        const std::string hostile = "<img src=x>\xE2\x80\xAE\x07" + std::string(5000, 'x');
        const TimelineData made =
            timelineData(spec, framed(FieldType::Text, {FieldValue(hostile), FieldValue("")}),
                         TimelineKind::Merged, darkTheme(), book);
        QVERIFY(made.states[0].text.startsWith(QStringLiteral("<img src=x>⟨U+202E⟩\\x07")));
        QVERIFY(made.states[0].text.size() < 400);
        QCOMPARE(made.states[1].text, QStringLiteral("∅"));
    }

    void framesWithoutTimesHaveNoRows()
    {
        auto data = std::make_shared<PanelData>();
        Frame frame;
        frame.fields.resize(1);
        frame.fields[0].values = {FieldValue(1.0)};
        data->frames = std::make_shared<const std::vector<Frame>>(std::vector<Frame>{frame});
        const PanelSpec spec = stateSpec();
        QVERIFY(timelineFields(spec, *data).empty());
    }
};

SIGHTGLASS_TEST(TimelineDataTest)

} // namespace

#include "timelinedatatest.moc"
