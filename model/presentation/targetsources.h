// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/configfollower.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace sightglass {

class Workspace;

/// Where a workspace's targets and rules come from: targets made by hand, which the workspace has, and those
/// of followed configuration files, which are put behind them and kept up to date here. They carry their
/// file's path in TargetConfig::origin. Rules are those of the rule files that these name, and of rule files
/// opened by themselves; one that several name counts once. The window and the command line open files
/// through the same one. GUI thread.
class TargetSources : public QObject
{
    Q_OBJECT

public:
    /// `workspace` outlives this.
    explicit TargetSources(Workspace *workspace, QObject *parent = nullptr);
    ~TargetSources() override;

    /// By which path a file is known here, wherever it was named from: an absolute one.
    [[nodiscard]] static QString pathOf(const QString &file);

    /// What expressions of rules may use, in the files that are opened from now on.
    void setRuleFeatures(const promql::Features &features) { m_ruleFeatures = features; }

    /// Follows a prometheus.yml, or a rule file by itself, from now on. A file that is followed already is
    /// read anew, as what it was.
    void open(const QString &path, FollowedKind kind = FollowedKind::Configuration);
    /// Its targets and rules go.
    void close(const QString &path);

    /// Absolute, in the order in which they were opened.
    [[nodiscard]] QStringList paths() const;
    [[nodiscard]] QStringList paths(FollowedKind kind) const;
    /// Null where it is not followed; empty but for the path until it has been read.
    [[nodiscard]] const ConfigState *state(const QString &path) const;
    /// Whether it was good at least once, so that its targets are those of that time.
    [[nodiscard]] bool everGood(const QString &path) const;

signals:
    /// Another file is followed, or one of them no longer.
    void filesChanged();
    /// What a file comes to has changed, its targets or what there is to say of it.
    void stateChanged(const QString &path);

private:
    struct Source
    {
        std::unique_ptr<ConfigFollower> follower;
        bool everGood = false;
    };

    void onChanged(const QString &path);
    void merge();
    void mergeRules();
    [[nodiscard]] const Source *source(const QString &path) const;

    Workspace *m_workspace;
    std::vector<Source> m_sources;
    promql::Features m_ruleFeatures;
    std::vector<std::pair<QString, std::uint64_t>> m_mergedReadings; ///< of each file, its rules' reading
};

} // namespace sightglass
