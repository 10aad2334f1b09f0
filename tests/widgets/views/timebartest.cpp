// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/timebar.h"

#include "tests/support/testcase.h"
#include "widgets/views/timerangepopup.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

Q_DECLARE_METATYPE(sightglass::TimeRange)

namespace {

using namespace sightglass;

constexpr TimestampMs now = 1'763'733'600'000; ///< 2025-11-21 14:00 UTC
constexpr std::int64_t minute = 60'000;

QToolButton *button(const TimeBar &bar, const char *name)
{
    return bar.findChild<QToolButton *>(QLatin1String(name));
}

class TimeBarTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void tellsItsState()
    {
        TimeBar bar;
        bar.setTimeZone(QTimeZone::utc());
        TimeSelection selection(5 * minute);
        const auto show = [&] { bar.setSelection(selection, selection.range(now, now - 600 * minute)); };
        show();
        QCOMPARE(bar.stateText(), QStringLiteral("Live · Last 5 minute(s)"));
        QVERIFY(!button(bar, "timeBack")->isEnabled() && !button(bar, "timeForward")->isEnabled());
        QVERIFY2(!button(bar, "timeLater")->isEnabled(), "there is nothing later than now");
        selection.pause(now, now - 600 * minute);
        show();
        QCOMPARE(bar.stateText(), QStringLiteral("Paused · 2025-11-21 13:55 – 14:00"));
        selection.zoomTo({now - 3 * minute, now - 2 * minute}, now, now - 600 * minute);
        show();
        QCOMPARE(bar.stateText(), QStringLiteral("2025-11-21 13:57 – 13:58"));
        QVERIFY(button(bar, "timeBack")->isEnabled());
        QVERIFY(button(bar, "timeChoose")->accessibleName().contains(bar.stateText()));
        selection.back();
        show();
        QVERIFY(button(bar, "timeForward")->isEnabled());
        bar.setTimeZone(QTimeZone("Asia/Kolkata"));
        QCOMPARE(bar.stateText(), QStringLiteral("Paused · 2025-11-21 19:25 – 19:30"));
    }

    void theWayBackStaysBelowThePointer()
    {
        TimeBar bar;
        bar.setTimeZone(QTimeZone::utc());
        TimeSelection selection(5 * minute);
        const auto fromTheRight = [&] {
            bar.setSelection(selection, selection.range(now, now - 600 * minute));
            bar.resize(bar.sizeHint());
            bar.grab();
            return bar.width() - button(bar, "timeBack")->mapTo(&bar, QPoint()).x();
        };
        const int live = fromTheRight();
        selection.pause(now, now - 600 * minute);
        QCOMPARE(fromTheRight(), live);
        selection.zoomTo({now - 3 * minute - 1234, now - 2 * minute}, now, now - 600 * minute);
        QCOMPARE(fromTheRight(), live);
    }

    void asksForWhatIsPressed()
    {
        TimeBar bar;
        TimeSelection selection(5 * minute);
        selection.zoomTo({now - 3 * minute, now - 2 * minute}, now, 0);
        selection.zoomTo({now - 2 * minute, now - minute}, now, 0);
        selection.back();
        bar.setSelection(selection, selection.range(now, 0));
        QSignalSpy back(&bar, &TimeBar::backRequested);
        QSignalSpy forward(&bar, &TimeBar::forwardRequested);
        QSignalSpy out(&bar, &TimeBar::zoomOutRequested);
        QSignalSpy pan(&bar, &TimeBar::panRequested);
        QSignalSpy pause(&bar, &TimeBar::pauseToggled);
        QSignalSpy utc(&bar, &TimeBar::utcToggled);
        for (const char *name :
             {"timeBack", "timeForward", "timeWiden", "timeEarlier", "timeLater", "timePause", "timeUtc"})
            button(bar, name)->click();
        QCOMPARE(back.count() + forward.count() + out.count(), 3);
        QCOMPARE(pan.count(), 2);
        QVERIFY(pan[0][0].toDouble() < 0 && pan[1][0].toDouble() > 0);
        QCOMPARE(pause.count(), 1);
        QCOMPARE(pause[0][0].toBool(), false);
        QCOMPARE(utc.count(), 1);
    }

    void choosesAPreset()
    {
        TimeRangePopup popup([] { return now; });
        popup.setShown({now - 5 * minute, now}, 5 * minute, QTimeZone::utc());
        auto *list = popup.findChild<QListWidget *>(QStringLiteral("timeLengths"));
        QCOMPARE(list->currentItem()->text(), QStringLiteral("Last 5 minute(s)"));
        QCOMPARE(popup.findChild<QLineEdit *>(QStringLiteral("timeFrom"))->text(), QStringLiteral("now-5m"));
        QSignalSpy chosen(&popup, &TimeRangePopup::lengthChosen);
        popup.setWindowFlags(Qt::Widget); // offscreen there are no popups
        popup.show();
        list->setCurrentRow(5);
        emit list->itemActivated(list->currentItem());
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen[0][0].toLongLong(), 60 * minute);
        QVERIFY(!popup.isVisible());
    }

    void readsWhatIsTyped_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("hint");
        QTest::addColumn<qint64>("length");
        QTest::addColumn<bool>("live");
        const auto row = [](const char *from, const char *to, const char *hint, qint64 length, bool live) {
            QTest::addRow("%s to %s", from, to) << QString::fromLatin1(from) << QString::fromLatin1(to)
                                                << QString::fromLatin1(hint) << length << live;
        };
        row("now-6h", "now", "", 360 * minute, true);
        row("2025-11-21 10:00", "2025-11-21 12:30", "", 150 * minute, false);
        row("10:00", "now-1h", "", 180 * minute, false);
        row("tomorrow", "now", "From", 0, false);
        row("now-6h", "then", "To", 0, false);
        row("now", "now-6h", "earlier", 0, false);
        row("now+1h", "now+2h", "still to come", 0, false);
    }

    void readsWhatIsTyped()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, hint);
        QFETCH(qint64, length);
        QFETCH(bool, live);
        TimeRangePopup popup([] { return now; });
        popup.setShown({now - 5 * minute, now}, std::nullopt, QTimeZone::utc());
        auto *fromEdit = popup.findChild<QLineEdit *>(QStringLiteral("timeFrom"));
        QCOMPARE(fromEdit->text(), QStringLiteral("2025-11-21 13:55:00"));
        fromEdit->setText(from);
        popup.findChild<QLineEdit *>(QStringLiteral("timeTo"))->setText(to);
        QVERIFY(popup.findChild<QLabel *>(QStringLiteral("timeHint"))->text().contains(hint));
        auto *apply = popup.findChild<QPushButton *>();
        QCOMPARE(apply->isEnabled(), hint.isEmpty());
        std::optional<qint64> gotLive;
        std::optional<TimeRange> gotRange;
        connect(&popup, &TimeRangePopup::lengthChosen, this, [&gotLive](qint64 ms) { gotLive = ms; });
        connect(&popup, &TimeRangePopup::rangeChosen, this, [&gotRange](TimeRange r) { gotRange = r; });
        QTest::keyClick(fromEdit, Qt::Key_Return);
        QCOMPARE(gotLive.has_value(), hint.isEmpty() && live);
        QCOMPARE(gotRange.has_value(), hint.isEmpty() && !live);
        if (hint.isEmpty())
            QCOMPARE(gotLive.value_or(gotRange.value_or(TimeRange{}).lengthMs()), length);
    }

    void rangesInWords()
    {
        TimeRangePopup popup([] { return now; });
        popup.setShown({now - 5 * minute, now}, 5 * minute, QTimeZone::utc());
        QSignalSpy chosen(&popup, &TimeRangePopup::relativeChosen);
        QSignalSpy words(&popup, &TimeRangePopup::wordsChosen);
        auto *from = popup.findChild<QLineEdit *>(QStringLiteral("timeFrom"));
        from->setText(QStringLiteral("now/d"));
        QTest::keyClick(from, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        const auto range = chosen[0][0].value<RelativeRange>();
        QVERIFY((range == RelativeRange{QStringLiteral("now/d"), QStringLiteral("now"), QTimeZone::utc()}));
        QCOMPARE(words.size(), 1);
        QCOMPARE(wordsText(range), QStringLiteral("Today so far"));
        QCOMPARE(wordsText({QStringLiteral("now-2d/d"), QStringLiteral("now"), QTimeZone::utc()}),
                 QStringLiteral("now-2d/d – now"));
        popup.setWords(range);
        QCOMPARE(popup.findChild<QListWidget *>(QStringLiteral("timeLengths"))->currentItem()->text(),
                 QStringLiteral("Today so far"));
    }

    void aDashboardOffersItsOwn()
    {
        TimeRangePopup popup([] { return now; });
        TimeOffer offer;
        offer.ranges = {{"<b>Shift</b>", "now-8h", "now"}, {"Day", "now/d", "now/d"}};
        offer.refreshMs = {7 * minute};
        offer.refresh = 30'000;
        popup.setOffer(offer);
        auto *list = popup.findChild<QListWidget *>(QStringLiteral("timeLengths"));
        QCOMPARE(list->count(), 2);
        QCOMPARE(list->item(0)->text(), QStringLiteral("<b>Shift</b>"));
        auto *refresh = popup.findChild<QComboBox *>(QStringLiteral("timeRefresh"));
        // As data come in, what it is now, and its own.
        QCOMPARE(refresh->count(), 3);
        QCOMPARE(refresh->currentData().toLongLong(), 30'000);
        QSignalSpy chosen(&popup, &TimeRangePopup::refreshChosen);
        emit refresh->activated(2);
        QCOMPARE(chosen[0][0].toLongLong(), 7 * minute);
        popup.setOffer({});
        QVERIFY(list->count() > 10);
        QVERIFY(refresh->isHidden());
    }

    void whatWasChosenIsOfferedAgain()
    {
        TimeRangePopup popup([] { return now; });
        auto *recent = popup.findChild<QListWidget *>(QStringLiteral("timeHistory"));
        QVERIFY(recent->isHidden());
        popup.setHistory({QStringLiteral("now-3h\tnow"), QStringLiteral("<i>x</i>\tnow")});
        QCOMPARE(recent->count(), 2);
        QCOMPARE(recent->item(1)->text(), QStringLiteral("<i>x</i> – now"));
        popup.setWindowFlags(Qt::Widget);
        popup.show();
        QSignalSpy chosen(&popup, &TimeRangePopup::lengthChosen);
        emit recent->itemActivated(recent->item(0));
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toLongLong(), 180 * minute);
        TimeBar bar;
        QStringList many;
        for (int i = 0; i < 50; ++i)
            many << QStringLiteral("now-%1h\tnow").arg(i);
        bar.setHistory(many);
        QCOMPARE(bar.history().size(), 20);
    }

    void aHiddenPicker()
    {
        TimeBar bar;
        TimeOffer offer;
        offer.hidden = true;
        bar.setOffer(offer);
        QVERIFY(button(bar, "timeChoose")->isHidden());
        QVERIFY(!button(bar, "timePause")->isHidden());
        bar.setOffer({});
        QVERIFY(!button(bar, "timeChoose")->isHidden());
    }
};

} // namespace

SIGHTGLASS_TEST(TimeBarTest)
#include "timebartest.moc"
