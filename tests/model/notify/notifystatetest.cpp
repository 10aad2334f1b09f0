// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/notify/notifystate.h"

#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;
using Reason = AlertNotice::Reason;

constexpr std::int64_t second = 1000;
constexpr std::int64_t minute = 60 * second;
constexpr std::int64_t hour = 60 * minute;
constexpr TimestampMs start = 1'700'000'000'000;

/// Alerts and a clock, and what they make an Alertmanager say.
class Scene
{
public:
    NotifyConfig config;
    std::vector<Silence> silences;

    void fire(const std::string &name, const std::string &instance = "a")
    {
        NotifyAlert &alert = m_alerts[Labels({{"alertname", name}, {"instance", instance}})];
        alert = {};
        alert.labels = Labels({{"alertname", name}, {"instance", instance}});
        alert.startsAt = m_now;
    }
    void resolve(const std::string &name, const std::string &instance = "a")
    {
        m_alerts.at(Labels({{"alertname", name}, {"instance", instance}})).endsAt = m_now;
    }
    void remove(const std::string &name) { m_alerts.erase(Labels({{"alertname", name}, {"instance", "a"}})); }

    /// What is said at a time since the beginning: "A firing a,b resolved c" for each notice.
    QString at(std::int64_t since)
    {
        m_now = start + since;
        std::vector<NotifyAlert> alerts;
        for (const auto &[labels, alert] : m_alerts)
            alerts.push_back(alert);
        NotifyStep step = advance(std::move(m_state), alerts, SilenceIndex(silences), config, m_now);
        m_state = std::move(step.state);
        last = step.notices;
        verdicts = step.verdicts;
        QStringList said;
        for (const AlertNotice &notice : step.notices)
            said << text(notice);
        return said.join(QStringLiteral("; "));
    }
    void setNow(std::int64_t since) { m_now = start + since; }

    std::vector<AlertNotice> last;
    std::vector<AlertVerdict> verdicts;

private:
    static QString instances(const std::vector<NotifyAlert> &alerts)
    {
        QStringList names;
        for (const NotifyAlert &alert : alerts)
            names << QString::fromStdString(std::string(alert.labels.value("instance")));
        return names.join(u',');
    }
    static QString text(const AlertNotice &notice)
    {
        static const QStringList reasons = {QStringLiteral("!"), QStringLiteral("-"), QStringLiteral("=")};
        QString said = notice.isStorm
                           ? QStringLiteral("storm")
                           : QString::fromStdString(std::string(notice.groupLabels.value("alertname")));
        said += reasons[static_cast<int>(notice.reason)];
        if (!notice.firing.empty())
            said += QStringLiteral(" firing ") + instances(notice.firing);
        if (!notice.resolved.empty())
            said += QStringLiteral(" resolved ") + instances(notice.resolved);
        return said;
    }

    std::map<Labels, NotifyAlert> m_alerts;
    NotifyState m_state;
    TimestampMs m_now = start;
};

class NotifyStateTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    /// Alertmanager's documentation of group_wait, group_interval and repeat_interval.
    void groupWaitIntervalAndRepeat()
    {
        Scene scene;
        scene.fire("A", "a");
        QCOMPARE(scene.at(0), QString());
        scene.fire("A", "b");
        QCOMPARE(scene.at(29 * second), QString());
        QCOMPARE(scene.at(30 * second), QStringLiteral("A! firing a,b"));
        // What comes to a group waits for its interval.
        scene.fire("A", "c");
        QCOMPARE(scene.at(60 * second), QString());
        QCOMPARE(scene.at(5 * minute + 30 * second), QStringLiteral("A! firing a,b,c"));
        QCOMPARE(scene.at(10 * minute + 30 * second), QString());
        for (int i = 3; i < 48; ++i)
            QCOMPARE(scene.at(i * 5 * minute + 30 * second), QString());
        QCOMPARE(scene.at(4 * hour + 5 * minute + 30 * second), QString()); // not longer ago than 4 h
        QCOMPARE(scene.at(4 * hour + 10 * minute + 30 * second), QStringLiteral("A= firing a,b,c"));
    }

    /// An alert that has fired for longer than group_wait, as behind a restart, is told at once.
    void oldAlertsDoNotWait()
    {
        Scene scene;
        scene.fire("A");
        QCOMPARE(scene.at(31 * second), QStringLiteral("A! firing a"));
    }

    void groupsAreApart()
    {
        Scene scene;
        scene.fire("A");
        scene.fire("B");
        QCOMPARE(scene.at(31 * second), QStringLiteral("A! firing a; B! firing a"));
        QCOMPARE(QByteArray::fromStdString(scene.last[0].groupKey), QByteArray("{}:{alertname=\"A\"}"));
        Scene one;
        one.config.groupBy = {};
        one.fire("A", "a");
        one.fire("B", "b");
        QCOMPARE(one.at(31 * second), QStringLiteral("! firing a,b"));
        Scene all;
        all.config.groupBy = {"..."};
        all.fire("A", "a");
        all.fire("A", "b");
        QCOMPARE(all.at(31 * second), QStringLiteral("A! firing a; A! firing b"));
    }

    void resolved()
    {
        Scene scene;
        scene.fire("A", "a");
        scene.fire("A", "b");
        QCOMPARE(scene.at(31 * second), QStringLiteral("A! firing a,b"));
        scene.resolve("A", "a");
        QCOMPARE(scene.at(2 * minute), QString());
        QCOMPARE(scene.at(6 * minute), QStringLiteral("A- firing b resolved a"));
        // A resolved alert is sent again and again, but told once.
        QCOMPARE(scene.at(12 * minute), QString());
        scene.resolve("A", "b");
        QCOMPARE(scene.at(18 * minute), QStringLiteral("A- resolved b"));
        QCOMPARE(scene.at(24 * minute), QString());
    }

    void resolvedBeforeItWasTold()
    {
        Scene scene;
        scene.fire("A");
        QCOMPARE(scene.at(10 * second), QString());
        scene.resolve("A");
        QCOMPARE(scene.at(40 * second), QString());
        scene.setNow(10 * minute);
        scene.fire("A");
        QCOMPARE(scene.at(10 * minute + 31 * second), QStringLiteral("A! firing a"));
    }

    void resolvedAreNotSent()
    {
        Scene scene;
        scene.config.sendResolved = false;
        scene.fire("A", "a");
        scene.fire("A", "b");
        QCOMPARE(scene.at(31 * second), QStringLiteral("A! firing a,b"));
        scene.resolve("A", "a");
        QCOMPARE(scene.at(6 * minute), QString());
        scene.resolve("A", "b");
        QCOMPARE(scene.at(12 * minute), QString());
        // It is forgotten all the same, so that a new beginning is told.
        scene.setNow(20 * minute);
        scene.fire("A", "a");
        QCOMPARE(scene.at(20 * minute + 31 * second), QStringLiteral("A! firing a"));
    }

    /// A rule that is gone takes its alerts along.
    void goneIsResolved()
    {
        Scene scene;
        scene.fire("A");
        QCOMPARE(scene.at(31 * second), QStringLiteral("A! firing a"));
        scene.remove("A");
        QCOMPARE(scene.at(6 * minute), QStringLiteral("A- resolved a"));
    }

    void silenced()
    {
        Scene scene;
        Silence silence;
        silence.id = "s";
        silence.matchers = *parseAlertMatchers("instance=a");
        silence.startsAt = start;
        silence.endsAt = start + 7 * minute;
        scene.silences = {silence};
        scene.fire("A", "a");
        scene.fire("A", "b");
        QCOMPARE(scene.at(31 * second), QStringLiteral("A! firing b"));
        QCOMPARE(scene.verdicts.at(0).silencedBy, std::vector<std::string>{"s"});
        QVERIFY(scene.verdicts.at(1).isTold());
        // It fires on when the silence is over.
        QCOMPARE(scene.at(6 * minute), QString());
        QCOMPARE(scene.at(12 * minute), QStringLiteral("A! firing a,b"));
    }

    void inhibited()
    {
        Scene scene;
        scene.config.inhibitRules = {{"",
                                      *parseAlertMatchers("alertname=Down"),
                                      *parseAlertMatchers("alertname!=Down"),
                                      {"instance"}}};
        scene.fire("Down", "a");
        scene.fire("A", "a");
        scene.fire("A", "b");
        QCOMPARE(scene.at(31 * second), QStringLiteral("A! firing b; Down! firing a"));
        scene.resolve("Down", "a");
        QCOMPARE(scene.at(6 * minute), QStringLiteral("A! firing a,b; Down- resolved a"));
    }

    /// What fires in quiet hours is told behind them.
    void quietHours()
    {
        Scene scene;
        TimeInterval quiet;
        quiet.minutes = {{22 * 60, 22 * 60 + 20}}; // it is 22:13:20
        scene.config.quietHours = {quiet};
        scene.fire("A");
        QCOMPARE(scene.at(31 * second), QString());
        QVERIFY(scene.verdicts.at(0).isQuietTime);
        QCOMPARE(scene.at(6 * minute), QString());
        QCOMPARE(scene.at(11 * minute + 1), QStringLiteral("A! firing a"));
    }

    /// 500 alerts of 500 rules are one notification with a count, those that follow join it.
    void storm()
    {
        Scene scene;
        scene.config.groupWaitMs = 0;
        scene.config.groupIntervalMs = 10 * second;
        scene.config.stormAt = 5;
        scene.fire("Before");
        QCOMPARE(scene.at(1), QStringLiteral("Before! firing a"));
        scene.setNow(2);
        for (int i = 0; i < 250; ++i)
            scene.fire("A" + std::to_string(1000 + i));
        scene.at(second);
        QCOMPARE(scene.last.size(), std::size_t{1});
        QVERIFY(scene.last[0].isStorm);
        QCOMPARE(scene.last[0].firing.size(), std::size_t{251}); // with the one told before
        QCOMPARE(scene.last[0].groups, std::size_t{250});
        for (int i = 0; i < 250; ++i)
            scene.fire("B" + std::to_string(1000 + i));
        scene.at(5 * second);
        QCOMPARE(scene.last.size(), std::size_t{1});
        QCOMPARE(scene.last[0].firing.size(), std::size_t{501});
        QCOMPARE(scene.last[0].groupKey, std::string("storm"));
        // What is over is no longer counted.
        scene.resolve("A1000");
        scene.at(20 * second);
        QCOMPARE(scene.last.size(), std::size_t{1});
        QCOMPARE(scene.last[0].resolved.size(), std::size_t{1});
        QCOMPARE(scene.last[0].firing.size(), std::size_t{500});
        // Behind it things are told one by one.
        scene.at(2 * minute);
        scene.setNow(3 * minute);
        scene.fire("After");
        QCOMPARE(scene.at(3 * minute + 1), QStringLiteral("After! firing a"));
    }

    /// Alertmanager's: what resolves while it is silenced is not told, and its return neither, until the same
    /// would be told again.
    void resolvedWhileSilenced()
    {
        Scene scene;
        scene.fire("A");
        QCOMPARE(scene.at(31 * second), QStringLiteral("A! firing a"));
        Silence silence;
        silence.id = "s";
        silence.matchers = *parseAlertMatchers("alertname=A");
        silence.startsAt = start + minute;
        silence.endsAt = start + hour;
        scene.silences = {silence};
        scene.setNow(2 * minute);
        scene.resolve("A");
        QCOMPARE(scene.at(6 * minute), QString());
        scene.setNow(2 * hour);
        scene.fire("A");
        QCOMPARE(scene.at(2 * hour + minute), QString());
        QCOMPARE(scene.at(4 * hour + 10 * minute), QStringLiteral("A= firing a"));
    }

    void whenToLookAgain()
    {
        const std::vector<NotifyAlert> none;
        NotifyStep step = advance({}, none, SilenceIndex(), {}, start);
        QVERIFY(!step.nextAt);
        NotifyAlert alert;
        alert.labels = Labels(std::vector<Label>{{"alertname", "A"}});
        alert.startsAt = start;
        step = advance({}, std::vector{alert}, SilenceIndex(), {}, start);
        QCOMPARE(step.nextAt, std::optional<TimestampMs>(start + 30 * second));
        step = advance(std::move(step.state), std::vector{alert}, SilenceIndex(), {}, start + 30 * second);
        QCOMPARE(step.nextAt, std::optional<TimestampMs>(start + 30 * second + 5 * minute));
    }
};

} // namespace

SIGHTGLASS_TEST(NotifyStateTest)

#include "notifystatetest.moc"
