// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/guipost.h"
#include "model/query/querypool.h"

#include <cstdint>
#include <memory>
#include <stop_token>
#include <utility>

namespace sightglass {

/// A question that is asked in the query pool again and again, of which the newest wins: an answer to an
/// older one is dropped, so that what is shown never goes back. A member of the QObject that asks. GUI
/// thread.
class PoolQuestion
{
public:
    /// The pool must outlive the answers, not this.
    explicit PoolQuestion(std::shared_ptr<QueryPool> pool)
        : m_pool(std::move(pool))
        , m_key(m_pool->newKey())
    {}
    ~PoolQuestion() { m_pool->cancel(m_key); }
    PoolQuestion(const PoolQuestion &) = delete;
    PoolQuestion &operator=(const PoolQuestion &) = delete;

    /// `work(stop)` runs in the pool and gives the answer, `take(owner, answer)` here. What was asked before
    /// is dropped.
    template<typename Owner, typename Work, typename Take>
    void ask(Owner *owner, Work work, Take take)
    {
        m_asking = true;
        m_pool->submit(m_key, [self = QPointer(owner), this, work = std::move(work), take = std::move(take),
                               ticket = ++m_ticket](std::stop_token stop) {
            auto answer = work(stop);
            if (stop.stop_requested())
                return;
            // `this` is the owner's: it is there as long as that is.
            postToGui(self, [this, ticket, take, answer = std::move(answer)](Owner &asked) {
                if (ticket != m_ticket)
                    return;
                m_asking = false;
                take(asked, answer);
            });
        });
    }

    void drop()
    {
        m_pool->cancel(m_key);
        ++m_ticket;
        m_asking = false;
    }
    [[nodiscard]] bool isAsking() const noexcept { return m_asking; }

private:
    std::shared_ptr<QueryPool> m_pool;
    QueryPool::Key m_key;
    std::uint64_t m_ticket = 0;
    bool m_asking = false;
};

} // namespace sightglass
