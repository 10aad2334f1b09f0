// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assist/alertmarks.h"

#include "parser/promql/parse.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

class AlertMarksTest : public test::TestCase
{
    Q_OBJECT

private:
    static RuleStatus rule(const char *name, const char *expr)
    {
        auto made = std::make_shared<Rule>();
        made->kind = RuleKind::Alerting;
        made->name = name;
        made->expr = *promql::parseExpr(expr);
        RuleStatus status;
        status.rule = made;
        return status;
    }
    static PanelSpec panel(const char *expr)
    {
        PanelSpec spec;
        spec.queries.emplace_back().expr = expr;
        return spec;
    }
    static AnnotationMark mark(const char *alert, std::vector<Label> labels)
    {
        AnnotationMark made;
        labels.push_back({"alertname", alert});
        labels.push_back({"alertstate", "firing"});
        made.series = Labels(std::move(labels)).with(metricNameLabel, "ALERTS");
        return made;
    }

private slots:
    void marksFindTheirPanels_data()
    {
        QTest::addColumn<QByteArray>("expr");
        QTest::addColumn<QByteArrayList>("titles");
        QTest::newRow("the rule's metric") << QByteArray("rate(pct[1m])") << QByteArrayList{"Full", "Full"};
        QTest::newRow("of that instance") << QByteArray("pct{instance='a:1'}") << QByteArrayList{"Full"};
        QTest::newRow("of some instance")
            << QByteArray("sum(pct{instance=~'$instance'})") << QByteArrayList{"Full", "Full"};
        QTest::newRow("of another one") << QByteArray("pct{instance='c:1'}") << QByteArrayList();
        QTest::newRow("another metric") << QByteArray("bytes") << QByteArrayList();
        QTest::newRow("all that there is") << QByteArray("{job='x'}") << QByteArrayList();
        QTest::newRow("asked for") << QByteArray("ALERTS") << QByteArrayList{"Full", "Full", "Gone"};
        QTest::newRow("one asked for") << QByteArray("ALERTS{alertname='Gone'}") << QByteArrayList{"Gone"};
    }
    void marksFindTheirPanels()
    {
        QFETCH(QByteArray, expr);
        const std::vector<RuleStatus> rules{rule("Full", "pct > 90"), rule("Other", "bytes > 1")};
        // What "Gone" was about nobody knows any more.
        const AnnotationMarks marks{mark("Full", {{"instance", "a:1"}}), mark("Full", {{"instance", "b:1"}}),
                                    mark("Gone", {{"instance", "a:1"}})};
        QByteArrayList titles;
        for (const AnnotationMark &one : alertMarksOf(panel(expr.constData()), marks, rules, {}))
            titles << QByteArray::fromStdString(std::string(one.series.value("alertname")));
        QTEST(titles, "titles");
    }

    void aPanelNamesItsOwn()
    {
        const AnnotationMarks marks{mark("Slow", {})};
        const std::vector<RuleStatus> rules{rule("Slow", "latency > 1")};
        PanelSpec named = panel("other");
        named.alerts = {"Slow"};
        QCOMPARE(alertMarksOf(named, marks, rules, rules).size(), std::size_t{1});
        QVERIFY(alertMarksOf(named, marks, rules, {}).empty());
    }
};

} // namespace

SIGHTGLASS_TEST(AlertMarksTest)
#include "alertmarkstest.moc"
