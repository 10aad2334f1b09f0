// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/doctorfeed.h"

#include "model/presentation/guipost.h"
#include "model/presentation/payloadsearch.h"
#include "tests/support/testcase.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <semaphore>

namespace {

using namespace sightglass;

using Examination = std::shared_ptr<const PageExamination>;

std::shared_ptr<const PageCapture> page(const std::string &body, const QString &target = QStringLiteral("t"))
{
    auto capture = std::make_shared<PageCapture>();
    capture->targetId = target;
    capture->body = body;
    capture->at = 1'700'000'000'000;
    capture->durationMs = 12;
    return capture;
}

struct Fed
{
    explicit Fed(std::chrono::milliseconds interval = DoctorFeed::minInterval)
        : pool(std::make_shared<QueryPool>(1))
        , feed(pool, nullptr, interval)
    {
        QObject::connect(&feed, &DoctorFeed::examined, &feed,
                         [this](const Examination &examination) { examined.push_back(examination); });
        TargetConfig target;
        target.id = QStringLiteral("t");
        target.url = QUrl(QStringLiteral("http://127.0.0.1:1/metrics"));
        feed.setTarget(target);
    }
    std::shared_ptr<QueryPool> pool;
    DoctorFeed feed;
    std::vector<Examination> examined;
};

class DoctorFeedTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstPageIsExaminedAtOnceAndTheNewestWins()
    {
        Fed fed;
        const auto first = page("a_total 5\n");
        fed.feed.take(first);
        QTRY_COMPARE(fed.examined.size(), std::size_t{1});
        QCOMPARE(&fed.examined[0]->capture(), first.get());
        QVERIFY(!fed.examined[0]->isCompared());
        fed.feed.take(first); // once is enough
        fed.feed.take(page("a_total 6\n"));
        const auto newest = page("# TYPE a_total counter\na_total 3\n");
        fed.feed.take(newest);
        // Not before two seconds are over, and then the newest one alone.
        QTRY_COMPARE_WITH_TIMEOUT(fed.examined.size(), std::size_t{2}, 10'000);
        QCOMPARE(&fed.examined[1]->capture(), newest.get());
        QVERIFY(fed.examined[1]->isCompared());
        QCOMPARE(fed.examined[1]->facts().earlierDurationsMs.size(), std::size_t{2});
    }

    void aFrozenFeedKeepsThePageAndCatchesUp()
    {
        Fed fed(std::chrono::milliseconds(0));
        fed.feed.setFollowing(false);
        fed.feed.take(page("a 1\n"));
        QTRY_COMPARE(fed.examined.size(), std::size_t{1}); // there is nothing to hold on to yet
        fed.feed.take(page("a 2\n"));
        // The pool's one worker takes questions in their order: had the feed asked, it would have its answer.
        bool isBehind = false;
        fed.pool->submit(fed.pool->newKey(),
                         [&isBehind, self = QPointer(&fed.feed)](const std::stop_token &) {
                             postToGui(self, [&isBehind](const DoctorFeed &) { isBehind = true; });
                         });
        QTRY_VERIFY(isBehind);
        QCOMPARE(fed.examined.size(), std::size_t{1});
        fed.feed.setFollowing(true);
        QTRY_COMPARE(fed.examined.size(), std::size_t{2});
    }

    void otherTargetsPagesAreIgnoredAndForgotten()
    {
        Fed fed;
        fed.feed.take(page("a 1\n", QStringLiteral("other")));
        fed.feed.take(nullptr);
        fed.feed.take(page("a 1\n"));
        QTRY_COMPARE(fed.examined.size(), std::size_t{1});
        TargetConfig other;
        other.id = QStringLiteral("other");
        fed.feed.setTarget(other);
        fed.feed.take(page("b 1\n", QStringLiteral("other")));
        // At once: the interval belongs to the target before.
        QTRY_COMPARE(fed.examined.size(), std::size_t{2});
        QVERIFY(!fed.examined[1]->isCompared());
    }

    void aFailedScrapeIsComparedWithNothing()
    {
        Fed fed;
        fed.feed.take(page("a 1\n"));
        QTRY_COMPARE(fed.examined.size(), std::size_t{1});
        auto failed = std::make_shared<PageCapture>();
        failed->targetId = QStringLiteral("t");
        failed->error = Error{ErrorCode::ScrapeTimedOut, {"1s"}, {}, {}};
        fed.feed.take(failed);
        QTRY_COMPARE_WITH_TIMEOUT(fed.examined.size(), std::size_t{2}, 10'000);
        QVERIFY(!fed.examined[1]->isCompared());
        QCOMPARE(fed.examined[1]->diagnosis().findings.front().rule->id, std::string_view("scrape-timeout"));
    }

    void onlyTheScrapeBeforeIsComparedWith_data()
    {
        QTest::addColumn<qint64>("gapMs");
        QTest::addColumn<bool>("sameAddress");
        QTest::addColumn<bool>("taken");
        QTest::addColumn<bool>("isNext");
        QTest::newRow("the next") << qint64{15'000} << true << true << true;
        QTest::newRow("one missed") << qint64{37'500} << true << true << true;
        QTest::newRow("after another tab") << qint64{37'501} << true << true << false;
        QTest::newRow("clock set back") << qint64{-1} << true << true << false;
        QTest::newRow("another address") << qint64{15'000} << false << true << false;
        QTest::newRow("rejected") << qint64{15'000} << true << false << false;
    }

    void onlyTheScrapeBeforeIsComparedWith()
    {
        QFETCH(qint64, gapMs);
        QFETCH(bool, sameAddress);
        QFETCH(bool, taken);
        QFETCH(bool, isNext);
        auto earlier = std::make_shared<PageCapture>(*page("a 1\n"));
        earlier->url = QUrl(QStringLiteral("http://a/metrics"));
        earlier->intervalMs = 15'000;
        if (!taken)
            earlier->error = Error{ErrorCode::SampleLimitExceeded, {"1"}, {}, {}};
        auto later = std::make_shared<PageCapture>(*earlier);
        later->error.reset();
        later->at += gapMs;
        if (!sameAddress)
            later->url = QUrl(QStringLiteral("http://b/metrics"));
        QCOMPARE(DoctorFeed::isNextScrape(*earlier, *later), isNext);
    }

    void whatCameBeforeAPauseIsForgotten()
    {
        Fed fed;
        const auto first = page("a 1\n");
        auto later = std::make_shared<PageCapture>(*first);
        later->at += 3'600'000;
        fed.feed.take(first);
        fed.feed.take(later);
        QTRY_COMPARE_WITH_TIMEOUT(fed.examined.size(), std::size_t{2}, 10'000);
        QVERIFY(!fed.examined[1]->isCompared());
        QVERIFY(fed.examined[1]->facts().earlierDurationsMs.empty());
    }

    void aStoppedExaminationIsNone()
    {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(PageExamination::examine({page("a 1\n"), nullptr, {}}, stop.get_token()) == nullptr);
    }

    void thePageBeforeIsLetGo()
    {
        const auto before = page("a 1\n");
        const auto examination = PageExamination::examine({page("b 1\n"), before, {}});
        QVERIFY(examination->isCompared());
        QCOMPARE(before.use_count(), 1L);
    }

    void aWorkerDestroysWhatTheWindowLetsGo()
    {
        Fed fed;
        std::weak_ptr<const PageCapture> capture;
        {
            const auto first = page("a 1\n");
            capture = first;
            fed.feed.examineText(first);
        }
        QTRY_COMPARE(fed.examined.size(), std::size_t{1});
        std::binary_semaphore go{0};
        fed.pool->submit(fed.pool->newKey(), [&go](const std::stop_token &) { go.acquire(); });
        fed.examined.clear();
        fed.feed.clear();
        QVERIFY(!capture.expired()); // it waits for the worker
        go.release();
        QTRY_VERIFY(capture.expired());
    }

    void aTextHasNoScrape()
    {
        Fed fed;
        fed.feed.examineText(page("a 1\n", {}));
        QTRY_COMPARE(fed.examined.size(), std::size_t{1});
        QVERIFY(!fed.examined[0]->facts().durationMs);
    }

    void aFeedMayGoWhileItAsks()
    {
        auto pool = std::make_shared<QueryPool>(1);
        {
            DoctorFeed feed(pool);
            std::string body;
            for (int i = 0; i < 20'000; ++i)
                body += "a{x=\"" + std::to_string(i) + "\"} 1\n";
            feed.examineText(page(body));
        }
        pool.reset();
        QCoreApplication::processEvents();
    }

    void theNewestSearchWins()
    {
        auto pool = std::make_shared<QueryPool>(1);
        PayloadSearch search(pool);
        std::vector<std::size_t> totals;
        QObject::connect(&search, &PayloadSearch::found, &search,
                         [&](const std::shared_ptr<const TextHits> &hits) { totals.push_back(hits->total); });
        const auto text = std::make_shared<const std::string>("up down up");
        search.search(text, *text, QStringLiteral("down"), LetterCase::Counts);
        search.search(text, *text, QStringLiteral("UP"), LetterCase::Ignored);
        QTRY_COMPARE(totals, (std::vector<std::size_t>{2}));
        search.search(text, *text, {}, LetterCase::Ignored);
        QCOMPARE(totals, (std::vector<std::size_t>{2, 0}));
    }
};

} // namespace

SIGHTGLASS_TEST(DoctorFeedTest)
#include "doctorfeedtest.moc"
