// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alerts/silencedialog.h"

#include "tests/support/testcase.h"
#include "widgets/alerts/silencelist.h"
#include "widgets/alerts/silencetime.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

namespace {

using namespace sightglass;

constexpr TimestampMs now = 1'700'000'000'000;
constexpr std::int64_t hour = 3600'000;

Labels alert(const char *instance)
{
    return Labels(std::vector<Label>{{"alertname", "Down"}, {"instance", instance}});
}

SilenceDialog::Subject subject(const char *matchers)
{
    SilenceDialog::Subject made;
    made.silence.matchers = *parseAlertMatchers(matchers);
    made.silence.startsAt = now;
    made.silence.endsAt = now + hour;
    made.alerts = {alert("a"), alert("b"), alert("c")};
    made.now = [] { return now; };
    made.zone = QTimeZone::utc();
    return made;
}

class SilenceDialogTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void until_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qlonglong>("after"); // -1: nothing
        QTest::newRow("hours") << QStringLiteral("2h") << qlonglong{2 * hour};
        QTest::newRow("parts") << QStringLiteral(" 1d 12h ") << qlonglong{36 * hour};
        QTest::newRow("time") << QStringLiteral("2023-11-15 00:00")
                              << qlonglong{1'700'006'400'000 - now + 59'999};
        QTest::newRow("past") << QStringLiteral("2020-01-01") << qlonglong{-1};
        QTest::newRow("nothing") << QString() << qlonglong{-1};
        QTest::newRow("zero") << QStringLiteral("0s") << qlonglong{-1};
        QTest::newRow("for ever") << QStringLiteral("100y") << qlonglong{-1};
        QTest::newRow("words") << QStringLiteral("tomorrow") << qlonglong{-1};
    }

    void until()
    {
        QFETCH(const QString, text);
        QFETCH(const qlonglong, after);
        const auto time = parseUntil(text, now, QTimeZone::utc());
        if (after < 0) {
            QVERIFY(!time);
            return;
        }
        QVERIFY(time.has_value());
        QVERIFY2(std::abs(*time - now - after) < 60'000, qPrintable(QString::number(*time - now)));
    }

    /// What it would hit is seen while one types.
    void preview()
    {
        auto *dialog = new SilenceDialog(subject("{alertname=\"Down\"}"));
        const auto *hits = dialog->findChild<QListWidget *>(QStringLiteral("hits"));
        auto *matchers = dialog->findChild<QLineEdit *>(QStringLiteral("matchers"));
        auto *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        QCOMPARE(hits->count(), 3);
        matchers->setText(QStringLiteral("instance=~\"a|b\""));
        QCOMPARE(hits->count(), 2);
        QVERIFY(ok->isEnabled());
        for (const char *bad : {"instance=~\"(\"", "", "instance=\"\"", "x="}) {
            matchers->setText(QLatin1String(bad));
            QCOMPARE(hits->count(), 0);
            QVERIFY2(!ok->isEnabled(), bad);
        }
        delete dialog;
    }

    void submits()
    {
        auto *dialog = new SilenceDialog(subject("{alertname=\"Down\"}"));
        dialog->show();
        dialog->findChild<QComboBox *>(QStringLiteral("until"))->setCurrentText(QStringLiteral("4h"));
        dialog->findChild<QLineEdit *>(QStringLiteral("comment"))
            ->setText(QStringLiteral("disks are changed"));
        Silence wanted;
        connect(dialog, &SilenceDialog::submitted, this,
                [&wanted](const Silence &silence) { wanted = silence; });
        QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok),
                          Qt::LeftButton);
        QCOMPARE(wanted.endsAt, now + 4 * hour);
        QCOMPARE(wanted.comment, std::string("disks are changed"));
        QCOMPARE(wanted.matchers.size(), std::size_t{1});
    }

    /// Nothing is cut off what somebody writes: it is told that it is too long.
    void longCommentsAreTold()
    {
        auto *dialog = new SilenceDialog(subject("{alertname=\"Down\"}"));
        auto *comment = dialog->findChild<QLineEdit *>(QStringLiteral("comment"));
        auto *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        comment->setText(QString(4000, u'x'));
        QVERIFY(ok->isEnabled());
        comment->setText(QString(5000, u'x'));
        QCOMPARE(comment->text().size(), qsizetype{5000});
        QVERIFY(!ok->isEnabled());
        QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("commentHint"))
                    ->text()
                    .contains(QLatin1String("5000")));
        delete dialog;
    }

    /// What is shown in another way than it is stays what it is while nobody types there.
    void commentsStayAsTheyAre()
    {
        SilenceDialog::Subject changed = subject("{alertname=\"Down\"}");
        changed.silence.id = "1";
        changed.silence.comment = "a\nb\x07 " + std::string(6000, 'y');
        changed.silence.createdBy = std::string(300, 'n');
        const Silence before = changed.silence;
        auto *dialog = new SilenceDialog(changed);
        dialog->show();
        Silence wanted;
        connect(dialog, &SilenceDialog::submitted, this,
                [&wanted](const Silence &silence) { wanted = silence; });
        auto *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        QVERIFY(ok->isEnabled());
        QTest::mouseClick(ok, Qt::LeftButton);
        QCOMPARE(wanted.comment, before.comment);
        QCOMPARE(wanted.createdBy, before.createdBy);
    }

    void list()
    {
        SilenceList list;
        SilenceList::Contents contents;
        contents.now = now;
        contents.alerts = {alert("a"), alert("b")};
        Silence active;
        active.id = "1";
        active.matchers = *parseAlertMatchers("alertname=Down");
        active.startsAt = now - hour;
        active.endsAt = now + hour;
        Silence over = active;
        over.id = "2";
        over.endsAt = now - 1;
        Silence foreign = active;
        foreign.id = "3";
        foreign.endsAt = now + 2 * hour;
        contents.own = {over, active};
        contents.foreign = {foreign};
        list.setContents(contents);
        list.show();
        list.setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&list));
        auto *table = list.findChild<QTableWidget *>(QStringLiteral("silences"));
        QCOMPARE(table->rowCount(), 3);
        QCOMPARE(table->item(0, 2)->text(), QStringLiteral("2"));
        for (const int column : {3, 4}) // times are shown whole
            QVERIFY(table->columnWidth(column) >
                    table->fontMetrics().horizontalAdvance(table->item(0, column)->text()) + 6);
        table->setCurrentCell(0, 0);
        QSignalSpy expired(&list, &SilenceList::expireRequested);
        QSignalSpy edited(&list, &SilenceList::editRequested);
        QTest::keyClick(table, Qt::Key_Delete);
        QTest::keyClick(table, Qt::Key_Return);
        table->setCurrentCell(1, 0); // an Alertmanager's own
        QTest::keyClick(table, Qt::Key_Delete);
        QTest::keyClick(table, Qt::Key_Return);
        table->setCurrentCell(2, 0); // over: it may be made again, not ended again
        QTest::keyClick(table, Qt::Key_Delete);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(expired.size(), 1);
        QCOMPARE(edited.size(), 2);
    }
};

} // namespace

SIGHTGLASS_TEST(SilenceDialogTest)

#include "silencedialogtest.moc"
