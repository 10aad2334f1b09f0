// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/targetconfig.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace sightglass {

namespace {

constexpr std::int64_t defaultTimeoutMs = 10'000; // Prometheus' global.scrape_timeout

} // namespace

SampleRules defaultSampleRules()
{
    SampleRules rules;
    rules.limits.bodySize = std::uint64_t{64} << 20U;
    rules.limits.samples = 500'000;
    return rules;
}

std::int64_t effectiveIntervalMs(const TargetConfig &config) noexcept
{
    return std::clamp(config.intervalMs, minScrapeIntervalMs, maxScrapeIntervalMs);
}

std::int64_t effectiveTimeoutMs(const TargetConfig &config) noexcept
{
    const std::int64_t interval = effectiveIntervalMs(config);
    const std::int64_t wanted = config.timeoutMs > 0 ? config.timeoutMs : defaultTimeoutMs;
    return std::min(wanted, interval);
}

Labels targetLabels(const TargetConfig &config)
{
    std::vector<Label> labels;
    // What relabelling took from a configuration's target stays away.
    if (config.origin.isEmpty()) {
        const QString name = config.name.trimmed();
        labels = {{"job", (name.isEmpty() ? targetName(config.url) : name).toStdString()},
                  {"instance", targetAddress(config.url).toStdString()}};
    }
    for (const LabelView label : config.labels) {
        if (!label.name.starts_with("__"))
            labels.push_back(static_cast<Label>(label));
    }
    return Labels(std::move(labels));
}

} // namespace sightglass
