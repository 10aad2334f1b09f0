// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/dashboardlibrary.h"

#include "app/desktop/dashboardpages.h"
#include "app/desktop/explorepage.h"
#include "model/presentation/workspace.h"
#include "model/scrape/systemclock.h"
#include "tests/support/testcase.h"
#include "widgets/views/dashboardview.h"

#include <QDesktopServices>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

namespace {

using namespace sightglass;

DashboardSpec dashboard(const std::string &id, const std::string &zone = {})
{
    DashboardSpec spec;
    spec.id = id;
    spec.title = "Dashboard " + id;
    spec.tags = {"tag " + id};
    spec.timezone = zone;
    PanelSpec list;
    list.options = DashboardListOptions();
    spec.panels = {list};
    return spec;
}

/// Pages of a workspace without targets that knows two dashboards.
struct Pages
{
    Pages()
        : workspace(std::make_shared<SystemClock>(), options())
        , pages(&workspace, darkTheme())
    {
        pages.resize(600, 400);
        pages.show();
    }

    static WorkspaceOptions options()
    {
        WorkspaceOptions options;
        options.knownDashboards = {dashboard("one"), dashboard("two", "Asia/Tokyo")};
        return options;
    }

    [[nodiscard]] DashboardView *front() const { return pages.view(pages.currentIndex()); }

    Workspace workspace;
    DashboardPages pages;
};

class LinkCatcher : public QObject
{
    Q_OBJECT

public:
    QList<QUrl> caught;
public Q_SLOTS:
    void take(const QUrl &url) { caught.append(url); }
};

class DashboardLibraryTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void zones_data()
    {
        QTest::addColumn<QString>("named");
        QTest::addColumn<QByteArray>("zone");
        const QByteArray chosen("Europe/Berlin");
        QTest::newRow("none") << "" << chosen;
        QTest::newRow("browser") << "browser" << chosen;
        QTest::newRow("utc") << "utc" << QTimeZone::utc().id();
        QTest::newRow("UTC") << "UTC" << QTimeZone::utc().id();
        QTest::newRow("IANA") << "Asia/Tokyo" << QByteArray("Asia/Tokyo");
        QTest::newRow("unknown") << "Mars/Olympus" << chosen;
        QTest::newRow("hostile") << "../../etc/passwd" << chosen;
    }
    void zones()
    {
        QFETCH(QString, named);
        const DashboardSpec spec = dashboard("x", named.toStdString());
        QTEST(zoneOf(spec, QTimeZone("Europe/Berlin")).id(), "zone");
    }

    void everythingIsOfferedOnce()
    {
        const std::vector<DashboardSpec> bundled{dashboard("one"), dashboard("two")};
        const std::vector<TargetDashboard> ofTargets{{QStringLiteral("t"), dashboard("one-t")}};
        DashboardLibrary library;
        const auto ids = [&] {
            QStringList list;
            for (const DashboardEntry &entry : library.entries(ofTargets, bundled))
                list << QString::fromStdString(entry.id);
            return list.join(u' ');
        };
        QCOMPARE(ids(), QStringLiteral("one-t one two"));
        QVERIFY(!library.openBundled("three", bundled));
        QVERIFY(library.openBundled("two", bundled));
        QVERIFY(!library.openBundled("two", bundled));
        QCOMPARE(ids(), QStringLiteral("one-t two one"));
        QCOMPARE(library.open(ofTargets).size(), std::size_t{2});
        library.visit("two", 5000);
        QCOMPARE(library.entries(ofTargets, bundled)[1].visited, std::optional<TimestampMs>(5000));
        library.closeBundled("two");
        QCOMPARE(library.open(ofTargets).size(), std::size_t{1});
    }

    void listsLeadToDashboards()
    {
        Pages window;
        window.pages.openDashboard("nowhere");
        QCOMPARE(window.pages.dashboardCount(), 0);
        window.pages.openDashboard("one");
        QCOMPARE(window.pages.dashboardCount(), 1);
        QCOMPARE(window.front()->spec().id, std::string("one"));
        emit window.front()->dashboardRequested("two");
        QTRY_COMPARE(window.pages.dashboardCount(), 2);
        QCOMPARE(window.front()->spec().id, std::string("two"));
        // Again is not twice.
        window.pages.openDashboard("one");
        QCOMPARE(window.pages.dashboardCount(), 2);
        QCOMPARE(window.front()->spec().id, std::string("one"));
    }

    void whatWasOpenedIsClosed()
    {
        Pages window;
        window.pages.openDashboard("one");
        window.pages.openDashboard("two");
        QTabBar *bar = window.pages.findChild<QTabBar *>();
        const auto *explore =
            bar->tabButton(window.pages.indexOf(window.pages.explore()), QTabBar::RightSide);
        QVERIFY2(explore == nullptr, "Explore stays");
        auto *close = qobject_cast<QToolButton *>(bar->tabButton(0, QTabBar::RightSide));
        QVERIFY(close != nullptr);
        close->click();
        QTRY_COMPARE(window.pages.dashboardCount(), 1);
        QCOMPARE(window.pages.view(0)->spec().id, std::string("two"));
    }

    void aDashboardHasItsOwnZone()
    {
        Pages window;
        window.pages.openDashboard("one");
        window.pages.openDashboard("two");
        window.pages.setTimeDisplay({true, true});
        QCOMPARE(window.pages.view(0)->panel(0)->timeZone().id(), QTimeZone::utc().id());
        QCOMPARE(window.pages.view(1)->panel(0)->timeZone().id(), QByteArray("Asia/Tokyo"));
    }

    void linksGoOutsideOrAreTold()
    {
        Pages window;
        LinkCatcher catcher;
        QDesktopServices::setUrlHandler(QStringLiteral("https"), &catcher, "take");
        QSignalSpy told(&window.pages, &DashboardPages::told);
        window.pages.openLink(QUrl(QStringLiteral("https://a.example/x")));
        QCOMPARE(catcher.caught, QList<QUrl>{QUrl(QStringLiteral("https://a.example/x"))});
        QCOMPARE(told.size(), 0);
        window.pages.openLink(QUrl(QStringLiteral("file:///etc/passwd")));
        QDesktopServices::unsetUrlHandler(QStringLiteral("https"));
        QCOMPARE(catcher.caught.size(), 1);
        QCOMPARE(told.size(), 1);
        QVERIFY(told.front().at(0).toString().contains(QStringLiteral("file:///etc/passwd")));
        QCOMPARE(told.front().at(1).toBool(), true);
    }
};

SIGHTGLASS_TEST(DashboardLibraryTest)

} // namespace

#include "dashboardlibrarytest.moc"
