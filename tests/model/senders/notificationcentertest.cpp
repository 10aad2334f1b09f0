// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/senders/notificationcenter.h"

#include "tests/support/fakeclock.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace {

using namespace sightglass;

class NotificationCenterTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void tellsAndKeepsSilences()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("silences.json"));
        const auto clock = std::make_shared<sightglass::test::FakeClock>();
        NotifyConfig config;
        config.groupWaitMs = 0;
        config.groupIntervalMs = 1000;
        CollectorTick tick;
        RuleStatus rule;
        rule.rule = std::make_shared<Rule>();
        Alert alert{Labels(std::vector<Label>{{"alertname", "A"}}),
                    AlertState::Firing,
                    1,
                    0,
                    clock->nowMs() - 10,
                    {}};
        rule.alerts = {alert};
        tick.rules = {rule};
        std::string id;
        {
            NotificationCenter center(clock, config, file);
            int notices = 0;
            connect(&center, &NotificationCenter::noticed, this, [&notices] { ++notices; });
            center.update(tick);
            QCOMPARE(notices, 1);
            Silence silence;
            silence.matchers = matchersFor(alert.labels);
            silence.startsAt = clock->nowMs();
            silence.endsAt = clock->nowMs() + 3'600'000;
            const auto set = center.setSilence(silence);
            QVERIFY(set.ok());
            id = *set;
            QCOMPARE(center.verdicts().at(0).silencedBy, std::vector<std::string>{id});
            silence.matchers.clear();
            QVERIFY(!center.setSilence(silence).ok());
        }
        NotificationCenter again(clock, config, file);
        QCOMPARE(again.silences().size(), std::size_t{1});
        QCOMPARE(again.silences().front().id, id);
        int notices = 0;
        connect(&again, &NotificationCenter::noticed, this, [&notices] { ++notices; });
        again.update(tick);
        QCOMPARE(notices, 0);
        QVERIFY(again.expireSilence(id).ok());
        QVERIFY(!again.expireSilence("nobody").ok());
    }

    /// A program that is started again does not tell what the one before has told.
    void whatWasToldIsKept()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("notify-log.json"));
        const auto clock = std::make_shared<sightglass::test::FakeClock>();
        NotifyConfig config;
        config.groupWaitMs = 0;
        CollectorTick tick;
        RuleStatus rule;
        rule.rule = std::make_shared<Rule>();
        rule.alerts = {Alert{Labels(std::vector<Label>{{"alertname", "A"}}),
                             AlertState::Firing,
                             1,
                             0,
                             clock->nowMs() - 10,
                             {}}};
        tick.rules = {rule};
        const auto toldBy = [&] {
            NotificationCenter center(clock, config);
            if (!center.keepLog(file).isEmpty())
                return -1;
            int notices = 0;
            connect(&center, &NotificationCenter::noticed, this, [&notices] { ++notices; });
            center.update(tick);
            return notices;
        };
        QCOMPARE(toldBy(), 1);
        QCOMPARE(toldBy(), 0);
        clock->advance(config.repeatIntervalMs + 1000);
        QCOMPARE(toldBy(), 1); // it is time to say it again
        QFile other(file);
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write("no log") == 6);
        other.close();
        QCOMPARE(toldBy(), -1);
        QVERIFY(other.open(QIODevice::ReadOnly));
        QCOMPARE(other.readAll(), QByteArray("no log"));
    }

    /// A file that is none is told of, and left as it is.
    void brokenFile()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("silences.json")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("not json") == 8);
        file.close();
        {
            NotificationCenter center(std::make_shared<sightglass::test::FakeClock>(), {}, file.fileName());
            QVERIFY(center.fileProblem().contains(file.fileName()));
            Silence silence;
            silence.matchers = {{MatchOp::Equal, "a", "b"}};
            silence.endsAt = 1LL << 50;
            QVERIFY(center.setSilence(silence).ok());
        }
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("not json"));
    }
};

} // namespace

SIGHTGLASS_TEST(NotificationCenterTest)

#include "notificationcentertest.moc"
