// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/dashboardfeed.h"

#include "model/storage/head.h"
#include "tests/support/settledpool.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>
#include <map>

namespace {

using namespace sightglass;

constexpr TimestampMs start = 1'700'000'000'000;

PanelSpec panel(const std::string &expr, PanelType type = PanelType::TimeSeries)
{
    PanelSpec spec;
    spec.options = standardOptions(type);
    spec.queries = {{expr, {}, false}};
    return spec;
}

class DashboardFeedTest : public sightglass::test::TestCase
{
    Q_OBJECT

private:
    DashboardFeed::Question question()
    {
        const SeriesId id = m_head.seriesFor(Labels::withName("queue_depth"));
        for (int i = 0; i < 30; ++i) {
            if (!m_head.append(id, start + m_written * 1000, static_cast<double>(m_written)))
                qFatal("append failed");
            ++m_written;
        }
        m_head.commit();
        PanelTime time;
        time.range = {start, start + m_written * 1000};
        return {m_head.snapshot(), time};
    }

    Head m_head;
    int m_written = 0;
    std::shared_ptr<QueryPool> m_pool = std::make_shared<QueryPool>(2U);

private Q_SLOTS:
    void visiblePanelsGetTheirData()
    {
        DashboardFeed feed(m_pool);
        std::map<int, std::shared_ptr<const PanelData>> answers;
        connect(
            &feed, &DashboardFeed::panelReady, this,
            [&answers](int index, const std::shared_ptr<const PanelData> &data) { answers[index] = data; });
        feed.setPanels(
            {panel("queue_depth"), panel("", PanelType::Row), panel("queue_depth * 2"), panel("nonsense(")});
        feed.setVisible({true, true, false, true});
        feed.refresh(question());
        QTRY_COMPARE(answers.size(), std::size_t{2});
        QCOMPARE(answers[0]->series.size(), std::size_t{1});
        QVERIFY(!answers[0]->error);
        QVERIFY(answers[3]->error.has_value());

        feed.setVisible({true, true, true, true});
        QTRY_VERIFY(answers.count(2) == 1);
        QCOMPARE(answers.count(1), std::size_t{0});
        QCOMPARE(answers[2]->series.at(0).samples.back().v, 2 * answers[0]->series.at(0).samples.back().v);
    }

    /// What texts and lists ask is left over from another type.
    void whatShowsNoDataIsNotAsked()
    {
        DashboardFeed feed(m_pool);
        std::vector<int> answers;
        connect(
            &feed, &DashboardFeed::panelReady, this,
            [&answers](int index, const std::shared_ptr<const PanelData> &) { answers.push_back(index); });
        std::vector<PanelSpec> panels;
        for (const PanelType type : {PanelType::Text, PanelType::AlertList, PanelType::DashboardList,
                                     PanelType::Row, PanelType::Foreign, PanelType::Stat}) {
            panels.push_back(panel("queue_depth", type));
            QCOMPARE(showsData(panels.back()), type == PanelType::Stat);
        }
        feed.setPanels(std::move(panels));
        feed.setVisible(std::vector<bool>(6, true));
        feed.refresh(question());
        QTRY_COMPARE(answers, std::vector<int>{5});
    }

    /// What is said of one range is not true of the next.
    void anotherEmptyRangeHasItsOwnReason()
    {
        DashboardFeed feed(m_pool);
        std::shared_ptr<const PanelData> answer;
        connect(&feed, &DashboardFeed::panelReady, this,
                [&answer](int, const std::shared_ptr<const PanelData> &data) { answer = data; });
        feed.setPanels({panel("queue_depth")});
        feed.setVisible({true});
        DashboardFeed::Question asked = question();
        asked.time.live = false;
        for (const std::int64_t minutes : {10, 20}) {
            answer = nullptr;
            const TimestampMs end = start - minutes * 60'000;
            asked.time.range = {end - 60'000, end};
            feed.refresh(asked);
            QTRY_VERIFY(answer != nullptr);
            QVERIFY(answer->series.empty());
            QCOMPARE(answer->reasons.size(), std::size_t{1});
            const std::string later = std::to_string(minutes) + "m";
            QVERIFY2(answer->reasons[0].text.find(later) != std::string::npos,
                     answer->reasons[0].text.c_str());
        }
    }

    /// A published expression that is wrong says so in its panel, once.
    void emptyPanelsSayWhy()
    {
        for (const char *le : {"1", "+Inf"})
            static_cast<void>(m_head.seriesFor(Labels::withName("run_seconds_bucket", {{"le", le}})));
        for (const char *le : {"1", "+Inf"}) {
            const SeriesId id = m_head.seriesFor(Labels::withName("run_seconds_bucket", {{"le", le}}));
            QVERIFY(m_head.append(id, start + m_written * 1000, 1));
        }
        DashboardFeed feed(m_pool);
        std::map<int, std::shared_ptr<const PanelData>> answers;
        connect(
            &feed, &DashboardFeed::panelReady, this,
            [&answers](int index, const std::shared_ptr<const PanelData> &data) { answers[index] = data; });
        feed.setPanels({panel("queue_depht"), panel("queue_depth"), panel("queue_depht[[__interval_ms]]"),
                        panel("queue_depth * $__interval_ms > 1e18")});
        const DashboardFeed::Question asked = question();
        feed.refresh(asked);
        QTRY_COMPARE(answers.size(), std::size_t{4});
        QCOMPARE(answers[0]->reasons.size(), std::size_t{1});
        const QueryReason reason = answers[0]->reasons.front();
        QVERIFY2(reason.isEmpty && reason.text.find("queue_depht") != std::string::npos, reason.text.c_str());
        QCOMPARE(reason.meant, std::string("queue_depth"));
        QVERIFY(answers[1]->reasons.empty());
        QVERIFY(!answers[2]->error);
        QCOMPARE(answers[3]->reasons.size(), std::size_t{1});
        // The next answer has it, too.
        answers.clear();
        feed.refresh(question());
        QTRY_COMPARE(answers.size(), std::size_t{4});
        QCOMPARE(answers[0]->reasons, std::vector{reason});
    }

    void answersToOldPanelsAreDropped()
    {
        DashboardFeed feed(m_pool);
        int answered = 0;
        feed.setPanels({panel("queue_depth"), panel("queue_depth")});
        connect(&feed, &DashboardFeed::panelReady, this, [&answered] { ++answered; });
        feed.refresh(question());
        feed.setPanels({panel("queue_depth")});
        QTRY_COMPARE(answered, 1);
        QCoreApplication::processEvents();
        QCOMPARE(answered, 1);
    }

    void panelsThatOnlyMoveKeepTheirAnswers()
    {
        DashboardFeed feed(m_pool);
        std::vector<int> answered;
        connect(&feed, &DashboardFeed::panelReady, this,
                [&answered](int index) { answered.push_back(index); });
        std::vector<PanelSpec> panels = {panel("queue_depth"), panel("queue_depth * 2")};
        panels[0].id = "a";
        panels[1].id = "b";
        feed.setPanels(panels);
        feed.refresh(question());
        QTRY_COMPARE(answered.size(), std::size_t{2});
        answered.clear();
        std::swap(panels[0], panels[1]);
        panels[0].grid.y = 20;
        panels.push_back(panel("queue_depth * 3"));
        panels.back().id = "c";
        feed.setPanels(panels);
        // Only the new one is asked.
        QTRY_COMPARE(answered, std::vector<int>{2});
        test::settle(*m_pool);
        QCOMPARE(answered, std::vector<int>{2});
        // And all of them with new data.
        answered.clear();
        feed.refresh(question());
        QTRY_COMPARE(answered.size(), std::size_t{3});
    }

    void aFeedThatShowsNothingLetsTheSnapshotGo()
    {
        DashboardFeed feed(m_pool);
        int answered = 0;
        connect(&feed, &DashboardFeed::panelReady, this, [&answered] { ++answered; });
        feed.setPanels({panel("queue_depth")});
        DashboardFeed::Question asked = question();
        const std::weak_ptr<const Snapshot> snapshot = asked.snapshot;
        feed.refresh(asked);
        QTRY_COMPARE(answered, 1);
        asked = {};
        feed.setVisible({false});
        static_cast<void>(question()); // the store has gone on
        QTRY_VERIFY(snapshot.expired());
    }

    void longAnswersComeInTwoParts()
    {
        // Forty lines of a day, evaluated: more than one turn between the steps.
        Head head;
        for (int s = 0; s < 40; ++s) {
            const SeriesId id = head.seriesFor(Labels::withName("level", {{"n", std::to_string(s)}}));
            for (TimestampMs t = 0; t <= 24 * 3'600'000; t += 1000)
                static_cast<void>(head.append(id, start + t, t == 7'777'000 ? 1000 : 1));
        }
        head.commit();
        DashboardFeed feed(m_pool);
        std::vector<std::shared_ptr<const PanelData>> answers;
        bool quickAnswered = false;
        connect(&feed, &DashboardFeed::panelReady, this,
                [&](int index, const std::shared_ptr<const PanelData> &data) {
                    if (index == 1)
                        quickAnswered = true;
                    else
                        answers.push_back(data);
                });
        feed.setPanels({panel("abs(level)"), panel("1")});
        PanelTime time;
        time.range = {start, start + 24 * 3'600'000};
        feed.refresh({head.snapshot(), time});
        QTRY_COMPARE_WITH_TIMEOUT(answers.size(), std::size_t{2}, 20'000);
        QVERIFY(quickAnswered);
        QVERIFY(!answers[0]->series.at(0).isThinned());
        QVERIFY(answers[1]->series.at(0).isThinned());
        QCOMPARE(answers[1]->series.size(), std::size_t{40});
        QVERIFY(
            std::ranges::any_of(answers[1]->series[0].samples, [](const Sample &s) { return s.v == 1000; }));

        // A second later nothing is new at this zoom: the very same answer comes, at once.
        time.range = {start + 1000, start + 24 * 3'600'000 + 1000};
        feed.refresh({head.snapshot(), time});
        QTRY_COMPARE(answers.size(), std::size_t{3});
        QVERIFY(answers[2] == answers[1]);
    }

    void aFeedMayGoWhileItsQuestionsRun()
    {
        for (int i = 0; i < 50; ++i) {
            DashboardFeed feed(m_pool);
            feed.setPanels({panel("sum(queue_depth)"), panel("queue_depth")});
            feed.refresh(question());
        }
        // Whatever was under way ends into nothing; the pool still answers.
        DashboardFeed feed(m_pool);
        bool answered = false;
        connect(&feed, &DashboardFeed::panelReady, this, [&answered] { answered = true; });
        feed.setPanels({panel("queue_depth")});
        feed.refresh(question());
        QTRY_VERIFY(answered);
    }
};

} // namespace

SIGHTGLASS_TEST(DashboardFeedTest)
#include "dashboardfeedtest.moc"
