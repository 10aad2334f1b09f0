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

/// The dashboards as tabs, each with its own feed; only the one in front asks for data. Keeps the tabs in
/// step with the workspace's dashboards without disturbing those that did not change.
class DashboardPages : public QTabWidget
{
    Q_OBJECT

public:
    DashboardPages(Workspace *workspace, const Theme &theme, QWidget *parent = nullptr);
    ~DashboardPages() override;

    void setTheme(const Theme &theme);
    [[nodiscard]] const TimeSelection &timeSelection() const noexcept { return m_time; }

    [[nodiscard]] DashboardView *view(int tab) const;
    /// Brings the dashboard of this target to the front, if there is one yet.
    void showTarget(const QString &targetId);

public slots:
    void setLength(qint64 milliseconds);
    void setPaused(bool paused);
    void zoomTo(sightglass::TimeRange range);
    void zoomOut();

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

    Workspace *m_workspace;
    Theme m_theme;
    TimeSelection m_time;
    std::vector<Page> m_pages;
};

} // namespace sightglass
