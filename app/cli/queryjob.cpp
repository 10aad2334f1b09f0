// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/queryjob.h"

#include "app/cli/errorplace.h"
#include "app/cli/options.h"
#include "model/api/apitime.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/panelreasons.h"
#include "model/query/annotations.h"
#include "parser/base/durationtext.h"

#include <unistd.h>

#include <cstdio>
#include <utility>

namespace sightglass {

std::optional<QueryTime> queryTimeOption(const QString &text)
{
    const std::string plain = text.toStdString();
    if (plain == "now")
        return QueryTime{};
    if (plain.starts_with('-')) {
        if (const auto before = parseDurationMs(std::string_view(plain).substr(1)))
            return QueryTime{std::nullopt, *before};
    }
    if (const auto t = parseApiTime(plain))
        return QueryTime{*t, 0};
    return std::nullopt;
}

QueryJob::QueryJob(QueryCommandRequest request, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_run(m_request.targets, m_request.forMs)
{}

QueryJob::~QueryJob() = default;

void QueryJob::start()
{
    connect(&m_run, &ScrapeRun::finished, this, [this] {
        const bool scraped = m_run.reportTargets();
        const bool answered = answer();
        if (!scraped)
            emit finished(static_cast<int>(ExitCode::Usage));
        else
            emit finished(static_cast<int>(answered ? ExitCode::Done : ExitCode::Failed));
    });
    m_run.start();
}

Result<QueryResult> QueryJob::evaluate(const Snapshot &snapshot, TimestampMs end, TimestampMs t) const
{
    QueryOptions options;
    options.features = m_request.features;
    const QueryEngine engine(options);
    if (!m_request.isRange)
        return engine.instant(snapshot, *m_request.expr, t);
    const StepRange steps{m_request.from.resolved(end), m_request.to.resolved(end), m_request.stepMs};
    if (steps.end < steps.start)
        return Error{ErrorCode::QueryFailed, {"end timestamp must not be before start time"}, {}, {}};
    return engine.range(snapshot, *m_request.expr, steps);
}

/// To where errors go: the answer is there, and has nothing in it.
void QueryJob::tellWhyEmpty(const Snapshot &snapshot, TimestampMs end, TimestampMs t) const
{
    const auto catalog = MetricCatalog::of(snapshot);
    PanelTime time;
    time.range = {t, t};
    if (m_request.isRange) {
        time.range = {m_request.from.resolved(end), m_request.to.resolved(end)};
        time.scrapeIntervalMs = m_request.stepMs;
    }
    QueryOptions options;
    options.features = m_request.features;
    const auto reason =
        queryReason({m_request.query, true, snapshot, time, m_request.isRange, false, options}, *catalog);
    if (!reason)
        return;
    std::fprintf(stderr, "%s\n", reason->text.c_str());
    if (!reason->meant.empty())
        std::fprintf(stderr, "%s %s\n", qUtf8Printable(tr("Probably meant:")), reason->meant.c_str());
}

bool QueryJob::answer() const
{
    const CollectorTick &tick = m_run.tick();
    if (!tick.snapshot)
        return false;
    const TimestampMs t = m_request.at.resolved(tick.at);
    const Result<QueryResult> result = evaluate(*tick.snapshot, tick.at, t);
    if (!result) {
        printQueryError(m_request.query, result.error());
        return false;
    }
    const auto reader = ::isatty(STDOUT_FILENO) == 1 ? OutputReader::Terminal : OutputReader::Program;
    printBytes(queryOutput(*result, t, m_request.format, reader));
    for (const Annotation &annotation : result->annotations)
        std::fprintf(stderr, "%s\n",
                     qUtf8Printable(displayText(annotationText(annotation, m_request.query))));
    if (result->matrix.empty() && result->vector.empty() && result->type != promql::ValueType::Scalar &&
        result->type != promql::ValueType::String)
        tellWhyEmpty(*tick.snapshot, tick.at, t);
    return true;
}

} // namespace sightglass
