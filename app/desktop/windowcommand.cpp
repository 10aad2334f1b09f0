// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/windowcommand.h"

#include "app/cli/bundleddashboards.h"
#include "app/cli/options.h"
#include "app/cli/scrapeoptions.h"
#include "app/cli/verbs.h"
#include "app/desktop/alertdesk.h"
#include "app/desktop/alerttelling.h"
#include "app/desktop/alerttray.h"
#include "app/desktop/desktopnotifier.h"
#include "app/desktop/firstframe.h"
#include "app/desktop/mainwindow.h"
#include "app/desktop/windowalerts.h"
#include "app/desktop/windowapi.h"
#include "app/desktop/windowconfigs.h"
#include "app/desktop/windowdashboards.h"
#include "app/desktop/windowrenderer.h"
#include "model/presentation/alertjournal.h"
#include "model/presentation/alertstatekeeper.h"
#include "model/presentation/targetsources.h"
#include "model/scrape/keychainstore.h"
#include "model/scrape/secretcache.h"
#include "model/scrape/systemclock.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QSystemTrayIcon>

#include <algorithm>
#include <iterator>
#include <memory>

namespace sightglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::WindowCommand)
};

void addOptions(QCommandLineParser &parser)
{
    QString description =
        Texts::tr(
            "A window straight into services' metrics: scrapes the endpoints itself, keeps their history, "
            "draws dashboards and raises alerts.") +
        QStringLiteral("\n\n") + Texts::tr("Verbs (each has its own --help):");
    for (const Verb &verb : verbs())
        description += QStringLiteral("\n  %1  %2")
                           .arg(QLatin1String(verb.name), QCoreApplication::translate("Verb", verb.summary));
    parser.setApplicationDescription(description);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({QStringLiteral("settings"),
                      Texts::tr("Keep settings in this file instead of the user's own."), Texts::tr("FILE")});
    parser.addOption({QStringLiteral("allow-commands"),
                      Texts::tr("Run the commands (exec:…) that a file given with --settings remembers; "
                                "otherwise each waits for your leave in the window.")});
    parser.addOption({QStringLiteral("theme"),
                      Texts::tr("dark, light, high-contrast, or desktop to follow the desktop."),
                      Texts::tr("THEME")});
    parser.addOption({QStringLiteral("features"),
                      Texts::tr("Feature switches of PromQL to turn on this time, beside those in the "
                                "settings: with commas between, or all: %1.")
                          .arg(featureNames()),
                      Texts::tr("NAMES")});
    parser.addOption(
        {QStringLiteral("render-to"),
         Texts::tr("Render the window off-screen, write a picture of every page into this folder, and end."),
         Texts::tr("DIR")});
    parser.addOption({QStringLiteral("for"), Texts::tr("With --render-to: how long to scrape first (30s)."),
                      Texts::tr("DURATION"), QStringLiteral("30s")});
    parser.addOption({QStringLiteral("size"), Texts::tr("With --render-to: the window's size in pixels."),
                      Texts::tr("WxH"), QStringLiteral("1600x1000")});
    parser.addOption(
        {QStringLiteral("measure-startup"), Texts::tr("Say how many milliseconds it took from the start of "
                                                      "the process to the window's first frame, and end.")});
    parser.addOption(
        {QStringLiteral("dashboard"),
         Texts::tr("Open this dashboard, a file of Grafana's or ours, or one that comes with the "
                   "program, by its name; may be repeated."),
         Texts::tr("FILE|NAME")});
    parser.addOption({QStringLiteral("config"),
                      Texts::tr("Follow this prometheus.yml: its scrape configs become targets."),
                      Texts::tr("FILE")});
    addRuleOption(parser);
    parser.addPositionalArgument(
        QStringLiteral("URL"),
        Texts::tr(
            "Endpoints (host:port, an http or https address, the path of a file, unix:/socket:/path or "
            "exec:command), or prometheus.yml files, to show this time; without any, what is "
            "remembered. The path of a file that exists is that file, also where it looks like a host."),
        QStringLiteral("[URL…]"));
}

std::optional<ThemeChoice> themeOption(const QString &text)
{
    if (text == QLatin1String("dark"))
        return ThemeChoice::Dark;
    if (text == QLatin1String("light"))
        return ThemeChoice::Light;
    if (text == QLatin1String("high-contrast"))
        return ThemeChoice::HighContrast;
    return text == QLatin1String("desktop") ? std::optional(ThemeChoice::FollowDesktop) : std::nullopt;
}

/// Configuration files, by option or among the addresses, which are left.
QStringList takeConfigs(const QCommandLineParser &parser, QStringList &addresses)
{
    QStringList configs = parser.values(QStringLiteral("config"));
    const auto isConfig = [](const QString &address) {
        return !address.contains(QLatin1String("://")) && isConfigFileName(address);
    };
    std::copy_if(addresses.begin(), addresses.end(), std::back_inserter(configs), isConfig);
    addresses.removeIf(isConfig);
    return configs;
}

WindowCommandLine usageError(const QString &problem)
{
    return {std::nullopt, problem, static_cast<int>(ExitCode::Usage)};
}

/// Scrapes and draws for as long as it is asked to, then says which pictures there are.
void renderOffScreen(const WindowRequest &request, MainWindow &window, Workspace &workspace)
{
    auto *renderer = new WindowRenderer(&window, &workspace, QDir(request.renderTo), &window);
    QObject::connect(renderer, &WindowRenderer::finished, &window, [](const QStringList &files, bool ok) {
        for (const QString &file : files)
            printLine(file);
        if (!ok)
            printError(Texts::tr("not every page could be rendered"));
        QCoreApplication::exit(static_cast<int>(ok ? ExitCode::Done : ExitCode::Failed));
    });
    window.resize(request.renderSize); // there is no screen that it has to fit
    renderer->start(request.renderAfterMs);
}

/// A command that is not from the user's own hand is not run.
bool mayRunAlertCommand(const WindowSettings &settings, const WindowRequest &request)
{
    const bool may = settings.isUsersOwn() || request.allowCommands;
    if (!may && !settings.alertSenders().command.isEmpty())
        printError(
            Texts::tr("the command for alerts in this settings file is not run: say --allow-commands"));
    return may;
}

void tellFirstFrame(MainWindow &window)
{
    auto *frame = new FirstFrame(&window);
    QObject::connect(frame, &FirstFrame::painted, &window, [] {
        const std::optional<qint64> age = processAgeMs();
        if (age)
            printLine(Texts::tr("first frame after %1 ms").arg(*age));
        else
            printError(Texts::tr("this system does not tell when a process began"));
        QCoreApplication::exit(static_cast<int>(age ? ExitCode::Done : ExitCode::Failed));
    });
}

/// The window as it was asked for, with what it follows and what it shows at first.
void showWindow(const WindowRequest &request, MainWindow &window)
{
    if (request.theme)
        window.setThemeChoice(*request.theme);
    if (request.targets.empty() || !request.configs.isEmpty())
        window.configs()->start(request.configs);
    window.configs()->startRules(request.ruleFiles);
    window.dashboards()->start(request.dashboards);
    if (request.measureStartup)
        tellFirstFrame(window);
    window.show();
}

} // namespace

WindowCommandLine readWindowCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        return usageError(parser.errorText());
    if (parser.isSet(QStringLiteral("help")))
        return {std::nullopt, parser.helpText(), 0};
    if (parser.isSet(QStringLiteral("version")))
        return {std::nullopt, QStringLiteral("sightglass " SIGHTGLASS_VERSION), 0};
    QString bad;
    QStringList addresses = parser.positionalArguments();
    const QStringList configs = takeConfigs(parser, addresses);
    const auto targets = targetOptions(addresses, bad);
    if (!targets && findVerb(bad) != nullptr)
        return usageError(Texts::tr("a verb comes first, its options behind it: sightglass %1 …").arg(bad));
    if (!targets)
        return usageError(Texts::tr("neither a verb nor a usable address: %1").arg(bad));
    const auto duration = durationOption(parser.value(QStringLiteral("for")));
    if (!duration)
        return usageError(Texts::tr("not a duration: %1").arg(parser.value(QStringLiteral("for"))));
    const auto size = sizeOption(parser.value(QStringLiteral("size")));
    if (!size || size->height() == 0)
        return usageError(Texts::tr("not a size: %1").arg(parser.value(QStringLiteral("size"))));
    WindowRequest request;
    if (parser.isSet(QStringLiteral("theme"))) {
        request.theme = themeOption(parser.value(QStringLiteral("theme")));
        if (!request.theme)
            return usageError(Texts::tr("not a theme: %1").arg(parser.value(QStringLiteral("theme"))));
    }
    const auto features = featuresOption(parser.value(QStringLiteral("features")), bad);
    if (!features)
        return usageError(Texts::tr("no feature switch: %1 (there are %2)").arg(bad, featureNames()));
    request.features = *features;
    request.dashboards = parser.values(QStringLiteral("dashboard"));
    for (const QString &dashboard : std::as_const(request.dashboards)) {
        if (!QFileInfo::exists(dashboard) && !bundledDashboardId(dashboard))
            return usageError(
                Texts::tr("neither a file nor the name of a dashboard that comes with the program: %1")
                    .arg(dashboard));
    }
    for (const QString &config : configs) {
        if (!QFileInfo(config).isFile())
            return usageError(Texts::tr("no such file: %1").arg(config));
    }
    request.configs = configs;
    request.ruleFiles = ruleFiles(parser);
    request.targets = *targets;
    request.settingsFile = parser.value(QStringLiteral("settings"));
    request.allowCommands = parser.isSet(QStringLiteral("allow-commands"));
    request.renderTo = parser.value(QStringLiteral("render-to"));
    request.renderAfterMs = *duration;
    request.renderSize = *size;
    request.measureStartup = parser.isSet(QStringLiteral("measure-startup"));
    return {request, {}, 0};
}

int runWindow(const WindowRequest &request)
{
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/sightglass.svg")));
    const bool rendering = !request.renderTo.isEmpty();
    WindowSettings settings(rendering && request.settingsFile.isEmpty()
                                ? QDir(request.renderTo).filePath(QStringLiteral("settings.ini"))
                                : request.settingsFile);
    ProgramSettings program = settings.program();
    for (const promql::FeatureSwitch &feature : promql::featureSwitches)
        program.query.features.*(feature.member) |= request.features.*(feature.member);
    WorkspaceOptions options;
    options.knownDashboards = bundledDashboards();
    options.query = program.query;
    KeychainStore keychain(QStringLiteral("Sightglass"));
    SecretCache secrets(keychain);
    options.collector.secrets = &secrets;
    const Retention retention = options.collector.retention;
    const auto clock = std::make_shared<SystemClock>();
    const QString stateFile = QDir(settings.folder()).filePath(QStringLiteral("alert-state.json"));
    if (const QString problem = takeKeptAlerts(stateFile, options.collector); !problem.isEmpty())
        printError(problem);
    Workspace workspace(clock, std::move(options));
    AlertStateKeeper keeper(stateFile, &workspace);
    WindowApi api(&workspace, clock, retention);
    TargetSources sources(&workspace);
    TargetMemory memory(
        &settings, request.targets,
        request.configs.isEmpty() ? TargetMemory::Otherwise::Remembered : TargetMemory::Otherwise::None,
        request.allowCommands ? TargetMemory::Commands::All : TargetMemory::Commands::OfOwnSettings);
    for (const QString &problem : memory.problems())
        printError(Texts::tr("a remembered target is not what it was: %1").arg(problem));
    QSystemTrayIcon tray(QApplication::windowIcon());
    if (!rendering && QSystemTrayIcon::isSystemTrayAvailable())
        tray.show();
    DesktopNotifier notifier(&tray);
    NotificationCenter center(clock, desktopNotifyConfig(),
                              QDir(settings.folder()).filePath(QStringLiteral("silences.json")));
    if (!center.fileProblem().isEmpty())
        printError(center.fileProblem());
    const QString toldFile = QDir(settings.folder()).filePath(QStringLiteral("told-alerts.json"));
    if (const QString problem = rendering ? QString() : center.keepLog(toldFile); !problem.isEmpty())
        printError(problem);
    AlertJournal journal(QDir(settings.folder()).filePath(QStringLiteral("alert-history.json")), &workspace,
                         clock);
    if (!journal.fileProblem().isEmpty())
        printError(journal.fileProblem());
    workspace.alertHistory()->append(transitionsOf(journal.history()));
    // What is told on the desktop is decided there, not by the window.
    MainWindow window({&workspace, &settings, &memory, nullptr, &api, &sources, &secrets});
    AlertDesk desk(&window, &settings, {&workspace, &center, &journal});
    std::unique_ptr<WindowAlerts> alerts;
    std::unique_ptr<AlertTelling> telling;
    AlertTray alertTray(&tray);
    if (!rendering) {
        alerts = std::make_unique<WindowAlerts>(&workspace, &center, &notifier);
        telling = std::make_unique<AlertTelling>(
            AlertTelling::Parts{&settings, &center, clock, &secrets, mayRunAlertCommand(settings, request)});
        desk.connectTelling({alerts.get(), telling.get(), &alertTray, &notifier, &api});
    }
    api.apply(program);
    workspace.setTargets(memory.initialTargets());
    showWindow(request, window);
    if (rendering)
        renderOffScreen(request, window, workspace);
    return QApplication::exec();
}

} // namespace sightglass
