// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/alertpane.h"

#include "model/alerting/rule.h"
#include "model/presentation/alerthistorymodel.h"
#include "model/presentation/alerttablemodel.h"
#include "tests/support/testcase.h"
#include "widgets/style/theme.h"
#include "widgets/views/alertdelegate.h"

#include <QAbstractButton>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

namespace {

using namespace sightglass;

class OpenDelegate : public AlertDelegate
{
public:
    using AlertDelegate::AlertDelegate;
    using AlertDelegate::initStyleOption;
};

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

    /// As on the board: how grave it is, whether it is pending or firing.
    void colourSaysHowGrave()
    {
        AlertHistoryModel history;
        std::vector<AlertTransition> transitions(3);
        transitions[0].severity = Severity::Critical;
        transitions[0].to = AlertState::Pending;
        transitions[1].severity = Severity::Info;
        transitions[1].to = AlertState::Firing;
        transitions[2].to = AlertState::Inactive;
        history.append(transitions);
        OpenDelegate delegate({AlertHistoryModel::AlertStateRole, AlertHistoryModel::SeverityRole},
                              AlertHistoryModel::ChangeColumn);
        delegate.setTheme(darkTheme());
        const auto color = [&](int row) {
            QStyleOptionViewItem option;
            delegate.initStyleOption(&option, history.index(row, AlertHistoryModel::ChangeColumn));
            return option.palette.color(QPalette::Text);
        };
        const auto legible = [](SemanticColor which) {
            return darkTheme().legible(darkTheme().semantic(which));
        };
        // The newest first.
        QCOMPARE(color(0), legible(SemanticColor::Good));
        QCOMPARE(color(1), legible(SemanticColor::Info));
        QCOMPARE(color(2), legible(SemanticColor::Critical));
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
