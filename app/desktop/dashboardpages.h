// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/dashboardlibrary.h"
#include "app/desktop/dashboardpage.h"
#include "app/desktop/detachedpage.h"
#include "app/desktop/pagedriver.h"
#include "model/alerting/quietalerts.h"
#include "model/presentation/dashboardfiles.h"
#include "model/presentation/programsettings.h"
#include "model/presentation/workspace.h"
#include "widgets/export/exporter.h"
#include "widgets/style/theme.h"

#include <QPointer>
#include <QTabWidget>

#include <functional>
#include <memory>
#include <vector>

class QMimeData;

namespace sightglass {

class DashboardPicture;
class DashboardView;
class DashboardWindow;
class DoctorPage;
class ExplorePage;
class SeriesColorBook;
struct TimeOffer;

/// The dashboards as tabs, and Explore and the endpoint doctor as the last tabs; only the one in front asks
/// for data. Keeps the tabs in step with the workspace's dashboards, and with the files that are open,
/// without disturbing those that did not change; a bundled dashboard that the user opens beside them, and one
/// out of a file, show all targets.
class DashboardPages : public QTabWidget
{
    Q_OBJECT

public:
    /// Where the choices on a dashboard are kept between runs.
    struct Memory
    {
        std::function<DashboardChoices(const QString &key)> choices;
        std::function<void(const QString &key, const DashboardChoices &choices)> keep;
        /// The dashboards that have windows of their own.
        std::function<std::vector<DetachedPage>()> windows = {};
        std::function<void(const std::vector<DetachedPage> &)> keepWindows = {};
    };

    DashboardPages(Workspace *workspace, const Theme &theme, QWidget *parent = nullptr);
    ~DashboardPages() override;

    /// Less than its pages would like: at 300 % a large screen is a small one.
    [[nodiscard]] QSize minimumSizeHint() const override { return {320, 140}; }

    /// Before any file is opened.
    void setMemory(Memory memory);
    void setTheme(const Theme &theme);
    /// Tabs and all that is above the panels are hidden: for a kiosk.
    void setBare(bool bare);
    [[nodiscard]] const TimeSelection &timeSelection() const noexcept
    {
        return m_driver->time()->selection();
    }
    /// What those without a time of their own show.
    [[nodiscard]] const TimeSelection &sharedTime() const noexcept { return m_driver->sharedTime(); }
    [[nodiscard]] TimeDriver *time() const noexcept { return m_driver->time(); }
    /// See PageDriver::setExactEnds().
    void setExactEnds(bool on) { m_driver->setExactEnds(on); }
    /// The zone of all times, and whether live panels glide (not where the desktop asks for less motion).
    void setTimeDisplay(const TimeDisplay &display);
    [[nodiscard]] bool isGliding() const { return m_driver->time()->isGliding(); }
    /// What the shared selection begins with: no step that leads back.
    void startWithLength(qint64 milliseconds);

    /// Tabs that are dashboards; Explore and the doctor come behind them, those in windows of their own are
    /// none.
    [[nodiscard]] int dashboardCount() const noexcept;
    /// Null for Explore and the doctor.
    [[nodiscard]] DashboardPage *page(int tab) const;
    [[nodiscard]] DashboardView *view(int tab) const;
    /// What the dashboard of the tab is known by from one start to the next; empty: it is none.
    [[nodiscard]] QString keyOf(int tab) const;
    /// Whose dashboard the tab is, by their ids; none: of all, or no dashboard.
    [[nodiscard]] QStringList targetsOf(int tab) const;
    [[nodiscard]] ExplorePage *explore() const noexcept { return m_explore; }
    [[nodiscard]] DoctorPage *doctor() const noexcept { return m_doctor; }
    /// The user went to Explore or the doctor, with dashboards or without.
    [[nodiscard]] bool isBesideDashboards() const;
    /// A page of another kind, behind all others; it goes with this.
    void addPage(QWidget *page, const QString &title, const QString &toolTip);
    /// Brings the dashboard of this target to the front, if there is one yet; where the doctor is in front,
    /// it stays there and examines the target.
    void showTarget(const QString &targetId);

    /// The dashboards out of files and texts. What is opened there comes to the front; of several at once,
    /// the one that was asked for last, whenever each has been read.
    [[nodiscard]] DashboardFiles *files() const noexcept { return m_files; }
    /// Brings the one of this file to the front; false where there is none.
    bool showFile(const QString &source);

    /// Alerts that mark no panel.
    void setQuietAlerts(const QuietAlerts &quiet);
    /// The user's notes, which are marked on all dashboards.
    void setNotes(const AnnotationMarks &notes);
    /// Some page has changes that are not saved.
    [[nodiscard]] bool hasUnsaved() const;
    /// The windows of their own go, and are there again at the next start: the program ends.
    void closeWindows();
    /// Asks for each of them what is to become of it; `then` is called when nothing is to be lost any more.
    void leaveAll(const std::function<void()> &then);

    /// The zone of the dashboard in front, and what it offers to choose times from.
    [[nodiscard]] QTimeZone frontZone() const;
    [[nodiscard]] TimeOffer frontOffer() const;
    /// Whether the one in front is there by the user's wish.
    [[nodiscard]] bool canCloseFront();

public slots:
    /// Brings Explore to the front, its editor in focus.
    void showExplore();
    /// There, with the queries of a dashboard's panel.
    void explorePanel(const sightglass::PanelSpec &panel);
    /// Brings a dashboard to the front by its id or Grafana's uid, opening it where it is a bundled one that
    /// is not open. Nothing where there is none of it (any more).
    void openDashboard(const std::string &id);
    /// Hands an address of the web or of mail to the system; of others it tells that they are not opened.
    void openLink(const QUrl &url);
    /// Follows a link of a dashboard: to another one in here, else as openLink().
    void followAddress(const QString &address);
    /// Brings the endpoint doctor to the front, on this target where it is one.
    void showDoctor(const QString &targetId = {});

    /// The dashboard in front can be changed from now on; or no more, after unsaved changes were asked about.
    void editFront();
    /// An empty dashboard of the user's own, to be edited.
    void newDashboard();
    /// Panels that were copied, here or in Grafana, come into the dashboard in front, or into a new one.
    void takePanels(const QMimeData &copied);
    /// Asks which dashboard is to get the panel, a new one among them.
    void offerPanel(const sightglass::PanelSpec &panel);
    void setFrontRefresh(qint64 milliseconds);
    void closeFront();
    /// Gives the dashboard in front a window of its own; closing that brings it back.
    void detachFront();

    /// Saves the dashboard in front, all of it, when its data have come; asks for a file name then.
    void exportFront(const sightglass::ExportOrder &order);
    void copyFront();
    /// Saves what the dashboard in front is written as, for Grafana; asks for a file name.
    void exportGrafana();

signals:
    /// How many dashboards there are, or what they are.
    void dashboardsChanged();
    /// Another page is in front, or it wants something else offered.
    void frontChanged();
    /// A rule is to be made of this panel.
    void alertRequested(const sightglass::PanelSpec &panel);
    /// What became of an export. Plain, displayable.
    void told(const QString &text, bool isProblem);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    /// A dashboard that there is to be a tab of.
    struct Wanted
    {
        QString key;                         ///< what it is known by from one time to the next
        std::vector<QString> targets;        ///< whose it is; none: of all
        std::vector<DashboardSpec> variants; ///< the first one is shown first
        const DashboardFiles::Entry *file = nullptr;
    };
    struct Page
    {
        Wanted wanted; ///< without the file
        DashboardPage *page = nullptr;
        std::string variant;                   ///< that the user chose; empty: none
        QString source;                        ///< of one out of a file or text
        QPointer<DashboardWindow> window = {}; ///< that it is in; null: it is a tab
    };

    void connectParts();
    void syncPages();
    [[nodiscard]] std::vector<Wanted> wanted() const;
    [[nodiscard]] Page createPage(const Wanted &wanted);
    void updatePage(Page &page, const Wanted &wanted);
    void connectPage(DashboardPage *page, const QString &key);
    void insertPage(const Page &page, int at);
    void connectEditing(DashboardPage *page, const QString &key);
    /// A file of the user's own is opened, with a panel in it where there is one, and edited.
    void openNew(const std::vector<PanelSpec> &panels);
    void onEditingEnded(const QString &key, const QString &savedPath);
    void closePage(const QString &key);
    void removePage(const QString &key);
    void bringToFront(const Page &page);
    /// Empty geometry: as large as it was.
    void detach(Page &page, const QByteArray &geometry);
    void restoreWindows();
    void rememberWindow(const QString &key);
    void forgetWindow(const QString &key);
    void closeWindow(DashboardWindow *window);
    void reattach(const QString &key);
    /// What a dashboard offers in its time picker.
    [[nodiscard]] static TimeOffer offerOf(const DashboardPage &page);
    void onFileChanged(const QString &source);
    /// Lists of dashboards show what there is.
    void offerDashboards();
    /// By the user, for dashboards that name none.
    [[nodiscard]] QTimeZone chosenZone() const;
    void onTick(const CollectorTick &tick);
    void updateFront();
    void showRange();
    void updateTabText();
    [[nodiscard]] Page *currentPage();
    [[nodiscard]] Page *pageOf(const QString &key);
    /// Draws the dashboard in front beside it, also what nobody has scrolled to, then calls `use`.
    void drawFront(std::function<void(const ExportSource &)> use);
    /// What was in front stays there, or gives way to what came in its place: the page of the same key, or
    /// its neighbour.
    struct Front
    {
        QWidget *page = nullptr;
        QString key; ///< of a dashboard
        int tab = 0;
    };
    void chooseFront(const Front &front);

    Workspace *m_workspace;
    Theme m_theme;
    TimeDisplay m_display;
    Memory m_memory;
    AnnotationMarks m_notes;
    QuietAlerts m_quiet;
    DashboardLibrary m_library;
    DashboardFiles *m_files;
    PageDriver *m_driver;
    QPointer<DashboardPage> m_visited; ///< in front when the library was last told
    std::vector<Page> m_pages;
    ExplorePage *m_explore;
    DoctorPage *m_doctor;
    QList<QWidget *> m_others; ///< pages of other kinds
    Exporter *m_exporter;
    std::shared_ptr<SeriesColorBook> m_colors; ///< of all dashboards, in whatever window they are
    DashboardPicture *m_picture = nullptr;     ///< of the export under way; null: there is none
    QString m_frontTarget;                     ///< of the dashboard that was in front last
    QString m_toEdit;                          ///< a file that is edited as soon as it is open
    int m_lastAsked = 0; ///< what was asked for up to this one (DashboardFiles) stays behind what is in front
    std::vector<DetachedPage> m_detached; ///< that have windows, or had them when the program ended
    bool m_restoring = false;
    bool m_bare = false;
    bool m_exploreChosen = false; ///< it is in front because somebody wanted it, not for want of a dashboard
};

} // namespace sightglass
