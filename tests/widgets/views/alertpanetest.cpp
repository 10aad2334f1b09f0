// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/alertpane.h"

#include "model/presentation/alerthistorymodel.h"
#include "model/presentation/alerttablemodel.h"
#include "tests/support/testcase.h"

#include <QLabel>
#include <QScrollBar>
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
};

} // namespace

SIGHTGLASS_TEST(AlertPaneTest)
#include "alertpanetest.moc"
