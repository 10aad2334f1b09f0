// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/scrapeoptions.h"

#include "app/cli/options.h"
#include "model/scrape/rulefilereading.h"

#include <QCoreApplication>

namespace sightglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::ScrapeOptions)
};

} // namespace

void addScrapeOptions(QCommandLineParser &parser)
{
    parser.addOption(
        {QStringLiteral("target"),
         Texts::tr("An endpoint to scrape; may be repeated: host:port, an http or https address, a "
                   "file, unix:/socket:/path or exec:command. The path of a file that exists is "
                   "that file, also where it looks like a host; http:// makes it a host."),
         QStringLiteral("URL")});
    parser.addOption({QStringLiteral("interval"), Texts::tr("How often to scrape, 100ms to 1h (1s)."),
                      Texts::tr("DURATION"), QStringLiteral("1s")});
}

void addRuleOption(QCommandLineParser &parser)
{
    parser.addOption({QStringLiteral("rules"),
                      Texts::tr("A rule file, or a pattern of them ('rules/*.yml'), whose rules are "
                                "evaluated; may be repeated. Where files are followed, a pattern is too. "
                                "bundled:NAME is one that comes along: %1.")
                          .arg(bundledRuleNames().join(QStringLiteral(", "))),
                      Texts::tr("FILE")});
}

QStringList ruleFiles(const QCommandLineParser &parser)
{
    QStringList files = parser.values(QStringLiteral("rules"));
    files.removeDuplicates();
    return files;
}

std::vector<TargetConfig> scrapedTargets(const QCommandLineParser &parser, const QStringList &addresses,
                                         TargetsNeeded needed, QString &problem)
{
    QString bad;
    auto targets = targetOptions(parser.values(QStringLiteral("target")) + addresses, bad);
    const QString interval = parser.value(QStringLiteral("interval"));
    const auto intervalMs = durationOption(interval);
    if (!targets) {
        problem = Texts::tr("not a usable address: %1").arg(bad);
    } else if (targets->empty() && needed == TargetsNeeded::Yes) {
        problem = Texts::tr("no target: say --target URL");
    } else if (!intervalMs || *intervalMs < minScrapeIntervalMs || *intervalMs > maxScrapeIntervalMs) {
        problem = Texts::tr("not an interval from 100ms to 1h: %1").arg(interval);
    } else {
        for (TargetConfig &target : *targets)
            target.intervalMs = *intervalMs;
        return *targets;
    }
    return {};
}

} // namespace sightglass
