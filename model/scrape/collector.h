// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/alertrestoration.h"
#include "model/alerting/keptalert.h"
#include "model/alerting/keptsamples.h"
#include "model/alerting/loadedrules.h"
#include "model/core/clock.h"
#include "model/scrape/collectortick.h"
#include "model/scrape/targetconfig.h"
#include "model/storage/head.h"

#include <QObject>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sightglass {

class SecretStore;

/// Settings of the collector, with their defaults.
struct CollectorOptions
{
    Retention retention;
    std::int64_t publishIntervalMs =
        100; ///< ticks are told at most this often: a burst of scrapes is one tick
    /// What evaluating one alert rule may take, as scrapes wait for it: a rule that needs more fails.
    std::int64_t alertTimeoutMs = 500;
    std::size_t alertMaxSamples = 5'000'000; ///< read by one alert rule at most
    /// What templates of alerts see.
    Labels externalLabels = {};
    std::string externalUrl = {};
    /// Where the store holds samples of an earlier run: how `for` survives a restart.
    std::optional<RestoreOptions> restoreAlerts = {};
    /// What an earlier run has left of ALERTS_FOR_STATE: the store begins with these samples.
    std::vector<KeptAlert> keptAlerts = {};
    /// And of what its rules looked at: they go on with it.
    std::vector<KeptSeries> keptSamples = {};
    /// Where targets' SecretKeys are looked up; outlives the collector. Null: they cannot be read.
    SecretStore *secrets = nullptr;
};

/// The façade over the collector thread: schedule, network, parsing, append, alert evaluation, all on one
/// thread of its own, so that a slow GUI cannot delay a scrape. Made and used on one thread (the GUI's, or
/// main() of the command line); calls return at once and take effect on the collector thread in order.
/// Destruction stops the thread within 200 ms whatever targets do.
class Collector : public QObject
{
    Q_OBJECT

public:
    /// `clock` must outlive the collector; it is called on the collector thread.
    explicit Collector(std::shared_ptr<const Clock> clock, CollectorOptions options = {},
                       QObject *parent = nullptr);
    ~Collector() override;

    /// Replaces all targets. A target whose config is unchanged (same id and values) goes on undisturbed; one
    /// that is gone gets stale markers for all its series.
    void setTargets(const std::vector<TargetConfig> &targets);

    /// Replaces all rule groups; those of the same file and name go on, rule by rule. What rules record, and
    /// ALERTS, are series like those of targets: kept as long and within the same memory.
    void setRuleGroups(const std::vector<RuleGroup> &groups);
    /// The same, with what ticks are to tell of files.
    void setRules(LoadedRules rules);

    void setRetention(Retention retention);

    /// From now on ticks bring the pages of this target as they came in, beginning with the last one where it
    /// is still at hand. One target at a time; an empty or unknown id: none.
    void watchPages(const QString &targetId);

signals:
    /// Emitted on the thread of this object.
    void tick(const sightglass::CollectorTick &tick);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace sightglass
