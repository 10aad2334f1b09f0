// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/notify/notifysettings.h"

#include "model/notify/notifylog.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

constexpr TimestampMs start = 1'700'000'000'000; // a Tuesday, 22:13 UTC
constexpr std::int64_t minute = 60'000;
constexpr std::int64_t hour = 60 * minute;

NotifyAlert firing(const std::string &name, TimestampMs at = start)
{
    NotifyAlert made;
    made.labels = Labels(std::vector<Label>{{"alertname", name}});
    made.startsAt = at;
    return made;
}

class NotifySettingsTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void quietHoursAsTheyAreTyped()
    {
        const auto quiet =
            quietHours("# nights\nmonday:friday 22:00-07:00\n\nsaturday sunday\n09:00-10:00 UTC\n", "");
        QVERIFY(quiet.ok());
        QCOMPARE(quiet->size(), std::size_t{3});
        const auto isQuiet = [&](TimestampMs t) { return containsAny(*quiet, t, {}); };
        QVERIFY(isQuiet(start));
        QVERIFY(isQuiet(start + 8 * hour)); // Wednesday 06:13
        QVERIFY(!isQuiet(start + 9 * hour + 30 * minute));
        QVERIFY(isQuiet(start + 11 * hour)); // 09:13
        QVERIFY(!isQuiet(start + 14 * hour));
        QVERIFY(isQuiet(start + 4 * 24 * hour + 15 * hour)); // Sunday
    }

    void quietHoursThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("day") << QByteArray("someday 22:00-23:00");
        QTest::newRow("time") << QByteArray("monday 25:00-26:00");
        QTest::newRow("word") << QByteArray("always");
    }

    void quietHoursThatAreNone()
    {
        QFETCH(const QByteArray, text);
        const auto quiet = quietHours("monday\n" + text.toStdString(), "");
        QVERIFY(!quiet.ok());
        QVERIFY(plainText(quiet.error()).find("line 2") != std::string::npos);
    }

    void inhibition()
    {
        const auto rules =
            inhibitRules("severity=\"critical\" mutes severity=~\"warning|info\" equal instance, job\n"
                         "alertname=Down mutes job=api\n");
        QVERIFY(rules.ok());
        QCOMPARE(rules->size(), std::size_t{2});
        QCOMPARE(rules->front().equal, (std::vector<std::string>{"instance", "job"}));
        QVERIFY(rules->back().equal.empty());
        QVERIFY(!inhibitRules("a=b").ok());
        QVERIFY(!inhibitRules("a=~\"(\" mutes b=c").ok());
    }

    void becomesAConfig()
    {
        NotifySettings settings;
        settings.repeatIntervalMs = 0;
        const auto config = notifyConfig(settings, "", {});
        QVERIFY(config.ok());
        QCOMPARE(config->repeatIntervalMs, minute); // not all the time
        settings.quietHours = "x";
        QVERIFY(!notifyConfig(settings, "", {}).ok());
    }

    /// What was told before a restart is not told again, and its end still is.
    void theLogSurvives()
    {
        const NotifyConfig config = *notifyConfig({}, "", {});
        const std::vector alerts = {firing("A", start - hour)};
        NotifyStep step = advance({}, alerts, SilenceIndex(), config, start);
        QCOMPARE(step.notices.size(), std::size_t{1});
        const auto log = readNotifyLog(notifyLogText(step.state));
        QVERIFY(log.ok());
        QCOMPARE(log->told.size(), std::size_t{1});
        step = advance(*log, alerts, SilenceIndex(), config, start + minute);
        QVERIFY(step.notices.empty());
        const std::vector more = {alerts.front(), firing("B", start - hour)};
        step = advance(std::move(step.state), more, SilenceIndex(), config, start + 2 * minute);
        QCOMPARE(step.notices.size(), std::size_t{1});
        QCOMPARE(step.notices.front().firing.front().labels.value("alertname"), std::string_view("B"));
        step = advance(std::move(step.state), std::span<const NotifyAlert>(), SilenceIndex(), config,
                       start + 5 * minute);
        QCOMPARE(step.notices.size(), std::size_t{2});
        QCOMPARE(step.notices.front().reason, AlertNotice::Reason::Resolved);
    }

    void brokenLogs()
    {
        for (const char *text : {"", "[]", "{}", "{\"told\": 1}"})
            QVERIFY(!readNotifyLog(text).ok());
        const auto odd = readNotifyLog("{\"told\": [1, {}, {\"group\": 3, \"at\": \"x\"},"
                                       "{\"group\": {\"a\": 1}, \"at\": \"2024-01-01T00:00:00Z\"}]}");
        QVERIFY(odd.ok());
        QVERIFY(odd->told.empty());
    }

    /// However they come, together or one after the other, in one group or in hundreds: what stays is one
    /// notification that counts all of them.
    void aStormIsOne()
    {
        const NotifyConfig config = *notifyConfig({}, "", {});
        NotifyState state;
        std::vector<NotifyAlert> alerts;
        TimestampMs now = start;
        AlertNotice last;
        std::size_t told = 0;
        for (int i = 0; i < 500; ++i) {
            alerts.push_back(firing("Alert" + std::to_string(i), now - hour));
            if (i % 50 == 49) { // ten ticks, a second apart
                NotifyStep step = advance(std::move(state), alerts, SilenceIndex(), config, now);
                state = std::move(step.state);
                for (const AlertNotice &notice : step.notices) {
                    QVERIFY(notice.isStorm);
                    last = notice;
                    ++told;
                }
                now += 1000;
            }
        }
        QCOMPARE(last.firing.size(), std::size_t{500});
        QVERIFY(told <= 10);
        QCOMPARE(last.groupKey, std::string("storm"));
    }

    /// Those told one by one before it was known for a storm count, too.
    void aStormCountsWhatCameBefore()
    {
        const NotifyConfig config = *notifyConfig({}, "", {});
        NotifyState state;
        std::vector<NotifyAlert> alerts;
        AlertNotice last;
        for (int i = 0; i < 12; ++i) {
            alerts.push_back(firing("Alert" + std::to_string(i), start - hour));
            NotifyStep step = advance(std::move(state), alerts, SilenceIndex(), config, start + i * 1000);
            state = std::move(step.state);
            if (!step.notices.empty())
                last = step.notices.back();
        }
        QVERIFY(last.isStorm);
        QCOMPARE(last.firing.size(), std::size_t{12});
    }
};

} // namespace

SIGHTGLASS_TEST(NotifySettingsTest)

#include "notifysettingstest.moc"
