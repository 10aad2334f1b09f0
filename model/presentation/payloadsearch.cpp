// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/payloadsearch.h"

#include "model/presentation/guipost.h"

#include <limits>
#include <utility>

namespace sightglass {

PayloadSearch::PayloadSearch(std::shared_ptr<QueryPool> pool, QObject *parent)
    : QObject(parent)
    , m_pool(std::move(pool))
    , m_key(m_pool->newKey())
{}

PayloadSearch::~PayloadSearch()
{
    m_pool->cancel(m_key);
}

void PayloadSearch::search(std::shared_ptr<const void> owner, std::string_view text, const QString &sought,
                           LetterCase letterCase)
{
    ++m_ticket;
    if (sought.isEmpty()) {
        m_pool->cancel(m_key);
        emit found(std::make_shared<const TextHits>());
        return;
    }
    m_pool->submit(m_key, [self = QPointer(this), owner = std::move(owner), text,
                           bytes = sought.toStdString(), letterCase,
                           ticket = m_ticket](const std::stop_token &stop) {
        auto hits = std::make_shared<const TextHits>(findInText(text, bytes, letterCase, 100'000, stop));
        if (stop.stop_requested())
            return;
        postToGui(self, [ticket, hits = std::move(hits)](PayloadSearch &search) {
            if (ticket == search.m_ticket)
                emit search.found(hits);
        });
    });
}

} // namespace sightglass
