// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/panelevents.h"

#include "model/dashboard/panelquery.h"
#include "model/storage/head.h"
#include "parser/promql/parse.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <limits>

namespace {

using namespace sightglass;

constexpr TimestampMs start = 1'700'000'000'000;
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
const double stale = staleMarker();

/// One value a second.
void put(Head &head, const Labels &labels, const std::vector<double> &values)
{
    const SeriesId id = head.seriesFor(labels);
    for (std::size_t i = 0; i < values.size(); ++i)
        (void)head.append(id, start + static_cast<TimestampMs>(i) * 1000, values[i]);
    head.commit();
}

Labels of(const char *name, const char *instance, std::vector<Label> more = {})
{
    more.push_back({"instance", instance});
    more.push_back({"job", "j"});
    return Labels::withName(name, std::move(more));
}

/// Two targets. The first one's process is another from the 4th scrape on, and it failed at the 3rd. The
/// second one tells no start time; its counters fall at the 5th.
std::shared_ptr<const Snapshot> store()
{
    Head head;
    put(head, of("up", "x"), {1, 1, 0, 1, 1, 1, 1});
    put(head, of("up", "y"), {1, 1, 1, 1, 1, 1, 1});
    put(head, of("up", "z"), {0, 0, 0, 0, 0, 0, 0});
    put(head, of("process_start_time_seconds", "x"), {100, 100.5, stale, 110, 110, 110, 110});
    put(head, of("a_total", "x"), {5, 6, stale, 1, 2, 3, 4});
    put(head, of("b_total", "x"), {5, 6, stale, 1, 2, 3, 1});
    put(head, of("a_total", "y"), {5, 6, 7, 8, 1, 2, 3});
    put(head, of("b_total", "y"), {5, 6, 7, 8, 2, 2, 3});
    put(head, of("lone_total", "y"), {5, 6, notANumber, 2, 2, 2, 3});
    put(head, of("temperature", "y"), {5, 4, 3, 4, 2, 1, 3});
    for (const char *le : {"1", "2", "+Inf"})
        put(head, of("h_bucket", "y", {{"le", le}}), {5, 6, 7, 1, 2, 3, 4});
    put(head, of("h_count", "y"), {5, 6, 7, 1, 2, 3, 4});
    put(head, Labels::withName("orphan_total"), {3, 2, 3, 4, 5, 6, 7});
    head.setMetadata("temperature", {MetricType::Gauge, "", ""});
    head.setMetadata("h", {MetricType::Histogram, "", ""});
    return head.snapshot();
}

PanelData ask(const Snapshot &snapshot, const std::vector<std::string> &queries, TimeRange range)
{
    PanelData data;
    data.range = range;
    std::vector<promql::ExprPtr> exprs;
    for (const std::string &query : queries)
        exprs.push_back(promql::parseExpr(query).value());
    addEvents(data, snapshot, exprs, {});
    return data;
}

QString text(const PanelData &data)
{
    static constexpr std::array<const char *, 4> names{"reset", "restart", "failed", "hole"};
    QStringList all;
    for (const PanelEvent &event : data.events) {
        const QString subject = event.subject.metricName().empty()
                                    ? QString::fromStdString(std::string(event.subject.value("instance")))
                                    : QString::fromStdString(std::string(event.subject.metricName()));
        all.append(QStringLiteral("%1 %2 %3")
                       .arg((event.t - start) / 1000)
                       .arg(QLatin1String(names.at(static_cast<std::size_t>(event.kind))), subject));
        if (event.kind == PanelEvent::Kind::NotScraped)
            all.back() += QStringLiteral(" since %1").arg((event.since - start) / 1000);
    }
    return all.join(QStringLiteral("; "));
}

class PanelEventsTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void queries_data();
    void queries();
    void aResetBetweenTheRangesEndsOnly();
    void theNumberBeforeIsFound_data();
    void theNumberBeforeIsFound();
    void nativeCounters();
    void typesOfEachTarget();
    void isBounded();
    void whatIsKeptStaysWhileTimeMovesOn();
    void areLookedForOnceAStep_data();
    void areLookedForOnceAStep();
    void aRangeThatStandsStillIsLookedThrough();
    void restartsComeFirst();
    void isCancelled();
    void holes_data();
    void holes();
    void aHoleIsToldOnceWhileTimeMovesOn();
    void holesAmongIntervals_data();
    void holesAmongIntervals();
    void aHoleIsToldFromTheSecondScrapeBehindItOn();
    void panels_data();
    void panels();
};

void PanelEventsTest::queries_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *query, const char *expected) {
        QTest::newRow(query) << QString::fromLatin1(query) << QString::fromLatin1(expected);
    };
    row("rate(a_total{instance=\"x\"}[5m])", "2 failed x; 3 restart x");
    row("rate(b_total{instance=\"x\"}[5m])", "2 failed x; 3 restart x; 6 reset b_total");
    row("rate(a_total{instance=\"y\"}[5m])", "4 reset a_total");
    row("sum(rate(a_total{instance=\"y\"}[5m])) / sum(rate(b_total{instance=\"y\"}[5m]))", "4 restart y");
    row("a_total", "2 failed x; 3 restart x; 4 reset a_total");
    row("lone_total", "3 reset lone_total");
    row("temperature", "");
    row("rate(temperature[1m])", "");
    row("max_over_time(process_start_time_seconds[1m])", "2 failed x; 3 restart x");
    row("rate(h_bucket[1m])", "3 reset h");
    row("rate(h_bucket[1m]) + ignoring(le) group_left() h_count", "3 reset h");
    row("histogram_quantile(0.9, sum by (le) (increase(h_bucket[1m])))", "3 reset h");
    row("orphan_total", "1 reset orphan_total");
    row("a_total{instance=\"y\"} offset 1m", "");
    row("none", "");
    row("1 + 1", "");
    row("up{instance=\"z\"}",
        "0 failed z; 1 failed z; 2 failed z; 3 failed z; 4 failed z; 5 failed z; 6 failed z");
}

void PanelEventsTest::queries()
{
    QFETCH(QString, query);
    QFETCH(QString, expected);
    QCOMPARE(text(ask(*store(), {query.toStdString()}, {start, start + 6000})), expected);
}

void PanelEventsTest::aResetBetweenTheRangesEndsOnly()
{
    // The sample before the range is looked at, the reset before it is not told.
    QCOMPARE(text(ask(*store(), {"a_total{instance=\"y\"}"}, {start + 4000, start + 6000})),
             QStringLiteral("4 reset a_total"));
    QCOMPARE(text(ask(*store(), {"a_total{instance=\"y\"}"}, {start + 5000, start + 6000})), QString());
    QCOMPARE(text(ask(*store(), {"a_total{instance=\"x\"}"}, {start + 3000, start + 3000})),
             QStringLiteral("3 restart x"));
    QCOMPARE(text(ask(*store(), {"a_total", "a_total", "rate(a_total[1m])"}, {start, start + 6000})),
             QStringLiteral("2 failed x; 3 restart x; 4 reset a_total"));
}

void PanelEventsTest::theNumberBeforeIsFound_data()
{
    QTest::addColumn<std::vector<Sample>>("before");
    QTest::addColumn<bool>("isTold");
    const auto row = [](const char *name, const std::vector<Sample> &before, bool isTold) {
        QTest::newRow(name) << before << isTold;
    };
    row("a second before", {{start - 1000, 9}}, true);
    row("half a minute before", {{start - 30'000, 9}}, true);
    row("behind a stale marker", {{start - 2000, 9}, {start - 1000, stale}}, true);
    row("long before a stale marker", {{start - 40'000, 9}, {start - 1000, stale}}, true);
    row("long before one that is no number", {{start - 40'000, 9}, {start - 1000, notANumber}}, true);
    row("too long ago", {{start - 90'000, 9}}, false);
}

void PanelEventsTest::theNumberBeforeIsFound()
{
    QFETCH(const std::vector<Sample>, before);
    QFETCH(const bool, isTold);
    Head head;
    const SeriesId id = head.seriesFor(of("a_total", "x"));
    for (const Sample &sample : before)
        QVERIFY(head.append(id, sample.t, sample.v));
    QVERIFY(head.append(id, start, 1));
    head.commit();
    QCOMPARE(text(ask(*head.snapshot(), {"a_total"}, {start, start + 1000})),
             isTold ? QStringLiteral("0 reset a_total") : QString());
}

void PanelEventsTest::nativeCounters()
{
    Head head;
    const SeriesId id = head.seriesFor(of("n", "x"));
    for (int i = 0; i < 6; ++i) {
        FloatHistogram histogram;
        histogram.count = i < 3 ? 10 + i : i;
        histogram.positive = {{1}, {histogram.count}};
        (void)head.append(id, start + i * 1000, std::make_shared<FloatHistogram>(histogram));
    }
    head.commit();
    QCOMPARE(text(ask(*head.snapshot(), {"rate(n[1m])"}, {start, start + 6000})),
             QStringLiteral("3 reset n"));
}

/// Many counters of several targets that fall all the time, and targets that fail every other time.
std::shared_ptr<const Snapshot> hostileStore()
{
    Head head;
    for (int target = 0; target < 20; ++target) {
        const std::string instance = "t" + std::to_string(target);
        for (int i = 0; i < 20; ++i) {
            std::vector<double> values;
            for (int k = 0; k < 500; ++k)
                values.push_back((k + i) % 3);
            put(head, of("c_total", instance.c_str(), {{"i", std::to_string(i)}}), values);
        }
        std::vector<double> ups;
        for (int k = 0; k < 500; ++k)
            ups.push_back(k % 2);
        put(head, of("up", instance.c_str()), ups);
    }
    return head.snapshot();
}

/// The same name may be a counter here and a gauge there: only the counter is reset.
void PanelEventsTest::typesOfEachTarget()
{
    Head head;
    const MetricMetadata counter{MetricType::Counter, "", ""};
    const MetricMetadata gauge{MetricType::Gauge, "", ""};
    for (const char *instance : {"x", "y"}) {
        put(head, of("m", instance), {5, 6, 7, 1, 2});
        const MetadataChange says{"m", *instance == 'x' ? &counter : &gauge};
        head.setMetadata(head.addMetadataOwner(of("m", instance).without(metricNameLabel)), {&says, 1});
    }
    const PanelData data = ask(*head.snapshot(), {"m", "rate(m[1m])"}, {start, start + 10'000});
    QCOMPARE(text(data), QStringLiteral("3 reset m"));
    QCOMPARE(data.events.front().subject.value("instance"), std::string_view("x"));
}

void PanelEventsTest::isBounded()
{
    const PanelData data = ask(*hostileStore(), {"rate(c_total[1m])"}, {start, start + 500'000});
    QCOMPARE(data.events.size(), maxPanelEvents);
    QVERIFY(std::ranges::is_sorted(data.events, {}, &PanelEvent::t));
}

void PanelEventsTest::whatIsKeptStaysWhileTimeMovesOn()
{
    Head head;
    put(head, of("m", "x"), std::vector<double>(2000, 1));
    std::vector<double> ups;
    for (int k = 0; k < 2000; ++k)
        ups.push_back(k % 3 == 0 ? 1 : 0);
    put(head, of("up", "x"), ups);
    const auto snapshot = head.snapshot();
    const PanelData before = ask(*snapshot, {"m"}, {start, start + 1'500'000});
    const PanelData after = ask(*snapshot, {"m"}, {start + 1000, start + 1'501'000});
    QVERIFY(before.events.size() > 100 && before.events.size() <= maxPanelEvents);
    std::size_t same = 0;
    for (const PanelEvent &event : after.events)
        same += std::ranges::find(before.events, event) != before.events.end() ? 1 : 0;
    QVERIFY(same + 2 >= before.events.size());
}

/// The answer of `range`, gone on from an earlier one that has the same samples before a time.
PanelData goneOn(const Snapshot &snapshot, const std::shared_ptr<const PanelData> &earlier,
                 TimestampMs sameBefore, TimeRange range, std::int64_t stepMs)
{
    PanelData data;
    data.range = range;
    data.stepMs = stepMs;
    data.continues = Continuation{earlier, sameBefore};
    const std::vector<promql::ExprPtr> exprs{promql::parseExpr("a_total{instance=\"y\"}").value()};
    addEvents(data, snapshot, exprs, {});
    return data;
}

void PanelEventsTest::areLookedForOnceAStep_data()
{
    QTest::addColumn<qint64>("stepMs");
    QTest::addColumn<int>("seen"); ///< the second in which the reset of the 4th is told first
    QTest::newRow("each second") << qint64{1000} << 4;
    QTest::newRow("each 2 s") << qint64{2000} << 4;
    QTest::newRow("each 3 s") << qint64{3000} << 6;
    QTest::newRow("no more seldom than each 10 s") << qint64{60'000} << 10;
}

void PanelEventsTest::areLookedForOnceAStep()
{
    QFETCH(qint64, stepMs);
    QFETCH(int, seen);
    Head head;
    const Labels labels = of("a_total", "y");
    const SeriesId series = head.seriesFor(labels);
    std::shared_ptr<const PanelData> answer;
    for (int second = 0; second <= 12; ++second) {
        const TimestampMs t = start + second * 1000;
        QVERIFY(head.append(series, t, second < 4 ? 10 + second : second));
        head.commit();
        const TimeRange range{t - 60'000, t};
        // What the last column will be is not known: it is not the same.
        auto next = goneOn(*head.snapshot(), answer, t - 3000, range, stepMs);
        QVERIFY(next.eventsKnown);
        QCOMPARE(text(next), second >= seen ? QStringLiteral("4 reset a_total") : QString());
        answer = std::make_shared<const PanelData>(std::move(next));
    }
}

void PanelEventsTest::aRangeThatStandsStillIsLookedThrough()
{
    const auto snapshot = store();
    const auto earlier = std::make_shared<const PanelData>(
        goneOn(*snapshot, nullptr, 0, {start - 60'000, start + 3000}, 60'000));
    QCOMPARE(text(*earlier), QString());
    const auto moved = std::make_shared<const PanelData>(
        goneOn(*snapshot, earlier, start, {start - 60'000, start + 4000}, 60'000));
    QCOMPARE(text(*moved), QString());
    QCOMPARE(text(goneOn(*snapshot, moved, start, {start - 60'000, start + 4000}, 60'000)),
             QStringLiteral("4 reset a_total"));
}

void PanelEventsTest::restartsComeFirst()
{
    Head head;
    std::vector<double> starts(2000, 100);
    std::fill(starts.begin() + 10, starts.end(), 200);
    for (int target = 0; target < 5; ++target) {
        const std::string instance = "t" + std::to_string(target);
        put(head, of("up", instance.c_str()), std::vector<double>(2000, 0));
        put(head, of("m", instance.c_str()), std::vector<double>(2000, 1));
    }
    put(head, of("process_start_time_seconds", "t0"), starts);
    const PanelData data = ask(*head.snapshot(), {"m"}, {start, start + 1'999'000});
    QCOMPARE(data.events.size(), maxPanelEvents);
    QVERIFY(std::ranges::any_of(data.events, [](const PanelEvent &event) {
        return event.kind == PanelEvent::Kind::Restart && event.t == start + 10'000;
    }));
}

void PanelEventsTest::isCancelled()
{
    PanelData data;
    data.range = {start, start + 6000};
    std::stop_source source;
    source.request_stop();
    const std::vector<promql::ExprPtr> exprs{promql::parseExpr("a_total").value()};
    addEvents(data, *store(), exprs, source.get_token());
    QVERIFY(data.events.empty());
}

/// Three targets that the program scraped: x and y each second, until it was closed for 40 s; z each 15 s,
/// and it was taken off the list at the end. w has no series of its own about that.
std::shared_ptr<const Snapshot> storeWithHoles()
{
    Head head;
    const auto scraped = [&head](const char *instance, const std::vector<int> &seconds) {
        for (const char *name : {"up", "m"}) {
            const SeriesId id = head.seriesFor(of(name, instance));
            for (const int second : seconds)
                (void)head.append(id, start + second * 1000, 1);
        }
    };
    std::vector<int> everySecond;
    for (int second = -200; second <= 120; ++second) {
        if (second <= 10 || second >= 50)
            everySecond.push_back(second);
    }
    scraped("x", everySecond);
    std::erase_if(everySecond, [](int second) { return second == 70 || second == 100 || second == 101; });
    scraped("y", everySecond);
    scraped("z", {-150, -135, -120, -105, -90, -75, -60, -45, -30, -15, 0, 60, 75, 90});
    const SeriesId alone = head.seriesFor(of("m", "w"));
    for (const int second : {0, 1, 2, 3, 4, 5, 90})
        (void)head.append(alone, start + second * 1000, 1);
    head.commit();
    return head.snapshot();
}

void PanelEventsTest::holes_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *query, int from, int to, const char *expected) {
        QTest::newRow(name) << QString::fromLatin1(query) << from << to << QString::fromLatin1(expected);
    };
    row("closed for a while", "m{instance=\"x\"}", -100, 120, "50 hole x since 10");
    row("one scrape late is none", "m{instance=\"y\"}", 60, 90, "");
    row("two scrapes are", "m{instance=\"y\"}", 60, 120, "102 hole y since 99");
    row("each target its own", "m{instance=~\"x|z\"}", -100, 120, "50 hole x since 10; 60 hole z since 0");
    row("what is over and not begun again is none", "m{instance=\"z\"}", 70, 120, "");
    row("the range begins in it", "m{instance=\"x\"}", 30, 120, "50 hole x since 10");
    row("the range ends in it", "m{instance=\"x\"}", -20, 30, "50 hole x since 10");
    row("before the range", "m{instance=\"x\"}", 51, 120, "");
    row("nobody scrapes it", "m{instance=\"w\"}", -100, 120, "");
}

void PanelEventsTest::holes()
{
    QFETCH(QString, query);
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(QString, expected);
    QCOMPARE(text(ask(*storeWithHoles(), {query.toStdString()}, {start + from * 1000, start + to * 1000})),
             expected);
}

/// Looked through once a step, from one answer to the next.
void PanelEventsTest::aHoleIsToldOnceWhileTimeMovesOn()
{
    const auto snapshot = storeWithHoles();
    const std::vector<promql::ExprPtr> exprs{promql::parseExpr("m{instance=\"x\"}").value()};
    std::shared_ptr<const PanelData> answer;
    for (int second = 20; second <= 110; ++second) {
        PanelData data;
        data.range = {start + (second - 60) * 1000, start + second * 1000};
        data.continues = Continuation{answer, data.range.to - 3000};
        addEvents(data, *snapshot, exprs, {});
        QCOMPARE(text(data), QStringLiteral("50 hole x since 10"));
        answer = std::make_shared<const PanelData>(std::move(data));
    }
}

/// The seconds from first to last.
std::vector<int> each(int interval, int first, int last)
{
    std::vector<int> seconds;
    for (int second = first; second <= last; second += interval)
        seconds.push_back(second);
    return seconds;
}

std::vector<int> joined(std::vector<int> seconds, const std::vector<int> &more)
{
    seconds.insert(seconds.end(), more.begin(), more.end());
    return seconds;
}

void PanelEventsTest::holesAmongIntervals_data()
{
    QTest::addColumn<std::vector<int>>("scrapes");
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const std::vector<int> &scrapes, int length, const char *expected) {
        QTest::newRow(name) << scrapes << length << QString::fromLatin1(expected);
    };
    constexpr int hour = 3600;
    const std::vector<int> ten = each(600, -2 * hour, 0);
    row("ten minutes", each(600, -2 * hour, 4 * hour), 2 * hour, "");
    row("an hour", each(hour, -9 * hour, 9 * hour), 5 * hour, "");
    row("an hour of ten minutes", joined(ten, each(600, hour, 4 * hour)), 2 * hour, "3600 hole x since 0");
    row("in a short range", joined(ten, each(600, hour, 4 * hour)), 700, "3600 hole x since 0");
    row("from a second to 15", joined(each(1, -100, 0), each(15, 15, 4 * hour)), 300, "");
    row("with a shorter one between", joined(each(1, -100, 0), each(15, 8, 4 * hour)), 300, "");
    row("from a second to ten minutes", joined(each(1, -100, 0), each(600, 599, 4 * hour)), hour, "");
    row("from a second to ten minutes, just now", joined(each(1, -100, 0), {600}), hour, "");
    row("from 15 to a second", joined(each(15, -150, 0), each(1, 1, hour)), 300, "");
    row("from 15 to a second with a hole", joined(each(15, -150, 0), each(1, 100, hour)), 300,
        "100 hole x since 0");
    row("restarted a day ago", joined(each(1, -100, 0), {24 * hour, 24 * hour + 1}), 5 * hour,
        "86400 hole x since 0");
    row("just restarted after a day", joined(each(1, -100, 0), {24 * hour}), 5 * hour,
        "86400 hole x since 0");
    row("too little is known", joined({-2, -1, 0}, each(1, 100, hour)), 300, "");
    row("just enough is", joined({-3, -2, -1, 0}, each(1, 100, hour)), 300, "100 hole x since 0");
}

/// What is told of a time is the same in each range: no marks come and go while time moves on.
void PanelEventsTest::holesAmongIntervals()
{
    QFETCH(const std::vector<int>, scrapes);
    QFETCH(const int, length);
    QFETCH(const QString, expected);
    Head head;
    const SeriesId id = head.seriesFor(of("up", "x"));
    for (const int second : scrapes)
        QVERIFY(head.append(id, start + second * TimestampMs{1000}, 1));
    head.commit();
    const auto snapshot = head.snapshot();
    const int until = expected.section(QLatin1Char(' '), 0, 0).toInt();
    for (int from = scrapes.front() - length; from <= scrapes.back(); from += length / 7) {
        const TimeRange range{start + from * TimestampMs{1000}, start + (from + length) * TimestampMs{1000}};
        const QString found = text(ask(*snapshot, {"up"}, range));
        QVERIFY2(found.isEmpty() || found == expected, qUtf8Printable(found));
        if (!expected.isEmpty() && from <= until && until <= from + length)
            QCOMPARE(found, expected);
    }
}

/// The first one behind might be of a longer interval. What has been told stays.
void PanelEventsTest::aHoleIsToldFromTheSecondScrapeBehindItOn()
{
    Head head;
    const SeriesId id = head.seriesFor(of("up", "x"));
    const std::vector<promql::ExprPtr> exprs{promql::parseExpr("up").value()};
    std::shared_ptr<const PanelData> answer;
    for (const int second : joined(each(15, -300, 0), each(15, 100, 400))) {
        QVERIFY(head.append(id, start + second * 1000, 1));
        head.commit();
        PanelData data;
        data.range = {start + (second - 200) * 1000, start + second * 1000};
        data.continues = Continuation{answer, data.range.to + 1};
        addEvents(data, *head.snapshot(), exprs, {});
        const bool isTold = second >= 115 && second - 200 <= 100;
        QCOMPARE(text(data), isTold ? QStringLiteral("100 hole x since 0") : QString());
        answer = std::make_shared<const PanelData>(std::move(data));
    }
}

void PanelEventsTest::panels_data()
{
    QTest::addColumn<PanelType>("type");
    QTest::addColumn<QString>("expected");
    const QString failed = QStringLiteral("2 failed x");
    QTest::newRow("time series") << PanelType::TimeSeries << failed;
    QTest::newRow("heatmap") << PanelType::Heatmap << failed;
    QTest::newRow("state timeline") << PanelType::StateTimeline << failed;
    QTest::newRow("status history") << PanelType::StatusHistory << failed;
    QTest::newRow("stat has no time axis") << PanelType::Stat << QString();
}

void PanelEventsTest::panels()
{
    QFETCH(PanelType, type);
    PanelSpec spec;
    spec.options = standardOptions(type);
    spec.queries = {{"up{instance=\"x\"}", ""}};
    const PanelData data = queryPanel(*store(), QueryEngine(), spec, {{start, start + 2000}, 1000, 4000});
    QTEST(text(data), "expected");
}

SIGHTGLASS_TEST(PanelEventsTest)

} // namespace

#include "paneleventstest.moc"
