// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/dashboardmatch.h"

#include "model/dashboard/autodashboard.h"
#include "tests/model/dashboard/dashboardprobe.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;
using namespace sightglass::test;

/// Which ready-made dashboards a target gets, and in which order.
class DashboardMatchTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void allThatIsRequired();
    void namesOfSamples();
    void onlyThisTargetAndLately();
    void rolesThenCoverage();
    void detailsAsTheWholeComesToThem();
    void otherPartsFitToo();
    void automaticLeads_data();
    void automaticLeads();
    void shownMetrics();
    void boundToSeveralTargets();
    void whatIsShownElsewhereIsLeftOut();
};

DashboardSpec dashboard(std::vector<std::string> required, std::vector<std::string> queries = {},
                        DashboardRole role = DashboardRole::System)
{
    DashboardSpec spec;
    spec.requiredMetrics = std::move(required);
    spec.role = role;
    for (std::string &query : queries)
        spec.panels.emplace_back().queries = {{std::move(query), "", false}};
    return spec;
}

using Indices = std::vector<std::size_t>;

Indices fitting(const std::vector<DashboardSpec> &dashboards, Head &head, TimestampMs at = probeStart)
{
    return matchDashboards(dashboards, *head.snapshot(), target(), at).fitting;
}

void DashboardMatchTest::allThatIsRequired()
{
    Head head;
    loadExposition(head, "a 1\nb 2\n", target(), probeStart);
    QCOMPARE(fitting({dashboard({}), dashboard({"a", "c"}), dashboard({"a", "b"}), dashboard({"a"})}, head),
             (Indices{2, 3}));
    QCOMPARE(fitting({}, head), Indices());
}

void DashboardMatchTest::namesOfSamples()
{
    Head head;
    loadExposition(head, "a_total 1\nb_bucket{le=\"1\"} 2\nc_count 1\n", target(), probeStart);
    QCOMPARE(fitting({dashboard({"a", "b", "c"}), dashboard({"a_total"}), dashboard({"a_tot"})}, head),
             (Indices{0, 1}));
}

void DashboardMatchTest::onlyThisTargetAndLately()
{
    Head head;
    loadExposition(head, "a 1\n", target(), probeStart);
    loadExposition(head, "b 3\n", Labels({{"instance", "h:2"}, {"job", "svc"}}), probeStart);
    const std::vector<DashboardSpec> dashboards = {dashboard({"a"}), dashboard({"b"})};
    QCOMPARE(fitting(dashboards, head, probeStart + 1000), Indices{0});
    QCOMPARE(fitting(dashboards, head, probeStart + 6 * 60'000), Indices());
}

void DashboardMatchTest::rolesThenCoverage()
{
    Head head;
    loadExposition(head, "a 1\nb 2\nc 3\n", target(), probeStart);
    const std::vector<DashboardSpec> dashboards = {
        dashboard({"a"}, {"a", "b", "c"}, DashboardRole::Runtime),
        dashboard({"a"}, {"a", "b"}, DashboardRole::Detail),
        dashboard({"a"}, {"a"}),
        dashboard({"a"}, {"rate(a[$__rate_interval]) + b"}),
        dashboard({"a"}, {"c"}),
    };
    const DashboardMatches matches = matchDashboards(dashboards, *head.snapshot(), target(), probeStart);
    QCOMPARE(matches.fitting, (Indices{3, 2, 4, 1, 0}));
    QVERIFY(!matches.automaticLeads);
}

void DashboardMatchTest::detailsAsTheWholeComesToThem()
{
    Head head;
    loadExposition(head, "a 1\nb 2\nc 3\nd 4\n", target(), probeStart);
    const std::vector<DashboardSpec> dashboards = {
        dashboard({"d"}, {"a", "b", "c", "d"}, DashboardRole::Detail),
        dashboard({"c"}, {"a", "b", "c"}, DashboardRole::Detail),
        dashboard({"b"}, {"b"}, DashboardRole::Detail),
        dashboard({"a"}, {"a / b", "rate(c[$__rate_interval])"}),
    };
    QCOMPARE(fitting(dashboards, head), (Indices{3, 2, 1, 0}));
}

void DashboardMatchTest::otherPartsFitToo()
{
    Head head;
    loadExposition(head, "plane 1\n", target(), probeStart);
    DashboardSpec both = dashboard({"core"});
    both.otherParts = {{{"plane", "wing"}}, {{"plane"}}};
    QCOMPARE(fitting({both}, head), Indices{0});
    both.otherParts.pop_back();
    QCOMPARE(fitting({both}, head), Indices());
}

void DashboardMatchTest::automaticLeads_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<bool>("leads");
    const QByteArray go =
        "go_goroutines 1\nup 1\nscrape_duration_seconds 1\npromhttp_metric_handler_errors_total 1\n";
    QTest::newRow("nothing fits") << QByteArray("x 1\n") << true;
    QTest::newRow("runtime only") << go << false;
    QTest::newRow("metrics of its own") << go + "orders_total 2\n" << true;
    QTest::newRow("of its own, but shown") << go + "orders_total 2\nshop 1\n" << false;
}

void DashboardMatchTest::automaticLeads()
{
    QFETCH(QByteArray, page);
    QFETCH(bool, leads);
    Head head;
    loadExposition(head, page, target(), probeStart);
    const std::vector<DashboardSpec> dashboards = {
        dashboard({"go_goroutines"}, {"go_goroutines"}, DashboardRole::Runtime),
        dashboard({"shop"}, {"shop"})};
    QCOMPARE(matchDashboards(dashboards, *head.snapshot(), target(), probeStart).automaticLeads, leads);
}

void DashboardMatchTest::shownMetrics()
{
    const DashboardSpec spec =
        dashboard({}, {"sum(rate(a_total[$__rate_interval])) / b", "max_over_time({__name__=~\"c.*\"}[1m])",
                       "not ( a query", "{\"d e\"}"});
    QCOMPARE(metricsShownBy(spec), (SampleNames{"a_total", "b"}));
}

void DashboardMatchTest::boundToSeveralTargets()
{
    DashboardSpec spec = dashboard({}, {"sum(x)"});
    spec.annotations.emplace_back().expr = "y";
    spec.ruleGroups.push_back({"group", 1000, {{}}});
    spec.ruleGroups.front().rules.front().expr = "z";
    const std::vector<Labels> targets = {
        Labels({{"instance", "b.c:1"}, {"job", "svc"}, {"env", "p"}, {"zone", "1"}}),
        Labels({{"instance", "a:2"}, {"job", "svc"}, {"env", "p"}})};
    const DashboardSpec bound = boundToTargets(spec, targets);
    const std::string selector = "{env=\"p\",instance=~\"a:2|b\\\\.c:1\",job=\"svc\"}";
    QCOMPARE(bound.panels.front().queries.front().expr, "sum(x" + selector + ")");
    QCOMPARE(bound.annotations.front().expr, "y" + selector);
    QCOMPARE(bound.ruleGroups.front().rules.front().expr, "z" + selector);
    QCOMPARE(bound.ruleGroups.front().rules.front().labels, Labels({{"job", "svc"}, {"env", "p"}}));
    QVERIFY(boundToTargets(spec, {}) == spec);
}

void DashboardMatchTest::whatIsShownElsewhereIsLeftOut()
{
    Head head;
    const QByteArray page =
        "# TYPE x histogram\nx_bucket{le=\"+Inf\"} 1\nx_sum 1\nx_count 1\ny_total 1\nz 1\n";
    loadExposition(head, page, target(), probeStart);
    loadExposition(head, page, target(), probeStart + 10'000, 1);
    DashboardSubject subject{"auto", "svc", target(), {}, {"x_bucket", "y_total"}};
    const QString expressions = allExpressions(autoDashboard(*head.snapshot(), subject, probeStart + 10'000));
    QVERIFY2(!expressions.contains(QLatin1String("x_")) && !expressions.contains(QLatin1String("y_total")),
             qPrintable(expressions));
    QVERIFY(expressions.contains(QLatin1String("z{")));
    subject.shownElsewhere.insert("z");
    QVERIFY(allExpressions(autoDashboard(*head.snapshot(), subject, probeStart + 10'000))
                .contains(QLatin1String("y_total")));
}

SIGHTGLASS_TEST(DashboardMatchTest)

} // namespace

#include "dashboardmatchtest.moc"
