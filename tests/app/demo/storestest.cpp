// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/conditions.h"
#include "app/demo/dedupwindow.h"
#include "app/demo/entitystore.h"
#include "app/demo/hitwindow.h"
#include "app/demo/resultcache.h"
#include "app/demo/searchindex.h"
#include "tests/support/testcase.h"

#include <QTemporaryDir>
#include <QTest>

namespace {

using namespace sightglass::demo;
using namespace std::chrono_literals;
using Outcome = HitWindow::Outcome;

constexpr TimePoint start{1h};

EntityPtr entity(EntityId id, std::size_t noteLength)
{
    return std::make_shared<const Entity>(Entity{id, "n", "basic", "e", "p", std::string(noteLength, 'x')});
}

class StoresTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void dedupForgetsAfterItsLength();
    void dedupHoldsItsCapacity();
    void dedupRestoresInOrder();
    void cacheDropsTheLeastRecentlyUsed();
    void cacheNeverExceedsItsBytes();
    void cacheReplacesAndInvalidates();
    void hitWindowSeesTheLastSeconds();
    void entityStoreAnswers();
    void searchIndexFindsWhatWasInserted();
    void searchIndexKeepsToItsDeadline();
    void conditions_data();
    void conditions();
};

void StoresTest::dedupForgetsAfterItsLength()
{
    DedupWindow window(30s, 100);
    QVERIFY(!window.isDuplicate(1, start));
    QVERIFY(window.isDuplicate(1, start + 10s));
    // Being repeated does not prolong it.
    QVERIFY(window.isDuplicate(1, start + 30s - 1ms));
    QVERIFY(!window.isDuplicate(1, start + 30s));
    QCOMPARE(window.size(), 1U);
}

void StoresTest::dedupHoldsItsCapacity()
{
    DedupWindow window(30s, 3);
    for (EventId id = 1; id <= 4; ++id)
        QVERIFY(!window.isDuplicate(id, start));
    QCOMPARE(window.size(), 3U);
    QVERIFY(window.isDuplicate(4, start));
    QVERIFY(!window.isDuplicate(1, start));
}

void StoresTest::dedupRestoresInOrder()
{
    DedupWindow window(30s, 10);
    const std::vector<EventId> ids{5, 3, 9};
    window.restore(ids, start);
    QCOMPARE(window.ids(), ids);
    QVERIFY(window.isDuplicate(3, start + 1s));
    QVERIFY(!window.isDuplicate(3, start + 30s));
}

void StoresTest::cacheDropsTheLeastRecentlyUsed()
{
    ResultCache probe(1'000'000);
    probe.insert(entity(1, 100));
    ResultCache cache(3 * probe.bytes());
    for (EntityId id = 1; id <= 3; ++id)
        QCOMPARE(cache.insert(entity(id, 100)), 0U);
    QVERIFY(cache.find(1));
    QCOMPARE(cache.insert(entity(4, 100)), 1U);
    QVERIFY(!cache.find(2));
    QVERIFY(cache.find(1));
    QCOMPARE(cache.hottest(2), (std::vector<EntityId>{1, 4}));
}

void StoresTest::cacheNeverExceedsItsBytes()
{
    ResultCache cache(5'000);
    for (EntityId id = 0; id < 200; ++id) {
        cache.insert(entity(id, id * 7 % 900));
        QVERIFY(cache.bytes() <= 5'000);
    }
    QVERIFY(cache.entries() > 1);
    QCOMPARE(cache.insert(entity(1000, 6'000)), 0U);
    QVERIFY(!cache.find(1000));
}

void StoresTest::cacheReplacesAndInvalidates()
{
    ResultCache cache(100'000);
    cache.insert(entity(1, 100));
    const std::size_t bytes = cache.bytes();
    cache.insert(entity(1, 100));
    QCOMPARE(cache.bytes(), bytes);
    QCOMPARE(cache.entries(), 1U);
    QVERIFY(cache.invalidate(1));
    QVERIFY(!cache.invalidate(1));
    QCOMPARE(cache.bytes(), 0U);
}

void StoresTest::hitWindowSeesTheLastSeconds()
{
    HitWindow window;
    QCOMPARE(window.percent(start), 0.0);
    for (int i = 0; i < 9; ++i)
        window.record(Outcome::Hit, start);
    window.record(Outcome::Miss, start + 1s);
    QCOMPARE(window.percent(start + 1s), 90.0);
    window.record(Outcome::Miss, start + 14s);
    QCOMPARE(window.percent(start + 14s), 900.0 / 11);
    // The hits are fifteen seconds old now; the misses are not yet.
    QCOMPARE(window.percent(start + 15s), 0.0);
    window.record(Outcome::Hit, start + 20s);
    QCOMPARE(window.percent(start + 20s), 50.0);
    // Nothing lately: the last value stands.
    QCOMPARE(window.percent(start + 90s), 50.0);
}

void StoresTest::entityStoreAnswers()
{
    const auto store = EntityStore::open(50);
    QVERIFY(store.ok());
    const EntityPtr found = (*store)->load(49);
    QVERIFY(found);
    QCOMPARE(found->id, 49U);
    QCOMPARE(found->email, std::string("customer49@demo.invalid"));
    QCOMPARE((*store)->load(49)->tier, std::string("business"));
    QVERIFY(!(*store)->load(50));
}

void StoresTest::searchIndexFindsWhatWasInserted()
{
    const QTemporaryDir dir;
    const std::string path = dir.filePath(QStringLiteral("search.db")).toStdString();
    {
        const auto index = SearchIndex::open(path);
        QVERIFY(index.ok());
        QVERIFY(!(*index)->insert(1, "an order was placed", Clock::now() + 5s));
        QVERIFY(!(*index)->insert(2, "an order was paid", Clock::now() + 5s));
        QCOMPARE((*index)->count("order"), 2);
        // The place of document 1 is taken by the one that comes a whole round later.
        QVERIFY(!(*index)->insert(5001, "something else", Clock::now() + 5s));
        QCOMPARE((*index)->count("order"), 1);
    }
    const auto again = SearchIndex::open(path);
    QVERIFY(again.ok());
    QCOMPARE((*again)->count("paid"), 1);
    QVERIFY(!SearchIndex::open("/nonexistent/search.db").ok());
}

void StoresTest::searchIndexKeepsToItsDeadline()
{
    const QTemporaryDir dir;
    const auto index = SearchIndex::open(dir.filePath(QStringLiteral("search.db")).toStdString());
    QVERIFY(index.ok());
    std::string large;
    for (int i = 0; i < 200'000; ++i)
        large += "word" + std::to_string(i) + ' ';
    const TimePoint begun = Clock::now();
    const auto error = (*index)->insert(1, large, begun);
    QVERIFY(!error || *error == ActionError::Timeout);
    QVERIFY(Clock::now() - begun < 5s);
    QVERIFY(!(*index)->insert(2, "small again", Clock::now() + 5s));
}

void StoresTest::conditions_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("tier");
    QTest::addColumn<QString>("actions");
    const auto row = [](const char *name, const char *payload, const char *tier, const char *actions) {
        QTest::newRow(name) << QByteArray(payload) << QString::fromLatin1(tier)
                            << QString::fromLatin1(actions);
    };
    row("nothing to do", R"({"kind":"page_viewed","amount":1})", "gold", "");
    row("small order", R"({"kind":"order_placed","amount":80})", "basic", "webhook");
    row("large order", R"({"kind":"order_placed","amount":80.01})", "basic", "webhook search");
    row("paid", R"({"kind":"order_paid","amount":41})", "gold", "push email");
    row("updated", R"({"kind":"user_updated","amount":1})", "basic", "cache search");
    row("stock low", R"({"kind":"stock_changed","amount":19.99})", "basic", "slack");
    row("stock fine", R"({"kind":"stock_changed","amount":20})", "basic", "search");
    row("sign-in", R"({"kind":"login_failed","amount":1})", "business", "sms");
    row("sign-in ignored", R"({"kind":"login_failed","amount":1})", "basic", "");
    row("amount is no number", R"({"kind":"order_paid","amount":"unknown"})", "basic", "undecided");
    row("amount missing", R"({"kind":"order_paid"})", "basic", "undecided");
    row("unknown kind", R"({"kind":"other","amount":1})", "basic", "undecided");
    row("kind is no text", R"({"kind":7,"amount":1})", "basic", "undecided");
    row("no object", R"([1])", "basic", "undecided");
    row("half an object", R"({"kind":"order_)", "basic", "undecided");
    row("empty", "", "basic", "undecided");
}

void StoresTest::conditions()
{
    QFETCH(QByteArray, payload);
    QFETCH(QString, tier);
    QFETCH(QString, actions);
    Entity who;
    who.tier = tier.toStdString();
    const auto decided = actionsFor(Event{1, 1, payload.toStdString()}, who);
    QStringList names;
    if (decided) {
        for (const ActionType type : *decided)
            names.append(QString::fromUtf8(nameOf(type).data()));
    }
    QCOMPARE(decided ? names.join(QLatin1Char(' ')) : QStringLiteral("undecided"), actions);
}

} // namespace

SIGHTGLASS_TEST(StoresTest)

#include "storestest.moc"
