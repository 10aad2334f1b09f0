// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/panelreasons.h"

#include "model/assist/explain.h"
#include "model/assist/lint.h"
#include "model/core/timegrid.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/findingtext.h"
#include "parser/promql/parse.h"

#include <algorithm>

namespace sightglass {

namespace {

using namespace std::chrono_literals;

constexpr auto oldestCatalog = 10s;
constexpr auto oldestReason = 30s;
constexpr std::int64_t youngestMs = 60'000;

/// What makes numbers of no meaning, though there are some.
bool isDoubtful(const Finding &finding)
{
    return finding.kind == FindingKind::RateOfGauge || finding.kind == FindingKind::DeltaOfCounter ||
           finding.kind == FindingKind::ClockAgainstNumber;
}

bool isWorthExplaining(const QueryAsked &asked, const MetricCatalog &catalog)
{
    if (asked.isEmpty)
        return true;
    const LintContext context{catalog, asked.time.scrapeIntervalMs};
    return std::ranges::any_of(checkQuery(asked.expr, context, asked.options.features), isDoubtful);
}

ExplainSource sourceOf(const QueryAsked &asked, const MetricCatalog &catalog)
{
    const std::int64_t step = panelStepMs(asked.time);
    ExplainSource source{asked.snapshot,
                         catalog,
                         asked.options,
                         asked.time.range.to,
                         asked.time.scrapeIntervalMs,
                         intervalValuesAt(asked.time)};
    if (asked.range) {
        source.at = gridFloor(asked.time.range.to, step);
        source.query = StepRange{gridFloor(asked.time.range.from, step), source.at, step};
    }
    return source;
}

/// What a panel's reasons depend on. Of a range that moves on with time they are looked for anew anyway.
std::string subjectOf(const PanelSpec &panel, const PanelTime &time, const std::vector<bool> &answered)
{
    std::string about = time.live ? std::to_string(time.range.lengthMs())
                                  : std::to_string(time.range.from) + '-' + std::to_string(time.range.to);
    about += '\n';
    for (std::size_t i = 0; i < panel.queries.size(); ++i) {
        about += answered[i] ? "+" : "-";
        about += panel.queries[i].expr;
        about += '\n';
    }
    return about;
}

} // namespace

std::optional<QueryReason> queryReason(const QueryAsked &asked, const MetricCatalog &catalog,
                                       const std::stop_token &cancel)
{
    if (catalog.metrics().empty() || !isWorthExplaining(asked, catalog))
        return std::nullopt;
    const Explanation explanation = explainQuery(asked.expr, sourceOf(asked, catalog), cancel);
    const auto found = std::ranges::find_if(explanation.findings, [&asked](const Finding &finding) {
        return asked.isEmpty ? finding.severity != FindingSeverity::Advice : isDoubtful(finding);
    });
    const auto gravest =
        found == explanation.findings.end() && asked.isEmpty ? explanation.findings.begin() : found;
    if (gravest == explanation.findings.end() || (asked.young && gravest->kind == FindingKind::TooFewSamples))
        return std::nullopt;
    QueryReason reason;
    reason.text = findingDisplayText(*gravest).toStdString();
    if (!gravest->mends.empty())
        reason.meant = displayText(mended(asked.expr, gravest->mends.front())).toStdString();
    return reason;
}

std::shared_ptr<const MetricCatalog> ReasonSource::catalogOf(const Snapshot &snapshot,
                                                             const std::stop_token &cancel)
{
    const std::scoped_lock lock(m_mutex);
    const auto now = std::chrono::steady_clock::now();
    if (!m_catalog || m_catalog->metrics().empty() || now - m_made > oldestCatalog) {
        auto catalog = MetricCatalog::of(snapshot, cancel);
        if (!catalog)
            return nullptr;
        m_catalog = std::move(catalog);
        m_made = now;
    }
    return m_catalog;
}

void addReasons(PanelData &data, const PanelSpec &panel, const Snapshot &snapshot, const PanelTime &time,
                const QueryOptions &options, ReasonSource &source, KnownReasons &known,
                const std::stop_token &cancel)
{
    std::vector<bool> answered(panel.queries.size(), false);
    for (const PanelSeries &series : data.series) {
        if (series.query < answered.size())
            answered[series.query] = true;
    }
    for (std::size_t i = 0; i < answered.size(); ++i)
        answered[i] = answered[i] || panel.queries[i].hidden || panel.queries[i].expr.empty();
    const std::string about = subjectOf(panel, time, answered);
    const auto now = std::chrono::steady_clock::now();
    const bool all = std::ranges::find(answered, false) == answered.end();
    if (about == known.about && (all || now - known.at < oldestReason)) {
        data.reasons = known.reasons;
        return;
    }
    const auto catalog = data.error || panel.queries.empty() ? nullptr : source.catalogOf(snapshot, cancel);
    if (!catalog)
        return;
    const PanelTime own = panelTime(panel, time);
    const bool young = own.range.to - snapshot.stats().minTime < youngestMs;
    for (std::size_t i = 0; i < panel.queries.size(); ++i) {
        const PanelQuery &query = panel.queries[i];
        if (query.hidden || query.expr.empty())
            continue;
        auto reason = queryReason({query.expr, !answered[i], snapshot, queryTime(query, own),
                                   !query.instant || query.alsoRange, young, options},
                                  *catalog, cancel);
        if (!reason)
            continue;
        reason->query = i;
        reason->isEmpty = !answered[i];
        data.reasons.push_back(std::move(*reason));
    }
    // What was cut short is no reason, nor is what was found before the first scrape.
    if (!cancel.stop_requested() && !catalog->metrics().empty())
        known = {about, now, data.reasons};
}

} // namespace sightglass
