// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/pagetabbar.h"

#include "tests/support/testcase.h"

#include <QSet>
#include <QStyleOptionTab>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>

namespace {

using namespace sightglass;

/// Tells what is painted.
struct OpenTabBar : PageTabBar
{
    [[nodiscard]] QString shownText(int tab) const
    {
        QStyleOptionTab option;
        initStyleOption(&option, tab);
        return option.text;
    }
};

class Pages : public QTabWidget
{
public:
    Pages()
    {
        setDocumentMode(true);
        setTabBar(new OpenTabBar);
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

    /// Alike at both ends, they differ in between.
    void namesCanBeToldApart()
    {
        Pages pages;
        const QStringList names{
            QStringLiteral("Payments of the eastern region, overview for operators"),
            QStringLiteral("Payments of the western region, overview for operators"),
            QStringLiteral("Payments of the southern region & isles, overview for operators")};
        for (QString name : names)
            pages.addTab(new QWidget, name.replace(u'&', QStringLiteral("&&")));
        pages.resize(600, 300);
        pages.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pages));
        const auto *bar = static_cast<const OpenTabBar *>(pages.tabBar());
        QSet<QString> shown;
        for (int i = 0; i < pages.count(); ++i) {
            const QString text = bar->shownText(i);
            QVERIFY2(text.size() < names[i].size(), qPrintable(text));
            shown.insert(text);
        }
        QCOMPARE(shown.size(), 3);
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
