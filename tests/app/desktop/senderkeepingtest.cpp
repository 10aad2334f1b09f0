// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/senderkeeping.h"

#include "app/desktop/alerttelling.h"
#include "app/desktop/windowsettings.h"
#include "model/scrape/systemclock.h"
#include "tests/model/scrape/fakesecretstore.h"
#include "tests/support/httpserver.h"
#include "tests/support/testcase.h"
#include "widgets/alerts/notifydialog.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

namespace {

using namespace sightglass;
using namespace sightglass::test;

/// What the user sees and does of it, with a secret store in memory.
struct Bench
{
    Bench(const QString &file, SecretStore *store)
        : settings(file)
        , clock(std::make_shared<SystemClock>())
        , center(clock, {})
        , telling({&settings, &center, clock, store, true})
    {}

    void open() { telling.edit(nullptr); }
    [[nodiscard]] static NotifyDialog *dialog()
    {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *found = qobject_cast<NotifyDialog *>(widget); found != nullptr && found->isVisible())
                return found;
        }
        return nullptr;
    }
    [[nodiscard]] static QPlainTextEdit *edit(const char *name)
    {
        return dialog()->findChild<QPlainTextEdit *>(QLatin1String(name));
    }
    [[nodiscard]] static QPushButton *ok()
    {
        return dialog()->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    }
    [[nodiscard]] static QString notice()
    {
        QString text;
        for (const QLabel *label : dialog()->findChildren<QLabel *>(QStringLiteral("notice")))
            text += label->text();
        return text;
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        for (const ShownSender &sender : telling.senders())
            names << sender.name;
        return names;
    }

    WindowSettings settings;
    std::shared_ptr<SystemClock> clock;
    NotificationCenter center;
    AlertTelling telling;
};

QByteArray contentOf(const QString &file)
{
    QSettings(file, QSettings::IniFormat).sync();
    QFile read(file);
    return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
}

AlertNotice notice()
{
    AlertNotice made;
    made.groupLabels = Labels(std::vector<Label>{{"alertname", "A"}});
    NotifyAlert alert;
    alert.labels = made.groupLabels;
    alert.startsAt = 1'700'000'000'000;
    made.firing = {alert};
    return made;
}

class SenderKeepingTest : public TestCase
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString freshFile()
    {
        static int number = 0;
        return m_folder.filePath(QStringLiteral("senders-%1.ini").arg(++number));
    }

private Q_SLOTS:
    void cleanup()
    {
        if (NotifyDialog *left = Bench::dialog())
            left->reject();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    void secretsGoIntoTheStore()
    {
        const QString file = freshFile();
        HttpServer server;
        server.serve("/XyZzySecret", HttpAnswer::page("", "text/plain"));
        const QString hook = server.url(QStringLiteral("/XyZzySecret")).toString();
        const QString masked = server.url(QStringLiteral("/***")).toString();
        FakeSecretStore store;
        {
            Bench bench(file, &store);
            bench.open();
            Bench::edit("webhooks")->setPlainText(hook);
            Bench::edit("alertmanagers")
                ->setPlainText(
                    QStringLiteral("http://127.0.0.1:9\nhttp://ann:PassWord@127.0.0.1:9/am?org=OrG"));
            QTest::mouseClick(Bench::ok(), Qt::LeftButton);
            QTRY_VERIFY(Bench::dialog() == nullptr);
            QCOMPARE(store.secrets().size(), std::size_t{2});
            QCOMPARE(bench.names(), (QStringList{QStringLiteral("http://127.0.0.1:9"),
                                                 QStringLiteral("http://***@127.0.0.1:9/am"), masked}));
        }
        const QByteArray written = contentOf(file);
        QVERIFY(written.contains("127.0.0.1:9"));
        for (const char *secret : {"XyZzy", "PassWord", "ann", "OrG", "org"})
            QVERIFY2(!written.contains(secret), secret);
        // The next session sends to the whole address, and shows and edits the mask.
        Bench bench(file, &store);
        emit bench.center.noticed(notice());
        QTRY_COMPARE(server.requests().size(), 1);
        QCOMPARE(server.requests().constFirst().path, QByteArray("/XyZzySecret"));
        bench.open();
        QCOMPARE(Bench::edit("webhooks")->toPlainText(), masked);
        QVERIFY(Bench::ok()->isEnabled());
        const auto before = store.secrets();
        Bench::edit("webhooks")->appendPlainText(QStringLiteral("https://h/second"));
        QTest::mouseClick(Bench::ok(), Qt::LeftButton);
        QTRY_VERIFY(Bench::dialog() == nullptr);
        QCOMPARE(store.secrets().size(), std::size_t{3});
        for (const auto &[key, secret] : before)
            QVERIFY(store.secrets().contains(key));
        // What nobody refers to any more is taken out.
        bench.open();
        Bench::edit("webhooks")->setPlainText(masked);
        Bench::edit("alertmanagers")->clear();
        QTest::mouseClick(Bench::ok(), Qt::LeftButton);
        QTRY_COMPARE(store.secrets().size(), std::size_t{1});
        QCOMPARE(QString::fromStdString(store.secrets().begin()->second), hook);
    }

    void whatCannotBeKeptIsForTheSession()
    {
        const QString file = freshFile();
        FakeSecretStore store;
        store.takeOnly(1);
        {
            Bench bench(file, &store);
            bench.open();
            Bench::edit("webhooks")
                ->setPlainText(QStringLiteral("https://127.0.0.1:9/XyZzy\nhttps://127.0.0.1:9/ZyXxy"));
            QTest::mouseClick(Bench::ok(), Qt::LeftButton);
            auto *forSession = Bench::dialog()->findChild<QPushButton *>(QStringLiteral("forSession"));
            QTRY_VERIFY(forSession->isVisible());
            QVERIFY2(Bench::notice().contains(QStringLiteral("no secret store is running")),
                     qPrintable(Bench::notice()));
            QTRY_VERIFY(store.secrets().empty()); // all or none
            QVERIFY(!contentOf(file).contains("127.0.0.1"));
            QTest::mouseClick(forSession, Qt::LeftButton);
            QTRY_VERIFY(Bench::dialog() == nullptr);
            QCOMPARE(bench.names(), (QStringList{QStringLiteral("https://127.0.0.1:9/***"),
                                                 QStringLiteral("https://127.0.0.1:9/***2")}));
            QVERIFY(!bench.telling.senders().front().status.lastError);
            // The session goes on knowing them, whatever else is edited.
            bench.open();
            Bench::edit("alertmanagers")->setPlainText(QStringLiteral("http://127.0.0.1:9"));
            QTest::mouseClick(Bench::ok(), Qt::LeftButton);
            QTRY_COMPARE(bench.names().size(), 3);
            QVERIFY(!bench.telling.senders().back().status.lastError);
        }
        QVERIFY(!contentOf(file).contains("XyZzy") && !contentOf(file).contains("ZyXxy"));
        Bench next(file, &store);
        QCOMPARE(next.names().size(), 3);
        QVERIFY(next.telling.senders().back().status.lastError.has_value());
        next.open();
        const auto *states = Bench::dialog()->findChild<QTableWidget *>(QStringLiteral("senderStates"));
        QVERIFY(states->item(2, 2)->text().contains(QStringLiteral("type it again")));
    }

    void withoutAStore()
    {
        Bench bench(freshFile(), nullptr);
        bench.open();
        Bench::edit("alertmanagers")->setPlainText(QStringLiteral("http://127.0.0.1:9"));
        QTest::mouseClick(Bench::ok(), Qt::LeftButton);
        QTRY_VERIFY(Bench::dialog() == nullptr); // needs none
        bench.open();
        Bench::edit("webhooks")->setPlainText(QStringLiteral("https://127.0.0.1:9/XyZzy"));
        QTest::mouseClick(Bench::ok(), Qt::LeftButton);
        QTRY_VERIFY(Bench::notice().contains(QStringLiteral("there is no secret store")));
    }

    void whatIsWrongIsSaidWithoutRepeatingIt()
    {
        FakeSecretStore store;
        Bench bench(freshFile(), &store);
        bench.open();
        for (const char *wrong : {"hooks.example/XyZzy", "https://hooks.example/***", "ftp://a:XyZzy@b/"}) {
            Bench::edit("webhooks")->setPlainText(QStringLiteral("\nhttps://h\n") + QLatin1String(wrong));
            QVERIFY(!Bench::ok()->isEnabled());
            QVERIFY2(Bench::notice().contains(QStringLiteral("line 2")), qPrintable(Bench::notice()));
            QVERIFY(!Bench::notice().contains(QStringLiteral("XyZzy")));
        }
    }

    void whatIsCancelledIsNotKept()
    {
        FakeSecretStore store;
        Bench bench(freshFile(), &store);
        bench.open();
        Bench::edit("webhooks")->setPlainText(QStringLiteral("https://127.0.0.1:9/XyZzy"));
        QTest::mouseClick(Bench::ok(), Qt::LeftButton);
        Bench::dialog()->reject();
        QTRY_VERIFY(store.secrets().empty());
        QCoreApplication::processEvents();
        QVERIFY(store.secrets().empty() && bench.names().isEmpty());
    }

    /// As they were written before, or by hand.
    void whatSettingsSpellOutGetsOutOfThem_data()
    {
        QTest::addColumn<bool>("hasStore");
        QTest::newRow("into the store") << true;
        QTest::newRow("for this session") << false;
    }
    void whatSettingsSpellOutGetsOutOfThem()
    {
        QFETCH(bool, hasStore);
        const QString file = freshFile();
        {
            QSettings settings(file, QSettings::IniFormat);
            settings.setValue(QStringLiteral("notify/webhooks"),
                              QStringList{QStringLiteral("https://127.0.0.1:9/XyZzy")});
        }
        QVERIFY(contentOf(file).contains("XyZzy"));
        FakeSecretStore store;
        if (!hasStore)
            QTest::ignoreMessage(QtWarningMsg,
                                 "addresses of alert senders in the settings were secrets; they "
                                 "are for this session only");
        Bench bench(file, hasStore ? &store : nullptr);
        QTRY_VERIFY(!contentOf(file).contains("XyZzy"));
        QVERIFY(contentOf(file).contains("127.0.0.1:9"));
        QCOMPARE(store.secrets().size(), std::size_t(hasStore ? 1 : 0));
        QCOMPARE(bench.names(), QStringList{QStringLiteral("https://127.0.0.1:9/***")});
        QVERIFY(!bench.telling.senders().front().status.lastError);
    }
};

} // namespace

SIGHTGLASS_TEST(SenderKeepingTest)

#include "senderkeepingtest.moc"
