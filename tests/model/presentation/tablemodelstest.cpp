// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/rulegroup.h"
#include "model/presentation/alerthistorymodel.h"
#include "model/presentation/alerttablemodel.h"
#include "model/presentation/targettablemodel.h"
#include "tests/support/testcase.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace {

using namespace sightglass;
using TesterMode = QAbstractItemModelTester::FailureReportingMode;

constexpr TimestampMs now = 1'700'000'000'000;

TargetStatus target(const QString &id, TargetHealth health = TargetHealth::Up)
{
    TargetStatus status;
    status.config.id = id;
    status.config.url = QUrl(QStringLiteral("http://user:secret@127.0.0.1:9100/metrics"));
    status.health = health;
    status.lastScrape = now - 3000;
    status.durationSeconds = 0.0042;
    status.samples = 512;
    status.scrapes = 1;
    return status;
}

QStringList ids(const TargetTableModel &model)
{
    QStringList ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids << model.index(row, 0).data(TargetTableModel::IdRole).toString();
    return ids;
}

RuleStatus rule(const std::string &name, AlertState state, Severity severity)
{
    RuleStatus status;
    status.group = "g";
    ThresholdRule threshold;
    threshold.name = name;
    threshold.expr = "up";
    threshold.severity = severity;
    status.rule = thresholdRule(threshold);
    status.state = state;
    Alert alert;
    const std::string word(severityName(severity));
    alert.labels = Labels(std::vector<Label>{{"alertname", name}, {"severity", word}, {"job", "demo"}});
    alert.annotations = {{"summary", "<b>summary</b>"}};
    alert.state = state;
    alert.value = 12;
    alert.activeAt = now - 5000;
    status.alerts = {alert};
    return status;
}

class TableModelsTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    /// Two jobs that scrape the same host and port.
    void jobsAreTold()
    {
        TargetStatus first = target(QStringLiteral("a"));
        first.config.labels = Labels(std::vector<Label>{{"job", "node"}});
        TargetStatus second = target(QStringLiteral("b"));
        second.config.labels = Labels(std::vector<Label>{{"job", "node-slow"}});
        TargetStatus named = target(QStringLiteral("c"));
        named.config.name = QStringLiteral("shop");
        TargetTableModel model;
        model.update({first, second, named, target(QStringLiteral("d"))}, now);
        const auto place = [&model](int row) {
            return model.index(row, 0).data(TargetTableModel::PlaceRole).toString();
        };
        QCOMPARE(model.index(0, 0).data(), model.index(1, 0).data());
        QVERIFY2(place(0).startsWith(QStringLiteral("node · http://")), qPrintable(place(0)));
        QVERIFY2(place(1).startsWith(QStringLiteral("node-slow · http://")), qPrintable(place(1)));
        for (const int row : {2, 3})
            QCOMPARE(place(row), model.index(row, 0).data(TargetTableModel::UrlRole).toString());
    }

    void heldCommandsSaySo()
    {
        TargetStatus command = target(QStringLiteral("c"));
        command.config.url = QUrl(QStringLiteral("exec:date"));
        command.config.enabled = false;
        TargetTableModel model;
        model.update({command, target(QStringLiteral("a"))}, now);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        const QModelIndex row = model.index(0, 0);
        QCOMPARE(row.data(TargetTableModel::SummaryRole).toString(), QStringLiteral("off"));
        model.setHeld({QStringLiteral("c")});
        QVERIFY(changed.count() > 0);
        QVERIFY(row.data(TargetTableModel::HeldRole).toBool());
        QVERIFY(!model.index(1, 0).data(TargetTableModel::HeldRole).toBool());
        QCOMPARE(row.data(TargetTableModel::SummaryRole).toString(),
                 QStringLiteral("command not run: it waits for your leave"));
    }

    void targetsComeGoAndChange()
    {
        TargetTableModel model;
        const QAbstractItemModelTester tester(&model, TesterMode::QtTest);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);

        const QString a = QStringLiteral("a");
        const QString b = QStringLiteral("b");
        const QString c = QStringLiteral("c");
        model.update({target(a), target(c)}, now);
        QCOMPARE(inserted.count(), 2);
        model.update({target(a), target(b), target(c)}, now);
        QCOMPARE(ids(model), QStringList({a, b, c}));
        QCOMPARE(inserted.count(), 3);
        QCOMPARE(changed.count(), 0);
        model.update({target(a), target(c, TargetHealth::Down)}, now);
        QCOMPARE(removed.count(), 1);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(reset.count(), 0);
        model.update({target(c), target(a)}, now);
        QCOMPARE(ids(model), QStringList({c, a}));
        model.update({}, now);
        QCOMPARE(model.rowCount(), 0);
    }

    void targetTellsItsState()
    {
        TargetTableModel model;
        model.update({target(QStringLiteral("a"))}, now);
        const QString summary = model.index(0, 0).data(TargetTableModel::SummaryRole).toString();
        QVERIFY2(summary.contains(QStringLiteral("up")) && summary.contains(QStringLiteral("512")),
                 qPrintable(summary));
        QVERIFY2(summary.contains(QStringLiteral("4.2 ms")) && summary.contains(QStringLiteral("3 s")),
                 qPrintable(summary));

        TargetStatus down = target(QStringLiteral("a"), TargetHealth::Down);
        down.error = Error{ErrorCode::HttpStatus, {"404 Not Found"}, {}, {}};
        model.update({down}, now);
        const QString reason = model.index(0, 0).data(TargetTableModel::SummaryRole).toString();
        QVERIFY2(reason.contains(QStringLiteral("404 Not Found")), qPrintable(reason));

        TargetStatus dropping = target(QStringLiteral("a"));
        dropping.samplesDropped = 5;
        dropping.samplesOutOfBounds = 3;
        model.update({dropping}, now);
        const QString told = model.index(0, 0).data(TargetTableModel::SummaryRole).toString();
        QVERIFY2(told.contains(QStringLiteral("2 dropped · 3 dropped: timestamp out of bounds")),
                 qPrintable(told));
    }

    void passwordIsNeverShown()
    {
        TargetTableModel model;
        model.update({target(QStringLiteral("a"))}, now);
        for (int column = 0; column < model.columnCount(); ++column) {
            for (const int role : {int(Qt::DisplayRole), int(Qt::AccessibleTextRole),
                                   int(TargetTableModel::UrlRole), int(TargetTableModel::SummaryRole)})
                QVERIFY(!model.index(0, column).data(role).toString().contains(QStringLiteral("secret")));
        }
    }

    void alertsAreSortedWorstFirst()
    {
        AlertTableModel model;
        const QAbstractItemModelTester tester(&model, TesterMode::QtTest);
        RuleStatus broken;
        broken.group = "g";
        ThresholdRule threshold;
        threshold.name = "Broken";
        broken.rule = thresholdRule(threshold);
        broken.error = Error{ErrorCode::PromqlSyntax, {"unexpected end of input"}, {}, {1, 4}};
        model.update({rule("Pending", AlertState::Pending, Severity::Critical),
                      rule("Quiet", AlertState::Inactive, Severity::Info),
                      rule("Warn", AlertState::Firing, Severity::Warning),
                      rule("Crit", AlertState::Firing, Severity::Critical), broken},
                     now);
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names << model.index(row, AlertTableModel::NameColumn).data().toString();
        QCOMPARE(names, QStringList({QStringLiteral("Broken"), QStringLiteral("Crit"), QStringLiteral("Warn"),
                                     QStringLiteral("Pending"), QStringLiteral("Quiet")}));
        QCOMPARE(model.count(AlertState::Firing), 2);
        QCOMPARE(model.count(AlertState::Pending), 1);
        QVERIFY(model.index(0, AlertTableModel::SummaryColumn)
                    .data()
                    .toString()
                    .contains(QStringLiteral("unexpected end of input")));
        QCOMPARE(model.index(1, AlertTableModel::LabelsColumn).data().toString(),
                 QStringLiteral("{job=\"demo\"}"));
    }

    void labelsThatTellComeFirst()
    {
        const Labels labels(std::vector<Label>{
            {"alertname", "A"}, {"instance", "a:1"}, {"job", "x"}, {"severity", "critical"}, {"zone", "z}"}});
        QCOMPARE(AlertTableModel::labelsText(labels),
                 QStringLiteral("{zone=\"z}\", instance=\"a:1\", job=\"x\"}"));
        QCOMPARE(AlertTableModel::labelsText(labels.without("zone")),
                 QStringLiteral("{instance=\"a:1\", job=\"x\"}"));
        QCOMPARE(AlertTableModel::labelsText({}), QStringLiteral("{}"));
    }

    /// Silenced ones are there and not counted; nobody gets a severity that he has not said.
    void quietAlertsAndSeverities()
    {
        AlertTableModel model;
        const QAbstractItemModelTester tester(&model, TesterMode::QtTest);
        RuleStatus two = rule("Warn", AlertState::Firing, Severity::Warning);
        Alert other = two.alerts.front();
        other.labels = other.labels.without("severity").with("job", "other");
        two.alerts.push_back(other);
        other.labels = other.labels.with("severity", "page").with("job", "paged");
        two.alerts.push_back(other);
        model.update({two}, now);
        QCOMPARE(model.count(AlertState::Firing), 3);
        QStringList said;
        for (int row = 0; row < 3; ++row)
            said << model.index(row, AlertTableModel::SeverityColumn).data().toString();
        said.sort();
        QCOMPARE(said, QStringList({QString(), QStringLiteral("page"),
                                    AlertTableModel::severityText(Severity::Warning)}));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setQuiet({two.alerts.front().labels});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model.count(AlertState::Firing), 2);
        QCOMPARE(model.quietCount(), 1);
        model.update({two}, now + 1000);
        QCOMPARE(model.quietCount(), 1);
        model.setQuiet({});
        QCOMPARE(model.quietCount(), 0);
    }

    void historyIsNewestFirstAndBounded()
    {
        AlertHistoryModel model;
        const QAbstractItemModelTester tester(&model, TesterMode::QtTest);
        AlertTransition transition;
        transition.to = AlertState::Firing;
        std::vector<AlertTransition> many;
        for (std::size_t i = 0; i < AlertHistoryModel::capacity + 10; ++i) {
            transition.rule = std::to_string(i);
            many.push_back(transition);
        }
        model.append(many);
        QCOMPARE(model.rowCount(), static_cast<int>(AlertHistoryModel::capacity));
        QCOMPARE(model.index(0, AlertHistoryModel::NameColumn).data().toString(),
                 QString::number(AlertHistoryModel::capacity + 9));
    }
};

} // namespace

SIGHTGLASS_TEST(TableModelsTest)
#include "tablemodelstest.moc"
