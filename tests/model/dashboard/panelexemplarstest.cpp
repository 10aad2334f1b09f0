// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/panelexemplars.h"

#include "model/dashboard/panelquery.h"
#include "model/storage/head.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <cmath>
#include <limits>

namespace {

using namespace sightglass;

constexpr TimestampMs start = 1'700'000'000'000;

void put(Head &head, const Labels &series, double value, TimestampMs t)
{
    const SeriesId id = head.seriesFor(series);
    (void)head.append(id, start, 1);
    (void)head.appendExemplar(
        id, {Labels(std::vector<Label>{{"trace_id", std::to_string(t - start)}}), value, t, true});
}

/// Two buckets of a histogram, a counter and a native histogram's series, each with exemplars.
std::shared_ptr<const Snapshot> store()
{
    Head head;
    for (int i = 0; i < 10; ++i) {
        put(head, Labels::withName("h_bucket", {{"le", "1"}}), 0.5, start + i * 1000);
        put(head, Labels::withName("h_bucket", {{"le", "+Inf"}}), 5, start + i * 1000 + 1);
        put(head, Labels::withName("c_total"), 7, start + i * 1000);
        put(head, Labels::withName("n"), 9, start + i * 1000);
    }
    head.commit();
    head.setMetadata("n", {MetricType::Histogram, "", ""});
    return head.snapshot();
}

PanelSpec panel(PanelType type, const char *expr, std::optional<bool> exemplars = std::nullopt)
{
    PanelSpec spec;
    spec.options = standardOptions(type);
    spec.queries = {{expr, "", false}};
    spec.exemplars = exemplars;
    return spec;
}

QString values(const PanelData &data)
{
    QStringList all;
    for (const PanelExemplar &one : data.exemplars)
        all.append(QStringLiteral("%1@%2").arg(one.value).arg(one.t - start));
    return all.join(u' ');
}

class PanelExemplarsTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void panels_data();
    void panels();
    void rareOnesStayWhereThereAreMany();
    void whatIsKeptStaysWhileTimeMovesOn();
    void isBounded();
    void traces_data();
    void traces();
};

void PanelExemplarsTest::panels_data()
{
    QTest::addColumn<PanelSpec>("spec");
    QTest::addColumn<QString>("expected");
    const QString buckets = QStringLiteral("0.5@2000 5@2001 0.5@3000");
    const char *heat = "sum by (le) (rate(h_bucket[5m]))";
    const char *quantile = "histogram_quantile(0.9, sum by (le) (rate(h_bucket[$__rate_interval])))";
    const auto row = [](const char *name, const PanelSpec &spec, const QString &expected) {
        QTest::newRow(name) << spec << expected;
    };
    row("heatmap", panel(PanelType::Heatmap, heat), buckets);
    row("heatmap, switched off", panel(PanelType::Heatmap, heat, false), {});
    row("quantiles", panel(PanelType::TimeSeries, quantile), buckets);
    row("quantiles, switched off", panel(PanelType::TimeSeries, quantile, false), {});
    row("another time series", panel(PanelType::TimeSeries, heat), {});
    row("another, switched on", panel(PanelType::TimeSeries, heat, true), buckets);
    row("stat", panel(PanelType::Stat, quantile), {});
    row("of histograms only",
        panel(PanelType::TimeSeries, "histogram_quantile(0.9, h_bucket) + on() c_total"), buckets);
    row("of all when asked for", panel(PanelType::TimeSeries, "rate(c_total[5m])", true),
        QStringLiteral("7@2000 7@3000"));
    row("native", panel(PanelType::TimeSeries, "histogram_quantile(0.9, n)"),
        QStringLiteral("9@2000 9@3000"));
    row("one bucket", panel(PanelType::Heatmap, "h_bucket{le=\"1\"}"), QStringLiteral("0.5@2000 0.5@3000"));
    row("does not parse", panel(PanelType::Heatmap, "h_bucket{"), {});
    PanelSpec twice = panel(PanelType::TimeSeries, quantile);
    twice.queries.push_back(twice.queries.front());
    row("the same selector twice", twice, buckets);
}

void PanelExemplarsTest::panels()
{
    QFETCH(PanelSpec, spec);
    QFETCH(QString, expected);
    const PanelTime time{{start + 2000, start + 3000}, 1000, 4000};
    const PanelData data = queryPanel(*store(), QueryEngine(), spec, time);
    QCOMPARE(values(data), expected);
    QCOMPARE(data.exemplarsLeftOut, std::size_t{0});
}

void PanelExemplarsTest::rareOnesStayWhereThereAreMany()
{
    Head head;
    const Labels bucket = Labels::withName("h_bucket", {{"le", "1"}});
    for (int i = 0; i < 20'000; ++i)
        put(head, bucket, 0.1 + (i % 100) * 1e-6, start + i);
    put(head, Labels::withName("h_bucket", {{"le", "+Inf"}}), 1000, start + 5000);
    head.commit();
    PanelData data;
    data.range = {start, start + 20'000};
    const auto spec = panel(PanelType::Heatmap, "h_bucket");
    data = queryPanel(*head.snapshot(), QueryEngine(), spec, {data.range, 1000, 4000});
    QVERIFY(data.exemplars.size() < 1000);
    QCOMPARE(data.exemplars.size() + data.exemplarsLeftOut, std::size_t{20'001});
    QVERIFY(std::any_of(data.exemplars.begin(), data.exemplars.end(),
                        [](const PanelExemplar &one) { return one.value == 1000; }));
    QVERIFY(std::is_sorted(data.exemplars.begin(), data.exemplars.end(),
                           [](const PanelExemplar &a, const PanelExemplar &b) { return a.t < b.t; }));
}

void PanelExemplarsTest::whatIsKeptStaysWhileTimeMovesOn()
{
    Head head;
    for (int i = 0; i < 30'000; ++i)
        put(head, Labels::withName("h_bucket", {{"le", "1"}}), 0.5 + (i * 7919 % 1000) / 2000.0, start + i);
    head.commit();
    const auto spec = panel(PanelType::Heatmap, "h_bucket");
    const auto at = [&](TimestampMs end) {
        return queryPanel(*head.snapshot(), QueryEngine(), spec, {{end - 20'000, end}, 1000, 4000});
    };
    const PanelData before = at(start + 25'000);
    const PanelData after = at(start + 26'000);
    const auto inBoth = [](const PanelData &data) {
        QStringList all;
        for (const PanelExemplar &one : data.exemplars) {
            if (one.t > start + 6100 && one.t < start + 24'900)
                all.append(QString::number(one.t));
        }
        return all;
    };
    QVERIFY(inBoth(before).size() > 300);
    QCOMPARE(inBoth(before), inBoth(after));
}

void PanelExemplarsTest::isBounded()
{
    Head head;
    for (int i = 0; i < 40'000; ++i)
        put(head, Labels::withName("h_bucket", {{"le", "1"}}), std::exp2(i % 997), start + i);
    put(head, Labels::withName("h_bucket", {{"le", "2"}}), std::numeric_limits<double>::quiet_NaN(), start);
    head.commit();
    const PanelData data = queryPanel(*head.snapshot(), QueryEngine(), panel(PanelType::Heatmap, "h_bucket"),
                                      {{start, start + 40'000}, 1000, 4000});
    QCOMPARE(data.exemplars.size(), maxPanelExemplars);
    QCOMPARE(data.exemplarsLeftOut, std::size_t{40'001} - maxPanelExemplars);
}

void PanelExemplarsTest::traces_data()
{
    QTest::addColumn<QByteArray>("names");
    QTest::addColumn<QByteArray>("found");
    const auto row = [](const char *names, const char *found) {
        QTest::newRow(names) << QByteArray(names) << QByteArray(found);
    };
    row("trace_id", "trace_id");
    row("traceID", "traceID");
    row("TraceId", "TraceId");
    row("trace.id", "trace.id");
    row("span_id trace_id", "trace_id");
    row("uber-trace-id", "uber-trace-id");
    row("a_trace_id trace_id", "trace_id");
    row("span_id", "");
    row("trace", "");
}

void PanelExemplarsTest::traces()
{
    QFETCH(QByteArray, names);
    QFETCH(QByteArray, found);
    std::vector<Label> labels;
    for (const QByteArray &name : names.split(' '))
        labels.push_back({name.toStdString(), "x"});
    const Labels all(labels);
    const auto label = traceLabel(all);
    QCOMPARE(label ? QByteArray(label->name.data(), static_cast<qsizetype>(label->name.size()))
                   : QByteArray(),
             found);
}

SIGHTGLASS_TEST(PanelExemplarsTest)

} // namespace

#include "panelexemplarstest.moc"
