// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assist/completion.h"
#include "model/assist/finding.h"
#include "model/presentation/catalogsource.h"
#include "parser/promql/features.h"

#include <QByteArray>
#include <QObject>

#include <memory>
#include <vector>

namespace sightglass {

/// What the editor of one query asks while somebody types, answered on the query pool. The newest question of
/// a kind wins; every answer says to which text it belongs. GUI thread.
class QueryAssistant : public QObject
{
    Q_OBJECT

public:
    /// The pool must outlive the assistant's answers, the catalog the assistant.
    QueryAssistant(std::shared_ptr<QueryPool> pool, const CatalogSource *catalog, QObject *parent = nullptr);
    ~QueryAssistant() override;

    void setFeatures(const promql::Features &features) { m_features = features; }
    void setScrapeIntervalMs(std::int64_t interval) { m_scrapeIntervalMs = interval; }

    /// `query` is UTF-8, `cursor` a byte offset.
    void complete(const QByteArray &query, std::size_t cursor);
    void cancelCompletion();
    void check(const QByteArray &query);

signals:
    void completed(const QByteArray &query, std::size_t cursor,
                   std::shared_ptr<const sightglass::CompletionList> list);
    void checked(const QByteArray &query, const std::vector<sightglass::Finding> &findings);

private:
    std::shared_ptr<QueryPool> m_pool;
    const CatalogSource *m_catalog;
    QueryPool::Key m_completionKey;
    QueryPool::Key m_checkKey;
    std::uint64_t m_completionTicket = 0; ///< answers to older questions are dropped
    std::uint64_t m_checkTicket = 0;
    promql::Features m_features;
    std::int64_t m_scrapeIntervalMs = 0;
};

} // namespace sightglass
