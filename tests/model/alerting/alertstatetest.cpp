// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/alertstate.h"

#include "model/alerting/alertrestoration.h"
#include "model/alerting/evaluationgrid.h"
#include "model/alerting/rulegroup.h"
#include "model/alerting/ruleoutput.h"
#include "tests/support/testcase.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <limits>
#include <string>

namespace {

using namespace sightglass;

constexpr TimestampMs start = 1'700'000'000'000;
constexpr std::int64_t minute = 60'000;

Labels named(const char *name)
{
    return Labels(std::vector<Label>{{"a", name}});
}

/// States of one alert after each evaluation, a letter each: . none, P pending, F firing, R resolved but
/// kept.
QString letterOf(const std::vector<Alert> &alerts)
{
    if (alerts.empty())
        return QStringLiteral(".");
    switch (alerts.front().state) {
    case AlertState::Pending:
        return QStringLiteral("P");
    case AlertState::Firing:
        return QStringLiteral("F");
    case AlertState::Inactive:
        return QStringLiteral("R");
    }
    return QStringLiteral("?");
}

class AlertStateTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void timelines_data();
    void timelines();
    void timesAndValues();
    void longerForTakesFiringBack();
    void severalAlerts();
    void labelsOfAlerts();
    void sameLabelsTwice();
    void resolvedAlertsAreBounded();
    void restoring_data();
    void restoring();
    void keepFiring();
    void worst();
    void grid_data();
    void grid();
    void gridIsAligned();
    void severityWords();
    void severitiesInTheField();
};

void AlertStateTest::timelines_data()
{
    QTest::addColumn<QString>("condition"); // per evaluation: 1 holds, 0 does not
    QTest::addColumn<qint64>("forMs");
    QTest::addColumn<qint64>("stepMs");
    QTest::addColumn<QString>("states");
    QTest::addColumn<int>("changes");
    const auto row = [](const char *name, const char *condition, qint64 forMs, qint64 step,
                        const char *states, int changes) {
        QTest::newRow(name) << QString::fromLatin1(condition) << forMs << step << QString::fromLatin1(states)
                            << changes;
    };
    row("never", "0000", 0, 1000, "....", 0);
    row("fires at once", "0110", 0, 1000, ".FFR", 2);
    row("pending first", "011110", 3000, 1000, ".PPPFR", 3);
    row("for reached exactly", "1111", 2000, 1000, "PPFF", 2);
    row("for between evaluations", "1111", 2500, 1000, "PPPF", 2);
    row("one gap resets pending", "1101111", 2000, 1000, "PP.PPFF", 4);
    row("one gap resolves firing", "110110", 1000, 1000, "PFRPFR", 6);
    row("resolved is kept 15 min", "100000", 0, 5 * minute, "FRRRR.", 2);
    row("resolved returns as new", "1001", 1000, 1000, "P..P", 3);
    row("long step fires late", "11", 10 * minute, 11 * minute, "PF", 2);
}

void AlertStateTest::timelines()
{
    QFETCH(QString, condition);
    QFETCH(qint64, forMs);
    QFETCH(qint64, stepMs);
    QFETCH(QString, states);
    QFETCH(int, changes);
    std::vector<Alert> alerts;
    QString seen;
    int changed = 0;
    TimestampMs t = start;
    for (const QChar holds : condition) {
        std::vector<ActiveAlert> active;
        if (holds == QLatin1Char('1'))
            active.push_back({named("x"), 1.0});
        AlertStep step = advance(std::move(alerts), std::move(active), {forMs}, t);
        alerts = std::move(step.alerts);
        changed += static_cast<int>(step.changes.size());
        seen += letterOf(alerts);
        t += stepMs;
    }
    QCOMPARE(seen, states);
    QCOMPARE(changed, changes);
}

void AlertStateTest::timesAndValues()
{
    AlertStep step = advance({}, {{named("x"), 1}}, {1000}, start);
    QCOMPARE(step.alerts.front(), (Alert{named("x"), AlertState::Pending, 1, start, {}, {}}));
    QCOMPARE(step.changes.front(), (AlertChange{named("x"), AlertState::Inactive, AlertState::Pending, 1}));

    step = advance(step.alerts, {{named("x"), 2}}, {1000}, start + 1000);
    QCOMPARE(step.alerts.front(), (Alert{named("x"), AlertState::Firing, 2, start, start + 1000, {}}));
    QCOMPARE(step.changes.front(), (AlertChange{named("x"), AlertState::Pending, AlertState::Firing, 2}));

    step = advance(step.alerts, {{named("x"), 3}}, {1000}, start + 2000);
    QCOMPARE(step.alerts.front().value, 3.0);
    QVERIFY(step.changes.empty());

    step = advance(step.alerts, {}, {1000}, start + 3000);
    QCOMPARE(step.alerts.front(),
             (Alert{named("x"), AlertState::Inactive, 3, start, start + 1000, start + 3000}));
    QCOMPARE(step.changes.front(), (AlertChange{named("x"), AlertState::Firing, AlertState::Inactive, 3}));

    step = advance(step.alerts, {{named("x"), 4}}, {1000}, start + 4000);
    QCOMPARE(step.alerts.front(), (Alert{named("x"), AlertState::Pending, 4, start + 4000, {}, {}}));
}

void AlertStateTest::longerForTakesFiringBack()
{
    AlertStep step = advance({}, {{named("x"), 1}}, {0}, start);
    step = advance(step.alerts, {{named("x"), 1}}, {10'000}, start + 1000);
    QCOMPARE(step.alerts.front().state, AlertState::Pending);
    QVERIFY(!step.alerts.front().firedAt);
    QCOMPARE(step.changes.front().to, AlertState::Pending);
    step = advance(step.alerts, {{named("x"), 1}}, {10'000}, start + 10'000);
    QCOMPARE(step.alerts.front().state, AlertState::Firing);
}

void AlertStateTest::severalAlerts()
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    AlertStep step = advance({}, {{named("c"), 0}, {named("a"), nan}}, {0}, start);
    QCOMPARE(step.alerts.size(), std::size_t{2});
    QCOMPARE(step.alerts[0].labels, named("a"));
    QCOMPARE(step.alerts[1].labels, named("c"));
    step = advance(step.alerts, {{named("b"), 1}, {named("c"), 1}}, {0}, start + 1000);
    QCOMPARE(step.alerts.size(), std::size_t{3});
    QCOMPARE(step.changes.size(), std::size_t{2});
    QCOMPARE(step.changes[0].labels, named("a"));
    QCOMPARE(step.changes[0].to, AlertState::Inactive);
    QCOMPARE(step.changes[1].labels, named("b"));
    QCOMPARE(step.changes[1].to, AlertState::Firing);
}

void AlertStateTest::labelsOfAlerts()
{
    ThresholdRule threshold;
    threshold.name = "Rule";
    threshold.expr = "m";
    threshold.severity = Severity::Critical;
    threshold.summary = "{{ plain }}";
    threshold.labels = Labels({{"job", "mine"}, {"severity", "shadowed"}, {"odd", "{{x"}});
    const RulePtr rule = thresholdRule(threshold);
    const std::vector<VectorElement> elements = {
        {Labels::withName("m", {{"job", "theirs"}, {"alertname", "x"}, {"i", "1"}}), 1}};
    const auto active = activeAlerts(elements, *rule, {}, [] { return Done{}; });
    QVERIFY(active.ok());
    QCOMPARE(
        active->front().labels,
        Labels(
            {{"alertname", "Rule"}, {"i", "1"}, {"job", "mine"}, {"odd", "{{x"}, {"severity", "critical"}}));
    const std::vector<Label> annotations = {{"summary", "{{ plain }}"}};
    QVERIFY(active->front().annotations == annotations);
}

void AlertStateTest::sameLabelsTwice()
{
    ThresholdRule rule;
    rule.name = "Rule";
    rule.expr = "m";
    const std::vector<VectorElement> elements = {{Labels::withName("a", {{"i", "1"}}), 1},
                                                 {Labels::withName("b", {{"i", "1"}}), 2}};
    const auto active = activeAlerts(elements, *thresholdRule(rule), {}, [] { return Done{}; });
    QVERIFY(!active.ok());
    QCOMPARE(plainText(active.error()),
             std::string("vector contains metrics with the same labelset after applying alert labels"));
}

void AlertStateTest::restoring_data()
{
    QTest::addColumn<qint64>("downAgo"); // seconds
    QTest::addColumn<qint64>("spent");   // in pending before
    QTest::addColumn<qint64>("forMs");
    QTest::addColumn<qint64>("activeAgo"); // -1: begins anew
    QTest::newRow("fired before") << qint64(60) << qint64(1200) << qint64(20 * minute) << qint64(1260);
    QTest::newRow("fires after the grace period")
        << qint64(60) << qint64(900) << qint64(20 * minute) << qint64(600);
    QTest::newRow("the outage does not count")
        << qint64(60) << qint64(300) << qint64(20 * minute) << qint64(300);
    QTest::newRow("exactly the grace period is left")
        << qint64(60) << qint64(600) << qint64(20 * minute) << qint64(600);
    QTest::newRow("ended before") << qint64(60) << qint64(-1) << qint64(20 * minute) << qint64(-1);
}

void AlertStateTest::restoring()
{
    QFETCH(qint64, downAgo);
    QFETCH(qint64, spent);
    QFETCH(qint64, forMs);
    QFETCH(qint64, activeAgo);
    KeptForState kept{start - downAgo * 1000, 0};
    kept.activeAtSeconds = spent < 0 ? staleMarker() : static_cast<double>(kept.at / 1000 - spent);
    const auto activeAt = restoredActiveAt(kept, forMs, start);
    QCOMPARE(activeAt.has_value(), activeAgo >= 0);
    if (activeAt)
        QCOMPARE(qint64(start - *activeAt), activeAgo * 1000);
}

void AlertStateTest::keepFiring()
{
    const AlertHold hold{0, 2000};
    AlertStep step = advance({}, {{named("x"), 1}}, hold, start);
    step = advance(step.alerts, {}, hold, start + 1000);
    QCOMPARE(step.alerts.front().keepFiringSince, std::optional(start + 1000));
    step = advance(step.alerts, {}, hold, start + 2000);
    QCOMPARE(step.alerts.front().state, AlertState::Firing);
    step = advance(step.alerts, {}, hold, start + 3000);
    QCOMPARE(step.alerts.front().state, AlertState::Inactive);
    QCOMPARE(step.alerts.front().resolvedAt, std::optional(start + 3000));
    // A pending one is not held.
    step = advance({}, {{named("x"), 1}}, {1000, 2000}, start);
    QVERIFY(advance(step.alerts, {}, {1000, 2000}, start + 500).alerts.empty());
}

void AlertStateTest::resolvedAlertsAreBounded()
{
    // Another label set with every evaluation, each firing at once and resolved at the next.
    std::vector<Alert> alerts;
    std::vector<AlertChange> changes;
    constexpr std::size_t most = 1000;
    constexpr int rounds = static_cast<int>(most) + 50;
    for (int i = 0; i < rounds; ++i) {
        AlertStep step =
            advance(std::move(alerts), {{named(std::to_string(i).c_str()), 1}}, {0, 0, most}, start + i);
        alerts = std::move(step.alerts);
        changes = std::move(step.changes);
        QVERIFY(alerts.size() <= most);
    }
    QCOMPARE(changes.size(), std::size_t{2});
    QCOMPARE(alerts.size(), most);
    const auto has = [&](int i) {
        return std::any_of(
            alerts.begin(), alerts.end(),
            [labels = named(std::to_string(i).c_str())](const Alert &a) { return a.labels == labels; });
    };
    QVERIFY(has(rounds - 1) && has(rounds - 2));
    QVERIFY(!has(0) && !has(49));
    QVERIFY(has(50));
}

void AlertStateTest::worst()
{
    const Alert pending{named("a"), AlertState::Pending, 0, 0, {}, {}};
    const Alert firing{named("b"), AlertState::Firing, 0, 0, {}, {}};
    const Alert resolved{named("c"), AlertState::Inactive, 0, 0, {}, 1};
    QCOMPARE(worstState({}), AlertState::Inactive);
    QCOMPARE(worstState(std::vector{resolved}), AlertState::Inactive);
    QCOMPARE(worstState(std::vector{resolved, pending}), AlertState::Pending);
    QCOMPARE(worstState(std::vector{pending, firing, resolved}), AlertState::Firing);
}

void AlertStateTest::grid_data()
{
    QTest::addColumn<qint64>("last"); // relative to a slot; -1 never
    QTest::addColumn<qint64>("now");
    QTest::addColumn<qint64>("due"); // -1 none
    QTest::addColumn<qint64>("next");
    QTest::addColumn<int>("missed");
    QTest::newRow("never, on the grid") << qint64(-1) << qint64(0) << qint64(0) << qint64(0) << 0;
    QTest::newRow("never, between") << qint64(-1) << qint64(300) << qint64(0) << qint64(5000) << 0;
    QTest::newRow("not yet") << qint64(0) << qint64(4999) << qint64(-1) << qint64(5000) << 0;
    QTest::newRow("due") << qint64(0) << qint64(5000) << qint64(5000) << qint64(5000) << 0;
    QTest::newRow("a little late") << qint64(0) << qint64(5200) << qint64(5000) << qint64(5000) << 0;
    QTest::newRow("two missed") << qint64(0) << qint64(15'100) << qint64(15'000) << qint64(15'000) << 2;
    QTest::newRow("set back a little") << qint64(5000) << qint64(1000) << qint64(-1) << qint64(10'000) << 0;
    QTest::newRow("set back far") << qint64(50'000) << qint64(1000) << qint64(0) << qint64(0) << 0;
}

void AlertStateTest::grid()
{
    QFETCH(qint64, last);
    QFETCH(qint64, now);
    QFETCH(qint64, due);
    QFETCH(qint64, next);
    QFETCH(int, missed);
    const EvaluationGrid grid("g", 5000);
    const TimestampMs slot = grid.slotAt(start);
    const auto before = last < 0 ? std::nullopt : std::optional<TimestampMs>(slot + last);
    const auto found = grid.dueSlot(before, slot + now);
    QCOMPARE(found.has_value(), due >= 0);
    if (found)
        QCOMPARE(qint64(*found - slot), due);
    QCOMPARE(qint64(grid.nextDue(before, slot + now) - slot), next);
    if (before && found)
        QCOMPARE(grid.missedBetween(*before, *found), static_cast<std::uint64_t>(missed));
}

void AlertStateTest::gridIsAligned()
{
    QSet<qint64> offsets;
    for (const char *name : {"a", "b", "c", "d", "e"}) {
        const EvaluationGrid grid(name, 60'000);
        const TimestampMs slot = grid.slotAt(start);
        QVERIFY(slot <= start && slot > start - 60'000);
        QCOMPARE(grid.slotAt(slot), slot);
        QCOMPARE(grid.slotAt(slot - 1), slot - 60'000);
        QVERIFY(grid.slotAt(-1) <= -1);
        offsets.insert(slot % 60'000);
    }
    QVERIFY(offsets.size() > 1);
}

void AlertStateTest::severityWords()
{
    QCOMPARE(severityFromName("critical"), std::optional(Severity::Critical));
    QCOMPARE(severityFromName(severityName(Severity::Info)), std::optional(Severity::Info));
    QVERIFY(!severityFromName("Critical"));
}

void AlertStateTest::severitiesInTheField()
{
    const auto of = [](const char *word) {
        return severityOf(Labels(std::vector<Label>{{"severity", word}}));
    };
    QCOMPARE(of("page"), Severity::Critical);
    QCOMPARE(of("CRITICAL"), Severity::Critical);
    QCOMPARE(of("none"), Severity::Info);
    QCOMPARE(of("ticket"), Severity::Warning);
    QCOMPARE(severityOf(Labels()), Severity::Warning);
}

SIGHTGLASS_TEST(AlertStateTest)

} // namespace

#include "alertstatetest.moc"
