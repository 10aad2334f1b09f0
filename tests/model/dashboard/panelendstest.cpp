// SPDX-License-Identifier: GPL-3.0-or-later
// Up to when panels have an answer.
#include "model/dashboard/calculatedsamples.h"
#include "model/dashboard/panelevaluation.h"
#include "model/dashboard/panelquery.h"
#include "model/storage/head.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <limits>

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

/// Of all stored samples, also those that thinning left out.
double sumOf(const PanelSeries &series)
{
    double sum = 0;
    for (const Sample &sample : series.inRange())
        sum += sample.v;
    return series.isWhole() ? sum : storedTotal(series, Calculation::Sum).value_or(-1);
}

class PanelEndsTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void rangesThatStandStillHaveAllTheirSamples()
    {
        Head head;
        const TimestampMs first = start + 7 * hour + 215;
        fill(head, Labels::withName("level"), {first, first + 60'000},
             [first](TimestampMs t) { return static_cast<double>((t - first) / 1000); });
        head.commit();
        const auto snapshot = head.snapshot();
        // Both ends belong to it, to the millisecond, however long the steps are.
        for (const int points : {4000, 3}) {
            PanelTime time{{first + 10'000, first + 30'000}, 1000, points};
            time.live = false;
            const PanelData data = queryPanel(*snapshot, QueryEngine(), panelOf("level"), time);
            const PanelSeries &series = data.series.at(0);
            QCOMPARE(series.inRange().front(), (Sample{first + 10'000, 10}));
            QCOMPARE(series.inRange().back(), (Sample{first + 30'000, 30}));
            QCOMPARE(sumOf(series), 21 * 20.0);
            QCOMPARE(data.range, time.range);
            time.range = {first + 10'001, first + 29'999};
            const PanelData less = queryPanel(*snapshot, QueryEngine(), panelOf("level"), time);
            QCOMPARE(sumOf(less.series.at(0)), 19 * 20.0);
        }
    }

    void theLastValueIsTheSameInAnyRange_data()
    {
        QTest::addColumn<QString>("expr");
        QTest::addColumn<qint64>("ageMs");
        for (const char *expr : {"level", "sum(level)", "level + level"}) {
            for (const int seconds : {2, 8, 33, 3000}) {
                QTest::addRow("%s, %i s old", expr, seconds)
                    << QString::fromLatin1(expr) << qint64{seconds} * 1000;
            }
        }
    }
    void theLastValueIsTheSameInAnyRange()
    {
        QFETCH(QString, expr);
        QFETCH(qint64, ageMs);
        Head head;
        // No round time of any step.
        const TimestampMs first = start + 7 * hour + 1234;
        fill(head, Labels::withName("level"), {first, first + ageMs},
             [first](TimestampMs t) { return static_cast<double>((t - first) / 1000); });
        head.commit();
        const auto snapshot = head.snapshot();
        const QueryEngine engine;
        PanelSpec spec = panelOf(expr.toStdString());
        spec.options = standardOptions(PanelType::Stat);
        const PanelPipeline pipeline(spec);
        for (const std::int64_t hours : {1, 6, 24, 48, 7 * 24, 30 * 24, 365 * 24, 5 * 365 * 24}) {
            const TimestampMs now = first + ageMs + 170;
            for (const bool exact : {true, false}) {
                PanelTime time{{now - hours * hour, now}};
                time.exactEnd = exact;
                PanelEvaluation evaluation({*snapshot, engine, pipeline, time});
                const auto data = answerOf(evaluation);
                QCOMPARE(data->series.size(), 1);
                const double times = expr.contains(u'+') ? 2 : 1;
                const double last = data->series.front().samples.back().v / times;
                // Live, what is evaluated waits a little, but not while there is little else.
                const double age = static_cast<double>(ageMs) / 1000;
                const double wait = exact || expr == QLatin1String("level") ? 0 : std::max(age / 20, 1.0) + 1;
                QVERIFY2(last <= age && last >= age - wait,
                         qPrintable(QStringLiteral("%1 h: %2").arg(hours).arg(last)));
            }
        }
    }

    /// As a line of the same samples does, wherever the last whole step is. Behind a hole there is nothing.
    void layersEndAtTheirLastValue()
    {
        Head head;
        const TimestampMs first = start + 7 * hour + 1234;
        fill(head, Labels::withName("level"), {first, first + 400'000},
             [first](TimestampMs t) { return static_cast<double>((t - first) / 1000); });
        head.commit();
        const auto snapshot = head.snapshot();
        const QueryEngine engine;
        for (const char *expr : {"level", "level * 1 + 0", "sum(level)"}) {
            PanelSpec spec = panelOf(expr);
            spec.field.graph.stacking = Stacking{StackingMode::Normal, {}};
            const PanelPipeline pipeline(spec);
            for (const std::int64_t hours : {1, 6, 24, 7 * 24}) {
                PanelTime time{{first + 400'170 - hours * hour, first + 400'170}};
                time.exactEnd = true;
                PanelEvaluation evaluation({*snapshot, engine, pipeline, time});
                const auto data = answerOf(evaluation);
                const PanelSeries &series = data->series.at(0);
                QCOMPARE(series.samples.back(), (Sample{time.range.to, 400}));
                QVERIFY(!series.sampled || series.sampled->ages.back().t == time.range.to);
                time.range.to += 60'000;
                PanelEvaluation later({*snapshot, engine, pipeline, time});
                QVERIFY(std::string_view(expr) != "level" ||
                        answerOf(later)->series.at(0).samples.back().t < time.range.to - 30'000);
            }
        }
    }

    void whatIsEmptyPutsNothingOff()
    {
        Head head;
        fill(head, Labels::withName("old"), {start, start + 2 * hour}, [](TimestampMs) { return 1.0; });
        const TimestampMs first = start + 2 * hour + 1000;
        head.commit();
        const QueryEngine engine;
        const PanelPipeline pipeline(panelOf("fresh"));
        const auto time = [](TimestampMs now) { return PanelTime{{now - 7 * 24 * hour, now}}; };
        const auto before = head.snapshot();
        PanelEvaluation none({*before, engine, pipeline, time(first)});
        const auto empty = answerOf(none);
        QVERIFY(empty->series.empty());
        fill(head, Labels::withName("fresh"), {first, first + 3000}, [](TimestampMs) { return 5.0; });
        head.commit();
        const auto after = head.snapshot();
        PanelEvaluation some({*after, engine, pipeline, time(first + 3000)}, none.asEarlier(empty));
        QVERIFY(some.unchanged() == nullptr);
        const auto data = answerOf(some);
        QCOMPARE(data->series.size(), 1);
        QCOMPARE(data->series.front().samples.back().t, first + 3000);
    }
};

SIGHTGLASS_TEST(PanelEndsTest)

} // namespace

#include "panelendstest.moc"
