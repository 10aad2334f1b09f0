// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/alertspage.h"

#include "app/desktop/alertdesk.h"
#include "app/desktop/alerttray.h"
#include "app/desktop/dashboardpages.h"
#include "app/desktop/mainwindow.h"
#include "app/desktop/targetmemory.h"
#include "app/desktop/windowconfigs.h"
#include "app/desktop/windowsettings.h"
#include "model/alerting/rulegroup.h"
#include "model/presentation/alertboardmodel.h"
#include "model/presentation/alertjournal.h"
#include "model/presentation/alerttablemodel.h"
#include "model/presentation/targetsources.h"
#include "model/scrape/systemclock.h"
#include "model/senders/notificationcenter.h"
#include "parser/config/rulefilereader.h"
#include "tests/support/testcase.h"
#include "widgets/alerts/alertboard.h"
#include "widgets/alerts/alertsheet.h"
#include "widgets/alerts/alerttimeline.h"
#include "widgets/alerts/historyview.h"
#include "widgets/alerts/ruledialog.h"
#include "widgets/alerts/rulesview.h"
#include "widgets/alerts/silencedialog.h"
#include "widgets/alerts/silencelist.h"
#include "widgets/alerts/whypane.h"
#include "widgets/targets/configdialog.h"
#include "widgets/views/alertpane.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

namespace {

using namespace sightglass;

LoadedRules rules(const char *text)
{
    LoadedRules loaded;
    const RuleFileReading read = readRuleFile(text);
    for (const WrittenGroup &group : read.file.groups)
        loaded.groups.push_back(ruleGroup(group, "rules.yml"));
    return loaded;
}

constexpr const char *someRules = "groups:\n- name: g\n  interval: 1s\n  rules:\n"
                                  "  - {alert: Always, expr: 'vector(7) > 3', labels: {severity: critical}}\n"
                                  "  - {alert: Waits, expr: vector(1), for: 1h}\n"
                                  "  - {alert: Never, expr: vector(1) > 5}\n"
                                  "  - {alert: Typo, expr: no_such_metric > 5}\n";

/// The window and all about alerts in it, settings in `folder`; not shown yet.
struct DeskBench
{
    explicit DeskBench(const QTemporaryDir &folder)
        : settings(folder.filePath(QStringLiteral("s.ini")))
    {}

    std::shared_ptr<SystemClock> clock = std::make_shared<SystemClock>();
    WindowSettings settings;
    TargetMemory memory{&settings, {}};
    Workspace workspace{clock, {}};
    TargetSources sources{&workspace};
    NotificationCenter center{clock, {}};
    AlertJournal journal{{}, &workspace, clock};
    MainWindow window{{&workspace, &settings, &memory, nullptr, nullptr, &sources}};
    AlertDesk desk{&window, &settings, {&workspace, &center, &journal}};
};

/// A workspace with rules that need no target, and the page over it.
struct Bench
{
    explicit Bench(const QTemporaryDir &folder)
        : clock(std::make_shared<SystemClock>())
        , workspace(clock, {})
        , center(clock, {}, folder.filePath(QStringLiteral("silences.json")))
        , journal(folder.filePath(QStringLiteral("history.json")), &workspace, clock)
        , page({&workspace, &center, &journal})
    {
        QObject::connect(&workspace, &Workspace::ticked, &center, &NotificationCenter::update);
        workspace.setFileRules(rules(someRules));
        page.resize(1200, 700);
        page.show();
    }

    [[nodiscard]] AlertBoardModel *model() const
    {
        return qobject_cast<AlertBoardModel *>(page.board()->sheet()->model());
    }

    std::shared_ptr<SystemClock> clock;
    Workspace workspace;
    NotificationCenter center;
    AlertJournal journal;
    AlertsPage page;
};

class AlertsPageTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void boardHistoryAndSilences()
    {
        QTemporaryDir folder;
        std::uint64_t id = 0;
        {
            Bench bench(folder);
            QVERIFY(QTest::qWaitForWindowActive(&bench.page));
            QTRY_COMPARE_WITH_TIMEOUT(bench.model()->rowCount(), 2, 10'000);
            QCOMPARE(bench.model()->row(0)->rule, std::string("Always"));
            AlertSheet *sheet = bench.page.board()->sheet();
            sheet->setFocus();
            sheet->setCurrentIndex(bench.model()->index(0, 0));
            QTest::keyClick(sheet, Qt::Key_A);
            QTRY_VERIFY(bench.model()->row(0)->acknowledgedAt.has_value());
            QTest::keyClick(sheet, Qt::Key_N);
            QCOMPARE(bench.page.currentWidget(), bench.page.history());
            auto *note = bench.page.findChild<QLineEdit *>(QStringLiteral("note"));
            QTest::keyClicks(note, QStringLiteral("seen"));
            QTest::keyClick(note, Qt::Key_Return);
            QVERIFY(bench.page.history()->timeline()->chosen() != nullptr);
            id = bench.page.history()->timeline()->chosen()->id;
            QCOMPARE(bench.journal.history().find(id)->notes.size(), std::size_t{1});

            bench.page.showBoard();
            sheet->setCurrentIndex(bench.model()->index(0, 0));
            QTest::keyClick(sheet, Qt::Key_S);
            auto *dialog = bench.page.findChild<SilenceDialog *>();
            QVERIFY(dialog != nullptr);
            QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok),
                              Qt::LeftButton);
            QCOMPARE(bench.center.silences().size(), std::size_t{1});
            QTRY_VERIFY(!bench.model()->row(0)->verdict.isTold());
            bench.page.showSilences();
            auto *list = bench.page.findChild<QTableWidget *>(QStringLiteral("silences"));
            QTRY_COMPARE(list->rowCount(), 1);
            QCOMPARE(list->item(0, 2)->text(), QStringLiteral("1")); // hits one alert
            QTest::keyClick(list, Qt::Key_Delete);
            QTRY_COMPARE(silenceState(bench.center.silences().front(), bench.center.now()),
                         SilenceState::Expired);
        }
        // All of it is there again after a restart.
        Bench again(folder);
        QVERIFY(again.journal.history().find(id) != nullptr);
        QVERIFY(again.journal.history().find(id)->acknowledgedAt.has_value());
        QCOMPARE(again.journal.history().find(id)->notes.front().text, std::string("seen"));
    }

    void whyAndWhyNot()
    {
        QTemporaryDir folder;
        Bench bench(folder);
        QTRY_COMPARE_WITH_TIMEOUT(bench.workspace.lastTick().rules.size(), std::size_t{4}, 10'000);
        QTRY_VERIFY(bench.workspace.lastTick().rules.front().lastEvaluation.has_value());
        bench.page.showRules();
        RulesView *view = bench.page.rules();
        const auto *verdict = view->why()->findChild<QLabel *>(QStringLiteral("ruleVerdict"));
        const auto asked = [&](const char *rule, const char *word) {
            if (!view->choose("rules.yml", "g", rule))
                return false;
            return QTest::qWaitFor([&] { return verdict->text().contains(QLatin1String(word)); }, 10'000);
        };
        QVERIFY2(asked("Always", "It fires"), qPrintable(verdict->text()));
        QVERIFY2(asked("Waits", "not fire yet"), qPrintable(verdict->text()));
        QVERIFY2(asked("Never", "holds for none"), qPrintable(verdict->text()));
        QVERIFY2(asked("Typo", "nothing to compare"), qPrintable(verdict->text()));
    }

    void returnOnALineExplainsIt()
    {
        QTemporaryDir folder;
        Bench bench(folder);
        QTRY_COMPARE_WITH_TIMEOUT(bench.model()->rowCount(), 2, 10'000);
        bench.page.board()->sheet()->setCurrentIndex(bench.model()->index(1, 0));
        QTest::keyClick(bench.page.board()->sheet(), Qt::Key_Return);
        QCOMPARE(bench.page.currentWidget(), bench.page.rules());
        QVERIFY(bench.page.rules()->chosen() != nullptr);
        QCOMPARE(bench.page.rules()->chosen()->rule->name, std::string("Waits"));
    }

    /// From a panel's menu to a rule in force.
    void aRuleIsMadeFromAPanel()
    {
        QTemporaryDir folder;
        DeskBench bench(folder);
        WindowSettings &settings = bench.settings;
        Workspace &workspace = bench.workspace;
        MainWindow &window = bench.window;
        AlertDesk &desk = bench.desk;
        window.show();
        PanelSpec panel;
        panel.title = "CPU use (%)";
        panel.queries.push_back({"vector(3)", {}});
        workspace.setTargets({});
        QTRY_VERIFY(workspace.lastTick().snapshot != nullptr);
        desk.alertOn(panel);
        auto *dialog = window.findChild<RuleDialog *>();
        QVERIFY(dialog != nullptr);
        QCOMPARE(dialog->draft().name, std::string("CPUUse"));
        auto *save = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save);
        QTRY_VERIFY(save->isEnabled());
        QTest::mouseClick(save, Qt::LeftButton);
        QVERIFY(QFile::exists(folder.filePath(QStringLiteral("my-rules.yml"))));
        const auto isInForce = [&workspace] {
            const auto &watched = workspace.lastTick().rules;
            return std::any_of(watched.begin(), watched.end(),
                               [](const RuleStatus &rule) { return rule.rule->name == "CPUUse"; });
        };
        QTRY_VERIFY_WITH_TIMEOUT(isInForce(), 10'000);
        QVERIFY(settings.ruleFiles().contains(folder.filePath(QStringLiteral("my-rules.yml"))));
        // A second one of the same name is refused, and said so.
        desk.alertOn(panel);
        dialog = window.findChildren<RuleDialog *>().back();
        save = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save);
        QTRY_VERIFY(save->isEnabled());
        QTest::mouseClick(save, Qt::LeftButton);
        QVERIFY(dialog->isVisible());
        desk.showTime(bench.center.now() - 60'000);
        // The list below the dashboards leads to the board.
        window.pages()->setCurrentIndex(0);
        emit window.findChild<AlertPane *>()->boardRequested();
        QVERIFY(qobject_cast<AlertsPage *>(window.pages()->currentWidget()) != nullptr);
    }

    /// Each rule file has a switch that is remembered; rules that come along are off until switched on.
    void ruleFilesAreSwitched()
    {
        QTemporaryDir folder;
        const QString own = folder.filePath(QStringLiteral("own.yml"));
        QFile file(own);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(someRules);
        file.close();
        DeskBench bench(folder);
        WindowSettings &settings = bench.settings;
        Workspace &workspace = bench.workspace;
        MainWindow &window = bench.window;
        AlertDesk &desk = bench.desk;
        window.resize(1200, 800);
        window.show();
        workspace.setTargets({});
        window.configs()->open(own, FollowedKind::Rules);
        const auto rulesOf = [&workspace](const QString &of) {
            const auto &watched = workspace.lastTick().rules;
            return std::count_if(watched.begin(), watched.end(),
                                 [&of](const RuleStatus &rule) { return rule.file == of.toStdString(); });
        };
        QTRY_COMPARE_WITH_TIMEOUT(rulesOf(own), 4, 10'000);
        desk.showRuleFiles();
        auto *table = window.findChild<QTableWidget *>(QStringLiteral("ruleFiles"));
        const QString node = QStringLiteral("bundled:node");
        const auto rowOf = [table](const QString &name) {
            for (int row = 0; row < table->rowCount(); ++row) {
                if (table->item(row, 1)->text() == name)
                    return row;
            }
            return -1;
        };
        QTRY_VERIFY(rowOf(QStringLiteral("own.yml")) == 0);
        QTRY_COMPARE(table->item(0, 2)->text(), QStringLiteral("4"));
        QVERIFY(rowOf(QStringLiteral("node")) > 0);
        QCOMPARE(table->item(rowOf(QStringLiteral("node")), 0)->checkState(), Qt::Unchecked);
        QVERIFY(table->item(rowOf(QStringLiteral("node")), 2)->text().toInt() > 5);
        table->item(0, 0)->setCheckState(Qt::Unchecked);
        QTRY_COMPARE_WITH_TIMEOUT(rulesOf(own), 0, 10'000);
        QCOMPARE(settings.rulesOff(), QStringList{own});
        QTRY_COMPARE(table->item(0, 0)->checkState(), Qt::Unchecked);
        table->setCurrentCell(rowOf(QStringLiteral("node")), 0);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(rulesOf(node) > 5, 10'000);
        QVERIFY(settings.ruleFiles().contains(node));
        QTRY_COMPARE(table->item(rowOf(QStringLiteral("node")), 0)->checkState(), Qt::Checked);
        table->item(rowOf(QStringLiteral("node")), 0)->setCheckState(Qt::Unchecked);
        QTRY_COMPARE_WITH_TIMEOUT(rulesOf(node), 0, 10'000);
        QVERIFY(!settings.ruleFiles().contains(node));
        table->item(0, 0)->setCheckState(Qt::Checked);
        QTRY_COMPARE_WITH_TIMEOUT(rulesOf(own), 4, 10'000);
        QVERIFY(settings.rulesOff().isEmpty());
        // All files of the user's own are offered for new rules.
        desk.alertOn(PanelSpec());
        const auto *files = window.findChild<RuleDialog *>()->findChild<QComboBox *>(QStringLiteral("file"));
        QVERIFY(files->findData(own) >= 0);
        QCOMPARE(files->findData(folder.filePath(QStringLiteral("my-rules.yml"))), 0);
        QCOMPARE(files->count(), 2);
    }

    /// Of a broken rule file it is told what becomes of its rules.
    void brokenRuleFilesAreAboutRules()
    {
        ConfigState state;
        state.path = QStringLiteral("/tmp/rules.yml");
        state.kind = FollowedKind::Rules;
        state.broken = FileProblem{state.path, Error{ErrorCode::ConfigSyntax, {"oh"}, {}, {}}};
        ConfigDialog dialog(state);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        const auto *said = dialog.findChild<QLabel *>(QStringLiteral("state"));
        QVERIFY2(said->text().contains(QLatin1String("none of its rules")), qPrintable(said->text()));
        state.ruleGroups = rules(someRules).groups;
        dialog.setState(state);
        QVERIFY2(said->text().contains(QLatin1String("last good rules")), qPrintable(said->text()));
    }

    /// What is silenced makes no badge, and is counted apart.
    void silencedAlertsMakeNoBadge()
    {
        QTemporaryDir folder;
        DeskBench bench(folder);
        Workspace &workspace = bench.workspace;
        NotificationCenter &center = bench.center;
        MainWindow &window = bench.window;
        AlertDesk &desk = bench.desk;
        QObject::connect(&workspace, &Workspace::ticked, &center, &NotificationCenter::update);
        AlertSummary shown;
        connect(&desk, &AlertDesk::summaryChanged, this,
                [&shown](const AlertSummary &summary) { shown = summary; });
        workspace.setFileRules(rules(someRules));
        window.show();
        QTRY_COMPARE_WITH_TIMEOUT(shown.firing, 1, 10'000);
        QCOMPARE(shown.pending, 1);
        const int tab = window.pages()->indexOf(desk.page());
        QVERIFY(!window.pages()->tabIcon(tab).isNull());
        Silence all;
        all.matchers = {{MatchOp::Regex, "alertname", "Always|Waits"}};
        all.startsAt = center.now();
        all.endsAt = all.startsAt + 3600'000;
        QVERIFY(center.setSilence(all).ok());
        QTRY_COMPARE(shown.firing, 0);
        QCOMPARE(shown.pending, 0);
        QCOMPARE(shown.quiet, 2);
        QVERIFY(window.pages()->tabIcon(tab).isNull());
        QVERIFY(summaryText(shown).contains(u'2'));
        QCOMPARE(workspace.alertModel()->quietCount(), 2);
        QCOMPARE(workspace.alertModel()->count(AlertState::Firing), 0);
    }

    void summaries()
    {
        RuleStatus rule;
        Alert alert;
        alert.labels = Labels(std::vector<Label>{{"alertname", "A"}, {"severity", "critical"}});
        alert.state = AlertState::Pending;
        rule.alerts = {alert, alert};
        alert.state = AlertState::Firing;
        alert.labels = alert.labels.with("severity", "warning");
        rule.alerts.push_back(alert);
        alert.state = AlertState::Inactive;
        rule.alerts.push_back(alert);
        const std::vector rulesOf = {rule};
        const AlertSummary summary = summaryOf(rulesOf);
        QCOMPARE(summary.firing, 1);
        QCOMPARE(summary.pending, 2);
        QCOMPARE(summary.severity, Severity::Warning); // of what fires
        QVERIFY(!badgeIcon(summary, darkTheme()).isNull());
        QVERIFY(badgeIcon({}, darkTheme()).isNull());
        QVERIFY(summaryText(summary).contains(u'2'));
    }
};

} // namespace

SIGHTGLASS_TEST(AlertsPageTest)

#include "alertspagetest.moc"
