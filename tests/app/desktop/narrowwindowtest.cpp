// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/dashboardediting.h"
#include "app/desktop/dashboardpages.h"
#include "app/desktop/mainwindow.h"
#include "tests/app/desktop/dashboardprogram.h"
#include "tests/support/testcase.h"
#include "widgets/editing/editingpane.h"
#include "widgets/views/dashboardview.h"
#include "widgets/views/timebar.h"

#include <QDir>
#include <QMenu>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

namespace {

using namespace sightglass;

constexpr QSize small(640, 360);

const char *const metrics = "# TYPE up_things gauge\n"
                            "up_things{cluster=\"a\",node=\"a1\"} 1\n"
                            "up_things{cluster=\"a\",node=\"a2\"} 2\n"
                            "up_things{cluster=\"b\",node=\"b1\"} 3\n";

/// Whatever stands above the panels: variables of many kinds, links, annotations, something not honoured.
const QString crowded = QStringLiteral(SIGHTGLASS_SOURCE_DIR "/tests/data/grafana/a-crowded-head.json");

class NarrowWindowTest : public test::TestCase
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::DashboardProgram> m_program;

    [[nodiscard]] MainWindow *window() const { return m_program->window.get(); }

    /// What might be the reason.
    [[nodiscard]] QByteArray wideParts() const
    {
        QByteArray names;
        for (const QWidget *part : window()->findChildren<QWidget *>()) {
            if (!part->isWindow() && part->minimumSizeHint().width() > small.width() * 2 / 3)
                names += QByteArray(" ") + part->metaObject()->className() + ' ' +
                         QByteArray::number(part->minimumSizeHint().width());
        }
        return names;
    }

    /// Whether the window can be that small with what is in front; a picture of it on demand.
    void check(const char *name)
    {
        for (const QSize size : {small, QSize(900, 600)}) {
            window()->resize(size);
            QTest::qWait(30);
            const QString folder = qEnvironmentVariable("SIGHTGLASS_PICTURES");
            if (!folder.isEmpty())
                window()->grab().save(
                    QStringLiteral("%1/narrow-%2-%3.png").arg(folder, QLatin1String(name)).arg(size.width()));
            const QByteArray text = QByteArray(name) + ": at least " + QByteArray::number(window()->width()) +
                                    " x " + QByteArray::number(window()->height());
            QVERIFY2(window()->size() == size, text + wideParts());
        }
    }

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init()
    {
        TestCase::init();
        m_folder = std::make_unique<QTemporaryDir>();
        test::writtenFile(*m_folder, QStringLiteral("page.prom"), metrics);
        QDir(DashboardEditing::folder()).removeRecursively();
        m_program = std::make_unique<test::DashboardProgram>(m_folder->path(), QStringList{crowded});
        QTRY_VERIFY(m_program->front() != nullptr && m_program->front()->dashboard().uid == "c");
        QTRY_VERIFY_WITH_TIMEOUT(m_program->front()->view()->panelCount() == 4, 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_program->front()->view()->panel(0)->panelData() != nullptr, 10'000);
    }
    void cleanup()
    {
        m_program.reset();
        QDir(DashboardEditing::folder()).removeRecursively();
    }
    void cleanupTestCase() { QStandardPaths::setTestModeEnabled(false); }

    void dashboards()
    {
        check("dashboard");
        m_program->pages()->setBare(true);
        check("kiosk");
    }

    void editing()
    {
        m_program->pages()->editFront();
        EditingPane *pane = m_program->front()->editing()->pane();
        QVERIFY(pane->isVisible());
        check("editing");
        pane->showAddPage();
        check("addpanel");
        pane->editPanel("1");
        check("paneleditor");
    }

    void settings()
    {
        m_program->pages()->editFront();
        EditingPane *pane = m_program->front()->editing()->pane();
        pane->showSettings();
        using Section = DashboardSettingsPage::Section;
        for (const auto &[section, name] :
             {std::pair(Section::General, "settings"), std::pair(Section::Variables, "variables"),
              std::pair(Section::Annotations, "annotations"), std::pair(Section::Links, "links")}) {
            pane->settingsPage()->showSection(section);
            check(name);
        }
    }

    void besideDashboards()
    {
        for (int tab = 0; tab < m_program->pages()->count(); ++tab) {
            m_program->pages()->setCurrentIndex(tab);
            check(("tab" + QByteArray::number(tab)).constData());
        }
    }

    /// Nothing is lost: what has no place in the bar is in its menu.
    void toolsThatDoNotFitAreInAMenu()
    {
        auto *bar = window()->findChild<TimeBar *>();
        auto *widen = bar->findChild<QToolButton *>(QStringLiteral("timeWiden"));
        window()->resize(1400, 600);
        QTRY_VERIFY(widen->isVisible() && !bar->moreButton()->isVisible());
        window()->resize(small);
        QTRY_VERIFY(!widen->isVisible() && bar->moreButton()->isVisible());
        QVERIFY(m_program->pages()->tabBar()->width() > 60);
        QSignalSpy widened(bar, &TimeBar::zoomOutRequested);
        emit bar->moreButton()->menu()->aboutToShow();
        bool found = false;
        for (QAction *action : bar->moreButton()->menu()->actions()) {
            if (action->text() == widen->text()) {
                action->trigger();
                found = true;
            }
        }
        QVERIFY(found);
        QCOMPARE(widened.count(), 1);
        window()->resize(1400, 600);
        QTRY_VERIFY(widen->isVisible() && !bar->moreButton()->isVisible());
    }
};

SIGHTGLASS_TEST(NarrowWindowTest)

} // namespace

#include "narrowwindowtest.moc"
