// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/backgroundtask.h"
#include "model/scrape/configfiles.h"
#include "model/scrape/configuredtargets.h"
#include "model/scrape/discoverer.h"
#include "model/scrape/filewatch.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace sightglass {

/// What a followed file comes to now.
struct ConfigState
{
    QString path;
    FollowedKind kind = FollowedKind::Configuration; ///< of what it was when it was read last
    std::vector<TargetConfig> targets;               ///< of all scrape configs, in their order
    std::vector<DroppedTargets> dropped;             ///< of each scrape config, in their order
    QStringList ruleFiles;
    std::vector<RuleGroup> ruleGroups; ///< of these, in their order: of a broken one as it was last good
    std::vector<RuleFileFault> ruleFaults;
    std::uint64_t ruleReadings = 0; ///< how often they were read: where it is the same, so are the groups
    std::vector<ConfigRemark> remarks;
    std::vector<Error> problems; ///< of targets and of discovery
    /// Why the file as it is now is not in force: the rest is of the last one that was good, if any, but for
    /// `ruleFaults`.
    std::optional<FileProblem> broken;
};

/// Follows a prometheus.yml: opens it as it is, discovers the targets of its scrape configs, reads the rule
/// files that it names, and does so again when it or a file that it names changes. A broken one changes
/// nothing but ConfigState::broken; a broken rule file nothing but ConfigState::ruleFaults. A rule file by
/// itself, or all that match a pattern, is followed in the same way. Lives on one thread and never blocks it.
class ConfigFollower : public QObject
{
    Q_OBJECT

public:
    explicit ConfigFollower(const QString &path, QObject *parent = nullptr);
    /// `ruleFeatures`: what expressions of rules may use.
    ConfigFollower(const QString &path, FollowedKind kind, const promql::Features &ruleFeatures = {},
                   QObject *parent = nullptr);
    ~ConfigFollower() override;

    void start();

    /// Empty, but for the path, until the first changed().
    [[nodiscard]] const ConfigState &state() const noexcept { return m_state; }

signals:
    void changed();

private:
    /// A scrape config with what finds its targets.
    struct Job
    {
        ScrapeConfig config;
        std::vector<std::unique_ptr<Discoverer>> discoverers;
    };

    void take(ConfigFiles files);
    void takeRules(std::vector<RuleFileContent> rules);
    [[nodiscard]] Job makeJob(const ScrapeConfig &config);
    void collect();

    ConfigState m_state;
    FollowedKind m_asked;
    promql::Features m_ruleFeatures;
    BackgroundTask<ConfigFiles> m_reading;
    std::vector<Job> m_jobs;
    FileWatch m_watch;
    QTimer m_collect; ///< one look at all that changed at about the same time
};

} // namespace sightglass
