// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/keptalert.h"

#include "model/alerting/headrulestore.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

constexpr TimestampMs now = 1'700'000'000'000;

KeptAlert kept(const char *name, std::int64_t seenAgo, double activeAt)
{
    return {Labels({{"alertname", name}, {"x", "ü\"\n"}}), {now - seenAgo * 1000, activeAt}};
}

class KeptAlertTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void throughAStore()
    {
        Head head;
        HeadRuleStore store(head);
        const std::vector<KeptAlert> before = {kept("a", 10, 1.7e9 - 100), kept("b", 3599, 1.7e9 - 4000),
                                               kept("long ago", 3601, 1.7e9 - 5000)};
        appendKeptAlerts(before, store);
        // An alert that ended is not kept.
        const Labels ended = Labels::withName("ALERTS_FOR_STATE", {{"alertname", "ended"}});
        QVERIFY(store.append({ended, 1.7e9 - 50}, now - 20'000).ok());
        QVERIFY(store.append({ended, staleMarker()}, now - 10'000).ok());
        store.commit();
        const std::vector<KeptAlert> after = keptAlerts(*head.snapshot(), now);
        QCOMPARE(after.size(), std::size_t{2});
        QCOMPARE(after[0].labels, before[0].labels);
        QCOMPARE(after[0].state.at, before[0].state.at);
        QCOMPARE(after[1].state.activeAtSeconds, before[1].state.activeAtSeconds);
    }

    void throughAFile()
    {
        const std::vector<KeptAlert> before = {kept("a", 10, 1.7e9 - 100), kept("b", 0, 1.7e9)};
        const auto after = readKeptAlerts(keptAlertsText(before));
        QVERIFY(after.ok());
        QCOMPARE(after->size(), std::size_t{2});
        for (std::size_t i = 0; i < 2; ++i) {
            QCOMPARE((*after)[i].labels, before[i].labels);
            QCOMPARE((*after)[i].state.at, before[i].state.at);
            QCOMPARE((*after)[i].state.activeAtSeconds, before[i].state.activeAtSeconds);
        }
        QVERIFY(readKeptAlerts(keptAlertsText({}))->empty());
    }

    void brokenFiles_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("good");
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("cut") << QByteArray("{\"alerts\": [{\"labels\"") << false;
        QTest::newRow("another thing") << QByteArray("[]") << false;
        QTest::newRow("no list") << QByteArray("{\"alerts\": 1}") << false;
        QTest::newRow("no entries")
            << QByteArray("{\"alerts\": [1, {}, {\"labels\": {\"alertname\": 1}}, {\"labels\": "
                          "{\"alertname\": \"a\"}, \"seenAt\": 1e300, \"activeAt\": 1}, {\"labels\": {}, "
                          "\"seenAt\": 1, \"activeAt\": 1}, {\"labels\": {\"alertname\": \"a\", "
                          "\"__name__\": \"b\"}, \"seenAt\": 1, \"activeAt\": 1}]}")
            << true;
    }
    void brokenFiles()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, good);
        const auto read = readKeptAlerts(text.toStdString());
        QCOMPARE(read.ok(), good);
        if (good)
            QVERIFY(read->empty());
    }
};

} // namespace

SIGHTGLASS_TEST(KeptAlertTest)

#include "keptalerttest.moc"
