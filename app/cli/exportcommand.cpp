// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exportcommand.h"

#include "app/cli/errorplace.h"
#include "app/cli/options.h"
#include "app/cli/runcommand.h"
#include "app/cli/scrapeoptions.h"
#include "app/cli/scraperun.h"
#include "model/exporting/exportedfamilies.h"
#include "model/exporting/nameescaping.h"
#include "parser/exposition/contentnegotiation.h"
#include "parser/exposition/expositionwriter.h"
#include "parser/promql/parse.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QSaveFile>

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace sightglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::ExportCommand)
};

/// How old a sample may be: Prometheus' lookback.
constexpr std::int64_t lookbackMs = 5 * 60 * 1000;

struct ExportOptions
{
    std::vector<TargetConfig> targets;
    std::int64_t forMs = 0;
    ExpositionFormat format = ExpositionFormat::PrometheusText;
    NameEscaping escaping = NameEscaping::AllowUtf8;
    QStringList selectors;
    QString file; ///< "-" for the standard output
};

std::optional<ExpositionFormat> formatOption(const QString &name)
{
    if (name == QLatin1String("text"))
        return ExpositionFormat::PrometheusText;
    if (name == QLatin1String("openmetrics"))
        return ExpositionFormat::OpenMetricsText;
    if (name == QLatin1String("protobuf"))
        return ExpositionFormat::Protobuf;
    return std::nullopt;
}

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        Texts::tr("Scrapes the targets for a while and writes what they exposed last, with the labels and "
                  "times that are stored. Needs no display."));
    addScrapeOptions(parser);
    parser.addOption({QStringLiteral("for"), Texts::tr("How long to scrape first, e.g. 20s or 2m (5s)."),
                      Texts::tr("DURATION"), QStringLiteral("5s")});
    parser.addOption({QStringLiteral("format"),
                      Texts::tr("text, openmetrics or protobuf (text). OpenMetrics has exemplars and units, "
                                "protobuf native histograms too."),
                      Texts::tr("FORMAT"), QStringLiteral("text")});
    parser.addOption({QStringLiteral("escaping"),
                      Texts::tr("What becomes of names that are not made of letters, digits and _ alone: "
                                "allow-utf-8 quotes them, underscores, dots or values write plain ones "
                                "(allow-utf-8)."),
                      Texts::tr("SCHEME"), QStringLiteral("allow-utf-8")});
    parser.addOption({QStringLiteral("match"),
                      Texts::tr("Only the series of this selector; may be repeated for those of any."),
                      Texts::tr("SELECTOR")});
    parser.addOption({QStringLiteral("out"), Texts::tr("The file to write; - is the standard output (-)."),
                      Texts::tr("FILE"), QStringLiteral("-")});
    parser.addPositionalArgument(QStringLiteral("URL"), Texts::tr("More endpoints to scrape."),
                                 QStringLiteral("[URL…]"));
}

ExportOptions readRequest(const QCommandLineParser &parser, QString &problem)
{
    ExportOptions request;
    request.targets = scrapedTargets(parser, parser.positionalArguments(), TargetsNeeded::Yes, problem);
    const auto duration = durationOption(parser.value(QStringLiteral("for")));
    const auto format = formatOption(parser.value(QStringLiteral("format")));
    const QString escaping = parser.value(QStringLiteral("escaping"));
    const auto scheme = nameEscapingFromName(escaping.toStdString());
    if (!duration)
        problem = Texts::tr("not a duration: %1").arg(parser.value(QStringLiteral("for")));
    else if (!format)
        problem = Texts::tr("not a format: %1").arg(parser.value(QStringLiteral("format")));
    else if (!scheme)
        problem = Texts::tr("not a scheme of escaping: %1").arg(escaping);
    request.forMs = duration.value_or(0);
    request.escaping = scheme.value_or(request.escaping);
    request.format = format.value_or(request.format);
    request.selectors = parser.values(QStringLiteral("match"));
    request.file = parser.value(QStringLiteral("out"));
    // Where they can be written they are wanted. Elsewhere a histogram that is classic as well would be lost.
    for (TargetConfig &target : request.targets)
        target.samples.scrapeNativeHistograms = request.format == ExpositionFormat::Protobuf;
    return request;
}

/// The selectors, all series where there are none; empty where one is wrong, which is said.
std::optional<std::vector<std::vector<Matcher>>> matcherSets(const QStringList &selectors)
{
    std::vector<std::vector<Matcher>> sets;
    for (const QString &selector : selectors) {
        const std::string text = selector.toStdString();
        auto parsed = promql::parseSelector(text);
        if (!parsed) {
            printQueryError(text, parsed.error());
            return std::nullopt;
        }
        sets.push_back(std::move(*parsed));
    }
    if (sets.empty())
        sets.emplace_back();
    return sets;
}

bool write(const QString &file, std::string_view page)
{
    if (file == QLatin1String("-")) {
        printBytes(page);
        return true;
    }
    QSaveFile out(file);
    const auto size = static_cast<qint64>(page.size());
    if (out.open(QIODevice::WriteOnly) && out.write(page.data(), size) == size && out.commit())
        return true;
    printError(Texts::tr("cannot write %1: %2").arg(file, out.errorString()));
    return false;
}

/// What the page does not say as it was exposed, or not every reader understands.
struct Loss
{
    std::size_t count;
    const char *text; ///< of so many
};

void tell(std::initializer_list<Loss> losses)
{
    for (const Loss &loss : losses) {
        if (loss.count > 0)
            printError(Texts::tr(loss.text, nullptr, static_cast<int>(loss.count)));
    }
}

void tellOfLosses(const ExportedCounts &counts)
{
    tell({
        {counts.histogramsLeftOut,
         QT_TRANSLATE_N_NOOP("sightglass::ExportCommand",
                             "%n native histograms are left out: only protobuf has them")},
        {counts.renamesAvoided,
         QT_TRANSLATE_N_NOOP(
             "sightglass::ExportCommand",
             "%n counters or info metrics are written as unknown: OpenMetrics would add _total "
             "or _info to their names; --format text keeps both")},
        {counts.typesLeftOut,
         QT_TRANSLATE_N_NOOP(
             "sightglass::ExportCommand",
             "%n histograms or summaries are written without their type: some of their series "
             "are missing, or their bounds are not written as the format has them (le=\"1.0\")")},
        {counts.disputedFamilies,
         QT_TRANSLATE_N_NOOP("sightglass::ExportCommand",
                             "%n families are described differently by their targets: each is written as the "
                             "target of its first series describes it")},
        {counts.typesUnknownToFormat,
         QT_TRANSLATE_N_NOOP(
             "sightglass::ExportCommand",
             "%n gauge histograms are written without their type: the text format has no such "
             "type")},
        {counts.gaugeHistogramsRenamed,
         QT_TRANSLATE_N_NOOP("sightglass::ExportCommand",
                             "%n gauge histograms are read back with _count and _sum for _gcount and _gsum: "
                             "protobuf names no parts; --format openmetrics keeps the names")},
    });
}

/// Names as their reader is given them, and told of where not every reader takes them.
void escapeNames(std::vector<ExposedFamily> &families, const ExportOptions &options)
{
    std::set<std::string> meant;
    std::set<std::string> names;
    for (ExposedFamily &family : families) {
        meant.insert(family.name);
        sightglass::escapeNames(family, options.escaping);
        names.insert(family.name);
    }
    const bool quotes = options.format != ExpositionFormat::Protobuf;
    tell({
        {meant.size() - names.size(),
         QT_TRANSLATE_N_NOOP(
             "sightglass::ExportCommand",
             "%n metrics have the name of another one once they are escaped: no reader can tell "
             "them apart; --escaping values keeps names apart")},
        {quotes ? static_cast<std::size_t>(std::ranges::count_if(families, needsQuotes)) : 0,
         QT_TRANSLATE_N_NOOP("sightglass::ExportCommand",
                             "%n metrics have quoted names: Prometheus 3 reads them, but not every reader of "
                             "the format, and OpenMetrics 1.0.0 does not know them; --escaping underscores "
                             "writes plain ones")},
    });
}

bool exportTo(const CollectorTick &tick, ExportRequest request, const ExportOptions &options)
{
    if (!tick.snapshot)
        return false;
    request.range = {tick.at - lookbackMs, tick.at};
    std::vector<ExposedFamily> families;
    tellOfLosses(exportFamilies(*tick.snapshot, request, [&families](const ExposedFamily &family) {
        families.push_back(family);
        return true;
    }));
    escapeNames(families, options);
    return write(options.file, writeExposition(request.format, families));
}

int scrapeAndExport(const ExportOptions &options)
{
    // Before anything is scraped: who mistyped a selector shall not wait for being told.
    const auto sets = matcherSets(options.selectors);
    if (!sets)
        return static_cast<int>(ExitCode::Failed);
    ScrapeRun run(options.targets, options.forMs);
    QObject::connect(&run, &ScrapeRun::finished, &run, [&] {
        ExportRequest request;
        request.matcherSets = *sets;
        request.format = options.format;
        request.gaugeHistogramNames = GaugeHistogramNames::OfFormat;
        const bool scraped = run.reportTargets();
        const bool written = exportTo(run.tick(), std::move(request), options);
        const ExitCode ending = written ? ExitCode::Done : ExitCode::Failed;
        QCoreApplication::exit(static_cast<int>(scraped ? ending : ExitCode::Usage));
    });
    run.start();
    return QCoreApplication::exec();
}

} // namespace

int runExportCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    return runCommand(parser, arguments, readRequest, scrapeAndExport);
}

} // namespace sightglass
