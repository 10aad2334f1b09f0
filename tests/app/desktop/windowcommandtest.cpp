// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/windowcommand.h"

#include "tests/support/testcase.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sightglass;

namespace {

class WindowCommandTest : public test::TestCase
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    [[nodiscard]] QString file(const char *name) const
    {
        QFile made(m_folder.filePath(QLatin1String(name)));
        return made.open(QIODevice::WriteOnly) ? made.fileName() : QString();
    }

private slots:
    void configurationFiles()
    {
        const QString one = file("prometheus.yml");
        const QString two = file("b.YAML");
        const WindowCommandLine line =
            readWindowCommandLine({QStringLiteral("sightglass"), QStringLiteral("--config"), one,
                                   QStringLiteral("localhost:1"), two});
        QVERIFY2(line.request, qPrintable(line.output));
        QCOMPARE(line.request->configs, QStringList({one, two}));
        QCOMPARE(line.request->targets.size(), std::size_t{1});
    }

    void commandsAreLetRunByASwitchOnly()
    {
        const QStringList arguments{QStringLiteral("sightglass"), QStringLiteral("--settings"),
                                    QStringLiteral("/tmp/s.ini")};
        QVERIFY(!readWindowCommandLine(arguments).request->allowCommands);
        QVERIFY(readWindowCommandLine(arguments + QStringList{QStringLiteral("--allow-commands")})
                    .request->allowCommands);
    }

    void anAddressIsNoFile()
    {
        const WindowCommandLine line =
            readWindowCommandLine({QStringLiteral("sightglass"), QStringLiteral("http://a/metrics.yml")});
        QVERIFY(line.request);
        QVERIFY(line.request->configs.isEmpty());
        QCOMPARE(line.request->targets.size(), std::size_t{1});
    }

    void aFileThatIsNotThereIsAMistake_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const QString none = m_folder.filePath(QStringLiteral("none.yml"));
        QTest::newRow("option") << QStringList{QStringLiteral("--config"), none};
        QTest::newRow("bare") << QStringList{none};
    }

    void aFileThatIsNotThereIsAMistake()
    {
        QFETCH(QStringList, arguments);
        const WindowCommandLine line =
            readWindowCommandLine(QStringList{QStringLiteral("sightglass")} + arguments);
        QVERIFY(!line.request);
        QVERIFY(line.output.contains(QStringLiteral("no such file")));
        QCOMPARE(line.exitCode, 2);
    }
};

} // namespace

SIGHTGLASS_TEST(WindowCommandTest)
#include "windowcommandtest.moc"
