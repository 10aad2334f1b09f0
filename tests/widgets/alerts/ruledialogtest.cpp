// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alerts/ruledialog.h"

#include "tests/support/testcase.h"
#include "widgets/alerts/backteststrip.h"
#include "widgets/alerts/notifydialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

#include <cmath>

namespace {

using namespace sightglass;

constexpr StepRange steps{1'700'000'000'000, 1'700'000'600'000, 10'000};

ThresholdChart::Series ramp()
{
    MatrixSeries one;
    for (TimestampMs t = steps.start; t <= steps.end; t += steps.stepMs)
        one.samples.push_back({t, static_cast<double>((t - steps.start) / steps.stepMs)}); // 0 to 60
    return std::make_shared<const std::vector<MatrixSeries>>(std::vector{one});
}

RuleDialog::Subject subject()
{
    RuleDialog::Subject made;
    made.draft.name = "Busy";
    made.draft.forMs = 50'000;
    made.expressions = {"load", "other"};
    made.files = {"/tmp/rules.yml"};
    return made;
}

class RuleDialogTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    /// What would have happened is told while the line moves, not when it is let go.
    void theStripFollowsTheDrag()
    {
        auto *dialog = new RuleDialog(subject(), darkTheme());
        dialog->show();
        dialog->setSeries(ramp(), steps);
        ThresholdChart *chart = dialog->chart();
        QCOMPARE(chart->threshold(), 54.0); // of 60
        const QPoint begin(chart->width() / 2, static_cast<int>(chart->yOf(54)));
        QTest::mousePress(chart, Qt::LeftButton, {}, begin);
        QList<std::size_t> fired;
        QList<std::int64_t> firing;
        for (const double value : {50.0, 40.0, 30.0, 58.0}) {
            QTest::mouseMove(chart, QPoint(begin.x(), static_cast<int>(chart->yOf(value))));
            fired << dialog->strip()->shown().fired;
            firing << dialog->strip()->shown().firingMs;
            QVERIFY(std::abs(chart->threshold() - value) < 1);
        }
        QTest::mouseRelease(chart, Qt::LeftButton, {}, begin);
        QCOMPARE(fired, (QList<std::size_t>{1, 1, 1, 0})); // at 58 it is pending only
        QVERIFY(firing[0] < firing[1] && firing[1] < firing[2]);
        QCOMPARE(dialog->findChild<QLineEdit *>(QStringLiteral("threshold"))->text(),
                 QString::number(dialog->chart()->threshold()));
        delete dialog;
    }

    /// From one end of all numbers to the other: their distance is no number, the threshold stays one.
    void theLargestThresholdsAreMoved()
    {
        constexpr double most = 1.7e308;
        MatrixSeries one;
        one.samples = {{steps.start, -most}, {steps.end, most}};
        ThresholdChart chart;
        chart.resize(600, 240);
        chart.setSeries(std::make_shared<const std::vector<MatrixSeries>>(std::vector{one}), steps);
        chart.setThreshold(0, true);
        QTest::keyClick(&chart, Qt::Key_Up);
        QVERIFY(chart.threshold() > 1e305 && chart.threshold() < 1e307);
        QTest::keyClick(&chart, Qt::Key_Down, Qt::ShiftModifier);
        QVERIFY(chart.threshold() < -1e306 && std::isfinite(chart.threshold()));
        QTest::mousePress(&chart, Qt::LeftButton, {}, QPoint(300, static_cast<int>(chart.yOf(most / 2))));
        QVERIFY(std::abs(chart.threshold() - most / 2) < most / 50);
        QTest::mouseMove(&chart, QPoint(300, 0));
        QTest::mouseRelease(&chart, Qt::LeftButton, {}, QPoint(300, 0));
        QVERIFY(chart.threshold() > most / 2);
        for (int i = 0; i < 300; ++i)
            QTest::keyClick(&chart, Qt::Key_Up);
        QVERIFY(std::isfinite(chart.threshold()) && chart.threshold() > most);
    }

    /// Files of one name are told apart, and what is long is not cut.
    void filesAndLongTexts()
    {
        RuleDialog::Subject several = subject();
        several.files = {"/tmp/rules.yml", "/etc/prometheus/rules.yml", "/tmp/other.yml"};
        auto *dialog = new RuleDialog(several, darkTheme());
        const auto *file = dialog->findChild<QComboBox *>(QStringLiteral("file"));
        QCOMPARE(file->count(), 3);
        QVERIFY(file->itemText(0).contains(QLatin1String("/tmp")));
        QVERIFY(file->itemText(1).contains(QLatin1String("/etc/prometheus")));
        QCOMPARE(file->itemText(2), QStringLiteral("other.yml"));
        auto *summary = dialog->findChild<QLineEdit *>(QStringLiteral("summary"));
        auto *save = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save);
        summary->setText(QString(9000, u'x'));
        QVERIFY(save->isEnabled());
        QCOMPARE(dialog->draft().summary.size(), std::size_t{9000});
        summary->setText(QString(11'000, u'x'));
        QVERIFY(!save->isEnabled());
        delete dialog;
    }

    void typedAndByKeys()
    {
        auto *dialog = new RuleDialog(subject(), darkTheme());
        dialog->setSeries(ramp(), steps);
        auto *threshold = dialog->findChild<QLineEdit *>(QStringLiteral("threshold"));
        threshold->selectAll();
        QTest::keyClicks(threshold, QStringLiteral("20"));
        QCOMPARE(dialog->chart()->threshold(), 20.0);
        QTest::keyClick(dialog->chart(), Qt::Key_Up);
        QVERIFY(dialog->chart()->threshold() > 20);
        QVERIFY(threshold->text() != QStringLiteral("20"));
        // Another answer leaves what was chosen.
        const double chosen = dialog->chart()->threshold();
        dialog->setSeries(ramp(), steps);
        QCOMPARE(dialog->chart()->threshold(), chosen);
        delete dialog;
    }

    void isAnOrdinaryRule()
    {
        auto *dialog = new RuleDialog(subject(), darkTheme());
        dialog->setSeries(ramp(), steps);
        const auto *text = dialog->findChild<QPlainTextEdit *>(QStringLiteral("ruleText"));
        QVERIFY2(text->toPlainText().contains(QStringLiteral("expr: load > 54")),
                 qPrintable(text->toPlainText()));
        RuleDialog::Wish wish;
        connect(dialog, &RuleDialog::submitted, this,
                [&wish](const RuleDialog::Wish &given) { wish = given; });
        dialog->show();
        QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save),
                          Qt::LeftButton);
        QCOMPARE(wish.draft.name, std::string("Busy"));
        QCOMPARE(wish.draft.forMs, std::int64_t{50'000});
        QCOMPARE(wish.file, std::string("/tmp/rules.yml"));
    }

    void whatIsWrongIsSaid()
    {
        auto *dialog = new RuleDialog(subject(), darkTheme());
        dialog->setSeries(ramp(), steps);
        auto *save = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save);
        QVERIFY(save->isEnabled());
        const auto wrong = [&](const char *field, const char *text) {
            auto *edit = dialog->findChild<QLineEdit *>(QLatin1String(field));
            const QString before = edit->text();
            edit->setText(QLatin1String(text));
            emit edit->textEdited(edit->text());
            const bool refused = !save->isEnabled();
            edit->setText(before);
            emit edit->textEdited(before);
            return refused && save->isEnabled();
        };
        QVERIFY(wrong("threshold", "much"));
        QVERIFY(wrong("for", "a while"));
        QVERIFY(wrong("ruleName", ""));
        QVERIFY(wrong("group", " "));
        delete dialog;
    }

    void howOneIsTold()
    {
        NotifySettings settings;
        settings.repeatIntervalMs = 3600'000;
        auto *dialog = new NotifyDialog(
            settings, {{}, {}, QStringLiteral("notify-me")}, [](const NotifyDialog::Senders &senders) {
                return senders.webhooks.isEmpty() ? QString() : QStringLiteral("no");
            });
        auto *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        QCOMPARE(dialog->settings(), settings);
        QVERIFY(ok->isEnabled());
        dialog->findChild<QPlainTextEdit *>(QStringLiteral("quietHours"))
            ->setPlainText(QStringLiteral("now"));
        QVERIFY(!ok->isEnabled());
        dialog->findChild<QPlainTextEdit *>(QStringLiteral("quietHours"))
            ->setPlainText(QStringLiteral("monday"));
        QVERIFY(ok->isEnabled());
        dialog->findChild<QPlainTextEdit *>(QStringLiteral("webhooks"))->setPlainText(QStringLiteral("x"));
        QVERIFY(!ok->isEnabled());
        dialog->findChild<QPlainTextEdit *>(QStringLiteral("webhooks"))->clear();
        dialog->findChild<QLineEdit *>(QStringLiteral("repeatInterval"))->setText(QStringLiteral("soon"));
        QVERIFY(!ok->isEnabled());
        dialog->setSenderStates(
            {{QStringLiteral("<b>x</b>"), false, QStringLiteral("1 sent"), QStringLiteral("refused")}});
        QCOMPARE(dialog->findChild<QTableWidget *>(QStringLiteral("senderStates"))->item(0, 2)->text(),
                 QStringLiteral("refused"));
        delete dialog;
    }

    /// The dialog stays until it is known whether what is secret could be kept.
    void submittedIsNotKeptYet()
    {
        auto *dialog = new NotifyDialog({}, {{}, {QStringLiteral("https://h/***")}, {}}, {});
        std::vector<NotifyDialog::Keeping> asked;
        connect(dialog, &NotifyDialog::submitted, this,
                [&asked](const NotifySettings &, const NotifyDialog::Senders &,
                         NotifyDialog::Keeping keeping) { asked.push_back(keeping); });
        dialog->show();
        auto *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        auto *forSession = dialog->findChild<QPushButton *>(QStringLiteral("forSession"));
        QVERIFY(!forSession->isVisible());
        QTest::mouseClick(ok, Qt::LeftButton);
        QVERIFY(dialog->isVisible() && !ok->isEnabled());
        QTest::mouseClick(ok, Qt::LeftButton);
        dialog->refuse(QStringLiteral("no store"));
        QVERIFY(ok->isEnabled() && forSession->isVisible());
        QTest::mouseClick(forSession, Qt::LeftButton);
        QVERIFY((asked == std::vector{NotifyDialog::Keeping::InStore, NotifyDialog::Keeping::ForSession}));
        dialog->accept();
        QVERIFY(!dialog->isVisible());
    }
};

} // namespace

SIGHTGLASS_TEST(RuleDialogTest)

#include "ruledialogtest.moc"
