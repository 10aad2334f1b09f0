// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/program.h"
#include "tests/support/conformance.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

namespace {

using namespace sightglass;

test::Outcome report(const QStringList &arguments, const char *input)
{
    return test::runProgram(QStringList{QStringLiteral("import-report")} + arguments, {QByteArray(input)});
}

const char *const good =
    "{\"schemaVersion\":42,\"title\":\"B\",\"panels\":[{\"id\":1,\"type\":\"stat\",\"title\":\"up\","
    "\"targets\":[{\"refId\":\"A\",\"expr\":\"up\"}]}]}";
const char *const lossy =
    "{\"schemaVersion\":42,\"title\":\"B\",\"panels\":[{\"id\":1,\"type\":\"geomap\",\"title\":\"map\"}]}";

/// `sightglass import-report`, the real program.
class ImportReportTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void text();
    void exitCodes_data();
    void exitCodes();
    void json();
    void timesThatMeanNoneAreTold();
    void exports();
    void exportsOverwriteNothing();
};

void ImportReportTest::text()
{
    const test::Outcome outcome = report({QStringLiteral("-")}, lossy);
    QVERIFY2(
        outcome.out.contains(QLatin1String("1 panels: 0 fully honoured, 0 shown with losses, 1 not shown")),
        outcome.said().constData());
    QVERIFY2(outcome.out.contains(QLatin1String("map (1, geomap): /panels/0/type")),
             outcome.said().constData());
}

void ImportReportTest::exitCodes_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<int>("exitCode");
    const QString standardInput = QStringLiteral("-");
    const QString strict = QStringLiteral("--strict");
    QTest::newRow("good") << QStringList{standardInput} << QByteArray(good) << 0;
    QTest::newRow("good, strictly") << QStringList{strict, standardInput} << QByteArray(good) << 0;
    QTest::newRow("losses") << QStringList{standardInput} << QByteArray(lossy) << 0;
    QTest::newRow("losses, strictly") << QStringList{strict, standardInput} << QByteArray(lossy) << 3;
    QTest::newRow("no dashboard") << QStringList{standardInput} << QByteArray("[]") << 1;
    QTest::newRow("too deep") << QStringList{standardInput} << QByteArray(200'000, '[') << 1;
    QTest::newRow("no such file") << QStringList{QStringLiteral("/nowhere.json")} << QByteArray() << 1;
    QTest::newRow("nothing said") << QStringList{} << QByteArray() << 2;
}

void ImportReportTest::exitCodes()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, input);
    QFETCH(int, exitCode);
    const test::Outcome outcome = report(arguments, input.constData());
    QVERIFY2(outcome.exitCode == exitCode, outcome.said().constData());
}

void ImportReportTest::timesThatMeanNoneAreTold()
{
    const test::Outcome broken = report(
        {QStringLiteral("-")},
        "{\"schemaVersion\":42,\"title\":\"B\",\"panels\":[],\"timezone\":\"Mars/Olympus\",\"refresh\":"
        "\"often\",\"time\":{\"from\":\"yesteryear\",\"to\":\"now\"},\"timepicker\":{\"nowDelay\":\"x\"}}");
    for (const char *place : {"/timezone", "/refresh", "/time/from", "/timepicker/nowDelay"})
        QVERIFY2(broken.out.contains(QStringLiteral("dashboard: ") + QLatin1String(place)),
                 broken.said().constData());
    const test::Outcome kept = report(
        {QStringLiteral("-")},
        "{\"schemaVersion\":42,\"title\":\"B\",\"panels\":[],\"timezone\":\"Europe/Berlin\",\"refresh\":"
        "\"1m\",\"time\":{\"from\":\"now/d\",\"to\":\"now/d\"},\"timepicker\":{\"nowDelay\":\"1m\"}}");
    QVERIFY2(!kept.out.contains(QStringLiteral("dashboard: ")), kept.said().constData());
}

void ImportReportTest::json()
{
    const test::Outcome outcome = report({QStringLiteral("--json"), QStringLiteral("-")}, good);
    const QJsonObject total =
        QJsonDocument::fromJson(outcome.out.toUtf8()).object().value(QLatin1String("total")).toObject();
    QCOMPARE(total.value(QLatin1String("prometheusPanels"))
                 .toObject()
                 .value(QLatin1String("fullyHonoured"))
                 .toInt(),
             1);
}

/// What is written is read as what it was written of, and written the same once more.
void ImportReportTest::exports()
{
    const QTemporaryDir folder;
    const QString first = folder.filePath(QStringLiteral("first"));
    const QString second = folder.filePath(QStringLiteral("second"));
    for (const QString &name : {first, second})
        QVERIFY(QDir().mkpath(name));
    const auto put = [&folder](const QString &name, const char *text) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) > 0;
    };
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("in/other")));
    QVERIFY(put(QStringLiteral("in/b.json"), good));
    QVERIFY(
        put(QStringLiteral("in/other/b.json"),
            "{\"schemaVersion\":42,\"title\":\"C\",\"invented\":1,\"panels\":[{\"id\":1,\"type\":\"graph\","
            "\"odd\":true,\"targets\":[{\"refId\":\"A\",\"expr\":\"up\"}]}]}"));
    const QString option = QStringLiteral("--export");
    const test::Outcome one = report({option, first, folder.filePath(QStringLiteral("in/b.json")),
                                      folder.filePath(QStringLiteral("in/other/b.json"))},
                                     "");
    QVERIFY2(one.exitCode == 0, one.said().constData());
    const QStringList names = QDir(first).entryList(QDir::Files, QDir::Name);
    QCOMPARE(names, (QStringList{QStringLiteral("b-2.json"), QStringLiteral("b.json")}));
    const test::Outcome two =
        report({option, second, QDir(first).filePath(names[0]), QDir(first).filePath(names[1])}, "");
    QVERIFY2(two.exitCode == 0, two.said().constData());
    for (const QString &name : names) {
        const QByteArray text = test::readFile(QDir(first).filePath(name));
        QVERIFY(!text.isEmpty());
        QCOMPARE(test::readFile(QDir(second).filePath(name)), text);
    }
    QVERIFY(test::readFile(QDir(first).filePath(names[0])).contains("invented"));
    const test::Outcome nowhere =
        report({option, folder.filePath(QStringLiteral("none")), QStringLiteral("-")}, good);
    QCOMPARE(nowhere.exitCode, 2);
}

/// Neither what was read nor what else is there; what has no such name is written.
void ImportReportTest::exportsOverwriteNothing()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("in")));
    const auto put = [&folder](const QString &name, const QByteArray &text) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) > 0;
    };
    const QString own = folder.filePath(QStringLiteral("own.json"));
    const QString there = folder.filePath(QStringLiteral("there.json"));
    const QString later = folder.filePath(QStringLiteral("in/later.json"));
    QVERIFY(put(QStringLiteral("own.json"), good) && put(QStringLiteral("there.json"), "mine"));
    QVERIFY(put(QStringLiteral("in/there.json"), good) && put(QStringLiteral("in/later.json"), good));
    const QString option = QStringLiteral("--export");
    // The same folder by another name.
    const test::Outcome outcome = report({option, folder.filePath(QStringLiteral("in/..")), own,
                                          folder.filePath(QStringLiteral("in/there.json")), later},
                                         "");
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(test::readFile(own), QByteArray(good));
    QCOMPARE(test::readFile(there), QByteArray("mine"));
    QVERIFY(!test::readFile(folder.filePath(QStringLiteral("later.json"))).isEmpty());
    const QByteArray said = outcome.said();
    QVERIFY2(said.contains("not written, for it is read: ") && said.contains("own.json"), said.constData());
    QVERIFY2(said.contains("not written, for there is such a file: "), said.constData());
}

SIGHTGLASS_TEST(ImportReportTest)

} // namespace

#include "importreporttest.moc"
