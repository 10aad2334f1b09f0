// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panelkit/presentedview.h"
#include "widgets/timelines/timelinedata.h"
#include "widgets/timelines/timelinelayout.h"

namespace sightglass {

class RowPager;
class TimelinePlot;

/// A state timeline or a status history: a row for each series, a bar for each state that it was in or a cell
/// for each of its samples, with the legend of states. A click on a state lets the others fade. More rows
/// than the options or the height allow have pages: Page Up and Page Down turn them.
class TimelinePanel : public PresentedView
{
    Q_OBJECT

public:
    /// The spec's type is one of the two.
    TimelinePanel(const PanelSpec &spec, const Theme &theme, QWidget *parent = nullptr);

    void setAnnotations(const AnnotationMarksPtr &marks) override;
    void setCrosshair(std::optional<TimestampMs> at) override;
    void setSharedReadout(std::optional<TimestampMs> at) override;
    void setShownRange(TimeRange range) override;
    [[nodiscard]] std::int64_t columnUs() const override;
    void setTimeZone(const QTimeZone &zone) override;
    void setFurtherZones(const std::vector<QTimeZone> &zones) override;

    [[nodiscard]] TimelinePlot *plot() const { return m_plot; }
    [[nodiscard]] RowPager *pager() const { return m_pager; }
    [[nodiscard]] const TimelineData &rows() const { return *m_rows; }

protected:
    void present() override;
    void themeChanged() override;
    void visibilityChanged() override;
    [[nodiscard]] QStringList legendColumns() const override;
    [[nodiscard]] std::vector<LegendValue> legendValues(std::size_t entry) const override;
    void exportContent(QPainter &painter) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showStates();
    void placeContent();
    void speak();

    ZoneRule m_zone = machineZone();
    std::shared_ptr<const TimelineData> m_rows;
    /// Of each state, the entry that it has in the legend with others of its name and colour.
    std::vector<std::optional<std::size_t>> m_entryOf;
    TimelineStyle m_style;
    std::optional<int> m_rowsPerPage;
    TimelinePlot *m_plot = nullptr;
    RowPager *m_pager = nullptr;
};

} // namespace sightglass
