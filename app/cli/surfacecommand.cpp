// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/surfacecommand.h"

#include "app/cli/commandinput.h"
#include "app/cli/formatoption.h"
#include "app/cli/options.h"
#include "app/cli/runcommand.h"
#include "model/analysis/metricsurface.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"
#include "model/scrape/filesaver.h"
#include "model/scrape/targetfetcher.h"

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
    Q_DECLARE_TR_FUNCTIONS(sightglass::SurfaceCommand)
};

constexpr std::size_t longestInput = std::size_t{256} << 20U;
constexpr qsizetype longestShown = 200;
constexpr int couldNotTell = static_cast<int>(ExitCode::Usage);

struct SurfaceRequest
{
    QString source;
    std::optional<TargetConfig> target; ///< nothing: `source` is a file
    FormatChoice format;
    QString save;
    QString compare;
    bool ignoreAdditions = false;
    bool ignoreHelp = false;
};

QString option(const char *name)
{
    return QLatin1String(name);
}

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        Texts::tr("Writes down what others rely on of an endpoint, its metric names, types, labels and help, "
                  "and says how it differs from what was written down before."));
    parser.addOption({option("save"), Texts::tr("Write it to this file."), option("FILE")});
    parser.addOption({option("compare"), Texts::tr("Fail where it differs from this file."), option("FILE")});
    parser.addOption({option("ignore"),
                      Texts::tr("With --compare, what does not count, with commas between: additions (new "
                                "metrics and labels), help."),
                      Texts::tr("WHAT")});
    parser.addOption(
        {option("timeout"), Texts::tr("How long a scrape may take."), Texts::tr("DURATION"), option("10s")});
    parser.addOption({option("format"), Texts::tr("Of a file: auto, text, openmetrics or protobuf."),
                      option("FORMAT"), option("auto")});
    parser.addPositionalArgument(option("URL|FILE"),
                                 Texts::tr("The endpoint, or a page of one; - reads the standard input."));
}

/// A file that is there is a file, whatever it is called.
bool isFile(const QString &source)
{
    return source == QLatin1String("-") || QFileInfo(source).isFile() || source.startsWith(u'/') ||
           source.startsWith(u'.');
}

void readIgnored(const QString &names, SurfaceRequest &request, QString &problem)
{
    for (const QString &name : names.split(u',', Qt::SkipEmptyParts)) {
        if (name == QLatin1String("additions"))
            request.ignoreAdditions = true;
        else if (name == QLatin1String("help"))
            request.ignoreHelp = true;
        else
            problem = Texts::tr("nothing to ignore: %1 (there are additions and help)").arg(name);
    }
}

void readTarget(const QCommandLineParser &parser, SurfaceRequest &request, QString &problem)
{
    QString bad;
    const auto targets = targetOptions({request.source}, bad);
    const auto timeout = durationOption(parser.value(option("timeout")));
    if (!targets) {
        problem = Texts::tr("neither a file nor a usable address: %1").arg(bad);
    } else if (!timeout || *timeout < minScrapeIntervalMs || *timeout > maxScrapeIntervalMs) {
        problem = Texts::tr("not a duration: %1").arg(parser.value(option("timeout")));
    } else {
        request.target = targets->front();
        request.target->intervalMs = request.target->timeoutMs = *timeout;
        request.target->samples.limits.bodySize = longestInput;
    }
}

SurfaceRequest readRequest(const QCommandLineParser &parser, QString &problem)
{
    SurfaceRequest request;
    if (parser.positionalArguments().size() != 1) {
        problem = Texts::tr("say one URL or file, or - to read from the standard input");
        return request;
    }
    request.source = parser.positionalArguments().constFirst();
    request.save = parser.value(option("save"));
    request.compare = parser.value(option("compare"));
    if (const auto format = formatChoice(parser.value(option("format"))))
        request.format = *format;
    else
        problem = Texts::tr("unknown format: %1").arg(parser.value(option("format")));
    readIgnored(parser.value(option("ignore")), request, problem);
    if (problem.isEmpty() && !isFile(request.source))
        readTarget(parser, request, problem);
    return request;
}

QString shown(const std::string &text)
{
    return displayText(text, longestShown);
}

QString quotedShown(const std::string &text)
{
    return text.empty() ? Texts::tr("none") : u'"' + shown(text) + u'"';
}

QString lineOf(const SurfaceChange &change)
{
    using Kind = SurfaceChange::Kind;
    const QString metric = shown(change.metric);
    switch (change.kind) {
    case Kind::Added:
        return Texts::tr("added          %1 (%2)").arg(metric, shown(change.after));
    case Kind::Removed:
        return Texts::tr("removed        %1 (%2)").arg(metric, shown(change.before));
    case Kind::TypeChanged:
        return Texts::tr("type changed   %1: %2 -> %3")
            .arg(metric, shown(change.before), shown(change.after));
    case Kind::UnitChanged:
        return Texts::tr("unit changed   %1: %2 -> %3")
            .arg(metric, quotedShown(change.before), quotedShown(change.after));
    case Kind::HelpChanged:
        return Texts::tr("help changed   %1: %2 -> %3")
            .arg(metric, quotedShown(change.before), quotedShown(change.after));
    case Kind::LabelAdded:
        return Texts::tr("label added    %1: %2").arg(metric, shown(change.after));
    case Kind::LabelRemoved:
        return Texts::tr("label removed  %1: %2").arg(metric, shown(change.before));
    }
    return {};
}

bool isIgnored(const SurfaceChange &change, const SurfaceRequest &request)
{
    return (request.ignoreAdditions && change.isAddition()) ||
           (request.ignoreHelp && change.kind == SurfaceChange::Kind::HelpChanged);
}

int compare(const SurfaceRequest &request, const MetricSurface &surface)
{
    const Result<std::string> text = readCommandInput(request.compare, longestInput);
    const Result<MetricSurface> before = text ? readSurfaceText(*text) : text.error();
    if (!before) {
        const SourcePosition at = before.error().position;
        const QString place =
            at.line == 0 ? QString() : QStringLiteral("%1:%2: ").arg(request.compare).arg(at.line);
        printError(place + errorText(before.error()));
        return couldNotTell;
    }
    std::vector<SurfaceChange> changes = compareSurfaces(*before, surface);
    const std::size_t all = changes.size();
    std::erase_if(changes, [&request](const SurfaceChange &change) { return isIgnored(change, request); });
    for (const SurfaceChange &change : changes)
        printLine(lineOf(change));
    const auto ignored = static_cast<int>(all - changes.size());
    const QString left = ignored == 0 ? QString() : Texts::tr(", %n ignored", nullptr, ignored);
    if (changes.empty()) {
        printLine(Texts::tr("%n metric(s), nothing has drifted", nullptr, static_cast<int>(surface.size())) +
                  left);
        return static_cast<int>(ExitCode::Done);
    }
    printLine(
        Texts::tr("%n change(s) since %1", nullptr, static_cast<int>(changes.size())).arg(request.compare) +
        left);
    return static_cast<int>(ExitCode::Failed);
}

int conclude(const SurfaceRequest &request, std::string_view body, ExpositionFormat format)
{
    const ExposedPage page = readPage(body, format);
    if (!page.syntaxErrors.empty() || page.cutAt) {
        const Error error = page.syntaxErrors.empty() ? Error{} : page.syntaxErrors.front();
        printError(QStringLiteral("%1:%2:%3: %4")
                       .arg(displayText(request.source))
                       .arg(error.position.line)
                       .arg(error.position.column)
                       .arg(page.syntaxErrors.empty() ? Texts::tr("the page is too large")
                                                      : displayText(plainText(error))));
        return couldNotTell;
    }
    const MetricSurface surface = metricSurface(page);
    if (surface.empty()) {
        // Nobody relies on nothing: the service has not begun, or it is the wrong page.
        printError(Texts::tr("%1: there is no metric on the page").arg(displayText(request.source)));
        return couldNotTell;
    }
    const std::string text = surfaceText(surface);
    // Before it is written: both may be the same file.
    const int compared =
        request.compare.isEmpty() ? static_cast<int>(ExitCode::Done) : compare(request, surface);
    if (!request.save.isEmpty()) {
        const QString problem =
            saveFile(request.save, QByteArray(text.data(), static_cast<qsizetype>(text.size())));
        if (!problem.isEmpty()) {
            printError(problem);
            return couldNotTell;
        }
    }
    if (request.save.isEmpty() && request.compare.isEmpty())
        printBytes(text);
    else if (!request.save.isEmpty())
        printLine(
            Texts::tr("%n metric(s) in %1", nullptr, static_cast<int>(surface.size())).arg(request.save));
    return compared;
}

int surfaceOfFile(const SurfaceRequest &request)
{
    const Result<std::string> bytes = readPageInput(request.source, longestInput);
    if (!bytes) {
        printError(errorText(bytes.error()));
        return couldNotTell;
    }
    return conclude(request, *bytes, request.format.of(*bytes));
}

int surface(const SurfaceRequest &request)
{
    if (!request.target)
        return surfaceOfFile(request);
    const auto fetcher = makeFetcher(*request.target);
    FetchRequest fetch;
    fetch.url = request.target->url;
    fetch.timeoutMs = effectiveTimeoutMs(*request.target);
    fetch.bodySizeLimit = longestInput;
    fetcher->start(std::move(fetch), [&request](Result<FetchedPage> page) {
        if (!page)
            printError(displayUrl(request.target->url) + QStringLiteral(": ") + errorText(page.error()));
        QCoreApplication::exit(page ? conclude(request, page->body, page->format) : couldNotTell);
    });
    return QCoreApplication::exec();
}

} // namespace

int runSurfaceCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    return runCommand(parser, arguments, readRequest, surface);
}

} // namespace sightglass
