// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/autoplan.h"
#include "model/dashboard/dashboardmatch.h"
#include "model/dashboard/dashboardspec.h"
#include "model/query/querypool.h"
#include "model/scrape/collectortick.h"

#include <QObject>

#include <map>
#include <memory>
#include <vector>

namespace sightglass {

/// The dashboards that were chosen for a target, or for several that are one system or of one kind.
struct TargetDashboard
{
    QString targetId;
    DashboardSpec spec; ///< the one to show first, bound to the targets' labels
    /// What else there is to look at, bound too: ready-made ones of parts and runtimes, then the automatic
    /// one of what no ready-made one shows. Their ids are unique over all targets.
    std::vector<DashboardSpec> further = {};
    std::vector<QString> companions = {}; ///< the other targets that these dashboards show

    friend bool operator==(const TargetDashboard &, const TargetDashboard &) = default;
};

/// Gives every target that answers its dashboards: those of known systems and runtimes where their metrics
/// are there, and an automatic one, which is made again once rates and then constants can be told, when the
/// endpoint shows new series, and ever more seldom after that. In between what it folded away because nothing
/// changed is looked at every few seconds; what does change unfolds below what is open, until so much has
/// that another order is due. A ready-made dashboard stays while its target does. The work is done in the
/// query pool.
class DashboardChooser : public QObject
{
    Q_OBJECT

public:
    DashboardChooser(std::shared_ptr<QueryPool> pool, std::vector<DashboardSpec> known,
                     QObject *parent = nullptr);
    ~DashboardChooser() override;

    void onTick(const CollectorTick &tick);

    [[nodiscard]] const std::vector<DashboardSpec> &known() const noexcept { return *m_known; }
    /// In the order of the targets of the last tick.
    [[nodiscard]] const std::vector<TargetDashboard> &dashboards() const noexcept { return m_dashboards; }

signals:
    void dashboardsChanged();

private:
    /// A ready-made dashboard that fits, bound to the target.
    struct Fitting
    {
        std::size_t index = 0; ///< among the known ones
        DashboardSpec spec;
    };
    /// The answer to one choice.
    struct Choice
    {
        std::uint64_t ticket = 0;
        std::vector<Fitting> fitting; ///< the best first
        bool automaticLeads = true;
        std::shared_ptr<const AutoPlan> plan;
        DashboardSpec automatic; ///< the plan laid out
        TimestampMs at = 0;      ///< of the snapshot that it was made of
        SampleNames exposed;     ///< by the target when it was chosen
    };
    struct Progress
    {
        QUrl url;      ///< a target that was pointed elsewhere begins anew
        Labels labels; ///< likewise one whose labels changed: its dashboard is bound to them
        QueryPool::Key key = 0;
        std::uint64_t ticket = 0; ///< of the choice under way; answers to older ones are dropped
        bool choosing = false;
        bool looking = false; ///< at what is folded away
        QueryPool::Key lookKey = 0;
        TimestampMs lookedTo = 0; ///< what is folded away did not change before
        TimestampMs nextLook = 0;
        bool outOfOrder = false;      ///< more has changed since it was chosen than could unfold
        TimestampMs firstSeen = 0;    ///< time of the first scrape that was looked at
        bool showedConstants = false; ///< when it was last chosen they could be told
        std::uint64_t chosenAt = 0;   ///< good scrapes when it was last chosen; 0: not yet
        std::size_t newSeries = 0;    ///< added since then
        TimestampMs lastSeen = 0;     ///< time of the last scrape that was looked at
        Choice chosen;                ///< without a dashboard: not yet
        /// The ready-made dashboard that it is shown on, if it is.
        [[nodiscard]] const Fitting *leader() const;
    };

    Progress &progressOf(const TargetStatus &target);
    /// What stands still can be told from what merely has not moved yet.
    [[nodiscard]] static bool showsConstants(const Progress &progress);
    [[nodiscard]] static bool isDue(const Progress &progress, const TargetStatus &target);
    void choose(const TargetStatus &target, const CollectorTick &tick);
    void take(const QString &targetId, Choice choice);
    /// At what is folded away, where it is time.
    void look(const TargetStatus &target, const CollectorTick &tick);
    struct Look
    {
        std::uint64_t ticket = 0; ///< of the choice that was looked at
        TimestampMs at = 0;
        std::int64_t tookMs = 0;
        std::vector<std::string> woken;
    };
    void unfold(const QString &targetId, const Look &look);
    void cancel(const Progress &progress);
    /// What was found for a target before stays: a metric that pauses does not take its dashboard away.
    static void keepFound(const Choice &before, Choice &choice);
    void rebuild();
    /// Targets that are shown on one dashboard, the first one's entry first.
    [[nodiscard]] std::vector<std::vector<QString>> systems() const;
    [[nodiscard]] TargetDashboard dashboardOf(const std::vector<QString> &targetIds) const;
    /// A known dashboard for those of the targets that it fits; bound to one, as it was bound before.
    [[nodiscard]] DashboardSpec sharedSpec(std::size_t known, const std::vector<QString> &targetIds) const;

    std::shared_ptr<QueryPool> m_pool;
    std::shared_ptr<const std::vector<DashboardSpec>> m_known;
    std::map<QString, Progress> m_progress;
    std::vector<QString> m_order;
    std::vector<TargetDashboard> m_dashboards;
    std::uint64_t m_nextTicket = 1;
};

} // namespace sightglass
