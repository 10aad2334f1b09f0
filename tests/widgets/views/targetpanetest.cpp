// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/targetpane.h"

#include "model/presentation/targettablemodel.h"
#include "tests/support/testcase.h"

#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolBar>
#include <QToolButton>

namespace {

using namespace sightglass;

class TargetPaneTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everyButtonIsSeenHoweverNarrowThePane_data()
    {
        QTest::addColumn<int>("pointSize");
        QTest::newRow("usual") << 10;
        QTest::newRow("large") << 18;
    }

    void everyButtonIsSeenHoweverNarrowThePane()
    {
        QFETCH(int, pointSize);
        const QFont usual = QApplication::font();
        QFont font = usual;
        font.setPointSize(pointSize);
        QApplication::setFont(font);
        TargetTableModel model;
        TargetPane pane(&model);
        pane.resize(pane.minimumSizeHint());
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
        const auto *bar = pane.findChild<QToolBar *>();
        QVERIFY(pane.width() >= bar->width());
        QCOMPARE(bar->actions().size(), 3);
        for (QAction *action : bar->actions()) {
            const QWidget *button = bar->widgetForAction(action);
            QVERIFY2(button->isVisible() && button->width() >= button->sizeHint().width(),
                     qPrintable(action->text()));
        }
        QApplication::setFont(usual);
    }

    void heldCommandsAreLetRunByOneClick()
    {
        TargetTableModel model;
        TargetPane pane(&model);
        TargetStatus command;
        command.config.id = QStringLiteral("c");
        command.config.url = QUrl(QStringLiteral("exec:date <b>"));
        TargetStatus page;
        page.config.id = QStringLiteral("a");
        page.config.url = QUrl(QStringLiteral("http://a/metrics"));
        model.update({command, page}, 0);
        pane.show();
        const auto *bar = pane.findChild<QWidget *>(QStringLiteral("heldCommands"));
        QVERIFY(!bar->isVisible());
        model.setHeld({QStringLiteral("c")});
        QVERIFY(bar->isVisible());
        QVERIFY(bar->toolTip().contains(QStringLiteral("date")) &&
                !bar->toolTip().contains(QStringLiteral("<b>")));
        QSignalSpy allowed(&pane, &TargetPane::allowRequested);
        pane.findChild<QPushButton *>(QStringLiteral("allowCommands"))->click();
        QCOMPARE(allowed.count(), 1);
        QCOMPARE(allowed.front().front().toStringList(), QStringList{QStringLiteral("c")});
        model.setHeld({});
        QVERIFY(!bar->isVisible());
    }
};

} // namespace

SIGHTGLASS_TEST(TargetPaneTest)
#include "targetpanetest.moc"
