// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/exploreview.h"

#include "tests/model/assist/assiststore.h"
#include "tests/support/testcase.h"
#include "widgets/editors/promqleditor.h"
#include "widgets/plots/timeplot.h"
#include "widgets/views/explainpane.h"
#include "widgets/views/explorenotice.h"
#include "widgets/views/exploreresult.h"
#include "widgets/views/findinglist.h"
#include "widgets/views/metricbrowser.h"
#include "widgets/views/queryrow.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

namespace {

using namespace sightglass;
using test::AssistStore;

/// Explore over a store that stands still.
struct Bench
{
    Bench()
        : catalog(pool)
        , feed(pool, &catalog)
        , view(pool, &catalog, &feed, darkTheme())
    {
        refresh();
        view.resize(1200, 800);
        view.show();
    }

    void refresh()
    {
        ExploreFeed::Question question;
        question.snapshot = store.snapshot();
        question.time.range = {AssistStore::now - 60'000, AssistStore::now};
        catalog.setSnapshot(question.snapshot);
        feed.refresh(question);
    }

    [[nodiscard]] bool ready() const { return !catalog.catalog()->metrics().empty(); }
    [[nodiscard]] QString status(int row = 0) const { return view.row(row)->status(); }

    void ask(const char *query, int row = 0)
    {
        view.row(row)->setQuery(QString::fromUtf8(query), {});
        view.run();
    }

    [[nodiscard]] bool has(FindingKind kind, int row = 0) const
    {
        const auto &findings = view.row(row)->findingList()->findings();
        return std::any_of(findings.begin(), findings.end(),
                           [kind](const Finding &f) { return f.kind == kind; });
    }

    AssistStore store;
    std::shared_ptr<QueryPool> pool = std::make_shared<QueryPool>(2U);
    CatalogSource catalog;
    ExploreFeed feed;
    ExploreView view;
};

class ExploreViewTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAreAddedSwitchedAndRemoved()
    {
        Bench bench;
        bench.ask("queue_depth");
        QTRY_VERIFY(bench.status().startsWith(QStringLiteral("3 series")));
        bench.view.addRow();
        bench.ask("queue_limit", 1);
        QTRY_VERIFY(bench.status(1).startsWith(QStringLiteral("3 series")));
        QCOMPARE(bench.feed.queries().size(), std::size_t{2});
        // Its letter switches a query off, and on again.
        auto *letter = bench.view.row(0)->findChild<QToolButton *>(QStringLiteral("queryLetter"));
        letter->click();
        QCOMPARE(bench.feed.queries().size(), std::size_t{1});
        QCOMPARE(bench.feed.queries().front().row, std::size_t{1});
        letter->click();
        emit bench.view.row(0)->removeRequested();
        QCOMPARE(bench.view.rowCount(), 1);
        QCOMPARE(bench.view.row(0)->editor()->query(), QStringLiteral("queue_limit"));
        QCOMPARE(bench.feed.queries().front().row, std::size_t{0});
        // The last one is emptied.
        emit bench.view.row(0)->removeRequested();
        QCOMPARE(bench.view.rowCount(), 1);
        QVERIFY(bench.view.row(0)->isBlank());
        QVERIFY(bench.feed.queries().empty());
    }

    void nativeHistogramsHaveTheirWays()
    {
        Bench bench;
        bench.store.addHistogram(Labels::withName("latency"));
        bench.refresh();
        bench.ask("latency");
        QTRY_VERIFY(bench.has(FindingKind::NativeHistograms));
        QVERIFY(!bench.view.result()->message().isEmpty());
        bench.view.setMode(ExploreMode::Table);
        QTRY_VERIFY(bench.view.result()->table() != nullptr);
        const auto *table = bench.view.result()->table()->findChild<QTableView *>();
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QVERIFY(table->model()
                    ->index(0, table->model()->columnCount() - 1)
                    .data()
                    .toString()
                    .startsWith(QStringLiteral("count 122")));
        QVERIFY(bench.view.result()->message().isEmpty());
        bench.view.findChild<QPushButton *>(QStringLiteral("copyCsv"))->click();
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("{count:122, sum:183,")));
        QVERIFY(bench.view.notice()->text().contains(u'1'));
        bench.view.setMode(ExploreMode::Graph);
        QTRY_VERIFY(bench.has(FindingKind::NativeHistograms));
        bench.view.findChild<QPushButton *>(QStringLiteral("mend"))->click();
        QCOMPARE(bench.view.row(0)->editor()->query(),
                 QStringLiteral("histogram_quantile(0.95, rate(latency[1m]))"));
        QTRY_VERIFY(bench.view.result()->message().isEmpty());
        QTRY_VERIFY(!bench.has(FindingKind::NativeHistograms));
    }

    void whatIsNoSeriesIsTold()
    {
        Bench bench;
        bench.ask("\"hello <b>\"");
        QTRY_COMPARE(bench.view.result()->message(), QStringLiteral("hello <b>"));
        bench.ask("sum(");
        QTRY_VERIFY(bench.view.result()->message().contains(QStringLiteral("cannot be evaluated")));
        bench.ask("queue_depth");
        QTRY_VERIFY(bench.view.result()->message().isEmpty());
    }

    void aButtonLaysOut()
    {
        Bench bench;
        bench.view.row(0)->setQuery(QStringLiteral("sum  by(job)( queue_depth )"), {});
        bench.view.row(0)->findChild<QToolButton *>(QStringLiteral("formatQuery"))->click();
        QCOMPARE(bench.view.row(0)->editor()->query(), QStringLiteral("sum by (job) (queue_depth)"));
    }

    void manySeriesAreBoundedAndTold()
    {
        Bench bench;
        for (int i = 0; i < 500; ++i)
            bench.store.add(Labels::withName("crowd", {{"i", std::to_string(i)}}), i, 0,
                            AssistStore::now - 5000);
        bench.refresh();
        bench.ask("crowd");
        QTRY_VERIFY(bench.status().startsWith(QStringLiteral("500 series")));
        auto *all = bench.view.findChild<QPushButton *>(QStringLiteral("showAllSeries"));
        QVERIFY(all->isVisible());
        const auto told = [&bench](const QString &part) {
            const auto labels = bench.view.findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [&part](const QLabel *label) {
                return label->isVisible() && label->text().contains(part);
            });
        };
        QVERIFY(told(QStringLiteral("200 of 500 series")));
        all->click();
        QTRY_VERIFY(!all->isVisible());
        QVERIFY(!told(QStringLiteral("200 of 500 series")));
    }

    void anEmptyQueryIsTakenApartByItself()
    {
        Bench bench;
        QTRY_VERIFY(bench.ready());
        bench.ask("queue_depth / queue_limit");
        QTRY_VERIFY(bench.has(FindingKind::JoinLabelsDiffer));
        auto *mend = bench.view.row(0)->findChild<QPushButton *>(QStringLiteral("mend"));
        QVERIFY(mend != nullptr);
        mend->click();
        QCOMPARE(bench.view.row(0)->editor()->query(),
                 QStringLiteral("queue_depth / on (queue) queue_limit"));
        QTRY_VERIFY(bench.status().startsWith(QStringLiteral("3 series")));
        QTRY_VERIFY(!bench.has(FindingKind::JoinLabelsDiffer));
    }

    void severalEmptyQueriesAllGetTheirReason()
    {
        Bench bench;
        QTRY_VERIFY(bench.ready());
        bench.view.addRow();
        bench.view.row(0)->setQuery(QStringLiteral("queue_depth > 100"), {});
        bench.ask("queue_depth{queue=\"mial\"}", 1);
        QTRY_VERIFY(bench.has(FindingKind::ComparisonDropsAll, 0));
        QTRY_VERIFY(bench.has(FindingKind::UnmatchedValueNear, 1));
    }

    void remarksOfTheEngineAreUnderTheirQuery()
    {
        Bench bench;
        QTRY_VERIFY(bench.ready());
        bench.ask("quantile(7, queue_depth)");
        QTRY_VERIFY(bench.status().startsWith(QStringLiteral("1 series")));
        QTRY_VERIFY(bench.has(FindingKind::EvaluationError));
        QCOMPARE(bench.view.row(0)->findingList()->findings().front().severity, FindingSeverity::Warning);
        // Gone with the text that it was about.
        bench.view.row(0)->setQuery(QStringLiteral("queue_depth"), {});
        QVERIFY(!bench.has(FindingKind::EvaluationError));
    }

    void explainIsATree()
    {
        Bench bench;
        QTRY_VERIFY(bench.ready());
        QTreeView *tree = bench.view.explainPane()->tree();
        QAbstractItemModelTester tester(tree->model(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        bench.ask("sum by (code) (rate(http_requests_total[1m])) > 1");
        bench.view.setExplainShown(true);
        QTRY_COMPARE(tree->model()->rowCount(), 1);
        const QModelIndex root = tree->model()->index(0, 0);
        QCOMPARE(tree->model()->rowCount(root), 2);
        QCOMPARE(tree->model()->index(0, 2, root).data().toString(), QStringLiteral("3"));
        bench.ask("sum by (code) (rate(http_requests_total[1m])) > 1000");
        QTRY_COMPARE(tree->model()->index(0, 3).data().toString(), QStringLiteral("← becomes empty here"));
        bench.ask("");
        bench.view.setExplainShown(false);
    }

    void samplesAreListed()
    {
        Bench bench;
        bench.view.setMode(ExploreMode::Samples);
        bench.ask("rate(queue_depth{queue=\"mail\"}[5m])");
        QTableView *table = bench.view.result()->samples();
        QAbstractItemModelTester tester(table->model(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(table->model()->rowCount(), 61);
        QCOMPARE(table->model()->index(0, 2).data().toString(), QStringLiteral("4"));
        QVERIFY(table->model()->index(0, 0).data().toString().endsWith(QStringLiteral(".000")));
    }

    void metricsAreSearched()
    {
        Bench bench;
        QTRY_VERIFY(bench.ready());
        MetricBrowser *browser = bench.view.browser();
        QAbstractItemModel *list = browser->list()->model();
        QAbstractItemModelTester tester(list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(list->rowCount(), 7);
        QTest::keyClicks(browser->search(), QStringLiteral("que"));
        QCOMPARE(list->index(0, 0).data().toString(), QStringLiteral("queue_depth"));
        // What only its HELP says is found as well.
        browser->search()->setText(QStringLiteral("wait"));
        QCOMPARE(list->rowCount(), 1);
        QSignalSpy chosen(browser, &MetricBrowser::familyChosen);
        QTest::keyClick(browser->search(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QTRY_COMPARE(bench.view.row(0)->editor()->query(), QStringLiteral("queue_depth"));
    }

    void hostileTextIsPlainAndBounded()
    {
        Bench bench;
        bench.store.add(
            Labels::withName("evil", {{"l", "<img src=x>\xe2\x80\xae" + std::string(50'000, 'a')}}), 1);
        bench.store.declare("evil", MetricType::Gauge, {}, "<b>bold</b>\n" + std::string(50'000, 'h'));
        // The catalog is made anew at most once a second, at a tick.
        QTRY_VERIFY((bench.refresh(), bench.catalog.catalog()->find("evil") != nullptr));
        bench.ask("evil > 5");
        QTRY_VERIFY(bench.has(FindingKind::ComparisonDropsAll));
        bench.ask("evil{l=\"x\"}");
        QTRY_VERIFY(bench.has(FindingKind::UnmatchedValueNear));
        for (const QLabel *label : bench.view.findChildren<QLabel *>(QStringLiteral("findingText"))) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
            QVERIFY(label->text().size() < 1000);
        }
        for (const QPushButton *button : bench.view.findChildren<QPushButton *>(QStringLiteral("mend")))
            QVERIFY(button->text().size() < 200);
        bench.view.setExplainShown(true);
        QTRY_VERIFY(bench.view.explainPane()->tree()->model()->rowCount() > 0);
    }

    void theThemeChangesWhileItWorks()
    {
        Bench bench;
        bench.ask("queue_depth > 100");
        QTRY_VERIFY(bench.has(FindingKind::ComparisonDropsAll));
        bench.view.setTheme(lightTheme());
        bench.view.setMode(ExploreMode::Table);
        bench.view.setTheme(darkTheme());
        QVERIFY(!bench.view.grab().isNull());
    }

    void chartsAreAsHonestAsPanels()
    {
        Bench bench;
        const Labels target({{"instance", "x"}, {"job", "j"}});
        bench.store.add(target.with("__name__", "up"), 1, 0, AssistStore::now - 120'000,
                        AssistStore::now - 41'000);
        bench.store.add(target.with("__name__", "up"), 0, 0, AssistStore::now - 40'000,
                        AssistStore::now - 40'000);
        for (const auto &[le, growth] : {std::pair("1", 96), std::pair("10", 97), std::pair("+Inf", 100)})
            bench.store.add(target.with("__name__", "h_bucket").with("le", le), 10, growth);
        bench.refresh();
        bench.ask("histogram_quantile(0.99, rate(h_bucket[5s]))");
        QTRY_VERIFY(bench.view.result()->advice().contains(QStringLiteral("le=10")));
        QVERIFY(bench.view.result()->advice().contains(QStringLiteral("le=1:")));
        QVERIFY(bench.view.result()->resolution().contains(QStringLiteral("1 s")));
        const auto *plot = bench.view.result()->chart()->findChild<TimePlot *>();
        QVERIFY(plot != nullptr);
        (void)bench.view.grab();
        QCOMPARE(plot->eventMarks().size(), std::size_t{1});
        QCOMPARE(plot->eventMarks().front().kind, PanelEvent::Kind::FailedScrape);
        bench.view.setMode(ExploreMode::Samples);
        QTRY_VERIFY(bench.view.result()->resolution() == QStringLiteral("every stored sample"));
        QVERIFY(bench.view.result()->advice().isEmpty());
        bench.view.setMode(ExploreMode::Table);
        QTRY_VERIFY(bench.view.result()->resolution().isEmpty());
        QVERIFY(!bench.view.result()->advice().isEmpty());
    }

    void queriesAreOpenedTogether()
    {
        Bench bench;
        bench.view.openQueries({{"queue_depth", "{{queue}}", false}, {"queue_limit", {}, false}});
        QTRY_VERIFY(bench.status(1).startsWith(QStringLiteral("3 series")));
        const std::vector<PanelQuery> back = bench.view.queries();
        QCOMPARE(back.size(), std::size_t{2});
        QCOMPARE(back.front().legend, std::string("{{queue}}"));
        QCOMPARE(bench.view.history().entries().size(), 2);
        bench.view.openQueries({{"up", {}, false}});
        QCOMPARE(bench.view.rowCount(), 1);
    }
};

} // namespace

SIGHTGLASS_TEST(ExploreViewTest)
#include "exploreviewtest.moc"
