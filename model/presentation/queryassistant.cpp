// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/queryassistant.h"

#include "model/assist/lint.h"
#include "model/presentation/guipost.h"

namespace sightglass {

namespace {

std::string_view viewOf(const QByteArray &text)
{
    return {text.constData(), static_cast<std::size_t>(text.size())};
}

} // namespace

QueryAssistant::QueryAssistant(std::shared_ptr<QueryPool> pool, const CatalogSource *catalog, QObject *parent)
    : QObject(parent)
    , m_pool(std::move(pool))
    , m_catalog(catalog)
    , m_completionKey(m_pool->newKey())
    , m_checkKey(m_pool->newKey())
{}

QueryAssistant::~QueryAssistant()
{
    m_pool->cancel(m_completionKey);
    m_pool->cancel(m_checkKey);
}

void QueryAssistant::complete(const QByteArray &query, std::size_t cursor)
{
    const std::uint64_t ticket = ++m_completionTicket;
    m_pool->submit(m_completionKey, [self = QPointer(this), query, cursor, ticket,
                                     catalog = m_catalog->catalog(), snapshot = m_catalog->snapshot(),
                                     features = m_features](const std::stop_token &stop) {
        auto list = std::make_shared<CompletionList>(
            completeAt(viewOf(query), cursor, {*catalog, snapshot.get(), features}, stop));
        if (stop.stop_requested())
            return;
        postToGui(self, [query, cursor, ticket, list = std::move(list)](QueryAssistant &assistant) {
            if (ticket == assistant.m_completionTicket)
                emit assistant.completed(query, cursor, list);
        });
    });
}

void QueryAssistant::cancelCompletion()
{
    ++m_completionTicket;
    m_pool->cancel(m_completionKey);
}

void QueryAssistant::check(const QByteArray &query)
{
    const std::uint64_t ticket = ++m_checkTicket;
    m_pool->submit(m_checkKey, [self = QPointer(this), query, ticket, catalog = m_catalog->catalog(),
                                interval = m_scrapeIntervalMs,
                                features = m_features](const std::stop_token &stop) {
        auto findings = checkQuery(viewOf(query), {*catalog, interval}, features);
        if (stop.stop_requested())
            return;
        postToGui(self, [query, ticket, findings = std::move(findings)](QueryAssistant &assistant) {
            if (ticket == assistant.m_checkTicket)
                emit assistant.checked(query, findings);
        });
    });
}

} // namespace sightglass
