// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/program.h"
#include "tests/support/httpserver.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace {

using namespace sightglass::test;

const QByteArray page =
    "# HELP a_total As.\n# TYPE a_total counter\na_total{x=\"1\"} 1\n# TYPE b gauge\nb 1\n";

Outcome surface(const QStringList &arguments, const QByteArray &input = {})
{
    return runProgram(QStringList{QStringLiteral("surface")} + arguments, {input});
}

/// `sightglass surface`, the real program.
class SurfaceCommandTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void savedAndCompared()
    {
        HttpServer server;
        server.serve("/metrics", HttpAnswer::page(page));
        const QString url = server.url().toString();
        const QString file = path("surface.txt");
        Outcome outcome = surface({url, QStringLiteral("--save"), file});
        QVERIFY2(outcome.exitCode == 0, outcome.said().constData());
        QVERIFY2(outcome.out.contains(QStringLiteral("2 metrics in ")), outcome.said().constData());
        const QByteArray saved = read(file);
        QVERIFY2(saved.contains("\na_total counter\n  help \"As.\"\n  label x\n"), saved.constData());
        outcome = surface({url, QStringLiteral("--compare"), file});
        QVERIFY2(outcome.exitCode == 0, outcome.said().constData());
        // The order of a page, and its values, are nobody's business.
        server.serve("/metrics", HttpAnswer::page("# TYPE b gauge\nb 7\n# HELP a_total As.\n# TYPE a_total "
                                                  "counter\na_total{x=\"2\"} 9\n"));
        outcome = surface({url, QStringLiteral("--compare"), file});
        QVERIFY2(outcome.exitCode == 0, outcome.said().constData());
    }

    void drift()
    {
        const QString file = path("surface.txt");
        QCOMPARE(surface({QStringLiteral("-"), QStringLiteral("--save"), file}, page).exitCode, 0);
        const QByteArray drifted =
            "# HELP a_total \x1b[31mOther.\n# TYPE a_total gauge\na_total{y=\"1\"} 1\nc 1\n";
        Outcome outcome = surface({QStringLiteral("-"), QStringLiteral("--compare"), file}, drifted);
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(!outcome.out.contains(QChar(0x1b)), outcome.said().constData());
        for (const char *line :
             {"type changed   a_total: counter -> gauge\n", "help changed   a_total: \"As.\" -> \"",
              "label removed  a_total: x\n", "label added    a_total: y\n", "removed        b (gauge)\n",
              "added          c (unknown)\n", "6 changes since "})
            QVERIFY2(outcome.out.contains(QLatin1String(line)), outcome.said().constData());
        // Compared before it is written anew.
        outcome =
            surface({QStringLiteral("-"), QStringLiteral("--compare"), file, QStringLiteral("--save"), file},
                    drifted);
        QCOMPARE(outcome.exitCode, 1);
        QCOMPARE(surface({QStringLiteral("-"), QStringLiteral("--compare"), file}, drifted).exitCode, 0);
    }

    void whatDoesNotCount()
    {
        const QString file = path("surface.txt");
        QCOMPARE(surface({QStringLiteral("-"), QStringLiteral("--save"), file}, page).exitCode, 0);
        const QByteArray more = "# HELP a_total Aces.\n# TYPE a_total counter\na_total{x=\"1\",y=\"1\"} 1\n"
                                "# TYPE b gauge\nb 1\nc 1\n";
        const QStringList arguments = {QStringLiteral("-"), QStringLiteral("--compare"), file,
                                       QStringLiteral("--ignore")};
        QCOMPARE(surface(arguments + QStringList{QStringLiteral("additions")}, more).exitCode, 1);
        QCOMPARE(surface(arguments + QStringList{QStringLiteral("help")}, more).exitCode, 1);
        const Outcome outcome = surface(arguments + QStringList{QStringLiteral("additions,help")}, more);
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY2(outcome.out.contains(QStringLiteral("nothing has drifted, 3 ignored")),
                 outcome.said().constData());
        QCOMPARE(surface(arguments + QStringList{QStringLiteral("colours")}, more).exitCode, 2);
    }

    void couldNotTell_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("input");
        const QString file = path("good.txt");
        QCOMPARE(surface({QStringLiteral("-"), QStringLiteral("--save"), file}, page).exitCode, 0);
        QFile wrong(path("wrong.txt"));
        QVERIFY(wrong.open(QIODevice::WriteOnly) && wrong.write("# sightglass surface 1\n\na_total\n") > 0);
        const QString compare = QStringLiteral("--compare");
        const QString nobody = QStringLiteral("http://127.0.0.1:%1/metrics").arg(unusedPort());
        QTest::newRow("nobody answers") << QStringList{nobody, compare, file} << QByteArray();
        QTest::newRow("no page") << QStringList{QStringLiteral("-"), compare, file} << QByteArray("a{ 1\n");
        QTest::newRow("no file") << QStringList{QStringLiteral("-"), compare, path("none")} << page;
        QTest::newRow("broken file") << QStringList{QStringLiteral("-"), compare, wrong.fileName()} << page;
        QTest::newRow("not writable")
            << QStringList{QStringLiteral("-"), QStringLiteral("--save"), QStringLiteral("/proc/x/y")}
            << page;
        for (const char *empty : {"", "\n", "# EOF\n"})
            QTest::newRow(QByteArray("an empty page of " + QByteArray::number(qstrlen(empty))).constData())
                << QStringList{QStringLiteral("-"), QStringLiteral("--save"), path("empty.txt")}
                << QByteArray(empty);
        QTest::newRow("nothing asked for") << QStringList{} << QByteArray();
    }
    void couldNotTell()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, input);
        const Outcome outcome = surface(arguments, input);
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY(!outcome.err.isEmpty());
        QVERIFY(!QFile::exists(path("empty.txt")));
        if (QByteArray(QTest::currentDataTag()) == "broken file")
            QVERIFY2(outcome.err.contains(path("wrong.txt") + QStringLiteral(":3: ")),
                     outcome.said().constData());
    }

private:
    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

    static QByteArray read(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
};

} // namespace

SIGHTGLASS_TEST(SurfaceCommandTest)

#include "surfacecommandtest.moc"
