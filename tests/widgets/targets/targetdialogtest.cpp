// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/targets/targetdialog.h"

#include "tests/support/testcase.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>

namespace {

using namespace sightglass;

class TargetDialogTest : public sightglass::test::TestCase
{
    Q_OBJECT

private:
    static QPushButton *okButton(const TargetDialog &dialog)
    {
        return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    }

private Q_SLOTS:
    void onlyUsableAddressesPass_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("url");
        QTest::newRow("host and port")
            << QStringLiteral("localhost:9100") << QStringLiteral("http://localhost:9100/metrics");
        QTest::newRow("complete") << QStringLiteral("https://a.example/x?y=1")
                                  << QStringLiteral("https://a.example/x?y=1");
        QTest::newRow("blanks around")
            << QStringLiteral("  127.0.0.1:1 ") << QStringLiteral("http://127.0.0.1:1/metrics");
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("another scheme") << QStringLiteral("ftp://a/b") << QString();
        QTest::newRow("a port too high") << QStringLiteral("a:99999") << QString();
        QTest::newRow("words") << QStringLiteral("not an address") << QString();
    }

    void onlyUsableAddressesPass()
    {
        QFETCH(QString, typed);
        QFETCH(QString, url);
        TargetDialog dialog(TargetConfig{});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.findChild<QLineEdit *>(QStringLiteral("url"))->setText(typed);
        QCOMPARE(okButton(dialog)->isEnabled(), !url.isEmpty());
        if (!url.isEmpty())
            QCOMPARE(dialog.config().url.toString(), url);
    }

    void secondsAreWrittenAsTheLanguageDoesAndTakePointAndComma()
    {
        QLocale::setDefault(QLocale(QLocale::German));
        TargetConfig config;
        config.url = QUrl(QStringLiteral("http://a/metrics"));
        config.intervalMs = 1500;
        TargetDialog dialog(config);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        auto *interval = dialog.findChild<QDoubleSpinBox *>(QStringLiteral("interval"));
        QCOMPARE(interval->text(), QStringLiteral("1,5 s"));
        for (const char *typed : {"2,5", "2.5"}) {
            interval->setValue(7);
            interval->selectAll();
            QTest::keyClicks(interval, QLatin1String(typed));
            QCOMPARE(dialog.config().intervalMs, std::int64_t{2500});
        }
        QLocale::setDefault(QLocale::c());
    }

    void timeoutMustFitTheInterval()
    {
        TargetConfig config;
        config.url = QUrl(QStringLiteral("http://a/metrics"));
        TargetDialog dialog(config);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.findChild<QDoubleSpinBox *>(QStringLiteral("interval"))->setValue(1);
        dialog.findChild<QDoubleSpinBox *>(QStringLiteral("timeout"))->setValue(2);
        QVERIFY(!okButton(dialog)->isEnabled());
        dialog.findChild<QDoubleSpinBox *>(QStringLiteral("timeout"))->setValue(0.5);
        QVERIFY(okButton(dialog)->isEnabled());
    }

    /// One in the address of a target that is there (from the command line) is authentication from now on.
    void passwordIsNeitherShownNorLost()
    {
        TargetConfig config;
        config.url = QUrl(QStringLiteral("http://user:secret@a/metrics"));
        TargetDialog dialog(config);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        auto *field = dialog.findChild<QLineEdit *>(QStringLiteral("url"));
        QCOMPARE(field->text(), QStringLiteral("http://a/metrics"));
        field->setText(QStringLiteral("http://a/other"));
        const TargetConfig edited = dialog.config();
        QCOMPARE(edited.url, QUrl(QStringLiteral("http://a/other")));
        const BasicAuth expected{"user", {}, SecretText{"secret"}};
        QVERIFY(std::get<BasicAuth>(edited.client.authentication) == expected);
    }

    /// A token in the address is a secret as a password is: kept apart, and asterisks where it is shown.
    void tokensOfTheAddressAreKeptApart()
    {
        TargetConfig config;
        config.url = QUrl(QStringLiteral("http://a/metrics?token=PW&x=1"));
        TargetDialog dialog(config);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        auto *field = dialog.findChild<QLineEdit *>(QStringLiteral("url"));
        QCOMPARE(field->text(), QStringLiteral("http://a/metrics?x=1&token=***"));
        QCOMPARE(dialog.config().url, QUrl(QStringLiteral("http://a/metrics?x=1")));
        const auto parameters = [&dialog] { return dialog.config().client.parameters; };
        QVERIFY(parameters() == (std::vector<SecretParameter>{{"token", SecretText{"PW"}}}));
        field->setText(QStringLiteral("http://a/metrics?token=new&api-key=b%20c"));
        QVERIFY(parameters() ==
                (std::vector<SecretParameter>{{"token", SecretText{"new"}}, {"api-key", SecretText{"b c"}}}));
        field->setText(QStringLiteral("http://a/metrics"));
        QVERIFY(parameters().empty());
    }

    /// The page says what would be done, before the field is left too.
    void credentialsOfATypedAddressAreShownWhileTheyStandThere()
    {
        TargetConfig config;
        config.url = QUrl(QStringLiteral("http://a/metrics"));
        config.client.authentication = Authorization{"Bearer", SecretFile{"/token"}};
        TargetDialog dialog(config);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        auto *field = dialog.findChild<QLineEdit *>(QStringLiteral("url"));
        const auto *method = dialog.findChild<QComboBox *>(QStringLiteral("authentication"));
        const auto *user = dialog.findChild<QLineEdit *>(QStringLiteral("user"));
        const auto *tabs = dialog.findChild<QTabWidget *>();
        field->clear();
        QTest::keyClicks(field, QStringLiteral("http://ann:p%40ss@host:1"));
        QCOMPARE(method->currentIndex(), 1);
        QCOMPARE(user->text(), QStringLiteral("ann"));
        QCOMPARE(field->text(), QStringLiteral("http://ann:p%40ss@host:1"));
        QVERIFY(std::get<BasicAuth>(dialog.config().client.authentication).password ==
                Secret(SecretText{"p@ss"}));
        QCOMPARE(dialog.config().url, QUrl(QStringLiteral("http://host:1/metrics")));
        QCOMPARE(tabs->tabText(1), QStringLiteral("Authentication •"));
        field->setText(QStringLiteral("host:1"));
        QCOMPARE(method->currentIndex(), 2);
        QVERIFY(dialog.config().client.authentication == config.client.authentication);
        field->setText(QStringLiteral("http://bob:x@host:1"));
        emit field->editingFinished();
        QCOMPARE(field->text(), QStringLiteral("http://host:1/metrics"));
        QCOMPARE(method->currentIndex(), 1);
        QCOMPARE(user->text(), QStringLiteral("bob"));
    }

    /// Each page knows itself when it is used and whether it is for HTTP only.
    void pagesAreMarkedAndSwitchedOff()
    {
        TargetConfig config;
        config.url = QUrl(QStringLiteral("http://a/metrics"));
        config.labels = Labels(std::vector<Label>{{"a", "b"}});
        config.client.tls.insecureSkipVerify = true;
        config.client.headers.emplace_back().name = "X";
        config.samples.limits.samples = 1;
        config.samples.metricRelabelRules.emplace_back();
        TargetDialog dialog(config);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        const auto *tabs = dialog.findChild<QTabWidget *>();
        const auto marked = [tabs] {
            QStringList titles;
            for (int i = 0; i < tabs->count(); ++i) {
                if (tabs->tabText(i).endsWith(QStringLiteral(" •")))
                    titles << tabs->tabText(i).chopped(2);
            }
            return titles.join(u',');
        };
        QCOMPARE(marked(), QStringLiteral("Labels,TLS,Proxy and headers,Samples,Relabelling"));
        dialog.findChild<QLineEdit *>(QStringLiteral("url"))->setText(QStringLiteral("/run/page.prom"));
        QStringList off;
        for (int i = 0; i < tabs->count(); ++i) {
            if (!tabs->isTabEnabled(i))
                off << tabs->tabText(i).remove(QStringLiteral(" •"));
        }
        QCOMPARE(off.join(u','), QStringLiteral("Authentication,TLS,Proxy and headers"));
    }

    void submitsWhatWasEditedAndKeepsTheRest()
    {
        TargetConfig config;
        config.id = QStringLiteral("the-id");
        config.url = QUrl(QStringLiteral("http://a/metrics"));
        config.samples.limits.samples = 7;
        const QPointer<TargetDialog> dialog = new TargetDialog(config);
        QSignalSpy submitted(dialog, &TargetDialog::submitted);
        dialog->open();
        QTest::keyClicks(dialog->findChild<QLineEdit *>(QStringLiteral("name")), QStringLiteral("billing"));
        QTest::mouseClick(okButton(*dialog), Qt::LeftButton);
        QCOMPARE(submitted.count(), 1);
        const auto edited = submitted.first().first().value<TargetConfig>();
        QCOMPARE(edited.id, config.id);
        QCOMPARE(edited.name, QStringLiteral("billing"));
        QCOMPARE(edited.samples.limits.samples, std::uint64_t{7});
        QTRY_VERIFY(dialog.isNull());
    }
};

} // namespace

SIGHTGLASS_TEST(TargetDialogTest)
#include "targetdialogtest.moc"
