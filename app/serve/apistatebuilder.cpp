// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serve/apistatebuilder.h"

#include "parser/base/durationtext.h"

#include <algorithm>

namespace sightglass {

namespace {

ApiTarget::Health healthOf(TargetHealth health)
{
    switch (health) {
    case TargetHealth::Up:
        return ApiTarget::Health::Up;
    case TargetHealth::Down:
        return ApiTarget::Health::Down;
    case TargetHealth::Unknown:
        break;
    }
    return ApiTarget::Health::Unknown;
}

/// As Prometheus' service discovery shows a static target. The query may hold secrets and is left out.
Labels discoveredLabels(const TargetConfig &config, const Labels &labels, const std::string &job)
{
    return Labels({{"__address__", std::string(labels.value("instance"))},
                   {"__metrics_path__", config.url.path().toStdString()},
                   {"__scheme__", config.url.scheme().toStdString()},
                   {"__scrape_interval__", formatDurationMs(effectiveIntervalMs(config))},
                   {"__scrape_timeout__", formatDurationMs(effectiveTimeoutMs(config))},
                   {"job", job}});
}

/// Prometheus' own words, and where a line does not parse its place before them.
std::string errorLine(const Error &error)
{
    switch (error.code) {
    case ErrorCode::BodyTooLarge:
        return "body size limit exceeded";
    case ErrorCode::SampleLimitExceeded:
        return "sample limit exceeded";
    case ErrorCode::ExpositionSyntax:
        if (error.position.line > 0)
            return std::to_string(error.position.line) + ':' + std::to_string(error.position.column) + ": " +
                   plainText(error);
        break;
    default:
        break;
    }
    return plainText(error);
}

ApiTarget targetOf(const TargetStatus &status)
{
    ApiTarget target;
    target.labels = status.labels;
    // Of a configuration's target the job's name, whatever relabelling made of its label.
    target.scrapePool = status.config.origin.isEmpty() ? std::string(status.labels.value("job"))
                                                       : status.config.name.toStdString();
    target.discoveredLabels = discoveredLabels(status.config, status.labels, target.scrapePool);
    target.scrapeUrl = displayUrl(status.config.url).toStdString();
    target.lastError = status.error ? errorLine(*status.error) : std::string();
    target.health = healthOf(status.health);
    target.lastScrape = status.lastScrape;
    target.lastScrapeSeconds = status.durationSeconds;
    target.intervalMs = effectiveIntervalMs(status.config);
    target.timeoutMs = effectiveTimeoutMs(status.config);
    target.scrapes = status.scrapes;
    target.failures = status.failures;
    target.skipped = status.skipped;
    target.samples = status.samples;
    target.bodyBytes = status.bodyBytes;
    return target;
}

std::vector<ApiRuleGroup> groupsOf(const CollectorTick &tick)
{
    std::vector<ApiRuleGroup> groups;
    auto rule = tick.rules.begin();
    for (const RuleGroupStatus &group : tick.ruleGroups) {
        const auto left = static_cast<std::size_t>(tick.rules.end() - rule);
        const auto end = rule + static_cast<std::ptrdiff_t>(std::min(group.rules, left));
        groups.push_back({group, {rule, end}});
        rule = end;
    }
    return groups;
}

} // namespace

std::shared_ptr<const ApiState> apiState(const CollectorTick &tick, const ApiServerInfo &server)
{
    auto state = std::make_shared<ApiState>();
    state->snapshot = tick.snapshot;
    for (const TargetStatus &target : tick.targets) {
        if (target.config.enabled)
            state->targets.push_back(targetOf(target));
    }
    state->ruleGroups = groupsOf(tick);
    state->missedEvaluations = tick.missedEvaluations;
    state->ruleProblems = tick.ruleProblems;
    state->server = server;
    return state;
}

} // namespace sightglass
