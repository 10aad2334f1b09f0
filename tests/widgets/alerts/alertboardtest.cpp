// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alerts/alertboard.h"

#include "model/presentation/alertboardmodel.h"
#include "tests/support/testcase.h"
#include "widgets/alerts/alertsheet.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace {

using namespace sightglass;

constexpr TimestampMs now = 1'700'000'000'000;

std::vector<RuleStatus> rules(int alerts)
{
    auto rule = std::make_shared<Rule>();
    rule->name = "NodeDown";
    RuleStatus status;
    status.group = "g";
    status.rule = rule;
    for (int i = 0; i < alerts; ++i) {
        Alert alert;
        alert.labels = Labels(std::vector<Label>{{"alertname", "NodeDown"},
                                                 {"instance", "node" + std::to_string(i) + ":9100"},
                                                 {"zone", i % 2 == 0 ? "a" : "b"},
                                                 {"severity", i % 3 == 0 ? "critical" : "warning"}});
        alert.state = i % 5 == 0 ? AlertState::Pending : AlertState::Firing;
        alert.activeAt = now - 60'000 - i;
        alert.firedAt = alert.activeAt;
        alert.annotations = {{"summary", "<b>down</b>"}};
        status.alerts.push_back(alert);
    }
    return {status};
}

class AlertBoardWidgetTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void twoHundredAlertsAreInSight()
    {
        AlertBoardModel model;
        AlertBoard board(&model);
        board.resize(1290, 760);
        board.show();
        QVERIFY(QTest::qWaitForWindowExposed(&board));
        model.setRows(boardRows(rules(200)), now);
        QTRY_COMPARE(model.rowCount(), 200);
        AlertSheet *sheet = board.sheet();
        QTRY_VERIFY(sheet->sheetLayout().rowsInSight() >= 200);
        for (int row = 0; row < 200; ++row)
            QVERIFY(sheet->viewport()->rect().contains(sheet->visualRect(model.index(row, 0))));
    }

    /// Two hundred in a usual window, each told apart by its labels.
    void labelsHaveRoomAmongTwoHundred()
    {
        AlertBoardModel model;
        AlertBoard board(&model);
        board.resize(1400, 860);
        board.show();
        QVERIFY(QTest::qWaitForWindowExposed(&board));
        model.setRows(boardRows(rules(200)), now);
        AlertSheet *sheet = board.sheet();
        QTRY_VERIFY(sheet->sheetLayout().rowsInSight() >= 200);
        for (int column = 0; column < model.columnCount(); ++column) {
            if (model.headerData(column, Qt::Horizontal, AlertBoardModel::IsLabelRole).toBool())
                QVERIFY2(sheet->sheetLayout().cell(column),
                         qPrintable(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()));
        }
        QVERIFY(sheet->leftOut().isEmpty());
    }

    /// What there is no room for is told, and B gives it room.
    void whatIsLeftOutIsTold()
    {
        AlertBoardModel model;
        AlertBoard board(&model);
        board.resize(900, 500);
        board.show();
        QVERIFY(QTest::qWaitForWindowActive(&board));
        auto many = rules(200);
        int i = 0;
        for (Alert &alert : many.front().alerts) {
            for (const char *name : {"cluster", "namespace", "pod", "container"})
                alert.labels =
                    alert.labels.with(name, name + std::string("-of-some-length-") + std::to_string(i % 7));
            ++i;
        }
        model.setRows(boardRows(many), now);
        QTRY_VERIFY(!board.sheet()->leftOut().isEmpty());
        const auto *line = board.findChild<QLabel *>(QStringLiteral("alertsInCommon"));
        for (const QString &label : board.sheet()->leftOut())
            QVERIFY2(line->text().contains(label), qPrintable(line->text()));
        const qsizetype before = board.sheet()->leftOut().size();
        board.sheet()->setFocus();
        QTest::keyClick(board.sheet(), Qt::Key_B);
        QVERIFY(board.sheet()->leftOut().size() < before);
    }

    /// What is over does not take the room of what goes on.
    void resolvedOnesDoNotSqueeze()
    {
        AlertBoardModel model;
        AlertBoard board(&model);
        board.resize(1290, 600);
        board.show();
        QVERIFY(QTest::qWaitForWindowExposed(&board));
        auto some = rules(200);
        for (std::size_t i = 12; i < some.front().alerts.size(); ++i)
            some.front().alerts[i].state = AlertState::Inactive;
        model.setRows(boardRows(some), now);
        QTRY_COMPARE(model.rowCount(), 200);
        QTRY_COMPARE(board.sheet()->sheetLayout().blocks(), 1);
        for (int column = 0; column < model.columnCount(); ++column)
            QVERIFY(board.sheet()->sheetLayout().cell(column));
    }

    /// All there is of the current line, however little of it has room above.
    void theCurrentLineIsToldWhole()
    {
        AlertBoardModel model;
        AlertBoard board(&model);
        board.resize(900, 400);
        board.show();
        model.setRows(boardRows(rules(100)), now);
        board.sheet()->setCurrentIndex(model.index(3, 0));
        const auto *details = board.findChild<QLabel *>(QStringLiteral("alertDetails"));
        const auto *remarks = board.findChild<QLabel *>(QStringLiteral("alertRemarks"));
        const std::string instance(model.row(3)->alert.labels.value("instance"));
        QVERIFY(details->text().contains(QString::fromStdString(instance)));
        QVERIFY(remarks->text().contains(QStringLiteral("<b>down</b>")));
        QCOMPARE(details->textFormat(), Qt::PlainText);
        model.setRows({}, now);
        QVERIFY(details->text().isEmpty());
    }

    void onlyWhatIsSaidIsShownAsSeverity()
    {
        AlertBoardModel model;
        auto some = rules(3);
        std::vector<Alert> &alerts = some.front().alerts;
        alerts[0].labels = alerts[0].labels.without("severity");
        alerts[1].labels = alerts[1].labels.with("severity", "page");
        model.setRows(boardRows(some), now);
        QStringList said;
        for (int row = 0; row < 3; ++row)
            said << model.index(row, 1).data().toString();
        said.sort();
        QCOMPARE(said, QStringList({QString(), QStringLiteral("page"), QStringLiteral("warning")}));
    }

    void labelsAreColumns()
    {
        AlertBoardModel model;
        const QAbstractItemModelTester tester(&model);
        model.setRows(boardRows(rules(10)), now);
        QStringList titles;
        for (int column = 0; column < model.columnCount(); ++column)
            titles << model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        QVERIFY(titles.contains(QStringLiteral("instance")) && titles.contains(QStringLiteral("zone")));
        model.setRows(boardRows(rules(4)), now);
        QCOMPARE(model.rowCount(), 4);
        model.setRows({}, now);
        QCOMPARE(model.rowCount(), 0);
    }

    void isUsedByKeys()
    {
        AlertBoardModel model;
        AlertBoard board(&model);
        board.resize(1000, 400);
        board.show();
        model.setRows(boardRows(rules(30)), now);
        AlertSheet *sheet = board.sheet();
        sheet->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&board));
        QTest::keyClick(sheet, Qt::Key_Down);
        QTest::keyClick(sheet, Qt::Key_Down);
        QCOMPARE(sheet->currentIndex().row(), 2); // the first one is chosen to begin with
        QTest::keyClick(sheet, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(board.chosen().size(), std::size_t{2});
        QSignalSpy silences(&board, &AlertBoard::silenceRequested);
        QTest::keyClick(sheet, Qt::Key_S);
        QCOMPARE(silences.size(), 1);
        QCOMPARE(qvariant_cast<std::vector<BoardRow>>(silences.at(0).at(0)).size(), std::size_t{2});
        QSignalSpy opened(&board, &AlertBoard::opened);
        QTest::keyClick(sheet, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        // Sorting by the next column, and the other way round.
        QTest::keyClick(sheet, Qt::Key_Greater, Qt::ShiftModifier);
        QCOMPARE(model.orderColumn(), 1);
        QCOMPARE(model.row(0)->severity, Severity::Critical);
        QTest::keyClick(sheet, Qt::Key_R);
        QCOMPARE(model.row(0)->severity, Severity::Warning);
        QTest::keyClick(sheet, Qt::Key_Slash);
        auto *filter = board.findChild<QLineEdit *>(QStringLiteral("alertFilter"));
        QVERIFY(filter->hasFocus());
        QTest::keyClicks(filter, QStringLiteral("node7:"));
        QCOMPARE(model.rowCount(), 1);
        QTest::keyClick(filter, Qt::Key_Return);
        QVERIFY(sheet->hasFocus());
        filter->clear();
        QTest::keyClick(sheet, Qt::Key_1);
        QCOMPARE(model.rowCount(), 6);
        QTest::keyClick(sheet, Qt::Key_1);
        QCOMPARE(model.rowCount(), 30);
    }

    void clicksOnAHeadSort()
    {
        AlertBoardModel model;
        AlertBoard board(&model);
        board.resize(1000, 700);
        board.show();
        model.setRows(boardRows(rules(12)), now);
        AlertSheet *sheet = board.sheet();
        const auto instance = sheet->sheetLayout().cell(3);
        QVERIFY(instance.has_value());
        QTest::mouseClick(sheet->viewport(), Qt::LeftButton, {}, QPoint(instance->center().x(), 4));
        QCOMPARE(model.orderColumn(), 3);
        QCOMPARE(model.row(2)->alert.labels.value("instance"), std::string_view("node2:9100"));
        QTest::mouseClick(sheet->viewport(), Qt::LeftButton, {},
                          sheet->visualRect(model.index(4, 0)).center());
        QCOMPARE(sheet->currentIndex().row(), 4);
    }

    void halfAMatcherChangesNothing()
    {
        AlertBoardModel model;
        AlertBoard board(&model);
        model.setRows(boardRows(rules(10)), now);
        auto *filter = board.findChild<QLineEdit *>(QStringLiteral("alertFilter"));
        filter->setText(QStringLiteral("zone=a"));
        QCOMPARE(model.rowCount(), 5);
        filter->setText(QStringLiteral("zone=~\"(\""));
        QCOMPARE(model.rowCount(), 5);
        QVERIFY(!filter->toolTip().isEmpty());
    }

    void textsArePlain()
    {
        AlertBoardModel model;
        model.setRows(boardRows(rules(1)), now);
        QVERIFY(!model.index(0, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("<b>down")));
    }

    /// The keyboard stays on its alert while others come and go.
    void theCurrentOneStays()
    {
        AlertBoardModel model;
        AlertBoard board(&model);
        board.resize(1000, 400);
        model.setRows(boardRows(rules(10)), now);
        board.sheet()->setCurrentIndex(model.index(5, 0));
        const BoardRow before = *model.row(5);
        auto more = rules(14);
        more.front().alerts.erase(more.front().alerts.begin());
        model.setRows(boardRows(more), now + 1000);
        QCOMPARE(model.find(before), board.sheet()->currentIndex().row());
        model.setOrder({BoardColumn::Label, "instance", true});
        QCOMPARE(model.find(before), board.sheet()->currentIndex().row());
    }
};

} // namespace

SIGHTGLASS_TEST(AlertBoardWidgetTest)

#include "alertboardtest.moc"
