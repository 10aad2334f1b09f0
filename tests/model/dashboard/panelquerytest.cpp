// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/panelquery.h"

#include "model/dashboard/autodashboard.h"
#include "tests/model/dashboard/expositionloader.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <array>

namespace {

using namespace sightglass;

constexpr TimestampMs start = 1'700'000'000'000;

class PanelQueryTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void steps_data();
    void steps();
    void intervals_data();
    void intervals();
    void stepsFollowTheFastestSourceRatesTheSlowest();
    void legends_data();
    void legends();
    void aSeriesWithoutTheLabelsOfItsLegend();
    void asksAllQueries();
    void instantQueries();
    void failingQueryLosesOnlyItself();
    void cancelled();
    void binds_data();
    void binds();
    void bindsRules();
    void bindsVariables();
    void boundDashboardShowsOneTarget();
};

void PanelQueryTest::steps_data()
{
    QTest::addColumn<qint64>("length");
    QTest::addColumn<qint64>("scrape");
    QTest::addColumn<int>("points");
    QTest::addColumn<qint64>("step");
    QTest::newRow("scrape interval") << qint64(300'000) << qint64(1000) << 4000 << qint64(1000);
    QTest::newRow("100 ms") << qint64(60'000) << qint64(100) << 4000 << qint64(100);
    QTest::newRow("odd interval") << qint64(60'000) << qint64(7000) << 4000 << qint64(10'000);
    QTest::newRow("exactly enough") << qint64(4'000'000) << qint64(1000) << 4000 << qint64(1000);
    QTest::newRow("one too many") << qint64(4'000'001) << qint64(1000) << 4000 << qint64(1000);
    QTest::newRow("a day") << qint64(86'400'000) << qint64(1000) << 4000 << qint64(20'000);
    QTest::newRow("a year") << qint64(365) * 86'400'000 << qint64(1000) << 4000 << qint64(7'200'000);
    QTest::newRow("a hundred years") << qint64(36'500) * 86'400'000 << qint64(1000) << 4000
                                     << qint64(7) * 86'400'000;
    // The table of Grafana's roundInterval().
    const auto nearest = [](const char *name, qint64 raw, qint64 step) {
        QTest::newRow(name) << raw * 10 << qint64(100) << 10 << step;
    };
    nearest("1.2 s", 1200, 1000);
    nearest("1.5 s", 1500, 2000);
    nearest("3 s", 3000, 2000);
    nearest("6 s", 6000, 5000);
    nearest("7.5 s", 7500, 10'000);
    nearest("12 s", 12'000, 10'000);
    nearest("17 s", 17'000, 15'000);
    nearest("44 s", 44'000, 30'000);
    nearest("3.4 min", 204'000, 120'000);
    nearest("2.6 h", 9'360'000, 10'800'000);
    nearest("10 h", 36'000'000, 43'200'000);
    nearest("23 h", 82'800'000, 43'200'000);
    nearest("6 days", 518'400'000, 86'400'000);
    nearest("22 days", 1'900'800'000, 2'592'000'000);
    nearest("50 days", 4'320'000'000, 31'536'000'000);
    QTest::newRow("as many as Prometheus takes")
        << qint64(35'000'000) << qint64(1000) << 10'000 << qint64(5000);
    QTest::newRow("no points") << qint64(10'000) << qint64(1000) << 0 << qint64(10'000);
    QTest::newRow("empty range") << qint64(0) << qint64(0) << 100 << qint64(100);
}

void PanelQueryTest::steps()
{
    QFETCH(qint64, length);
    QFETCH(qint64, scrape);
    QFETCH(int, points);
    QFETCH(qint64, step);
    QCOMPARE(qint64(panelStepMs({{start, start + length}, scrape, points})), step);
}

void PanelQueryTest::intervals_data()
{
    QTest::addColumn<QByteArray>("expr");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("rate") << QByteArray("rate(x[$__rate_interval])") << QByteArray("rate(x[4s])");
    QTest::newRow("interval") << QByteArray("avg_over_time(x[$__interval])")
                              << QByteArray("avg_over_time(x[1s])");
    QTest::newRow("braces") << QByteArray("x[${__rate_interval}:${__interval}]") << QByteArray("x[4s:1s]");
    QTest::newRow("milliseconds") << QByteArray("$__interval_ms ${__interval_ms} [[__interval_ms]]")
                                  << QByteArray("1000 1000 1000");
    QTest::newRow("rate's milliseconds") << QByteArray("x[${__rate_interval_ms:raw}ms] / $__rate_interval_ms")
                                         << QByteArray("x[4000ms] / 4000");
    QTest::newRow("brackets") << QByteArray("rate(x[[[__interval]]])") << QByteArray("rate(x[1s])");
    QTest::newRow("longer name") << QByteArray("$__interval_msx $__intervals")
                                 << QByteArray("$__interval_msx $__intervals");
    QTest::newRow("others stay") << QByteArray("label_replace(x,\"a\",\"$1${b\",\"c\",\"d\")$")
                                 << QByteArray("label_replace(x,\"a\",\"$1${b\",\"c\",\"d\")$");
    QTest::newRow("the range") << QByteArray("x[$__range] / $__range_s + ${__range_ms:raw} + $__range_x")
                               << QByteArray("x[60s] / 60 + 60000 + $__range_x");
    QTest::newRow("open brace") << QByteArray("x[${__interval]") << QByteArray("x[${__interval]");
}

void PanelQueryTest::intervals()
{
    QFETCH(QByteArray, expr);
    QFETCH(QByteArray, expected);
    const PanelTime time{{start, start + 60'000}, 1000, 4000};
    QCOMPARE(QByteArray::fromStdString(expandIntervals(expr.toStdString(), time)), expected);
}

void PanelQueryTest::stepsFollowTheFastestSourceRatesTheSlowest()
{
    const std::array<std::int64_t, 3> sources{15'000, 1000, 30'000};
    const PanelTime time = forSources({{start, start + 300'000}, 5000, 4000}, sources);
    QCOMPARE(qint64(panelStepMs(time)), qint64(1000));
    QCOMPARE(expandIntervals("rate(x[$__rate_interval])", time), std::string("rate(x[2m])"));
    QCOMPARE(expandIntervals("avg_over_time(x[$__interval])", time), std::string("avg_over_time(x[1s])"));

    // A query with an interval of its own asks in that one alone.
    PanelQuery query;
    query.interval = "10s";
    QCOMPARE(expandIntervals("x[$__rate_interval]", queryTime(query, time)), std::string("x[40s]"));

    QCOMPARE(qint64(panelStepMs(forSources({{start, start + 300'000}, 5000, 4000}, {}))), qint64(5000));
}

void PanelQueryTest::legends_data()
{
    QTest::addColumn<QByteArray>("legend");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("empty") << QByteArray() << QByteArray("m{a=\"1\", b=\"x {{a}}\"}");
    QTest::newRow("plain") << QByteArray("all") << QByteArray("all");
    QTest::newRow("places") << QByteArray("{{a}}-{{ b }}") << QByteArray("1-x {{a}}");
    QTest::newRow("absent") << QByteArray("<{{c}}>") << QByteArray("<>");
    QTest::newRow("open") << QByteArray("{{a}} {{b") << QByteArray("1 {{b");
    QTest::newRow("blank") << QByteArray("{{}}{{  }}.") << QByteArray(".");
    QTest::newRow("name") << QByteArray("{{__name__}}") << QByteArray("m");
}

void PanelQueryTest::legends()
{
    QFETCH(QByteArray, legend);
    QFETCH(QByteArray, expected);
    const Labels labels = Labels::withName("m", {{"a", "1"}, {"b", "x {{a}}"}});
    QCOMPARE(QByteArray::fromStdString(legendText(legend.toStdString(), labels)), expected);
}

void PanelQueryTest::aSeriesWithoutTheLabelsOfItsLegend()
{
    const auto namesOf = [](const char *legend, const std::vector<Labels> &all) {
        PanelSpec panel;
        panel.queries.emplace_back().legend = legend;
        PanelData data;
        for (const Labels &labels : all)
            data.series.emplace_back().labels = labels;
        nameSeries(data, panel);
        QByteArrayList names;
        for (const PanelSeries &series : data.series)
            names << QByteArray::fromStdString(series.name);
        return names;
    };
    const Labels one = Labels::withName("m", {{"k", "one"}, {"job", "a"}});
    const Labels none = Labels::withName("m", {{"job", "a"}});
    const Labels other = Labels::withName("m", {{"job", "b"}});
    QCOMPARE(namesOf("{{k}}", {one, none}), QByteArrayList({"one", "{k=\"\"}"}));
    QCOMPARE(namesOf("{{k}} {{ l }}", {none, one}), QByteArrayList({"{k=\"\", l=\"\"}", "one "}));
    // Several, or nothing else: that would tell nothing.
    QCOMPARE(namesOf("{{k}}", {one, none, other}), QByteArrayList({"one", "m{job=\"a\"}", "m{job=\"b\"}"}));
    QCOMPARE(namesOf("{{k}}", {none}), QByteArrayList({"m{job=\"a\"}"}));
    QCOMPARE(namesOf("{{k}}", {Labels()}), QByteArrayList({"Value"}));
}

void PanelQueryTest::asksAllQueries()
{
    Head head;
    for (int i = 0; i <= 10; ++i)
        test::loadExposition(head, "x{a=\"1\"} " + QByteArray::number(i) + "\ny 5\n", Labels(),
                             start + i * 1000);
    PanelSpec panel;
    panel.queries = {{"x", "{{a}}", false}, {"7", "seven", false}, {"sum(y)", "", false}};
    // Both ends lie between steps and are aligned down.
    const PanelTime time{{start + 2500, start + 8700}, 1000, 4000};
    const PanelData data = queryPanel(*head.snapshot(), QueryEngine(), panel, time);
    QVERIFY(!data.error);
    QCOMPARE(data.range, (TimeRange{start + 2000, start + 8000}));
    QCOMPARE(data.stepMs, 1000);
    QCOMPARE(data.series.size(), std::size_t{3});
    QCOMPARE(data.series[0].name, std::string("1"));
    // Stored samples lie in a range that is open to the left, and the line comes from before it.
    QCOMPARE(data.series[0].inRange().size(), std::size_t{6});
    QCOMPARE(data.series[0].samples.size(), std::size_t{7});
    QCOMPARE(data.series[0].samples.front(), (Sample{start + 2000, 2}));
    QCOMPARE(data.series[1].name, std::string("seven"));
    QCOMPARE(data.series[1].query, std::size_t{1});
    QCOMPARE(data.series[1].samples.back(), (Sample{start + 8000, 7}));
    QCOMPARE(data.series[2].name, std::string("sum(y)"));
}

void PanelQueryTest::instantQueries()
{
    Head head;
    test::loadExposition(head, "x{a=\"1\"} 1\nx{a=\"2\"} 2\n", Labels(), start);
    PanelSpec panel;
    panel.queries = {{"x", "{{a}}", true}, {"time()", "", true}};
    const PanelTime time{{start - 60'000, start + 250}, 1000, 4000};
    const PanelData data = queryPanel(*head.snapshot(), QueryEngine(), panel, time);
    QCOMPARE(data.series.size(), std::size_t{3});
    QCOMPARE(data.series[1].samples, (std::vector<Sample>{{start + 250, 2}}));
    QCOMPARE(data.series[2].samples.front().v, static_cast<double>(start + 250) / 1000);
}

void PanelQueryTest::failingQueryLosesOnlyItself()
{
    Head head;
    test::loadExposition(head, "x 1\n", Labels(), start);
    PanelSpec panel;
    panel.queries = {{"x", "", false}, {"rate(x)", "", false}, {"((", "", false}, {"x", "", false}};
    const PanelData data =
        queryPanel(*head.snapshot(), QueryEngine(), panel, {{start - 5000, start}, 1000, 4000});
    QVERIFY(data.error);
    QCOMPARE(data.failedQuery, std::size_t{1});
    QCOMPARE(data.error->code, ErrorCode::PromqlType);
    QCOMPARE(data.series.size(), std::size_t{2});
    QCOMPARE(data.series[1].query, std::size_t{3});
}

void PanelQueryTest::cancelled()
{
    Head head;
    test::loadExposition(head, "x 1\n", Labels(), start);
    PanelSpec panel;
    panel.queries = {{"x", "", false}};
    std::stop_source stop;
    stop.request_stop();
    const PanelData data = queryPanel(*head.snapshot(), QueryEngine(), panel,
                                      {{start - 5000, start}, 1000, 4000}, stop.get_token());
    QVERIFY(data.error);
    QCOMPARE(data.error->code, ErrorCode::QueryCancelled);
}

Labels target()
{
    return Labels({{"instance", "h:1"}, {"job", "a\"b"}});
}

void PanelQueryTest::binds_data()
{
    QTest::addColumn<QByteArray>("expr");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *expr, const char *expected) {
        QTest::newRow(expr) << QByteArray(expr) << QByteArray(expected);
    };
    row("x", R"(x{instance="h:1",job="a\"b"})");
    row("x{z=~\"1|2\"} offset 5m", R"(x{instance="h:1",job="a\"b",z=~"1|2"} offset 5m)");
    row("rate(x[$__rate_interval])", R"(rate(x{instance="h:1",job="a\"b"}[$__rate_interval]))");
    row("rate(x[${__interval_ms}ms]) * $__interval_ms / $__rate_interval_ms",
        R"(rate(x{instance="h:1",job="a\"b"}[$__interval]) * $__interval_ms / $__rate_interval_ms)");
    row("max_over_time(rate(x[1m])[$__interval:1s])",
        R"(max_over_time(rate(x{instance="h:1",job="a\"b"}[1m])[$__interval:1s]))");
    row("x{instance=\"h:1\"}", R"(x{instance="h:1",job="a\"b"})");
    row("-(x + 1)", R"(-(x{instance="h:1",job="a\"b"} + 1))");
    row("topk(scalar(n), x)", R"(topk(scalar(n{instance="h:1",job="a\"b"}), x{instance="h:1",job="a\"b"}))");
    row("x or vector(0)", R"(x{instance="h:1",job="a\"b"} or vector(0))");
    row("\"x\"", "\"x\"");
    row("not promql (", "not promql (");
}

void PanelQueryTest::binds()
{
    QFETCH(QByteArray, expr);
    QFETCH(QByteArray, expected);
    DashboardSpec dashboard;
    dashboard.panels.emplace_back();
    dashboard.panels.front().queries = {{expr.toStdString(), "", false}};
    const DashboardSpec bound = boundToTarget(dashboard, target());
    const auto normalised = [](std::string text) {
        // The order of matchers is the printer's business.
        QByteArray bytes = QByteArray::fromStdString(text);
        return bytes.replace(", ", ",").replace(",z=~\"1|2\"", "").replace("z=~\"1|2\",", "");
    };
    QCOMPARE(normalised(bound.panels.front().queries.front().expr), normalised(expected.toStdString()));
    QVERIFY(boundToTarget(dashboard, Labels()).panels.front().queries.size() == 1);
}

void PanelQueryTest::bindsRules()
{
    DashboardSpec dashboard;
    dashboard.ruleGroups = {{"g", 1000, {{}}}};
    dashboard.ruleGroups[0].rules[0].expr = "sum(x)";
    const DashboardSpec bound = boundToTarget(dashboard, target());
    const ThresholdRule &rule = bound.ruleGroups[0].rules[0];
    QVERIFY(rule.expr.find("job=\"a\\\"b\"") != std::string::npos);
    QCOMPARE(rule.labels, target());
}

/// Of one target nothing is to be chosen; of several, their instances are; what variables offer is theirs.
void PanelQueryTest::bindsVariables()
{
    VariableSpec instance;
    instance.name = "instance";
    instance.query = "label_values(disk_reads, instance)";
    VariableSpec device;
    device.name = "device";
    device.query = "label_values(disk_reads{instance=~\"$instance\"}, device)";
    DashboardSpec dashboard;
    dashboard.variables = {instance, device};
    dashboard.panels.emplace_back();
    dashboard.panels.front().queries = {
        {"sum by (instance, device) "
         "(rate(disk_reads{device=~\"$device\", instance=~\"$instance\"}[$__rate_interval]))",
         "{{device}}", false}};
    QVERIFY(showsSeveralTargets(dashboard));

    const Labels one(std::vector<Label>{{"instance", "a:1"}});
    const DashboardSpec alone = boundToTarget(dashboard, one);
    QVERIFY(!showsSeveralTargets(alone));
    QCOMPARE(alone.variables.size(), std::size_t{1});
    QCOMPARE(alone.variables.front().query,
             std::string("label_values(disk_reads{instance=\"a:1\"}, device)"));
    QCOMPARE(alone.panels.front().queries.front().expr,
             std::string("sum by (instance, device) "
                         "(rate(disk_reads{device=~\"$device\",instance=\"a:1\"}[$__rate_interval]))"));
    QCOMPARE(alone.panels.front().queries.front().legend, std::string("{{device}}"));

    const std::vector<Labels> two = {one, Labels(std::vector<Label>{{"instance", "b:1"}})};
    const DashboardSpec both = boundToTargets(dashboard, two);
    QVERIFY(showsSeveralTargets(both));
    QCOMPARE(both.variables.front().query,
             std::string("label_values(disk_reads{instance=~\"a:1|b:1\"}, instance)"));
    QCOMPARE(both.variables.back().query,
             std::string("label_values(disk_reads{instance=~\"$instance\",instance=~\"a:1|b:1\"}, device)"));
    QCOMPARE(both.panels.front().queries.front().legend, std::string("{{instance}} {{device}}"));
}

void PanelQueryTest::boundDashboardShowsOneTarget()
{
    Head head;
    test::loadExposition(head, "x 1\n", target(), start);
    test::loadExposition(head, "x 2\n", Labels({{"instance", "h:2"}, {"job", "a\"b"}}), start);
    DashboardSpec dashboard;
    dashboard.panels.emplace_back();
    dashboard.panels.front().queries = {{"x", "", false}};
    const DashboardSpec bound = boundToTarget(dashboard, target());
    const PanelTime time{{start, start}, 1000, 4000};
    QCOMPARE(queryPanel(*head.snapshot(), QueryEngine(), dashboard.panels.front(), time).series.size(),
             std::size_t{2});
    const PanelData data = queryPanel(*head.snapshot(), QueryEngine(), bound.panels.front(), time);
    QCOMPARE(data.series.size(), std::size_t{1});
    QCOMPARE(data.series.front().samples.front().v, 1.0);
}

SIGHTGLASS_TEST(PanelQueryTest)

} // namespace

#include "panelquerytest.moc"
