// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serve/apistatebuilder.h"

#include "model/scrape/maskedaddress.h"
#include "model/scrape/scrapeurl.h"
#include "parser/base/durationtext.h"

#include <QUrlQuery>

#include <algorithm>
#include <utility>

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

void addRequest(const QUrl &url, std::vector<Label> &labels)
{
    labels.push_back({"__metrics_path__", url.path().toStdString()});
    const auto items = QUrlQuery(maskedQuery(url.query())).queryItems(QUrl::FullyDecoded);
    // Of several values the first: the last of equal labels stays.
    for (auto item = items.rbegin(); item != items.rend(); ++item)
        labels.push_back({"__param_" + item->first.toStdString(), item->second.toStdString()});
}

/// As Prometheus' service discovery shows a static target with the labels that the user gave to this one.
Labels discoveredLabels(const TargetConfig &config, const std::string &job)
{
    std::vector<Label> labels;
    for (const LabelView label : config.labels)
        labels.push_back(static_cast<Label>(label));
    labels.push_back({"__address__", targetAddress(config.url).toStdString()});
    const QUrl asked =
        targetKind(config.url) == TargetKind::UnixSocket ? unixSocketAddress(config.url).request : config.url;
    if (targetKind(asked) == TargetKind::Http)
        addRequest(asked, labels);
    labels.push_back({"__scheme__", config.url.scheme().toStdString()});
    labels.push_back({"__scrape_interval__", formatDurationMs(effectiveIntervalMs(config))});
    labels.push_back({"__scrape_timeout__", formatDurationMs(effectiveTimeoutMs(config))});
    labels.push_back({"job", job});
    return Labels(std::move(labels));
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
    const bool isConfigured = !status.config.scrapeUrl.isEmpty();
    target.discoveredLabels =
        isConfigured ? status.config.discoveredLabels : discoveredLabels(status.config, target.scrapePool);
    target.scrapeUrl =
        (isConfigured ? status.config.scrapeUrl : scrapeUrlText(status.config.url)).toStdString();
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

std::shared_ptr<const std::vector<ApiDroppedTargets>> apiDropped(const std::vector<DroppedTargets> &dropped)
{
    auto shown = std::make_shared<std::vector<ApiDroppedTargets>>();
    for (const DroppedTargets &each : dropped)
        shown->push_back({each.jobName, each.kept, each.count});
    std::stable_sort(shown->begin(), shown->end(),
                     [](const auto &a, const auto &b) { return a.scrapePool < b.scrapePool; });
    return shown;
}

std::shared_ptr<const ApiState> apiState(const CollectorTick &tick, const ApiServerInfo &server,
                                         std::shared_ptr<const std::vector<ApiDroppedTargets>> dropped,
                                         std::shared_ptr<const std::vector<ApiSender>> senders)
{
    auto state = std::make_shared<ApiState>();
    state->snapshot = tick.snapshot;
    for (const TargetStatus &target : tick.targets) {
        if (target.config.enabled)
            state->targets.push_back(targetOf(target));
    }
    state->dropped = std::move(dropped);
    state->ruleGroups = groupsOf(tick);
    state->missedEvaluations = tick.missedEvaluations;
    state->ruleProblems = tick.ruleProblems;
    state->senders = std::move(senders);
    state->server = server;
    return state;
}

} // namespace sightglass
