// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/alert.h"
#include "model/storage/snapshot.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sightglass {

/// A scraped endpoint as the API shows it.
struct ApiTarget
{
    enum class Health : std::uint8_t
    {
        Unknown,
        Up,
        Down
    };
    Labels labels;
    Labels discoveredLabels; ///< __address__, __scheme__, __metrics_path__, …
    std::string scrapePool;
    std::string scrapeUrl; ///< without password
    std::string lastError; ///< English, "" when all is well
    Health health = Health::Unknown;
    std::optional<TimestampMs> lastScrape;
    double lastScrapeSeconds = 0;
    std::int64_t intervalMs = 0;
    std::int64_t timeoutMs = 0;
    std::uint64_t scrapes = 0;
    std::uint64_t failures = 0;
    std::uint64_t skipped = 0;
    std::size_t samples = 0; ///< of the last scrape
    std::size_t bodyBytes = 0;
};

/// What relabelling left out of a pool's targets.
struct ApiDroppedTargets
{
    std::string scrapePool;
    std::vector<Labels> discoveredLabels; ///< as many as are kept
    std::size_t count = 0;                ///< all of them
};

/// Rules that are evaluated together.
struct ApiRuleGroup
{
    RuleGroupStatus group;
    std::vector<RuleStatus> rules;
};

/// Who is told of alerts beside the desktop, and what became of it.
struct ApiSender
{
    enum class Kind : std::uint8_t
    {
        Alertmanager,
        Webhook,
        Command
    };
    Kind kind = Kind::Alertmanager;
    std::string name; ///< an address without password, or a program
    std::uint64_t sent = 0;
    std::uint64_t failed = 0;  ///< attempts
    std::uint64_t dropped = 0; ///< never sent
    std::size_t waiting = 0;
    std::string lastError; ///< of the newest attempt, English; "" where it went well
};

/// What does not change while the server runs.
struct ApiServerInfo
{
    std::string version;
    TimestampMs startedAt = 0;
    std::string listenAddress;
    std::int64_t retentionMs = 0;
    std::size_t retentionBytes = 0;
};

/// Everything that can be asked for, as of one moment. Immutable once it is shared.
struct ApiState
{
    std::shared_ptr<const Snapshot> snapshot; ///< null until there is something: not ready
    std::vector<ApiTarget> targets;
    /// One for each pool, or several of the same; null: none.
    std::shared_ptr<const std::vector<ApiDroppedTargets>> dropped;
    std::vector<ApiRuleGroup> ruleGroups;
    std::uint64_t missedEvaluations = 0;
    /// Why rule files are not in force as they stand now; /rules warns of them.
    std::vector<std::string> ruleProblems;
    std::shared_ptr<const std::vector<ApiSender>> senders = {}; ///< null: none
    ApiServerInfo server;
};

} // namespace sightglass
