// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/panelevaluation.h"

#include "model/core/timegrid.h"
#include "model/dashboard/calculatedsamples.h"
#include "model/dashboard/panelevents.h"
#include "model/dashboard/panelquery.h"
#include "model/dashboard/sampleexpression.h"
#include "model/storage/head.h"
#include "parser/promql/parse.h"
#include "tests/support/querygenerator.h"
#include "tests/support/randomstore.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <random>

namespace {

using namespace sightglass;

constexpr TimestampMs start = 1'700'000'000'000 - 1'700'000'000'000 % 86'400'000;
constexpr std::int64_t hour = 3'600'000;
constexpr std::size_t allPoints = std::numeric_limits<std::size_t>::max();

PanelSpec panelOf(const std::string &expr)
{
    PanelSpec spec;
    spec.options = standardOptions(PanelType::TimeSeries);
    spec.queries = {{expr, {}, false}};
    return spec;
}

void fill(Head &head, const Labels &labels, TimeRange range,
          const std::function<double(TimestampMs)> &valueAt)
{
    const SeriesId id = head.seriesFor(labels);
    for (TimestampMs t = range.from; t <= range.to; t += 1000)
        static_cast<void>(head.append(id, t, valueAt(t)));
}

std::shared_ptr<const PanelData> answerOf(PanelEvaluation &evaluation)
{
    static_cast<void>(evaluation.advance(allPoints, {}));
    return std::make_shared<const PanelData>(evaluation.take({}));
}

/// Of stored lines with or without where they go on behind the range.
QByteArray textOf(const PanelData &data, bool behind = true)
{
    QByteArray text = QByteArray::number(data.range.from) + ' ' + QByteArray::number(data.range.to) + '\n';
    for (const PanelSeries &series : data.series) {
        text +=
            QByteArray::fromStdString(series.labels.toString()) + ' ' + QByteArray::number(series.columnMs);
        const std::size_t left = series.stored && !behind ? series.stored->behind : 0;
        for (const Sample &sample : std::span(series.samples).first(series.samples.size() - left))
            text += ' ' + QByteArray::number(sample.t) + '=' +
                    QByteArray::number(std::bit_cast<quint64>(sample.v), 16);
        text += " |";
        for (const TimestampMs t : series.breaks)
            text += ' ' + QByteArray::number(t);
        if (series.stored) {
            const StoredLine &stored = *series.stored;
            text += " stored " + QByteArray::number(quint64{stored.before}) + ' ' +
                    QByteArray::number(quint64{behind ? stored.behind : 0});
            for (std::size_t i = 0; i < stored.leftOutCounts.size(); ++i)
                text += ' ' + QByteArray::number(stored.leftOutCounts[i].t) + ':' +
                        QByteArray::number(stored.leftOutCounts[i].v) + '/' +
                        QByteArray::number(stored.leftOutSums[i].v);
        }
        text += '\n';
    }
    for (const ErrorBand &band : data.bands) {
        text += "band " + QByteArray::number(quint64{band.series});
        for (std::size_t i = 0; i < band.low.size(); ++i)
            text += ' ' + QByteArray::number(band.low[i].t) + '=' + QByteArray::number(band.low[i].v) + ".." +
                    QByteArray::number(band.high[i].v);
        text += '\n';
    }
    return text;
}

bool hasSample(const SampleRun &samples, const Sample &wanted)
{
    return std::ranges::find(samples, wanted) != samples.end();
}

class PanelEvaluationTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void aSpikeIsThereAtAnyZoom_data()
    {
        QTest::addColumn<qint64>("lengthMs");
        QTest::addColumn<double>("odd");
        for (const double odd : {1000.0, -1000.0}) {
            const char *what = odd > 0 ? "spike" : "dip";
            QTest::addRow("%s in an hour", what) << qint64{hour} << odd;
            QTest::addRow("%s in a day", what) << qint64{24 * hour} << odd;
            QTest::addRow("%s in 30 days", what) << qint64{30 * 24 * hour} << odd;
        }
    }
    void aSpikeIsThereAtAnyZoom()
    {
        QFETCH(qint64, lengthMs);
        QFETCH(double, odd);
        Head head;
        const TimestampMs end = start + lengthMs;
        const TimestampMs at = start + lengthMs / 3 / 1000 * 1000 + 7000;
        fill(head, Labels::withName("level"), {start, end},
             [at, odd](TimestampMs t) { return t == at ? odd : static_cast<double>(t / 1000 % 10); });
        head.commit();
        for (const char *expr : {"level", "level * 1", "max_over_time(level[3s])", "sum(level)"}) {
            if (lengthMs > 24 * hour && expr != std::string_view("level"))
                continue; // takes seconds
            const PanelData data = queryPanel(*head.snapshot(), QueryEngine(), panelOf(expr), {{start, end}});
            QVERIFY(!data.error);
            QVERIFY(data.notes.empty());
            const SampleRun &samples = data.series.at(0).samples;
            QVERIFY(samples.size() <= static_cast<std::size_t>(4 * (lengthMs / data.stepMs + 1) + 1));
            QCOMPARE(data.series[0].breaks.size(), std::size_t{0});
            if (std::string_view(expr) != "max_over_time(level[3s])")
                QVERIFY2(hasSample(samples, {at, odd}), expr);
            else if (odd > 0)
                QVERIFY(std::ranges::any_of(
                    samples, [at](const Sample &s) { return s.v == 1000 && s.t >= at && s.t < at + 3000; }));
        }
    }

    void aSampleThatCameLateIsSeen()
    {
        // Scrapes lie just before whole seconds; the one with the spike came behind one.
        Head head;
        const SeriesId id = head.seriesFor(Labels::withName("level"));
        for (TimestampMs t = 980; t < 24 * hour; t += 1000) {
            const bool late = t == 500 * 60'000 + 980;
            static_cast<void>(head.append(id, start + t + (late ? 330 : 0), late ? 99 : 1));
        }
        head.commit();
        const PanelData data =
            queryPanel(*head.snapshot(), QueryEngine(), panelOf("level"), {{start, start + 24 * hour}});
        QVERIFY(std::ranges::any_of(data.series.at(0).samples, [](const Sample &s) { return s.v == 99; }));
    }

    void aJumpShowsInRates()
    {
        Head head;
        const TimestampMs at = start + 5 * hour + 17'000;
        fill(head, Labels::withName("work_total"), {start, start + 24 * hour},
             [at](TimestampMs t) { return static_cast<double>((t - start) / 1000) + (t >= at ? 5000 : 0); });
        head.commit();
        const PanelData data = queryPanel(*head.snapshot(), QueryEngine(), panelOf("rate(work_total[4s])"),
                                          {{start, start + 24 * hour}});
        QCOMPARE(data.stepMs, std::int64_t{20'000});
        QCOMPARE(data.fineStepMs, std::int64_t{1000});
        const auto highest = std::ranges::max_element(data.series.at(0).samples, {}, &Sample::v);
        QVERIFY(highest->v > 1000);
        QVERIFY(highest->t >= at && highest->t < at + 4000);
    }

    void stepsAreWhatARangeQueryAnswers()
    {
        for (quint64 seed = 1; seed <= 5; ++seed) {
            const test::RandomSpan span{.steps = 120};
            const auto snapshot = test::randomStore(seed, span);
            const TimestampMs end = span.start + span.steps * span.stepMs;
            test::QueryGenerator generator(test::QueryVocabulary::of(*snapshot, {}),
                                           test::QueryGenerator::seeded(seed));
            int compared = 0;
            for (int i = 0; i < 60; ++i) {
                const std::string query = generator.query(3);
                const QueryEngine engine;
                PanelTime time{{span.start, end}, 15'000, 15};
                const std::int64_t step = panelStepMs(time);
                const StepRange steps{gridFloor(span.start, step), gridFloor(end, step), step};
                const auto expr = promql::parseExpr(query).value();
                if (SampleExpression::of(*expr)) // is not evaluated
                    continue;
                const auto wanted = engine.range(*snapshot, *expr, steps);
                const PanelData data = queryPanel(*snapshot, engine, panelOf(query), time);
                QCOMPARE(data.error.has_value(), !wanted.ok());
                if (!wanted)
                    continue;
                std::vector<std::pair<Labels, SampleRun>> ours;
                for (const PanelSeries &series : data.series) {
                    SampleRun samples = stepSamples(series);
                    if (!samples.empty())
                        ours.emplace_back(series.labels, samples);
                }
                QCOMPARE(ours.size(), static_cast<std::size_t>(std::ranges::count_if(
                                          wanted->matrix, [](const auto &s) { return !s.samples.empty(); })));
                for (const MatrixSeries &series : wanted->matrix) {
                    if (series.samples.empty())
                        continue;
                    const auto found = std::ranges::find_if(
                        ours, [&](const auto &one) { return one.first == series.labels; });
                    QVERIFY2(found != ours.end(), query.c_str());
                    const bool same = std::ranges::equal(
                        found->second, series.samples,
                        [](const Sample &a, const Sample &b) { return a.t == b.t && sameBits(a.v, b.v); });
                    QVERIFY2(same, query.c_str());
                    ++compared;
                }
            }
            QVERIFY(compared > 20);
        }
    }

    void gapsOfLinesStay()
    {
        Head head;
        const SeriesId id = head.seriesFor(Labels::withName("level"));
        const TimestampMs from = start + 7 * hour + 100'000;
        for (TimestampMs t = start; t <= start + 24 * hour; t += 1000) {
            if (t == from)
                static_cast<void>(head.append(id, t, staleMarker()));
            else if (t < from || t >= from + 10'000)
                static_cast<void>(head.append(id, t, static_cast<double>(t / 1000 % 7)));
        }
        head.commit();
        const PanelData data =
            queryPanel(*head.snapshot(), QueryEngine(), panelOf("level"), {{start, start + 24 * hour}});
        QCOMPARE(data.series.at(0).breaks, (std::vector<TimestampMs>{from + 10'000}));
        const SampleRun &samples = data.series[0].samples;
        const auto behind = std::ranges::find(samples, from + 10'000, &Sample::t);
        QVERIFY(behind != samples.end());
        QCOMPARE((behind - 1)->t, from - 1000);
    }

    void answersBeyondTheLookback()
    {
        Head head;
        const SeriesId id = head.seriesFor(Labels::withName("level"));
        for (TimestampMs t = start; t <= start + 30 * 24 * hour; t += 60'000)
            static_cast<void>(head.append(id, t, static_cast<double>(t % 5)));
        head.commit();
        PanelTime time{{start + 3 * hour + 7 * 60'000, start + 30 * 24 * hour}, 60'000, 400};
        const PanelData data = queryPanel(*head.snapshot(), QueryEngine(), panelOf("level"), time);
        QVERIFY(data.stepMs > QueryOptions().lookbackMs);
        QCOMPARE(data.series.size(), std::size_t{1});
        QVERIFY(data.series[0].samples.size() > 300);
        QCOMPARE(data.series[0].breaks.size(), std::size_t{0});
    }

    void answersGoOnFromTheOneBefore_data()
    {
        QTest::addColumn<QString>("expr");
        QTest::addColumn<int>("stacking");
        QTest::newRow("samples") << "level" << 0;
        QTest::newRow("reckoned samples") << "-level * 3" << 0;
        QTest::newRow("shifted samples") << "level offset 7s" << 0;
        QTest::newRow("values") << "abs(level)" << 0;
        QTest::newRow("rates") << "rate(level[5s])" << 0;
        QTest::newRow("shifted") << "sum by (n) (level offset 7s)" << 0;
        QTest::newRow("selection") << "topk(2, level)" << 0;
        QTest::newRow("odd values") << "1 / (level > 30)" << 0;
        QTest::newRow("stack") << "level" << 1;
        QTest::newRow("shares") << "level" << 2;
        QTest::newRow("quantile") << "histogram_quantile(0.8, sum by (le) (rate(h_bucket[5s])))" << 0;
        QTest::newRow("scaled quantile") << "1000 * histogram_quantile(0.8, rate(h_bucket[5s]))" << 0;
        QTest::newRow("end") << "level and topk(2, level @ end())" << 0;
    }
    void answersGoOnFromTheOneBefore()
    {
        QFETCH(QString, expr);
        QFETCH(int, stacking);
        PanelSpec panel = panelOf(expr.toStdString());
        panel.queries.push_back({"level{n=\"1\"} / 2", {}, false});
        if (stacking > 0)
            panel.field.graph.stacking =
                Stacking{stacking == 1 ? StackingMode::Normal : StackingMode::Percent, "A"};
        const PanelPipeline pipeline(panel);
        for (unsigned seed = 0; seed < 4; ++seed) {
            std::mt19937 random(seed);
            Head head;
            const QueryEngine engine;
            EarlierAnswer before;
            std::shared_ptr<const PanelData> answer;
            std::map<std::string, double> counts;
            int goingOn = 0;
            int same = 0;
            for (int tick = 0; tick < 260; ++tick) {
                const TimestampMs now = start + tick * 1000;
                for (int s = 0; s < 3; ++s) {
                    const SeriesId id = head.seriesFor(Labels::withName("level", {{"n", std::to_string(s)}}));
                    const bool away = (tick + 40 * s) % 120 < 12;
                    if (away && random() % 2 == 0)
                        static_cast<void>(head.append(id, now, staleMarker()));
                    else if (!away)
                        static_cast<void>(head.append(id, now - static_cast<std::int64_t>(random() % 1200),
                                                      static_cast<double>(random() % 100)));
                }
                double count = 0;
                for (const char *le : {"0.1", "1", "+Inf"}) {
                    counts[le] += static_cast<double>(random() % 10);
                    count += counts[le];
                    static_cast<void>(
                        head.append(head.seriesFor(Labels::withName("h_bucket", {{"le", le}})), now, count));
                }
                head.commit();
                if (random() % 3 == 0)
                    continue;
                const PanelTime time{{now - 200'000, now}, 1000, 20};
                const auto snapshot = head.snapshot();
                PanelEvaluation evaluation({*snapshot, engine, pipeline, time}, before);
                const auto known = evaluation.unchanged();
                const auto next = known ? known : answerOf(evaluation);
                const PanelData anew = queryPanel(*snapshot, engine, panel, time);
                // What only lies behind the range is no reason for another answer.
                const QByteArray ours = textOf(*next, !known);
                const QByteArray wanted = textOf(anew, !known);
                if (ours != wanted) {
                    const auto differs = std::ranges::mismatch(ours, wanted).in1 - ours.begin();
                    const auto from = std::max<qsizetype>(differs - 200, 0);
                    QFAIL((QByteArray::number(tick) + '\n' + ours.mid(from, 400) + "\n–\n" +
                           wanted.mid(from, 400))
                              .constData());
                }
                QCOMPARE(next->fineStepMs, anew.fineStepMs);
                for (const ErrorBand &band : next->bands) {
                    const SampleRun &line = next->series[band.series].samples;
                    // Wherever the line is, its bounds are.
                    QCOMPARE(band.low.size(), static_cast<std::size_t>(std::ranges::count_if(
                                                  line, [](const Sample &s) { return !std::isnan(s.v); })));
                }
                // What came since they were looked for is told when they are looked for again.
                if (anew.events.size() < maxPanelEvents) {
                    const bool isNew = next->eventsKnown && next->eventsKnown->lookedAt == next->range.to;
                    const TimestampMs told = isNew ? next->range.to : next->eventsKnown->lookedAt - 1200;
                    const auto isLater = [told](const PanelEvent &event) { return event.t > told; };
                    std::vector<PanelEvent> events = next->events;
                    std::vector<PanelEvent> wantedEvents = anew.events;
                    std::erase_if(events, isLater);
                    std::erase_if(wantedEvents, isLater);
                    QVERIFY(events == wantedEvents);
                }
                goingOn += next->continues ? 1 : 0;
                same += known ? 1 : 0;
                answer = next;
                before = evaluation.asEarlier(answer);
            }
            const bool canGoOn = !expr.contains(QLatin1String("end"));
            QVERIFY2((goingOn > 20) == canGoOn, qPrintable(QString::number(goingOn)));
            QVERIFY2((same > 5) == canGoOn, qPrintable(QString::number(same)));
        }
    }

    void longOnesAreDoneInTurns()
    {
        Head head;
        for (int s = 0; s < 20; ++s)
            fill(head, Labels::withName("level", {{"n", std::to_string(s)}}), {start, start + 6 * hour},
                 [s](TimestampMs t) { return static_cast<double>((t / 1000 * (s + 3)) % 101); });
        head.commit();
        const auto snapshot = head.snapshot();
        const PanelPipeline pipeline(panelOf("level"));
        const PanelTime time{{start, start + 6 * hour}};
        const QueryEngine engine;
        PanelEvaluation whole({*snapshot, engine, pipeline, time});
        PanelEvaluation turns({*snapshot, engine, pipeline, time});
        int count = 1;
        while (!turns.advance(100'000, {}))
            ++count;
        QVERIFY(count >= 3);
        QCOMPARE(textOf(turns.take({})), textOf(*answerOf(whole)));

        PanelEvaluation steps({*snapshot, engine, pipeline, time}, {}, PanelEvaluation::Detail::StepsOnly);
        const auto first = answerOf(steps);
        QCOMPARE(first->fineStepMs, std::int64_t{0});
        QVERIFY(!first->series.at(0).isThinned());
        // Nothing goes on from steps alone where lines are wanted.
        PanelEvaluation next({*snapshot, engine, pipeline, time}, steps.asEarlier(first));
        QVERIFY(next.unchanged() == nullptr);
        QVERIFY(answerOf(next)->series.at(0).isThinned());
    }

    void shortStatesAreKept()
    {
        Head head;
        const TimestampMs at = start + 5 * hour + 17'000;
        fill(head, Labels::withName("up"), {start, start + 24 * hour},
             [at](TimestampMs t) { return t >= at && t < at + 2000 ? 0.0 : 1.0; });
        head.commit();
        PanelSpec panel = panelOf("up");
        panel.options = standardOptions(PanelType::StateTimeline);
        const PanelTime time{{start, start + 24 * hour}};
        const PanelData data = queryPanel(*head.snapshot(), QueryEngine(), panel, time);
        const SampleRun &samples = data.series.at(0).samples;
        QVERIFY(samples.size() < 10'000);
        const auto down = std::ranges::find(samples, 0.0, &Sample::v);
        QVERIFY(down != samples.end());
        QCOMPARE(down->t, at);
        const auto again = std::find_if(down, samples.end(), [](const Sample &s) { return s.v == 1; });
        QCOMPARE(again->t, at + 2000);
        // A history is a value at each of its steps, and says so.
        panel.options = standardOptions(PanelType::StatusHistory);
        QCOMPARE(queryPanel(*head.snapshot(), QueryEngine(), panel, time).fineStepMs, std::int64_t{0});
    }

    void whatFailsBetweenStepsIsThereAtItsSteps()
    {
        // For one second two series of one name make the division ambiguous.
        Head head;
        const TimeRange range{start, start + 12 * hour};
        fill(head, Labels::withName("a"), range, [](TimestampMs) { return 6.0; });
        fill(head, Labels::withName("b", {{"n", "1"}}), range, [](TimestampMs) { return 2.0; });
        const SeriesId other = head.seriesFor(Labels::withName("b", {{"n", "2"}}));
        QVERIFY(head.append(other, start + 7000, 1).ok());
        QVERIFY(head.append(other, start + 8000, staleMarker()).ok());
        head.commit();
        const PanelPipeline pipeline(panelOf("a / on() b"));
        const PanelTime time{range};
        const auto snapshot = head.snapshot();
        const QueryEngine engine;
        PanelEvaluation evaluation({*snapshot, engine, pipeline, time});
        const auto data = answerOf(evaluation);
        QVERIFY(!data->error);
        QCOMPARE(data->fineStepMs, std::int64_t{0});
        QCOMPARE(data->notes.size(), std::size_t{1});
        QVERIFY(data->series.at(0).samples.size() > 1000);
        QVERIFY(!data->series[0].isThinned());
        // The next one need not find that out again.
        PanelEvaluation next({*snapshot, engine, pipeline, time}, evaluation.asEarlier(data));
        QVERIFY(next.unchanged() == data);
    }

    void aKnownCounterIsNotDoubtedForItsName()
    {
        Head head;
        for (const char *name : {"told", "untold"})
            fill(head, Labels::withName(name), {start, start + 60'000},
                 [](TimestampMs t) { return static_cast<double>(t - start); });
        MetricMetadata metadata;
        metadata.type = MetricType::Counter;
        head.setMetadata("told", metadata);
        head.commit();
        const PanelTime time{{start, start + 60'000}};
        const auto remarks = [&](const char *expr) {
            return queryPanel(*head.snapshot(), QueryEngine(), panelOf(expr), time).annotations.size();
        };
        QCOMPARE(remarks("rate(told[5s])"), std::size_t{0});
        QCOMPARE(remarks("rate(untold[5s])"), std::size_t{1});
    }

    void whatStaysAtItsSteps()
    {
        Head head;
        fill(head, Labels::withName("level"), {start, start + 6 * hour}, [](TimestampMs) { return 1.0; });
        head.commit();
        const PanelTime time{{start, start + 6 * hour}};
        const auto isThinned = [&](PanelSpec panel, const PanelTime &asked) {
            const PanelData data = queryPanel(*head.snapshot(), QueryEngine(), panel, asked);
            return data.fineStepMs > 0 && data.series.at(0).isThinned();
        };
        QVERIFY(isThinned(panelOf("abs(level)"), time));
        QVERIFY(!isThinned(panelOf("abs(level)"), {{start, start + hour}}));
        PanelSpec bars = panelOf("abs(level)");
        bars.field.graph.drawStyle = DrawStyle::Bars;
        QVERIFY(isThinned(bars, time));
        bars.interval = "5m"; // wide ones stand for their five minutes
        QVERIFY(!isThinned(bars, time));
        PanelSpec table = panelOf("abs(level)");
        table.options = standardOptions(PanelType::Heatmap);
        QVERIFY(!isThinned(table, time));
        PanelSpec reduced = panelOf("abs(level)");
        reduced.transformations.emplace_back().id = "limit";
        QVERIFY(!isThinned(reduced, time));
        PanelSpec coarse = panelOf("abs(level)");
        coarse.interval = "5m"; // the author's step is no finer source
        QVERIFY(isThinned(coarse, time));
    }

    void calculationsAreOfSteps()
    {
        PanelSeries series;
        series.samples = {{29'500, 7}, {30'000, 1}, {37'000, 90}, {45'000, -5}, {60'000, 3}};
        QCOMPARE(calculatedSamples(series, Calculation::Mean).size(), std::size_t{5});
        series.columnMs = 30'000;
        QCOMPARE(calculatedSamples(series, Calculation::Mean), (SampleRun{{30'000, 1}, {60'000, 3}}));
        QCOMPARE(calculatedSamples(series, Calculation::Sum).size(), std::size_t{2});
        QCOMPARE(calculatedSamples(series, Calculation::Max).size(), std::size_t{5});
    }
};

SIGHTGLASS_TEST(PanelEvaluationTest)

} // namespace

#include "panelevaluationtest.moc"
