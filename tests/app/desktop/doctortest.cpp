// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/dashboardpages.h"
#include "app/desktop/doctorpage.h"
#include "app/desktop/mainwindow.h"
#include "model/presentation/approvalfiles.h"
#include "model/scrape/systemclock.h"
#include "tests/support/conformance.h"
#include "tests/support/httpserver.h"
#include "tests/support/testcase.h"
#include "widgets/doctor/doctorview.h"
#include "widgets/doctor/examinebox.h"
#include "widgets/doctor/findingpane.h"
#include "widgets/doctor/payloadpane.h"
#include "widgets/doctor/payloadview.h"
#include "widgets/views/targetpane.h"
#include "widgets/views/welcomeview.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

namespace {

using namespace sightglass;
using sightglass::test::HttpAnswer;
using sightglass::test::HttpServer;

const QByteArray brokenPage = "# HELP shop_orders_total Orders taken.\n"
                              "# TYPE shop_orders_total counter\n"
                              "shop_orders_total{payment=\"card\"} 1027\n"
                              "shop_orders_total{payment=\"cash\" 3\n"
                              "# TYPE shop_queue_length gauge\n"
                              "shop_queue_length 12\n"
                              "shop_latency_ms 4.2\n";

/// What takes a second, on a machine that has many other things to do.
constexpr int patienceMs = 30'000;

/// The window on a small server.
class Program
{
public:
    explicit Program(const QString &settingsFile)
        : m_settings(settingsFile)
        , m_memory(&m_settings, {})
        , m_workspace(std::make_shared<SystemClock>(), WorkspaceOptions{})
        , m_window(MainWindow::Parts{&m_workspace, &m_settings, &m_memory, nullptr})
    {
        m_window.resize(1400, 900);
        m_window.show();
        QApplication::setActiveWindow(&m_window);
    }

    void addTarget(const QUrl &url)
    {
        TargetConfig target;
        target.url = url;
        target.name = QStringLiteral("shop");
        // A scrape takes no longer than its interval, and it is this busy thread that answers it.
        target.intervalMs = 1000;
        m_id = m_workspace.addTarget(target);
    }

    void trigger(const QKeySequence &shortcut)
    {
        for (QAction *action : m_window.findChildren<QAction *>()) {
            if (action->shortcut() == shortcut)
                action->trigger();
        }
    }

    /// As a drag that ends over the window; whether it was taken.
    [[nodiscard]] bool drop(const QMimeData &data)
    {
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.setAccepted(false);
        QCoreApplication::sendEvent(&m_window, &enter);
        QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        drop.setAccepted(false);
        if (enter.isAccepted())
            QCoreApplication::sendEvent(&m_window, &drop);
        return drop.isAccepted();
    }

    [[nodiscard]] DoctorView *doctor() { return m_window.pages()->doctor()->view(); }
    [[nodiscard]] MainWindow *window() { return &m_window; }
    [[nodiscard]] Workspace *workspace() { return &m_workspace; }
    [[nodiscard]] const QString &id() const { return m_id; }
    [[nodiscard]] PageFindingModel *findings() { return doctor()->findings()->model(); }
    [[nodiscard]] QString label(const char *name)
    {
        return doctor()->findChild<QLabel *>(QLatin1String(name))->text();
    }

    /// The row of what is said of the page itself, -1 where there is none: what is said of the scrape, such
    /// as that it took long, is another thing each time.
    [[nodiscard]] int pagesRow()
    {
        for (int row = 0; row < findings()->rowCount(); ++row) {
            if (findings()->finding(row)->metric == "shop_latency_ms")
                return row;
        }
        return -1;
    }
    void approve(int row)
    {
        doctor()->findings()->list()->setCurrentIndex(findings()->index(row));
        doctor()->findings()->toggleApproval();
    }

    /// Pictures are kept where somebody wants to look at them.
    void picture(const char *name)
    {
        const QString folder = qEnvironmentVariable("SIGHTGLASS_PICTURES");
        if (folder.isEmpty())
            return;
        QDir().mkpath(folder);
        for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
            m_window.setThemeChoice(theme);
            QTest::qWait(200); // only where somebody wants to look: whatever still moves comes to rest
            const char *suffix = theme == ThemeChoice::Dark ? "-dark.png" : "-light.png";
            m_window.grab().save(QDir(folder).filePath(QString::fromLatin1(name) + QLatin1String(suffix)));
        }
    }

private:
    WindowSettings m_settings;
    TargetMemory m_memory;
    Workspace m_workspace;
    MainWindow m_window;
    QString m_id;
};

class DoctorTest : public sightglass::test::TestCase
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString settingsFile(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

private Q_SLOTS:
    void aBrokenPageIsShownAtTheRightLine()
    {
        HttpServer server;
        server.serve("/metrics", HttpAnswer::page(brokenPage));
        Program program(settingsFile("broken/settings.ini"));
        program.addTarget(server.url());
        program.trigger(QKeySequence(Qt::CTRL | Qt::Key_D));
        QTRY_VERIFY_WITH_TIMEOUT(program.doctor()->examination() != nullptr, patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(program.label("doctorVerdict"),
                                  QStringLiteral("Prometheus refuses this page"), patienceMs);
        QVERIFY2(program.label("doctorReason").startsWith(QStringLiteral("4:")),
                 qPrintable(program.label("doctorReason")));
        program.doctor()->findings()->list()->setCurrentIndex(program.findings()->index(0));
        const auto place = program.doctor()->payload()->view()->current();
        QVERIFY(place.has_value());
        QCOMPARE(program.doctor()->examination()->rows().rowAt(place->begin), std::size_t{3});
        QVERIFY(program.label("findingExcerpt")
                    .startsWith(QStringLiteral("shop_orders_total{payment=\"cash\" 3\n")));
        program.picture("doctor-broken");

        // It is mended: the page goes on with it.
        server.serve("/metrics", HttpAnswer::page("# HELP shop_orders_total Orders taken.\n"
                                                  "# TYPE shop_orders_total counter\n"
                                                  "shop_orders_total{payment=\"card\"} 1027\n"));
        QTRY_COMPARE_WITH_TIMEOUT(program.label("doctorVerdict"), QStringLiteral("Healthy"), patienceMs);
        program.picture("doctor-healthy");
        program.doctor()->tabs()->setCurrentIndex(2);
        program.picture("doctor-cardinality");
    }

    /// The only target is refused: that is said, and the way to all of its problems is there.
    void aRefusedFirstTargetLeadsHere()
    {
        HttpServer server;
        server.serve("/metrics", HttpAnswer::page(brokenPage));
        Program program(settingsFile("only/settings.ini"));
        program.addTarget(server.url());
        auto *welcome = program.window()->findChild<WelcomeView *>();
        auto *button = welcome->findChild<QPushButton *>(QStringLiteral("showWhatIsWrong"));
        QVERIFY(!button->isVisibleTo(welcome));
        QTRY_VERIFY_WITH_TIMEOUT(button->isVisible(), patienceMs);
        const QList<QLabel *> labels = welcome->findChildren<QLabel *>();
        QCOMPARE(labels[0]->text(), QStringLiteral("One target answers, but its answer is refused"));
        program.picture("welcome-refused");
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(program.label("doctorVerdict"),
                                  QStringLiteral("Prometheus refuses this page"), patienceMs);
    }

    void whatUpZeroHidesIsSaid()
    {
        HttpServer server; // answers 404
        Program program(settingsFile("notfound/settings.ini"));
        program.addTarget(server.url());
        program.window()->showDoctor(program.id());
        QTRY_COMPARE_WITH_TIMEOUT(program.label("doctorVerdict"),
                                  QStringLiteral("Prometheus refuses this answer"), patienceMs);
        QVERIFY(program.label("doctorReason").contains(QStringLiteral("404")));
        QCOMPARE(program.findings()->finding(0)->rule->id, std::string_view("http-status"));
        program.picture("doctor-notfound");
    }

    /// What came can be read, and is never taken for markup.
    void refusedAnswersCanBeRead()
    {
        HttpServer server;
        const QByteArray login =
            "<!DOCTYPE html>\n<html><head><title>Sign in &middot; <b>shop</b></title></head>\n"
            "<body><form action=\"/login\">\n  <input name=\"user\">\n"
            "  <input type=\"password\">\n</form></body></html>\n";
        server.serve("/metrics", HttpAnswer{"HTTP/1.1 401 Unauthorized\r\nContent-Type: text/html\r\n"
                                            "WWW-Authenticate: Basic realm=\"shop\"\r\nContent-Length: " +
                                                QByteArray::number(login.size()) + "\r\n\r\n" + login,
                                            {}});
        Program program(settingsFile("login/settings.ini"));
        program.addTarget(server.url());
        program.window()->showDoctor(program.id());
        QTRY_COMPARE_WITH_TIMEOUT(program.label("doctorVerdict"),
                                  QStringLiteral("Prometheus refuses this answer"), patienceMs);
        QTRY_VERIFY(program.doctor()->examination()->text() == login.toStdString());
        const auto *note = program.doctor()->findChild<QLabel *>(QStringLiteral("payloadNote"));
        QVERIFY(note->isVisible());
        QCOMPARE(note->text(),
                 QStringLiteral("401 Unauthorized · text/html. Prometheus does not read this answer."));
        QCOMPARE(note->textFormat(), Qt::PlainText);
        program.picture("doctor-login");
        program.window()->resize(900, 600);
        program.picture("doctor-login-small");
        server.serve("/metrics", HttpAnswer::page(brokenPage, "text/html"));
        QTRY_VERIFY_WITH_TIMEOUT(program.doctor()->examination()->page().samples.size() == 3, patienceMs);
        program.picture("doctor-mistyped-small");
        program.window()->resize(1400, 900);
        program.picture("doctor-mistyped");
    }

    /// The doctor stays in front when a target is chosen on the left, and examines that.
    void theDoctorFollowsTheTargetList()
    {
        HttpServer server;
        server.serve("/metrics", HttpAnswer::page("a 1\n"));
        server.serve("/other", HttpAnswer::page("b 1\n"));
        Program program(settingsFile("follow/settings.ini"));
        program.addTarget(server.url());
        const QString first = program.id();
        program.addTarget(server.url(QStringLiteral("/other")));
        program.window()->showDoctor(first);
        QTRY_VERIFY_WITH_TIMEOUT(program.doctor()->examination() != nullptr &&
                                     program.doctor()->examination()->text() == "a 1\n",
                                 patienceMs);
        // The dashboards of both would come to the front anywhere else.
        QTRY_COMPARE_WITH_TIMEOUT(program.workspace()->dashboards().size(), std::size_t{2}, patienceMs);
        auto *pages = program.window()->pages();
        emit program.window()->findChild<TargetPane *>()->targetActivated(program.id());
        QCOMPARE(pages->currentWidget(), static_cast<QWidget *>(pages->doctor()));
        QTRY_VERIFY_WITH_TIMEOUT(program.doctor()->examination() != nullptr &&
                                     program.doctor()->examination()->text() == "b 1\n",
                                 patienceMs);
    }

    void pagesAreWatchedInFrontOnly()
    {
        HttpServer server;
        server.serve("/metrics", HttpAnswer::page("a 1\n"));
        Program program(settingsFile("front/settings.ini"));
        program.addTarget(server.url());
        program.window()->showDoctor(program.id());
        QTRY_VERIFY_WITH_TIMEOUT(program.workspace()->lastTick().watchedPage != nullptr, patienceMs);
        program.window()->showExplore();
        QTRY_VERIFY_WITH_TIMEOUT(program.workspace()->lastTick().watchedPage == nullptr, patienceMs);
    }

    void approvalsSurviveTheWindow()
    {
        HttpServer server;
        server.serve("/metrics", HttpAnswer::page(brokenPage));
        const QString settings = settingsFile("approved/settings.ini");
        std::size_t approved = 0;
        {
            Program program(settings);
            program.addTarget(server.url());
            program.window()->showDoctor(program.id());
            QTRY_VERIFY_WITH_TIMEOUT(program.pagesRow() >= 0, patienceMs);
            program.approve(program.pagesRow());
            approved = program.findings()->approvedCount();
            QVERIFY(approved > 0);
            program.window()->close();
        }
        Program again(settings);
        again.addTarget(server.url());
        again.window()->showDoctor(again.id());
        QTRY_COMPARE_WITH_TIMEOUT(again.findings()->approvedCount(), approved, patienceMs);
    }

    void anotherAddressHasApprovalsOfItsOwn()
    {
        HttpServer server;
        server.serve("/metrics", HttpAnswer::page(brokenPage));
        server.serve("/other", HttpAnswer::page(brokenPage));
        Program program(settingsFile("moved/settings.ini"));
        program.addTarget(server.url());
        program.window()->showDoctor(program.id());
        QTRY_VERIFY_WITH_TIMEOUT(program.pagesRow() >= 0, patienceMs);
        program.approve(program.pagesRow());
        QVERIFY(program.findings()->approvedCount() > 0);
        TargetConfig moved = program.workspace()->targets().front();
        moved.url.setPath(QStringLiteral("/other"));
        QVERIFY(program.workspace()->updateTarget(moved));
        // What the address before answered is gone, too.
        QVERIFY(program.doctor()->examination() == nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(program.pagesRow() >= 0, patienceMs);
        QCOMPARE(program.findings()->approvedCount(), std::size_t{0});
        moved.url = server.url();
        QVERIFY(program.workspace()->updateTarget(moved));
        QTRY_VERIFY_WITH_TIMEOUT(program.findings()->approvedCount() > 0, patienceMs);
    }

    void aBrokenFileOfApprovalsIsSaidAndKept()
    {
        const QString settings = settingsFile("damaged/settings.ini");
        HttpServer server;
        server.serve("/metrics", HttpAnswer::page(brokenPage));
        const ApprovalFiles files(QFileInfo(settings).absolutePath() + QStringLiteral("/approved-findings"));
        const QString name = files.fileFor(server.url());
        QVERIFY(QDir().mkpath(QFileInfo(name).absolutePath()));
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray damaged = "# mine\nmissing-type\none two three four five\n";
        file.write(damaged);
        file.close();
        Program program(settings);
        program.addTarget(server.url());
        program.window()->showDoctor(program.id());
        QTRY_VERIFY2(program.label("doctorNotice").contains(name + QStringLiteral(":3:")),
                     qPrintable(program.label("doctorNotice")));
        QTRY_VERIFY_WITH_TIMEOUT(program.pagesRow() >= 0, patienceMs);
        program.approve(program.pagesRow());
        QVERIFY(program.findings()->approvedCount() > 0);
        QTRY_COMPARE_WITH_TIMEOUT(program.findings()->approvedCount(), std::size_t{0},
                                  patienceMs); // taken back: it cannot be kept
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), damaged);
    }

    void aTextIsPastedWithoutAnyTarget()
    {
        Program program(settingsFile("paste/settings.ini"));
        program.trigger(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V));
        QVERIFY(program.doctor()->isVisible());
        program.picture("doctor-examine");
        QGuiApplication::clipboard()->setText(QString::fromUtf8(brokenPage));
        QTRY_VERIFY(program.doctor()->examineBox()->hasFocus());
        QTest::keyClick(program.doctor()->examineBox(), Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(program.label("doctorVerdict"),
                                  QStringLiteral("Prometheus refuses this page"), patienceMs);
        program.doctor()->tabs()->setCurrentIndex(1);
        program.picture("doctor-text");
        // Approvals of texts are for the session.
        const int rows = program.findings()->rowCount();
        program.approve(rows - 1);
        QVERIFY(program.findings()->approvedCount() > 0);
    }

    void aFileIsDropped()
    {
        QFile file(m_folder.filePath(QStringLiteral("page.prom")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(brokenPage);
        file.close();
        Program program(settingsFile("drop/settings.ini"));
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file.fileName())});
        QVERIFY(program.drop(data));
        QTRY_VERIFY(program.doctor()->examination() != nullptr);
        QCOMPARE(program.doctor()->findChild<QComboBox *>(QStringLiteral("doctorSource"))->currentText(),
                 QStringLiteral("page.prom"));
        QMimeData folder;
        folder.setUrls({QUrl::fromLocalFile(m_folder.path())});
        QVERIFY(program.drop(folder));
        QTRY_VERIFY(!program.doctor()->examineBox()->problem().isEmpty());
        QMimeData text;
        text.setText(QStringLiteral("up 1\n"));
        QVERIFY(program.drop(text));
        QTRY_VERIFY(program.doctor()->examination() != nullptr &&
                    program.doctor()->examination()->text() == "up 1\n");
        QMimeData configuration;
        configuration.setUrls({QUrl::fromLocalFile(QStringLiteral("/etc/prometheus/prometheus.yml"))});
        QVERIFY(!program.drop(configuration));
    }
};

} // namespace

SIGHTGLASS_TEST(DoctorTest)
#include "doctortest.moc"
