// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/explorefeed.h"

#include "model/assist/explain.h"
#include "model/assist/lint.h"
#include "model/presentation/guipost.h"

#include <algorithm>

namespace sightglass {

namespace {
/// A chart needs no more points than it has pixels, about.
constexpr int mostPoints = 2000;
} // namespace

ExploreFeed::ExploreFeed(std::shared_ptr<QueryPool> pool, const CatalogSource *catalog, QObject *parent)
    : QObject(parent)
    , m_pool(std::move(pool))
    , m_catalog(catalog)
    , m_key(m_pool->newKey())
    , m_explainKey(m_pool->newKey())
    , m_suggestKey(m_pool->newKey())
    , m_exampleKey(m_pool->newKey())
{}

ExploreFeed::~ExploreFeed()
{
    for (const QueryPool::Key key : {m_key, m_explainKey, m_suggestKey, m_exampleKey})
        m_pool->cancel(key);
}

void ExploreFeed::setEngine(QueryEngine engine)
{
    m_engine = std::move(engine);
    m_answered = {};
}

void ExploreFeed::setQueries(std::vector<ExploreQuery> queries, ExploreMode mode, std::size_t maxSeries)
{
    m_request.queries = std::move(queries);
    m_request.mode = mode;
    m_request.maxSeries = maxSeries;
    cancel();
    ask();
}

void ExploreFeed::refresh(const Question &question)
{
    m_question = question;
    m_question.time.maxPoints = mostPoints;
    if (m_toExplain && m_question.snapshot)
        explain(*std::exchange(m_toExplain, std::nullopt));
    if (m_asking)
        m_askAgain = true;
    else
        ask();
}

void ExploreFeed::restart(const Question &question)
{
    cancel();
    refresh(question);
}

void ExploreFeed::pause()
{
    cancel();
    m_pool->cancel(m_explainKey);
    m_question = {};
    m_answered = {};
}

void ExploreFeed::cancel()
{
    if (m_asking)
        m_pool->cancel(m_key);
    m_asking = false;
    m_askAgain = false;
    ++m_ticket;
}

void ExploreFeed::ask()
{
    if (!m_question.snapshot || m_request.queries.empty())
        return;
    m_asking = true;
    m_askAgain = false;
    m_request.time = m_question.time;
    m_pool->submit(m_key, [self = QPointer(this), snapshot = m_question.snapshot,
                           catalog = m_catalog->catalog(), request = m_request, engine = m_engine,
                           before = m_answered, ticket = ++m_ticket](const std::stop_token &stop) {
        auto answer = std::make_shared<const ExploreAnswer>(
            exploreQueries({*snapshot, engine, *catalog}, request, before, stop));
        if (stop.stop_requested())
            return;
        EarlierExploration answered{answer, snapshot->version(), request};
        postToGui(self, [ticket, answer = std::move(answer),
                         answered = std::move(answered)](ExploreFeed &feed) mutable {
            if (ticket != feed.m_ticket)
                return;
            feed.m_asking = false;
            feed.m_answered = std::move(answered);
            emit feed.answered(answer);
            if (feed.m_askAgain && !feed.m_asking)
                feed.ask();
        });
    });
}

void ExploreFeed::explain(const ExploreQuery &query)
{
    if (!m_question.snapshot) {
        m_toExplain = query;
        return;
    }
    const std::int64_t interval = m_question.time.scrapeIntervalMs;
    const IntervalValues values = intervalValuesAt(m_question.time);
    std::optional<StepRange> steps;
    if (m_request.mode != ExploreMode::Table) {
        steps = graphSteps(m_question.time);
        steps->end = graphRange(m_question.time).to;
    }
    const TimestampMs at = steps ? steps->end : m_question.time.range.to;
    m_pool->submit(m_explainKey, [self = QPointer(this), snapshot = m_question.snapshot,
                                  catalog = m_catalog->catalog(), query, at, steps,
                                  options = m_engine.options(), interval, values,
                                  ticket = ++m_explainTicket](const std::stop_token &stop) {
        auto explanation = std::make_shared<const Explanation>(
            explainQuery(query.expr, {*snapshot, *catalog, options, at, interval, values, steps}, stop));
        if (stop.stop_requested())
            return;
        postToGui(self, [query, ticket, explanation = std::move(explanation)](ExploreFeed &feed) {
            if (ticket == feed.m_explainTicket)
                emit feed.explained(query, explanation);
        });
    });
}

void ExploreFeed::suggest(const std::string &family, Placement placement)
{
    if (!m_question.snapshot)
        return;
    m_pool->submit(m_suggestKey, [self = QPointer(this), snapshot = m_question.snapshot,
                                  catalog = m_catalog->catalog(), family,
                                  range = usualRange(m_question.time.scrapeIntervalMs),
                                  placement](const std::stop_token &) {
        const FamilyEntry *entry = catalog->findFamily(family);
        if (entry == nullptr)
            return;
        postToGui(self, [queries = suggestedQueries(*entry, *snapshot, range), placement](ExploreFeed &feed) {
            emit feed.suggested(queries, placement);
        });
    });
}

void ExploreFeed::suggestExamples()
{
    if (!m_question.snapshot)
        return;
    m_pool->submit(m_exampleKey,
                   [self = QPointer(this), snapshot = m_question.snapshot, catalog = m_catalog->catalog(),
                    range = usualRange(m_question.time.scrapeIntervalMs)](const std::stop_token &) {
                       postToGui(self, [queries = exampleQueries(*catalog, *snapshot, range)](
                                           ExploreFeed &feed) { emit feed.examplesSuggested(queries); });
                   });
}

} // namespace sightglass
