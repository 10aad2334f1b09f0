// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assist/whatmoved.h"

#include "model/assist/showingpanels.h"
#include "model/storage/head.h"
#include "parser/promql/parse.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <cmath>
#include <limits>

namespace {

using namespace sightglass;

constexpr TimestampMs moment = 1'700'000'000'000;
constexpr std::int64_t step = 15'000;

Labels series(const char *name, const char *instance = "a")
{
    return Labels::withName(name, {{"instance", instance}});
}

/// Samples from half an hour before the moment to five minutes after it; `of` is told seconds from the
/// moment.
template<typename Value>
void fill(Head &head, const Labels &labels, Value of, std::int64_t fromMs = -1800'000,
          std::int64_t toMs = 300'000)
{
    const SeriesId id = head.seriesFor(labels);
    for (std::int64_t t = fromMs; t <= toMs; t += step)
        QVERIFY(head.append(id, moment + t, of(static_cast<double>(t) / 1000)).ok());
    head.commit();
}

MoveAnswer ask(Head &head)
{
    MoveQuestion question;
    question.at = moment;
    return whatMoved(*head.snapshot(), question);
}

PanelSpec panel(const char *expr)
{
    PanelSpec made;
    made.queries.push_back({expr, {}});
    return made;
}

class WhatMovedTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    /// What begins everywhere at once is told of the alert's own instance first.
    void whatIsNearComesFirstAmongEquals()
    {
        Head head(Retention{1LL << 50, std::size_t{1} << 30U});
        const auto begins = [](double t) { return t > 0 ? 7 : 0; };
        for (const char *instance : {"a", "b", "c"})
            fill(head, series("errors", instance), begins);
        MoveQuestion question;
        question.at = moment;
        question.about = Labels(std::vector<Label>{{"alertname", "Failing"}, {"instance", "c"}});
        const MoveAnswer answer = whatMoved(*head.snapshot(), question);
        QCOMPARE(answer.moved.size(), std::size_t{3});
        QCOMPARE(answer.moved.front().labels.value("instance"), std::string_view("c"));
        QCOMPARE(answer.moved.back().labels.value("instance"), std::string_view("b"));
    }

    void whatJumpsComesFirst()
    {
        Head head(Retention{1LL << 50, std::size_t{1} << 30U});
        const auto noise = [](double t) { return std::sin(t * 12.9898) * 0.5; };
        fill(head, series("calm"), [&](double t) { return 10 + noise(t); });
        fill(head, series("constant"), [](double) { return 4; });
        fill(head, series("jumps"), [&](double t) { return (t > 0 ? 90 : 10) + noise(t); });
        fill(head, series("shifts"), [&](double t) { return (t > 0 ? 13 : 10) + noise(t); });
        fill(head, series("from_nothing"), [](double t) { return t > 0 ? 1 : 0; });
        const MoveAnswer answer = ask(head);
        QVERIFY(answer.complete);
        QCOMPARE(answer.series, std::size_t{5});
        std::vector<std::string> names;
        for (const MovedSeries &moved : answer.moved)
            names.emplace_back(moved.labels.metricName());
        QCOMPARE(names, (std::vector<std::string>{"from_nothing", "jumps", "shifts"}));
        QVERIFY(std::abs(answer.moved[1].before - 10) < 1);
        QVERIFY(std::abs(answer.moved[1].after - 90) < 1);
    }

    /// Not all that jumped is alike: the further by its own measure the earlier; what was constantly 0 has
    /// none, and the sooner it moved the earlier.
    void nothingTies()
    {
        Head head(Retention{1LL << 50, std::size_t{1} << 30U});
        fill(head, series("twice"), [](double t) { return t > 0 ? 20 : 10; });
        fill(head, series("tenfold"), [](double t) { return t > 0 ? 100 : 10; });
        fill(head, series("hundredfold"), [](double t) { return t > 0 ? 1000 : 10; });
        fill(head, series("hundredth"), [](double t) { return t > 0 ? 10 : 990; });
        fill(head, series("a_later_one"), [](double t) { return t > 20 ? 5 : 0; });
        fill(head, series("b_sooner_one"), [](double t) { return t > 0 ? 5 : 0; });
        const MoveAnswer answer = ask(head);
        std::vector<std::string> names;
        for (const MovedSeries &moved : answer.moved)
            names.emplace_back(moved.labels.metricName());
        QCOMPARE(names, (std::vector<std::string>{"b_sooner_one", "a_later_one", "hundredfold", "hundredth",
                                                  "tenfold", "twice"}));
        QCOMPARE(answer.moved[0].score, mostMoveScore);
        QVERIFY(answer.moved[2].score < mostMoveScore);
    }

    /// What an earlier run has left of alerts is no time to compare with.
    void theTimeBeforeIsThatOfTheData()
    {
        Head head(Retention{1LL << 50, std::size_t{1} << 30U});
        const Labels left = Labels::withName("ALERTS_FOR_STATE", {{"alertname", "x"}});
        QVERIFY(head.append(head.seriesFor(left), moment - 1500'000, 1).ok());
        fill(
            head, series("jumps"), [](double t) { return t > 0 ? 9 : 1; }, -90'000);
        const MoveAnswer answer = ask(head);
        QCOMPARE(answer.moved.size(), std::size_t{1});
        QCOMPARE(answer.beforeMs, std::int64_t{90'000});
    }

    /// A counter's level means nothing: it always grows.
    void countersByTheirRates()
    {
        Head head(Retention{1LL << 50, std::size_t{1} << 30U});
        fill(head, series("requests_total"), [](double t) { return 1e6 + t * 5; });
        fill(head, series("errors_total"), [](double t) { return 1e4 + (t > 0 ? t * 3 : 0.0); });
        fill(head, series("restarts_total"), [](double t) { return t < -60 ? 7e5 + t : 100 + t; });
        const MoveAnswer answer = ask(head);
        QCOMPARE(answer.moved.size(), std::size_t{1});
        QCOMPARE(answer.moved.front().labels.metricName(), std::string_view("errors_total"));
        QCOMPARE(answer.moved.front().kind, MoveKind::Rate);
        QVERIFY(std::abs(answer.moved.front().after - 3) < 0.01);
    }

    void whatComesAndGoes()
    {
        Head head(Retention{1LL << 50, std::size_t{1} << 30U});
        fill(head, series("steady"), [](double) { return 1; });
        fill(
            head, series("comes"), [](double) { return 1; }, step);
        fill(
            head, series("goes"), [](double) { return 1; }, -1800'000, 0);
        QVERIFY(head.append(head.seriesFor(series("goes")), moment + step, staleMarker()).ok());
        head.commit();
        const MoveAnswer answer = ask(head);
        QCOMPARE(answer.moved.size(), std::size_t{2});
        QVERIFY(std::any_of(answer.moved.begin(), answer.moved.end(), [](const MovedSeries &moved) {
            return moved.kind == MoveKind::Appeared && moved.labels.metricName() == "comes";
        }));
        QVERIFY(std::any_of(answer.moved.begin(), answer.moved.end(), [](const MovedSeries &moved) {
            return moved.kind == MoveKind::Vanished && moved.labels.metricName() == "goes";
        }));
    }

    /// What moved before the moment, or long after it, is not what moved with it.
    void atTheMomentOnly()
    {
        Head head(Retention{1LL << 50, std::size_t{1} << 30U});
        fill(head, series("then"), [](double t) { return t > 0 ? 9 : 1; });
        fill(head, series("earlier"), [](double t) { return t > -600 ? 9 : 1; });
        fill(head, series("later"), [](double t) { return t > 120 ? 9 : 1; });
        fill(
            head, series("gone_later"), [](double) { return 1; }, -1800'000, 120'000);
        QVERIFY(head.append(head.seriesFor(series("gone_later")), moment + 135'000, staleMarker()).ok());
        fill(
            head, series("gone_before"), [](double) { return 1; }, -1800'000, -240'000);
        QVERIFY(head.append(head.seriesFor(series("gone_before")), moment - 225'000, staleMarker()).ok());
        head.commit();
        const MoveAnswer answer = ask(head);
        QCOMPARE(answer.moved.size(), std::size_t{1});
        QCOMPARE(answer.moved[0].labels.metricName(), std::string_view("then"));
        QCOMPARE(answer.beforeMs, std::int64_t{1800'000});
        QCOMPARE(answer.afterMs, std::int64_t{60'000});
    }

    /// The value of what vanished is what it was, not 0, nor a counter's rate.
    void valuesOfWhatVanished()
    {
        Head head(Retention{1LL << 50, std::size_t{1} << 30U});
        for (const char *name : {"jobs_total", "depth"}) {
            fill(
                head, series(name), [](double) { return 7; }, -300'000, 0);
            QVERIFY(head.append(head.seriesFor(series(name)), moment + step, staleMarker()).ok());
        }
        head.commit();
        const MoveAnswer answer = ask(head);
        QCOMPARE(answer.moved.size(), std::size_t{2});
        for (const MovedSeries &moved : answer.moved) {
            QCOMPARE(moved.kind, MoveKind::Vanished);
            QCOMPARE(moved.before, 7.0);
        }
        QCOMPARE(answer.beforeMs, std::int64_t{300'000});
    }

    void scores_data()
    {
        using Values = std::vector<double>;
        constexpr double nan = std::numeric_limits<double>::quiet_NaN();
        QTest::addColumn<Values>("before");
        QTest::addColumn<Values>("after");
        QTest::addColumn<double>("least");
        QTest::addColumn<double>("most");
        QTest::newRow("the same") << Values{1, 2, 3, 2} << Values{2, 2} << 0.0 << 0.0;
        QTest::newRow("one outlier is no move") << Values{1, 1, 1, 900, 1} << Values{1, 1, 1} << 0.0 << 0.0;
        QTest::newRow("doubled") << Values{10, 11, 9, 10} << Values{20, 20} << 6.0 << 15.0;
        QTest::newRow("bounded") << Values{0, 0, 0} << Values{1e300} << mostMoveScore << mostMoveScore;
        QTest::newRow("from one end to the other")
            << Values{-1.7e308, -1.7e308, -1.7e308} << Values{1.7e308} << 50.0 << 200.0;
        QTest::newRow("too few") << Values{1, 1} << Values{5} << 0.0 << 0.0;
        QTest::newRow("no numbers") << Values{nan, nan, nan} << Values{5} << 0.0 << 0.0;
        QTest::newRow("nothing") << Values{} << Values{} << 0.0 << 0.0;
        QTest::newRow("a tremor of a constant") << Values{100, 100, 100} << Values{101} << 0.1 << 1.0;
    }

    void scores()
    {
        QFETCH(const std::vector<double>, before);
        QFETCH(const std::vector<double>, after);
        QFETCH(const double, least);
        QFETCH(const double, most);
        const double score = moveScore(before, after);
        QVERIFY2(score >= least && score <= most, qPrintable(QString::number(score)));
    }

    void isBounded()
    {
        Head head(Retention{1LL << 50, std::size_t{1} << 30U});
        for (int i = 0; i < 30; ++i)
            fill(head, series("jumps", std::to_string(i).c_str()), [](double t) { return t > 0 ? 9 : 1; });
        MoveQuestion question;
        question.at = moment;
        question.most = 7;
        QCOMPARE(whatMoved(*head.snapshot(), question).moved.size(), std::size_t{7});
        question.mostSeries = 10;
        const MoveAnswer cut = whatMoved(*head.snapshot(), question);
        QVERIFY(!cut.complete);
        QCOMPARE(cut.series, std::size_t{10});
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(!whatMoved(*head.snapshot(), question, stop.get_token()).complete);
    }

    void panelsThatShow_data()
    {
        QTest::addColumn<QByteArray>("expr");
        QTest::addColumn<bool>("shows");
        QTest::newRow("name") << QByteArray("http_errors_total") << true;
        QTest::newRow("within functions")
            << QByteArray("sum(rate(http_errors_total{code=~\"5..\"}[5m]))") << true;
        QTest::newRow("variables")
            << QByteArray("rate(http_errors_total{code=\"$code\",job=~\"${job:regex}\"}[$__rate_interval])")
            << true;
        QTest::newRow("another") << QByteArray("http_requests_total") << false;
        QTest::newRow("another code") << QByteArray("http_errors_total{code!~\"5..\"}") << false;
        QTest::newRow("by expression") << QByteArray("{__name__=~\"http_.*\"}") << true;
        QTest::newRow("broken") << QByteArray("sum(") << false;
    }

    void panelsThatShow()
    {
        QFETCH(const QByteArray, expr);
        QFETCH(const bool, shows);
        const Labels labels = Labels::withName("http_errors_total", {{"code", "503"}, {"job", "api"}});
        const PanelSelectors selectors(panel(expr.constData()));
        QCOMPARE(selectors.shows(labels), shows);
    }

    void panelsOfARule()
    {
        const PanelSelectors selectors(panel("rate(http_errors_total[$__rate_interval])"));
        QVERIFY(selectors.isAbout(**promql::parseExpr("sum(rate(http_errors_total[5m])) > 3")));
        QVERIFY(!selectors.isAbout(**promql::parseExpr("up == 0")));
        // A dashboard of one target has alerts of that target.
        const PanelSelectors bound(panel("rate(http_errors_total{instance=\"a:1\"}[5m])"));
        const auto expr = *promql::parseExpr("http_errors_total > 3");
        const auto alert = [](const char *instance) {
            return Labels(std::vector<Label>{{"alertname", "A"}, {"instance", instance}});
        };
        QVERIFY(bound.isAbout(*expr, alert("a:1")));
        QVERIFY(!bound.isAbout(*expr, alert("b:1")));
        QVERIFY(bound.isAbout(*expr, Labels()));
    }
};

} // namespace

SIGHTGLASS_TEST(WhatMovedTest)

#include "whatmovedtest.moc"
