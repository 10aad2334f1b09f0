// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/notify/alerthistory.h"

#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

constexpr TimestampMs start = 1'700'000'000'000;
constexpr std::int64_t minute = 60'000;

AlertTransition change(std::int64_t at, AlertState from, AlertState to, const char *instance = "a")
{
    AlertTransition made;
    made.at = start + at;
    made.group = "g";
    made.rule = "Down";
    made.severity = Severity::Critical;
    made.from = from;
    made.to = to;
    made.labels = Labels(std::vector<Label>{{"alertname", "Down"}, {"instance", instance}});
    made.value = static_cast<double>(at);
    made.summary = "down: ü";
    return made;
}

constexpr auto quiet = AlertState::Inactive;
constexpr auto pending = AlertState::Pending;
constexpr auto firing = AlertState::Firing;

AlertHistory readBack(const AlertHistory &history, std::int64_t at)
{
    auto read = readAlertHistory(alertHistoryText(history, start + at));
    return read.ok() ? *std::move(read) : AlertHistory();
}

class AlertHistoryTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void anEpisodeIsWhatAnAlertDid()
    {
        AlertHistory history;
        history.append(std::vector{change(0, quiet, pending), change(minute, pending, firing)});
        QCOMPARE(history.episodes().size(), std::size_t{1});
        const AlertEpisode episode = history.episodes().front();
        QCOMPARE(episode.pendingAt, std::optional<TimestampMs>(start));
        QCOMPARE(episode.firedAt, std::optional<TimestampMs>(start + minute));
        QVERIFY(!episode.endedAt);
        QCOMPARE(history.current("g", "Down", episode.labels), &history.episodes().front());
        history.append(std::vector{change(2 * minute, firing, quiet), change(3 * minute, quiet, firing)});
        QCOMPARE(history.episodes().size(), std::size_t{2});
        QCOMPARE(history.episodes().front().endedAt, std::optional<TimestampMs>(start + 2 * minute));
        QVERIFY(!history.episodes().back().pendingAt);
        QVERIFY(history.episodes().back().id != episode.id);
    }

    void anEndWithoutABeginningIsNone()
    {
        AlertHistory history;
        history.append(std::vector{change(0, firing, quiet)});
        QVERIFY(history.episodes().empty());
    }

    void acknowledgementAndNotesSurvive()
    {
        AlertHistory history;
        history.append(std::vector{change(0, quiet, firing), change(1, quiet, firing, "b\xff")});
        const std::uint64_t id = history.episodes().front().id;
        QVERIFY(history.acknowledge(id, start + 5));
        QVERIFY(history.acknowledge(id, start + 9)); // the first counts
        QVERIFY(history.note(id, "looked at it\n\"quoted\"", start + 6));
        QVERIFY(!history.note(id, " \n", start + 6));
        QVERIFY(!history.note(4711, "x", start));
        QVERIFY(!history.acknowledge(4711, start));
        const AlertHistory again = readBack(history, minute);
        QCOMPARE(again.episodes().size(), std::size_t{2});
        QCOMPARE(again.episodes().front(), history.episodes().front());
        QCOMPARE(again.episodes().front().acknowledgedAt, std::optional<TimestampMs>(start + 5));
        QCOMPARE(again.episodes().front().notes.front().text, std::string("looked at it\n\"quoted\""));
        AlertHistory mine = again;
        QVERIFY(mine.withdrawAcknowledgement(id));
        QVERIFY(!mine.find(id)->acknowledgedAt);
    }

    /// An alert that is still there after a restart begins anew, known to whom it was known; one that is not
    /// there has an end that nobody saw.
    void restart()
    {
        AlertHistory history;
        history.append(std::vector{change(0, quiet, pending), change(minute, pending, firing),
                                   change(0, quiet, firing, "b")});
        const std::uint64_t id = history.episodes().front().id;
        history.acknowledge(id, start + 5);
        AlertHistory again = readBack(history, 2 * minute);
        // Before it is seen again it is shown as what is known of it.
        QCOMPARE(again.shown().front().endedAt, std::optional<TimestampMs>(start + 2 * minute));
        QVERIFY(again.shown().front().endUnknown);
        again.append(std::vector{change(3 * minute, quiet, pending)});
        QCOMPARE(again.episodes().size(), std::size_t{3});
        QCOMPARE(again.find(id)->endedAt, std::optional<TimestampMs>(start + 2 * minute));
        QVERIFY(again.find(id)->endUnknown);
        const AlertEpisode *anew = again.current("g", "Down", change(0, quiet, firing).labels);
        QVERIFY(anew != nullptr);
        QCOMPARE(anew->pendingAt, std::optional<TimestampMs>(start + 3 * minute));
        QVERIFY(!anew->firedAt);
        QCOMPARE(anew->acknowledgedAt, std::optional<TimestampMs>(start + 5));
        QVERIFY(!again.shown().back().endedAt);
        again.settle(start + 30 * minute);
        QVERIFY(again.current("g", "Down", change(0, quiet, firing, "b").labels) != nullptr);
        // Killed again before the hour is over, it is still not known for longer than the first run knew it.
        AlertHistory third = readBack(again, 31 * minute);
        third.settle(start + 63 * minute);
        QVERIFY(third.current("g", "Down", change(0, quiet, firing, "b").labels) == nullptr);
        // The other one was seen until then.
        QVERIFY(third.current("g", "Down", change(0, quiet, firing).labels) != nullptr);
        QCOMPARE(third.shown().back().endedAt, std::optional<TimestampMs>(start + 31 * minute));
        const auto ended =
            std::find_if(third.episodes().begin(), third.episodes().end(),
                         [](const AlertEpisode &each) { return each.labels.value("instance") == "b"; });
        QVERIFY(ended->endUnknown);
        QCOMPARE(ended->endedAt, std::optional<TimestampMs>(start + 2 * minute));
    }

    /// What Prometheus restores is active since before the restart, for the history as for the alert.
    void restored_data()
    {
        QTest::addColumn<bool>("fired");
        QTest::addColumn<int>("episodes");
        QTest::newRow("pending") << false << 1;
        QTest::newRow("firing") << true << 2;
    }

    void restored()
    {
        QFETCH(const bool, fired);
        QFETCH(const int, episodes);
        AlertHistory history;
        history.append(std::vector{change(0, quiet, pending)});
        if (fired)
            history.append(std::vector{change(minute, pending, firing)});
        const std::uint64_t id = history.episodes().front().id;
        history.note(id, "before", start);
        AlertHistory again = readBack(history, 2 * minute);
        again.append(std::vector{change(3 * minute, quiet, pending)});
        again.note(again.episodes().back().id, "after", start + 3 * minute);
        auto rule = std::make_shared<Rule>();
        rule->name = "Down";
        RuleStatus status;
        status.group = "g";
        status.rule = rule;
        Alert alert;
        alert.labels = change(0, quiet, pending).labels;
        alert.activeAt = start + 3 * minute;
        status.alerts = {alert};
        QVERIFY(!again.follow(std::vector{status}));
        status.alerts.front().activeAt = start + minute;
        QVERIFY(again.follow(std::vector{status}));
        QVERIFY(!again.follow(std::vector{status}));
        QCOMPARE(again.episodes().size(), static_cast<std::size_t>(episodes));
        const AlertEpisode &last = again.episodes().back();
        QCOMPARE(last.pendingAt, std::optional<TimestampMs>(start + minute));
        QVERIFY(!last.endedAt && !last.firedAt);
        QCOMPARE(last.id == id, !fired);
        QCOMPARE(last.notes.size(), fired ? std::size_t{1} : std::size_t{2});
        if (!fired)
            QCOMPARE(last.notes.front().text, std::string("before"));
    }

    void afterALongTimeItIsAnother()
    {
        AlertHistory history;
        history.append(std::vector{change(0, quiet, firing)});
        AlertHistory again = readBack(history, minute);
        again.append(std::vector{change(62 * minute, quiet, firing)});
        QCOMPARE(again.episodes().size(), std::size_t{2});
        QVERIFY(again.episodes().front().endUnknown);
        QCOMPARE(again.episodes().front().endedAt, std::optional<TimestampMs>(start + minute));
        QVERIFY(!again.episodes().back().endedAt);
    }

    void changesComeBack()
    {
        AlertHistory history;
        const std::vector changes = {change(0, quiet, pending), change(1, quiet, firing, "b"),
                                     change(2, pending, firing), change(3, firing, quiet)};
        history.append(changes);
        const std::vector<AlertTransition> back = transitionsOf(history);
        QCOMPARE(back.size(), changes.size());
        for (std::size_t i = 0; i < back.size(); ++i) {
            QCOMPARE(back[i].at, changes[i].at);
            QCOMPARE(back[i].from, changes[i].from);
            QCOMPARE(back[i].to, changes[i].to);
            QCOMPARE(back[i].labels, changes[i].labels);
        }
    }

    void isBounded()
    {
        AlertHistoryLimits limits;
        limits.episodes = 3;
        limits.notes = 2;
        limits.noteBytes = 5;
        AlertHistory history(limits);
        history.append(std::vector{change(0, quiet, firing, "stays")});
        for (int i = 1; i < 20; ++i)
            history.append(std::vector{change(i, quiet, firing), change(i, firing, quiet)});
        QCOMPARE(history.episodes().size(), std::size_t{3});
        // What goes on is kept before what is over.
        QCOMPARE(history.episodes().front().labels.value("instance"), std::string_view("stays"));
        const std::uint64_t id = history.episodes().front().id;
        QVERIFY(!history.note(id, "abcd\xc3\xbc", start)); // nothing is cut off what somebody wrote
        QVERIFY(history.note(id, "abc\xc3\xbc", start));
        QCOMPARE(history.find(id)->notes.front().text, std::string("abc\xc3\xbc"));
        AlertTransition wordy = change(25, quiet, firing, "wordy");
        wordy.summary = "abcd\xc3\xbc"; // the cut is before the letter
        history.append(std::vector{wordy});
        QCOMPARE(history.current("g", "Down", wordy.labels)->summary, std::string("abcd"));
        history.append(std::vector{change(26, firing, quiet, "wordy")});
        QVERIFY(history.note(id, "b", start));
        QVERIFY(!history.note(id, "c", start));
        AlertTransition huge = change(30, quiet, firing);
        huge.labels = huge.labels.with("blob", std::string(10'000, 'x'));
        history.append(std::vector{huge});
        QVERIFY(history.current("g", "Down", huge.labels) == nullptr);
        history.settle(start + 31LL * 24 * 60 * minute);
        QCOMPARE(history.episodes().size(), std::size_t{1});
    }

    void brokenFiles_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("readable");
        QTest::newRow("nothing") << QByteArray() << false;
        QTest::newRow("list") << QByteArray("[]") << false;
        QTest::newRow("other") << QByteArray("{\"episodes\": 3}") << false;
        QTest::newRow("entries of all sorts")
            << QByteArray("{\"episodes\": [1, {}, {\"id\": -1}, {\"id\": 1, \"labels\": []},"
                          "{\"id\": 2, \"labels\": {\"a\": 1}}, {\"id\": 3, \"labels\": {}},"
                          "{\"id\": 4, \"labels\": {}, \"notes\": {}, \"endUnknown\": 3, \"pendingAt\": 4}]}")
            << true;
    }

    void brokenFiles()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const bool, readable);
        const auto read = readAlertHistory(text.toStdString());
        QCOMPARE(read.ok(), readable);
        if (readable)
            QVERIFY(read->episodes().empty());
    }
};

} // namespace

SIGHTGLASS_TEST(AlertHistoryTest)

#include "alerthistorytest.moc"
