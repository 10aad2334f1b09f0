// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/querypool.h"

#include <QCoreApplication>

#include <latch>
#include <memory>

namespace sightglass::test {

/// Returns when the pool has done all that it was asked for before, and what its jobs told this thread's
/// objects has been told: instead of waiting for nothing to happen. No job may wait for this thread.
inline void settle(QueryPool &pool)
{
    // All workers are at it at the same time: none has anything else to do.
    const auto together = std::make_shared<std::latch>(pool.workers() + 1);
    for (unsigned i = 0; i < pool.workers(); ++i)
        pool.submit(pool.newKey(), [together](const std::stop_token &) { together->arrive_and_wait(); });
    together->arrive_and_wait();
    QCoreApplication::sendPostedEvents();
}

} // namespace sightglass::test
