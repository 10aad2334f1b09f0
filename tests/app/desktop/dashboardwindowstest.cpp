// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/dashboardpages.h"
#include "app/desktop/dashboardwindow.h"
#include "app/desktop/mainwindow.h"
#include "app/desktop/windowdashboards.h"
#include "model/scrape/systemclock.h"
#include "tests/app/desktop/dashboardprogram.h"
#include "tests/support/testcase.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

namespace {

using namespace sightglass;

QByteArray simple(const char *title, const char *uid)
{
    return QByteArray("{\"title\":\"") + title + "\",\"uid\":\"" + uid +
           "\",\"schemaVersion\":39,\"panels\":[{\"id\":1,\"type\":\"timeseries\",\"title\":\"P\","
           "\"gridPos\":{\"h\":8,\"w\":24,\"x\":0,\"y\":0},\"targets\":[{\"expr\":\"up\",\"refId\":"
           "\"A\"}]}]}";
}

struct Program : test::DashboardProgram
{
    explicit Program(const QString &folder)
        : DashboardProgram(folder, {}, Targets::None)
    {}
};

class DashboardWindowsTest : public test::TestCase
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
        TestCase::init();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void areKeptInBounds()
    {
        WindowSettings settings(m_folder->filePath(QStringLiteral("kept.ini")));
        std::vector<DetachedPage> pages = {{QStringLiteral("/a/b=c,d.json"), QByteArray("\0\1[x]", 5)},
                                           {QString(), "x"},
                                           {QStringLiteral("huge"), QByteArray(5000, 'x')}};
        settings.setDetachedPages(pages);
        QVERIFY(settings.detachedPages() == std::vector<DetachedPage>{pages.front()});
        pages.resize(1);
        for (int i = 0; i < 100; ++i)
            pages.push_back({QString::number(i), "g"});
        settings.setDetachedPages(pages);
        QVERIFY(settings.detachedPages().size() <= 50);
        settings.setDetachedPages({});
        QVERIFY(settings.detachedPages().empty());
    }

    void comeBackAtTheNextStart()
    {
        const QString one = write(QStringLiteral("one.json"), simple("One", "one"));
        const QString two = write(QStringLiteral("two.json"), simple("Two", "two"));
        const auto windowOf = [](const char *title) -> DashboardWindow * {
            for (QWidget *widget : QApplication::topLevelWidgets()) {
                auto *window = qobject_cast<DashboardWindow *>(widget);
                if (window != nullptr && window->isVisible() &&
                    window->windowTitle().startsWith(QLatin1String(title)))
                    return window;
            }
            return nullptr;
        };
        QRect place(QPoint(60, 70), QSize(640, 420));
        {
            Program program(m_folder->path());
            program.window->dashboards()->open(one);
            QTRY_VERIFY(program.isFront("One"));
            program.window->dashboards()->open(two);
            QTRY_VERIFY(program.isFront("Two"));
            program.pages()->detachFront();
            DashboardWindow *window = windowOf("Two");
            QVERIFY(window != nullptr);
            window->setGeometry(place);
            QTRY_COMPARE(program.settings.detachedPages().size(), std::size_t{1});
            const QByteArray last = window->saveGeometry();
            QTRY_COMPARE(program.settings.detachedPages().front().geometry, last);
            // The end of the program is no wish to have it back among the tabs.
            program.window->close();
            QVERIFY(windowOf("Two") == nullptr);
            QCOMPARE(program.settings.detachedPages().size(), std::size_t{1});
        }
        {
            Program program(m_folder->path());
            QTRY_VERIFY(windowOf("Two") != nullptr);
            QCOMPARE(windowOf("Two")->size(), place.size());
            QTRY_VERIFY(program.pages()->dashboardCount() >= 1);
            for (int tab = 0; tab < program.pages()->dashboardCount(); ++tab)
                QVERIFY(program.pages()->page(tab)->dashboard().title != "Two");
            // Closing one is.
            windowOf("Two")->close();
            QVERIFY(program.isFront("Two"));
            QVERIFY(program.settings.detachedPages().empty());
        }
        Program program(m_folder->path());
        QTRY_VERIFY(program.pages()->dashboardCount() >= 2);
        QVERIFY(windowOf("Two") == nullptr);
    }
};

} // namespace

SIGHTGLASS_TEST(DashboardWindowsTest)

#include "dashboardwindowstest.moc"
