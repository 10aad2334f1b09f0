// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/calculatedsamples.h"
#include "model/dashboard/panelevaluation.h"
#include "model/dashboard/panelquery.h"
#include "model/dashboard/sampleexpression.h"
#include "model/dashboard/samplespacing.h"
#include "model/storage/head.h"
#include "parser/promql/parse.h"
#include "tests/support/randomstore.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

namespace {

using namespace sightglass;

constexpr TimestampMs start = 1'700'000'000'000 - 1'700'000'000'000 % 86'400'000;
constexpr std::int64_t minute = 60'000;
constexpr std::int64_t hour = 60 * minute;

using Samples = std::vector<Sample>;

PanelSpec panelOf(const std::string &expr)
{
    PanelSpec spec;
    spec.options = standardOptions(PanelType::TimeSeries);
    spec.queries = {{expr, {}, false}};
    return spec;
}

void append(Head &head, const Labels &labels, const Samples &samples)
{
    const SeriesId id = head.seriesFor(labels);
    for (const Sample &sample : samples)
        static_cast<void>(head.append(id, sample.t, sample.v));
}

PanelData answerOf(Head &head, const std::string &expr, TimeRange range, QueryOptions options = {})
{
    head.commit();
    return queryPanel(*head.snapshot(), QueryEngine(options), panelOf(expr), {range});
}

class StoredLinesTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void expressionsOfSamples_data()
    {
        QTest::addColumn<QString>("expr");
        QTest::addColumn<qint64>("offsetMs"); // -1: is none
        const auto row = [](const char *expr, qint64 offset) {
            QTest::newRow(expr) << QString::fromLatin1(expr) << offset;
        };
        row("a", 0);
        row("((a))", 0);
        row("{job=\"x\"}", 0);
        row("a offset 90s", 90'000);
        row("a * 8", 0);
        row("8 / (a - 3) ^ 2 % 7", 0);
        row("-a / 1024 / (2 * 512) + +1", 0);
        row("100 * (1 - a offset 1h) atan2 3", hour);
        row("a offset -90s", -1);
        row("a @ 1700000000", -1);
        row("a @ end()", -1);
        row("a + a", -1);
        row("a > 3", -1);
        row("a == bool 3", -1);
        row("a or 3 * b", -1);
        row("abs(a)", -1);
        row("rate(a[1m])", -1);
        row("sum(a)", -1);
        row("3 + 4", -1);
        // Without their names these may be one.
        row("{job=\"x\"} * 2", -1);
        row("{__name__=~\"a|b\"} * 2", -1);
        row("{__name__=\"a\"} * 2", 0);
    }
    void expressionsOfSamples()
    {
        QFETCH(QString, expr);
        QFETCH(qint64, offsetMs);
        const auto parsed = promql::parseExpr(expr.toStdString()).value();
        const auto expression = SampleExpression::of(*parsed);
        QCOMPARE(expression.has_value(), offsetMs >= 0);
        if (expression)
            QCOMPARE(expression->offsetMs(), offsetMs);
    }

    void reckonAsTheEngineDoes()
    {
        const test::RandomSpan span;
        const auto snapshot = test::randomStore(3, span);
        const TimeRange all{span.start, span.start + span.steps * span.stepMs};
        const QueryEngine engine;
        int compared = 0;
        for (const std::string &name : snapshot->labelValues("__name__")) {
            for (const char *form : {"%", "-% * 8", "3 - % / 0", "2 ^ %", "% % 7 atan2 -0.5"}) {
                std::string text = form;
                text.replace(text.find('%'), 1, name);
                const auto parsed = promql::parseExpr(text).value();
                const auto expression = SampleExpression::of(*parsed);
                QVERIFY2(expression, text.c_str());
                SampleColumns columns;
                for (const auto &view : snapshot->select(expression->selector().matchers, all)) {
                    view->read(all, columns);
                    std::vector<double> values = columns.values;
                    expression->apply(values);
                    for (std::size_t i = 0; i < values.size(); i += 3) {
                        const auto answer = engine.instant(*snapshot, *parsed, columns.times[i]).value();
                        const auto same = std::ranges::find(
                            answer.vector, expression->labelsOf(view->labels()), &VectorElement::labels);
                        QCOMPARE(same == answer.vector.end(), isStaleMarker(columns.values[i]));
                        if (same == answer.vector.end())
                            continue;
                        QVERIFY2(sameBits(same->value, values[i]), text.c_str());
                        ++compared;
                    }
                }
            }
        }
        QVERIFY(compared > 500);
    }

    void linesAreTheStoresSamples()
    {
        // With own timestamps, a minute apart, while the target is scraped each second.
        Head head;
        Samples stored;
        for (TimestampMs t = start + 7317; t < start + hour; t += minute + 3)
            stored.push_back({t, static_cast<double>(t % 97)});
        append(head, Labels::withName("level"), stored);
        const PanelData data = answerOf(head, "level", {start, start + hour});
        QCOMPARE(data.series.size(), std::size_t{1});
        const PanelSeries &series = data.series[0];
        QVERIFY(series.isStored() && series.isWhole());
        QVERIFY(std::ranges::equal(series.inRange(), stored));
        QVERIFY(series.breaks.empty());
        QCOMPARE(data.fineStepMs, std::int64_t{0});
        QVERIFY(data.originOf(series) && data.originOf(series)->isStored());
        QCOMPARE(*data.spacing, (SampleSpacing{minute, minute}));
        // The mean of what was measured, not of how long it was shown.
        QCOMPARE(calculatedSamples(series, Calculation::Count).size(), stored.size());
    }

    void whatIsEvaluatedSaysSo()
    {
        Head head;
        Samples stored;
        for (TimestampMs t = start; t <= start + 24 * hour; t += 1000)
            stored.push_back({t, static_cast<double>(t / 1000 % 7)});
        append(head, Labels::withName("level"), stored);
        const PanelData data =
            answerOf(head, "max_over_time(level[1m]) + abs(level)", {start + 20 * hour, start + 24 * hour});
        QVERIFY(!data.series.at(0).isStored());
        const auto origin = data.originOf(data.series[0]);
        QCOMPARE(*origin, (QueryOrigin{data.fineStepMs, minute}));
        QVERIFY(origin->everyMs > 0);
        QCOMPARE(*data.spacing, (SampleSpacing{1000, 1000}));
    }

    void offsetsMoveSamples()
    {
        Head head;
        append(head, Labels::withName("level"), {{start + 1250, 1}, {start + 2250, 2}});
        const PanelData moved = answerOf(head, "3 * level offset 1m", {start, start + hour});
        QCOMPARE(moved.series.at(0).samples, (SampleRun{{start + 61'250, 3}, {start + 62'250, 6}}));
        QCOMPARE(moved.series[0].stored->offsetMs, minute);
        QVERIFY(moved.series[0].labels.empty());
    }

    void gapsAreWhereNothingCounts_data()
    {
        QTest::addColumn<qint64>("distance");
        QTest::addColumn<bool>("stale");
        QTest::addColumn<bool>("gap");
        QTest::newRow("next") << qint64{1000} << false << false;
        QTest::newRow("as far as a sample counts") << qint64{5 * minute} << false << false;
        QTest::newRow("further") << qint64{5 * minute + 1} << false << true;
        QTest::newRow("ended between") << qint64{2000} << true << true;
    }
    void gapsAreWhereNothingCounts()
    {
        QFETCH(qint64, distance);
        QFETCH(bool, stale);
        QFETCH(bool, gap);
        for (const std::int64_t length : {hour, 24 * hour}) {
            Head head;
            const TimestampMs at = start + length / 2 + 333;
            Samples stored{{at - 1000, 1}, {at, 2}};
            if (stale)
                stored.push_back({at + 1000, staleMarker()});
            stored.push_back({at + distance, 3});
            append(head, Labels::withName("level"), stored);
            const PanelData data = answerOf(head, "level", {start, start + length});
            const PanelSeries &series = data.series.at(0);
            QCOMPARE(series.samples.size(), std::size_t{3});
            QCOMPARE(series.breaks,
                     gap ? std::vector<TimestampMs>{at + distance} : std::vector<TimestampMs>());
        }
    }

    void holesAreGaps_data()
    {
        QTest::addColumn<qint64>("usual");
        QTest::addColumn<qint64>("distance");
        QTest::addColumn<bool>("gap");
        QTest::newRow("late") << qint64{1000} << qint64{1750} << false;
        QTest::newRow("one missing") << qint64{1000} << qint64{2050} << false;
        QTest::newRow("two missing") << qint64{1000} << qint64{3000} << true;
        QTest::newRow("stopped") << qint64{1000} << qint64{12'000} << true;
        QTest::newRow("slow") << qint64{15'000} << qint64{15'200} << false;
        QTest::newRow("slow, one missing") << qint64{15'000} << qint64{30'000} << false;
        QTest::newRow("slow, stopped") << qint64{15'000} << qint64{120'000} << true;
        QTest::newRow("each minute") << qint64{minute} << qint64{minute} << false;
        QTest::newRow("each minute, stopped") << qint64{minute} << qint64{3 * minute} << true;
        QTest::newRow("faster than scrapes") << qint64{100} << qint64{1900} << false;
    }
    void holesAreGaps()
    {
        QFETCH(qint64, usual);
        QFETCH(qint64, distance);
        QFETCH(bool, gap);
        const TimestampMs at = start + hour / 2 + 333;
        Samples stored;
        for (int i = 20; i >= 0; --i)
            stored.push_back({at - i * usual + i % 3, 1});
        for (int i = 0; i < 20; ++i)
            stored.push_back({at + distance + i * usual, 2});
        for (const std::int64_t length : {hour, 24 * hour}) {
            Head head;
            append(head, Labels::withName("level"), stored);
            const PanelData data = answerOf(head, "level", {start, start + length});
            QCOMPARE(data.series.at(0).breaks,
                     gap ? std::vector<TimestampMs>{at + distance} : std::vector<TimestampMs>());
        }
        // Where the range ends in it, the line ends there.
        Head head;
        append(head, Labels::withName("level"), stored);
        const PanelData cut = answerOf(head, "level", {start, at + std::max(distance, usual) - 30});
        QCOMPARE(cut.series.at(0).stored->behind, std::size_t(distance > 1000 && !gap ? 1 : 0));
        // Offsets change nothing, nor do holes right after one another.
        const PanelData moved = answerOf(head, "level offset 1m", {start, start + hour});
        QCOMPARE(moved.series.at(0).breaks.size(), std::size_t(gap ? 1 : 0));
    }

    void holesAreFoundFromWhateverIsRead()
    {
        // Piece by piece as from the beginning; an interval that changes is no row of holes.
        std::mt19937 random(7);
        Head head;
        const SeriesId id = head.seriesFor(Labels::withName("level"));
        const PanelPipeline pipeline(panelOf("level"));
        const QueryEngine engine;
        EarlierAnswer before;
        TimestampMs t = start;
        std::shared_ptr<const PanelData> data;
        for (int i = 0; i < 600; ++i) {
            const std::int64_t usual = i < 300 ? 1000 : 15'000;
            t += random() % 25 == 0 ? 8 * usual : usual + static_cast<std::int64_t>(random() % 90);
            static_cast<void>(head.append(id, t, i));
            head.commit();
            const auto snapshot = head.snapshot();
            const PanelTime time{{t - hour / 2, t + 200}};
            PanelEvaluation evaluation({*snapshot, engine, pipeline, time}, before);
            data = evaluation.unchanged();
            if (!data) {
                QVERIFY(evaluation.advance(1'000'000, {}));
                data = std::make_shared<const PanelData>(evaluation.take({}));
            }
            before = evaluation.asEarlier(data);
            if (i < 30 || i % 7 != 0)
                continue;
            const PanelData fresh = queryPanel(*snapshot, engine, panelOf("level"), time);
            QCOMPARE(data->series.at(0).breaks, fresh.series.at(0).breaks);
        }
        QVERIFY(data->series[0].breaks.size() > 1);
        QVERIFY(data->series[0].breaks.size() < 20);
    }

    void linesGoOnBeyondTheRange()
    {
        Head head;
        append(head, Labels::withName("level"),
               {{start, 1}, {start + minute, 2}, {start + 2 * minute, 3}, {start + 3 * minute, 4}});
        const PanelData data = answerOf(head, "level", {start + minute + 1000, start + 2 * minute + 30'000});
        const PanelSeries &series = data.series.at(0);
        QCOMPARE(series.samples.size(), std::size_t{3});
        QCOMPARE(series.stored->before, std::size_t{1});
        QCOMPARE(series.stored->behind, std::size_t{1});
        QCOMPARE(series.inRange().size(), std::size_t{1});
        QCOMPARE(calculatedSamples(series, Calculation::Max), (SampleRun{{start + 2 * minute, 3}}));
        // Between two samples the first one holds.
        const PanelData between = answerOf(head, "level", {start + minute + 10'000, start + minute + 40'000});
        QCOMPARE(between.series.at(0).inRange().size(), std::size_t{0});
        QCOMPARE(calculatedSamples(between.series[0], Calculation::LastNotNull),
                 (SampleRun{{start + minute, 2}}));
        // It does not where the series has ended, or nothing counts any more.
        append(head, Labels::withName("level"), {{start + 4 * minute, staleMarker()}});
        QCOMPARE(
            answerOf(head, "level", {start + 4 * minute + 5000, start + 4 * minute + 20'000}).series.size(),
            std::size_t{0});
        QCOMPARE(answerOf(head, "level", {start + hour, start + 2 * hour}).series.size(), std::size_t{0});
    }

    void totalsAreOfAllSamples()
    {
        std::mt19937 random(5);
        Head head;
        Samples stored;
        for (TimestampMs t = start + 500; t <= start + 24 * hour; t += 1000) {
            const auto what = random() % 1000;
            const double odd = what < 5 ? canonicalNaN() : static_cast<double>(random() % 10'000);
            if (what < 990)
                stored.push_back({t, odd});
        }
        append(head, Labels::withName("level"), stored);
        const PanelData data = answerOf(head, "level", {start, start + 24 * hour});
        const PanelSeries &series = data.series.at(0);
        QVERIFY(!series.isWhole() && series.samples.size() < stored.size() / 4);
        double sum = 0;
        std::size_t count = 0;
        for (const Sample &sample : stored) {
            sum += std::isnan(sample.v) ? 0 : sample.v;
            count += std::isnan(sample.v) ? 0 : 1;
        }
        QCOMPARE(storedTotal(series, Calculation::Sum), std::optional(sum));
        QCOMPARE(storedTotal(series, Calculation::Count), std::optional(static_cast<double>(count)));
        QCOMPARE(storedTotal(series, Calculation::Mean), std::optional(sum / static_cast<double>(count)));
        QVERIFY(!storedTotal(series, Calculation::Max));
        // Others are of one sample of each column, and say so.
        QVERIFY(basisOf(series, Calculation::Median) == CalculationBasis::ColumnEnds);
        const auto columns = static_cast<std::size_t>(24 * hour / data.stepMs);
        QCOMPARE(stepSamples(series).size(), columns);
        QVERIFY(std::ranges::all_of(stepSamples(series), [&](const Sample &sample) {
            return std::ranges::find(stored, sample.t, &Sample::t) != stored.end();
        }));
    }

    void histogramsAreStoredOnesToo()
    {
        Head head;
        const SeriesId id = head.seriesFor(Labels::withName("sizes"));
        for (int i = 0; i < 10; ++i) {
            FloatHistogram histogram;
            histogram.count = i;
            QVERIFY(head.append(id, start + 700 + i * 1000, std::make_shared<const FloatHistogram>(histogram))
                        .ok());
        }
        const PanelData data = answerOf(head, "sizes", {start, start + minute});
        QCOMPARE(data.series.at(0).histograms.size(), std::size_t{10});
        QCOMPARE(data.series[0].histograms[3].t, start + 3700);
        QVERIFY(data.series[0].samples.empty());
        // Reckoning with them is the engine's.
        const PanelData doubled = answerOf(head, "sizes * 2", {start, start + minute});
        QVERIFY(!doubled.series.at(0).isStored());
        QCOMPARE(doubled.series[0].histograms.back().histogram->count, 18.0);
    }

    void theFirstScrapeComesOutOfTurn()
    {
        const std::vector<promql::ExprPtr> exprs{promql::parseExpr("level").value()};
        for (const std::int64_t regular : {1000, 30'000}) {
            Head head;
            Samples stored{{start, 1}, {start + 540, 1}};
            for (int i = 1; i <= 16; ++i) {
                append(head, Labels::withName("level"), stored);
                head.commit();
                const SampleSpacing spacing =
                    sampleSpacing(*head.snapshot(), exprs, {start - hour, stored.back().t}, 1000);
                const std::int64_t told = i == 1 ? 1000 : regular;
                QCOMPARE(spacing, (SampleSpacing{told, told}));
                stored = {{start + 540 + i * regular, 1}};
            }
        }
    }

    void spacingIsTheSamplesOwn_data()
    {
        QTest::addColumn<qint64>("distance");
        QTest::addColumn<qint64>("jitter");
        QTest::addColumn<qint64>("told");
        QTest::newRow("as scraped") << qint64{1000} << qint64{30} << qint64{1000};
        QTest::newRow("slower") << qint64{60'000} << qint64{0} << qint64{60'000};
        QTest::newRow("much slower") << qint64{900'000} << qint64{200} << qint64{900'000};
        QTest::newRow("faster") << qint64{250} << qint64{0} << qint64{250};
        QTest::newRow("odd") << qint64{7333} << qint64{0} << qint64{7300};
    }
    void spacingIsTheSamplesOwn()
    {
        QFETCH(qint64, distance);
        QFETCH(qint64, jitter);
        QFETCH(qint64, told);
        std::mt19937 random(1);
        Head head;
        Samples stored;
        for (TimestampMs t = start; t <= start + 6 * hour; t += distance) {
            const std::int64_t late =
                jitter > 0 ? static_cast<std::int64_t>(random()) % (jitter + 1) : std::int64_t{0};
            stored.push_back({t + late, 1});
        }
        append(head, Labels::withName("level"), stored);
        head.commit();
        const std::vector<promql::ExprPtr> exprs{promql::parseExpr("sum(rate(level[5m]))").value()};
        const SampleSpacing spacing = sampleSpacing(*head.snapshot(), exprs, {start, start + 6 * hour}, 1000);
        QCOMPARE(spacing, (SampleSpacing{told, told}));
        const std::vector<promql::ExprPtr> none{promql::parseExpr("other").value()};
        QCOMPARE(sampleSpacing(*head.snapshot(), none, {start, start + 6 * hour}, 1000), SampleSpacing());
    }

    void stacksAndBarsKeepTheirSteps()
    {
        Head head;
        append(head, Labels::withName("level"), {{start, 1}, {start + 1000, 2}});
        head.commit();
        const auto isStored = [&](const PanelSpec &panel) {
            return queryPanel(*head.snapshot(), QueryEngine(), panel, {{start - minute, start + minute}})
                .series.at(0)
                .isStored();
        };
        QVERIFY(isStored(panelOf("level")));
        PanelSpec stack = panelOf("level");
        stack.field.graph.stacking = Stacking{StackingMode::Normal, "A"};
        QVERIFY(!isStored(stack));
        PanelSpec bars = panelOf("level");
        bars.field.graph.drawStyle = DrawStyle::Bars;
        QVERIFY(!isStored(bars));
        PanelSpec points = panelOf("level");
        points.field.graph.drawStyle = DrawStyle::Points;
        QVERIFY(isStored(points));
        PanelSpec changed = panelOf("level");
        changed.transformations.emplace_back().id = "limit";
        QVERIFY(!isStored(changed));
    }
};

SIGHTGLASS_TEST(StoredLinesTest)

} // namespace

#include "storedlinestest.moc"
