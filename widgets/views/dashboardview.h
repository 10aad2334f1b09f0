// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/quietalerts.h"
#include "model/dashboard/dashboardspec.h"
#include "model/dashboard/paneltime.h"
#include "widgets/export/paneldrawing.h"
#include "widgets/panelkit/dashboardentry.h"
#include "widgets/panels/panelframe.h"
#include "widgets/views/panelgrid.h"

#include <QPointer>
#include <QScrollArea>

#include <memory>
#include <optional>
#include <vector>

namespace sightglass {

class Exporter;
class RowHeading;

/// One dashboard: its panels on the grid, one crosshair and one time range over all of them. Knows nothing of
/// where data come from: the owner listens for what is visible and hands data in.
class DashboardView : public QScrollArea
{
    Q_OBJECT

public:
    DashboardView(const DashboardSpec &spec, const Theme &theme, QWidget *parent = nullptr);
    ~DashboardView() override;

    [[nodiscard]] const DashboardSpec &spec() const noexcept { return m_spec; }
    /// Shows another dashboard, or this one changed: panels that only lie elsewhere keep their frame and what
    /// is in it; one of which only the look changed shows its data on. Panels behind a folded row are hidden.
    void setSpec(const DashboardSpec &spec);
    /// Null for a row heading.
    [[nodiscard]] PanelFrame *panel(int index) const;
    /// Null for a panel.
    [[nodiscard]] RowHeading *heading(int index) const;
    [[nodiscard]] int panelCount() const noexcept { return static_cast<int>(m_items.size()); }
    /// The frame or heading with this id; -1: none.
    [[nodiscard]] int indexOf(std::string_view id) const;
    [[nodiscard]] QWidget *panelWidget(int index) const;

    void setPanelData(int index, const PanelDataPtr &panelData);
    /// See PanelFrame; a heading has none.
    void setStandingRemarks(int index, const QStringList &remarks);
    /// Shared with other dashboards, so that a series has the same colour in all of them; its own until then.
    void setColorBook(const std::shared_ptr<SeriesColorBook> &book);
    [[nodiscard]] const std::shared_ptr<SeriesColorBook> &colorBook() const noexcept { return m_colors; }
    void setTheme(const Theme &theme);
    [[nodiscard]] const Theme &theme() const noexcept { return m_theme; }
    /// Marks the panels whose alerts are pending or firing.
    void setRuleStatuses(const std::vector<RuleStatus> &rules);
    /// Which mark no panel; lists of alerts have them all the same.
    void setQuietAlerts(const QuietAlerts &quiet);
    /// What its lists of dashboards choose from.
    void setDashboards(const std::vector<DashboardEntry> &dashboards);

    /// All panels show this range at the next paint (see PanelView::setShownRange()), those with a time of
    /// their own that (see panelTime()).
    void setShownTime(const PanelTime &time);
    /// See PanelFrame; for who shows the ranges of the data.
    void setRangeAbsolute(bool absolute);
    void setTimeZone(const QTimeZone &zone);
    /// Of the panels that can be seen, how often the first one looks different as time moves on; 0: none
    /// does.
    [[nodiscard]] std::int64_t columnUs() const;

    /// Which panels can be seen now; same size as the panels. None in a minimised window.
    [[nodiscard]] std::vector<bool> visiblePanels() const;

    /// This panel alone, as large as the dashboard; null: all again.
    void setFullSize(PanelFrame *frame);
    [[nodiscard]] PanelFrame *fullSize() const noexcept { return m_full; }

    // ---- editing

    /// Panels and headings show that they can be taken hold of.
    void setEditing(bool editing);
    [[nodiscard]] bool isEditing() const noexcept { return m_editing; }
    /// What the panels lie on, and its measures now; panels stand one below the other where it is narrow.
    [[nodiscard]] QWidget *gridWidget() const noexcept { return m_grid; }
    [[nodiscard]] PanelGridMetrics gridMetrics() const;
    [[nodiscard]] bool isSingleColumn() const { return gridMetrics().width < singleColumnWidth; }
    /// Lays the panels out by other places than those of spec(), in its order, while something is dragged.
    /// The one that follows the pointer is left where it is.
    void previewPlaces(const std::vector<GridPosition> &places, int dragged);
    void endPreview();
    /// Scrolls so that the panel is seen, and gives it the focus.
    void reveal(std::string_view id);
    /// The first row of the grid that is seen.
    [[nodiscard]] int firstSeenRow() const;

    /// What a picture of all of it is made of, also of what is scrolled out of sight, as it lies on the grid
    /// now.
    [[nodiscard]] DashboardParts parts() const;

    /// Height that shows all panels at this width, for pictures of the whole.
    [[nodiscard]] int heightForWidth(int width) const override;

signals:
    /// Frames have come or gone, or others are of other panels: who hangs on them looks again.
    void panelsChanged();
    /// A heading was clicked.
    void rowToggled(const std::string &id);
    /// A panel's menu or a key asks for a step of editing, in edit mode or not.
    void panelCommandGiven(sightglass::PanelCommand command, const std::string &id);
    /// A list of dashboards was clicked: go there.
    void dashboardRequested(const std::string &id);
    /// A text's link was clicked, an absolute http, https or mailto address: open it outside.
    void linkRequested(const QUrl &url);
    /// A link of a panel was chosen, see PanelFrame.
    void addressFollowed(const std::string &address);
    void visiblePanelsChanged();
    void rangeRequested(sightglass::TimeRange range);
    void rangeMoved(sightglass::TimeRange range);
    void zoomOutRequested();
    void zoomInAgainRequested();
    /// Its menu says so: look at this panel's queries.
    void exploreRequested(const sightglass::PanelSpec &panel);
    /// What became of an export. Plain, displayable.
    void told(const QString &text, bool isProblem);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Item
    {
        PanelFrame *frame = nullptr;
        RowHeading *heading = nullptr;
        bool folded = false; ///< behind a folded row
        [[nodiscard]] QWidget *widget() const;
        [[nodiscard]] const PanelSpec &spec() const;
    };

    [[nodiscard]] Item createItem(const PanelSpec &panel, const std::vector<Item> &before);
    /// The item goes on as this panel, where it can.
    [[nodiscard]] static bool keeps(const Item &item, const PanelSpec &panel);
    void takeItems(const DashboardSpec &spec);
    void discard(const Item &item);
    [[nodiscard]] std::vector<QRect> shownRects(const PanelGridMetrics &metrics) const;
    void prepareFrame(PanelFrame *frame);
    void updateFolds();
    void showRules();
    void layoutPanels();
    void layoutFullSize();
    void addPanelActions(PanelFrame *frame);
    void joinPanel(PanelFrame *frame);
    /// A link of the panel, with $__from and its kin where its time is another than the dashboard's.
    [[nodiscard]] std::string withOwnTime(const std::string &address, const PanelFrame &frame) const;
    /// How much earlier a panel's time is than that of the dashboard (timeShift).
    [[nodiscard]] std::int64_t shiftOf(const PanelFrame &frame) const;
    void shareCrosshair(const PanelFrame *source, std::optional<TimestampMs> at);
    void applyTheme(const Theme &theme);

    DashboardSpec m_spec;
    std::vector<GridPosition> m_positions;
    std::vector<Item> m_items;
    /// The rules without the alerts that are quiet.
    [[nodiscard]] std::vector<RuleStatus> toldRules() const;

    std::vector<RuleStatus> m_rules;
    QuietAlerts m_quiet;
    std::vector<DashboardEntry> m_dashboards;
    std::optional<QTimeZone> m_zone;
    int m_dragged = -1;
    bool m_editing = false;
    std::optional<PanelTime> m_time;
    std::shared_ptr<SeriesColorBook> m_colors;
    Theme m_theme;
    Exporter *m_exporter;
    PanelFrame *m_full = nullptr; ///< the one that fills all
    int m_scrolled = 0;           ///< where the grid was scrolled to before
    QWidget *m_grid;
    QPointer<QWidget> m_watchedWindow; ///< whether it is minimised
};

} // namespace sightglass
