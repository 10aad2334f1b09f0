// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/program.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace {

using sightglass::test::Outcome;
using sightglass::test::runProgram;

/// `sightglass snapshot` of dashboards out of files.
class SnapshotDashboardTest : public sightglass::test::TestCase
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString write(const char *name, const QByteArray &text) const
    {
        const QString path = m_folder.filePath(QLatin1String(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write");
        return path;
    }
    [[nodiscard]] Outcome snapshot(const QString &dashboard, const QStringList &more) const
    {
        return runProgram(QStringList{QStringLiteral("snapshot"),
                                      m_folder.filePath(QStringLiteral("page.prom")), QStringLiteral("--for"),
                                      QStringLiteral("2s"), QStringLiteral("--dashboard"), dashboard,
                                      QStringLiteral("--out"), m_folder.filePath(QStringLiteral("x.svg"))} +
                          more);
    }
    [[nodiscard]] QByteArray picture() const
    {
        QFile file(m_folder.filePath(QStringLiteral("x.svg")));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase()
    {
        write("page.prom", "up_things{node=\"a1\"} 1\nup_things{node=\"b1\"} 2\n");
        write(
            "nodes.json",
            "{\"title\":\"Nodes\",\"schemaVersion\":39,\"templating\":{\"list\":[{\"name\":\"node\",\"type\":"
            "\"query\",\"query\":\"label_values(up_things, "
            "node)\",\"sort\":1,\"multi\":true,\"includeAll\":true"
            "}]},\"panels\":[{\"id\":1,\"type\":\"stat\",\"title\":\"On "
            "$node\",\"repeat\":\"node\",\"gridPos\":{"
            "\"h\":4,\"w\":24,\"x\":0,\"y\":0},\"targets\":[{\"expr\":\"up_things{node=\\\"$node\\\"}\","
            "\"refId\":"
            "\"A\"}]}]}");
        write("broken.json", "{\"title\":\n}");
        write(
            "failing.json",
            "{\"title\":\"F\",\"schemaVersion\":39,\"panels\":[{\"id\":1,\"type\":\"stat\",\"title\":\"Bad\","
            "\"gridPos\":{\"h\":4,\"w\":24,\"x\":0,\"y\":0},\"targets\":[{\"expr\":\"sum(\",\"refId\":\"A\"}]"
            "}]}");
    }

    void variables()
    {
        const QString file = m_folder.filePath(QStringLiteral("nodes.json"));
        const Outcome all = snapshot(file, {});
        QVERIFY2(all.exitCode == 0, all.said());
        QVERIFY(picture().contains("On a1") && picture().contains("On b1"));
        const Outcome one = snapshot(file, {QStringLiteral("--var"), QStringLiteral("node=b1")});
        QVERIFY2(one.exitCode == 0, one.said());
        QVERIFY(!picture().contains("On a1") && picture().contains("On b1"));
    }

    /// Something else than what was asked for is no picture of it.
    void whatCannotBeChosenIsAFailure()
    {
        const QString file = m_folder.filePath(QStringLiteral("nodes.json"));
        const Outcome value = snapshot(file, {QStringLiteral("--var"), QStringLiteral("node=c1")});
        QVERIFY2(value.exitCode == 1 && value.err.contains(QStringLiteral("c1")), value.said());
        const Outcome name = snapshot(file, {QStringLiteral("--var"), QStringLiteral("nodes=a1")});
        QVERIFY2(name.exitCode == 2 && name.err.contains(QStringLiteral("nodes")), name.said());
        const Outcome lenient = snapshot(
            file, {QStringLiteral("--var"), QStringLiteral("nodes=a1"), QStringLiteral("--allow-errors")});
        QVERIFY2(lenient.exitCode == 0, lenient.said());
        const Outcome all = snapshot(file, {QStringLiteral("--var"), QStringLiteral("node=$__all")});
        QVERIFY2(all.exitCode == 0, all.said());
    }

    void timeIsChosen()
    {
        const QString file = m_folder.filePath(QStringLiteral("nodes.json"));
        const Outcome outcome = snapshot(file, {QStringLiteral("--from"), QStringLiteral("now/d"),
                                                QStringLiteral("--to"), QStringLiteral("now")});
        QVERIFY2(outcome.exitCode == 0, outcome.said());
        const Outcome backwards = snapshot(file, {QStringLiteral("--from"), QStringLiteral("now"),
                                                  QStringLiteral("--to"), QStringLiteral("now-1h")});
        QVERIFY2(backwards.exitCode == 2, backwards.said());
    }

    void timesAreOfTheDashboardsZone()
    {
        const QString file = write(
            "tokyo.json",
            "{\"title\":\"T\",\"schemaVersion\":39,\"timezone\":\"Asia/"
            "Tokyo\",\"panels\":[{\"id\":1,\"type\":"
            "\"stat\",\"title\":\"At\",\"gridPos\":{\"h\":4,\"w\":24,\"x\":0,\"y\":0},\"fieldConfig\":{"
            "\"defaults\":{\"unit\":\"dateTimeAsIso\"}},\"targets\":[{\"expr\":\"vector(1763733600000)\","
            "\"refId\":\"A\"}]}]}");
        const Outcome outcome = snapshot(file, {});
        QVERIFY2(outcome.exitCode == 0, outcome.said());
        QVERIFY2(picture().contains("2025-11-21 23:00:00"), picture());
    }

    void aPanelWithAnErrorIsAFailure()
    {
        const QString file = m_folder.filePath(QStringLiteral("failing.json"));
        const Outcome strict = snapshot(file, {});
        QVERIFY2(strict.exitCode == 1, strict.said());
        QVERIFY2(strict.err.contains(QStringLiteral("Bad: ")), strict.said());
        const Outcome lenient = snapshot(file, {QStringLiteral("--allow-errors")});
        QVERIFY2(lenient.exitCode == 0, lenient.said());
        QVERIFY2(lenient.err.contains(QStringLiteral("Bad: ")), lenient.said());
    }

    void mistakes_data()
    {
        QTest::addColumn<QString>("dashboard");
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<QString>("says");
        const QString good = m_folder.filePath(QStringLiteral("nodes.json"));
        QTest::newRow("broken file") << m_folder.filePath(QStringLiteral("broken.json")) << QStringList()
                                     << QStringLiteral("broken.json:2:1: ");
        QTest::newRow("no such file")
            << QStringLiteral("/nowhere/x.json") << QStringList() << QStringLiteral("/nowhere/x.json");
        QTest::newRow("no such dashboard")
            << QStringLiteral("node-exportr") << QStringList() << QStringLiteral("node-exporter,");
        QTest::newRow("no such folder")
            << good << QStringList{QStringLiteral("--out"), QStringLiteral("/nowhere/x.png")}
            << QStringLiteral("/nowhere");
        QTest::newRow("no variable") << good << QStringList{QStringLiteral("--var"), QStringLiteral("node")}
                                     << QStringLiteral("NAME=VALUE");
        QTest::newRow("no time") << good << QStringList{QStringLiteral("--from"), QStringLiteral("soon")}
                                 << QStringLiteral("soon");
    }
    void mistakes()
    {
        QFETCH(QString, dashboard);
        QFETCH(QStringList, more);
        QFETCH(QString, says);
        const Outcome outcome = snapshot(dashboard, more);
        QVERIFY2(outcome.exitCode == 2, outcome.said());
        QVERIFY2(outcome.err.contains(says), outcome.said());
    }
};

} // namespace

SIGHTGLASS_TEST(SnapshotDashboardTest)
#include "snapshotdashboardtest.moc"
