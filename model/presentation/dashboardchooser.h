// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/dashboardspec.h"
#include "model/query/querypool.h"
#include "model/scrape/collectortick.h"

#include <QObject>

#include <map>
#include <memory>
#include <vector>

namespace sightglass {

/// The dashboard that was chosen for a target.
struct TargetDashboard
{
    QString targetId;
    DashboardSpec spec; ///< bound to the target's labels

    friend bool operator==(const TargetDashboard &, const TargetDashboard &) = default;
};

/// Gives every target that answers its dashboard: a known system's where its metrics are there, else an automatic one,
/// which is made again once activity can be told and when the endpoint's families change. The work is done in the query
/// pool.
class DashboardChooser : public QObject
{
    Q_OBJECT

public:
    DashboardChooser(std::shared_ptr<QueryPool> pool, std::vector<DashboardSpec> known, QObject *parent = nullptr);
    ~DashboardChooser() override;

    void onTick(const CollectorTick &tick);

    /// In the order of the targets of the last tick.
    [[nodiscard]] const std::vector<TargetDashboard> &dashboards() const noexcept { return m_dashboards; }

signals:
    void dashboardsChanged();

private:
    struct Progress
    {
        bool choosing = false;
        bool known = false;         ///< a known system's dashboard: final
        std::uint64_t chosenAt = 0; ///< good scrapes when it was last chosen; 0: not yet
        std::size_t newSeries = 0;  ///< added since then
        TimestampMs lastSeen = 0;   ///< time of the last scrape that was looked at
        DashboardSpec spec;
    };

    [[nodiscard]] static bool isDue(const Progress &progress, const TargetStatus &target);
    void choose(const TargetStatus &target, const CollectorTick &tick);
    void take(const QString &targetId, DashboardSpec spec, bool known);
    void rebuild();
    [[nodiscard]] static QueryPool::Key keyOf(const Progress &progress);

    std::shared_ptr<QueryPool> m_pool;
    std::shared_ptr<const std::vector<DashboardSpec>> m_known;
    std::map<QString, Progress> m_progress;
    std::vector<QString> m_order;
    std::vector<TargetDashboard> m_dashboards;
};

} // namespace sightglass
