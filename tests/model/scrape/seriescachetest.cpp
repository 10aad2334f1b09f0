// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/seriescache.h"

#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using namespace sightglass;

namespace {

/// One scrape of these texts; a text's series is its number in `ids`, made where it is new.
void scrape(SeriesCache &cache, const std::vector<std::string> &texts)
{
    cache.beginScrape();
    for (const std::string &text : texts) {
        SeriesCache::Index entry = cache.find(text);
        if (entry == SeriesCache::none)
            entry = cache.insert(text, std::hash<std::string>{}(text));
        if (cache.markSeen(entry))
            cache.track(entry);
    }
}

std::vector<SeriesId> idsOf(const std::vector<std::string> &texts)
{
    std::vector<SeriesId> ids;
    for (const std::string &text : texts)
        ids.push_back(std::hash<std::string>{}(text));
    std::sort(ids.begin(), ids.end());
    return ids;
}

std::vector<SeriesId> sorted(std::vector<SeriesId> ids)
{
    std::sort(ids.begin(), ids.end());
    return ids;
}

class SeriesCacheTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void findsInAnyOrder()
    {
        SeriesCache cache;
        std::vector<std::string> texts;
        for (int i = 0; i < 3000; ++i)
            texts.push_back("m{i=\"" + std::to_string(i) + "\"}");
        scrape(cache, texts);
        cache.endScrape(SeriesCache::Forget::Unseen);
        std::mt19937 random(7);
        for (int round = 0; round < 5; ++round) {
            std::shuffle(texts.begin(), texts.end(), random);
            cache.beginScrape();
            for (const std::string &text : texts) {
                const SeriesCache::Index entry = cache.find(text);
                QVERIFY(entry != SeriesCache::none);
                QCOMPARE(cache.seriesOf(entry), std::hash<std::string>{}(text));
                QVERIFY(cache.markSeen(entry));
                QVERIFY(!cache.markSeen(entry));
            }
            QVERIFY(cache.find("m") == SeriesCache::none);
            cache.endScrape(SeriesCache::Forget::Unseen);
        }
        QCOMPARE(cache.size(), texts.size());
    }

    void vanishedAndForgotten()
    {
        SeriesCache cache;
        scrape(cache, {"a", "b", "c"});
        QVERIFY(cache.vanished().empty());
        cache.endScrape(SeriesCache::Forget::Unseen);
        scrape(cache, {"c", "a", "d"});
        QCOMPARE(cache.vanished(), idsOf({"b"}));
        cache.endScrape(SeriesCache::Forget::Unseen);
        QCOMPARE(cache.size(), std::size_t{3});
        QVERIFY(cache.find("b") == SeriesCache::none);
        scrape(cache, {});
        QCOMPARE(sorted(cache.vanished()), idsOf({"a", "c", "d"}));
        cache.endScrape(SeriesCache::Forget::Nothing);
        QCOMPARE(cache.size(), std::size_t{3});
        scrape(cache, {"a"});
        QVERIFY(cache.vanished().empty());
    }

    void failedScrapeEndsWhatWasThereBefore()
    {
        SeriesCache cache;
        scrape(cache, {"a", "b"});
        cache.endScrape(SeriesCache::Forget::Unseen);
        scrape(cache, {"a", "x"}); // then the page breaks off
        QCOMPARE(sorted(cache.previous()), idsOf({"a", "b"}));
        cache.endFailedScrape();
        QVERIFY(cache.previous().empty());
        scrape(cache, {"a", "x"}); // fails again: nothing is left to end
        QVERIFY(cache.previous().empty());
        cache.endFailedScrape();
        scrape(cache, {"b"});
        QVERIFY(cache.vanished().empty());
        cache.endScrape(SeriesCache::Forget::Unseen);
        QCOMPARE(cache.previous(), idsOf({"b"}));
    }

    void failuresDoNotPileUp()
    {
        SeriesCache cache;
        scrape(cache, {"a"});
        cache.endScrape(SeriesCache::Forget::Unseen);
        for (int round = 0; round < 20; ++round) {
            std::vector<std::string> texts;
            for (int i = 0; i < 500; ++i)
                texts.push_back("r" + std::to_string(round) + "_" + std::to_string(i));
            scrape(cache, texts);
            cache.endFailedScrape();
            QVERIFY(cache.size() <= 1502);
        }
    }

    void churnKeepsWhatIsLeft()
    {
        SeriesCache cache;
        for (int round = 0; round < 50; ++round) {
            std::vector<std::string> texts{"stays", "also{stays=\"1\"}"};
            for (int i = 0; i < 100; ++i)
                texts.insert(texts.begin() + 1, "r" + std::to_string(round) + "_" + std::to_string(i));
            scrape(cache, texts);
            QCOMPARE(cache.vanished().size(), std::size_t{round == 0 ? 0U : 100U});
            cache.endScrape(SeriesCache::Forget::Unseen);
            QCOMPARE(cache.size(), texts.size());
        }
        QCOMPARE(cache.seriesOf(cache.find("stays")), std::hash<std::string>{}("stays"));
        QVERIFY(cache.find("r3_7") == SeriesCache::none);
    }

    void twoTextsOneSeries()
    {
        SeriesCache cache;
        cache.beginScrape();
        const auto first = cache.insert("m{a,b}", 7);
        const auto second = cache.insert("m{b,a}", 7);
        for (const auto entry : {first, second}) {
            QVERIFY(cache.markSeen(entry));
            cache.track(entry);
        }
        cache.endScrape(SeriesCache::Forget::Unseen);
        cache.beginScrape();
        cache.markSeen(cache.find("m{b,a}"));
        cache.track(cache.find("m{b,a}"));
        QVERIFY(cache.vanished().empty()); // the series goes on under its other spelling
        cache.endScrape(SeriesCache::Forget::Unseen);
        QCOMPARE(cache.size(), std::size_t{1});
        QCOMPARE(cache.previous(), std::vector<SeriesId>{7});
    }

    void rebind()
    {
        SeriesCache cache;
        cache.beginScrape();
        const auto entry = cache.insert("m", 7);
        cache.markSeen(entry);
        cache.track(entry);
        cache.endScrape(SeriesCache::Forget::Unseen);
        cache.beginScrape();
        cache.rebind(entry, 8);
        cache.markSeen(entry);
        cache.track(entry);
        QCOMPARE(cache.seriesOf(entry), SeriesId{8});
        QVERIFY(cache.vanished().empty()); // 7 is gone from the store: nobody can end it
    }
};

} // namespace

SIGHTGLASS_TEST(SeriesCacheTest)
#include "seriescachetest.moc"
