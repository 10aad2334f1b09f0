// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/dashboardediting.h"
#include "app/desktop/dashboardpages.h"
#include "app/desktop/mainwindow.h"
#include "app/desktop/windowdashboards.h"
#include "model/editing/newpanels.h"
#include "model/scrape/systemclock.h"
#include "tests/support/testcase.h"
#include "widgets/editing/editbar.h"
#include "widgets/editing/optionform.h"
#include "widgets/editing/paneleditor.h"
#include "widgets/editing/queriesedit.h"
#include "widgets/editing/settingslist.h"
#include "widgets/editing/variablequeryedit.h"
#include "widgets/editors/promqleditor.h"
#include "widgets/panels/panelframe.h"
#include "widgets/variables/optioncontrol.h"
#include "widgets/variables/optionpopup.h"
#include "widgets/variables/variablebar.h"
#include "widgets/views/dashboardview.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

namespace {

using namespace sightglass;

const char *const page = "# TYPE up_things gauge\n"
                         "up_things{cluster=\"a\",node=\"a1\"} 1\n"
                         "up_things{cluster=\"a\",node=\"a2\"} 2\n"
                         "up_things{cluster=\"b\",node=\"b1\"} 3\n"
                         "# TYPE process_start_time_seconds gauge\n"
                         "process_start_time_seconds 1.7e9\n";

/// What somebody does who begins with nothing: a panel, a variable, a repeat, an annotation, a link; saved,
/// opened again.
class FromNothingTest : public test::TestCase
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowSettings> m_settings;
    std::unique_ptr<TargetMemory> m_memory;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<MainWindow> m_window;

    [[nodiscard]] DashboardPage *front() const
    {
        return m_window->pages()->page(m_window->pages()->currentIndex());
    }
    [[nodiscard]] EditingPane *pane() const { return front()->editing()->pane(); }
    [[nodiscard]] const DashboardSpec &spec() const { return front()->editing()->document()->spec(); }

    /// Into the folder that SIGHTGLASS_PICTURES names, where it does.
    void picture(const char *name) const
    {
        const QString folder = qEnvironmentVariable("SIGHTGLASS_PICTURES");
        if (folder.isEmpty())
            return;
        QTest::qWait(300);
        m_window->grab().save(
            QStringLiteral("%1/nothing-%2-%3.png").arg(folder, QLatin1String(name)).arg(m_window->width()));
    }

    void click(const char *name) const
    {
        pane()->bar()->findChild<QToolButton *>(QLatin1String(name))->click();
    }

    static void type(const FieldEditor *editor, const char *text)
    {
        auto *line = editor->findChild<QLineEdit *>();
        line->selectAll();
        QTest::keyClicks(line, QLatin1String(text));
    }

    void start(QSize size)
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QFile file(m_folder->filePath(QStringLiteral("page.prom")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(page);
        file.close();
        m_settings = std::make_unique<WindowSettings>(m_folder->filePath(QStringLiteral("settings.ini")));
        m_memory = std::make_unique<TargetMemory>(m_settings.get(), std::vector<TargetConfig>());
        m_workspace = std::make_unique<Workspace>(std::make_shared<SystemClock>(), WorkspaceOptions());
        m_window = std::make_unique<MainWindow>(
            MainWindow::Parts{m_workspace.get(), m_settings.get(), m_memory.get()});
        TargetConfig target;
        target.url = QUrl::fromLocalFile(file.fileName());
        target.intervalMs = minScrapeIntervalMs;
        m_workspace->setTargets({target});
        m_window->resize(size);
        m_window->show();
        m_window->dashboards()->start({});
        QTRY_VERIFY_WITH_TIMEOUT(m_workspace->lastTick().snapshot != nullptr, 10'000);
    }

    void addPanel()
    {
        click("addPanel");
        QVERIFY(pane()->addPage() != nullptr);
        picture("add");
        emit pane()->addPage()->chosen(newPanel(PanelType::Stat), AddPanelPage::Next::Edit);
        PanelEditor *editor = pane()->panelEditor();
        QVERIFY(editor != nullptr);
        editor->queries()->row(0)->editor()->setQuery(QStringLiteral("sum(up_things{cluster=\"$cluster\"})"));
        type(editor->panelForm()->editor("/panel/title"), "Things of $cluster");
        picture("panel");
        editor->apply();
        QCOMPARE(spec().panels.size(), std::size_t{1});
    }

    void addVariable()
    {
        click("settings");
        DashboardSettingsPage *settings = pane()->settingsPage();
        QVERIFY(settings != nullptr);
        type(settings->general()->editor("/title"), "Made by hand");
        // What it shows is seen at once.
        type(settings->general()->editor("/time/from"), "now-15m");
        QCOMPARE(m_window->pages()->timeSelection().lengthMs(), qint64{15 * 60 * 1000});
        picture("general");
        settings->showSection(DashboardSettingsPage::Section::Variables);
        settings->variables()->addButton()->click();
        OptionForm *form = settings->variables()->form();
        type(form->editor("/name"), "cluster");
        auto *query = qobject_cast<VariableQueryEdit *>(form->editor("/query/query"));
        query->label()->setEditText(QStringLiteral("cluster"));
        query->argument()->setEditText(QStringLiteral("up_things"));
        form->editor("/multi")->findChild<QCheckBox *>()->click();
        form->editor("/includeAll")->findChild<QCheckBox *>()->click();
        picture("variable");
    }

    void addAnnotationAndLink()
    {
        DashboardSettingsPage *settings = pane()->settingsPage();
        settings->showSection(DashboardSettingsPage::Section::Annotations);
        settings->annotations()->addButton()->menu()->actions().at(1)->trigger();
        picture("annotation");
        settings->showSection(DashboardSettingsPage::Section::Links);
        settings->links()->addButton()->menu()->actions().front()->trigger();
        type(settings->links()->form()->editor("/url"), "https://example.org/$cluster");
        picture("link");
        click("settings");
        QCOMPARE(spec().annotations.size(), std::size_t{2}); // one of them are alerts, as in Grafana
        QCOMPARE(spec().links.size(), std::size_t{1});
    }

    void repeatIt()
    {
        pane()->grid()->perform(PanelCommand::Edit, spec().panels.front().id);
        PanelEditor *editor = pane()->panelEditor();
        auto *repeat = editor->panelForm()->editor("/panel/repeat")->findChild<QComboBox *>();
        QVERIFY(repeat->findText(QStringLiteral("cluster")) >= 0);
        repeat->setEditText(QStringLiteral("cluster"));
        editor->apply();
        QCOMPARE(spec().panels.front().repeat.variable, std::string("cluster"));
    }

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init()
    {
        TestCase::init();
        QDir(DashboardEditing::folder()).removeRecursively();
    }
    void cleanup()
    {
        m_window.reset();
        m_workspace.reset();
        QDir(DashboardEditing::folder()).removeRecursively();
    }
    void cleanupTestCase() { QStandardPaths::setTestModeEnabled(false); }

    void aDashboard_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("small") << QSize(900, 600);
        QTest::newRow("large") << QSize(1400, 900);
    }

    void aDashboard()
    {
        QFETCH(QSize, size);
        start(size);
        m_window->pages()->newDashboard();
        QTRY_VERIFY(front() != nullptr && front()->isEdited());
        picture("empty");
        addPanel();
        addVariable();
        addAnnotationAndLink();
        repeatIt();
        // All of it can be taken back and done again.
        const DashboardSpec made = spec();
        DashboardDocument *document = front()->editing()->document();
        while (document->canUndo())
            document->undo();
        QVERIFY(spec().panels.empty() && spec().variables.empty() && spec().links.empty());
        while (document->canRedo())
            document->redo();
        QVERIFY(spec() == made);
        pane()->bar()->save();
        QVERIFY(!front()->isDirty());
        m_window->pages()->editFront();
        QVERIFY(!front()->isEdited());
        QTRY_COMPARE_WITH_TIMEOUT(front()->view()->panelCount(), 2, 10'000);
        picture("done");
        // A value that is none of the options.
        auto *control = qobject_cast<OptionControl *>(front()->variables()->control("cluster"));
        QVERIFY(control != nullptr);
        control->choose();
        auto *search = control->popup()->findChild<QLineEdit *>(QStringLiteral("optionSearch"));
        QTest::keyClicks(search, QStringLiteral("a"));
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(front()->view()->panelCount(), 1, 10'000);
        control->choose();
        QTest::keyClicks(search, QStringLiteral("elsewhere"));
        picture("typed");
        QTest::keyClick(search, Qt::Key_Return);
        QTest::keyClick(search, Qt::Key_Escape);
        control->choose();
        QTest::keyClicks(search, QStringLiteral("elsewhere"));
        QTest::keyClick(search, Qt::Key_Return);
        control->popup()->close();
        QTRY_VERIFY_WITH_TIMEOUT(front()->values().find("cluster")->values ==
                                     (std::vector<std::string>{"elsewhere", "a"}),
                                 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(front()->view()->panelCount(), 2, 10'000);
    }
};

} // namespace

SIGHTGLASS_TEST(FromNothingTest)

#include "fromnothingtest.moc"
