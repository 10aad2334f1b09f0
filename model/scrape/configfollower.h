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

/// What a followed prometheus.yml comes to now.
struct ConfigState
{
    QString path;
    std::vector<TargetConfig> targets; ///< of all scrape configs, in their order
    std::size_t droppedTargets = 0;
    QStringList ruleFiles;
    std::vector<ConfigRemark> remarks;
    std::vector<Error> problems; ///< of targets and of discovery
    /// Why the file as it is now is not in force: the rest is of the last one that was good, if any.
    std::optional<FileProblem> broken;
};

/// Follows a prometheus.yml: opens it as it is, discovers the targets of its scrape configs, and reads it
/// again when it or a file that it names changes. A broken one changes nothing but ConfigState::broken. Lives
/// on one thread and never blocks it.
class ConfigFollower : public QObject
{
    Q_OBJECT

public:
    explicit ConfigFollower(const QString &path, QObject *parent = nullptr);
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
    [[nodiscard]] Job makeJob(const ScrapeConfig &config);
    void collect();

    ConfigState m_state;
    BackgroundTask<ConfigFiles> m_reading;
    std::vector<Job> m_jobs;
    FileWatch m_watch;
    QTimer m_collect; ///< one look at all that changed at about the same time
};

} // namespace sightglass
