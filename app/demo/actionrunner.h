// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/httpclient.h"
#include "app/demo/job.h"
#include "app/demo/resultcache.h"
#include "app/demo/searchindex.h"

namespace sightglass::demo {

/// Where the actions find the services that they talk to, all on 127.0.0.1.
struct Endpoints
{
    std::uint16_t http = 0;
    std::uint16_t smtp = 0;
};

/// What actions work on in this process.
struct ActionStores
{
    ResultCache &cache;
    SearchIndex &search;
};

struct ActionResult
{
    /// Empty on success.
    std::optional<ActionError> error;
    /// The program is stopping; the action neither succeeded nor failed.
    bool cancelled = false;
};

/// Runs actions, one at a time, for one worker thread.
class ActionRunner
{
public:
    ActionRunner(Endpoints endpoints, ActionStores stores, const StopSignal &stop);

    /// Does it, within the time limit of its type. Nothing is thrown: what breaks is an Internal error.
    [[nodiscard]] ActionResult run(ActionType type, const Job &job) noexcept;

    /// How long an action of this type may take: from 0.5 s for those within the process to 5 s for mail.
    [[nodiscard]] static Milliseconds timeLimit(ActionType type) noexcept;

private:
    [[nodiscard]] ActionResult perform(ActionType type, const Job &job, TimePoint deadline);
    [[nodiscard]] ActionResult post(ActionType type, const Job &job, TimePoint deadline);
    [[nodiscard]] ActionResult mail(const Job &job, TimePoint deadline);

    Endpoints m_endpoints;
    ActionStores m_stores;
    const StopSignal &m_stop;
    HttpClient m_http;
};

} // namespace sightglass::demo
