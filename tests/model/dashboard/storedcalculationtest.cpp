// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/storedcalculation.h"

#include "model/dashboard/calculatedsamples.h"
#include "model/dashboard/panelevaluation.h"
#include "model/dashboard/panelquery.h"
#include "model/dashboard/reducedvalues.h"
#include "model/storage/head.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

namespace {

using namespace sightglass;

constexpr TimestampMs start = 1'700'000'000'000 - 1'700'000'000'000 % 86'400'000;
constexpr std::int64_t minute = 60'000;
constexpr std::int64_t hour = 60 * minute;

using Samples = std::vector<Sample>;

PanelSpec panelOf(PanelType type, const std::string &expr, std::vector<Calculation> calculations = {})
{
    PanelSpec spec;
    spec.options = standardOptions(type);
    spec.queries = {{expr, {}, false}};
    ReduceOptions *reduce = reduceOf(spec.options);
    if (reduce != nullptr && !calculations.empty()) {
        reduce->calculation = calculations.front();
        reduce->further.assign(calculations.begin() + 1, calculations.end());
    }
    return spec;
}

void append(Head &head, const Labels &labels, const Samples &samples)
{
    const SeriesId id = head.seriesFor(labels);
    for (const Sample &sample : samples)
        static_cast<void>(head.append(id, sample.t, sample.v));
    head.commit();
}

Samples restless(std::int64_t length, unsigned seed)
{
    std::mt19937 random(seed);
    Samples samples;
    for (TimestampMs t = start + 300; t <= start + length; t += 1000) {
        const auto what = random() % 2000;
        const double v = what == 0 ? canonicalNaN() : static_cast<double>(random() % 300) - 100;
        if (what % 50 != 1)
            samples.push_back({t, v});
    }
    return samples;
}

PanelData answerOf(Head &head, const PanelSpec &panel, TimeRange range)
{
    return queryPanel(*head.snapshot(), QueryEngine(), panel, {range});
}

std::vector<Calculation> allCalculations()
{
    std::vector<Calculation> all;
    for (int i = 0; i <= int(Calculation::Percentile99); ++i) {
        const auto one = Calculation(i);
        // Lists of this many are told by their beginning.
        if (one != Calculation::AllValues && one != Calculation::UniqueValues)
            all.push_back(one);
    }
    return all;
}

Field columnOf(const Samples &samples, TimeRange range)
{
    Field field;
    field.type = FieldType::Number;
    for (const Sample &sample : samples) {
        if (sample.t > range.from && sample.t <= range.to)
            field.values.emplace_back(sample.v);
    }
    return field;
}

bool isSame(const FieldValue &a, const FieldValue &b)
{
    const auto *x = std::get_if<double>(&a);
    const auto *y = std::get_if<double>(&b);
    if (x == nullptr || y == nullptr)
        return a == b;
    return *x == *y || (std::isnan(*x) && std::isnan(*y)) ||
           std::abs(*x - *y) <= 1e-9 * std::max(std::abs(*x), std::abs(*y));
}

/// The value as reducedValues() gives it: what there is none of is NaN.
FieldValue shownOf(const FieldValue &value)
{
    return std::holds_alternative<std::monostate>(value) ? FieldValue(canonicalNaN()) : value;
}

class StoredCalculationTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void everyCalculationIsOfAllSamples_data()
    {
        QTest::addColumn<PanelType>("type");
        QTest::newRow("stat") << PanelType::Stat;
        QTest::newRow("gauge") << PanelType::Gauge;
        QTest::newRow("bar gauge") << PanelType::BarGauge;
        QTest::newRow("pie") << PanelType::Pie;
    }
    void everyCalculationIsOfAllSamples()
    {
        QFETCH(PanelType, type);
        Head head;
        const Samples stored = restless(12 * hour, 1);
        append(head, Labels::withName("level"), stored);
        const TimeRange range{start + hour, start + 12 * hour};
        for (const Calculation calculation : allCalculations()) {
            const PanelSpec panel = panelOf(type, "level", {calculation});
            const PanelData data = answerOf(head, panel, range);
            QVERIFY(data.series.at(0).isStored() && data.stepMs > 1000);
            QCOMPARE(data.series[0].isWhole(), needsAllSamples(calculation));
            const auto values = reducedValues(panel, data);
            QCOMPARE(values.size(), std::size_t{1});
            const FieldValue wanted = shownOf(calculate(calculation, columnOf(stored, data.range)));
            QVERIFY2(isSame(values[0].value, wanted), calculationId(calculation).data());
        }
    }

    void severalAtOnceAreExactToo()
    {
        Head head;
        const Samples stored = restless(6 * hour, 2);
        append(head, Labels::withName("level"), stored);
        const PanelSpec panel = panelOf(PanelType::Stat, "level", allCalculations());
        const PanelData data = answerOf(head, panel, {start, start + 6 * hour});
        const auto values = reducedValues(panel, data);
        const auto all = allCalculations();
        QCOMPARE(values.size(), all.size());
        const Field column = columnOf(stored, data.range);
        for (std::size_t i = 0; i < all.size(); ++i)
            QVERIFY2(isSame(values[i].value, shownOf(calculate(all[i], column))),
                     calculationId(all[i]).data());
    }

    void listsEnd()
    {
        Head head;
        Samples stored;
        for (int i = 0; i < 3000; ++i)
            stored.push_back({start + 1000 * (i + 1), static_cast<double>(i / 2)});
        append(head, Labels::withName("level"), stored);
        const PanelSpec panel = panelOf(PanelType::Stat, "level", {Calculation::UniqueValues});
        const auto values = reducedValues(panel, answerOf(head, panel, {start, start + hour}));
        const std::string text = std::get<std::string>(values.at(0).value);
        QVERIFY(text.starts_with("0, 1, 2, 3"));
        QVERIFY(text.ends_with("998, 999, …"));
    }

    void whatIsNoSelectorIsOfSteps()
    {
        Head head;
        append(head, Labels::withName("level"), restless(6 * hour, 3));
        const TimeRange range{start, start + 6 * hour};
        const PanelSpec evaluated = panelOf(PanelType::Stat, "abs(level)", {Calculation::Mean});
        const PanelData data = answerOf(head, evaluated, range);
        QVERIFY(!data.series.at(0).isStored());
        QVERIFY(data.originOf(data.series[0])->everyMs == data.stepMs);
        PanelSpec rows = panelOf(PanelType::Stat, "level");
        reduceOf(rows.options)->allRows = true;
        QVERIFY(!answerOf(head, rows, range).series.at(0).isStored());
        PanelSpec changed = panelOf(PanelType::Stat, "level");
        changed.transformations.emplace_back().id = "limit";
        QVERIFY(!answerOf(head, changed, range).series.at(0).isStored());
        QVERIFY(!answerOf(head, panelOf(PanelType::BarChart, "level"), range).series.at(0).isStored());
    }

    void theLastValueAgesByItsSource()
    {
        // Once a minute, in steps of a second.
        Head head;
        Samples stored;
        for (TimestampMs t = start; t <= start + hour; t += minute)
            stored.push_back({t, static_cast<double>(t - start)});
        append(head, Labels::withName("level"), stored);
        const PanelSpec panel = panelOf(PanelType::Stat, "level");
        const auto at = [&](TimestampMs now) {
            return reducedValues(panel, answerOf(head, panel, {now - 30 * minute, now})).at(0);
        };
        QVERIFY(at(start + hour + 59'000).presence == Presence::Current);
        QCOMPARE(at(start + hour + 59'000).number(), static_cast<double>(hour));
        const ReducedValue old = at(start + hour + 5 * minute);
        QVERIFY(old.presence == Presence::Stale);
        QCOMPARE(*old.last, (Sample{start + hour, static_cast<double>(hour)}));
        append(head, Labels::withName("level"), {{start + hour + minute, staleMarker()}});
        QVERIFY(at(start + hour + 59'000).presence == Presence::Current);
        QVERIFY(at(start + hour + minute).presence == Presence::Stale);
    }

    void histogramsAndHeatmapsHaveAllSamples()
    {
        Head head;
        const Samples stored = restless(6 * hour, 4);
        append(head, Labels::withName("level"), stored);
        PanelSpec heatmap = panelOf(PanelType::Heatmap, "level");
        std::get<HeatmapOptions>(heatmap.options).calculation.emplace();
        for (const PanelSpec &panel : {panelOf(PanelType::Histogram, "level"), heatmap}) {
            const PanelData data = answerOf(head, panel, {start, start + 6 * hour});
            QVERIFY(
                std::ranges::equal(data.series.at(0).inRange(), stored, [](const Sample &a, const Sample &b) {
                    return a.t == b.t && sameBits(a.v, b.v);
                }));
        }
        // Of buckets the newest counts are shown.
        append(head, Labels::withName("level", {{"le", "5"}}), stored);
        const PanelSpec panel = panelOf(PanelType::Histogram, "level");
        QVERIFY(!answerOf(head, panel, {start, start + 6 * hour}).series.at(0).isStored());
        QVERIFY(!answerOf(head, panelOf(PanelType::Heatmap, "level"), {start, start + 6 * hour})
                     .series.at(0)
                     .isStored());
    }

    void whatGoesOnIsWhatIsReckonedAnew()
    {
        Head head;
        const Samples stored = restless(3 * hour, 5);
        const std::size_t known = stored.size() - 500;
        append(head, Labels::withName("level"),
               Samples(stored.begin(), stored.begin() + std::ptrdiff_t(known)));
        const PanelSpec panel = panelOf(PanelType::Stat, "level", allCalculations());
        const PanelPipeline pipeline(panel);
        const QueryEngine engine;
        EarlierAnswer before;
        std::shared_ptr<const PanelData> answer;
        int hints = 0;
        for (std::size_t i = known; i < stored.size(); i += 7) {
            append(head, Labels::withName("level"),
                   Samples(stored.begin() + std::ptrdiff_t(i),
                           stored.begin() + std::ptrdiff_t(std::min(i + 7, stored.size()))));
            const TimestampMs now = stored[std::min(i + 6, stored.size() - 1)].t;
            const PanelTime time{{now - 2 * hour, now}};
            const auto snapshot = head.snapshot();
            PanelEvaluation evaluation({*snapshot, engine, pipeline, time}, before);
            QVERIFY(evaluation.advance(1'000'000'000, {}));
            answer = std::make_shared<const PanelData>(evaluation.take({}));
            before = evaluation.asEarlier(answer);
            hints += answer->continues ? 1 : 0;
            const auto goneOn = reducedValues(panel, *answer);
            const auto anew = reducedValues(panel, queryPanel(*snapshot, engine, panel, time));
            QCOMPARE(goneOn.size(), anew.size());
            for (std::size_t k = 0; k < anew.size(); ++k)
                QVERIFY(isSame(goneOn[k].value, anew[k].value));
        }
        QVERIFY(hints > 60);
    }

    void veryManyAreReckonedAnewNowAndThen()
    {
        QCOMPARE(renewalMs(200'000), std::int64_t{0});
        QCOMPARE(renewalMs(864'000), std::int64_t{10'000});
        QCOMPARE(renewalMs(100'000'000), std::int64_t{60'000});

        Head head;
        for (int n = 0; n < 3; ++n)
            append(head, Labels::withName("level", {{"n", std::to_string(n)}}), restless(24 * hour, 6));
        const PanelSpec panel = panelOf(PanelType::Stat, "level", {Calculation::Median});
        const PanelPipeline pipeline(panel);
        const QueryEngine engine;
        EarlierAnswer before;
        std::shared_ptr<const PanelData> answer;
        int reckoned = 0;
        for (int second = 0; second < 30; ++second) {
            const TimestampMs now = start + 24 * hour + second * 1000;
            append(head, Labels::withName("level", {{"n", "0"}}), {{now + 500, 1000.0 * second}});
            const PanelTime time{{now - 24 * hour, now}};
            const auto snapshot = head.snapshot();
            PanelEvaluation evaluation({*snapshot, engine, pipeline, time}, before);
            auto next = evaluation.unchanged();
            if (!next) {
                ++reckoned;
                QVERIFY(evaluation.advance(1'000'000'000, {}));
                next = std::make_shared<const PanelData>(evaluation.take({}));
                const auto anew = reducedValues(panel, queryPanel(*snapshot, engine, panel, time));
                const auto values = reducedValues(panel, *next);
                for (std::size_t k = 0; k < anew.size(); ++k)
                    QVERIFY(isSame(values[k].value, anew[k].value));
            }
            answer = next;
            before = evaluation.asEarlier(answer);
            QCOMPARE(answer->renewedEveryMs, std::int64_t{5000});
        }
        QVERIFY2(reckoned >= 5 && reckoned <= 7, qPrintable(QString::number(reckoned)));
        // Another range is asked of at once.
        const PanelTime other{{start, start + 20 * hour}};
        const auto snapshot = head.snapshot();
        QVERIFY(!PanelEvaluation({*snapshot, engine, pipeline, other}, before).unchanged());
    }
};

SIGHTGLASS_TEST(StoredCalculationTest)

} // namespace

#include "storedcalculationtest.moc"
