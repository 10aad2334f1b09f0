// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/sampledtimes.h"

#include "model/dashboard/panelevaluation.h"
#include "model/dashboard/panelquery.h"
#include "model/storage/head.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <limits>
#include <random>

namespace {

using namespace sightglass;

constexpr TimestampMs start = 1'700'000'000'000 - 1'700'000'000'000 % 86'400'000;
constexpr std::int64_t minute = 60'000;
constexpr std::int64_t hour = 60 * minute;
constexpr std::size_t allPoints = std::numeric_limits<std::size_t>::max();

using Samples = std::vector<Sample>;
using Configure = std::function<void(PanelSpec &)>;

void stackBy(PanelSpec &spec, StackingMode mode)
{
    spec.field.graph.stacking = Stacking{mode, {}};
}

const std::vector<std::pair<const char *, Configure>> &forms()
{
    static const std::vector<std::pair<const char *, Configure>> all{
        {"stack", [](PanelSpec &spec) { stackBy(spec, StackingMode::Normal); }},
        {"shares", [](PanelSpec &spec) { stackBy(spec, StackingMode::Percent); }},
        {"bars", [](PanelSpec &spec) { spec.field.graph.drawStyle = DrawStyle::Bars; }},
        {"wide bars",
         [](PanelSpec &spec) {
             spec.field.graph.drawStyle = DrawStyle::Bars;
             spec.interval = "1m";
         }},
    };
    return all;
}

PanelSpec panelOf(const QString &expr, int form)
{
    PanelSpec spec;
    spec.options = standardOptions(PanelType::TimeSeries);
    spec.queries = {{expr.toStdString(), {}, false}};
    forms()[static_cast<std::size_t>(form)].second(spec);
    return spec;
}

/// Scraped at their own times, one of them with a gap and an end; by the label "of".
std::map<std::string, Samples> someSamples(TimestampMs end)
{
    std::mt19937 random(5);
    std::map<std::string, Samples> all;
    for (const char *name : {"a", "b", "c"}) {
        Samples &samples = all[name];
        TimestampMs t = start - 10 * minute + static_cast<TimestampMs>(random() % 5000);
        for (; t <= end; t += 4900 + static_cast<TimestampMs>(random() % 200)) {
            const bool isGone = *name == 'b' && t > start + 20 * minute && t < start + 30 * minute;
            if (!isGone)
                samples.push_back({t, static_cast<double>(random() % 1000)});
            if (*name == 'c' && t > start + 40 * minute) {
                samples.back().v = staleMarker();
                break;
            }
        }
    }
    return all;
}

void fill(Head &head, const std::map<std::string, Samples> &all, TimestampMs after, TimestampMs to)
{
    for (const auto &[name, samples] : all) {
        const SeriesId id = head.seriesFor(Labels::withName("level", {{"of", name}}));
        for (const Sample &sample : samples) {
            if (sample.t > after && sample.t <= to)
                static_cast<void>(head.append(id, sample.t, sample.v));
        }
    }
    head.commit();
}

class SampledTimesTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void eachValueHasItsSamplesTime_data()
    {
        QTest::addColumn<int>("form");
        QTest::addColumn<QString>("expr");
        QTest::addColumn<qint64>("offsetMs");
        QTest::addColumn<double>("factor");
        for (std::size_t i = 0; i < forms().size(); ++i) {
            const char *name = forms()[i].first;
            QTest::addRow("%s", name) << int(i) << QStringLiteral("level") << qint64{0} << 1.0;
            QTest::addRow("%s, offset", name)
                << int(i) << QStringLiteral("level offset 7m") << qint64{7 * minute} << 1.0;
            QTest::addRow("%s, reckoned", name) << int(i) << QStringLiteral("level * 8") << qint64{0} << 8.0;
        }
    }
    void eachValueHasItsSamplesTime()
    {
        QFETCH(int, form);
        QFETCH(QString, expr);
        QFETCH(qint64, offsetMs);
        QFETCH(double, factor);
        const auto all = someSamples(start + hour);
        Head head;
        fill(head, all, 0, start + hour);
        const PanelData data = queryPanel(*head.snapshot(), QueryEngine(), panelOf(expr, form),
                                          {{start, start + hour}, 5000, 200});
        QVERIFY(!data.error);
        QCOMPARE(data.series.size(), std::size_t{3});
        for (const PanelSeries &series : data.series) {
            QVERIFY(!series.isStored());
            QCOMPARE(offsetOf(series), offsetMs);
            const Samples &samples = all.at(std::string(series.labels.value("of")));
            QVERIFY(series.samples.size() > 30);
            for (const Sample &value : series.samples) {
                const auto time = sampleTime(series, value);
                QVERIFY(time.has_value());
                QVERIFY(*time <= value.t && value.t - *time < 5 * minute);
                const auto after = std::ranges::upper_bound(samples, value.t - offsetMs, {}, &Sample::t);
                QVERIFY(after != samples.begin());
                QCOMPARE(*time, (after - 1)->t + offsetMs);
                QCOMPARE(value.v, (after - 1)->v * factor);
            }
        }
    }

    /// What is added to an earlier answer is as if all had been asked at once.
    void theyGoOn_data()
    {
        QTest::addColumn<int>("form");
        for (std::size_t i = 0; i < forms().size(); ++i)
            QTest::addRow("%s", forms()[i].first) << int(i);
    }
    void theyGoOn()
    {
        QFETCH(int, form);
        const auto all = someSamples(start + hour);
        const PanelSpec spec = panelOf(QStringLiteral("level"), form);
        const PanelPipeline pipeline(spec);
        const QueryEngine engine;
        Head head;
        EarlierAnswer before;
        std::shared_ptr<const PanelData> answer;
        TimestampMs filled = 0;
        for (TimestampMs now = start + 50 * minute; now <= start + hour; now += 33'000) {
            fill(head, all, filled, now);
            filled = now;
            const auto snapshot = head.snapshot();
            const PanelTime time{{now - 45 * minute, now}, 5000, 200};
            PanelEvaluation evaluation({*snapshot, engine, pipeline, time}, before);
            if (evaluation.unchanged())
                continue;
            QVERIFY(evaluation.advance(allPoints, {}));
            answer = std::make_shared<const PanelData>(evaluation.take({}));
            before = evaluation.asEarlier(answer);
            const PanelData fresh = queryPanel(*snapshot, engine, spec, time);
            QCOMPARE(answer->series.size(), fresh.series.size());
            for (std::size_t i = 0; i < fresh.series.size(); ++i) {
                QVERIFY(answer->series[i].samples == fresh.series[i].samples);
                for (const Sample &value : fresh.series[i].samples)
                    QCOMPARE(sampleTime(answer->series[i], value), sampleTime(fresh.series[i], value));
            }
        }
        QVERIFY(answer && answer->continues);
    }

    void whatIsReckonedOfMoreIsNoSample()
    {
        Head head;
        fill(head, someSamples(start + hour), 0, start + hour);
        for (const char *expr : {"rate(level[1m])", "sum(level)", "level > 500"}) {
            const PanelData data = queryPanel(*head.snapshot(), QueryEngine(),
                                              panelOf(QString::fromLatin1(expr), 0), {{start, start + hour}});
            QVERIFY(!data.series.empty());
            for (const PanelSeries &series : data.series)
                QVERIFY(!sampleTime(series, series.samples.front()));
        }
    }
};

SIGHTGLASS_TEST(SampledTimesTest)

} // namespace

#include "sampledtimestest.moc"
