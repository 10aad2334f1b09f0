// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/alerthistorymodel.h"
#include "model/presentation/alerttablemodel.h"
#include "model/presentation/dashboardchooser.h"
#include "model/presentation/targettablemodel.h"
#include "model/query/queryengine.h"
#include "model/query/querypool.h"
#include "model/scrape/collector.h"
#include "model/scrape/configuredtargets.h"

#include <QObject>
#include <QStringList>

#include <memory>
#include <vector>

namespace sightglass {

struct WorkspaceOptions
{
    CollectorOptions collector;
    unsigned queryThreads = 2;
    QueryOptions query;
    std::vector<DashboardSpec> knownDashboards; ///< tried in this order before an automatic one is made
};

/// Everything the window is about, without a window: targets, collector, query pool, dashboards, alerts. The
/// window, the off-screen rendering and the tests work on the same one. GUI thread.
class Workspace : public QObject
{
    Q_OBJECT

public:
    Workspace(std::shared_ptr<const Clock> clock, WorkspaceOptions options, QObject *parent = nullptr);
    ~Workspace() override;

    [[nodiscard]] const std::vector<TargetConfig> &targets() const noexcept { return m_targets; }
    /// A target without an id, or with one that another before it has, gets a new id. Nameless targets that
    /// would have the same labels as one before them (same host and port, another path) are named by host,
    /// port and path, so that their series stay apart.
    void setTargets(std::vector<TargetConfig> targets);

    /// Gives the target an id if it has none. An address that is a target already is not added again. Returns
    /// the id.
    QString addTarget(TargetConfig target);
    /// The target with config.id becomes this; unknown ids are ignored, and so are targets of a configuration
    /// file (TargetConfig::origin), which alone changes them: false.
    bool updateTarget(const TargetConfig &target);
    void removeTarget(const QString &id);

    [[nodiscard]] const std::vector<TargetDashboard> &dashboards() const noexcept
    {
        return m_chooser->dashboards();
    }
    /// As in WorkspaceOptions: bound to no target.
    [[nodiscard]] const std::vector<DashboardSpec> &knownDashboards() const noexcept
    {
        return m_chooser->known();
    }

    /// What relabelling left out of the targets of configuration files, for whoever shows it.
    void setDroppedTargets(std::vector<DroppedTargets> dropped);
    [[nodiscard]] const std::vector<DroppedTargets> &droppedTargets() const noexcept
    {
        return m_droppedTargets;
    }

    /// The rules of files, which are evaluated beside those of the dashboards.
    void setFileRules(LoadedRules rules);
    /// The rule files of the program that dashboards of targets switch on ("bundled:streamhouse"), sorted,
    /// those that are switched off included.
    [[nodiscard]] const QStringList &dashboardRules() const noexcept { return m_dashboardRules; }
    /// Rule files of any kind that stay off: the user's choice. Names of files that nobody asks for are kept
    /// for when somebody does.
    void setRulesOff(QStringList files);
    [[nodiscard]] const QStringList &rulesOff() const noexcept { return m_rulesOff; }

    /// Ticks bring the pages of this target as they come in: see Collector::watchPages().
    void watchPages(const QString &targetId) { m_collector->watchPages(targetId); }

    /// The label sets of a target's series that have samples of the last five minutes, sorted, at most
    /// `most`.
    [[nodiscard]] std::vector<Labels> presentSeries(const TargetConfig &target, std::size_t most) const;

    /// The newest state of everything; its snapshot is null before the first tick.
    [[nodiscard]] const CollectorTick &lastTick() const noexcept { return m_lastTick; }
    [[nodiscard]] TimestampMs firstDataAt() const noexcept { return m_firstDataAt; }

    /// Limits and feature switches of what is asked in the window. Rules have their own.
    void setQueryOptions(const QueryOptions &options);
    /// With a cache that everything asked with these options shares.
    [[nodiscard]] const QueryEngine &queryEngine() const noexcept { return m_engine; }

    [[nodiscard]] const std::shared_ptr<QueryPool> &queryPool() const noexcept { return m_pool; }
    [[nodiscard]] TargetTableModel *targetModel() const noexcept { return m_targetModel; }
    [[nodiscard]] AlertTableModel *alertModel() const noexcept { return m_alertModel; }
    [[nodiscard]] AlertHistoryModel *alertHistory() const noexcept { return m_alertHistory; }

signals:
    /// After the models were updated.
    void ticked(const sightglass::CollectorTick &tick);
    void targetsChanged();
    void droppedTargetsChanged();
    void dashboardsChanged();
    /// Other rule files are asked for by dashboards, or switched off.
    void dashboardRulesChanged();
    void alertsChanged(const std::vector<sightglass::AlertTransition> &transitions);
    void queryEngineChanged();

private:
    void onTick(const CollectorTick &tick);
    void onDashboardsChanged();
    void setRules();
    [[nodiscard]] bool isLoadedAsFile(const QString &file) const;

    std::shared_ptr<QueryPool> m_pool;
    QueryEngine m_engine;
    std::unique_ptr<Collector> m_collector;
    DashboardChooser *m_chooser;
    TargetTableModel *m_targetModel;
    AlertTableModel *m_alertModel;
    AlertHistoryModel *m_alertHistory;
    std::vector<TargetConfig> m_targets;
    std::vector<DroppedTargets> m_droppedTargets;
    LoadedRules m_fileRules;
    QStringList m_dashboardRules;
    QStringList m_rulesOff;
    CollectorTick m_lastTick;
    TimestampMs m_firstDataAt = 0;
};

} // namespace sightglass
