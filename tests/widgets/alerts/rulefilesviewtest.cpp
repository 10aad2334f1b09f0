// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alerts/rulefilesview.h"

#include "tests/support/testcase.h"
#include "widgets/alerts/cutlabel.h"

#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

namespace {

using namespace sightglass;
using Origin = RuleFileLine::Origin;

std::vector<RuleFileLine> someFiles()
{
    return {
        {QStringLiteral("/home/me/<b>rules</b>.yml"), Origin::Opened, true, 3, {}},
        {QStringLiteral("/etc/prometheus/broken.yml"), Origin::Named, true, 2, QStringLiteral("3:5: what")},
        {QStringLiteral("bundled:node"), Origin::Bundled, false, 15, {}}};
}

class RuleFilesViewTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void eachHasASwitch()
    {
        RuleFilesView view;
        view.resize(1000, 300);
        view.show();
        view.setFiles(someFiles());
        auto *table = view.findChild<QTableWidget *>(QStringLiteral("ruleFiles"));
        QCOMPARE(table->rowCount(), 3);
        QCOMPARE(table->item(0, 0)->checkState(), Qt::Checked);
        QCOMPARE(table->item(2, 0)->checkState(), Qt::Unchecked);
        QCOMPARE(table->item(2, 1)->text(), QStringLiteral("node"));
        QCOMPARE(table->item(1, 4)->text(), QStringLiteral("3:5: what"));
        QVERIFY(!table->item(0, 1)->toolTip().contains(QStringLiteral("<b>rules")));
        QSignalSpy switched(&view, &RuleFilesView::switched);
        table->item(2, 0)->setCheckState(Qt::Checked); // as a click does
        QCOMPARE(switched.size(), 1);
        QCOMPARE(switched.at(0).at(0).toString(), QStringLiteral("bundled:node"));
        QCOMPARE(switched.at(0).at(1).toBool(), true);
        view.setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        table->setCurrentCell(0, 0);
        QTest::keyClick(table, Qt::Key_Space);
        QCOMPARE(switched.size(), 2);
        QCOMPARE(switched.at(1).at(1).toBool(), false);
        QSignalSpy shown(&view, &RuleFilesView::showRequested);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(shown.size(), 1);
    }

    /// The keyboard stays on its file while others come and go.
    void theCurrentOneStays()
    {
        RuleFilesView view;
        auto files = someFiles();
        view.setFiles(files);
        QSignalSpy switched(&view, &RuleFilesView::switched);
        auto *table = view.findChild<QTableWidget *>(QStringLiteral("ruleFiles"));
        table->setCurrentCell(2, 0);
        files.erase(files.begin());
        files.back().isOn = true;
        view.setFiles(files);
        QCOMPARE(table->currentRow(), 1);
        view.setTheme(lightTheme());
        QCOMPARE(switched.size(), 0);
        view.setFiles({});
        QCOMPARE(table->rowCount(), 0);
    }

    void linesThatAreCutSaySo()
    {
        CutLabel label;
        label.resize(200, 20);
        label.setLine(QStringLiteral("short"));
        QVERIFY(!label.isCut());
        label.setLine(QString(300, u'x'));
        QVERIFY(label.isCut());
        QCOMPARE(label.minimumSizeHint().width(), 0); // it widens nothing
    }
};

} // namespace

SIGHTGLASS_TEST(RuleFilesViewTest)

#include "rulefilesviewtest.moc"
