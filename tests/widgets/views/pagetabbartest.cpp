// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/pagetabbar.h"

#include "tests/support/testcase.h"

#include <QTabWidget>
#include <QTest>
#include <QToolButton>

namespace {

using namespace sightglass;

class Pages : public QTabWidget
{
public:
    Pages()
    {
        setDocumentMode(true);
        setTabBar(new PageTabBar);
    }
};

class PageTabBarTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    /// However many there are, each can be read in part, and the last can be reached.
    void manyLongNames()
    {
        Pages pages;
        for (int i = 0; i < 30; ++i)
            pages.addTab(new QWidget,
                         QStringLiteral("a-very-long-name-of-a-service.example.org:%1").arg(9000 + i));
        pages.resize(800, 300);
        pages.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pages));
        const int least = 10 * pages.fontMetrics().averageCharWidth();
        for (int i = 0; i < pages.count(); ++i)
            QVERIFY2(pages.tabBar()->tabRect(i).width() >= least, qPrintable(QString::number(i)));
        pages.setCurrentIndex(29);
        QVERIFY(pages.tabBar()->rect().intersects(pages.tabBar()->tabRect(29)));
    }

    void shortNamesAreWhole()
    {
        Pages pages;
        for (const char *name : {"Explore", "Doctor", "node exporter"})
            pages.addTab(new QWidget, QString::fromLatin1(name));
        pages.resize(800, 300);
        pages.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pages));
        for (int i = 0; i < pages.count(); ++i)
            QVERIFY(pages.tabBar()->tabRect(i).width() >
                    pages.fontMetrics().horizontalAdvance(pages.tabText(i)));
    }

    /// One tab does not take the whole width from the others.
    void endlessName()
    {
        Pages pages;
        pages.addTab(new QWidget, QString(5000, u'x'));
        pages.addTab(new QWidget, QStringLiteral("short"));
        pages.resize(800, 300);
        pages.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pages));
        QVERIFY(pages.tabBar()->tabRect(0).width() < 500);
        QVERIFY(pages.rect().contains(pages.tabBar()->tabRect(1)));
    }
};

} // namespace

SIGHTGLASS_TEST(PageTabBarTest)

#include "pagetabbartest.moc"
