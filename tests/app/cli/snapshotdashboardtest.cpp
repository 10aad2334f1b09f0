// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/program.h"
#include "tests/support/testcase.h"

#include <QDateTime>
#include <QFile>
#include <QRegularExpression>
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
        QFile::remove(m_folder.filePath(QStringLiteral("x.svg")));
        const Outcome name = snapshot(file, {QStringLiteral("--var"), QStringLiteral("nodes=a1")});
        QVERIFY2(name.exitCode == 2 && name.err.contains(QStringLiteral("nodes")), name.said());
        QVERIFY(picture().isEmpty()); // nor is it written
        const Outcome lenient = snapshot(
            file, {QStringLiteral("--var"), QStringLiteral("nodes=a1"), QStringLiteral("--allow-errors")});
        QVERIFY2(lenient.exitCode == 0, lenient.said());
        const Outcome all = snapshot(file, {QStringLiteral("--var"), QStringLiteral("node=$__all")});
        QVERIFY2(all.exitCode == 0, all.said());
    }

    void pictureHasTheSizeAskedFor()
    {
        const QString file = m_folder.filePath(QStringLiteral("nodes.json"));
        const Outcome outcome = snapshot(file, {QStringLiteral("--size"), QStringLiteral("800x333")});
        QVERIFY2(outcome.exitCode == 0, outcome.said());
        QVERIFY2(picture().contains("viewBox=\"0 0 800 333\""), picture().left(400));
        QVERIFY(picture().contains("On a1"));
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

    void timeIsAsTheDashboardSays_data()
    {
        QTest::addColumn<QByteArray>("says");
        QTest::addColumn<QByteArray>("range");
        QTest::newRow("some minutes") << QByteArray("now-15m") << QByteArray("900000 ms");
        QTest::newRow("hours") << QByteArray("now-6h") << QByteArray("21600000 ms");
    }
    /// However little of it was scraped.
    void timeIsAsTheDashboardSays()
    {
        QFETCH(QByteArray, says);
        QFETCH(QByteArray, range);
        const QString file =
            write("range.json", "{\"title\":\"R\",\"schemaVersion\":39,\"time\":{\"from\":\"" + says +
                                    "\",\"to\":\"now\"},\"panels\":[{\"id\":1,\"type\":\"text\",\"title\":"
                                    "\"$__range_ms ms\",\"gridPos\":{\"h\":4,\"w\":24,\"x\":0,\"y\":0},"
                                    "\"options\":{\"mode\":\"markdown\",\"content\":\"x\"}}]}");
        const Outcome outcome = snapshot(file, {});
        QVERIFY2(outcome.exitCode == 0, outcome.said());
        QVERIFY2(picture().contains(range), picture());
        QVERIFY2(outcome.err.contains(QStringLiteral("--from now-1m")), outcome.said());
        const Outcome asked = snapshot(file, {QStringLiteral("--from"), QStringLiteral("now-1m")});
        QVERIFY2(asked.exitCode == 0 && !asked.err.contains(QStringLiteral("--from")), asked.said());
    }

    /// A panel's own range is that of its variables, and holds where the dashboard's is relative to now.
    void rangesOfPanelsAreTheirOwn()
    {
        const QString file = write(
            "own.json", "{\"title\":\"O\",\"schemaVersion\":39,\"time\":{\"from\":\"now-1h\",\"to\":\"now\"},"
                        "\"panels\":[{\"id\":1,"
                        "\"type\":\"stat\",\"title\":\"R "
                        "$__range\",\"timeFrom\":\"10m\",\"gridPos\":{\"h\":4,\"w\":24,\"x\":0,\"y\":0},"
                        "\"targets\":[{\"expr\":\"vector($__range_s + 0.5)\",\"refId\":\"A\"}]},"
                        "{\"id\":2,\"type\":\"stat\",\"title\":\"S "
                        "$__range\",\"gridPos\":{\"h\":4,\"w\":24,\"x\":0,\"y\":4},"
                        "\"targets\":[{\"expr\":\"up_things\",\"refId\":\"A\"}]}]}");
        const Outcome relative = snapshot(file, {});
        QVERIFY2(relative.exitCode == 0, relative.said());
        QVERIFY2(picture().contains("R 600s \u00B7 last 10m") && picture().contains("S 3600s"), picture());
        QVERIFY2(picture().contains("600.5") || picture().contains("601"), picture());
        const QDateTime now = QDateTime::currentDateTime();
        const auto at = [&now](int seconds) {
            return now.addSecs(seconds).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
        };
        const Outcome absolute =
            snapshot(file, {QStringLiteral("--from"), at(-120), QStringLiteral("--to"), at(-60)});
        QVERIFY2(absolute.exitCode == 0, absolute.said());
        QVERIFY2(picture().contains("R 60s") && !picture().contains("last 10m"), picture());
    }

    /// A line of dots has dots in the legend; what an instant query answers is a dot.
    void dotsAreSeen()
    {
        const auto dashboard = [this](const char *name, const QByteArray &custom, const QByteArray &query) {
            return write(
                name,
                "{\"title\":\"D\",\"schemaVersion\":39,\"panels\":[{\"id\":1,\"type\":\"timeseries\","
                "\"title\":"
                "\"P\",\"gridPos\":{\"h\":9,\"w\":24,\"x\":0,\"y\":0},\"fieldConfig\":{\"defaults\":{"
                "\"custom\":{" +
                    custom +
                    "}},\"overrides\":[]},\"targets\":[{\"expr\":\"vector(3)\",\"legendFormat\":\"three\"," +
                    query + "\"refId\":\"A\"}]}]}");
        };
        const auto count = [this](const char *what) { return picture().count(what); };
        QVERIFY(snapshot(dashboard("plain.json", "", ""), {}).exitCode == 0);
        const auto round = count("stroke-linecap=\"round\"");
        QVERIFY(snapshot(dashboard("dotted.json", "\"lineStyle\":{\"fill\":\"dot\",\"dash\":[0,10]}", ""), {})
                    .exitCode == 0);
        QVERIFY2(count("stroke-linecap=\"round\"") > round && picture().contains("three"), picture());
        QVERIFY(snapshot(dashboard("instant.json", "", "\"instant\":true,\"range\":false,"), {}).exitCode ==
                0);
        // At the very end of the range, and whole.
        const QRegularExpression circle(QStringLiteral("fill-rule=\"nonzero\" d=\"M([0-9.]+),[0-9.]+ C"));
        const auto dot = circle.match(QString::fromUtf8(picture()));
        QVERIFY2(dot.hasMatch() && dot.captured(1).toDouble() > 1500, picture());
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
