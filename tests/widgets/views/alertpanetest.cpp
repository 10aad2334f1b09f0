// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/alertpane.h"

#include "model/alerting/rule.h"
#include "model/presentation/alerthistorymodel.h"
#include "model/presentation/alerttablemodel.h"
#include "tests/support/testcase.h"

#include <QAbstractButton>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

namespace {

using namespace sightglass;

class AlertPaneTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void saysThatAllIsQuiet()
    {
        AlertTableModel alerts;
        AlertHistoryModel history;
        AlertPane pane(&alerts, &history);
        pane.setRuleCount(3);
        pane.resize(1000, 160);
        pane.show();
        const auto *quiet = pane.findChild<QLabel *>(QStringLiteral("noAlerts"));
        QVERIFY(quiet->text().contains(u'3'));
        QTRY_VERIFY(quiet->visibleRegion().boundingRect().width() > 300);
        QVERIFY(quiet->visibleRegion().boundingRect().height() >= quiet->fontMetrics().height());
    }

    void allColumnsAreInAWindowOfUsualWidth()
    {
        AlertTableModel alerts;
        AlertHistoryModel history;
        AlertPane pane(&alerts, &history);
        pane.resize(1000, 160);
        pane.show();
        for (const char *name : {"alertTable", "alertHistory"}) {
            const auto *table = pane.findChild<QTableView *>(QLatin1String(name));
            QTRY_COMPARE(table->horizontalScrollBar()->maximum(), 0);
        }
    }

    /// The list is short: what is over is in the history and on the board, to which this leads.
    void showsWhatIsActiveAndLeadsToTheBoard()
    {
        AlertTableModel alerts;
        AlertHistoryModel history;
        AlertPane pane(&alerts, &history);
        pane.resize(1000, 160);
        pane.show();
        auto rule = std::make_shared<Rule>();
        rule->name = "A";
        RuleStatus status;
        status.group = "g";
        status.rule = rule;
        for (const char *instance : {"over", "waits", "fires"}) {
            Alert alert;
            alert.labels = Labels(std::vector<Label>{{"alertname", "A"}, {"instance", instance}});
            alert.state = *instance == 'w'   ? AlertState::Pending
                          : *instance == 'f' ? AlertState::Firing
                                             : AlertState::Inactive;
            status.alerts.push_back(alert);
        }
        alerts.update({status}, 1000);
        auto *table = pane.findChild<QTableView *>(QStringLiteral("alertTable"));
        QCOMPARE(alerts.rowCount(), 3);
        QCOMPARE(table->model()->rowCount(), 2);
        status.alerts.back().state = AlertState::Inactive;
        alerts.update({status}, 2000);
        QCOMPARE(table->model()->rowCount(), 1);
        QSignalSpy asked(&pane, &AlertPane::boardRequested);
        QTest::mouseClick(pane.findChild<QAbstractButton *>(QStringLiteral("openAlertBoard")),
                          Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        const QPoint at = table->visualRect(table->model()->index(0, 1)).center();
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, at);
        QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, at);
        // A double click leaves the button down, and whoever comes next without a pointer.
        QTest::mouseRelease(table->viewport(), Qt::LeftButton, {}, at);
        QCOMPARE(asked.size(), 2);
    }
};

} // namespace

SIGHTGLASS_TEST(AlertPaneTest)
#include "alertpanetest.moc"
