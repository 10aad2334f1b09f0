// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/systems/disturbance.h"
#include "app/demo/systems/metricspage.h"

#include <array>
#include <string>
#include <vector>

namespace sightglass::demo {

/// Producers and consumers of StreamHouse. What a group has not consumed of a partition is its lag: offsets
/// and counters are the same numbers.
class StreamHouseTraffic
{
public:
    StreamHouseTraffic();

    void step(double seconds, const Disturbance &felt, ModelRandom &random);
    /// Partitions are shared out anew: all groups stand still for a moment.
    void rebalance();
    void put(MetricsPage &page) const;

    /// Records that all groups together have not consumed.
    [[nodiscard]] double lag() const;
    [[nodiscard]] double topics() const { return static_cast<double>(m_topics.size()); }
    [[nodiscard]] double partitions() const;
    [[nodiscard]] double producedBytesLately() const noexcept { return m_bytesOfStep; }  ///< in the last step
    [[nodiscard]] double consumedRecordsLately() const noexcept { return m_readOfStep; } ///< in the last step

private:
    struct Topic
    {
        std::string name;
        double recordsPerSecond = 0;
        double recordBytes = 0;
        double batchRecords = 0;
        std::vector<double> ends; ///< records written, per partition
        ModelHistogram latency;
        ModelHistogram batchSize;
        double bytes = 0;
        std::array<double, 2> errors{}; ///< as errorTypes
    };
    /// A group reading a topic.
    struct Subscription
    {
        std::size_t topic = 0;
        std::size_t group = 0;
        std::vector<double> committed; ///< records consumed, per partition
        std::array<double, 2> errors{};
    };

    static Topic makeTopic(std::string name, double recordsPerSecond, double recordBytes,
                           std::size_t partitions);
    void produce(Topic &topic, double seconds, const Disturbance &felt, ModelRandom &random);
    void consume(Subscription &subscription, double seconds, const Disturbance &felt, ModelRandom &random);
    void putProducers(MetricsPage &page) const;
    void putConsumers(MetricsPage &page) const;

    std::vector<Topic> m_topics;
    std::vector<Subscription> m_subscriptions;
    std::vector<double> m_rebalances; ///< per group
    double m_standstillSeconds = 0;
    double m_bytesOfStep = 0;
    double m_readOfStep = 0;
};

} // namespace sightglass::demo
