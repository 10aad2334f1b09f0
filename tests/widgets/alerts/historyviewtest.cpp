// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alerts/historyview.h"

#include "tests/support/testcase.h"
#include "widgets/alerts/alerttimeline.h"
#include "widgets/alerts/historyrows.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace {

using namespace sightglass;

constexpr TimestampMs now = 1'700'000'000'000;
constexpr std::int64_t minute = 60'000;

AlertTransition change(std::int64_t minutes, const char *instance, AlertState from, AlertState to)
{
    AlertTransition made;
    made.at = now + minutes * minute;
    made.group = "g";
    made.rule = "Down";
    made.from = from;
    made.to = to;
    made.labels = Labels(std::vector<Label>{{"alertname", "Down"}, {"instance", instance}});
    return made;
}

AlertHistory someHistory()
{
    constexpr auto quiet = AlertState::Inactive;
    constexpr auto pending = AlertState::Pending;
    constexpr auto firing = AlertState::Firing;
    AlertHistory history;
    history.append(std::vector{change(-300, "old", quiet, firing), change(-290, "old", firing, quiet),
                               change(-50, "a", quiet, pending), change(-45, "a", pending, firing),
                               change(-30, "a", firing, quiet), change(-20, "b", quiet, firing),
                               change(-10, "a", quiet, pending)});
    return history;
}

class HistoryViewTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void rows()
    {
        const AlertHistory history = someHistory();
        const TimeRange hour{now - 60 * minute, now};
        const auto rows = historyRows(history.episodes(), hour, "");
        QCOMPARE(rows.size(), std::size_t{2});
        QCOMPARE(rows[0].labels.value("instance"), std::string_view("a")); // it goes on, and began last
        QCOMPARE(rows[0].episodes.size(), std::size_t{2});
        QCOMPARE(historyRows(history.episodes(), hour, "INSTANCE b").size(), std::size_t{1});
        QCOMPARE(historyRows(history.episodes(), {now - 400 * minute, now}, "").size(), std::size_t{3});
        QVERIFY(historyRows(history.episodes(), {now - 900 * minute, now - 800 * minute}, "").empty());
    }

    void isReadByKeys()
    {
        HistoryView view;
        view.resize(1000, 600);
        view.show();
        view.setHistory(someHistory(), now);
        AlertTimeline *timeline = view.timeline();
        timeline->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        QVERIFY(timeline->chosen() != nullptr);
        QCOMPARE(timeline->chosen()->beganAt(), now - 10 * minute);
        QTest::keyClick(timeline, Qt::Key_Left);
        QCOMPARE(timeline->chosen()->beganAt(), now - 50 * minute);
        QTest::keyClick(timeline, Qt::Key_Down);
        QCOMPARE(timeline->chosen()->labels.value("instance"), std::string_view("b"));
        QSignalSpy acknowledged(&view, &HistoryView::acknowledgeRequested);
        QTest::keyClick(timeline, Qt::Key_A);
        QCOMPARE(acknowledged.size(), 1);
        QVERIFY(acknowledged.at(0).at(1).toBool());
    }

    void notesAreTaken()
    {
        AlertHistory history = someHistory();
        HistoryView view;
        view.resize(900, 600);
        view.show();
        view.setHistory(history, now);
        const std::uint64_t id = history.episodes().back().id;
        view.takeNote(id);
        auto *note = view.findChild<QLineEdit *>(QStringLiteral("note"));
        QSignalSpy given(&view, &HistoryView::noteGiven);
        QTest::keyClicks(note, QStringLiteral("<i>seen</i>"));
        QTest::keyClick(note, Qt::Key_Return);
        QCOMPARE(given.size(), 1);
        QCOMPARE(given.at(0).at(0).toULongLong(), id);
        QVERIFY(note->text().isEmpty());
        QTest::keyClick(note, Qt::Key_Return); // nothing is no note
        QCOMPARE(given.size(), 1);
        QVERIFY(history.note(id, "<i>seen</i>", now));
        view.setHistory(history, now);
        QCOMPARE(view.timeline()->chosen()->id, id);
        QVERIFY(view.findChild<QListWidget *>(QStringLiteral("notes"))
                    ->item(0)
                    ->text()
                    .contains(QStringLiteral("<i>seen</i>")));
    }

    void longNotesAreTold()
    {
        HistoryView view;
        view.show();
        view.setHistory(someHistory(), now);
        auto *note = view.findChild<QLineEdit *>(QStringLiteral("note"));
        QSignalSpy given(&view, &HistoryView::noteGiven);
        note->setText(QString(3000, u'ü')); // 6,000 bytes
        QTest::keyClick(note, Qt::Key_Return);
        QCOMPARE(given.size(), 0);
        QCOMPARE(note->text().size(), qsizetype{3000});
        const auto *hint = view.findChild<QLabel *>(QStringLiteral("noteHint"));
        QVERIFY(hint->text().contains(QLatin1String("6000")));
        note->setText(QString(2000, u'ü'));
        QVERIFY(hint->text().isEmpty());
        QTest::keyClick(note, Qt::Key_Return);
        QCOMPARE(given.size(), 1);
        QCOMPARE(given.at(0).at(1).toString().size(), qsizetype{2000});
    }

    /// What another run left open and this one has not seen is over, as on the board, where it is not.
    void whatWasNotSeenAgainDoesNotGoOn()
    {
        const auto read = readAlertHistory(alertHistoryText(someHistory(), now));
        QVERIFY(read.ok());
        HistoryView view;
        view.setTimeZone(QTimeZone::utc());
        view.setHistory(*read, now + minute);
        const auto *facts = view.findChild<QLabel *>(QStringLiteral("episodeFacts"));
        QVERIFY2(facts->text().contains(QLatin1String("last seen")), qPrintable(facts->text()));
        AlertHistory again = *read;
        again.append(std::vector{change(1, "a", AlertState::Inactive, AlertState::Firing)});
        view.setHistory(again, now + 2 * minute);
        view.timeline()->choose(again.episodes().back().id);
        QVERIFY2(facts->text().contains(QLatin1String("goes on")), qPrintable(facts->text()));
    }

    void longerTimesShowMore()
    {
        HistoryView view;
        view.setHistory(someHistory(), now);
        auto *length = view.findChild<QComboBox *>(QStringLiteral("historyLength"));
        QCOMPARE(length->currentIndex(), 2); // all of it
        length->setCurrentIndex(1);
        QCOMPARE(view.timeline()->rows().size(), std::size_t{2});
        length->setCurrentIndex(3);
        QCOMPARE(view.timeline()->rows().size(), std::size_t{3});
    }
};

} // namespace

SIGHTGLASS_TEST(HistoryViewTest)

#include "historyviewtest.moc"
