// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/ownrules.h"

#include "model/dashboard/autodashboard.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

const Labels here({{"instance", "a:1"}, {"job", "j"}});
const Labels elsewhere({{"instance", "b:1"}, {"job", "j"}});

Alert alert(const Labels &labels, AlertState state)
{
    Alert made;
    made.labels = labels;
    made.state = state;
    return made;
}

RuleStatus status(const char *name, const char *group, const char *file, std::vector<Alert> alerts)
{
    Rule rule;
    rule.name = name;
    RuleStatus made;
    made.rule = std::make_shared<const Rule>(std::move(rule));
    made.group = group;
    made.file = file;
    made.state = AlertState::Firing;
    made.alerts = std::move(alerts);
    return made;
}

/// Which rules a dashboard shows as its own.
class OwnRulesTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void ownGroupsAndFiles();
    void onlyTheTargetsAlerts();
    void systemsOfSeveralTargets();
};

void OwnRulesTest::ownGroupsAndFiles()
{
    DashboardSpec dashboard;
    dashboard.ruleGroups = {{"mine", 1000, {}}};
    dashboard.rules = {"streamhouse"};
    const std::vector<RuleStatus> all{status("a", "mine", "", {}), status("b", "other", "", {}),
                                      status("c", "streamhouse", "bundled:streamhouse", {}),
                                      status("d", "streamhouse", "bundled:sellify", {}),
                                      status("e", "streamhouse", "streamhouse", {})};
    std::vector<std::string> names;
    for (const RuleStatus &own : rulesOf(dashboard, all))
        names.push_back(own.rule->name);
    QCOMPARE(names, (std::vector<std::string>{"a", "c"}));
    QVERIFY(rulesOf(DashboardSpec(), all).empty());
}

void OwnRulesTest::onlyTheTargetsAlerts()
{
    DashboardSpec dashboard;
    dashboard.rules = {"x"};
    const DashboardSpec bound = boundToTarget(dashboard, here);
    const Labels aggregated = here.without("instance");
    const std::vector<RuleStatus> all{
        status("r", "g", "bundled:x",
               {alert(elsewhere, AlertState::Firing), alert(here.with("topic", "t"), AlertState::Pending)}),
        status("aggregated", "g", "bundled:x", {alert(aggregated, AlertState::Firing)}),
        status("others", "g", "bundled:x", {alert(elsewhere, AlertState::Firing)})};
    const std::vector<RuleStatus> own = rulesOf(bound, all);
    QCOMPARE(own.size(), std::size_t{3});
    QCOMPARE(own[0].state, AlertState::Pending);
    QCOMPARE(own[0].alerts.size(), std::size_t{1});
    // An aggregation says nothing of instances: it may be this target's.
    QCOMPARE(own[1].state, AlertState::Firing);
    QCOMPARE(own[2].state, AlertState::Inactive);
    QVERIFY(own[2].alerts.empty());
    // Bound to none it is about all of them.
    QCOMPARE(rulesOf(dashboard, all)[2].state, AlertState::Firing);
}

void OwnRulesTest::systemsOfSeveralTargets()
{
    DashboardSpec dashboard;
    dashboard.rules = {"x"};
    const std::vector<Labels> targets{here, elsewhere};
    const DashboardSpec bound = boundToTargets(dashboard, targets);
    const Labels third({{"instance", "c:1"}, {"job", "j"}});
    const std::vector<RuleStatus> all{
        status("r", "g", "bundled:x",
               {alert(here, AlertState::Pending), alert(elsewhere, AlertState::Firing),
                alert(third, AlertState::Firing)})};
    QCOMPARE(rulesOf(bound, all).front().alerts.size(), std::size_t{2});
}

} // namespace

SIGHTGLASS_TEST(OwnRulesTest)

#include "ownrulestest.moc"
