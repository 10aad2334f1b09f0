// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/annotationmarks.h"
#include "model/dashboard/paneldata.h"
#include "model/dashboard/panelspec.h"
#include "widgets/style/seriescolors.h"
#include "widgets/style/theme.h"

#include <QTimeZone>
#include <QUrl>
#include <QWidget>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sightglass {

struct DashboardEntry;
struct RuleStatus;

using PanelDataPtr = std::shared_ptr<const PanelData>;

/// The body of a panel: shows PanelData as its PanelSpec says. Title, alert mark and errors are the
/// PanelFrame's. GUI thread. Paints nothing by itself on a timer: it repaints when data, theme or pointer
/// change.
class PanelView : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;
    /// What is in the panel goes without a word.
    ~PanelView() override;

    /// New data; never null. Cheap where only the newest columns changed.
    virtual void setData(const PanelDataPtr &data) = 0;
    virtual void setTheme(const Theme &theme) = 0;

    /// The colours that the panels of a dashboard share; before setData(). A view without one has its own.
    virtual void setColorBook(const std::shared_ptr<SeriesColorBook> &book) { Q_UNUSED(book) }

    /// All rules that are watched, with their alerts; of those, the groups that came with the dashboard.
    virtual void setRules(const std::vector<RuleStatus> &rules, const std::vector<std::string> &ownGroups)
    {
        Q_UNUSED(rules)
        Q_UNUSED(ownGroups)
    }
    /// The dashboards that can be gone to.
    virtual void setDashboards(const std::vector<DashboardEntry> &dashboards) { Q_UNUSED(dashboards) }

    /// What is handed out as the panel's data (CSV): the answer but for what the user has filtered or sorted
    /// away. Null: there is nothing of that kind, the answer it is.
    [[nodiscard]] virtual PanelDataPtr arrangedData() const { return nullptr; }

    /// Rows that the user's filters let through, of how many there are.
    struct FilteredRows
    {
        std::size_t shown = 0;
        std::size_t all = 0;
    };
    /// Nothing where nothing is filtered.
    [[nodiscard]] virtual std::optional<FilteredRows> filteredRows() const { return std::nullopt; }

    /// Draws what is shown, in the theme and size that it has, with lines and text as such where they can be
    /// (SVG, PDF, clipboard). Without hover, focus and scroll bars. The painter's unit is a logical pixel,
    /// its origin the view's top left corner.
    virtual void exportTo(QPainter &painter);

    /// What is marked on time; null: nothing. Views without a time axis have no place for it.
    virtual void setAnnotations(const AnnotationMarksPtr &marks) { Q_UNUSED(marks) }

    /// Shows the crosshair of another panel at this time, or none. Must not repaint the plotted layers.
    virtual void setCrosshair(std::optional<TimestampMs> at) { Q_UNUSED(at) }
    /// Behind setCrosshair(): reads out what is there, too, where no pointer of its own is; none: no more.
    virtual void setSharedReadout(std::optional<TimestampMs> at) { Q_UNUSED(at) }

    /// Shows this range at the next paint, drawn from the data that are there; an answer for it may come
    /// later, and the range of data handed in then is not the one shown. A view without time shows its data.
    virtual void setShownRange(TimeRange range) { Q_UNUSED(range) }
    /// How much time one device pixel column shows, in microseconds: how often a view that moves with time
    /// looks different. 0: nothing moves.
    [[nodiscard]] virtual std::int64_t columnUs() const { return 0; }
    /// The zone that times are shown in; until then that of the system.
    virtual void setTimeZone(const QTimeZone &zone) { Q_UNUSED(zone) }
    /// Zones in which a time axis tells its times, too.
    virtual void setFurtherZones(const std::vector<QTimeZone> &zones) { Q_UNUSED(zones) }

signals:
    /// The pointer reads this time here, or has left.
    void hovered(std::optional<sightglass::TimestampMs> at);
    /// The user chose a range (by brush): show this. A step that zoomOutRequested() goes back.
    void rangeRequested(sightglass::TimeRange range);
    /// The range follows the wheel, a drag or a key: many in a row are one step.
    void rangeMoved(sightglass::TimeRange range);
    /// Back to the range before the last step.
    void zoomOutRequested();
    /// To the range that zoomOutRequested() left.
    void zoomInAgainRequested();
    /// The user wants to see this dashboard: its id as it was handed in.
    void dashboardRequested(const std::string &id);
    /// The user clicked an absolute http, https or mailto address: open it outside.
    void linkRequested(const QUrl &url);
};

} // namespace sightglass
