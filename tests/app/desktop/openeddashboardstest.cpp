// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/dashboardpages.h"
#include "app/desktop/dashboardwindow.h"
#include "app/desktop/mainwindow.h"
#include "app/desktop/playlist.h"
#include "app/desktop/playlistdialog.h"
#include "app/desktop/windowdashboards.h"
#include "app/desktop/windowmodes.h"
#include "model/scrape/systemclock.h"
#include "tests/app/desktop/dashboardprogram.h"
#include "tests/support/testcase.h"
#include "widgets/panels/paneltitle.h"
#include "widgets/variables/optioncontrol.h"
#include "widgets/variables/optionpopup.h"
#include "widgets/variables/variablebar.h"
#include "widgets/views/dashboardview.h"
#include "widgets/views/lossbar.h"
#include "widgets/views/timebar.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDialog>
#include <QDropEvent>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

namespace {

using namespace sightglass;

const char *const metrics = "# TYPE up_things gauge\n"
                            "up_things{cluster=\"a\",node=\"a1\"} 1\n"
                            "up_things{cluster=\"a\",node=\"a2\"} 2\n"
                            "up_things{cluster=\"b\",node=\"b1\"} 3\n";

/// A dashboard with a chain of two variables, a panel that repeats, and a folded row with a panel.
QByteArray nodes(const char *title = "Nodes")
{
    return QByteArray("{\"title\":\"") + title +
           "\",\"uid\":\"nodes\",\"schemaVersion\":39,\"tags\":[\"t\"],\"time\":{\"from\":\"now-1h\",\"to\":"
           "\"now\"},\"links\":[{\"type\":\"link\",\"title\":\"Out\",\"url\":\"https://h.example/$cluster\"},"
           "{\"type\":\"link\",\"title\":\"In\",\"url\":\"/d/other/x?var-v=1&from=now-2h&to=now\"}],"
           "\"templating\":{\"list\":["
           "{\"name\":\"cluster\",\"type\":\"query\",\"query\":\"label_values(up_things, "
           "cluster)\",\"refresh\":"
           "1,\"sort\":1},{\"name\":\"node\",\"type\":\"query\",\"query\":"
           "\"label_values(up_things{cluster=\\\"$cluster\\\"}, "
           "node)\",\"refresh\":2,\"sort\":1,\"multi\":true,"
           "\"includeAll\":true,\"current\":{\"text\":\"All\",\"value\":\"$__all\"}}]},"
           "\"panels\":[{\"id\":1,\"type\":\"stat\",\"title\":\"Node $node\",\"repeat\":\"node\","
           "\"gridPos\":{\"h\":4,\"w\":24,\"x\":0,\"y\":0},\"targets\":[{\"expr\":"
           "\"up_things{node=\\\"$node\\\"}\",\"refId\":\"A\"}]},"
           "{\"id\":2,\"type\":\"row\",\"title\":\"More\",\"collapsed\":true,\"gridPos\":{\"h\":1,\"w\":24,"
           "\"x\":0,\"y\":4},\"panels\":[{\"id\":3,\"type\":\"timeseries\",\"title\":\"All\",\"gridPos\":{"
           "\"h\":8,"
           "\"w\":24,\"x\":0,\"y\":5},\"targets\":[{\"expr\":\"up_things\",\"refId\":\"A\"}]}]}]}";
}

QByteArray simple(const char *title, const char *uid, const char *more = "")
{
    return QByteArray("{\"title\":\"") + title + "\",\"uid\":\"" + uid +
           "\",\"schemaVersion\":39,\"panels\":[{\"id\":1,\"type\":\"timeseries\",\"title\":\"P\","
           "\"gridPos\":{"
           "\"h\":8,\"w\":24,\"x\":0,\"y\":0},\"targets\":[{\"expr\":\"up_things\",\"refId\":\"A\"}]" +
           more + "}]}";
}

/// The window with one target, which is a file.
struct Program : test::DashboardProgram
{
    using DashboardProgram::DashboardProgram;

    /// As a drag that ends over the window; whether it was taken.
    [[nodiscard]] bool drop(const QMimeData &data) const
    {
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.setAccepted(false);
        QCoreApplication::sendEvent(window.get(), &enter);
        QDropEvent dropped(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        dropped.setAccepted(false);
        if (enter.isAccepted())
            QCoreApplication::sendEvent(window.get(), &dropped);
        return dropped.isAccepted();
    }
    /// The titles of what is shown in front.
    [[nodiscard]] QString panels() const
    {
        QStringList titles;
        for (const PanelSpec &panel : front()->view()->spec().panels)
            titles << QString::fromStdString(panel.title);
        return titles.join(u'|');
    }
};

class LinkCatcher : public QObject
{
    Q_OBJECT

public:
    QList<QUrl> caught;
public Q_SLOTS:
    void take(const QUrl &url) { caught.append(url); }
};

class OpenedDashboardsTest : public test::TestCase
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString write(const QString &name, const QByteArray &text) const
    {
        return test::writtenFile(*m_folder, name, text);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        write(QStringLiteral("page.prom"), metrics);
    }

    void variablesFillAndFollow();
    void choicesAndFilesAreRemembered();
    void filesAreReloaded();
    void brokenFilesAreTold();
    void lossesAreListed();
    void dropping();
    void pasting();
    void recentFiles();
    void rowsFold();
    void linksLeadInsideAndOutside();
    void timeIsTheDashboards();
    void windowsOfTheirOwn();
    void playlists();
    void panelsArePastedIntoDashboards();
    void playlistsAreChosen();
    void themesAreMarked();
    void marksOfAlertsHaveASwitch();
    void kiosk();
};

void OpenedDashboardsTest::variablesFillAndFollow()
{
    Program program(m_folder->path(), {write(QStringLiteral("nodes.json"), nodes())});
    QTRY_VERIFY(program.isFront("Nodes"));
    QTRY_COMPARE_WITH_TIMEOUT(program.panels(), QStringLiteral("Node a1|Node a2|More"), 10'000);
    // All targets are shown, so that each copy has a value.
    const auto filled = [&program](int panel) {
        const PanelDataPtr data = program.front()->view()->panel(panel)->panelData();
        return data && data->series.size() == 1;
    };
    QTRY_VERIFY_WITH_TIMEOUT(filled(0) && filled(1), 5'000);
    auto *cluster = qobject_cast<OptionControl *>(program.front()->variables()->control("cluster"));
    QCOMPARE(cluster->chosenText(), QStringLiteral("a"));
    emit cluster->chosen({{"b", "b"}});
    QTRY_COMPARE(program.panels(), QStringLiteral("Node b1|More"));
    QTRY_VERIFY(filled(0));
    QCOMPARE(cluster->chosenText(), QStringLiteral("b"));
    QCOMPARE(program.front()->sourceOf("1"), std::optional<std::size_t>(0));
    QCOMPARE(program.front()->sourceOf("2"), std::optional<std::size_t>(1));
    // What comes up later is found by itself.
    write(QStringLiteral("page.prom"), QByteArray(metrics) + "up_things{cluster=\"b\",node=\"b2\"} 4\n");
    QTRY_COMPARE_WITH_TIMEOUT(program.panels(), QStringLiteral("Node b1|Node b2|More"), 10'000);
    QCOMPARE(program.front()->sourceOf("1-copy-1"), std::optional<std::size_t>(0));
}

void OpenedDashboardsTest::choicesAndFilesAreRemembered()
{
    const QString path = write(QStringLiteral("nodes.json"), nodes());
    {
        Program program(m_folder->path());
        program.window->dashboards()->open(path);
        QTRY_VERIFY(program.isFront("Nodes"));
        QTRY_COMPARE_WITH_TIMEOUT(program.panels(), QStringLiteral("Node a1|Node a2|More"), 10'000);
        emit program.front()->variables()->control("cluster")->chosen({{"b", "b"}});
        QTRY_COMPARE(program.panels(), QStringLiteral("Node b1|More"));
        emit program.front()->view()->rowToggled("2");
        QCOMPARE(program.panels(), QStringLiteral("Node b1|More|All"));
        program.window->close();
    }
    Program again(m_folder->path());
    QTRY_VERIFY(again.isFront("Nodes"));
    QTRY_COMPARE_WITH_TIMEOUT(again.panels(), QStringLiteral("Node b1|More|All"), 10'000);
    again.pages()->closeFront();
    QTRY_COMPARE(again.settings.dashboards(), QStringList());
    QCOMPARE(again.settings.recentDashboards(), QStringList{path});
}

void OpenedDashboardsTest::filesAreReloaded()
{
    const QString path = write(QStringLiteral("one.json"), simple("One", "one"));
    Program program(m_folder->path(), {path});
    QTRY_VERIFY(program.isFront("One"));
    const DashboardPage *before = program.front();
    write(QStringLiteral("one.json"), simple("One changed", "one"));
    QTRY_VERIFY(program.isFront("One changed"));
    QCOMPARE(program.front(), before);
    QVERIFY(
        program.pages()->tabText(program.pages()->currentIndex()).startsWith(QStringLiteral("One changed")));
    write(QStringLiteral("one.json"), "{\"title\":\n oops}");
    QTRY_VERIFY(program.front()->lossBar()->text().contains(QStringLiteral("one.json:2:2")));
    QVERIFY(program.front()->lossBar()->isVisible());
    QVERIFY(program.isFront("One changed"));
    write(QStringLiteral("one.json"), simple("One mended", "one"));
    QTRY_VERIFY(program.isFront("One mended"));
    QVERIFY(!program.front()->lossBar()->isVisible());
}

void OpenedDashboardsTest::brokenFilesAreTold()
{
    const QString good = write(QStringLiteral("good.json"), simple("Good", "good"));
    const QString bad = write(QStringLiteral("bad.json"), "{\"title\": \"x\",");
    Program program(m_folder->path());
    QSignalSpy told(program.pages(), &DashboardPages::told);
    for (const QString &path : {bad, good})
        program.window->dashboards()->open(path);
    QTRY_VERIFY(program.isFront("Good"));
    QTRY_COMPARE(told.size(), 1);
    QVERIFY(told[0][0].toString().startsWith(QStringLiteral("bad.json:1:15: ")));
    QVERIFY(told[0][1].toBool());
    QCOMPARE(program.settings.dashboards(), QStringList{good});
}

void OpenedDashboardsTest::lossesAreListed()
{
    Program program(m_folder->path(), {write(QStringLiteral("loss.json"),
                                             simple("Loss", "loss", ",\"options\":{\"invented\":1}"))});
    QTRY_VERIFY(program.isFront("Loss"));
    LossBar *bar = program.front()->lossBar();
    QVERIFY(bar->isVisible());
    QVERIFY2(bar->text().contains(QStringLiteral("1 thing")), qPrintable(bar->text()));
    bar->showList();
    QVERIFY(bar->list() != nullptr && bar->list()->isVisible());
    bar->list()->close();
    // On the panel too.
    const auto *title = program.front()->view()->panel(0)->findChild<PanelTitle *>();
    QVERIFY2(title->everything().contains(QStringLiteral("invented")), qPrintable(title->everything()));
}

void OpenedDashboardsTest::dropping()
{
    Program program(m_folder->path());
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(write(QStringLiteral("a.json"), simple("A", "a"))),
                  QUrl::fromLocalFile(write(QStringLiteral("b.json"), simple("B", "b")))});
    QVERIFY(program.drop(data));
    QTRY_COMPARE(program.pages()->files()->paths().size(), 2);
    QMimeData text;
    text.setText(QString::fromUtf8(simple("T", "t")));
    QVERIFY(program.drop(text));
    QTRY_VERIFY(program.isFront("T"));
}

void OpenedDashboardsTest::pasting()
{
    Program program(m_folder->path());
    QSignalSpy told(program.pages(), &DashboardPages::told);
    QApplication::clipboard()->setText(QString::fromUtf8(simple("Pasted", "p")));
    QVERIFY(program.window->dashboards()->canPaste());
    program.window->dashboards()->paste();
    QTRY_VERIFY(program.isFront("Pasted"));
    QVERIFY2(program.settings.dashboards().isEmpty(), "a text is no file to be opened again");
    QApplication::clipboard()->setText(QStringLiteral("up_things 1"));
    QVERIFY(!program.window->dashboards()->canPaste());
    program.window->dashboards()->paste();
    QCOMPARE(told.size(), 1);
    QApplication::clipboard()->setText(QStringLiteral("{\"a\":"));
    program.window->dashboards()->paste();
    QTRY_COMPARE(told.size(), 2);
    QVERIFY(program.isFront("Pasted"));
}

void OpenedDashboardsTest::recentFiles()
{
    Program program(m_folder->path());
    for (int i = 0; i < 15; ++i)
        program.window->dashboards()->open(
            write(QStringLiteral("f & %1.json").arg(i), simple("F", QByteArray::number(i).constData())));
    QTRY_COMPARE(program.pages()->files()->paths().size(), 15);
    const std::unique_ptr<QMenu> menu(program.window->dashboards()->makeRecentMenu());
    QCOMPARE(program.settings.recentDashboards().size(), 12);
    QVERIFY(menu->actions().front()->text().contains(QStringLiteral("&&")));
    menu->actions().back()->trigger();
    QVERIFY(program.settings.recentDashboards().isEmpty());
}

void OpenedDashboardsTest::rowsFold()
{
    Program program(m_folder->path(), {write(QStringLiteral("nodes.json"), nodes())});
    QTRY_VERIFY(program.isFront("Nodes"));
    QTRY_COMPARE_WITH_TIMEOUT(program.panels(), QStringLiteral("Node a1|Node a2|More"), 10'000);
    QScrollBar *bar = program.front()->view()->verticalScrollBar();
    const PanelFrame *first = program.front()->view()->panel(0);
    emit program.front()->view()->rowToggled("2");
    QCOMPARE(program.panels(), QStringLiteral("Node a1|Node a2|More|All"));
    QCOMPARE(program.front()->view()->panel(0), first);
    QCOMPARE(bar->value(), 0);
    const auto filled = [&program] {
        const PanelDataPtr data = program.front()->view()->panel(3)->panelData();
        return data && data->series.size() == 3;
    };
    QTRY_VERIFY(filled());
    emit program.front()->view()->rowToggled("2");
    QCOMPARE(program.panels(), QStringLiteral("Node a1|Node a2|More"));
}

void OpenedDashboardsTest::linksLeadInsideAndOutside()
{
    Program program(m_folder->path(), {write(QStringLiteral("other.json"), simple("Other", "other")),
                                       write(QStringLiteral("nodes.json"), nodes())});
    QTRY_COMPARE(program.pages()->files()->paths().size(), 2);
    program.pages()->openDashboard("nodes");
    QTRY_COMPARE_WITH_TIMEOUT(program.panels(), QStringLiteral("Node a1|Node a2|More"), 10'000);
    LinkCatcher catcher;
    QDesktopServices::setUrlHandler(QStringLiteral("https"), &catcher, "take");
    const auto button = [&program](const QString &text) {
        for (QToolButton *one : program.front()->findChildren<QToolButton *>()) {
            if (one->text() == text)
                return one;
        }
        return static_cast<QToolButton *>(nullptr);
    };
    button(QStringLiteral("Out"))->click();
    QTRY_COMPARE(catcher.caught, QList<QUrl>{QUrl(QStringLiteral("https://h.example/a"))});
    QDesktopServices::unsetUrlHandler(QStringLiteral("https"));
    button(QStringLiteral("In"))->click();
    QTRY_VERIFY(program.isFront("Other"));
    QCOMPARE(program.front()->choices().variables.at("v").front().value, std::string("1"));
    QCOMPARE(program.pages()->timeSelection().lengthMs(), 2 * 3'600'000);
    QSignalSpy told(program.pages(), &DashboardPages::told);
    program.pages()->followAddress(QStringLiteral("/d/nowhere/x"));
    program.pages()->followAddress(QStringLiteral("javascript:alert(1)"));
    program.pages()->followAddress(QStringLiteral("file:///etc/passwd"));
    QCOMPARE(told.size(), 3);
}

void OpenedDashboardsTest::timeIsTheDashboards()
{
    const QByteArray day =
        "{\"title\":\"Day\",\"uid\":\"day\",\"schemaVersion\":39,\"timezone\":\"utc\",\"refresh\":"
        "\"30s\",\"time\":{\"from\":\"now/d\",\"to\":\"now\"},\"timepicker\":{\"refresh_"
        "intervals\":[\"30s\",\"7m\"],\"quick_ranges\":[{\"display\":\"<b>Shift</b>\",\"from\":"
        "\"now-8h\",\"to\":\"now\"}]},\"panels\":[]}";
    Program program(m_folder->path(),
                    {write(QStringLiteral("nodes.json"), nodes()), write(QStringLiteral("day.json"), day)});
    QTRY_COMPARE(program.pages()->files()->paths().size(), 2);
    program.pages()->openDashboard("nodes");
    QCOMPARE(program.pages()->timeSelection().lengthMs(), 3'600'000);
    program.pages()->openDashboard("day");
    QVERIFY(program.pages()->timeSelection().relative().has_value());
    auto *bar = program.window->findChild<TimeBar *>();
    QVERIFY2(bar->stateText().contains(QStringLiteral("Today so far")), qPrintable(bar->stateText()));
    QCOMPARE(program.pages()->frontZone(), QTimeZone::utc());
    const TimeOffer offer = program.pages()->frontOffer();
    QCOMPARE(offer.refresh, std::optional<std::int64_t>(30'000));
    QVERIFY((offer.refreshMs == std::vector<std::int64_t>{30'000, 420'000}));
    QCOMPARE(offer.ranges.size(), std::size_t{1});
    program.pages()->setFrontRefresh(420'000);
    QCOMPARE(program.front()->refreshMs(), 420'000);
    // The other one kept its own.
    program.pages()->openDashboard("nodes");
    QCOMPARE(program.pages()->timeSelection().lengthMs(), 3'600'000);
    program.pages()->time()->setLength(60'000);
    program.pages()->openDashboard("day");
    QVERIFY(program.pages()->timeSelection().relative().has_value());
}

void OpenedDashboardsTest::windowsOfTheirOwn()
{
    Program program(m_folder->path(), {write(QStringLiteral("one.json"), simple("One", "one"))});
    QTRY_VERIFY(program.isFront("One"));
    // The target's own comes beside it.
    QTRY_COMPARE_WITH_TIMEOUT(program.pages()->dashboardCount(), 2, 10'000);
    const int tabs = program.pages()->count();
    DashboardPage *page = program.front();
    program.pages()->detachFront();
    QCOMPARE(program.pages()->count(), tabs - 1);
    // Its neighbour takes its place, not Explore.
    QVERIFY(program.front() != nullptr && program.front() != page);
    auto *window = qobject_cast<DashboardWindow *>(page->window());
    QVERIFY(window != nullptr && window->isVisible() && page->isVisible());
    // It goes on by itself.
    const auto filled = [page] {
        const PanelDataPtr data = page->view()->panel(0)->panelData();
        return data && data->series.size() == 3;
    };
    QTRY_VERIFY_WITH_TIMEOUT(filled(), 10'000);
    const PanelDataPtr before = page->view()->panel(0)->panelData();
    QTRY_VERIFY_WITH_TIMEOUT(page->view()->panel(0)->panelData() != before, 5'000);
    // Another time than the window's.
    window->driver()->time()->setLength(60'000);
    QVERIFY(program.pages()->timeSelection().lengthMs() != 60'000);
    write(QStringLiteral("one.json"), simple("One changed", "one"));
    QTRY_COMPARE(page->dashboard().title, std::string("One changed"));
    window->close();
    QCOMPARE(program.pages()->count(), tabs);
    QCOMPARE(program.front(), page);
    // Closed while it is in a window of its own.
    program.pages()->detachFront();
    const QPointer<DashboardPage> gone = page;
    program.pages()->files()->close(m_folder->filePath(QStringLiteral("one.json")));
    QTRY_VERIFY(!gone);
    // The main window goes first.
    program.window->dashboards()->open(m_folder->filePath(QStringLiteral("one.json")));
    QTRY_VERIFY(program.isFront("One changed"));
    program.pages()->detachFront();
    program.window.reset();
}

void OpenedDashboardsTest::playlists()
{
    Program program(m_folder->path(), {write(QStringLiteral("one.json"), simple("One", "one")),
                                       write(QStringLiteral("two.json"), simple("Two", "two"))});
    QTRY_COMPARE(program.pages()->files()->paths().size(), 2);
    QTRY_VERIFY(program.pages()->dashboardCount() == 3);
    auto *playlist = program.window->findChild<WindowModes *>()->playlist();
    program.pages()->setCurrentIndex(2);
    playlist->next();
    QCOMPARE(program.pages()->currentIndex(), 0);
    playlist->previous();
    QCOMPARE(program.pages()->currentIndex(), 2);
    program.pages()->showExplore();
    playlist->next();
    QCOMPARE(program.pages()->currentIndex(), 0);
    playlist->setSeconds(1);
    QCOMPARE(playlist->seconds(), Playlist::leastSeconds);
    playlist->setPlaying(true);
    QVERIFY(playlist->isPlaying());
    QTRY_COMPARE_WITH_TIMEOUT(program.pages()->currentIndex(), 1, 6'000);
    playlist->setPlaying(false);
}

/// Wherever the focus is; a panel is no dashboard.
void OpenedDashboardsTest::panelsArePastedIntoDashboards()
{
    Program program(m_folder->path(), {write(QStringLiteral("one.json"), simple("One", "one"))});
    QTRY_VERIFY(program.isFront("One"));
    const int tabs = program.pages()->dashboardCount();
    QApplication::clipboard()->setText(
        QStringLiteral("{\"type\":\"stat\",\"title\":\"Copied\",\"targets\":[{\"expr\":\"up_things\"}]}"));
    program.window->dashboards()->paste();
    QVERIFY(program.front()->isEdited());
    QTRY_VERIFY(program.panels().contains(QStringLiteral("Copied")));
    QVERIFY(program.panels().contains(QStringLiteral("P")));
    QCOMPARE(program.pages()->dashboardCount(), tabs);
}

void OpenedDashboardsTest::playlistsAreChosen()
{
    Program program(m_folder->path(), {write(QStringLiteral("one.json"), simple("One", "one")),
                                       write(QStringLiteral("two.json"), simple("Two", "two"))});
    QTRY_VERIFY(program.pages()->dashboardCount() == 3);
    DashboardPages *pages = program.pages();
    QList<PlaylistDialog::Choice> choices;
    QStringList keys;
    for (int tab = 0; tab < 3; ++tab) {
        keys << pages->keyOf(tab);
        choices << PlaylistDialog::Choice{keys.back(), pages->tabText(tab)};
    }
    {
        PlaylistDialog all(choices, {}, 7);
        QCOMPARE(all.chosen(), QStringList());
        QCOMPARE(all.seconds(), 7);
        auto *list = all.findChild<QListWidget *>();
        QCOMPARE(list->count(), 3);
        list->item(1)->setCheckState(Qt::Unchecked);
        list->setCurrentRow(2);
        all.findChild<QPushButton *>(QStringLiteral("playlistUp"))->click();
        all.findChild<QPushButton *>(QStringLiteral("playlistUp"))->click();
        QCOMPARE(all.chosen(), (QStringList{keys[2], keys[0]}));
        QCOMPARE(PlaylistDialog(choices, all.chosen(), 7).chosen(), all.chosen());
    }
    auto *playlist = program.window->findChild<WindowModes *>()->playlist();
    playlist->setDashboards({keys[2], QStringLiteral("gone"), keys[0]});
    pages->setCurrentIndex(1);
    playlist->next();
    QCOMPARE(pages->currentIndex(), 2);
    playlist->next();
    QCOMPARE(pages->currentIndex(), 0);
    playlist->next();
    QCOMPARE(pages->currentIndex(), 2);
    program.settings.setPlaylistDashboards(playlist->dashboards());
    QCOMPARE(program.settings.playlistDashboards(), playlist->dashboards());
}

void OpenedDashboardsTest::themesAreMarked()
{
    Program program(m_folder->path());
    const auto marked = [&program] {
        QStringList texts;
        for (const QActionGroup *group : program.window->findChildren<QActionGroup *>()) {
            if (group->checkedAction() != nullptr)
                texts << group->checkedAction()->text().remove(u'&');
        }
        return texts;
    };
    program.window->setThemeChoice(ThemeChoice::Dark);
    QVERIFY2(marked().contains(QStringLiteral("Dark")), qPrintable(marked().join(u'|')));
    program.window->setThemeChoice(ThemeChoice::Light);
    QVERIFY2(marked().contains(QStringLiteral("Light")), qPrintable(marked().join(u'|')));
}

/// As soon as there are some, and as long as they are off.
void OpenedDashboardsTest::marksOfAlertsHaveASwitch()
{
    write(QStringLiteral("page.prom"), "up_things 1\nALERTS{alertname=\"Down\",alertstate=\"firing\"} 1\n");
    const QByteArray alerts = simple("One", "one").replace("up_things", "ALERTS");
    Program program(m_folder->path(), {write(QStringLiteral("one.json"), alerts),
                                       write(QStringLiteral("two.json"), simple("Two", "two"))});
    QTRY_VERIFY(program.isFront("Two") || program.isFront("One"));
    QTRY_VERIFY(program.pages()->dashboardCount() == 3);
    const auto button = [](DashboardPage *page) {
        for (QToolButton *one : page->findChildren<QToolButton *>()) {
            if (one->objectName().startsWith(QStringLiteral("annotation-")) && one->isVisible())
                return one;
        }
        return static_cast<QToolButton *>(nullptr);
    };
    QVERIFY(
        program.pages()->showFile(DashboardFiles::sourceOf(m_folder->filePath(QStringLiteral("one.json")))));
    DashboardPage *one = program.front();
    QTRY_VERIFY_WITH_TIMEOUT(button(one) != nullptr, 15'000);
    QVERIFY(button(one)->isChecked());
    button(one)->click();
    QCOMPARE(one->choices().annotations.size(), std::size_t{1});
    QTRY_VERIFY(button(one) != nullptr && !button(one)->isChecked());
    QVERIFY(
        program.pages()->showFile(DashboardFiles::sourceOf(m_folder->filePath(QStringLiteral("two.json")))));
    QVERIFY(button(program.front()) == nullptr);
}

void OpenedDashboardsTest::kiosk()
{
    Program program(m_folder->path(), {write(QStringLiteral("nodes.json"), nodes())});
    QTRY_VERIFY(program.isFront("Nodes"));
    auto *modes = program.window->findChild<WindowModes *>();
    modes->setKiosk(true);
    QVERIFY(program.window->isFullScreen());
    QVERIFY(!program.pages()->tabBar()->isVisible());
    QVERIFY(!program.front()->variables()->isVisible());
    QVERIFY(program.front()->view()->isVisible());
    QTest::keyClick(program.window.get(), Qt::Key_Escape);
    QVERIFY(!modes->isKiosk());
    QVERIFY(!program.window->isFullScreen());
    QVERIFY(program.pages()->tabBar()->isVisible());
    QVERIFY(program.front()->variables()->isVisible());
    modes->setFullScreen(true);
    modes->setKiosk(true);
    modes->setKiosk(false);
    QVERIFY2(program.window->isFullScreen(), "as it was before");
}

SIGHTGLASS_TEST(OpenedDashboardsTest)

} // namespace

#include "openeddashboardstest.moc"
