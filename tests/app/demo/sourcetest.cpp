// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/action.h"
#include "app/demo/eventsource.h"
#include "app/demo/scenariocontrol.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <cmath>
#include <map>
#include <set>

namespace {

using namespace sightglass::demo;
using namespace std::chrono_literals;

class SourceTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void zipfFollowsItsLaw_data();
    void zipfFollowsItsLaw();
    void zipfClampsItsArgument();
    void sameSeedSameEvents();
    void popularEntitiesComeOften();
    void everyEventComesAtLeastOnce();
    void malformedShareIsKept();
    void arrivalsFollowTheRate();
    void aStalledReaderFindsTwoSeconds();
    void scenarioNamesRoundTrip();
    void incidentComesAndGoes_data();
    void incidentComesAndGoes();
    void selectingBeginsAnew();
};

void SourceTest::zipfFollowsItsLaw_data()
{
    QTest::addColumn<double>("exponent");
    QTest::newRow("uniform") << 0.0;
    QTest::newRow("flat") << 0.5;
    QTest::newRow("classic") << 1.0;
    QTest::newRow("skewed") << 1.25;
}

void SourceTest::zipfFollowsItsLaw()
{
    QFETCH(double, exponent);
    const Zipf zipf(1000, exponent);
    double total = 0;
    for (std::uint32_t rank = 0; rank < 1000; ++rank)
        total += zipf.probability(rank);
    QVERIFY(std::abs(total - 1) < 1e-9);
    QVERIFY(std::abs(zipf.probability(0) / zipf.probability(99) - std::pow(100, exponent)) < 1e-6);
    QCOMPARE(zipf.probability(1000), 0.0);
}

void SourceTest::zipfClampsItsArgument()
{
    const Zipf zipf(10, 1);
    QCOMPARE(zipf.rankAt(-1), 0U);
    QCOMPARE(zipf.rankAt(0), 0U);
    QCOMPARE(zipf.rankAt(0.9999999), 9U);
    QCOMPARE(zipf.rankAt(1), 9U);
    QCOMPARE(Zipf(1, 2).rankAt(0.5), 0U);
}

void SourceTest::sameSeedSameEvents()
{
    EventSource one(100, 1, 7);
    EventSource two(100, 1, 7);
    for (int i = 0; i < 200; ++i)
        QVERIFY(one.next({}) == two.next({}));
    EventSource other(100, 1, 8);
    bool differs = false;
    EventSource again(100, 1, 7);
    for (int i = 0; i < 20; ++i)
        differs = differs || !(again.next({}) == other.next({}));
    QVERIFY(differs);
}

void SourceTest::popularEntitiesComeOften()
{
    constexpr int draws = 20'000;
    EventSource source(1000, 1, 3);
    std::map<EntityId, int> counts;
    for (int i = 0; i < draws; ++i)
        ++counts[source.next({.popularity = 1.0, .duplicateShare = 0}).entity];
    const double expected = Zipf(1000, 1.0).probability(0) * draws;
    QVERIFY(std::abs(counts[0] - expected) < 5 * std::sqrt(expected));
    QVERIFY(counts[0] > 5 * counts[20]);
}

void SourceTest::everyEventComesAtLeastOnce()
{
    EventSource source(100, 1, 3);
    std::map<EventId, int> seen;
    constexpr int deliveries = 20'000;
    for (int i = 0; i < deliveries; ++i)
        ++seen[source.next({.duplicateShare = 0.1}).id];
    QCOMPARE(seen.size(), source.position() - 1);
    QCOMPARE(seen.rbegin()->first, source.position() - 1);
    const double repeated = 1.0 - static_cast<double>(seen.size()) / deliveries;
    QVERIFY2(repeated > 0.07 && repeated < 0.11, qPrintable(QString::number(repeated)));
    for (const auto &[id, times] : seen)
        QVERIFY(times <= 2);
}

void SourceTest::malformedShareIsKept()
{
    EventSource source(100, 1, 3);
    int malformed = 0;
    for (int i = 0; i < 10'000; ++i) {
        if (source.next({.duplicateShare = 0, .malformedShare = 0.1}).payload.find("unknown") !=
            std::string::npos)
            ++malformed;
    }
    QVERIFY(malformed > 850 && malformed < 1150);
}

void SourceTest::arrivalsFollowTheRate()
{
    EventSource source(100, 1, 3);
    TimePoint now(1h);
    QCOMPARE(source.arrivals(now, 200), 0U);
    unsigned total = 0;
    for (int i = 0; i < 6000; ++i)
        total += source.arrivals(now += 10ms, 200);
    QVERIFY(total > 11'500 && total < 12'500);
    QCOMPARE(source.arrivals(now += 10ms, 0), 0U);
}

void SourceTest::aStalledReaderFindsTwoSeconds()
{
    EventSource source(100, 1, 3);
    TimePoint now(1h);
    (void)source.arrivals(now, 100);
    const unsigned waiting = source.arrivals(now + 10min, 100);
    QVERIFY(waiting > 120 && waiting < 280);
}

void SourceTest::scenarioNamesRoundTrip()
{
    std::set<std::string_view> names;
    for (const Scenario scenario : allScenarios) {
        QCOMPARE(scenarioNamed(nameOf(scenario)), std::optional(scenario));
        names.insert(nameOf(scenario));
    }
    QCOMPARE(names.size(), allScenarios.size());
    QVERIFY(!scenarioNamed("Steady"));
    QVERIFY(!scenarioNamed(""));
}

void SourceTest::incidentComesAndGoes_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<bool>("disturbed");
    QTest::newRow("start") << 0 << false;
    QTest::newRow("just before") << 9 << false;
    QTest::newRow("begins") << 10 << true;
    QTest::newRow("last second") << 39 << true;
    QTest::newRow("ends") << 40 << false;
    QTest::newRow("calm") << 59 << false;
    QTest::newRow("comes again") << 60 << true;
    QTest::newRow("goes again") << 90 << false;
}

void SourceTest::incidentComesAndGoes()
{
    QFETCH(int, seconds);
    QFETCH(bool, disturbed);
    const IncidentTiming timing{.after = 10s, .length = 30s, .pause = 20s};
    const Weather weather = weatherAt(Scenario::Incident, std::chrono::seconds(seconds), timing);
    QCOMPARE(weather.faults.slowdown > 10, disturbed);
    QCOMPARE(weather.faults.rejectShare > 0.1, disturbed);
    QCOMPARE(weather.load.popularity < 1, disturbed);
    QCOMPARE(weather.load.eventsPerSecond > 200, disturbed);
    QCOMPARE(weatherAt(Scenario::Steady, std::chrono::seconds(seconds), timing).faults.slowdown, 1.0);
}

void SourceTest::selectingBeginsAnew()
{
    const TimePoint start(1h);
    ScenarioControl control(Scenario::Incident, {.after = 10s, .length = 10s, .pause = 10s}, start);
    QVERIFY(control.weather(start + 12s).faults.slowdown > 10);
    control.select(Scenario::Incident, start + 12s);
    QVERIFY(control.weather(start + 13s).faults.slowdown <= 1);
    control.selectNext(start + 13s);
    QCOMPARE(control.current(), Scenario::Steady);
    control.selectNext(start + 14s);
    QCOMPARE(control.current(), Scenario::Burst);
    QVERIFY(control.weather(start + 15s).load.eventsPerSecond > 1000);
}

} // namespace

SIGHTGLASS_TEST(SourceTest)

#include "sourcetest.moc"
