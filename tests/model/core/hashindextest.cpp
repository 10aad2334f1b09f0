// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/hashindex.h"

#include "tests/support/testcase.h"

#include <QTest>

#include <cstdint>
#include <map>

namespace {

using namespace sightglass;

class HashIndexTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void findsNothingWhenEmpty()
    {
        const HashIndex index;
        QCOMPARE(index.find(7, [](HashIndex::Place) { return true; }), HashIndex::none);
    }

    void asksWhereHashesAgree()
    {
        HashIndex index;
        index.insert(7, 1);
        index.insert(7, 2);
        index.insert(7 + 64, 3); // the same home in the smallest table
        QCOMPARE(index.find(7, [](HashIndex::Place place) { return place == 2; }), HashIndex::Place{2});
        QCOMPARE(index.find(7, [](HashIndex::Place place) { return place == 3; }), HashIndex::none);
        QCOMPARE(index.find(71, [](HashIndex::Place) { return true; }), HashIndex::Place{3});
        index.erase(7, 1);
        QCOMPARE(index.find(7, [](HashIndex::Place) { return true; }), HashIndex::Place{2});
        QCOMPARE(index.size(), std::size_t{2});
    }

    /// Against std::map, through growth and with runs that go around the end of the table.
    void behavesLikeAMap_data()
    {
        QTest::addColumn<quint64>("hashes");
        QTest::newRow("long runs") << quint64{5};
        QTest::newRow("short runs") << quint64{200};
        QTest::newRow("around the end") << ~quint64{0};
    }

    void behavesLikeAMap()
    {
        QFETCH(quint64, hashes);
        HashIndex index;
        std::map<HashIndex::Place, std::uint64_t> expected;
        std::uint64_t random = 42;
        const auto hashOf = [hashes](HashIndex::Place place) {
            return hashes == ~quint64{0} ? hashes - place % 3 : place * quint64{7919} % hashes;
        };
        for (int step = 0; step < 20000; ++step) {
            random = random * 6364136223846793005ULL + 1442695040888963407ULL;
            const auto place = static_cast<HashIndex::Place>(random >> 33U) % 300;
            if (expected.erase(place) > 0)
                index.erase(hashOf(place), place);
            else
                index.insert(expected[place] = hashOf(place), place);
            const auto probe = static_cast<HashIndex::Place>(random >> 20U) % 300;
            const auto found =
                index.find(hashOf(probe), [probe](HashIndex::Place one) { return one == probe; });
            QCOMPARE(found, expected.contains(probe) ? probe : HashIndex::none);
        }
        QCOMPARE(index.size(), expected.size());
    }
};

} // namespace

SIGHTGLASS_TEST(HashIndexTest)
#include "hashindextest.moc"
