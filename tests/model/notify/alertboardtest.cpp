// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/notify/alertboard.h"

#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

Alert alert(std::vector<Label> labels, AlertState state, double value = 1, TimestampMs at = 1000)
{
    Alert made;
    made.labels = Labels(std::move(labels));
    made.state = state;
    made.value = value;
    made.activeAt = at;
    if (state == AlertState::Firing)
        made.firedAt = at;
    if (state == AlertState::Inactive)
        made.resolvedAt = at;
    return made;
}

RuleStatus status(const char *name, std::vector<Alert> alerts)
{
    auto rule = std::make_shared<Rule>();
    rule->name = name;
    RuleStatus made;
    made.group = "g";
    made.rule = rule;
    made.alerts = std::move(alerts);
    return made;
}

std::vector<RuleStatus> someRules()
{
    RuleStatus broken = status("Broken", {});
    broken.error = Error{ErrorCode::QueryFailed, {"oh"}, {}, {}};
    return {
        status("Slow",
               {alert({{"alertname", "Slow"}, {"instance", "b:1"}, {"job", "x"}}, AlertState::Pending),
                alert({{"alertname", "Slow"}, {"instance", "a:1"}, {"job", "x"}, {"severity", "critical"}},
                      AlertState::Firing, 7)}),
        broken,
        status("Down", {alert({{"alertname", "Down"}, {"instance", "node10"}, {"job", "x"}, {"zone", "z"}},
                              AlertState::Firing, 3),
                        alert({{"alertname", "Down"}, {"instance", "node2"}, {"job", "x"}},
                              AlertState::Inactive, 0)})};
}

std::string namesOf(const std::vector<BoardRow> &rows)
{
    std::string names;
    for (const BoardRow &row : rows)
        names += row.rule + '@' + std::string(row.alert.labels.value("instance")) + ' ';
    return names;
}

class AlertBoardTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void worstComesFirst()
    {
        const auto rows = boardRows(someRules());
        QCOMPARE(namesOf(rows), std::string("Broken@ Slow@a:1 Down@node10 Slow@b:1 Down@node2 "));
    }

    /// What is known or kept quiet does not stand before what nobody has seen.
    void knownOnesComeLater()
    {
        BoardFacts facts;
        facts.acknowledged = [](const RuleStatus &, const Alert &each) {
            return each.labels.value("instance") == "a:1" ? std::optional<TimestampMs>(5) : std::nullopt;
        };
        QCOMPARE(namesOf(boardRows(someRules(), facts)),
                 std::string("Broken@ Down@node10 Slow@a:1 Slow@b:1 Down@node2 "));
        facts = {};
        facts.verdict = [](const Labels &labels) {
            AlertVerdict verdict;
            verdict.isQuietTime = labels.value("instance") == "a:1";
            return verdict;
        };
        QCOMPARE(namesOf(boardRows(someRules(), facts)),
                 std::string("Broken@ Down@node10 Slow@a:1 Slow@b:1 Down@node2 "));
    }

    void labelsThatTellApartAreColumns()
    {
        const auto rows = boardRows(someRules());
        const BoardLabels labels = boardLabels(rows);
        QCOMPARE(labels.columns, (std::vector<std::string>{"instance", "zone"}));
        QCOMPARE(labels.common, (std::vector<Label>{{"job", "x"}}));
        QCOMPARE(boardLabels(rows, 1).columns, (std::vector<std::string>{"instance"}));
        // Of a single row nothing is common.
        QCOMPARE(boardLabels(std::span(rows).subspan(1, 1)).columns,
                 (std::vector<std::string>{"instance", "job"}));
    }

    void filters_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("shown");
        QTest::newRow("nothing") << QByteArray()
                                 << QByteArray("Broken@ Slow@a:1 Down@node10 Slow@b:1 Down@node2 ");
        QTest::newRow("word") << QByteArray("NODE") << QByteArray("Down@node10 Down@node2 ");
        QTest::newRow("words") << QByteArray(" down  10") << QByteArray("Down@node10 ");
        QTest::newRow("matcher") << QByteArray("instance=~\"node.*\"")
                                 << QByteArray("Down@node10 Down@node2 ");
        QTest::newRow("state") << QByteArray("{alertstate=\"firing\"}")
                               << QByteArray("Slow@a:1 Down@node10 ");
        QTest::newRow("resolved") << QByteArray("alertstate=resolved") << QByteArray("Down@node2 ");
        QTest::newRow("several") << QByteArray("alertname=Down, zone=z") << QByteArray("Down@node10 ");
        QTest::newRow("a severity that nobody gave is none")
            << QByteArray("severity=warning,alertname=Down") << QByteArray("");
        QTest::newRow("no severity") << QByteArray("severity=\"\",alertname=Down")
                                     << QByteArray("Down@node10 Down@node2 ");
    }

    void filters()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, shown);
        const auto filter = BoardFilter::fromText(text.toStdString());
        QVERIFY(filter.ok());
        auto rows = boardRows(someRules());
        std::erase_if(rows, [&](const BoardRow &row) { return !filter->passes(row); });
        QCOMPARE(namesOf(rows), shown.toStdString());
    }

    void badMatchersAreTold()
    {
        QVERIFY(!BoardFilter::fromText("a=~\"(\"").ok());
        QVERIFY(!BoardFilter::fromText("{a").ok());
    }

    void filterByState()
    {
        BoardFilter filter;
        filter.showsPending = false;
        filter.showsResolved = false;
        filter.least = Severity::Critical;
        auto rows = boardRows(someRules());
        std::erase_if(rows, [&](const BoardRow &row) { return !filter.passes(row); });
        QCOMPARE(namesOf(rows), std::string("Slow@a:1 "));
    }

    void sorts()
    {
        auto rows = boardRows(someRules());
        sortBoard(rows, {BoardColumn::Label, "instance", false});
        QCOMPARE(namesOf(rows), std::string("Broken@ Slow@a:1 Slow@b:1 Down@node2 Down@node10 "));
        sortBoard(rows, {BoardColumn::Value, "", true});
        QCOMPARE(rows.front().alert.value, 7.0);
        sortBoard(rows, {BoardColumn::Alert, "", false});
        QCOMPARE(rows.front().rule, std::string("Broken"));
        QCOMPARE(rows.back().rule, std::string("Slow"));
    }
};

} // namespace

SIGHTGLASS_TEST(AlertBoardTest)

#include "alertboardtest.moc"
