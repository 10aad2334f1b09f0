// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/querycommand.h"

#include "app/cli/errorplace.h"
#include "app/cli/options.h"
#include "app/cli/queryjob.h"
#include "app/cli/runcommand.h"
#include "app/cli/scrapeoptions.h"
#include "parser/promql/parse.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace sightglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::QueryCommand)
};

QString option(const char *name)
{
    return QLatin1String(name);
}

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        Texts::tr("Scrapes the targets for a while and evaluates a PromQL expression. Needs no display."));
    addScrapeOptions(parser);
    parser.addOption({option("for"), Texts::tr("How long to scrape first, e.g. 20s or 2m (10s)."),
                      Texts::tr("DURATION"), option("10s")});
    parser.addOption({option("at"),
                      Texts::tr("Time of an instant query: now, -30s before the end of scraping, seconds "
                                "since the epoch or RFC 3339 (now)."),
                      Texts::tr("TIME")});
    parser.addOption({option("from"), Texts::tr("First time of a range query."), Texts::tr("TIME")});
    parser.addOption({option("to"), Texts::tr("Last time of a range query (now)."), Texts::tr("TIME")});
    parser.addOption({option("step"), Texts::tr("Step of a range query (1s)."), Texts::tr("DURATION")});
    parser.addOption(
        {option("format"),
         Texts::tr("table, csv or json (table). In csv a label called time or value has the column "
                   "label_time or label_value."),
         Texts::tr("FORMAT"), option("table")});
    parser.addOption(
        {option("features"),
         Texts::tr("Feature switches to turn on, with commas between, or all: %1.").arg(featureNames()),
         Texts::tr("NAMES")});
    parser.addPositionalArgument(option("EXPR"), Texts::tr("The expression."));
    parser.addPositionalArgument(option("URL"), Texts::tr("More endpoints to scrape."),
                                 QStringLiteral("[URL…]"));
}

/// A time option; `fallback` where it is not there.
QueryTime timeOf(const QCommandLineParser &parser, const char *name, QString &problem)
{
    if (!parser.isSet(option(name)))
        return {};
    const auto time = queryTimeOption(parser.value(option(name)));
    if (!time)
        problem = Texts::tr("not a time: %1").arg(parser.value(option(name)));
    return time.value_or(QueryTime{});
}

void readTimes(const QCommandLineParser &parser, QueryCommandRequest &request, QString &problem)
{
    const bool hasRange =
        parser.isSet(option("from")) || parser.isSet(option("to")) || parser.isSet(option("step"));
    request.isRange = hasRange;
    request.at = timeOf(parser, "at", problem);
    request.from = timeOf(parser, "from", problem);
    request.to = timeOf(parser, "to", problem);
    if (hasRange && parser.isSet(option("at")))
        problem = Texts::tr("say either --at or --from, --to and --step");
    else if (hasRange && !parser.isSet(option("from")))
        problem = Texts::tr("a range query needs --from");
    if (!parser.isSet(option("step")))
        return;
    const auto step = durationOption(parser.value(option("step")));
    if (!step)
        problem = Texts::tr("not a duration: %1").arg(parser.value(option("step")));
    request.stepMs = step.value_or(request.stepMs);
}

/// The request, or what is wrong with the arguments in `problem`. The expression is not parsed yet.
QueryCommandRequest readRequest(const QCommandLineParser &parser, QString &problem)
{
    QueryCommandRequest request;
    const QStringList words = parser.positionalArguments();
    if (words.isEmpty()) {
        problem = Texts::tr("say an expression, in quotes");
        return request;
    }
    request.query = words.constFirst().toStdString();
    request.targets = scrapedTargets(parser, words.mid(1), TargetsNeeded::Yes, problem);
    readTimes(parser, request, problem);
    QString bad;
    const auto duration = durationOption(parser.value(option("for")));
    const auto format = queryFormatFromName(parser.value(option("format")));
    const auto features = featuresOption(parser.value(option("features")), bad);
    if (!duration)
        problem = Texts::tr("not a duration: %1").arg(parser.value(option("for")));
    else if (!format)
        problem = Texts::tr("not a format: %1").arg(parser.value(option("format")));
    else if (!features)
        problem = Texts::tr("no feature switch: %1 (there are %2)").arg(bad, featureNames());
    request.forMs = duration.value_or(0);
    request.format = format.value_or(QueryFormat::Table);
    request.features = features.value_or(promql::Features{});
    return request;
}

int scrapeAndAsk(QueryCommandRequest request)
{
    // Before anything is scraped: who mistyped an expression shall not wait for being told.
    const auto expr = promql::parseExpr(request.query, request.features);
    if (!expr) {
        printQueryError(request.query, expr.error());
        return static_cast<int>(ExitCode::Failed);
    }
    request.expr = *expr;
    QueryJob job(std::move(request));
    QObject::connect(&job, &QueryJob::finished, &QCoreApplication::exit);
    job.start();
    return QCoreApplication::exec();
}

} // namespace

int runQueryCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    return runCommand(parser, arguments, readRequest, scrapeAndAsk);
}

} // namespace sightglass
