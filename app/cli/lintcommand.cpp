// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/lintcommand.h"

#include "app/cli/commandinput.h"
#include "app/cli/formatoption.h"
#include "app/cli/lintjob.h"
#include "app/cli/lintoutput.h"
#include "app/cli/options.h"
#include "app/cli/runcommand.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <utility>

namespace sightglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::LintCommand)
};

constexpr std::size_t longestInput = std::size_t{256} << 20U;
constexpr std::size_t longestApproved = std::size_t{16} << 20U;

struct TimedTarget
{
    TargetConfig config;
    std::int64_t everyMs = 0; ///< from one scrape to the next
};

struct LintRequest
{
    QString source;
    std::optional<TimedTarget> target; ///< nothing: source is a file
    FormatChoice format;
    ExpositionOptions reading; ///< of a file
    ApprovedFindings approved;
    bool strict = false;
    bool json = false;
};

QString option(const char *name)
{
    return QLatin1String(name);
}

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(Texts::tr(
        "Examines an endpoint, or a page of one: what Prometheus would refuse, what is wrong with it, "
        "and what could be better."));
    parser.addOption({option("every"),
                      Texts::tr("How long after the first scrape of a URL the second one begins."),
                      Texts::tr("DURATION"), option("1s")});
    parser.addOption(
        {option("timeout"), Texts::tr("How long a scrape may take."), Texts::tr("DURATION"), option("10s")});
    parser.addOption({option("format"), Texts::tr("Of a file: auto, text, openmetrics or protobuf."),
                      option("FORMAT"), option("auto")});
    addReadingOptions(parser);
    parser.addOption({option("approved"),
                      Texts::tr("A file of findings that are to stay, one per line, with blanks between: "
                                "RULE METRIC LABEL."),
                      option("FILE")});
    parser.addOption({option("strict"), Texts::tr("Advice counts too: exit code 1.")});
    parser.addOption({option("json"), Texts::tr("One JSON object per finding, for programs.")});
    parser.addPositionalArgument(option("URL|FILE"),
                                 Texts::tr("What to examine; - reads the standard input."));
}

/// They approve nothing; they may be those of another version.
void tellOfUnknownRules(const QString &file, const ApprovedFindings &approved)
{
    const std::vector<const FindingRule *> known = allFindingRules();
    for (const std::string &rule : approved.rules()) {
        const auto isIt = [&rule](const FindingRule *each) { return each->id == rule; };
        if (std::none_of(known.begin(), known.end(), isIt))
            printError(Texts::tr("%1: there is no rule %2").arg(file, displayText(rule)));
    }
}

ApprovedFindings readApproved(const QString &file, QString &problem)
{
    if (file.isEmpty())
        return {};
    const Result<std::string> bytes = readCommandInput(file, longestApproved);
    if (!bytes) {
        problem = errorText(bytes.error());
        return {};
    }
    auto approved = ApprovedFindings::fromText(*bytes);
    if (approved) {
        tellOfUnknownRules(file, *approved);
        return std::move(*approved);
    }
    // With line and column.
    problem = file + QLatin1Char(':') + errorText(approved.error());
    return {};
}

/// A file that is there is a file, whatever it is called.
bool isFile(const QString &source)
{
    return source == QLatin1String("-") || QFileInfo(source).isFile() || source.startsWith(u'/') ||
           source.startsWith(u'.');
}

std::optional<TimedTarget> readTarget(const QCommandLineParser &parser, const QString &source,
                                      QString &problem)
{
    QString bad;
    const auto targets = targetOptions({source}, bad);
    const auto every = durationOption(parser.value(option("every")));
    const auto timeout = durationOption(parser.value(option("timeout")));
    if (!targets)
        problem = Texts::tr("neither a file nor a usable address: %1").arg(bad);
    else if (!every || *every > maxScrapeIntervalMs)
        problem = Texts::tr("not a duration: %1").arg(parser.value(option("every")));
    else if (!timeout || *timeout < minScrapeIntervalMs || *timeout > maxScrapeIntervalMs)
        problem = Texts::tr("not a duration: %1").arg(parser.value(option("timeout")));
    if (!problem.isEmpty())
        return std::nullopt;
    TargetConfig target = targets->front();
    target.intervalMs = target.timeoutMs = *timeout;
    // What Prometheus would take is to be examined; the limits of ours only keep memory bounded.
    target.samples.limits.bodySize = longestInput;
    target.samples.limits.samples = 0;
    const ExpositionOptions reading = readingOptions(parser);
    target.samples.scrapeNativeHistograms =
        reading.nativeHistograms == ExpositionOptions::NativeHistograms::Read;
    target.samples.alwaysScrapeClassicHistograms =
        reading.classicSeries == ExpositionOptions::ClassicSeries::Kept;
    return TimedTarget{std::move(target), *every};
}

LintRequest readRequest(const QCommandLineParser &parser, QString &problem)
{
    LintRequest request;
    if (parser.positionalArguments().size() != 1) {
        problem = Texts::tr("say one URL or file, or - to read from the standard input");
        return request;
    }
    request.source = parser.positionalArguments().constFirst();
    request.strict = parser.isSet(option("strict"));
    request.json = parser.isSet(option("json"));
    request.reading = readingOptions(parser);
    if (const auto format = formatChoice(parser.value(option("format"))))
        request.format = *format;
    else
        problem = Texts::tr("unknown format: %1").arg(parser.value(option("format")));
    if (problem.isEmpty() && !isFile(request.source))
        request.target = readTarget(parser, request.source, problem);
    if (problem.isEmpty())
        request.approved = readApproved(parser.value(option("approved")), problem);
    if (request.target)
        request.source = displayUrl(request.target->config.url);
    return request;
}

/// What was mended since, or never matched. Where no page came there is nothing to compare with.
void tellOfIdleApprovals(const LintRequest &request, const Diagnosis &diagnosis)
{
    std::set<FindingKey> found;
    for (const PageFinding &finding : diagnosis.findings)
        found.insert(keyOf(finding));
    const std::vector<const FindingRule *> known = allFindingRules();
    for (const FindingKey &key : request.approved.keys()) {
        const auto isIt = [&key](const FindingRule *each) { return each->id == key.rule; };
        if (found.contains(key) || std::none_of(known.begin(), known.end(), isIt))
            continue;
        const QString line = displayText(ApprovedFindings::lineOf(key));
        const bool isPattern = key.metric.find('*') != std::string::npos || key.label == "*";
        printError(
            isPattern
                ? Texts::tr("approved, but not found: %1 (* is no wildcard: name each metric)").arg(line)
                : Texts::tr("approved, but not found: %1").arg(line));
    }
}

int conclude(const LintRequest &request, Diagnosis diagnosis, const LintedPage &page)
{
    markApproved(diagnosis, request.approved);
    if (!page.facts.error)
        tellOfIdleApprovals(request, diagnosis);
    if (request.json)
        printBytes(lintJson(diagnosis, page));
    else
        printLine(lintText(diagnosis, page));
    const bool good =
        diagnosis.isHealthy() && (!request.strict || diagnosis.count(DiagnosticSeverity::Advice) == 0);
    return static_cast<int>(good ? ExitCode::Done : ExitCode::Failed);
}

int lintFile(const LintRequest &request)
{
    const Result<std::string> bytes = readPageInput(request.source, longestInput);
    if (!bytes) {
        printError(errorText(bytes.error()));
        return static_cast<int>(ExitCode::Failed);
    }
    const std::string_view body = *bytes;
    PageReading reading;
    reading.options = request.reading;
    return conclude(request, diagnose(readPage(body, request.format.of(body), reading), {}, lintOptions()),
                    {request.source, body, {}});
}

int lint(const LintRequest &request)
{
    if (!request.target)
        return lintFile(request);
    LintJob job(request.target->config, request.target->everyMs);
    QObject::connect(&job, &LintJob::finished, &job, [&job, &request] {
        QCoreApplication::exit(conclude(request, job.diagnosis(), {request.source, job.body(), job.facts()}));
    });
    job.start();
    return QCoreApplication::exec();
}

} // namespace

int runLintCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    return runCommand(parser, arguments, readRequest, lint);
}

} // namespace sightglass
