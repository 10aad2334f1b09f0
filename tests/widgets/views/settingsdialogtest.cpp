// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/settingsdialog.h"

#include "tests/support/testcase.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>

#include <algorithm>

namespace {

using namespace sightglass;

QString onlyLoopback(const ApiSettings &settings)
{
    return settings.listen.startsWith(QLatin1String("127.")) ? QString() : QStringLiteral("not loopback");
}

class SettingsDialogTest : public sightglass::test::TestCase
{
    Q_OBJECT

private:
    static QPushButton *okButton(const SettingsDialog &dialog)
    {
        return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    }

private Q_SLOTS:
    void showsWhatIsSet()
    {
        ProgramSettings settings;
        settings.query.timeoutMs = 7000;
        settings.query.maxSamples = 3'000'000;
        settings.query.features.binopFillModifiers = true;
        settings.api = {true, QStringLiteral("127.0.0.1:1234"), false, {}};
        const SettingsDialog dialog(settings, onlyLoopback);
        QCOMPARE(dialog.settings().query.timeoutMs, settings.query.timeoutMs);
        QCOMPARE(dialog.settings().query.maxSamples, settings.query.maxSamples);
        QCOMPARE(dialog.settings().query.maxSteps, settings.query.maxSteps);
        QCOMPARE(dialog.settings().query.lookbackMs, settings.query.lookbackMs);
        QVERIFY(dialog.settings().query.features.binopFillModifiers);
        QVERIFY(!dialog.settings().query.features.experimentalFunctions);
        QVERIFY(dialog.settings().api == settings.api);
    }

    void submitsWhatIsEdited()
    {
        auto *dialog = new SettingsDialog({}, onlyLoopback);
        const QPointer<SettingsDialog> watched(dialog);
        dialog->open();
        ProgramSettings submitted;
        connect(dialog, &SettingsDialog::submitted, this,
                [&submitted](const ProgramSettings &settings) { submitted = settings; });
        dialog->findChild<QSpinBox *>(QStringLiteral("timeout"))->setValue(5);
        dialog->findChild<QCheckBox *>(QStringLiteral("promql-experimental-functions"))->click();
        dialog->findChild<QCheckBox *>(QStringLiteral("apiEnabled"))->click();
        dialog->findChild<QLineEdit *>(QStringLiteral("apiTokenFile"))->setText(QStringLiteral(" /t "));
        okButton(*dialog)->click();
        QCOMPARE(submitted.query.timeoutMs, std::int64_t{5000});
        QVERIFY(submitted.query.features.experimentalFunctions);
        QVERIFY(submitted.api.enabled);
        QCOMPARE(submitted.api.tokenFile, QStringLiteral("/t"));
        QTRY_VERIFY(watched.isNull());
    }

    void howTimeIsShown()
    {
        ProgramSettings settings;
        settings.time = {true, false};
        const SettingsDialog dialog(settings, onlyLoopback);
        QVERIFY(dialog.settings().time == settings.time);
        dialog.findChild<QComboBox *>(QStringLiteral("timeZone"))->setCurrentIndex(0);
        dialog.findChild<QCheckBox *>(QStringLiteral("timeGlide"))->click();
        QVERIFY((dialog.settings().time == TimeDisplay{false, true}));
    }

    void whatIsNotTouchedStays()
    {
        ProgramSettings settings;
        settings.query.timeoutMs = 1500;
        settings.query.lookbackMs = 90'500;
        settings.query.maxSamples = 1'234'567;
        const SettingsDialog dialog(settings, onlyLoopback);
        QCOMPARE(dialog.settings().query.timeoutMs, settings.query.timeoutMs);
        QCOMPARE(dialog.settings().query.lookbackMs, settings.query.lookbackMs);
        QCOMPARE(dialog.settings().query.maxSamples, settings.query.maxSamples);
        QCOMPARE(dialog.findChild<QSpinBox *>(QStringLiteral("samples"))->text(),
                 QStringLiteral("1,234,567"));
    }

    void everyFieldIsReachedByItsOwnLetter()
    {
        const SettingsDialog dialog({}, onlyLoopback);
        QStringList titles;
        for (const auto *label : dialog.findChildren<QLabel *>()) {
            if (label->text().contains(u'&')) {
                titles << label->text();
                QVERIFY2(label->buddy() != nullptr, qPrintable(label->text()));
            }
        }
        for (const auto *box : dialog.findChildren<QCheckBox *>())
            titles << box->text();
        const auto *pages = dialog.findChild<QTabWidget *>();
        for (int i = 0; i < pages->count(); ++i)
            titles << pages->tabText(i);
        QStringList letters;
        for (const QString &title : titles) {
            const QString letter = QKeySequence::mnemonic(title).toString();
            if (letter.isEmpty())
                continue;
            letters << letter;
        }
        QVERIFY(letters.size() >= 9);
        // A page's letters and those of the tabs; "M" is on either page.
        letters.removeOne(QKeySequence(Qt::ALT | Qt::Key_M).toString());
        QCOMPARE(QSet<QString>(letters.begin(), letters.end()).size(), letters.size());
    }

    void everyFieldHasAName()
    {
        const SettingsDialog dialog({}, onlyLoopback);
        for (const auto *box : dialog.findChildren<QSpinBox *>()) {
            const auto labels = dialog.findChildren<QLabel *>();
            QVERIFY(std::any_of(labels.begin(), labels.end(),
                                [box](const QLabel *label) { return label->buddy() == box; }));
            QVERIFY(!box->accessibleDescription().isEmpty());
        }
    }

    void theApisFieldsWaitForIt()
    {
        const SettingsDialog dialog({}, onlyLoopback);
        auto *token = dialog.findChild<QLineEdit *>(QStringLiteral("apiTokenFile"));
        QVERIFY(!token->isEnabled());
        dialog.findChild<QCheckBox *>(QStringLiteral("apiEnabled"))->click();
        QVERIFY(token->isEnabled());
    }

    void saysWhatIsWrongAtOnce()
    {
        SettingsDialog dialog({}, onlyLoopback);
        auto *listen = dialog.findChild<QLineEdit *>(QStringLiteral("apiListen"));
        listen->setText(QStringLiteral("0.0.0.0:1"));
        QVERIFY(okButton(dialog)->isEnabled()); // it is off
        dialog.findChild<QCheckBox *>(QStringLiteral("apiEnabled"))->setChecked(true);
        QVERIFY(!okButton(dialog)->isEnabled());
        listen->setText(QStringLiteral("127.0.0.1:1"));
        QVERIFY(okButton(dialog)->isEnabled());
    }
};

} // namespace

SIGHTGLASS_TEST(SettingsDialogTest)

#include "settingsdialogtest.moc"
