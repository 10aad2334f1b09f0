// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/continuation.h"

#include "model/dashboard/panelevaluation.h"
#include "model/dashboard/panelquery.h"
#include "model/query/evaluationcache.h"
#include "model/storage/head.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <random>

namespace {

using namespace sightglass;

constexpr TimestampMs start = 1'700'000'000'000;

PanelSpec panelOf(const std::string &expr)
{
    PanelSpec spec;
    spec.options = standardOptions(PanelType::TimeSeries);
    spec.queries = {{expr, {}, false}};
    return spec;
}

/// A sample in the one answer and not in the other, among those that are said to be the same.
bool differs(const PanelData &before, const PanelData &now, TimestampMs sameBefore)
{
    const TimestampMs from = std::max(before.range.from, now.range.from);
    const auto common = [from, sameBefore](const PanelSeries &series) {
        std::vector<Sample> samples;
        std::ranges::copy_if(series.samples, std::back_inserter(samples),
                             [&](const Sample &s) { return s.t >= from && s.t < sameBefore; });
        return samples;
    };
    for (const PanelSeries &series : now.series) {
        const auto known = std::ranges::find(before.series, series.labels, &PanelSeries::labels);
        if (known == before.series.end())
            continue;
        const std::vector<Sample> a = common(*known);
        const std::vector<Sample> b = common(series);
        if (a.size() != b.size() ||
            (!a.empty() && std::memcmp(a.data(), b.data(), a.size() * sizeof(Sample)) != 0))
            return true;
    }
    return false;
}

class ContinuationTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void whatIsSaidToBeTheSameIs_data()
    {
        QTest::addColumn<QString>("expr");
        QTest::addColumn<bool>("told");
        const auto row = [](const char *expr, bool told) {
            QTest::newRow(expr) << QString::fromLatin1(expr) << told;
        };
        row("work_total", true);
        row("rate(work_total[30s])", true);
        row("sum(rate(work_total[30s] offset 10s))", true);
        row("max_over_time(work_total[40s:5s]) - work_total", true);
        row("work_total @ end()", false);
        row("work_total offset -10s", false);
    }
    void whatIsSaidToBeTheSameIs()
    {
        QFETCH(QString, expr);
        QFETCH(bool, told);
        const PanelSpec panel = panelOf(expr.toStdString());
        for (unsigned seed = 0; seed < 6; ++seed) {
            std::mt19937 random(seed);
            Head head;
            QueryOptions options;
            options.lookbackMs = 20'000;
            const QueryEngine engine(options, seed % 2 == 0 ? std::make_shared<EvaluationCache>() : nullptr);
            const PanelPipeline pipeline(panel);
            std::shared_ptr<const PanelData> answer;
            EarlierAnswer before;
            int hints = 0;
            for (int tick = 0; tick < 150; ++tick) {
                const TimestampMs now = start + tick * 1000;
                for (int s = 0; s < 3; ++s) {
                    const SeriesId id =
                        head.seriesFor(Labels::withName("work_total", {{"n", std::to_string(s)}}));
                    // Scrapes come late or not at all.
                    if (random() % 10 != 0)
                        static_cast<void>(head.append(id, now - static_cast<std::int64_t>(random() % 1500),
                                                      static_cast<double>(random() % 100)));
                }
                head.commit();
                if (random() % 4 == 0)
                    continue;
                PanelTime time;
                time.range = {now - 90'000, now};
                const auto snapshot = head.snapshot();
                PanelEvaluation evaluation({*snapshot, engine, pipeline, time}, before);
                QVERIFY(evaluation.advance(1'000'000, {}));
                const auto next = std::make_shared<const PanelData>(evaluation.take({}));
                // What goes on from the answer before is what is evaluated anew.
                const PanelData anew = queryPanel(*snapshot, engine, panel, time);
                QVERIFY(!differs(anew, *next, std::numeric_limits<TimestampMs>::max()));
                QCOMPARE(next->series.size(), anew.series.size());
                if (next->continues) {
                    ++hints;
                    QVERIFY(next->continues->earlier.lock() == answer);
                    QVERIFY(!differs(*answer, *next, next->continues->sameBefore));
                }
                answer = next;
                before = evaluation.asEarlier(answer);
            }
            if (told)
                QVERIFY2(hints > 80, qPrintable(QString::number(hints)));
            else
                QCOMPARE(hints, 0);
        }
    }
};

SIGHTGLASS_TEST(ContinuationTest)

} // namespace

#include "continuationtest.moc"
