// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/dashboardlibrary.h"
#include "model/presentation/dashboardfeed.h"
#include "model/presentation/programsettings.h"
#include "model/presentation/timeselection.h"
#include "model/presentation/workspace.h"
#include "widgets/export/exporter.h"
#include "widgets/style/theme.h"
#include "widgets/views/glideticker.h"

#include <QPointer>
#include <QTabWidget>

#include <functional>
#include <optional>
#include <vector>

class QTimer;

namespace sightglass {

class DashboardPicture;
class DashboardView;
class DoctorPage;
class ExplorePage;
class TimeBar;

/// The dashboards as tabs, each with its own feed, and Explore and the endpoint doctor as the last tabs; only
/// the one in front asks for data. Keeps the tabs in step with the workspace's dashboards without disturbing
/// those that did not change; a bundled dashboard that the user opens beside them shows all targets.
class DashboardPages : public QTabWidget
{
    Q_OBJECT

public:
    DashboardPages(Workspace *workspace, const Theme &theme, QWidget *parent = nullptr);
    ~DashboardPages() override;

    void setTheme(const Theme &theme);
    [[nodiscard]] const TimeSelection &timeSelection() const noexcept { return m_time; }
    /// What the panels show at this moment.
    [[nodiscard]] TimeRange shownRange() const;
    /// By the clock that live panels move by.
    [[nodiscard]] TimestampMs shownNow() const;
    /// The zone of all times, and whether live panels glide (not where the desktop asks for less motion).
    void setTimeDisplay(const TimeDisplay &display);
    [[nodiscard]] bool isGliding() const { return m_ticker->isActive(); }
    /// The bar shows and chooses what time is shown.
    void attach(TimeBar *bar);
    /// What the selection begins with: no step that leads back.
    void startWithLength(qint64 milliseconds);

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
    /// A range that was chosen.
    void zoomTo(sightglass::TimeRange range);
    /// One of many in a row, by wheel, drag or key: all panels show it at once, the data follow.
    void moveTo(sightglass::TimeRange range);
    /// Twice as long.
    void zoomOut();
    void pan(double share);
    /// In the steps that were taken.
    void goBack();
    void goForward();
    /// Brings Explore to the front, its editor in focus.
    void showExplore();
    /// There, with the queries of a dashboard's panel.
    void explorePanel(const sightglass::PanelSpec &panel);
    /// Brings a dashboard to the front, opening it where it is a bundled one that is not open. Nothing where
    /// there is none of this id (any more).
    void openDashboard(const std::string &id);
    /// Hands an address of the web or of mail to the system; of others it tells that they are not opened.
    void openLink(const QUrl &url);
    /// Brings the endpoint doctor to the front, on this target where it is one.
    void showDoctor(const QString &targetId = {});

    /// Saves the dashboard in front, all of it, when its data have come; asks for a file name then.
    void exportFront(const sightglass::ExportOrder &order);
    void copyFront();

signals:
    void timeSelectionChanged();
    /// What became of an export. Plain, displayable.
    void told(const QString &text, bool isProblem);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Page
    {
        QString targetId; ///< empty: the user opened it, over all targets
        DashboardView *view = nullptr;
        DashboardFeed *feed = nullptr;
        std::optional<TimestampMs> shownScrape; ///< the target's last scrape that the panels were asked for
    };

    void syncPages();
    [[nodiscard]] Page createPage(const TargetDashboard &dashboard);
    void deletePage(Page &page);
    /// The tab of m_pages[at].
    void insertPage(int at);
    /// Lists of dashboards show what there is.
    void offerDashboards();
    /// By the user, for dashboards that name none.
    [[nodiscard]] QTimeZone chosenZone() const;
    /// A page that takes the place of another of its target stands where that was scrolled to.
    void keepScrollPositions(const std::vector<Page> &pages) const;
    void onTick(const CollectorTick &tick);
    void updateVisibility();
    /// The panels show what is selected, from the data that are there.
    void showRange();
    void followGesture();
    void updateGliding();
    void askAgain();
    void updateTabText();
    [[nodiscard]] PanelTime panelTimeOf(const Page &page, TimeRange range) const;
    [[nodiscard]] DashboardFeed::Question question(const Page &page) const;
    [[nodiscard]] Page *currentPage();
    /// Draws the dashboard in front beside it, also what nobody has scrolled to, then calls `use`.
    void drawFront(std::function<void(const ExportSource &)> use);
    /// Of which there are data.
    [[nodiscard]] TimeRange dataRange() const;
    void chooseFront(QWidget *front, const QString &frontTarget);

    Workspace *m_workspace;
    Theme m_theme;
    TimeSelection m_time;
    TimeDisplay m_display;
    DashboardLibrary m_library;
    QPointer<DashboardView> m_visited; ///< in front when the library was last told
    GlideTicker *m_ticker;
    QTimer *m_follow; ///< asks for data while a gesture goes on, not for each of its events
    QTimer *m_settle; ///< the gesture is over
    std::vector<Page> m_pages;
    ExplorePage *m_explore;
    DoctorPage *m_doctor;
    Exporter *m_exporter;
    DashboardPicture *m_picture = nullptr; ///< of the export under way; null: there is none
    QString m_frontTarget;                 ///< of the dashboard that was in front last
    bool m_exploreChosen = false; ///< it is in front because somebody wanted it, not for want of a dashboard
};

} // namespace sightglass
