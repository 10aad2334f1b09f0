// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assist/metriccatalog.h"
#include "model/storage/head.h"

#include <memory>
#include <string>
#include <vector>

namespace sightglass::test {

/// A small service's metrics, scraped every second for two minutes up to `now`: counters, gauges, a
/// histogram, a summary, an info metric, a gauge that has ended, and label sets that do not join.
class AssistStore
{
public:
    static constexpr TimestampMs now = 1'700'000'120'000;
    static constexpr std::int64_t scrapeMs = 1000;

    AssistStore();

    /// A series with this value every second, growing by `growth`; from `begin` to `end`, both inclusive.
    void add(const Labels &labels, double value, double growth = 0, TimestampMs begin = now - 120'000,
             TimestampMs end = now);
    /// A native histogram every second, each with one observation of 1.5 more than the one before, from 2 on.
    void addHistogram(const Labels &labels, TimestampMs begin = now - 120'000, TimestampMs end = now);
    void declare(const std::string &family, MetricType type, const std::string &unit = {},
                 const std::string &help = {});

    [[nodiscard]] std::shared_ptr<const Snapshot> snapshot() { return m_head.snapshot(); }
    [[nodiscard]] std::shared_ptr<const MetricCatalog> catalog() { return MetricCatalog::of(*snapshot()); }

private:
    Head m_head;
};

} // namespace sightglass::test
