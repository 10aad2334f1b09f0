// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/panelquery.h"
#include "model/storage/head.h"
#include "tests/support/testcase.h"
#include "widgets/plots/timeseriespanel.h"
#include "widgets/plots/timeseriesplot.h"

#include <QDateTime>
#include <QTest>

#include <algorithm>
#include <functional>

namespace {

using namespace sightglass;

constexpr TimestampMs start = 1'700'000'000'000 - 1'700'000'000'000 % 86'400'000;
constexpr std::int64_t hour = 3'600'000;
/// Stands for no sample.
constexpr double nothing = -1;

PanelSpec panelOf(const std::string &expr)
{
    PanelSpec spec;
    spec.options = standardOptions(PanelType::TimeSeries);
    spec.queries = {{expr, {}, false}};
    spec.field.min = 0;
    spec.field.max = 100;
    spec.field.graph.fillOpacity = 0;
    spec.field.color = FieldColor{ColorMode::Fixed, "#4080ff", {}, ColorBy::Last}; // none is grey
    return spec;
}

/// A store with a value each second, as a panel in a window of its own shows it.
class Shown
{
public:
    Shown(const PanelSpec &spec, TimeRange range, const std::function<double(TimestampMs, int)> &valueAt,
          int series = 1)
        : panel(spec, darkTheme(), &m_window)
    {
        Head head;
        for (int s = 0; s < series; ++s) {
            const SeriesId id = head.seriesFor(Labels::withName("level", {{"n", std::to_string(s)}}));
            for (TimestampMs t = range.from; t <= range.to; t += 1000) {
                if (const double v = valueAt(t, s); v != nothing)
                    static_cast<void>(head.append(id, t, v));
            }
        }
        head.commit();
        data = std::make_shared<const PanelData>(queryPanel(*head.snapshot(), QueryEngine(), spec, {range}));
        m_window.resize(600, 320);
        panel.setGeometry(m_window.rect());
        panel.setData(data);
        m_window.show();
        static_cast<void>(m_window.grab());
    }

    [[nodiscard]] TimeSeriesPlot *plot() const { return panel.plot(); }

    /// Whether something is drawn at a time that lies as high as the value, on an axis from 0 to 100.
    [[nodiscard]] bool isDrawn(TimestampMs t, double value) const
    {
        const QImage image = plot()->layer().image();
        const auto x = static_cast<int>(plot()->grid().columnOf(t) - plot()->grid().first);
        const int y = static_cast<int>((100 - value) / 100 * (image.height() - 1));
        const QRgb ink = image.pixel(x, y);
        const QColor color = QColor::fromRgb(ink);
        return color.saturation() > 80;
    }

    /// Of an axis from 0 to 100.
    [[nodiscard]] Readout readAt(TimestampMs t, double value = 99)
    {
        const QRectF rect = plot()->plotRect();
        const TimeRange range = plot()->range();
        const double across = static_cast<double>(t - range.from) / static_cast<double>(range.lengthMs());
        QTest::mouseMove(
            plot(),
            (rect.topLeft() + QPointF(rect.width() * across, rect.height() * (100 - value) / 100)).toPoint());
        return plot()->currentReadout();
    }

    PanelDataPtr data;

private:
    QWidget m_window;

public:
    TimeSeriesPanel panel;
};

class ThinnedSeriesTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void oneSampleIsDrawnAtAnyZoom_data()
    {
        QTest::addColumn<qint64>("lengthMs");
        QTest::addColumn<double>("odd");
        for (const qint64 length : {hour, 24 * hour, 30 * 24 * hour}) {
            QTest::addRow("spike in %d h", static_cast<int>(length / hour)) << length << 90.0;
            QTest::addRow("dip in %d h", static_cast<int>(length / hour)) << length << 10.0;
        }
    }
    void oneSampleIsDrawnAtAnyZoom()
    {
        QFETCH(qint64, lengthMs);
        QFETCH(double, odd);
        const TimestampMs at = start + lengthMs * 2 / 5 / 1000 * 1000 + 13'000;
        Shown shown(panelOf("level"), {start, start + lengthMs},
                    [=](TimestampMs t, int) { return t == at ? odd : 50.0; });
        const double near = odd > 50 ? odd - 3 : odd + 3;
        QVERIFY(shown.isDrawn(at, near));
        const std::int64_t pixels = 4 * shown.plot()->grid().bucketUs / 1000;
        QVERIFY(!shown.isDrawn(at - pixels, near));
        QVERIFY(!shown.isDrawn(at + pixels, near));
        // Who points at it reads that sample, at its time.
        const Readout readout = shown.readAt(at, near);
        QCOMPARE(readout.number, std::optional(odd));
        QVERIFY(
            readout.title.contains(QDateTime::fromMSecsSinceEpoch(at).toString(QStringLiteral("HH:mm:ss"))));
        // Who points at the line beside it reads the line.
        QCOMPARE(shown.readAt(at, 50).number, std::optional(50.0));
        // What the legend calls the highest and the lowest is what is drawn.
        const auto range = valueRange(shown.data->series.at(0).samples);
        QCOMPARE(range->high, std::max(odd, 50.0));
        QCOMPARE(range->low, std::min(odd, 50.0));
    }

    void thePlotSaysWhatItShows()
    {
        const Shown day(panelOf("level"), {start, start + 24 * hour}, [](TimestampMs, int) { return 5.0; });
        QCOMPARE(day.plot()->resolution(), QStringLiteral("min and max per 20 s, source 1 s"));
        QVERIFY(day.plot()->isCoarse());
        PanelSpec bars = panelOf("level");
        bars.field.graph.drawStyle = DrawStyle::Bars;
        bars.interval = "10m";
        const Shown steps(bars, {start, start + 24 * hour}, [](TimestampMs, int) { return 5.0; });
        QCOMPARE(steps.plot()->resolution(), QStringLiteral("step 10 min, source 1 s"));
    }

    void theCursorReadsStoredSamples()
    {
        PanelSpec spec = panelOf("level");
        spec.field.graph.insertNullsMs = 20'000;
        const TimeRange range{start, start + 10 * 60'000};
        // The store has one each 15 s, at odd times.
        const auto isThere = [](TimestampMs t) { return t / 1000 % 15 == 7; };
        Shown shown(spec, range, [&](TimestampMs t, int) { return isThere(t) ? 40.0 : nothing; });
        for (TimestampMs t = range.from + 30'000; t < range.to - 30'000; t += 41'000) {
            const Readout readout = shown.readAt(t, 40);
            QCOMPARE(readout.rows.size(), std::size_t{1});
            QVERIFY(readout.note.contains(QStringLiteral("every sample, source 15 s")));
        }
        QVERIFY(!shown.plot()->isCoarse());
        QVERIFY(std::ranges::all_of(shown.data->series.at(0).samples,
                                    [&](const Sample &sample) { return isThere(sample.t); }));
    }

    void allRowsAreOfOneScrape()
    {
        // Each scrape has another last digit, so that rows of two cannot be mistaken.
        Shown shown(
            panelOf("level"), {start, start + hour / 4},
            [](TimestampMs t, int s) { return 10 * s + static_cast<double>(t / 1000 % 10); }, 6);
        for (int i = 0; i < 10; ++i) {
            const TimestampMs at = start + hour / 8 + 300 * i;
            // On the line of the fourth, as it is a second earlier or later.
            const Readout readout = shown.readAt(at, 30 + i);
            QCOMPARE(readout.rows.size(), std::size_t{6});
            for (const ReadoutRow &row : readout.rows) {
                QCOMPARE(row.value.right(1), readout.rows.front().value.right(1));
                QVERIFY2(row.detail.isEmpty(), qPrintable(row.detail));
            }
        }
    }

    void aGapIsAGapInLinesAreasAndStacks_data()
    {
        QTest::addColumn<bool>("stacked");
        QTest::newRow("line with area") << false;
        QTest::newRow("stack") << true;
    }
    void aGapIsAGapInLinesAreasAndStacks()
    {
        QFETCH(bool, stacked);
        PanelSpec spec = panelOf("level");
        spec.field.graph.fillOpacity = 80;
        if (stacked)
            spec.field.graph.stacking = Stacking{StackingMode::Normal, "A"};
        // Shorter than a column of the answer is wide, but twelve columns of pixels.
        const TimestampMs from = start + 30 * 60'000 + 100'000;
        const TimestampMs to = from + 100'000;
        spec.interval = "5m";
        const Shown shown(
            spec, {start, start + hour},
            [=](TimestampMs t, int) { return t >= from && t < to ? staleMarker() : 40.0; }, stacked ? 2 : 1);
        QCOMPARE(shown.data->stepMs, std::int64_t{300'000});
        QVERIFY(shown.data->series.at(0).isThinned());
        const double height = stacked ? 78 : 38;
        QVERIFY(shown.isDrawn(from - 20'000, height));
        QVERIFY(shown.isDrawn(to + 20'000, height));
        QVERIFY(shown.isDrawn(from - 20'000, 5));
        for (TimestampMs t = from + 15'000; t <= to - 15'000; t += 10'000) {
            QVERIFY(!shown.isDrawn(t, height));
            QVERIFY(!shown.isDrawn(t, 5));
        }
        // The rest is one piece, also where columns meet.
        for (TimestampMs t = start + 60'000; t < from - 15'000; t += 7000)
            QVERIFY(shown.isDrawn(t, 5));
    }

    void gapsAreReadAsGaps()
    {
        PanelSpec spec = panelOf("level");
        spec.interval = "5m";
        const TimestampMs from = start + 30 * 60'000 + 100'000;
        const TimestampMs to = from + 100'000;
        Shown shown(spec, {start, start + hour},
                    [=](TimestampMs t, int) { return t >= from && t < to ? staleMarker() : 40.0; });
        QVERIFY(shown.readAt(from - 20'000).rows.size() == 1);
        const Readout gap = shown.readAt((from + to) / 2);
        QVERIFY(gap.rows.empty());
        QCOMPARE(gap.remarks.size(), 1);
        // Between two samples that are kept there is a line, and the nearer of them is read.
        for (TimestampMs t = start + 60'000; t < from - 10'000; t += 11'000)
            QCOMPARE(shown.readAt(t).rows.size(), std::size_t{1});
    }

    void stacksStandOnWhatIsBelow()
    {
        PanelSpec spec = panelOf("level");
        spec.field.graph.stacking = Stacking{StackingMode::Normal, "A"};
        spec.field.graph.fillOpacity = 90;
        const TimestampMs at = start + 9 * hour + 17'000;
        // One falls when the other rises, but for one second.
        const Shown shown(
            spec, {start, start + 24 * hour},
            [at](TimestampMs t, int s) {
                const double up = static_cast<double>(t / 1000 % 20);
                return (s == 0 ? 10 + up : 30 - up) + (t == at && s == 1 ? 45.0 : 0.0);
            },
            2);
        QVERIFY(shown.isDrawn(at, 80));
        for (TimestampMs t = start + hour; t < start + 8 * hour; t += 97'000) {
            QVERIFY(!shown.isDrawn(t, 45)); // no peak where one layer lacks the other's times
            QVERIFY(shown.isDrawn(t, 35));  // and no hole
        }
    }
};

SIGHTGLASS_TEST(ThinnedSeriesTest)

} // namespace

#include "thinnedseriestest.moc"
