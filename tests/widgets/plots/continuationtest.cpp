// SPDX-License-Identifier: GPL-3.0-or-later
// Answers that say from which one they go on: what is known of them is not read again, and changes nothing.
#include "model/dashboard/panelevaluation.h"
#include "model/storage/head.h"
#include "tests/support/testcase.h"
#include "tests/widgets/panels/syntheticdata.h"
#include "widgets/plots/timeseriespanel.h"
#include "widgets/plots/timeseriesplot.h"

#include <QPaintEvent>
#include <QTest>

#include <cmath>
#include <random>

namespace {

using namespace sightglass;

constexpr std::int64_t stepMs = 1000;
constexpr std::int64_t length = 300'000;

/// Scales that do not depend on the data: what is not found to have changed stays on the picture.
PanelSpec fixedScale()
{
    PanelSpec spec;
    spec.field.min = 0;
    spec.field.max = 200;
    return spec;
}

/// A panel in a window of its own, painted after each answer.
struct Stage
{
    explicit Stage(const PanelSpec &spec)
        : panel(spec, darkTheme(), &window)
    {
        window.resize(600, 320);
        panel.setGeometry(window.rect());
        window.show();
    }
    QImage shown(const PanelDataPtr &data)
    {
        panel.setData(data);
        window.grab();
        return panel.plot()->layer().image();
    }

    QWidget window;
    TimeSeriesPanel panel;
};

/// What of a widget is painted.
class PaintRecord : public QObject
{
public:
    explicit PaintRecord(QWidget *of) { of->installEventFilter(this); }
    /// While the widget brings itself up to date on the screen.
    QRegion paintedSoon()
    {
        m_painted = QRegion();
        QTest::qWait(1);
        for (int i = 0; i < 500 && m_painted.isEmpty(); ++i)
            QTest::qWait(1);
        return m_painted;
    }
    bool eventFilter(QObject *of, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            m_painted += static_cast<QPaintEvent *>(event)->region();
        return QObject::eventFilter(of, event);
    }

private:
    QRegion m_painted;
};

/// Whether the two pictures are the same outside of a region.
bool differOnlyIn(const QRegion &region, const QImage &a, const QImage &b)
{
    for (int x = 0; x < a.width(); ++x) {
        for (int y = 0; y < a.height(); ++y) {
            if (a.pixel(x, y) != b.pixel(x, y) && !region.contains(QPoint(x, y)))
                return false;
        }
    }
    return true;
}

int area(const QRegion &region)
{
    int sum = 0;
    for (const QRect &rect : region)
        sum += rect.width() * rect.height();
    return sum;
}

QImage fresh(const PanelSpec &spec, const PanelDataPtr &data)
{
    return Stage(spec).shown(data);
}

PanelDataPtr firstAnswer()
{
    return std::make_shared<const PanelData>(test::walks({.rangeMs = length, .series = 4}, 100));
}

double value(std::mt19937 &random)
{
    switch (random() % 24) {
    case 0:
        return std::nan("");
    case 1:
        return std::numeric_limits<double>::infinity();
    case 2:
        return -std::numeric_limits<double>::infinity();
    default:
        return static_cast<double>(random() % 40) - 20;
    }
}

class ContinuationTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void whatIsKnownIsNotReadAgain()
    {
        const PanelDataPtr first = firstAnswer();
        // Wrong on purpose: a sample in the middle is another one although it is said to be the same.
        auto wrong = std::make_shared<PanelData>(*test::tickLater(first));
        wrong->series[1].samples.edit()[150].v += 90;
        Stage trusting(fixedScale());
        trusting.shown(first);
        QVERIFY2(trusting.shown(wrong) != fresh(fixedScale(), wrong), "what is known was read all the same");
        auto untold = std::make_shared<PanelData>(*wrong);
        untold->continues.reset();
        Stage reading(fixedScale());
        reading.shown(first);
        QCOMPARE(reading.shown(untold), fresh(fixedScale(), wrong));
    }

    void whatIsKnownOfSomethingElseIsRead_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("of another answer") << 0;
        QTest::newRow("of an answer that is gone") << 1;
        QTest::newRow("the series changed places") << 2;
        QTest::newRow("a series is of another query") << 3;
        QTest::newRow("the answer that is shown was not painted") << 4;
    }
    void whatIsKnownOfSomethingElseIsRead()
    {
        QFETCH(int, what);
        const PanelDataPtr first = firstAnswer();
        auto next = std::make_shared<PanelData>(*test::tickLater(first));
        Stage stage(fixedScale());
        stage.shown(first);
        const PanelDataPtr other = what == 0 ? test::tickLater(first) : nullptr;
        if (what == 0 || what == 1)
            next->continues->earlier = other;
        if (what == 2)
            std::swap(next->series[1].labels, next->series[2].labels);
        if (what == 3)
            next->series[1].query = next->series[2].query = 1;
        if (what == 4) {
            const PanelDataPtr between = test::tickLater(first);
            next = std::make_shared<PanelData>(*test::tickLater(between));
            stage.window.hide();
            stage.panel.setData(between);
            stage.window.show();
        }
        for (const std::size_t series : {std::size_t{1}, std::size_t{2}})
            next->series[series].samples.edit()[150].v += 90;
        // A panel that has seen the first answer too, since series keep their colours; it is told nothing.
        auto untold = std::make_shared<PanelData>(*next);
        untold->continues.reset();
        Stage plain(fixedScale());
        plain.shown(first);
        QCOMPARE(stage.shown(next), plain.shown(untold));
    }

    void aTickIsThePictureOfAFreshPanel()
    {
        PanelDataPtr data = firstAnswer();
        Stage stage({});
        stage.shown(data);
        for (int tick = 0; tick < 30; ++tick) {
            data = test::tickLater(data);
            QCOMPARE(stage.shown(data), fresh({}, data));
        }
    }

    void onlyWhatChangedIsPaintedAgain()
    {
        PanelDataPtr data =
            std::make_shared<const PanelData>(test::walks({.rangeMs = 3'600'000, .series = 4}, 100));
        Stage stage(fixedScale());
        TimeSeriesPlot *plot = stage.panel.plot();
        PaintRecord record(plot);
        stage.panel.setData(data);
        QVERIFY(!record.paintedSoon().isEmpty());
        int small = 0;
        for (int tick = 0; tick < 40; ++tick) {
            const QImage before = plot->grab().toImage();
            data = test::tickLater(data);
            stage.panel.setData(data);
            const QRegion painted = record.paintedSoon();
            QVERIFY(differOnlyIn(painted, before, plot->grab().toImage()));
            small += area(painted) * 10 < plot->width() * plot->height() ? 1 : 0;
        }
        // Every few seconds the picture moves by a column.
        QVERIFY2(small > 25, qPrintable(QString::number(small)));
        // What is read at the crosshair follows the data.
        stage.panel.setCrosshair(data->range.to - 1'000'000);
        QVERIFY(!record.paintedSoon().isEmpty());
        const QImage before = plot->grab().toImage();
        stage.panel.setData(test::tickLater(data));
        const QRegion painted = record.paintedSoon();
        QVERIFY(differOnlyIn(painted, before, plot->grab().toImage()));
        QCOMPARE(painted.boundingRect(), plot->rect());
    }

    /// Samples that are read lie beside the crosshair; their marks go when it moves on.
    void marksAwayFromTheCrosshairGoWithIt()
    {
        Stage stage(fixedScale());
        PanelData data;
        data.range = {0, 300'000};
        data.stepMs = 60'000;
        PanelSeries series;
        for (TimestampMs t = 0; t <= 300'000; t += 60'000)
            series.samples.push_back({t, 100});
        data.series = {series};
        stage.shown(std::make_shared<const PanelData>(data));
        QWidget *plot = stage.panel.plot();
        QVERIFY(QTest::qWaitForWindowExposed(&stage.window));
        PaintRecord record(plot);
        for (const TimestampMs at : {80'000, 140'000, 143'000, 290'000}) {
            const QImage before = plot->grab().toImage();
            static_cast<void>(record.paintedSoon()); // of the picture
            stage.panel.setCrosshair(at);
            QRegion painted = record.paintedSoon();
            // What lies outside of what was expected comes with the next one.
            painted += record.paintedSoon();
            QVERIFY(differOnlyIn(painted, before, plot->grab().toImage()));
        }
    }

    void gapsAreCarriedOn()
    {
        // One gap is there from the beginning, another one comes while the chart is live.
        constexpr TimestampMs start = 1'700'000'000'000 - 1'700'000'000'000 % 60'000;
        PanelSpec spec = fixedScale();
        spec.options = standardOptions(PanelType::TimeSeries);
        spec.queries = {{"level", {}, false}};
        Head head;
        const auto append = [&head](TimestampMs t) {
            const std::int64_t second = (t - start) / stepMs;
            for (int s = 0; s < 3; ++s) {
                const SeriesId id = head.seriesFor(Labels::withName("level", {{"n", std::to_string(s)}}));
                const bool away = (second >= 100 && second < 110) || (second >= 306 && second < 311);
                const double v = away ? staleMarker() : static_cast<double>(second * (s + 7) % 150);
                static_cast<void>(head.append(id, t, v));
            }
            head.commit();
        };
        for (TimestampMs t = start; t <= start + length; t += stepMs)
            append(t);
        const PanelPipeline pipeline(spec);
        const QueryEngine engine;
        EarlierAnswer before;
        PanelDataPtr data;
        Stage stage(spec);
        for (TimestampMs now = start + length; now < start + length + 24 * stepMs; now += stepMs) {
            if (now > start + length)
                append(now);
            const auto snapshot = head.snapshot();
            PanelEvaluation evaluation({*snapshot, engine, pipeline, {{now - length, now}}}, before);
            QVERIFY(evaluation.advance(1'000'000, {}));
            data = std::make_shared<const PanelData>(evaluation.take({}));
            before = evaluation.asEarlier(data);
            const std::uint64_t drawn = stage.panel.plot()->layer().columnsDrawn();
            QCOMPARE(stage.shown(data), fresh(spec, data));
            if (now > start + length)
                QVERIFY(stage.panel.plot()->layer().columnsDrawn() - drawn < 60);
            QVERIFY(!data->series.at(0).breaks.empty());
        }
        QCOMPARE(data->series.at(0).breaks.size(), std::size_t{2});
    }

    void rangesAreCarriedOn()
    {
        std::mt19937 random(7);
        std::vector<Sample> samples;
        SeriesExtremes carried;
        int bounds = 0;
        for (int tick = 0; tick < 3000; ++tick) {
            // Now and then the newest ones are corrected, and sometimes some are missing.
            const std::size_t corrected = std::min<std::size_t>(random() % 4, samples.size());
            const TimestampMs sameBefore = corrected > 0
                                               ? samples[samples.size() - corrected].t
                                               : (samples.empty() ? TimestampMs{0} : samples.back().t + 1);
            for (std::size_t i = samples.size() - corrected; i < samples.size(); ++i)
                samples[i].v = value(random);
            const TimestampMs last = samples.empty() ? 0 : samples.back().t;
            const auto added = static_cast<TimestampMs>(random() % 3);
            for (TimestampMs i = 0; i < added; ++i)
                samples.push_back({last + stepMs * (i + 1), value(random)});
            const std::size_t most = random() % 40 == 0 ? 0 : 30;
            if (samples.size() > most)
                samples.erase(samples.begin(),
                              samples.begin() + static_cast<std::ptrdiff_t>(samples.size() - most));
            carried = carried.movedOn(samples, sameBefore);
            const auto range = valueRange(samples);
            if (!carried.isExact()) {
                ++bounds;
                QVERIFY(!range ||
                        (carried.range()->low <= range->low && range->high <= carried.range()->high));
                // Bounds go on for a while, as those of a line amid others do.
                if (random() % 3 == 0)
                    carried = SeriesExtremes(samples);
            }
            if (carried.isExact()) {
                QCOMPARE(carried.range(), range);
                QVERIFY(carried == SeriesExtremes(samples));
            }
        }
        QVERIFY(bounds > 100);
    }

    void axesAreBoundedByWhatIsThere()
    {
        // Two waves, one of them within the other's range but for its highest values: both lose extremes, and
        // the axis knows all the same.
        constexpr TimestampMs start = 1'700'000'000'000 - 1'700'000'000'000 % 60'000;
        auto spec = std::make_shared<PanelSpec>(fixedScale());
        spec->options = standardOptions(PanelType::TimeSeries);
        const std::vector<bool> visible(2, true);
        std::shared_ptr<const PlotData> before;
        std::weak_ptr<const PanelData> earlier;
        for (std::int64_t tick = 0; tick < 400; ++tick) {
            auto data = std::make_shared<PanelData>();
            data->range = {start + tick * stepMs, start + (tick + 50) * stepMs};
            data->stepMs = stepMs;
            std::vector<Sample> wide;
            std::vector<Sample> within;
            for (std::int64_t i = tick; i <= tick + 50; ++i) {
                const double x = static_cast<double>(i);
                wide.push_back({start + i * stepMs, 10 * std::sin(x / 20) + x / 10});
                within.push_back({start + i * stepMs, i % 90 == 0 ? 60 : std::cos(x)});
            }
            const auto all = valueRange(wide);
            const auto more = valueRange(within);
            data->series.resize(2);
            data->series[0].labels = Labels::withName("wide");
            data->series[0].samples = std::move(wide);
            data->series[1].labels = Labels::withName("within");
            data->series[1].samples = std::move(within);
            if (tick > 0)
                data->continues = Continuation{earlier, start + (tick + 50) * stepMs};
            const auto now = std::make_shared<const PlotData>(spec, data, visible, before.get());
            QCOMPARE(now->valuesOn(0),
                     (ValueRange{std::min(all->low, more->low), std::max(all->high, more->high)}));
            earlier = data;
            before = now;
        }
    }
};

SIGHTGLASS_TEST(ContinuationTest)

} // namespace

#include "continuationtest.moc"
