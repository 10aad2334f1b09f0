// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs.h"
#include "tests/app/cli/program.h"
#include "tests/support/demoprocess.h"
#include "tests/support/testcase.h"

#include <QImage>
#include <QTemporaryDir>
#include <QTest>

namespace {

using sightglass::test::Outcome;
using sightglass::test::runProgram;

class CommandLineTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void helpAndMistakes_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const QStringList &arguments, int exitCode,
                            const QString &says) { QTest::newRow(name) << arguments << exitCode << says; };
        const QString snapshot = QStringLiteral("snapshot");
        const QString target = QStringLiteral("--target");
        const QString url = QStringLiteral("http://127.0.0.1:1/metrics");
        row("help", {QStringLiteral("--help")}, 0, snapshot);
        row("version", {QStringLiteral("--version")}, 0, QStringLiteral("sightglass " SIGHTGLASS_VERSION));
        row("no display", {url}, 2, QStringLiteral("no display"));
        row("unknown option", {QStringLiteral("--frobnicate")}, 2, QStringLiteral("frobnicate"));
        row("neither verb nor address", {QStringLiteral("gopher://x")}, 2, QStringLiteral("gopher://x"));
        row("a mistyped verb", {QStringLiteral("snapshoot")}, 2, QStringLiteral("snapshoot"));
        row("snapshot help", {snapshot, QStringLiteral("--help")}, 0, QStringLiteral("--dashboard"));
        row("snapshot of nothing", {snapshot, QStringLiteral("--out"), QStringLiteral("x.png")}, 2,
            QStringLiteral("--target"));
        row("snapshot to nowhere", {snapshot, target, url}, 2, QStringLiteral("--out"));
        row("bad duration",
            {snapshot, target, url, QStringLiteral("--for"), QStringLiteral("soon"), QStringLiteral("--out"),
             QStringLiteral("x.png")},
            2, QStringLiteral("soon"));
        row("bad size",
            {snapshot, target, url, QStringLiteral("--size"), QStringLiteral("big"), QStringLiteral("--out"),
             QStringLiteral("x.png")},
            2, QStringLiteral("big"));
        row("another kind of picture", {snapshot, url, QStringLiteral("--out"), QStringLiteral("z.txt")}, 2,
            QStringLiteral("z.txt does not end in .png"));
        row("no kind of picture", {snapshot, url, QStringLiteral("--out"), QStringLiteral("z")}, 2,
            QStringLiteral(".png"));
        row("options before the verb", {QStringLiteral("--settings"), QStringLiteral("f.ini"), snapshot}, 2,
            QStringLiteral("a verb comes first, its options behind it: sightglass snapshot"));
        row("an address before the verb", {url, QStringLiteral("query")}, 2,
            QStringLiteral("a verb comes first"));
        row("unknown dashboard",
            {snapshot, target, url, QStringLiteral("--dashboard"), QStringLiteral("nope"),
             QStringLiteral("--out"), QStringLiteral("x.png")},
            2, QStringLiteral("nope"));
    }

    void helpAndMistakes()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        QFETCH(QString, says);
        const Outcome outcome = runProgram(arguments);
        QVERIFY2(outcome.exitCode == exitCode, outcome.said());
        const QString &text = exitCode == 0 ? outcome.out : outcome.err;
        QVERIFY2(text.contains(says), outcome.said());
    }

    /// UTF-8, whatever the locale can: neither question marks nor Latin-1.
    void sameInEveryLocale_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("program") << QStringList{QStringLiteral("--help")};
        for (const sightglass::Verb &verb : sightglass::verbs())
            QTest::newRow(verb.name) << QStringList{QLatin1String(verb.name), QStringLiteral("--help")};
        const QString target = QStringLiteral("--target");
        QTest::newRow("check of targets")
            << QStringList{QStringLiteral("check"), target, QStringLiteral("x"), QStringLiteral("--help")};
        QTest::newRow("a mistake") << QStringList{QStringLiteral("fmt"), QStringLiteral("größe + …€")};
        QTest::newRow("no such file")
            << QStringList{QStringLiteral("check"), QStringLiteral("rules"), QStringLiteral("größe…€.yml")};
    }
    void sameInEveryLocale()
    {
        QFETCH(QStringList, arguments);
        const Outcome outcome = runProgram(arguments);
        for (const char *locale : {"C", "POSIX", "en_US.ISO-8859-1"}) {
            const Outcome other = runProgram(arguments, {.locale = QLatin1String(locale)});
            QCOMPARE(other.out, outcome.out);
            QCOMPARE(other.err, outcome.err);
            QCOMPARE(other.exitCode, outcome.exitCode);
        }
        for (const char16_t wrong : {u'\u00c3', u'\u00e2', u'\ufffd'})
            QVERIFY2(!(outcome.out + outcome.err).contains(QChar(wrong)), outcome.said());
        QVERIFY2(!outcome.out.contains(QStringLiteral("[URL?]")), outcome.said());
    }

    void german_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("says");
        const QString snapshot = QStringLiteral("snapshot");
        const QString url = QStringLiteral("http://127.0.0.1:1/metrics");
        QTest::newRow("no display") << QStringList{url} << 2 << QStringLiteral("keine Anzeige");
        QTest::newRow("help") << QStringList{QStringLiteral("--help")} << 0
                              << QStringLiteral("--render-to <ORDNER>");
        QTest::newRow("snapshot help")
            << QStringList{snapshot, QStringLiteral("--help")} << 0 << QStringLiteral("--for <DAUER>");
        QTest::newRow("a dashboard by its English title")
            << QStringList{snapshot, url, QStringLiteral("--dashboard"), QStringLiteral("FraiseQL observer")}
            << 2 << QStringLiteral("--out DATEI");
        QTest::newRow("a dashboard by its German title")
            << QStringList{snapshot, url, QStringLiteral("--dashboard"),
                           QStringLiteral("FraiseQL-Beobachter")}
            << 2 << QStringLiteral("--out DATEI");
        QTest::newRow("a dashboard by its id")
            << QStringList{snapshot, url, QStringLiteral("--dashboard"), QStringLiteral("fraiseql-observer")}
            << 2 << QStringLiteral("--out DATEI");
    }

    void german()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        QFETCH(QString, says);
        const Outcome outcome = runProgram(arguments, {.locale = QStringLiteral("de_DE.UTF-8")});
        QVERIFY2(outcome.exitCode == exitCode, outcome.said());
        QVERIFY2((exitCode == 0 ? outcome.out : outcome.err).contains(says), outcome.said());
    }

    void snapshotOfTheDemo()
    {
        sightglass::test::DemoProcess demo;
        QVERIFY2(demo.start({}), qPrintable(demo.errorText()));
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("x.png"));
        const Outcome outcome =
            runProgram({QStringLiteral("snapshot"), QStringLiteral("--target"), demo.url(),
                        QStringLiteral("--for"), QStringLiteral("4s"), QStringLiteral("--size"),
                        QStringLiteral("1200x800"), QStringLiteral("--out"), file});
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
        QCOMPARE(outcome.out.trimmed(), file);
        const QImage image(file);
        QCOMPARE(image.size(), QSize(1200, 800));
    }

    void snapshotOfSeveralTargets()
    {
        sightglass::test::DemoProcess demo;
        QVERIFY2(demo.start({}), qPrintable(demo.errorText()));
        const QTemporaryDir folder;
        QFile page(folder.filePath(QStringLiteral("a.prom")));
        QVERIFY(page.open(QIODevice::WriteOnly));
        page.write("a_total 1\nb_ratio 0.4\n");
        page.close();
        const Outcome outcome =
            runProgram({QStringLiteral("snapshot"), demo.url(), page.fileName(), QStringLiteral("--for"),
                        QStringLiteral("4s"), QStringLiteral("--size"), QStringLiteral("800x600"),
                        QStringLiteral("--out"), folder.filePath(QStringLiteral("x.png"))});
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
        QCOMPARE(outcome.out.trimmed(), folder.filePath(QStringLiteral("x.png")) + QLatin1Char('\n') +
                                            folder.filePath(QStringLiteral("x-2.png")));
        QCOMPARE(QImage(folder.filePath(QStringLiteral("x-2.png"))).size(), QSize(800, 600));
    }

    void snapshotSaysWhyThereIsNone()
    {
        const QTemporaryDir folder;
        const Outcome outcome =
            runProgram({QStringLiteral("snapshot"), QStringLiteral("--target"), QStringLiteral("127.0.0.1:1"),
                        QStringLiteral("--for"), QStringLiteral("1s"), QStringLiteral("--out"),
                        folder.filePath(QStringLiteral("x.png"))});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.err.contains(QStringLiteral("refused")), qPrintable(outcome.err));
    }
};

} // namespace

SIGHTGLASS_TEST(CommandLineTest)
#include "commandlinetest.moc"
