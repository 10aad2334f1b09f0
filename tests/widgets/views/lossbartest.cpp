// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/lossbar.h"

#include "tests/support/testcase.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

namespace {

using namespace sightglass;

DashboardLosses losses()
{
    return {{QStringLiteral("The zone is not known (/timezone)")},
            {{QStringLiteral("<b>CPU</b>"), {QStringLiteral("one"), QStringLiteral("two")}}}};
}

class LossBarTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void nothingTakesNoRoom()
    {
        LossBar bar;
        QVERIFY(bar.isHidden());
        bar.setLosses({});
        QVERIFY(bar.isHidden());
        QCOMPARE(bar.text(), QString());
    }

    void lossesAreCountedAndListed()
    {
        LossBar bar;
        bar.setLosses(losses());
        QVERIFY(!bar.isHidden());
        QVERIFY(bar.text().startsWith(QStringLiteral("3 thing")));
        QCOMPARE(bar.findChild<QLabel *>()->textFormat(), Qt::PlainText);
        bar.showList();
        auto *tree = bar.list()->findChild<QTreeWidget *>();
        QCOMPARE(tree->topLevelItemCount(), 2);
        QCOMPARE(tree->topLevelItem(1)->text(0), QStringLiteral("<b>CPU</b>"));
        QCOMPARE(tree->topLevelItem(1)->childCount(), 2);
        for (QAbstractButton *button : bar.list()->findChild<QDialogButtonBox *>()->buttons()) {
            if (button->text().contains(QStringLiteral("Copy")))
                button->click();
        }
        QCOMPARE(QApplication::clipboard()->text(), losses().text());
        bar.showList();
        bar.list()->close();
    }

    void itIsPutAwayUntilThereIsNews()
    {
        LossBar bar;
        bar.setLosses(losses());
        bar.findChild<QToolButton *>(QStringLiteral("hideLosses"))->click();
        QVERIFY(bar.isHidden());
        bar.setLosses(losses());
        QVERIFY2(bar.isHidden(), "the same again is no news");
        bar.setProblem(QStringLiteral("x.json:1:2: bad"));
        QVERIFY(!bar.isHidden());
        QVERIFY(bar.text().contains(QStringLiteral("x.json:1:2: bad")));
        bar.setProblem({});
        QVERIFY(bar.text().startsWith(QStringLiteral("3 thing")));
    }
};

SIGHTGLASS_TEST(LossBarTest)

} // namespace

#include "lossbartest.moc"
