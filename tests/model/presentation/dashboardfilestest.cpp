// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/dashboardfiles.h"

#include "tests/support/testcase.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace {

using namespace sightglass;

QByteArray dashboard(const char *title, const char *more = "")
{
    return QByteArray("{\"title\":\"") + title + "\",\"schemaVersion\":39,\"panels\":[" + more + "]}";
}

/// A panel with something that is not drawn, and one of another program's.
const char *const losing =
    "{\"id\":7,\"type\":\"timeseries\",\"title\":\"P\",\"gridPos\":{\"h\":8,\"w\":12,"
    "\"x\":0,\"y\":0},\"targets\":[{\"expr\":\"up\",\"refId\":\"A\"}],\"options\":{"
    "\"invented\":true}},"
    "{\"id\":8,\"type\":\"geomap\",\"title\":\"Q\",\"gridPos\":{\"h\":8,\"w\":12,\"x\":"
    "12,\"y\":0}}";

class DashboardFilesTest : public test::TestCase
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString write(const QString &name, const QByteArray &text)
    {
        const QString path = m_folder.filePath(name);
        QFile file(path + QStringLiteral(".new"));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write");
        file.close();
        QFile::remove(path);
        file.rename(path);
        return path;
    }

private Q_SLOTS:
    void filesAreOpenedAndFollowed();
    void aBrokenEditKeepsWhatWasThere();
    void brokenFiles_data();
    void brokenFiles();
    void texts();
    void lossesHaveTheirPlaces();
    void closing();
    void manyAtOnce();
};

void DashboardFilesTest::filesAreOpenedAndFollowed()
{
    const QString path = write(QStringLiteral("one.json"), dashboard("One"));
    DashboardFiles files;
    QSignalSpy changed(&files, &DashboardFiles::changed);
    files.open(path);
    QVERIFY(files.entries().empty());
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(files.paths(), QStringList{path});
    QCOMPARE(files.entry(path)->opened->spec.title, std::string("One"));
    QCOMPARE(files.entry(path)->name, QStringLiteral("one.json"));
    write(QStringLiteral("one.json"), dashboard("Two"));
    QTRY_COMPARE(changed.size(), 2);
    QCOMPARE(files.entry(path)->opened->spec.title, std::string("Two"));
    // Replaced once more: it is still followed.
    write(QStringLiteral("one.json"), dashboard("Three"));
    QTRY_COMPARE(changed.size(), 3);
    QCOMPARE(files.entry(path)->text, dashboard("Three"));
    // Opened again: told again.
    files.open(path);
    QTRY_COMPARE(changed.size(), 4);
    QCOMPARE(files.entries().size(), std::size_t{1});
}

void DashboardFilesTest::aBrokenEditKeepsWhatWasThere()
{
    const QString path = write(QStringLiteral("edit.json"), dashboard("Good"));
    DashboardFiles files;
    QSignalSpy changed(&files, &DashboardFiles::changed);
    QSignalSpy failed(&files, &DashboardFiles::failed);
    files.open(path);
    QTRY_COMPARE(changed.size(), 1);
    write(QStringLiteral("edit.json"), "{\n  \"title\": ,\n}");
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY2(failed[0][1].toString().startsWith(QStringLiteral("edit.json:2:12: ")),
             qPrintable(failed[0][1].toString()));
    QCOMPARE(files.entry(path)->opened->spec.title, std::string("Good"));
    QVERIFY(!files.entry(path)->problem.isEmpty());
    QFile::remove(path);
    QTRY_COMPARE(failed.size(), 2);
    QCOMPARE(files.entry(path)->opened->spec.title, std::string("Good"));
    // As it was before: it is in force again, and that is told.
    write(QStringLiteral("edit.json"), dashboard("Good"));
    QTRY_COMPARE(changed.size(), 2);
    QVERIFY(files.entry(path)->problem.isEmpty());
}

void DashboardFilesTest::brokenFiles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("problem");
    QTest::newRow("no JSON") << QByteArray("hello") << "f.json:1:1: ";
    QTest::newRow("cut off") << QByteArray("{\"panels\": [\n{") << "f.json:2:2: ";
    QTest::newRow("no dashboard") << QByteArray("[1, 2]") << "f.json: ";
    QTest::newRow("empty") << QByteArray() << "f.json:1:1: ";
    QTest::newRow("broken extension")
        << QByteArray("{\"title\":\"x\",\"panels\":[],\"sightglass\":{\"typo\":1}}") << "f.json: ";
    QTest::newRow("too deep") << QByteArray(300, '[') << "f.json:1:101: ";
}

void DashboardFilesTest::brokenFiles()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, problem);
    DashboardFiles files;
    QSignalSpy failed(&files, &DashboardFiles::failed);
    QSignalSpy changed(&files, &DashboardFiles::changed);
    const QString good = write(QStringLiteral("good.json"), dashboard("Good"));
    files.open(good);
    files.open(write(QStringLiteral("f.json"), text));
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY2(failed[0][1].toString().startsWith(problem), qPrintable(failed[0][1].toString()));
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(files.paths(), QStringList{good});
    files.open(m_folder.filePath(QStringLiteral("nowhere.json")));
    QTRY_COMPARE(failed.size(), 2);
    files.open(m_folder.path());
    QTRY_COMPARE(failed.size(), 3);
    QCOMPARE(files.entries().size(), std::size_t{1});
}

void DashboardFilesTest::texts()
{
    DashboardFiles files;
    QSignalSpy failed(&files, &DashboardFiles::failed);
    QSignalSpy changed(&files, &DashboardFiles::changed);
    const QString source = files.openText(dashboard("Pasted"), QStringLiteral("clipboard"));
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toString(), source);
    QVERIFY(!files.entry(source)->isFile);
    QVERIFY(files.paths().isEmpty());
    files.openText("{", QStringLiteral("clipboard"));
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed[0][1].toString().startsWith(QStringLiteral("clipboard:1:2: ")));
    QCOMPARE(files.entries().size(), std::size_t{1});
}

void DashboardFilesTest::lossesHaveTheirPlaces()
{
    const auto opened = openDashboardText(dashboard("L", losing));
    QVERIFY(opened.ok());
    QCOMPARE(opened->panelsWithLosses, std::size_t{2});
    QCOMPARE(opened->lossCount(), std::size_t{2});
    QVERIFY(opened->losses.isEmpty());
    QVERIFY2(opened->ofPanels.at("7").join(u' ').contains(QStringLiteral("/panels/0/options/invented")),
             qPrintable(opened->ofPanels.at("7").join(u' ')));
    QVERIFY(!opened->ofPanels.at("8").isEmpty());
}

void DashboardFilesTest::closing()
{
    DashboardFiles files;
    QSignalSpy changed(&files, &DashboardFiles::changed);
    QSignalSpy closed(&files, &DashboardFiles::closed);
    const QString path = write(QStringLiteral("close.json"), dashboard("One"));
    files.open(path);
    // Before it has been read.
    files.close(path);
    QCOMPARE(closed.size(), 1);
    files.close(path);
    QCOMPARE(closed.size(), 1);
    // From within what is told; of the reading before nothing is.
    connect(&files, &DashboardFiles::changed, &files, &DashboardFiles::close);
    files.open(path);
    QTRY_COMPARE(closed.size(), 2);
    QCOMPARE(changed.size(), 1);
    QVERIFY(files.entries().empty());
}

void DashboardFilesTest::manyAtOnce()
{
    DashboardFiles files;
    QSignalSpy changed(&files, &DashboardFiles::changed);
    for (int i = 0; i < 40; ++i)
        files.open(write(QStringLiteral("many%1.json").arg(i), dashboard("Many", losing)));
    QTRY_COMPARE(changed.size(), 40);
    QCOMPARE(files.paths().size(), 40);
    QVERIFY(files.paths().first().endsWith(QStringLiteral("many0.json")));
}

SIGHTGLASS_TEST(DashboardFilesTest)

} // namespace

#include "dashboardfilestest.moc"
