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

/// Gives every target that answers its dashboard: a known system's where its metrics are there, else an
/// automatic one, which is made again once rates and then constants can be told, when the endpoint shows new
/// series, and ever more seldom after that. The work is done in the query pool.
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
    struct Progress
    {
        QUrl url;      ///< a target that was pointed elsewhere begins anew
        Labels labels; ///< likewise one whose labels changed: its dashboard is bound to them
        QueryPool::Key key = 0;
        std::uint64_t ticket = 0; ///< of the choice under way; answers to older ones are dropped
        bool choosing = false;
        bool known = false;         ///< a known system's dashboard: final
        std::uint64_t chosenAt = 0; ///< good scrapes when it was last chosen; 0: not yet
        std::size_t newSeries = 0;  ///< added since then
        TimestampMs lastSeen = 0;   ///< time of the last scrape that was looked at
        DashboardSpec spec;
    };

    Progress &progressOf(const TargetStatus &target);
    [[nodiscard]] static bool isDue(const Progress &progress, const TargetStatus &target);
    void choose(const TargetStatus &target, const CollectorTick &tick);
    /// The answer to one choice.
    struct Choice
    {
        std::uint64_t ticket = 0;
        bool known = false;
        DashboardSpec spec;
    };
    void take(const QString &targetId, Choice choice);
    void rebuild();

    std::shared_ptr<QueryPool> m_pool;
    std::shared_ptr<const std::vector<DashboardSpec>> m_known;
    std::map<QString, Progress> m_progress;
    std::vector<QString> m_order;
    std::vector<TargetDashboard> m_dashboards;
    std::uint64_t m_nextTicket = 1;
};

} // namespace sightglass
