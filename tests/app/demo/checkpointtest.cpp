// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/checkpoint.h"

#include "tests/support/testcase.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace {

using namespace sightglass::demo;

Checkpoint example()
{
    Checkpoint checkpoint;
    checkpoint.nextEvent = 18'000'000'000'000'000'000ULL;
    checkpoint.recentEvents = {3, 1, 2};
    checkpoint.hottestEntities = {7, 0};
    checkpoint.jobs = {{.event = {5, 7, "{\"kind\":\"a \\\" b\"}\n"},
                        .actions = {ActionType::Email, ActionType::Search},
                        .failures = 2,
                        .redrives = 0}};
    checkpoint.deadLetters = {{.event = {4, 0, ""}, .actions = {}, .failures = 0, .redrives = 9}};
    return checkpoint;
}

class CheckpointTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void damageIsFound_data();
    void damageIsFound();
    void savingReplaces();
    void aDamagedFileIsSetAside();
    void aFileThatCannotBeWrittenIsAnError();
};

void CheckpointTest::roundTrip()
{
    const auto decoded = decode(encode(example()), "x");
    QVERIFY(decoded.ok());
    QVERIFY(*decoded == example());
    const auto empty = decode(encode({}), "x");
    QVERIFY(empty.ok());
    QVERIFY(*empty == Checkpoint{});
}

void CheckpointTest::damageIsFound_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray good = QByteArray::fromStdString(encode(example()));
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not ours") << QByteArray("{}\n");
    QTest::newRow("header only") << good.left(good.indexOf('\n') + 1);
    QTest::newRow("no line end") << good.left(good.indexOf('\n'));
    QTest::newRow("torn") << good.left(good.size() - 1);
    QTest::newRow("longer") << good + ' ';
    QByteArray flipped = good;
    flipped[flipped.size() / 2] = static_cast<char>(flipped[flipped.size() / 2] ^ 1);
    QTest::newRow("one bit") << flipped;
    QTest::newRow("zeros") << QByteArray(4096, '\0');
    // FNV-1a of "[]": a body whose checksum is right and whose content is not.
    QTest::newRow("other content") << QByteArray("sightglass-demo-checkpoint 1 2 675868731199239589\n[]");
}

void CheckpointTest::damageIsFound()
{
    QFETCH(QByteArray, bytes);
    const auto decoded = decode(bytes.toStdString(), "some/file");
    QVERIFY(!decoded.ok());
    QCOMPARE(decoded.error().code, sightglass::ErrorCode::FileUnreadable);
    QCOMPARE(decoded.error().arguments.front(), std::string("some/file"));
}

void CheckpointTest::savingReplaces()
{
    const QTemporaryDir dir;
    const CheckpointFile file(dir.filePath(QStringLiteral("checkpoint")).toStdString());
    QVERIFY(!file.exists());
    QVERIFY(!file.load().ok());
    QVERIFY(file.save({}).ok());
    QVERIFY(file.save(example()).ok());
    QVERIFY(file.exists());
    const auto loaded = file.load();
    QVERIFY(loaded.ok());
    QVERIFY(*loaded == example());
    QVERIFY(!QFile::exists(dir.filePath(QStringLiteral("checkpoint.new"))));
}

void CheckpointTest::aDamagedFileIsSetAside()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("checkpoint"));
    QFile damaged(path);
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write("rubbish");
    damaged.close();
    const CheckpointFile file(path.toStdString());
    QVERIFY(!file.load().ok());
    QVERIFY(!file.exists());
    QVERIFY(QFile::exists(path + QStringLiteral(".damaged")));
}

void CheckpointTest::aFileThatCannotBeWrittenIsAnError()
{
    const sightglass::Status saved = CheckpointFile("/nonexistent/folder/checkpoint").save(example());
    QVERIFY(!saved.ok());
    QVERIFY(!saved.error().arguments.back().empty());
}

} // namespace

SIGHTGLASS_TEST(CheckpointTest)

#include "checkpointtest.moc"
