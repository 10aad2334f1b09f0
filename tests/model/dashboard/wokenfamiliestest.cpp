// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/autoplan.h"
#include "tests/model/dashboard/dashboardprobe.h"
#include "tests/model/dashboard/gridcheck.h"
#include "tests/support/testcase.h"

#include <QElapsedTimer>
#include <QTest>

#include <map>

namespace {

using namespace sightglass;
using namespace sightglass::test;

constexpr TimestampMs start = probeStart;
constexpr int settled = 20; ///< seconds after which constants can be told

/// Thirty families that move, and what is said besides.
QByteArray pageAt(int second, const QByteArray &more)
{
    QByteArray page;
    for (int i = 0; i < 30; ++i)
        page += "area" + QByteArray::number(i % 6) + "_moving" + QByteArray::number(i) + "_total " +
                QByteArray::number(second * (i + 1)) + "\n";
    return page + more;
}

/// Constant for that long, then growing.
QByteArray growingSince(int since, int second)
{
    return QByteArray::number(second < since ? 3 : 3 + second - since);
}

QByteArray folded(int second)
{
    return "pool_limit 7\npool_idle 0\n# TYPE pool_waits histogram\npool_waits_bucket{le=\"1\"} " +
           growingSince(22, second) + "\npool_waits_bucket{le=\"+Inf\"} " + growingSince(22, second) +
           "\npool_waits_sum 1\npool_waits_count " + growingSince(22, second) + "\npool_wakes_total " +
           growingSince(23, second) + "\npool_hash " + QByteArray::number(second * 77) +
           "\npool_info{version=\"" + QByteArray::number(second / 22) + "\"} 1\n";
}

class WokenFamiliesTest : public test::TestCase
{
    Q_OBJECT

private:
    static DashboardSubject subject() { return {"auto-svc", "svc", target()}; }

    template<typename More>
    static void scrape(Head &head, int from, int to, More more)
    {
        for (int second = from; second <= to; ++second)
            QVERIFY(loadExposition(head, pageAt(second, more(second)), target(), start + second * 1000) > 0);
    }
    static TimeRange seconds(int from, int to) { return {start + from * 1000, start + to * 1000}; }

    static std::map<std::string, GridPosition> openPlaces(const DashboardSpec &dashboard)
    {
        std::map<std::string, GridPosition> places;
        for (const PanelSpec &panel : dashboard.panels) {
            const auto *row = std::get_if<RowOptions>(&panel.options);
            if (row != nullptr && row->collapsed)
                break;
            places[panel.id] = panel.grid;
        }
        return places;
    }

private Q_SLOTS:
    void whatBeginsToChangeUnfolds()
    {
        Head head;
        scrape(head, 0, settled, folded);
        const AutoPlan before = automaticPlan(*head.snapshot(), subject(), start + settled * 1000);
        const DashboardSpec shown = laidOut(before);
        for (const char *constant : {"pool_limit", "pool_idle", "pool_wakes_total", "pool_waits_count"}) {
            QVERIFY2(tableUnder(shown, "Unchanged so far").contains(QLatin1String(constant)), constant);
            QVERIFY2(panelFor(shown, constant) == nullptr, constant);
        }
        QVERIFY(wokenFamilies(*head.snapshot(), before, seconds(0, settled)).empty());

        scrape(head, settled + 1, settled + 4, folded);
        const std::vector<std::string> woken =
            wokenFamilies(*head.snapshot(), before, seconds(settled, settled + 4));
        // A hash that is another one is no news, nor is a version.
        QCOMPARE(woken, (std::vector<std::string>{"pool_waits", "pool_wakes_total"}));
        const AutoPlan after = withWoken(before, woken);
        const DashboardSpec unfolded = laidOut(after);
        QVERIFY(panelFor(unfolded, "pool_wakes_total") != nullptr);
        QVERIFY(panelFor(unfolded, "pool_waits:heatmap") != nullptr);
        QVERIFY(!tableUnder(unfolded, "Unchanged so far").contains(QLatin1String("pool_wa")));
        QVERIFY(tableUnder(unfolded, "Unchanged so far").contains(QLatin1String("pool_limit")));
        QCOMPARE(gridComplaints(unfolded), QString());
        QCOMPARE(emptyPanels(head, unfolded, start + (settled + 4) * 1000), QString());
        // Nothing that was open has moved.
        const auto places = openPlaces(unfolded);
        for (const auto &[id, place] : openPlaces(shown))
            QVERIFY2(places.at(id) == place, id.c_str());
        QVERIFY(places.size() > openPlaces(shown).size());
        QVERIFY(wokenFamilies(*head.snapshot(), after, seconds(settled, settled + 4)).empty());
    }

    /// One of very many series is enough, wherever it is.
    void oneSeriesOfMany()
    {
        const auto many = [](int moving) {
            return [moving](int second) {
                QByteArray page;
                for (int i = 0; i < 200; ++i)
                    page += "shard_state{shard=\"" + QByteArray::number(i) + "\"} " +
                            QByteArray::number(i == moving ? second : 5) + "\n";
                return page;
            };
        };
        for (const int moving : {-1, 0, 101, 199}) {
            Head head;
            scrape(head, 0, settled, many(moving));
            const AutoPlan plan = automaticPlan(*head.snapshot(), subject(), start + settled * 1000);
            QCOMPARE(tableUnder(laidOut(plan), "Unchanged so far").contains(QLatin1String("shard_state")),
                     moving < 0);
        }
        Head head;
        scrape(head, 0, settled, many(-1));
        const AutoPlan plan = automaticPlan(*head.snapshot(), subject(), start + settled * 1000);
        scrape(head, settled + 1, settled + 3, many(101));
        QCOMPARE(wokenFamilies(*head.snapshot(), plan, seconds(settled, settled + 3)),
                 std::vector<std::string>{"shard_state"});
    }

    /// Told, not judged: what it costs where there is much.
    void fiftyThousandSeries()
    {
        Head head;
        const auto append = [&head](int second) {
            const TimestampMs t = start + second * 1000;
            for (int family = 0; family < 500; ++family) {
                const bool moves = family < 100 || (family == 400 && second > settled);
                const Labels named = target().with(metricNameLabel, "area" + std::to_string(family % 20) +
                                                                        "_n" + std::to_string(family));
                for (int i = 0; i < 100; ++i) {
                    const Labels labels = named.with("shard", std::to_string(i));
                    QVERIFY(head.append(head.seriesFor(labels), t, moves ? second * i : 7).ok());
                }
            }
            head.commit();
        };
        for (int second = 0; second <= settled; ++second)
            append(second);
        auto snapshot = head.snapshot();
        QElapsedTimer timer;
        timer.start();
        const AutoPlan plan = automaticPlan(*snapshot, subject(), start + settled * 1000);
        const qint64 planned = timer.restart();
        for (int second = settled + 1; second <= settled + 3; ++second)
            append(second);
        snapshot = head.snapshot();
        timer.restart();
        const auto woken = wokenFamilies(*snapshot, plan, seconds(settled - 2, settled + 3));
        qInfo("50,000 series: planned in %lld ms, looked at in %lld ms", static_cast<long long>(planned),
              static_cast<long long>(timer.elapsed()));
        QCOMPARE(woken, std::vector<std::string>{"area0_n400"});
    }

    /// What comes and goes does not change by that.
    void staleIsNoChange()
    {
        Head head;
        scrape(head, 0, settled, folded);
        const AutoPlan plan = automaticPlan(*head.snapshot(), subject(), start + settled * 1000);
        scrape(head, settled + 1, settled + 1, [](int) { return QByteArray(); });
        QVERIFY(wokenFamilies(*head.snapshot(), plan, seconds(settled, settled + 1)).empty());
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(wokenFamilies(*head.snapshot(), plan, seconds(0, 60), stop.get_token()).empty());
    }
};

SIGHTGLASS_TEST(WokenFamiliesTest)

} // namespace

#include "wokenfamiliestest.moc"
