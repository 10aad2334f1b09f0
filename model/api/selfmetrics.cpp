// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/api/selfmetrics.h"

#include "model/api/metricspage.h"
#include "model/storage/exemplars.h"
#include "parser/base/numbertext.h"

#include <array>
#include <vector>

namespace sightglass {

namespace {

double number(std::uint64_t value)
{
    return static_cast<double>(value);
}

void single(MetricsPage &page, std::string_view name, MetricType type, std::string_view help, double value)
{
    page.family(name, type, help);
    page.sample(value);
}

Labels labelled(std::string_view name, std::string_view value)
{
    return Labels(std::vector<Label>{{std::string(name), std::string(value)}});
}

template<typename Value>
void perTarget(MetricsPage &page, const ApiState &state, std::string_view name, MetricType type,
               std::string_view help, Value value)
{
    page.family(name, type, help);
    for (const ApiTarget &target : state.targets)
        page.sample(static_cast<double>(value(target)), labelled("target", target.scrapeUrl));
}

void tellScrapes(MetricsPage &page, const ApiState &state)
{
    perTarget(page, state, "sightglass_target_up", MetricType::Gauge,
              "Whether the target's latest scrape succeeded.",
              [](const ApiTarget &target) { return target.health == ApiTarget::Health::Up; });
    perTarget(page, state, "sightglass_scrapes_total", MetricType::Counter, "Scrapes that ended.",
              [](const ApiTarget &target) { return target.scrapes; });
    perTarget(page, state, "sightglass_scrape_failures_total", MetricType::Counter, "Scrapes that failed.",
              [](const ApiTarget &target) { return target.failures; });
    perTarget(page, state, "sightglass_scrapes_skipped_total", MetricType::Counter,
              "Scrapes left out because the one before was still under way.",
              [](const ApiTarget &target) { return target.skipped; });
    perTarget(page, state, "sightglass_scrape_samples", MetricType::Gauge, "Samples of the latest scrape.",
              [](const ApiTarget &target) { return target.samples; });
    perTarget(page, state, "sightglass_scrape_body_bytes", MetricType::Gauge,
              "Bytes of the latest page, decompressed.",
              [](const ApiTarget &target) { return target.bodyBytes; });
    perTarget(page, state, "sightglass_scrape_duration_seconds", MetricType::Gauge,
              "How long the latest scrape took.",
              [](const ApiTarget &target) { return target.lastScrapeSeconds; });
}

void tellStore(MetricsPage &page, const Snapshot &snapshot)
{
    const StorageStats stats = snapshot.stats();
    single(page, "sightglass_storage_series", MetricType::Gauge, "Series in the store.",
           number(stats.series));
    single(page, "sightglass_storage_samples", MetricType::Gauge, "Samples in the store.",
           number(stats.samples));
    single(page, "sightglass_storage_bytes", MetricType::Gauge,
           "Bytes of chunks, index, metadata and exemplars.", number(stats.bytes));
    single(page, "sightglass_storage_exemplars", MetricType::Gauge, "Exemplars in the store.",
           number(exemplarCount(snapshot)));
}

void tellAlerts(MetricsPage &page, const ApiState &state)
{
    std::size_t rules = 0;
    std::array<std::size_t, 3> alerts{};
    for (const ApiRuleGroup &group : state.ruleGroups) {
        rules += group.rules.size();
        for (const RuleStatus &rule : group.rules) {
            for (const Alert &alert : rule.alerts)
                ++alerts[static_cast<std::size_t>(alert.state)];
        }
    }
    single(page, "sightglass_rules", MetricType::Gauge, "Alerting and recording rules.", number(rules));
    page.family("sightglass_alerts", MetricType::Gauge, "Alerts by state.");
    page.sample(number(alerts[static_cast<std::size_t>(AlertState::Pending)]), labelled("state", "pending"));
    page.sample(number(alerts[static_cast<std::size_t>(AlertState::Firing)]), labelled("state", "firing"));
    single(page, "sightglass_rule_evaluations_missed_total", MetricType::Counter,
           "Evaluations of rule groups that were not made in time.", number(state.missedEvaluations));
    if (state.ruleGroups.empty())
        return;
    page.family("sightglass_rule_group_iterations_missed_total", MetricType::Counter,
                "The same by group, named as in Prometheus: file;name.");
    for (const ApiRuleGroup &group : state.ruleGroups)
        page.sample(number(group.group.missedEvaluations),
                    labelled("rule_group", group.group.file + ';' + group.group.name));
}

void tellSenders(MetricsPage &page, const std::vector<ApiSender> &senders)
{
    struct Column
    {
        std::string_view name;
        MetricType type;
        std::string_view help;
        std::uint64_t (*value)(const ApiSender &);
    };
    constexpr Column columns[] = {
        {"sightglass_notifications_sent_total", MetricType::Counter, "Notifications that a sender took.",
         [](const ApiSender &sender) { return sender.sent; }},
        {"sightglass_notifications_failed_total", MetricType::Counter,
         "Attempts that failed; they are repeated.", [](const ApiSender &sender) { return sender.failed; }},
        {"sightglass_notifications_dropped_total", MetricType::Counter, "Notifications that were given up.",
         [](const ApiSender &sender) { return sender.dropped; }},
        {"sightglass_notifications_queue_length", MetricType::Gauge,
         "Notifications that wait, or are under way.",
         [](const ApiSender &sender) { return static_cast<std::uint64_t>(sender.waiting); }},
        {"sightglass_notifications_healthy", MetricType::Gauge, "1 where the newest attempt went well.",
         [](const ApiSender &sender) { return std::uint64_t{sender.lastError.empty() ? 1U : 0U}; }},
    };
    for (const Column &column : columns) {
        page.family(column.name, column.type, column.help);
        for (const ApiSender &sender : senders)
            page.sample(number(column.value(sender)), labelled("sender", sender.name));
    }
}

void tellDurations(MetricsPage &page, const DurationHistogram &durations)
{
    page.family("sightglass_query_duration_seconds", MetricType::Histogram,
                "How long queries over HTTP took, waiting included.");
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < durations.counts().size(); ++i) {
        total += durations.counts()[i];
        const std::string bound =
            i < DurationHistogram::bounds.size() ? formatFloat(DurationHistogram::bounds[i]) : "+Inf";
        page.sample(number(total), labelled("le", bound), "_bucket");
    }
    page.sample(durations.sum(), {}, "_sum");
    page.sample(number(total), {}, "_count");
}

void tellHttp(MetricsPage &page, const ServerCounters &counters)
{
    page.family("sightglass_http_requests_total", MetricType::Counter,
                "HTTP requests by handler and status code.");
    for (const auto &[key, count] : counters.requests)
        page.sample(number(count), Labels({{"handler", key.first}, {"code", std::to_string(key.second)}}));
    single(page, "sightglass_http_response_bytes_total", MetricType::Counter,
           "Bytes of answers' bodies, as they were sent.", number(counters.responseBytes));
    single(page, "sightglass_http_connections_total", MetricType::Counter, "Connections accepted.",
           number(counters.connections));
    single(page, "sightglass_http_connections_refused_total", MetricType::Counter,
           "Connections hung up on because there were too many.", number(counters.refusedConnections));
    single(page, "sightglass_http_connections_dropped_total", MetricType::Counter,
           "Connections given up on because they asked or read too slowly.",
           number(counters.droppedConnections));
    single(page, "sightglass_http_connections_open", MetricType::Gauge, "Connections at the moment.",
           number(counters.openConnections));
    single(page, "sightglass_queries_under_way", MetricType::Gauge,
           "Requests that wait for a worker or are at work.", number(counters.queriesUnderWay));
}

} // namespace

std::string selfMetrics(const ApiContext &context)
{
    const ApiState &state = *context.state;
    MetricsPage page;
    page.family("sightglass_build_info", MetricType::Gauge, "The version, as a label; always 1.");
    page.sample(1, labelled("version", state.server.version));
    single(page, "sightglass_start_time_seconds", MetricType::Gauge, "When the server began.",
           static_cast<double>(state.server.startedAt) / 1000);
    tellScrapes(page, state);
    if (state.snapshot)
        tellStore(page, *state.snapshot);
    if (state.senders && !state.senders->empty())
        tellSenders(page, *state.senders);
    tellAlerts(page, state);
    tellDurations(page, context.counters.queries);
    tellHttp(page, context.counters);
    return page.take();
}

} // namespace sightglass
