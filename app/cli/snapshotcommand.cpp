// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/snapshotcommand.h"

#include "app/cli/bundleddashboards.h"
#include "app/cli/commandinput.h"
#include "app/cli/options.h"
#include "app/cli/runcommand.h"
#include "app/cli/scrapeoptions.h"
#include "app/cli/snapshotjob.h"
#include "model/grafana/importdashboard.h"
#include "model/presentation/openeddashboard.h"
#include "model/presentation/timetext.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QTimeZone>

namespace sightglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::SnapshotCommand)
};

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(Texts::tr(
        "Scrapes the targets for a while and writes a picture of each one's dashboard. Needs no display."));
    parser.addOption({QStringLiteral("target"), Texts::tr("An endpoint to scrape; may be repeated."),
                      QStringLiteral("URL")});
    addRuleOption(parser);
    parser.addOption({QStringLiteral("for"), Texts::tr("How long to scrape first, e.g. 20s or 2m (20s)."),
                      Texts::tr("DURATION"), QStringLiteral("20s")});
    parser.addOption(
        {QStringLiteral("dashboard"),
         Texts::tr("auto, the name of a bundled dashboard, or a file of Grafana's or ours, which "
                   "shows all targets (auto)."),
         Texts::tr("NAME|FILE"), QStringLiteral("auto")});
    parser.addOption({QStringLiteral("var"),
                      Texts::tr("What a variable of the dashboard is; may be repeated, also for one that has "
                                "several values. $__all is all of them."),
                      Texts::tr("NAME=VALUE")});
    parser.addOption(
        {QStringLiteral("from"),
         Texts::tr("Where the time shown begins: now-1h, now/d, 2026-11-21 10:00 (as the dashboard's "
                   "file says; without a file, no earlier than a little before the first scrape)."),
         Texts::tr("TIME")});
    parser.addOption({QStringLiteral("to"),
                      Texts::tr("Where it ends (as the dashboard's file says, or now)."), Texts::tr("TIME")});
    parser.addOption({QStringLiteral("allow-errors"), Texts::tr("A panel with an error is no failure.")});
    parser.addOption({QStringLiteral("size"),
                      Texts::tr("Size in pixels; without a height, as high as the dashboard (1600x1000)."),
                      Texts::tr("WxH"), QStringLiteral("1600x1000")});
    parser.addOption({QStringLiteral("theme"), Texts::tr("dark, light or high-contrast (dark)."),
                      Texts::tr("THEME"), QStringLiteral("dark")});
    parser.addOption({QStringLiteral("out"),
                      Texts::tr("The PNG, SVG or PDF file to write; further targets' get a number."),
                      Texts::tr("FILE")});
    parser.addPositionalArgument(QStringLiteral("URL"), Texts::tr("More endpoints to scrape."),
                                 QStringLiteral("[URL…]"));
}

bool isPicture(const QString &fileName)
{
    const QString suffix = QFileInfo(fileName).suffix().toLower();
    return suffix == QLatin1String("png") || suffix == QLatin1String("svg") || suffix == QLatin1String("pdf");
}

/// "NAME=VALUE", several of one name for several values.
bool readVariables(const QStringList &options, ChosenVariables &variables, QString &bad)
{
    for (const QString &option : options) {
        const qsizetype equals = option.indexOf(u'=');
        if (equals <= 0) {
            bad = option;
            return false;
        }
        const std::string value = option.mid(equals + 1).toStdString();
        variables[option.left(equals).toStdString()].push_back({value, value});
    }
    return true;
}

/// A file, or the id of a bundled dashboard; what is wrong with it in `problem`.
void readDashboard(const QString &name, SnapshotRequest &request, QString &problem)
{
    if (name == request.dashboard)
        return;
    const auto bundled = QFileInfo(name).isFile() ? std::nullopt : bundledDashboardId(name);
    if (bundled) {
        request.dashboard = *bundled;
        return;
    }
    if (!QFileInfo::exists(name)) {
        problem = Texts::tr("neither a file nor the name of a bundled dashboard: %1 (there are %2)")
                      .arg(name, bundledDashboardIds().join(QStringLiteral(", ")));
        return;
    }
    const Result<std::string> text = readCommandInput(name, DashboardLimits().bytes);
    auto imported = text ? importDashboard(*text) : Result<ImportedDashboard>(text.error());
    if (imported)
        request.opened = std::move(imported->dashboard);
    else
        problem = dashboardProblem(name, imported.error());
}

bool isTime(const QString &text)
{
    return text.isEmpty() ||
           parseTime(text, QDateTime::currentMSecsSinceEpoch(), QTimeZone::systemTimeZone()).has_value();
}

/// The request, or what is wrong with the arguments in `problem`.
SnapshotRequest readRequest(const QCommandLineParser &parser, QString &problem)
{
    SnapshotRequest request;
    QString bad;
    const auto targets =
        targetOptions(parser.values(QStringLiteral("target")) + parser.positionalArguments(), bad);
    const auto duration = durationOption(parser.value(QStringLiteral("for")));
    const auto size = sizeOption(parser.value(QStringLiteral("size")));
    const QString theme = parser.value(QStringLiteral("theme"));
    request.isSizeAsked = parser.isSet(QStringLiteral("size"));
    request.from = parser.value(QStringLiteral("from"));
    request.to = parser.value(QStringLiteral("to"));
    request.allowErrors = parser.isSet(QStringLiteral("allow-errors"));
    request.out = parser.value(QStringLiteral("out"));
    if (!targets)
        problem = Texts::tr("not a usable address: %1").arg(bad);
    else if (targets->empty())
        problem = Texts::tr("no target: say --target URL");
    else if (!duration)
        problem = Texts::tr("not a duration: %1").arg(parser.value(QStringLiteral("for")));
    else if (!size)
        problem = Texts::tr("not a size: %1").arg(parser.value(QStringLiteral("size")));
    else if (!themeByName(theme))
        problem = Texts::tr("not a theme: %1").arg(theme);
    else if (!readVariables(parser.values(QStringLiteral("var")), request.variables, bad))
        problem = Texts::tr("not NAME=VALUE: %1").arg(bad);
    else if (!isTime(request.from) || !isTime(request.to))
        problem = Texts::tr("not a time: %1").arg(isTime(request.from) ? request.to : request.from);
    else if (request.out.isEmpty())
        problem = Texts::tr("no file to write: say --out FILE");
    else if (!isPicture(request.out))
        problem = Texts::tr("not a picture's file: %1 does not end in .png, .svg or .pdf").arg(request.out);
    else if (!QFileInfo(request.out).absoluteDir().exists())
        problem = Texts::tr("no such folder: %1").arg(QFileInfo(request.out).path());
    if (problem.isEmpty())
        readDashboard(parser.value(QStringLiteral("dashboard")), request, problem);
    if (!problem.isEmpty())
        return request;
    request.targets = *targets;
    request.ruleFiles = ruleFiles(parser);
    request.forMs = *duration;
    request.size = *size;
    request.theme = *themeByName(theme);
    return request;
}

int takePictures(SnapshotRequest request)
{
    // Each picture is a window of its own, though nobody sees it; the program goes on behind it.
    QGuiApplication::setQuitOnLastWindowClosed(false);
    SnapshotJob job(std::move(request), bundledDashboards());
    QObject::connect(&job, &SnapshotJob::finished, &QCoreApplication::exit);
    job.start();
    return QCoreApplication::exec();
}

} // namespace

int runSnapshotCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    return runCommand(parser, arguments, readRequest, takePictures);
}

} // namespace sightglass
