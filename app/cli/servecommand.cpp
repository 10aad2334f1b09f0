// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/servecommand.h"

#include "app/cli/bundleddashboards.h"
#include "app/cli/followedconfig.h"
#include "app/cli/options.h"
#include "app/cli/runcommand.h"
#include "app/cli/scrapeoptions.h"
#include "app/cli/stopsignals.h"
#include "app/serve/apisenders.h"
#include "app/serve/tokenfile.h"
#include "app/serve/workspaceserver.h"
#include "model/presentation/alertstatekeeper.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"
#include "model/scrape/commandwords.h"
#include "model/scrape/rulefilereading.h"
#include "model/scrape/systemclock.h"
#include "model/senders/alertsenders.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QSysInfo>
#include <QUrl>

#include <memory>

namespace sightglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::ServeCommand)
};

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        Texts::tr("Scrapes the targets and answers the Prometheus HTTP API, for Grafana, promtool and "
                  "scripts. Needs no display. SIGHUP reads rules and configurations again, which happens by "
                  "itself, too, when they change."));
    addScrapeOptions(parser);
    parser.addOption(
        {QStringLiteral("config"),
         Texts::tr("A prometheus.yml: its targets are scraped, and it is followed as it changes."),
         Texts::tr("FILE")});
    addRuleOption(parser);
    parser.addOption(
        {QStringLiteral("no-bundled-rules"),
         Texts::tr(
             "Evaluate the rules of --rules and --config alone. Else the bundled rules of a system that "
             "is recognised by its metrics are evaluated too, as in the window; but not where others "
             "are told, by --alertmanager, --webhook or --alert-command: they hear of no rule that "
             "nobody asked for. --rules bundled:NAME asks for them.")});
    parser.addOption(
        {QStringLiteral("alert-state"),
         Texts::tr("Keep in this file since when alerts are active, and beside it in FILE.samples what rules "
                   "look at, so that a restart goes on with them; none for no file. Without it: one in the "
                   "user's data folder, by the address."),
         Texts::tr("FILE")});
    parser.addOption({QStringLiteral("for-grace-period"),
                      Texts::tr("After a restart, rules with a shorter \"for\" begin anew, and nothing that "
                                "was still pending fires sooner (10m)."),
                      Texts::tr("DURATION"), QStringLiteral("10m")});
    parser.addOption({QStringLiteral("for-outage-tolerance"),
                      Texts::tr("After a longer outage alerts begin anew (1h)."), Texts::tr("DURATION"),
                      QStringLiteral("1h")});
    parser.addOption({QStringLiteral("external-url"),
                      Texts::tr("The address under which others reach this server: for templates of alerts "
                                "and links to them. Without it: that of --listen."),
                      QStringLiteral("URL")});
    parser.addOption({QStringLiteral("alertmanager"),
                      Texts::tr("Tell this Alertmanager of all alerts; its silences count; may be repeated. "
                                "@FILE: the URL is the file's first line, where other users of the machine "
                                "do not see it."),
                      QStringLiteral("URL|@FILE")});
    parser.addOption({QStringLiteral("webhook"),
                      Texts::tr("Post notifications here, with Alertmanager's payload; may be repeated. "
                                "@FILE as with --alertmanager: many webhooks are secrets."),
                      QStringLiteral("URL|@FILE")});
    parser.addOption(
        {QStringLiteral("alert-command"),
         Texts::tr("Run this for each notification, with the same payload on its standard input. No shell "
                   "reads it: for one, write sh -c '…'."),
         Texts::tr("COMMAND")});
    parser.addOption({QStringLiteral("listen"),
                      Texts::tr("Address and port to listen on, port 0 for any (127.0.0.1:9099)."),
                      Texts::tr("ADDRESS"), QStringLiteral("127.0.0.1:9099")});
    parser.addOption({QStringLiteral("token-file"),
                      Texts::tr("Ask clients for the token in this file, as Authorization: Bearer …"),
                      Texts::tr("FILE")});
    parser.addOption(
        {QStringLiteral("allow-remote"), Texts::tr("Listen on an address that other machines can reach.")});
    parser.addOption(
        {QStringLiteral("features"),
         Texts::tr("Feature switches to turn on, with commas between, or all: %1.").arg(featureNames()),
         Texts::tr("NAMES")});
    parser.addPositionalArgument(QStringLiteral("URL"), Texts::tr("More endpoints to scrape."),
                                 QStringLiteral("[URL…]"));
}

struct ServeRequest
{
    std::vector<TargetConfig> targets;
    QString configFile; ///< empty: none
    QStringList ruleFiles;
    QString alertStateFile;   ///< empty: none
    bool bundledRules = true; ///< those that dashboards of targets switch on
    AlertSendersConfig senders;
    RestoreOptions restore;
    ServeOptions options;
};

/// As Prometheus names itself, where nobody says it: on all interfaces by the machine's name.
QString ownUrl(const ListenAddress &address)
{
    const bool isAny = address.host == QHostAddress(QHostAddress::Any) ||
                       address.host == QHostAddress(QHostAddress::AnyIPv4) ||
                       address.host == QHostAddress(QHostAddress::AnyIPv6);
    if (isAny && !QSysInfo::machineHostName().isEmpty())
        return QStringLiteral("http://%1:%2").arg(QSysInfo::machineHostName()).arg(address.port);
    return QStringLiteral("http://") + address.toString();
}

/// The URL under which the server is known, without slashes at its end.
QString externalUrl(const QCommandLineParser &parser, const ListenAddress &address, QString &problem)
{
    QString text = parser.value(QStringLiteral("external-url"));
    if (text.isEmpty())
        return ownUrl(address);
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() ||
        (url.scheme() != QLatin1String("http") && url.scheme() != QLatin1String("https")))
        problem = Texts::tr("not a web address: %1").arg(displayText(text));
    while (text.endsWith(u'/'))
        text.chop(1);
    return text;
}

/// How alerts come back after a restart.
RestoreOptions restoreOptions(const QCommandLineParser &parser, QString &problem)
{
    RestoreOptions restore;
    const auto take = [&](const char *name, std::int64_t &value) {
        const QString text = parser.value(QLatin1String(name));
        if (const auto duration = durationOption(text))
            value = *duration;
        else
            problem = Texts::tr("not a duration: %1").arg(displayText(text));
    };
    take("for-grace-period", restore.gracePeriodMs);
    take("for-outage-tolerance", restore.outageToleranceMs);
    return restore;
}

/// Where a server on this address keeps it: none where the port is any, for then the next one is another.
QString usualAlertStateFile(const ListenAddress &address)
{
    if (address.port == 0)
        return {};
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    if (folder.isEmpty())
        return {};
    QString name = address.toString();
    name.replace(QRegularExpression(QStringLiteral("[^A-Za-z0-9.]")), QStringLiteral("-"));
    return folder + QStringLiteral("/alert-state-") + name + QStringLiteral(".json");
}

/// What is meant: the text itself, or of "@FILE" the first line of the file. Arguments are seen by all users
/// of a machine.
QString spelledOut(const QString &text, QString &problem)
{
    if (!text.startsWith(u'@'))
        return text;
    const QString path = text.mid(1);
    QString unreadable;
    const QByteArray line = readTokenFile(path, unreadable);
    if (line.isEmpty())
        problem = Texts::tr("no address can be read from %1").arg(path);
    return QString::fromUtf8(line);
}

std::vector<SenderAddress> senderAddresses(const QCommandLineParser &parser, const QString &option,
                                           AddressOf kind, QString &problem)
{
    std::vector<SenderAddress> addresses;
    for (const QString &value : parser.values(option)) {
        const QString text = spelledOut(value, problem);
        const auto address = senderAddress(text, kind);
        if (address)
            addresses.push_back(*address);
        else if (problem.isEmpty())
            problem = Texts::tr("not a web address: %1").arg(displayText(maskedSender(text)));
    }
    return addresses;
}

/// Says that a sender fails, once for each time that it begins to.
void tellOfSenders(AlertSenders &senders)
{
    QObject::connect(&senders, &AlertSenders::statusChanged, &senders,
                     [&senders, failing = QSet<QString>()]() mutable {
                         for (const ShownSender &sender : senders.senders()) {
                             if (!sender.status.lastError) {
                                 failing.remove(sender.name);
                             } else if (!failing.contains(sender.name)) {
                                 failing.insert(sender.name);
                                 printError(displayText(sender.name) + QStringLiteral(": ") +
                                            displayText(errorText(*sender.status.lastError)));
                             }
                         }
                     });
}

/// The request, or what is wrong with the arguments in `problem`.
ServeRequest readRequest(const QCommandLineParser &parser, QString &problem)
{
    ServeRequest request;
    const QString listen = parser.value(QStringLiteral("listen"));
    const auto address = parseListenAddress(listen);
    QString bad;
    const auto features = featuresOption(parser.value(QStringLiteral("features")), bad);
    request.configFile = parser.value(QStringLiteral("config"));
    request.ruleFiles = ruleFiles(parser);
    const auto needed = request.configFile.isEmpty() ? TargetsNeeded::Yes : TargetsNeeded::No;
    request.targets = scrapedTargets(parser, parser.positionalArguments(), needed, problem);
    if (!address)
        problem =
            Texts::tr("not an address to listen on: %1 (write 127.0.0.1:9099 or [::1]:9099)").arg(listen);
    else if (!address->isLoopback() && !parser.isSet(QStringLiteral("allow-remote")))
        problem = Texts::tr("other machines can reach %1: say --allow-remote if they shall").arg(listen);
    else if (!features)
        problem = Texts::tr("no feature switch: %1 (there are %2)").arg(bad, featureNames());
    if (parser.isSet(QStringLiteral("token-file")))
        request.options.token =
            readTokenFile(parser.value(QStringLiteral("token-file")), problem).toStdString();
    request.options.address = address.value_or(ListenAddress{});
    request.senders.alertmanagers =
        senderAddresses(parser, QStringLiteral("alertmanager"), AddressOf::Alertmanager, problem);
    request.senders.webhooks =
        senderAddresses(parser, QStringLiteral("webhook"), AddressOf::Webhook, problem);
    request.senders.command = commandWords(parser.value(QStringLiteral("alert-command")));
    if (parser.isSet(QStringLiteral("alert-command")) && request.senders.command.isEmpty())
        problem = Texts::tr("not a command: %1").arg(parser.value(QStringLiteral("alert-command")));
    request.alertStateFile = parser.isSet(QStringLiteral("alert-state"))
                                 ? parser.value(QStringLiteral("alert-state"))
                                 : usualAlertStateFile(request.options.address);
    request.senders.context.externalUrl = externalUrl(parser, request.options.address, problem).toStdString();
    request.restore = restoreOptions(parser, problem);
    if (request.alertStateFile == QLatin1String("none"))
        request.alertStateFile.clear();
    // Where nobody said the name it is our own.
    if (parser.isSet(QStringLiteral("alert-state")) && problem.isEmpty())
        problem = foreignStateFile(request.alertStateFile);
    const bool tellsOthers = !request.senders.alertmanagers.empty() || !request.senders.webhooks.empty() ||
                             !request.senders.command.isEmpty();
    request.bundledRules = !tellsOthers && !parser.isSet(QStringLiteral("no-bundled-rules"));
    request.options.query.features = features.value_or(promql::Features{});
    return request;
}

/// The bundled rules that are not evaluated whatever is recognised: all that nobody names.
QStringList rulesOff(const ServeRequest &request)
{
    QStringList files;
    for (const QString &name : request.bundledRules ? QStringList() : bundledRuleNames()) {
        const QString file = bundledRulesPrefix + name;
        if (!request.ruleFiles.contains(file))
            files << file;
    }
    return files;
}

int serve(const ServeRequest &request)
{
    const auto clock = std::make_shared<SystemClock>();
    WorkspaceOptions options;
    options.knownDashboards = bundledDashboards();
    const Retention retention = options.collector.retention;
    options.collector.externalUrl = request.senders.context.externalUrl;
    const QString problem = takeKeptAlerts(request.alertStateFile, options.collector);
    if (options.collector.restoreAlerts)
        options.collector.restoreAlerts = request.restore;
    if (!problem.isEmpty())
        printError(problem);
    Workspace workspace(clock, std::move(options));
    AlertStateKeeper keeper(request.alertStateFile, &workspace);
    ApiServer server(request.options, clock, retention);
    serveWorkspace(server, workspace);
    QObject::connect(&server, &ApiServer::started, &server, [&server] {
        printLine(Texts::tr("listening on http://%1").arg(server.address().toString()));
    });
    QObject::connect(&server, &ApiServer::failed, &server, [&server](const QString &reason) {
        printError(Texts::tr("cannot listen on %1: %2").arg(server.address().toString(), reason));
        QCoreApplication::exit(static_cast<int>(ExitCode::Failed));
    });
    if (!request.options.address.isLoopback() && request.options.token.empty())
        printError(Texts::tr("anybody who can reach this address may ask: consider --token-file"));
    workspace.setRulesOff(rulesOff(request));
    workspace.setTargets(request.targets);
    NotificationCenter center(clock, {});
    AlertSenders senders(request.senders, &center, clock);
    tellOfSenders(senders);
    const auto tellApi = [&server, &senders] { server.setSenders(apiSenders(senders.senders())); };
    QObject::connect(&senders, &AlertSenders::statusChanged, &server, tellApi);
    tellApi();
    QObject::connect(&workspace, &Workspace::ticked, &center, &NotificationCenter::update);
    TargetSources sources(&workspace);
    sources.setRuleFeatures(request.options.query.features);
    tellOfFollowed(sources);
    if (!request.configFile.isEmpty())
        sources.open(request.configFile);
    for (const QString &file : request.ruleFiles)
        sources.open(file, FollowedKind::Rules);
    const StopSignals stop(StopSignals::HangUp::Reloads);
    QObject::connect(&stop, &StopSignals::reloadWanted, &sources, [&sources] {
        printError(Texts::tr("SIGHUP: rules and configurations are read again"));
        for (const QString &path : sources.paths())
            sources.open(path);
    });
    server.start();
    return QCoreApplication::exec();
}

} // namespace

int runServeCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    return runCommand(parser, arguments, readRequest, serve);
}

} // namespace sightglass
