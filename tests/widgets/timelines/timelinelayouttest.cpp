// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timelines/timelinelayout.h"

#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

/// A hundred columns of a second each.
constexpr ColumnGrid grid{1'000'000, 0, 100};

TimelineSpan span(double from, double to, std::uint32_t state)
{
    return {static_cast<TimestampMs>(from * 1000), static_cast<TimestampMs>(to * 1000), state, 0, 0, false};
}

TimelineData dataOf(std::vector<TimelineSpan> spans)
{
    TimelineData data;
    for (const char *text : {"Up", "Down", "A state with a name that is far too long for most bars"})
        data.states.push_back(
            {QString::fromLatin1(text), QColor(Qt::green), QColor(Qt::green), QString::fromLatin1(text)});
    data.states[1].fill = Qt::red;
    data.rows.push_back({QStringLiteral("row"), {}, std::move(spans), 0});
    return data;
}

TimelineFrame frameOf(double ratio = 1)
{
    TimelineFrame frame;
    frame.grid = grid;
    frame.ratio = ratio;
    frame.height = 40;
    frame.rows = 1;
    frame.theme = darkTheme();
    return frame;
}

QStringList textsOf(const DisplayList &list)
{
    QStringList texts;
    for (const DisplayList::Text &text : list.all<DisplayList::Text>())
        texts.append(text.text);
    return texts;
}

class TimelineLayoutTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void barsCoverTheirColumns()
    {
        const std::vector<TimelineSpan> spans{span(-20, 10, 0), span(10, 30, 1), span(40, 500, 0)};
        const TimelineColumns columns = timelineColumns(spans, grid);
        QCOMPARE(columns.runs, (std::vector<TimelineRun>{{0, 10, 0}, {10, 30, 1}, {40, 100, 2}}));
        QVERIFY(columns.mixes.empty());
    }

    void nothingIsTooShortToBeSeen()
    {
        // Half a second of another state within a second.
        const std::vector<TimelineSpan> spans{span(0, 20.2, 0), span(20.2, 20.7, 1), span(20.7, 60, 0)};
        const TimelineColumns columns = timelineColumns(spans, grid);
        QCOMPARE(columns.mixes.size(), std::size_t(1));
        QCOMPARE(columns.mixes[0].column, 20);
        QCOMPARE(columns.mixes[0].states, std::vector<std::uint32_t>{1}); // the other is seen beside it
        QVERIFY(columns.mixes[0].isAlone);
        const DisplayList list = drawTimeline(dataOf(spans), {}, frameOf());
        bool red = false;
        for (const DisplayList::Fill &fill : list.all<DisplayList::Fill>())
            red = red || (fill.brush.color() == QColor(Qt::red) && fill.rect.left() == 20 &&
                          fill.rect.width() == 2 && fill.rect.height() >= 20);
        QVERIFY(red);
        // No gap beside it, where nothing was missing.
        QVERIFY(std::ranges::any_of(list.all<DisplayList::Fill>(), [](const DisplayList::Fill &fill) {
            return fill.rect.left() == 0 && fill.rect.right() == 20;
        }));
    }

    /// What is short again and again shares its columns with what is in between.
    void manyShortOnesShareTheirColumns()
    {
        std::vector<TimelineSpan> spans;
        for (int i = 0; i < 10; ++i) {
            spans.push_back(span(20 + i, 20.2 + i, 0));
            spans.push_back(span(20.2 + i, 20.7 + i, 1));
            spans.push_back(span(20.7 + i, 21 + i, 0));
        }
        const TimelineColumns columns = timelineColumns(spans, grid);
        QCOMPARE(columns.mixes.size(), std::size_t(10));
        for (const TimelineMix &mix : columns.mixes)
            QVERIFY(!mix.isAlone && mix.states.size() == 2);
    }

    void narrowCellsTouch_data()
    {
        QTest::addColumn<double>("width");
        QTest::addColumn<double>("gap");
        QTest::newRow("narrow") << 2.5 << 0.0;
        QTest::newRow("wide") << 10.0 << 1.0;
        QTest::newRow("wide, between pixels") << 9.7 << 1.0;
    }
    void narrowCellsTouch()
    {
        QFETCH(double, width);
        std::vector<TimelineSpan> spans;
        for (double at = 5; at < 80; at += width)
            spans.push_back(span(at, at + width, 0));
        TimelineStyle style;
        style.kind = TimelineKind::Cells;
        style.columnWidth = 0.9;
        const auto fills = drawTimeline(dataOf(spans), style, frameOf()).all<DisplayList::Fill>();
        QVERIFY(fills.size() == spans.size());
        for (std::size_t i = 1; i < spans.size(); ++i)
            QTEST(fills[i].rect.left() - fills[i - 1].rect.right(), "gap");
    }

    void manyMixedColumnsAreAPicture()
    {
        std::vector<TimelineSpan> spans;
        for (int i = 0; i < 1000; ++i)
            spans.push_back(span(i * 0.1, i * 0.1 + 0.1, static_cast<std::uint32_t>(i % 2)));
        const DisplayList list = drawTimeline(dataOf(spans), {}, frameOf());
        const auto pictures = list.all<DisplayList::Picture>();
        QCOMPARE(pictures.size(), std::size_t(1));
        QCOMPARE(pictures[0].rect.width(), 100.0);
        // Both states are in every column.
        for (const int column : {0, 50, 98}) {
            QSet<QRgb> colors;
            for (int y = 0; y < pictures[0].image.height(); ++y)
                colors.insert(pictures[0].image.pixel(column, y));
            QCOMPARE(colors.size(), 2);
        }
        QVERIFY(list.items().size() < 200);
    }

    void textsStandWhereTheyFit_data()
    {
        QTest::addColumn<ValueVisibility>("values");
        QTest::addColumn<QStringList>("texts");
        QTest::newRow("auto") << ValueVisibility::Auto << QStringList(QStringLiteral("Up"));
        QTest::newRow("never") << ValueVisibility::Never << QStringList();
    }
    void textsStandWhereTheyFit()
    {
        QFETCH(ValueVisibility, values);
        QFETCH(QStringList, texts);
        TimelineStyle style;
        style.values = values;
        const DisplayList list =
            drawTimeline(dataOf({span(0, 60, 0), span(60, 64, 1), span(64, 100, 2)}), style, frameOf());
        QCOMPARE(textsOf(list), texts);
    }

    void alwaysIsCutAndShown()
    {
        TimelineStyle style;
        style.values = ValueVisibility::Always;
        const QStringList texts = textsOf(drawTimeline(dataOf({span(0, 60, 2)}), style, frameOf()));
        QCOMPARE(texts.size(), 1);
        QVERIFY(texts[0].endsWith(u'…'));
    }

    void align_data()
    {
        QTest::addColumn<TimelineAlign>("align");
        QTest::addColumn<int>("expected");
        QTest::newRow("left") << TimelineAlign::Left << int(Qt::AlignLeft);
        QTest::newRow("center") << TimelineAlign::Center << int(Qt::AlignHCenter);
        QTest::newRow("right") << TimelineAlign::Right << int(Qt::AlignRight);
    }
    void align()
    {
        QFETCH(TimelineAlign, align);
        QFETCH(int, expected);
        TimelineStyle style;
        style.align = align;
        const auto texts = drawTimeline(dataOf({span(0, 60, 0)}), style, frameOf()).all<DisplayList::Text>();
        QCOMPARE(texts.size(), std::size_t(1));
        QCOMPARE(int(texts[0].alignment & Qt::AlignHorizontal_Mask), expected);
    }

    void rowHeightIsAShare()
    {
        TimelineFrame frame = frameOf();
        frame.rows = 2;
        QCOMPARE(timelineBand(frame, 0, 1), (TimelineBand{0, 20}));
        QCOMPARE(timelineBand(frame, 1, 0.5), (TimelineBand{25, 35}));
        // Never nothing.
        const TimelineBand least = timelineBand(frame, 0, 0);
        QVERIFY(least.bottom > least.top);
        QCOMPARE(timelineRowAt(frame, 19.9), std::size_t(0));
        QCOMPARE(timelineRowAt(frame, 20), std::size_t(1));
        QCOMPARE(timelineRowAt(frame, 400), std::size_t(1));
    }

    void cellsHaveTheirWidth()
    {
        TimelineStyle style;
        style.kind = TimelineKind::Cells;
        style.columnWidth = 0.5;
        const auto fills = drawTimeline(dataOf({span(0, 20, 0), span(20, 40, 1)}), style, frameOf())
                               .all<DisplayList::Fill>();
        QCOMPARE(fills.size(), std::size_t(2));
        QCOMPARE(fills[0].rect.left(), 5.0);
        QCOMPARE(fills[0].rect.width(), 10.0);
        QCOMPARE(fills[1].rect.left(), 25.0);
    }

    void fadedStatesAreTracks()
    {
        TimelineFrame frame = frameOf();
        frame.faded = {true, false, false};
        const DisplayList list = drawTimeline(dataOf({span(0, 40, 0), span(40, 100, 1)}), {}, frame);
        const auto fills = list.all<DisplayList::Fill>();
        QCOMPARE(fills[0].brush.color(), frame.theme.track);
        QCOMPARE(fills[1].brush.color(), QColor(Qt::red));
        QCOMPARE(textsOf(list), QStringList(QStringLiteral("Down")));
    }

    void aColumnTellsAllItsBars()
    {
        const std::vector<TimelineSpan> spans{span(0, 20.2, 0), span(20.2, 20.7, 1), span(20.7, 60, 0)};
        QCOMPARE(timelineSpansAt(spans, grid, 20.4), (std::vector<std::size_t>{0, 1, 2}));
        QCOMPARE(timelineSpansAt(spans, grid, 30), (std::vector<std::size_t>{2}));
        QVERIFY(timelineSpansAt(spans, grid, 70).empty());
    }

    void everyScalingCoversTheSame()
    {
        TimelineFrame frame = frameOf(2);
        const auto fills = drawTimeline(dataOf({span(10, 50, 0)}), {}, frame).all<DisplayList::Fill>();
        QCOMPARE(fills[0].rect.left(), 5.0);
        QCOMPARE(fills[0].rect.width(), 20.0);
    }
};

SIGHTGLASS_TEST(TimelineLayoutTest)

} // namespace

#include "timelinelayouttest.moc"
