// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/storage/snapshot.h"

#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// What the samples of one name are within their family.
enum class SampleRole : std::uint8_t
{
    Value, ///< a gauge, a state, something undeclared
    Count, ///< of a counter: only grows
    Bucket,
    Sum,
    Observations, ///< _count of a histogram or summary
    Quantile,
    Info,
    Created
};

/// One metric name that has series. Texts are hostile; HELP is cut to maxHelp bytes.
struct MetricEntry
{
    static constexpr std::size_t maxHelp = 400;

    std::string name;
    std::string family;
    MetricType type = MetricType::Unknown;
    SampleRole role = SampleRole::Value;
    std::string unit;
    std::string help;

    /// Only grows until it starts again: rate() makes sense of it.
    [[nodiscard]] bool isCounter() const noexcept;
    /// Declared to go up and down.
    [[nodiscard]] bool isGauge() const noexcept;
};

/// One family with the names of its samples.
struct FamilyEntry
{
    std::string name;
    MetricType type = MetricType::Unknown;
    std::string unit;
    std::string help;
    std::vector<std::string> samples; ///< sorted

    [[nodiscard]] bool has(std::string_view sample) const noexcept;
};

/// All metrics of a store at one moment, for completion and advice: made once, asked often. Immutable; any
/// thread.
class MetricCatalog
{
public:
    MetricCatalog() = default;

    /// Null where it was cancelled. 50,000 metrics take some tens of milliseconds.
    [[nodiscard]] static std::shared_ptr<const MetricCatalog> of(const Snapshot &snapshot,
                                                                 const std::stop_token &cancel = {});

    /// Sorted by name.
    [[nodiscard]] std::span<const MetricEntry> metrics() const noexcept { return m_metrics; }
    /// Sorted by name; null where there is no such metric.
    [[nodiscard]] const MetricEntry *find(std::string_view name) const noexcept;
    [[nodiscard]] std::span<const FamilyEntry> families() const noexcept { return m_families; }
    [[nodiscard]] const FamilyEntry *findFamily(std::string_view name) const noexcept;

    /// Metric names that are likely meant by this one, which does not exist.
    [[nodiscard]] std::vector<std::string> near(std::string_view name) const;

private:
    void makeFamilies();

    std::vector<MetricEntry> m_metrics;
    std::vector<FamilyEntry> m_families;
};

} // namespace sightglass
