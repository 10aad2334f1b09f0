// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/dashboardfeed.h"
#include "model/presentation/timeselection.h"
#include "model/presentation/workspace.h"
#include "widgets/style/theme.h"

#include <QTabWidget>

#include <optional>
#include <vector>

namespace sightglass {

class DashboardView;
class DoctorPage;
class ExplorePage;

/// The dashboards as tabs, each with its own feed, and Explore and the endpoint doctor as the last tabs; only
/// the one in front asks for data. Keeps the tabs in step with the workspace's dashboards without disturbing
/// those that did not change.
class DashboardPages : public QTabWidget
{
    Q_OBJECT

public:
    DashboardPages(Workspace *workspace, const Theme &theme, QWidget *parent = nullptr);
    ~DashboardPages() override;

    void setTheme(const Theme &theme);
    [[nodiscard]] const TimeSelection &timeSelection() const noexcept { return m_time; }

    /// Tabs that are dashboards; Explore and the doctor come behind them.
    [[nodiscard]] int dashboardCount() const noexcept { return static_cast<int>(m_pages.size()); }
    /// Null for Explore and the doctor.
    [[nodiscard]] DashboardView *view(int tab) const;
    [[nodiscard]] ExplorePage *explore() const noexcept { return m_explore; }
    [[nodiscard]] DoctorPage *doctor() const noexcept { return m_doctor; }
    /// The user went to Explore or the doctor, with dashboards or without.
    [[nodiscard]] bool isBesideDashboards() const;
    /// Brings the dashboard of this target to the front, if there is one yet.
    void showTarget(const QString &targetId);

public slots:
    void setLength(qint64 milliseconds);
    void setPaused(bool paused);
    void zoomTo(sightglass::TimeRange range);
    void zoomOut();
    /// Brings Explore to the front, its editor in focus.
    void showExplore();
    /// There, with the queries of a dashboard's panel.
    void explorePanel(const sightglass::PanelSpec &panel);
    /// Brings the endpoint doctor to the front, on this target where it is one.
    void showDoctor(const QString &targetId = {});

signals:
    void timeSelectionChanged();

private:
    struct Page
    {
        QString targetId;
        DashboardView *view = nullptr;
        DashboardFeed *feed = nullptr;
        std::optional<TimestampMs> shownScrape; ///< the target's last scrape that the panels were asked for
    };

    void syncPages();
    [[nodiscard]] Page createPage(const TargetDashboard &dashboard);
    void deletePage(Page &page);
    /// A page that takes the place of another of its target stands where that was scrolled to.
    void keepScrollPositions(const std::vector<Page> &pages) const;
    void onTick(const CollectorTick &tick);
    void updateVisibility();
    void askAgain();
    void updateTabText();
    [[nodiscard]] DashboardFeed::Question question(const Page &page) const;
    [[nodiscard]] Page *currentPage();
    [[nodiscard]] TimeRange shownRange() const;
    void chooseFront(QWidget *front, const QString &frontTarget);

    Workspace *m_workspace;
    Theme m_theme;
    TimeSelection m_time;
    std::vector<Page> m_pages;
    ExplorePage *m_explore;
    DoctorPage *m_doctor;
    QString m_frontTarget;        ///< of the dashboard that was in front last
    bool m_exploreChosen = false; ///< it is in front because somebody wanted it, not for want of a dashboard
};

} // namespace sightglass
