// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assist/explanation.h"
#include "model/assist/explorequery.h"
#include "model/assist/suggestedqueries.h"
#include "model/presentation/catalogsource.h"

#include <QObject>

#include <memory>
#include <optional>

namespace sightglass {

/// Asks the query pool for what Explore shows. One question is under way at a time; a tick that comes
/// meanwhile is remembered, not queued. GUI thread.
class ExploreFeed : public QObject
{
    Q_OBJECT

public:
    struct Question
    {
        std::shared_ptr<const Snapshot> snapshot; ///< null: nothing is asked
        PanelTime time;
    };

    ExploreFeed(std::shared_ptr<QueryPool> pool, const CatalogSource *catalog, QObject *parent = nullptr);
    ~ExploreFeed() override;

    /// What evaluates from now on; until then a plain one does.
    void setEngine(QueryEngine engine);

    /// Asks at once where there is something to ask of.
    void setQueries(std::vector<ExploreQuery> queries, ExploreMode mode, std::size_t maxSeries);
    [[nodiscard]] const std::vector<ExploreQuery> &queries() const noexcept { return m_request.queries; }

    /// New data, same time selection: asked again when the answer under way has come.
    void refresh(const Question &question);
    /// Another time range: what is under way is cancelled.
    void restart(const Question &question);
    /// Nobody looks: what is under way is cancelled and the snapshot let go.
    void pause();

    /// Takes a query apart at the end of the time range. The newest wins.
    void explain(const ExploreQuery &query);

    /// Makes the queries for a family, to be written into a query of its own or not.
    enum class Placement : std::uint8_t
    {
        Replace,
        Add
    };
    void suggest(const std::string &family, Placement placement);
    /// Makes a few queries to begin with.
    void suggestExamples();

    [[nodiscard]] const Question &question() const noexcept { return m_question; }

signals:
    void answered(std::shared_ptr<const sightglass::ExploreAnswer> answer);
    void explained(const sightglass::ExploreQuery &query,
                   std::shared_ptr<const sightglass::Explanation> explanation);
    /// Never empty.
    void suggested(const std::vector<sightglass::SuggestedQuery> &queries,
                   sightglass::ExploreFeed::Placement placement);
    void examplesSuggested(const std::vector<sightglass::SuggestedQuery> &queries);

private:
    void ask();
    void cancel();

    std::shared_ptr<QueryPool> m_pool;
    const CatalogSource *m_catalog;
    QueryPool::Key m_key;
    QueryPool::Key m_explainKey;
    QueryPool::Key m_suggestKey;
    QueryPool::Key m_exampleKey;
    QueryEngine m_engine;
    ExploreRequest m_request;
    Question m_question;
    EarlierExploration m_answered; ///< the latest answer that was handed out
    std::uint64_t m_ticket = 0;    ///< of the latest question
    std::uint64_t m_explainTicket = 0;
    bool m_asking = false;
    bool m_askAgain = false;
    std::optional<ExploreQuery> m_toExplain; ///< asked before there was a snapshot
};

} // namespace sightglass
