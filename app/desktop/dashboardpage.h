// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/showndashboard.h"
#include "model/presentation/alertwatch.h"
#include "model/presentation/annotationfeed.h"
#include "model/presentation/dashboardfeed.h"
#include "model/presentation/openeddashboard.h"
#include "model/presentation/timeselection.h"
#include "model/presentation/variablefeed.h"
#include "model/presentation/workspace.h"
#include "widgets/panelkit/dashboardentry.h"
#include "widgets/style/theme.h"

#include <QTimeZone>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace sightglass {

class DashboardEditing;
class AnnotationSwitches;
class DashboardLinkBar;
class DashboardSwitch;
class DashboardView;
class LossBar;
class VariableBar;

/// One dashboard with all that it has beside its panels: controls of its variables, its links, what of it is
/// not honoured, its rows that fold. Fills the variables, lays the result over the dashboard as it is
/// written, and asks for the data of what is then to be seen. Knows nothing of tabs and windows.
class DashboardPage : public QWidget
{
    Q_OBJECT

public:
    DashboardPage(Workspace *workspace, const DashboardSpec &dashboard, const Theme &theme,
                  QWidget *parent = nullptr);
    ~DashboardPage() override;

    /// As it is written: variables not replaced, rows not repeated.
    [[nodiscard]] const DashboardSpec &dashboard() const noexcept { return m_dashboard; }
    /// Another content: what is chosen, and the panels that are as before, stay.
    void setDashboard(const DashboardSpec &dashboard);
    /// The dashboards among which the page can be switched, the present one among them; none: no switch.
    void setVariants(const std::vector<DashboardSpec> &variants);
    /// The number of a shown panel among the dashboard's own: that of which it is a copy.
    [[nodiscard]] std::optional<std::size_t> sourceOf(const std::string &shownPanel) const;

    [[nodiscard]] DashboardView *view() const noexcept { return m_view; }
    [[nodiscard]] VariableBar *variables() const noexcept { return m_bar; }
    [[nodiscard]] LossBar *lossBar() const noexcept { return m_losses; }

    /// What of it is not honoured.
    void setLosses(const OpenedDashboard &opened);
    /// Why its file as it is now is not in force; empty: it is.
    void setProblem(const QString &problem);
    /// What its lists and links of dashboards choose from.
    void setDashboards(const std::vector<DashboardEntry> &dashboards);

    [[nodiscard]] const DashboardChoices &choices() const noexcept { return m_choices; }
    void setChoices(const DashboardChoices &choices);
    /// The user's notes are marked on its charts beside its annotations.
    void setNotes(const AnnotationMarks &notes);
    /// What its variables stand for now.
    [[nodiscard]] const VariableValues &values() const;
    [[nodiscard]] BuiltInContext context() const;

    /// The time that it shows by itself; null: that of its window.
    [[nodiscard]] TimeSelection *ownTime() const noexcept { return m_ownTime.get(); }
    void setOwnTime(const TimeSelection &time);
    /// It asks for new data so often at most; 0: as they come in.
    [[nodiscard]] std::int64_t refreshMs() const noexcept { return m_refreshMs; }
    void setRefreshMs(std::int64_t milliseconds);

    // ---- editing

    [[nodiscard]] DashboardEditing *editing() const noexcept { return m_editing; }
    /// Where it comes from, so that its own file is edited rather than a copy.
    void setSource(const QString &source, const QByteArray &text);
    [[nodiscard]] bool isEdited() const;
    /// There are changes that are not saved.
    [[nodiscard]] bool isDirty() const;

    /// Nothing but the panels: for a kiosk.
    void setBare(bool bare);
    void setTheme(const Theme &theme);
    void setTimeZone(const QTimeZone &zone);

    /// How long the range is that is asked for, where what is shown is shorter because there is no more
    /// history; 0: what is shown. It is what $__range, $__from and $__to say, as in Grafana. Counts from the
    /// next data on.
    void setAskedLength(std::int64_t milliseconds) { m_askedMs = milliseconds; }
    /// Only what is in front asks for data.
    void setInFront(bool inFront);
    /// Shows this time from the data that are there.
    void show(const PanelTime &time);
    /// New data as of `at`, by themselves; asks where it is time to.
    void dataCame(const DashboardFeed::Question &question, TimestampMs at);
    /// Data are wanted, beside what is under way.
    void refresh(const DashboardFeed::Question &question);
    /// The same, and what is under way is of no use any more.
    void restart(const DashboardFeed::Question &question);

    using QWidget::show;

public slots:
    void beginEditing();

signals:
    /// Whether it is edited or has something unsaved.
    void editingChanged();
    /// Its time range was edited: it is to be seen.
    void timeEdited();
    /// What is chosen on it is another thing: to be kept.
    void choicesChanged();
    /// The user wants this one of the variants.
    void variantChosen(const std::string &id);
    void visiblePanelsChanged();
    /// A link of the dashboard leads there, variables filled in. Hostile.
    void addressFollowed(const QString &address);

private:
    void connectParts();
    void connectEditing();
    /// As it is shown while it is edited: each panel where the file has it; where some repeat, as it is
    /// shown.
    [[nodiscard]] ShownDashboard editedDashboard(const DashboardSpec &dashboard) const;
    void addLinks();
    void setAnswer(std::shared_ptr<const ResolvedVariables> answer);
    void resolve();
    void resolveForNewSeries();
    /// Lays choices and values over the dashboard, and shows what comes of it where it is another thing.
    void apply();
    void applyRemarks();
    /// Which annotations are on, by the file and by choice.
    [[nodiscard]] std::vector<AnnotationSpec> annotations() const;
    void takeAnnotations();
    void askAnnotations();
    void showAnnotations();
    void choose(const std::string &variable, const std::vector<VariableOption> &options);
    void toggleRow(const std::string &row);
    /// Variables have values of the store, or there are none.
    [[nodiscard]] bool isReady() const noexcept { return m_dashboard.variables.empty() || m_hasAnswer; }
    void take(const DashboardFeed::Question &question);
    [[nodiscard]] QStringList labelNames() const;
    [[nodiscard]] QStringList labelValues(const QString &name) const;

    Workspace *m_workspace;
    DashboardSpec m_dashboard;
    DashboardChoices m_choices;
    ShownDashboard m_shown;
    std::map<std::string, QStringList> m_panelLosses;  ///< by the dashboard's own panel ids
    std::shared_ptr<const ResolvedVariables> m_answer; ///< never null
    bool m_hasAnswer = false;                          ///< m_answer is of the store
    DashboardFeed::Question m_question;
    std::unique_ptr<TimeSelection> m_ownTime;
    std::int64_t m_refreshMs = 0;
    TimestampMs m_askedAt = 0;
    std::size_t m_seriesAsked = 0; ///< how many there were when variables were last filled
    TimestampMs m_resolvedAt = 0;
    bool m_asks = false; ///< the feed has the panels that are shown
    bool m_inFront = false;
    QWidget *m_head; ///< all that is above the panels
    DashboardSwitch *m_switch;
    VariableBar *m_bar;
    DashboardLinkBar *m_links;
    LossBar *m_losses;
    DashboardView *m_view;
    DashboardEditing *m_editing;
    QString m_source; ///< of a dashboard out of a file or text
    QByteArray m_text;
    DashboardFeed *m_feed;
    VariableFeed *m_variables;
    AnnotationFeed *m_annotations;
    AnnotationSwitches *m_switches;
    AnnotationFeed::Answers m_marks; ///< null: none yet
    AnnotationMarks m_notes;
    bool m_hasAlertMarks = false; ///< some were seen: they have a switch from then on
    TimestampMs m_annotationsAt = 0;
    std::int64_t m_askedMs = 0;
    std::int64_t m_contextMs = 0; ///< the length that variables were last filled in with
    AlertWatch m_watch;           ///< whose alerts are marked
    QTimeZone m_zone = QTimeZone::systemTimeZone();
};

} // namespace sightglass
