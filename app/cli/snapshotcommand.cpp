// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/snapshotcommand.h"

#include "app/cli/bundleddashboards.h"
#include "app/cli/options.h"
#include "app/cli/runcommand.h"
#include "app/cli/scrapeoptions.h"
#include "app/cli/snapshotjob.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QGuiApplication>

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
    parser.addOption({QStringLiteral("dashboard"),
                      Texts::tr("auto, or the name of a bundled dashboard (auto)."), Texts::tr("NAME"),
                      QStringLiteral("auto")});
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
    const QString name = parser.value(QStringLiteral("dashboard"));
    const auto dashboard = name == request.dashboard ? std::optional(name) : bundledDashboardId(name);
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
    else if (!dashboard)
        problem = Texts::tr("there is no bundled dashboard named %1").arg(name);
    else if (request.out.isEmpty())
        problem = Texts::tr("no file to write: say --out FILE");
    else if (!isPicture(request.out))
        problem = Texts::tr("not a picture's file: %1 does not end in .png, .svg or .pdf").arg(request.out);
    if (!problem.isEmpty())
        return request;
    request.targets = *targets;
    request.ruleFiles = ruleFiles(parser);
    request.forMs = *duration;
    request.dashboard = *dashboard;
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
