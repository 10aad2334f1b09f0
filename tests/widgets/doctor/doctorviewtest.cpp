// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/doctor/doctorview.h"

#include "tests/support/testcase.h"
#include "widgets/doctor/browsepane.h"
#include "widgets/doctor/cardinalitypane.h"
#include "widgets/doctor/examinebox.h"
#include "widgets/doctor/findingpane.h"
#include "widgets/doctor/payloadpane.h"
#include "widgets/doctor/payloadview.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

namespace {

using namespace sightglass;

const std::string page = "# HELP requests_total Requests.\n"
                         "# TYPE requests_total counter\n"
                         "requests_total{code=\"200\"} 17\n"
                         "requests_total{code=\"500\"} 3\n"
                         "broken{ 1\n"
                         "temperature 21.5\n";

std::shared_ptr<const PageExamination> examined(const std::string &body)
{
    auto capture = std::make_shared<PageCapture>();
    capture->body = body;
    return PageExamination::examine({capture, nullptr, {}});
}

struct Shown
{
    Shown()
        : pool(std::make_shared<QueryPool>(1))
        , view(pool, darkTheme())
    {
        view.resize(1200, 800);
        QObject::connect(&view, &DoctorView::approvalChanged, &view,
                         [this](const FindingKey &key, bool approve) {
                             if (approve)
                                 approved.approve(key);
                             else
                                 approved.withdraw(key);
                             view.setApproved(approved);
                         });
        view.show();
    }
    [[nodiscard]] QString label(const char *name) const
    {
        return view.findChild<QLabel *>(QLatin1String(name))->text();
    }
    [[nodiscard]] PayloadView *payload() const { return view.payload()->view(); }
    [[nodiscard]] PageFindingModel *findings() const { return view.findings()->model(); }
    void choose(int row) const { view.findings()->list()->setCurrentIndex(findings()->index(row)); }

    std::shared_ptr<QueryPool> pool;
    DoctorView view;
    ApprovedFindings approved;
};

class DoctorViewTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void aFindingLeadsToItsPlace()
    {
        Shown shown;
        shown.view.showExamination(examined(page));
        QCOMPARE(shown.label("doctorVerdict"), QStringLiteral("Prometheus refuses this page"));
        QVERIFY(shown.label("doctorCounts").startsWith(QStringLiteral("1 rejected")));
        shown.choose(0);
        QVERIFY(shown.payload()->current().has_value());
        QCOMPARE(shown.view.examination()->rows().rowAt(shown.payload()->current()->begin), std::size_t{4});
        QVERIFY(shown.label("findingHead").contains(QStringLiteral("line 5, column 9")));
        QVERIFY(shown.label("findingExcerpt").startsWith(QStringLiteral("broken{ 1\n        ^")));
        QVERIFY(!shown.label("findingRemedy").isEmpty());
        QVERIFY(!shown.payload()->marks().all().empty());
    }

    void figuresThatDoNotFitAreLeftOut()
    {
        DoctorHeader header(darkTheme());
        DoctorSummary summary;
        for (int i = 0; i < 12; ++i)
            summary.figures.push_back({QStringLiteral("Caption"), QStringLiteral("a long value"), {}});
        header.showSummary(&summary);
        header.resize(2400, 200);
        header.show();
        const auto visible = [&header] {
            const auto columns = header.findChild<QWidget *>(QStringLiteral("doctorFigures"))
                                     ->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
            return std::count_if(columns.begin(), columns.end(),
                                 [](QWidget *each) { return each->isVisible(); });
        };
        QCOMPARE(visible(), 12);
        QVERIFY(header.minimumSizeHint().width() < 700);
        header.resize(700, 200);
        QVERIFY2(visible() > 2 && visible() < 12, qPrintable(QString::number(visible())));
        header.resize(2400, 200);
        QCOMPARE(visible(), 12);
    }

    /// Approved findings and those that are not listed are counted alike in both places.
    void chipsCountAsTheVerdictDoes()
    {
        std::string many = page;
        for (int i = 0; i < 3000; ++i)
            many += "noHelp" + std::to_string(i) + " 1\n";
        Shown shown;
        shown.view.showExamination(examined(many));
        const auto chips = [&shown] {
            QStringList texts;
            for (const char *name : {"showRejected", "showWrong", "showAdvice", "showApproved"}) {
                const QString text = shown.view.findChild<QToolButton *>(QLatin1String(name))->text();
                if (!text.startsWith(u'0'))
                    texts << text;
            }
            return texts.join(QStringLiteral(" · "));
        };
        QVERIFY(!shown.view.examination()->diagnosis().omitted.empty());
        QCOMPARE(chips(), shown.label("doctorCounts"));
        shown.choose(0);
        shown.view.findings()->toggleApproval();
        QVERIFY(shown.label("doctorCounts").contains(QStringLiteral("1 approved")));
        QCOMPARE(chips(), shown.label("doctorCounts"));
    }

    /// In a window 1280 pixels wide the findings and the targets leave about 500 for the tab, in German less.
    void whatDroppingSavesIsInView_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {390, 520, 800})
            QTest::addRow("%d", width) << width;
    }
    void whatDroppingSavesIsInView()
    {
        QFETCH(int, width);
        std::string body;
        for (int i = 0; i < 2000; ++i)
            body += "a_metric_with_quite_a_long_name_that_leaves_no_room_seconds_total{session=\"" +
                    std::to_string(i * 7919) + "\",code=\"200\"} 1\n";
        CardinalityPane pane(darkTheme());
        pane.resize(width, 400);
        pane.show();
        pane.setExamination(examined(body));
        const QTreeView *tree = pane.tree();
        const QHeaderView *header = tree->header();
        const int right = header->sectionPosition(CardinalityModel::SavesColumn) +
                          header->sectionSize(CardinalityModel::SavesColumn);
        QVERIFY2(right <= tree->viewport()->width(), qPrintable(QString::number(right)));
        QVERIFY(header->sectionSize(CardinalityModel::NameColumn) >= 100);
        pane.resize(1200, 400);
        QVERIFY(header->sectionSize(CardinalityModel::NameColumn) >= 250);
    }

    void approvalHidesAndWithdraws()
    {
        Shown shown;
        shown.view.showExamination(examined(page));
        const int all = shown.findings()->rowCount();
        shown.choose(all - 1);
        const FindingKey key = keyOf(*shown.view.findings()->current());
        QTest::keyClick(shown.view.findings()->list(), Qt::Key_A);
        QVERIFY(shown.approved.contains(key));
        QVERIFY(shown.findings()->rowCount() < all);
        QVERIFY(shown.label("doctorCounts").contains(QStringLiteral("1 approved")));
        shown.view.findings()->setApprovedShown(true);
        QCOMPARE(shown.findings()->rowCount(), all);
        shown.choose(all - 1);
        auto *box = shown.view.findChild<QCheckBox *>(QStringLiteral("approveFinding"));
        QVERIFY(box->isChecked());
        box->click();
        QCOMPARE(shown.approved.size(), std::size_t{0});
        QVERIFY(!box->isChecked());
    }

    void severitiesAreFiltered()
    {
        Shown shown;
        shown.view.showExamination(examined(page));
        for (const char *name : {"showWrong", "showAdvice"})
            shown.view.findChild<QToolButton *>(QLatin1String(name))->click();
        QCOMPARE(shown.findings()->rowCount(), 1);
        shown.view.findChild<QToolButton *>(QStringLiteral("showRejected"))->click();
        QCOMPARE(shown.findings()->rowCount(), 0);
        QVERIFY(!shown.view.findings()->list()->isVisible());
    }

    void aFindingIsCopied()
    {
        Shown shown;
        shown.view.setSources(
            {{QStringLiteral("1"), QStringLiteral("shop"), QStringLiteral("http://shop/m")}},
            QStringLiteral("1"));
        shown.view.showExamination(examined(page));
        shown.choose(0);
        QTest::keyClick(shown.view.findings()->list(), Qt::Key_C, Qt::ControlModifier);
        QVERIFY(
            QGuiApplication::clipboard()->text().startsWith(QStringLiteral("http://shop/m:5:9: rejected: ")));
    }

    void theSearchCountsAndSteps()
    {
        Shown shown;
        shown.view.showExamination(examined(page));
        QApplication::setActiveWindow(&shown.view);
        shown.view.payload()->focusSearch();
        QTest::keyClicks(shown.view.payload()->searchField(), QStringLiteral("REQUESTS"));
        QTRY_COMPARE(shown.view.payload()->hitsText(), QStringLiteral("1 / 5"));
        QTest::keyClick(shown.view.payload()->searchField(), Qt::Key_Return);
        QCOMPARE(shown.view.payload()->hitsText(), QStringLiteral("2 / 5"));
        QTest::keyClick(shown.view.payload()->searchField(), Qt::Key_Return, Qt::ShiftModifier);
        shown.view.payload()->findPrevious();
        QCOMPARE(shown.view.payload()->hitsText(), QStringLiteral("5 / 5"));
        shown.view.findChild<QToolButton *>(QStringLiteral("payloadCase"))->click();
        QTRY_COMPARE(shown.view.payload()->hitsText(), QStringLiteral("not found"));
    }

    void aNewPageWaitsWhileSomethingIsSelected()
    {
        Shown shown;
        const auto first = examined(page);
        shown.view.showExamination(first);
        shown.payload()->selectAll();
        const auto second = examined("up 1\n");
        shown.view.showExamination(second);
        QCOMPARE(shown.view.examination(), first);
        QVERIFY(shown.view.isNewerWaiting());
        QVERIFY(shown.view.findChild<QPushButton *>(QStringLiteral("doctorNewer"))->isVisible());
        shown.payload()->clearSelection();
        QCOMPARE(shown.view.examination(), second);
        QVERIFY(!shown.view.isNewerWaiting());
        shown.view.payload()->searchField()->setText(QStringLiteral("up"));
        shown.view.showExamination(first);
        QCOMPARE(shown.view.examination(), second);
        shown.view.findChild<QPushButton *>(QStringLiteral("doctorNewer"))->click();
        QCOMPARE(shown.view.examination(), first);
    }

    /// Whoever drags a selection drags it over the page that was there at the press.
    void aNewPageWaitsForTheMouse()
    {
        Shown shown;
        const auto first = examined(page);
        const auto second = examined("up 1\n");
        shown.view.showExamination(first);
        shown.payload()->selectAll();
        shown.view.showExamination(second);
        QWidget *area = shown.payload()->viewport();
        const QPoint at(area->width() / 3, 4);
        QTest::mousePress(area, Qt::LeftButton, {}, at);
        QVERIFY(shown.payload()->isPressed());
        QCOMPARE(shown.payload()->selectedText(), QString());
        QCOMPARE(shown.view.examination(), first);
        QTest::mouseRelease(area, Qt::LeftButton, {}, at);
        QCOMPARE(shown.view.examination(), second);
    }

    void theCurrentFindingStaysOverPages()
    {
        Shown shown;
        shown.view.showExamination(examined(page));
        shown.choose(0);
        const QString text = shown.label("findingText");
        shown.view.showExamination(examined("\n" + page));
        QCOMPARE(shown.label("findingText"), text);
        QVERIFY(shown.label("findingHead").contains(QStringLiteral("line 6")));
        shown.view.showExamination(examined("up 1\n"));
        QVERIFY(shown.view.findings()->current() == nullptr);
    }

    void metricsAreBrowsed()
    {
        Shown shown;
        shown.view.showExamination(examined(page));
        shown.view.tabs()->setCurrentWidget(shown.view.browser());
        QCOMPARE(shown.view.browser()->samples()->model()->rowCount(), 2);
        shown.view.findChild<QLineEdit *>(QStringLiteral("familyFilter"))->setText(QStringLiteral("temp"));
        QCOMPARE(shown.view.browser()->families()->model()->rowCount(), 1);
        QCOMPARE(shown.view.browser()->samples()->model()->rowCount(), 1);
        // The way back to the page.
        const QModelIndex sample = shown.view.browser()->samples()->model()->index(0, 0);
        emit shown.view.browser()->samples()->doubleClicked(sample);
        QCOMPARE(shown.view.tabs()->currentIndex(), 0);
        QCOMPARE(shown.view.examination()->rows().rowAt(shown.payload()->current()->begin), std::size_t{5});
    }

    void whatIsUnfoldedStaysOverPages()
    {
        Shown shown;
        shown.view.showExamination(examined(page));
        QTreeView *tree = shown.view.cardinality()->tree();
        tree->expand(tree->model()->index(0, 0));
        shown.view.showExamination(examined(page + "more 1\n"));
        QVERIFY(tree->isExpanded(tree->model()->index(0, 0)));
    }

    void textsArePastedAndEmptyClipboardsSaid()
    {
        Shown shown;
        QSignalSpy given(&shown.view, &DoctorView::textGiven);
        shown.view.showExamineBox();
        QGuiApplication::clipboard()->clear();
        QTest::keyClick(shown.view.examineBox(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(given.count(), 0);
        QVERIFY(!shown.view.examineBox()->problem().isEmpty());
        QGuiApplication::clipboard()->setText(QStringLiteral("up 1\n"));
        QTest::keyClick(shown.view.examineBox(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(given.count(), 1);
        QCOMPARE(given.first().first().toString(), QStringLiteral("up 1\n"));
    }

    void askingForATextIsCalledOff()
    {
        Shown shown;
        shown.view.showExamination(examined(page));
        shown.view.showExamineBox();
        QVERIFY(shown.view.isAskingForText());
        QVERIFY(shown.label("doctorVerdict").isEmpty());
        shown.view.showExamination(examined("\n" + page));
        QVERIFY(shown.view.isAskingForText());
        QTest::keyClick(shown.view.examineBox(), Qt::Key_Escape);
        QVERIFY(!shown.view.isAskingForText());
        QCOMPARE(shown.label("doctorVerdict"), QStringLiteral("Prometheus refuses this page"));
    }

    void hostileTextsStayPlain()
    {
        Shown shown;
        shown.view.setSources({{QStringLiteral("1"), QStringLiteral("<b>x</b>"), QStringLiteral("<i>y</i>")}},
                              QStringLiteral("1"));
        shown.view.showExamination(examined("# TYPE evil gauge\nevil{x=\"<img src=x>\xE2\x80\xAE\"} NaN\n"
                                            "<script> 1\n"));
        shown.choose(0);
        for (const QLabel *label : shown.view.findChildren<QLabel *>()) {
            if (!label->text().isEmpty())
                QCOMPARE(label->textFormat(), Qt::PlainText);
            QVERIFY(!label->text().contains(QChar(0x202E)));
        }
        shown.view.setTheme(lightTheme());
        QVERIFY(!shown.view.grab().isNull());
    }
};

} // namespace

SIGHTGLASS_TEST(DoctorViewTest)
#include "doctorviewtest.moc"
