// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/systems/streamhousetraffic.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sightglass::demo {

namespace {

constexpr std::array<double, 11> latencyBuckets{.001, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5};
constexpr std::array<double, 8> batchBuckets{1, 10, 50, 100, 500, 1000, 5000, 10000};
constexpr std::array<const char *, 3> groups{"billing", "analytics", "archiver"};
constexpr std::array<const char *, 2> producerErrors{"timeout", "throttled"};
constexpr std::array<const char *, 2> consumerErrors{"timeout", "fetch_failed"};

constexpr double usualErrorShare = 0.0004;
constexpr double standstillSeconds = 2;
/// How long a record waits on average for the consumer's next poll.
constexpr double pollSeconds = 0.7;
/// What consumers can do, as a multiple of what usually comes.
constexpr double consumerHeadroom = 3;
constexpr double recordsPerFetch = 200;
constexpr double mostBatchesDrawn = 24;

double sum(const std::vector<double> &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0);
}

} // namespace

StreamHouseTraffic::Topic StreamHouseTraffic::makeTopic(std::string name, double recordsPerSecond,
                                                        double recordBytes, std::size_t partitions)
{
    Topic topic{.name = std::move(name),
                .recordsPerSecond = recordsPerSecond,
                .recordBytes = recordBytes,
                .batchRecords = std::max(4.0, recordsPerSecond / 12),
                .ends = std::vector<double>(partitions),
                .latency = ModelHistogram(latencyBuckets),
                .batchSize = ModelHistogram(batchBuckets)};
    return topic;
}

StreamHouseTraffic::StreamHouseTraffic()
    : m_rebalances(groups.size())
{
    m_topics = {makeTopic("orders", 420, 640, 6), makeTopic("payments", 160, 480, 4),
                makeTopic("clicks", 1'900, 220, 8), makeTopic("audit", 24, 900, 2)};
    for (const auto &[topic, group] : {std::pair{0, 0}, {1, 0}, {0, 1}, {2, 1}, {3, 2}, {1, 2}}) {
        Subscription &one = m_subscriptions.emplace_back();
        one.topic = static_cast<std::size_t>(topic);
        one.group = static_cast<std::size_t>(group);
        one.committed.resize(m_topics[one.topic].ends.size());
    }
}

void StreamHouseTraffic::rebalance()
{
    for (double &rebalances : m_rebalances)
        ++rebalances;
    m_standstillSeconds = standstillSeconds;
}

void StreamHouseTraffic::step(double seconds, const Disturbance &felt, ModelRandom &random)
{
    m_bytesOfStep = 0;
    m_readOfStep = 0;
    for (Topic &topic : m_topics)
        produce(topic, seconds, felt, random);
    const double still = std::min(m_standstillSeconds, seconds);
    m_standstillSeconds -= still;
    for (Subscription &subscription : m_subscriptions)
        consume(subscription, seconds - still, felt, random);
}

void StreamHouseTraffic::produce(Topic &topic, double seconds, const Disturbance &felt, ModelRandom &random)
{
    const double batches = random.count(topic.recordsPerSecond * felt.load * seconds / topic.batchRecords);
    const double failed = random.share(batches, usualErrorShare + 0.3 * felt.errorShare);
    const double timeouts = random.share(failed, 0.3);
    topic.errors[0] += timeouts;
    topic.errors[1] += failed - timeouts;
    double left = batches - failed;
    topic.latency.observe(left, {0.004 * std::pow(felt.slowness, 0.8), 0.7}, random);
    for (double draws = std::min(left, mostBatchesDrawn); draws >= 1; --draws) {
        const double alike = std::ceil(left / draws);
        left -= alike;
        const double size = std::max(1.0, std::round(random.logNormal(topic.batchRecords, 0.5)));
        topic.batchSize.observe(size, alike);
        const auto partition =
            static_cast<std::size_t>(random.between(0, static_cast<double>(topic.ends.size())));
        topic.ends[std::min(partition, topic.ends.size() - 1)] += size * alike;
        const double bytes = std::round(size * alike * topic.recordBytes * random.between(0.9, 1.1));
        topic.bytes += bytes;
        m_bytesOfStep += bytes;
    }
}

void StreamHouseTraffic::consume(Subscription &subscription, double seconds, const Disturbance &felt,
                                 ModelRandom &random)
{
    const Topic &topic = m_topics[subscription.topic];
    const double share = 1 / static_cast<double>(topic.ends.size());
    const double pace = topic.recordsPerSecond * share * consumerHeadroom / std::pow(felt.slowness, 0.45);
    double fetches = 0;
    for (std::size_t i = 0; i < topic.ends.size(); ++i) {
        const double waiting = topic.ends[i] - subscription.committed[i];
        const double read = std::floor(std::min(waiting * (1 - std::exp(-seconds / pollSeconds)),
                                                pace * seconds * random.between(0.9, 1.1)));
        subscription.committed[i] += read;
        m_readOfStep += read;
        fetches += std::ceil(read / recordsPerFetch);
    }
    const double failed = random.share(fetches, usualErrorShare + 0.15 * felt.errorShare);
    const double timeouts = random.share(failed, 0.4);
    subscription.errors[0] += timeouts;
    subscription.errors[1] += failed - timeouts;
}

double StreamHouseTraffic::lag() const
{
    double lag = 0;
    for (const Subscription &one : m_subscriptions)
        lag += sum(m_topics[one.topic].ends) - sum(one.committed);
    return lag;
}

double StreamHouseTraffic::partitions() const
{
    double partitions = 0;
    for (const Topic &topic : m_topics)
        partitions += static_cast<double>(topic.ends.size());
    return partitions;
}

void StreamHouseTraffic::put(MetricsPage &page) const
{
    putProducers(page);
    putConsumers(page);
}

void StreamHouseTraffic::putProducers(MetricsPage &page) const
{
    const FamilyPage records = page.counter("producer_records_total", "Records that producers wrote.");
    const FamilyPage bytes = page.counter("producer_bytes_total", "Bytes that producers wrote.");
    const FamilyPage latency =
        page.histogram("producer_latency_seconds", "Time until a producer's batch was acknowledged.");
    const FamilyPage size = page.histogram("producer_batch_size", "Records in a producer's batch.");
    const FamilyPage errors = page.counter("producer_errors_total", "Batches that could not be written.");
    for (const Topic &topic : m_topics) {
        records.add({{"topic", topic.name}}, sum(topic.ends));
        bytes.add({{"topic", topic.name}}, topic.bytes);
        latency.add({{"topic", topic.name}}, topic.latency);
        size.add({{"topic", topic.name}}, topic.batchSize);
        for (std::size_t i = 0; i < producerErrors.size(); ++i)
            errors.add({{"topic", topic.name}, {"error_type", producerErrors[i]}}, topic.errors[i]);
    }
}

void StreamHouseTraffic::putConsumers(MetricsPage &page) const
{
    const FamilyPage records = page.counter("consumer_records_total", "Records that consumers read.");
    const FamilyPage lag = page.gauge("consumer_lag", "Records written that a group has not read yet.");
    const FamilyPage errors = page.counter("consumer_errors_total", "Fetches of consumers that failed.");
    const FamilyPage rebalances =
        page.counter("consumer_rebalances_total", "Times that a group shared out its partitions anew.");
    for (std::size_t i = 0; i < groups.size(); ++i)
        rebalances.add({{"consumer_group", groups[i]}}, m_rebalances[i]);
    for (const Subscription &one : m_subscriptions) {
        const Topic &topic = m_topics[one.topic];
        const std::vector<Label> labels{{"topic", topic.name}, {"consumer_group", groups[one.group]}};
        records.add(labels, sum(one.committed));
        for (std::size_t i = 0; i < topic.ends.size(); ++i) {
            std::vector<Label> ofPartition = labels;
            ofPartition.push_back({"partition", std::to_string(i)});
            lag.add(std::move(ofPartition), topic.ends[i] - one.committed[i]);
        }
        for (std::size_t i = 0; i < consumerErrors.size(); ++i) {
            std::vector<Label> ofError = labels;
            ofError.push_back({"error_type", consumerErrors[i]});
            errors.add(std::move(ofError), one.errors[i]);
        }
    }
}

} // namespace sightglass::demo
