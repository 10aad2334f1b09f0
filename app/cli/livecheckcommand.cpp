// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/livecheckcommand.h"

#include "app/cli/livecheckjob.h"
#include "app/cli/options.h"
#include "app/cli/runcommand.h"
#include "app/cli/scrapeoptions.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"
#include "model/scrape/filesaver.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <optional>
#include <utility>

namespace sightglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::LiveCheckCommand)
};

constexpr int couldNotTell = static_cast<int>(ExitCode::Usage);

QString option(const char *name)
{
    return QLatin1String(name);
}

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        Texts::tr("Scrapes for a while, evaluates alerting rules meanwhile, and fails on alerts: exit code 0 "
                  "when it was quiet, 1 when alerts fired, 2 when that could not be told.") +
        QStringLiteral("\n\n") +
        Texts::tr("To check rule files as promtool does: sightglass check rules FILE…"));
    addScrapeOptions(parser);
    addRuleOption(parser);
    parser.addOption({option("config"),
                      Texts::tr("A prometheus.yml: its targets and rule files count too, and its "
                                "evaluation_interval, rule_query_offset and external_labels."),
                      Texts::tr("FILE")});
    parser.addOption(
        {option("for"), Texts::tr("How long to scrape, e.g. 2m (2m)."), Texts::tr("DURATION"), option("2m")});
    parser.addOption({option("evaluation-interval"),
                      Texts::tr("How often rules are evaluated whose group does not say it; without it the "
                                "configuration's, else an eighth of --for, from 1s to 15s."),
                      Texts::tr("DURATION")});
    parser.addOption({option("fail-on"),
                      Texts::tr("The severity from which on alerts count: info, warning or critical (info)."),
                      Texts::tr("SEVERITY"), option("info")});
    parser.addOption({option("junit"), Texts::tr("Write a report in JUnit's XML."), Texts::tr("FILE")});
    parser.addPositionalArgument(option("URL"), Texts::tr("More endpoints to scrape."), option("[URL…]"));
}

void sayBroken(const RuleFileFault &fault)
{
    printError(displayText(QString::fromStdString(plainText(fault)), 2000));
}

/// What the configuration says and names; false where it is broken, or a rule file is, which is said.
bool takeConfig(const QString &file, RuleDefaults &defaults, LiveCheckRequest &request)
{
    if (file.isEmpty())
        return true;
    request.configFile = QFileInfo(file).absoluteFilePath();
    const ConfigFiles files = readConfigFiles(request.configFile);
    if (files.problem) {
        const SourcePosition at = files.problem->error.position;
        const QString place = at.line == 0 ? QString() : QStringLiteral(":%1:%2").arg(at.line).arg(at.column);
        printError(displayText(
            files.problem->file + place + QStringLiteral(": ") + errorText(files.problem->error), 2000));
        return false;
    }
    defaults = {files.config.evaluationIntervalMs,
                files.config.ruleQueryOffsetMs,
                {},
                Labels(files.config.externalLabels)};
    bool good = true;
    for (const RuleFileContent &content : files.rules) {
        for (const RuleProblem &problem : content.problems)
            sayBroken({content.path, problem});
        good = good && content.problems.empty();
        request.rules.insert(request.rules.end(), content.groups.begin(), content.groups.end());
    }
    return good;
}

bool takeRules(const QStringList &files, const RuleDefaults &defaults, LiveCheckRequest &request)
{
    bool good = true;
    for (const QString &file : files) {
        RuleFileContent content = readRules(file, defaults);
        for (const RuleProblem &problem : content.problems)
            sayBroken({file, problem});
        good = good && content.problems.empty();
        std::move(content.groups.begin(), content.groups.end(), std::back_inserter(request.rules));
    }
    return good;
}

/// A check with what was read for it.
struct Reading
{
    LiveCheckRequest request;
    bool rulesAreGood = true;
};

/// The interval of groups that do not say theirs.
std::optional<std::int64_t> evaluationInterval(const QCommandLineParser &parser, std::int64_t forMs)
{
    constexpr std::int64_t shortest = 1000;
    constexpr std::int64_t longest = 15'000;
    if (parser.isSet(option("evaluation-interval")))
        return durationOption(parser.value(option("evaluation-interval")));
    return std::clamp(forMs / 8, shortest, longest);
}

Reading readRequest(const QCommandLineParser &parser, QString &problem)
{
    Reading reading;
    LiveCheckRequest &request = reading.request;
    const QString config = parser.value(option("config"));
    const QStringList rules = ruleFiles(parser);
    const auto duration = durationOption(parser.value(option("for")));
    const auto severity = severityFromName(parser.value(option("fail-on")).toStdString());
    const auto interval = evaluationInterval(parser, duration.value_or(1));
    request.targets = scrapedTargets(parser, parser.positionalArguments(),
                                     config.isEmpty() ? TargetsNeeded::Yes : TargetsNeeded::No, problem);
    if (!problem.isEmpty())
        return reading;
    if (!duration)
        problem = Texts::tr("not a duration: %1").arg(parser.value(option("for")));
    else if (!interval)
        problem = Texts::tr("not a duration: %1").arg(parser.value(option("evaluation-interval")));
    else if (!severity)
        problem = Texts::tr("not a severity: %1 (there are info, warning and critical)")
                      .arg(parser.value(option("fail-on")));
    else if (rules.isEmpty() && config.isEmpty())
        problem = Texts::tr("no rules: say --rules FILE or --config FILE");
    if (!problem.isEmpty())
        return reading;
    request.forMs = *duration;
    request.failOn = *severity;
    request.junitFile = parser.value(option("junit"));
    RuleDefaults defaults;
    defaults.intervalMs = *interval;
    reading.rulesAreGood = takeConfig(config, defaults, request);
    if (parser.isSet(option("evaluation-interval")))
        defaults.intervalMs = *interval;
    reading.rulesAreGood = takeRules(rules, defaults, request) && reading.rulesAreGood;
    return reading;
}

int conclude(const LiveCheckOutcome &outcome, const LiveCheckRequest &request)
{
    printLine(checkText(outcome));
    if (!request.junitFile.isEmpty()) {
        const QString problem = saveFile(request.junitFile, checkJunit(outcome, request.failOn));
        if (!problem.isEmpty()) {
            printError(problem);
            return couldNotTell;
        }
    }
    if (outcome.couldNotTell())
        return couldNotTell;
    return static_cast<int>(outcome.alertCount(request.failOn) > 0 ? ExitCode::Failed : ExitCode::Done);
}

int checkLive(const Reading &reading)
{
    if (!reading.rulesAreGood)
        return couldNotTell;
    LiveCheckJob job(reading.request);
    QObject::connect(&job, &LiveCheckJob::finished, &job,
                     [&job, &reading] { QCoreApplication::exit(conclude(job.outcome(), reading.request)); });
    job.start();
    return QCoreApplication::exec();
}

} // namespace

bool isLiveCheck(const QStringList &arguments)
{
    return std::any_of(arguments.begin(), arguments.end(), [](const QString &argument) {
        return argument.startsWith(QLatin1String("--target")) ||
               argument.startsWith(QLatin1String("--rules")) ||
               argument.startsWith(QLatin1String("--config"));
    });
}

int runLiveCheckCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    return runCommand(parser, arguments, readRequest, checkLive);
}

} // namespace sightglass
