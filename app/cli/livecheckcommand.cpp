// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/livecheckcommand.h"

#include "app/cli/commandinput.h"
#include "app/cli/livecheckjob.h"
#include "app/cli/options.h"
#include "app/cli/runcommand.h"
#include "app/cli/scrapeoptions.h"
#include "app/cli/stopsignals.h"
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
constexpr qsizetype longestProblem = 2000;

QString option(const char *name)
{
    return QLatin1String(name);
}

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        Texts::tr(
            "Scrapes for a while, evaluates alerting rules meanwhile, and fails on alerts: exit code 0 "
            "when it was quiet; 1 when alerts fired, whatever else was wrong; 2 when none fired but that "
            "does not tell that it was quiet: a target never answered, was down at the end or missed at "
            "least half of its scrapes, a rule failed, a file is broken, it was interrupted. Where no "
            "target answered at all it is 2, too.") +
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
    parser.addPositionalArgument(option("URL"), Texts::tr("More endpoints to scrape."),
                                 QStringLiteral("[URL…]"));
}

void noteBroken(const QString &file, const QString &problem, LiveCheckRequest &request)
{
    request.brokenFiles.push_back({file, displayText(problem, longestProblem)});
    printError(request.brokenFiles.back().problem);
}

/// True where there are no problems; else says them.
bool isGood(const RuleFileContent &content, LiveCheckRequest &request)
{
    for (const RuleProblem &problem : content.problems)
        noteBroken(content.path, QString::fromStdString(plainText(RuleFileFault{content.path, problem})),
                   request);
    return content.problems.empty();
}

/// What the configuration says and names. What is broken of it is said and noted.
void takeConfig(const QString &file, RuleDefaults &defaults, LiveCheckRequest &request)
{
    if (file.isEmpty())
        return;
    request.configFile = QFileInfo(file).absoluteFilePath();
    const ConfigFiles files = readConfigFiles(request.configFile);
    if (files.problem) {
        const bool hasPlace = files.problem->error.position.line != 0; // which its text begins with
        return noteBroken(files.problem->file,
                          files.problem->file + (hasPlace ? QStringLiteral(":") : QStringLiteral(": ")) +
                              errorText(files.problem->error),
                          request);
    }
    defaults = {files.config.evaluationIntervalMs,
                files.config.ruleQueryOffsetMs,
                {},
                Labels(files.config.externalLabels)};
    for (const RuleFileContent &content : files.rules) {
        if (isGood(content, request))
            request.rules.insert(request.rules.end(), content.groups.begin(), content.groups.end());
    }
}

void takeRules(const QStringList &files, const RuleDefaults &defaults, LiveCheckRequest &request)
{
    QStringList all;
    for (const QString &each : files)
        all += filesOfPattern(each);
    all.removeDuplicates();
    for (const QString &file : std::as_const(all)) {
        RuleFileContent content = readRules(file, defaults);
        if (isGood(content, request))
            std::move(content.groups.begin(), content.groups.end(), std::back_inserter(request.rules));
    }
}

/// The interval of groups that do not say theirs.
std::optional<std::int64_t> evaluationInterval(const QCommandLineParser &parser, std::int64_t forMs)
{
    constexpr std::int64_t shortest = 1000;
    constexpr std::int64_t longest = 15'000;
    if (parser.isSet(option("evaluation-interval")))
        return durationOption(parser.value(option("evaluation-interval")));
    return std::clamp(forMs / 8, shortest, longest);
}

LiveCheckRequest readRequest(const QCommandLineParser &parser, QString &problem)
{
    LiveCheckRequest request;
    const QString config = parser.value(option("config"));
    const QStringList rules = ruleFiles(parser);
    const auto duration = durationOption(parser.value(option("for")));
    const auto severity = severityFromName(parser.value(option("fail-on")).toStdString());
    const auto interval = evaluationInterval(parser, duration.value_or(1));
    request.targets = scrapedTargets(parser, parser.positionalArguments(),
                                     config.isEmpty() ? TargetsNeeded::Yes : TargetsNeeded::No, problem);
    if (!problem.isEmpty())
        return request;
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
        return request;
    request.forMs = *duration;
    request.failOn = *severity;
    request.junitFile = parser.value(option("junit"));
    // Before it is measured for minutes. No folder is made: a mistyped one would hide the report.
    const QFileInfo folder(QFileInfo(request.junitFile).absolutePath());
    if (!request.junitFile.isEmpty() && !folder.isDir()) {
        problem = Texts::tr("cannot write %1: there is no folder %2")
                      .arg(displayText(request.junitFile), displayText(folder.filePath()));
        return request;
    }
    RuleDefaults defaults;
    defaults.intervalMs = *interval;
    takeConfig(config, defaults, request);
    if (parser.isSet(option("evaluation-interval")))
        defaults.intervalMs = *interval;
    takeRules(rules, defaults, request);
    return request;
}

int conclude(const LiveCheckOutcome &outcome, const LiveCheckRequest &request)
{
    if (outcome.files.empty())
        printLine(checkText(outcome)); // else all is said
    if (!request.junitFile.isEmpty()) {
        const QString problem = saveFile(request.junitFile, checkJunit(outcome, request.failOn));
        if (!problem.isEmpty()) {
            printError(problem);
            return couldNotTell;
        }
    }
    // An alert that fired is certain, whatever else could not be seen; but of nothing, only absence fires.
    if (outcome.hasAnswer() && outcome.alertCount(request.failOn) > 0)
        return static_cast<int>(ExitCode::Failed);
    return outcome.couldNotTell() ? couldNotTell : static_cast<int>(ExitCode::Done);
}

int checkLive(const LiveCheckRequest &request)
{
    if (!request.brokenFiles.empty()) {
        LiveCheckOutcome outcome;
        outcome.files = request.brokenFiles;
        return conclude(outcome, request);
    }
    LiveCheckJob job(request);
    const StopSignals signalsStop; // what was seen until then is told
    bool isComplete = false;
    QObject::connect(&job, &LiveCheckJob::finished, &job, [&isComplete] {
        isComplete = true;
        QCoreApplication::quit();
    });
    job.start();
    QCoreApplication::exec();
    LiveCheckOutcome outcome = job.outcome();
    outcome.interrupted = !isComplete;
    return conclude(outcome, request);
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
