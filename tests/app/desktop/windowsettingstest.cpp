// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/windowsettings.h"

#include "app/desktop/targetmemory.h"
#include "tests/support/conformance.h"
#include "tests/support/testcase.h"

#include <QTemporaryDir>
#include <QTest>

namespace {

using namespace sightglass;

TargetConfig target(const QString &id, const QString &url)
{
    TargetConfig config;
    config.id = id;
    config.url = QUrl(url);
    return config;
}

QStringList hosts(const std::vector<TargetConfig> &targets)
{
    QStringList hosts;
    for (const TargetConfig &config : targets)
        hosts << config.url.host();
    return hosts;
}

class WindowSettingsTest : public sightglass::test::TestCase
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString freshFile()
    {
        static int number = 0;
        return m_folder.filePath(QStringLiteral("settings-%1.ini").arg(++number));
    }

private Q_SLOTS:
    void everythingComesBack()
    {
        const QString file = freshFile();
        TargetConfig config = target(QStringLiteral("a"), QStringLiteral("http://one:9100/metrics?x=1"));
        config.name = QStringLiteral("billing & more");
        config.intervalMs = 250;
        config.timeoutMs = 200;
        {
            WindowSettings settings(file);
            settings.setTargets({config});
            settings.setTheme(ThemeChoice::Dark);
            settings.setRangeMs(60'000);
            settings.setWindow("geometry", "state");
        }
        const WindowSettings settings(file);
        QVERIFY(settings.targets() == std::vector<TargetConfig>{config});
        QCOMPARE(settings.theme(), ThemeChoice::Dark);
        QCOMPARE(settings.rangeMs(), 60'000);
        QCOMPARE(settings.geometry(), QByteArray("geometry"));
        QCOMPARE(settings.state(), QByteArray("state"));
    }

    void howOneIsToldComesBack()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("told.ini"));
        NotifySettings told;
        told.groupBy = {"alertname", "job"};
        told.repeatIntervalMs = 3600'000;
        told.sendResolved = false;
        told.sound = true;
        told.quietHours = "monday:friday 22:00-07:00\nsaturday";
        told.inhibitRules = "a=\"b\" mutes c=d equal e";
        QCOMPARE(WindowSettings(file).notify(), NotifySettings());
        {
            WindowSettings settings(file);
            settings.setNotify(told);
        }
        QCOMPARE(WindowSettings(file).notify(), told);
        const QStringList words = {QStringLiteral("say"), QStringLiteral("it's here"), QString()};
        QCOMPARE(commandText(words), QStringLiteral("'say' 'it'\\''s here' ''"));
    }

    void programSettingsComeBack()
    {
        const QString file = freshFile();
        ProgramSettings program;
        program.query.timeoutMs = 5000;
        program.query.maxSteps = 500;
        program.query.features.extendedRangeSelectors = true;
        program.api = {true, QStringLiteral("[::1]:9"), true, QStringLiteral("/t")};
        program.time = {true, false};
        WindowSettings(file).setProgram(program);
        const ProgramSettings back = WindowSettings(file).program();
        QCOMPARE(back.query.timeoutMs, std::int64_t{5000});
        QCOMPARE(back.query.maxSteps, std::size_t{500});
        QVERIFY(back.query.features.extendedRangeSelectors);
        QVERIFY(!back.query.features.binopFillModifiers);
        QVERIFY(back.api == program.api);
        QVERIFY(back.time == program.time);
        QVERIFY(WindowSettings(freshFile()).program().time == TimeDisplay());
    }

    void theApiIsOffUnlessSwitchedOn() { QVERIFY(!WindowSettings(freshFile()).program().api.enabled); }

    void limitsStayWithinTheirBounds()
    {
        const QString file = freshFile();
        {
            QSettings raw(file, QSettings::IniFormat);
            raw.setValue(QStringLiteral("query/timeoutMs"), -5);
            raw.setValue(QStringLiteral("query/maxSamples"), QStringLiteral("999999999999999999"));
            raw.setValue(QStringLiteral("query/maxSteps"), QStringLiteral("many"));
        }
        const QueryOptions query = WindowSettings(file).program().query;
        QCOMPARE(query.timeoutMs, minQueryTimeoutMs);
        QCOMPARE(query.maxSamples, maxQuerySamples);
        QCOMPARE(query.maxSteps, minQuerySteps);
    }

    void brokenTargetsAreToldAndTheOthersAreThere()
    {
        const QString file = freshFile();
        WindowSettings(file).setTargets({target(QStringLiteral("a"), QStringLiteral("http://one/metrics")),
                                         target(QStringLiteral("b"), QStringLiteral("http://two/metrics"))});
        {
            QSettings raw(file, QSettings::IniFormat);
            raw.setValue(QStringLiteral("targets/1/document"),
                         QStringLiteral("{\"url\": \"http://three/metrics\","
                                        "\"interval_ms\": true}"));
            raw.setValue(QStringLiteral("targets/3/document"), QStringLiteral("?"));
            raw.setValue(QStringLiteral("targets/size"), 3);
        }
        QStringList problems;
        QCOMPARE(hosts(WindowSettings(file).targets(&problems)),
                 QStringList({QStringLiteral("three"), QStringLiteral("two")}));
        QCOMPARE(problems.size(), 2);
        QCOMPARE(problems.first(), QStringLiteral("http://three/metrics: interval_ms: not a whole number"));
    }

    void filesAndTheirTargetsAreKeptApart()
    {
        WindowSettings settings(freshFile());
        settings.setConfigs({QStringLiteral("/etc/prometheus.yml")});
        TargetMemory memory(&settings, {});
        TargetConfig ofFile = target(QStringLiteral("f"), QStringLiteral("http://two/metrics"));
        ofFile.origin = QStringLiteral("/etc/prometheus.yml");
        memory.remember({target(QStringLiteral("a"), QStringLiteral("http://one/metrics")), ofFile});
        QCOMPARE(hosts(settings.targets()), QStringList({QStringLiteral("one")}));
        QCOMPARE(settings.configs(), QStringList({QStringLiteral("/etc/prometheus.yml")}));
    }

    void passwordsAreNotWritten()
    {
        const QString file = freshFile();
        {
            WindowSettings settings(file);
            settings.setTargets(
                {target(QStringLiteral("a"), QStringLiteral("http://user:hunter2@one/metrics"))});
        }
        const QByteArray written = sightglass::test::readFile(file);
        QVERIFY(written.contains("one"));
        QVERIFY(!written.contains("hunter2"));
    }

    void damagedValuesAreMended()
    {
        const QString file = freshFile();
        {
            QSettings raw(file, QSettings::IniFormat);
            raw.beginWriteArray(QStringLiteral("targets"), 2);
            raw.setArrayIndex(0);
            raw.setValue(QStringLiteral("url"), QStringLiteral("http://one/metrics"));
            raw.setValue(QStringLiteral("intervalMs"), -5);
            raw.setValue(QStringLiteral("timeoutMs"), QStringLiteral("a lot"));
            raw.setArrayIndex(1);
            raw.setValue(QStringLiteral("url"), QStringLiteral("::::"));
            raw.endArray();
            raw.setValue(QStringLiteral("window/rangeMs"), -1);
        }
        const WindowSettings settings(file);
        QCOMPARE(hosts(settings.targets()), QStringList({QStringLiteral("one")}));
        QCOMPARE(settings.targets().front().intervalMs, minScrapeIntervalMs);
        QVERIFY(settings.rangeMs() > 0);
    }

    void rememberedTargetsAreShownWithoutAddresses()
    {
        WindowSettings settings(freshFile());
        settings.setTargets({target(QStringLiteral("a"), QStringLiteral("http://one/metrics"))});
        TargetMemory memory(&settings, {});
        QCOMPARE(hosts(memory.initialTargets()), QStringList({QStringLiteral("one")}));
        memory.remember({});
        QVERIFY(settings.targets().empty());
    }

    /// A settings file that somebody handed over is no leave to run what it names.
    void commandsOfAnotherFileWaitForLeave()
    {
        WindowSettings settings(freshFile());
        QVERIFY(!settings.isUsersOwn());
        const TargetConfig command = target(QStringLiteral("c"), QStringLiteral("exec:date +%s"));
        settings.setTargets({command, target(QStringLiteral("a"), QStringLiteral("http://one/metrics"))});
        TargetMemory memory(&settings, {});
        QCOMPARE(memory.heldCommands(), QStringList{QStringLiteral("c")});
        std::vector<TargetConfig> shown = memory.initialTargets();
        QVERIFY(!shown[0].enabled);
        QVERIFY(shown[1].enabled);
        // It is remembered as it was: whoever holds it back does not change the file.
        memory.remember(shown);
        QVERIFY(settings.targets()[0].enabled);
        shown[0].name = QStringLiteral("clock");
        memory.remember(shown);
        QCOMPARE(settings.targets()[0].name, QStringLiteral("clock"));
        QVERIFY(settings.targets()[0].enabled);
        shown[0] = memory.allowCommand(shown[0]);
        QVERIFY(shown[0].enabled);
        QVERIFY(memory.heldCommands().isEmpty());
        QCOMPARE(TargetMemory(&settings, {}).heldCommands(), QStringList{QStringLiteral("c")});
        const TargetMemory allowed(&settings, {}, TargetMemory::Otherwise::Remembered,
                                   TargetMemory::Commands::All);
        QVERIFY(allowed.heldCommands().isEmpty());
        QVERIFY(allowed.initialTargets()[0].enabled);
    }

    void commandsOfTheUsersOwnFileAndOfTheCommandLineRun()
    {
        const QTemporaryDir home;
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, home.path());
        WindowSettings own;
        const TargetConfig command = target(QStringLiteral("c"), QStringLiteral("exec:date +%s"));
        own.setTargets({command});
        const TargetMemory memory(&own, {});
        QVERIFY(own.isUsersOwn());
        QVERIFY(WindowSettings(QSettings().fileName()).isUsersOwn());
        QVERIFY(memory.heldCommands().isEmpty());
        QVERIFY(memory.initialTargets()[0].enabled);
        WindowSettings other(freshFile());
        const TargetMemory ofCommandLine(&other, {command});
        QVERIFY(ofCommandLine.heldCommands().isEmpty());
        QVERIFY(ofCommandLine.initialTargets()[0].enabled);
    }

    /// A file that changes while the window shows it brings no command in through the back door.
    void aCommandThatTheFileBringsLaterWaitsToo()
    {
        const QString file = freshFile();
        WindowSettings settings(file);
        settings.setTargets({target(QStringLiteral("a"), QStringLiteral("http://one/metrics"))});
        TargetMemory memory(&settings, {});
        std::vector<TargetConfig> shown = memory.initialTargets();
        const auto change = [&](const char *url) {
            WindowSettings(file).setTargets({target(QStringLiteral("a"), QString::fromLatin1(url))});
            const auto changed = memory.changedElsewhere(shown);
            if (changed.size() == 1)
                shown = changed;
            return changed.size() == 1;
        };
        QVERIFY(change("exec:first"));
        QVERIFY(!shown[0].enabled);
        shown[0] = memory.allowCommand(shown[0]);
        QVERIFY(change("exec:second"));
        QVERIFY(!shown[0].enabled);
        QCOMPARE(memory.heldCommands(), QStringList{QStringLiteral("a")});
        QVERIFY(change("http://two/metrics"));
        QVERIFY(shown[0].enabled);
        QVERIFY(memory.heldCommands().isEmpty());
    }

    void twoWindowsKeepEachOthersTargets()
    {
        const QString file = freshFile();
        WindowSettings first(file);
        WindowSettings second(file);
        const TargetConfig a = target(QStringLiteral("a"), QStringLiteral("http://a/metrics"));
        const TargetConfig b = target(QStringLiteral("b"), QStringLiteral("http://b/metrics"));
        const TargetConfig c = target(QStringLiteral("c"), QStringLiteral("http://c/metrics"));
        first.setTargets({a});
        TargetMemory ofFirst(&first, {});
        TargetMemory ofSecond(&second, {});
        ofSecond.remember({a, b});
        ofFirst.remember({a, c});
        QCOMPARE(hosts(first.targets()),
                 QStringList({QStringLiteral("b"), QStringLiteral("a"), QStringLiteral("c")}));
        ofFirst.remember({c});
        QCOMPARE(hosts(second.targets()), QStringList({QStringLiteral("b"), QStringLiteral("c")}));
    }

    /// The one that has changed nothing neither undoes the other's change nor brings back what it removed.
    void twoWindowsKeepEachOthersChanges()
    {
        const QString file = freshFile();
        WindowSettings first(file);
        WindowSettings second(file);
        TargetConfig a = target(QStringLiteral("a"), QStringLiteral("http://a/metrics"));
        TargetConfig b = target(QStringLiteral("b"), QStringLiteral("http://b/metrics"));
        a.client.authentication = BasicAuth{"ann", {}, SecretKey{"K1"}};
        first.setTargets({a, b});
        TargetMemory ofFirst(&first, {});
        TargetMemory ofSecond(&second, {});
        TargetConfig edited = a;
        edited.client.authentication = BasicAuth{"ann", {}, SecretKey{"K2"}};
        ofFirst.remember({edited});
        ofSecond.remember({a, b});
        QVERIFY(second.targets() == std::vector<TargetConfig>{edited});
        QVERIFY(ofSecond.changedElsewhere({a, b}) == std::vector<TargetConfig>{edited});
        QVERIFY(ofSecond.changedElsewhere({edited, b}).empty());
        // Who changes last has it.
        b.intervalMs = 2000;
        ofSecond.remember({edited, b});
        QCOMPARE(hosts(first.targets()), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
        const TargetConfig asFirstHasIt = edited;
        edited.intervalMs = 3000;
        ofSecond.remember({edited, b});
        QVERIFY(ofFirst.changedElsewhere({asFirstHasIt}) == std::vector<TargetConfig>{edited});
        QVERIFY((first.targets() == std::vector<TargetConfig>{edited, b}));
    }

    void commandLineTargetsAreForThisRunOnly()
    {
        WindowSettings settings(freshFile());
        settings.setTargets({target(QStringLiteral("a"), QStringLiteral("http://one/metrics"))});
        TargetMemory memory(&settings, {target({}, QStringLiteral("http://two/metrics"))});
        QCOMPARE(hosts(memory.initialTargets()), QStringList({QStringLiteral("two")}));

        std::vector<TargetConfig> shown = memory.initialTargets();
        shown.push_back(target(QStringLiteral("byhand"), QStringLiteral("http://three/metrics")));
        memory.remember(shown);
        QCOMPARE(hosts(settings.targets()), QStringList({QStringLiteral("one"), QStringLiteral("three")}));
    }
};

} // namespace

SIGHTGLASS_TEST(WindowSettingsTest)
#include "windowsettingstest.moc"
